//! The evaluation, point 1: "ledige med en realistisk forretningsidé og evner for iværksætterier".

use super::finding::{CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, Idea, Setting};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let (outcome, reason) = match answers.idea {
        None => (Outcome::NeedsAnswer, Reason::NotAnswered),
        Some(Idea::Idea | Idea::Plan) => (Outcome::Met, Reason::HasIdea),
        Some(Idea::None) => (Outcome::CaseworkerAssesses, Reason::HasNoIdea),
        Some(Idea::Unknown) => (Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
    };
    Finding::new(setting, CriterionId::RealisticIdea, RuleId::RealisticIdea, outcome, reason)
}
