//! What a text takes: each kind is a type, so that two that have changed places do not compile, and is written here, in
//! the language that is spoken.

use mikrolaan_engine::quantity::{Date, Money, Month, Rate, WeeklyHours};

use super::write;

/// An amount of money with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// In whole kroner: `2.211 kr.`
    Whole(Money),
    /// With øre where there are any: `1.234,50 kr.`
    Exact(Money),
}

/// A month: `november 2027`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthOf(pub Month);

/// A day: `31. oktober 2027`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateOf(pub Date);

impl DateOf {
    /// The last day of a month.
    pub fn last_of(month: Month) -> Self {
        DateOf(Date::last_of(month))
    }
}

/// A whole number: `1.234`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub i64);

/// A number of months: `6 måneder`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months(pub u32);

/// Hours, without their unit: `4,5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours(pub WeeklyHours);

/// A percentage with its sign: `25,6 %`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    /// Of a rate.
    Of(Rate),
    /// A whole one.
    Whole(i64),
}

impl Count {
    /// How many there are.
    pub fn of(count: usize) -> Self {
        Count(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// By which a text chooses its form.
    pub const fn number(self) -> i64 {
        self.0
    }
}

impl From<u32> for Count {
    fn from(count: u32) -> Self {
        Count(count.into())
    }
}

impl Hours {
    /// By which a text chooses its form: part of an hour goes with one, like an hour and a half.
    pub const fn number(self) -> i64 {
        match self.0.hundredths() {
            1..200 => 1,
            hundredths => hundredths / 100,
        }
    }
}

/// What stands in the place of a placeholder.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// Finished words.
    Words(&'a str),
    /// An amount.
    Amount(Amount),
    /// A month.
    Month(MonthOf),
    /// A day.
    Date(DateOf),
    /// A whole number.
    Count(Count),
    /// A number of months.
    Months(Months),
    /// Hours.
    Hours(Hours),
    /// A percentage.
    Percent(Percent),
}

impl Argument<'_> {
    /// Writes it at the end of a text.
    pub(super) fn write(self, out: &mut String) {
        let written = match self {
            Argument::Words(words) => return out.push_str(words),
            Argument::Amount(Amount::Whole(money)) => write::kroner(money),
            Argument::Amount(Amount::Exact(money)) => write::amount(money),
            Argument::Month(MonthOf(month)) => write::month_year(month),
            Argument::Date(DateOf(date)) => write::date(date),
            Argument::Count(Count(number)) => write::whole(number),
            Argument::Months(Months(count)) => write::months(count),
            Argument::Hours(Hours(hours)) => write::hours(hours),
            Argument::Percent(Percent::Of(rate)) => write::with_percent(&write::percent(rate)),
            Argument::Percent(Percent::Whole(number)) => write::with_percent(&write::whole(number)),
        };
        out.push_str(&written);
    }
}

macro_rules! from {
    ($($kind:ident as $variant:ident),+) => {
        $(impl From<$kind> for Argument<'_> {
            fn from(value: $kind) -> Self {
                Argument::$variant(value)
            }
        })+
    };
}

from! { Amount as Amount, MonthOf as Month, DateOf as Date, Count as Count, Months as Months, Hours as Hours, Percent as Percent }

impl<'a> From<&'a str> for Argument<'a> {
    fn from(words: &'a str) -> Self {
        Argument::Words(words)
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Hours, WeeklyHours};

    #[test]
    fn hours_count_as_whole_ones_and_part_of_two_as_one() {
        let number = |hundredths| Hours(WeeklyHours::from_hundredths(hundredths)).number();
        assert_eq!([0, 1, 100, 199, 200, 250, 2_100].map(number), [0, 1, 1, 1, 2, 2, 21]);
    }

    #[test]
    fn a_count_is_its_number() {
        assert_eq!([Count::of(7), Count::from(7)].map(Count::number), [7, 7]);
    }
}
