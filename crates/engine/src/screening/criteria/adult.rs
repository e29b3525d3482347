//! No source names an age; eighteen is the age of legal capacity (an assumption).

use super::finding::{Change, Compared, CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, Setting};

/// From this age, in whole years, somebody is an adult.
pub const ADULT_AGE: u32 = 18;

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let finding = |outcome, reason| Finding::new(setting, CriterionId::Adult, RuleId::Adult, outcome, reason);
    let Some(age) = answers.age else {
        return finding(Outcome::NeedsAnswer, Reason::NotAnswered);
    };
    let compared = Compared { age: Some(age), minimum: Some(ADULT_AGE), ..Compared::default() };
    if age >= ADULT_AGE {
        finding(Outcome::Met, Reason::IsAdult).comparing(compared)
    } else {
        finding(Outcome::NotMet, Reason::IsMinor).comparing(compared).changed_by(Change::Turn18)
    }
}
