//! LAB § 147, stk. 1, until January 2026: the support "frem for anden [indsats] skønnes at kunne bringe [personen] i stand
//! til at forsørge sig selv og sin familie".

use super::finding::{CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, Setting, YesNo};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let (outcome, reason) = match answers.job_or_education_close {
        None => (Outcome::NeedsAnswer, Reason::NotAnswered),
        Some(YesNo::No) => (Outcome::Met, Reason::NothingElseClose),
        Some(YesNo::Yes) => (Outcome::CaseworkerAssesses, Reason::SomethingElseClose),
        Some(YesNo::Unknown) => (Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
    };
    Finding::new(setting, CriterionId::BetterThanOtherHelp, RuleId::BetterThanOtherHelp, outcome, reason)
}
