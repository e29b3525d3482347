//! Not said for the microloan; the sister trial for the insured unemployed said it of its course
//! (an assumption).

use super::finding::{CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, Setting, YesNo};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let (outcome, reason) = match answers.business_started {
        None => (Outcome::NeedsAnswer, Reason::NotAnswered),
        Some(YesNo::No) => (Outcome::Met, Reason::BusinessNotStarted),
        Some(YesNo::Yes) => (Outcome::CaseworkerAssesses, Reason::BusinessAlreadyStarted),
        Some(YesNo::Unknown) => (Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
    };
    Finding::new(setting, CriterionId::NotStarted, RuleId::NotStarted, outcome, reason)
}
