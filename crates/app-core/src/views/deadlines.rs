//! Deadlines that begin on a day a person knows: constants made of the rulebook's `deadlines.toml` by the build.

use mikrolaan_engine::quantity::Date;

use super::source::SourceView;
use crate::locale::argument::Count;
use crate::locale::texts::tag;

/// So much time from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    number: u32,
    unit: DeadlineUnit,
    source: &'static str,
    url: Option<&'static str>,
}

/// What a deadline is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadlineUnit {
    /// Days from Monday to Friday.
    WorkingDays,
    /// Weeks.
    Weeks,
}

include!(concat!(env!("OUT_DIR"), "/deadlines.rs"));

/// Days of a week.
const WEEK: u32 = 7;

impl Deadline {
    /// Its last day, when it begins after this one.
    pub fn after(self, date: Date) -> Date {
        match self.unit {
            DeadlineUnit::WorkingDays => date.plus_working_days(self.number),
            DeadlineUnit::Weeks => date.plus_days(self.number.saturating_mul(WEEK)),
        }
    }

    /// How many of its unit there are.
    pub fn count(self) -> Count {
        Count::from(self.number)
    }

    /// Where it is written.
    pub fn source(self) -> SourceView {
        SourceView { name: self.source.to_owned(), url: self.url, tag: tag::law() }
    }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::rulebook::RuleId;

    use super::{ACCOUNT_ANSWER, APPEAL, Date, DeadlineUnit};
    use crate::rulebook::RULEBOOK;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    #[test]
    fn a_bank_has_ten_working_days_and_a_complaint_four_weeks() {
        assert_eq!(ACCOUNT_ANSWER.after(date("2026-11-20")), date("2026-12-04"));
        assert_eq!(APPEAL.after(date("2026-11-18")), date("2026-12-16"));
        assert_eq!((ACCOUNT_ANSWER.unit, APPEAL.unit), (DeadlineUnit::WorkingDays, DeadlineUnit::Weeks));
    }

    /// The rulebook quotes the law on the bank's answer: the number is the one there.
    #[test]
    fn the_number_is_the_one_the_rulebook_quotes() {
        let basis = RULEBOOK.basis(RuleId::RuleAccountRight);
        let number = ACCOUNT_ANSWER.count().number().to_string();
        assert!(basis.quote.is_some_and(|quote| quote.contains(&[&number, " arbejdsdage"].concat())), "{basis:?}");
        let source = ACCOUNT_ANSWER.source();
        assert!(basis.place.is_some_and(|place| source.name.ends_with(place)), "{}", source.name);
        assert_eq!(source.url, basis.source.and_then(|source| source.url()));
    }
}
