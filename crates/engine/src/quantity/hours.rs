//! Hours of work.

use std::fmt;

use super::exact::{round_quotient, write_fraction};
use super::{DecimalError, Exact, Money, Rate, parse_scaled};

/// Hours a week, with at most two decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeeklyHours {
    hundredths: i64,
}

/// How many units an hour of [`MonthlyHours`] has.
const HOURS_UNITS: i64 = 1200;

/// Hours in a month. A week is 12/52 of a month, so hours a week with two decimals are a whole
/// number of 1/1200 hours a month: nothing is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthlyHours {
    units: i64,
}

impl WeeklyHours {
    /// So many hundredths of an hour a week.
    #[must_use]
    pub const fn from_hundredths(hundredths: i64) -> Self {
        WeeklyHours { hundredths }
    }

    /// The hours in hundredths.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        self.hundredths
    }

    /// Reads hours such as `"12.5"`.
    ///
    /// # Errors
    /// [`DecimalError`] when the text is not such a number.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        parse_scaled(text, 2).map(WeeklyHours::from_hundredths)
    }

    /// These hours times a factor, to the nearest hundredth.
    #[must_use]
    pub fn times(self, factor: Rate) -> WeeklyHours {
        let product = i128::from(self.hundredths) * i128::from(factor.millionths());
        WeeklyHours { hundredths: round_quotient(product, 1_000_000) }
    }

    /// These hours in a month: × 52/12, exact.
    #[must_use]
    pub const fn monthly(self) -> MonthlyHours {
        MonthlyHours { units: self.hundredths.saturating_mul(52) }
    }
}

impl MonthlyHours {
    /// No hours.
    pub const ZERO: MonthlyHours = MonthlyHours { units: 0 };

    /// So many whole hours in a month.
    #[must_use]
    pub const fn from_whole(hours: i64) -> Self {
        MonthlyHours { units: hours.saturating_mul(HOURS_UNITS) }
    }

    /// The hours to the nearest hundredth, in hundredths, as a person reads them.
    #[must_use]
    pub fn rounded_hundredths(self) -> i64 {
        round_quotient(i128::from(self.units) * 100, i128::from(HOURS_UNITS))
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: MonthlyHours) -> Self {
        MonthlyHours { units: self.units.saturating_add(other.units) }
    }

    /// These hours at so much an hour, unrounded.
    #[must_use]
    pub fn at(self, hourly: Money) -> Exact {
        Exact::fraction(hourly.oere().saturating_mul(self.units), HOURS_UNITS)
    }
}

/// Hours a week with two decimals: `12.50`.
impl fmt::Display for WeeklyHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.hundredths / 100, self.hundredths % 100)
    }
}

/// Hours in a month as a whole number or a fraction in lowest terms: `130/3`.
impl fmt::Display for MonthlyHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_fraction(f, i128::from(self.units), i128::from(HOURS_UNITS))
    }
}

#[cfg(test)]
mod tests {
    use super::{MonthlyHours, WeeklyHours};
    use crate::quantity::Money;

    #[test]
    fn prints_hours() {
        let ten = WeeklyHours::from_hundredths(1000);
        assert_eq!((ten.to_string().as_str(), ten.monthly().to_string().as_str()), ("10.00", "130/3"));
        let nine = WeeklyHours::from_hundredths(905);
        assert_eq!(ten.monthly().rounded_hundredths(), 4_333);
        assert_eq!(WeeklyHours::from_hundredths(1_500).monthly().rounded_hundredths(), 6_500);
        assert_eq!((nine.to_string().as_str(), nine.monthly().to_string().as_str()), ("9.05", "2353/60"));
    }

    #[test]
    fn a_month_has_52_twelfths_weeks() {
        let nine = WeeklyHours::from_hundredths(900).monthly();
        assert_eq!(nine, MonthlyHours::from_whole(39));
        // 10 hours at 145 kr.: 43 1/3 hours, 6283.33 kr.
        let pay = WeeklyHours::from_hundredths(1000).monthly().at(Money::from_kroner(145)).round();
        assert_eq!(pay, Money::from_oere(628_333));
    }
}
