//! Months to choose between, as a list that folds out.

use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::Month;

use super::Word;
use super::choices::{SelectOption, pick};
use crate::locale::write::short_month_year;

/// Months to choose between.
pub struct MonthSpan {
    /// The word for choosing none, where one can.
    pub none: Option<Word>,
    /// The first.
    pub from: Month,
    /// The last.
    pub to: Month,
    /// What is chosen; it may lie outside.
    pub chosen: Option<Month>,
}

/// A list of months, and what is chosen of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthOptions {
    /// What there is to choose between. The word of a month is `2027-01`, that of none is nothing.
    pub picks: Vec<SelectOption>,
    /// The word for what is chosen.
    pub chosen: String,
    /// What is wrong with it, if something is.
    pub misfit: Option<String>,
}

impl MonthSpan {
    /// A number that differs when one of the three months does.
    pub fn number(&self) -> i64 {
        let chosen = self.chosen.map_or(0, number);
        (number(self.from) << 40) | (number(self.to) << 20) | chosen
    }

    /// As a list, in which everything fits.
    pub(super) fn list(&self) -> MonthOptions {
        let none = self.none.map(|none| pick("", &none()));
        MonthOptions {
            picks: none.into_iter().chain(self.months()).collect(),
            chosen: self.chosen.map(|month| month.to_string()).unwrap_or_default(),
            misfit: None,
        }
    }

    /// The months from one to another, with the chosen one before or after them when it lies outside.
    fn months(&self) -> impl Iterator<Item = SelectOption> + use<> {
        let allowed = bounds::month();
        let [from, to] = [self.from, self.to].map(|month| month.clamp(allowed.min, allowed.max));
        let mut months: Vec<Month> = (0..=to.months_since(from)).map(|i| from.plus(i)).collect();
        match self.chosen {
            Some(chosen) if chosen < from => months.insert(0, chosen),
            Some(chosen) if chosen > to => months.push(chosen),
            _ => {}
        }
        months.into_iter().map(|month| pick(&month.to_string(), &short_month_year(month)))
    }
}

/// A month by a number below 2²⁰.
fn number(month: Month) -> i64 {
    i64::from(month.year()) * 12 + i64::from(month.number())
}

#[cfg(test)]
mod tests {
    use crate::locale::language::Text;
    use mikrolaan_engine::quantity::Month;

    use super::MonthSpan;

    fn month(text: &str) -> Month {
        Month::parse(text).expect("a month")
    }

    #[test]
    fn a_chosen_month_outside_the_others_can_still_be_seen() {
        let words = |from, to, chosen| -> Vec<String> {
            let span = MonthSpan { none: None, from: month(from), to: month(to), chosen: Some(month(chosen)) };
            let list = span.list();
            assert_eq!(list.chosen, chosen);
            list.picks.into_iter().map(|pick| pick.value).collect()
        };
        assert_eq!(words("2027-01", "2027-02", "2027-02"), ["2027-01", "2027-02"]);
        assert_eq!(words("2027-01", "2027-02", "2026-06"), ["2026-06", "2027-01", "2027-02"]);
        assert_eq!(words("2027-01", "2027-02", "2028-06"), ["2027-01", "2027-02", "2028-06"]);
        assert_eq!(words("2027-03", "2027-02", "2028-06"), ["2028-06"]);
        assert_eq!(words("2099-11", "2101-01", "2099-12"), ["2099-11", "2099-12"]);
    }

    #[test]
    fn none_comes_first_where_it_can_be_chosen() {
        let span = MonthSpan {
            none: Some(|| Text::of(&"Aldrig")),
            from: month("2027-01"),
            to: month("2027-01"),
            chosen: None,
        };
        let list = span.list();
        let picks: Vec<(&str, &str)> =
            list.picks.iter().map(|pick| (pick.value.as_str(), pick.label.as_str())).collect();
        assert_eq!((picks[0], picks[1].0, picks.len()), (("", "Aldrig"), "2027-01", 2));
        assert_eq!(list.chosen, "");
    }

    #[test]
    fn months_to_choose_between_have_a_number_of_their_own() {
        let span = |from: &str, to: &str, chosen: Option<&str>| {
            MonthSpan { none: None, from: month(from), to: month(to), chosen: chosen.map(month) }.number()
        };
        let all = [
            span("2027-01", "2028-01", None),
            span("2027-02", "2028-01", None),
            span("2027-01", "2028-02", None),
            span("2027-01", "2028-01", Some("2027-01")),
            span("2027-01", "2028-01", Some("2028-01")),
            span("1900-01", "9999-12", Some("9999-12")),
        ];
        for (at, number) in all.iter().enumerate() {
            assert!(*number > 0 && !all[..at].contains(number), "{at}");
        }
    }
}
