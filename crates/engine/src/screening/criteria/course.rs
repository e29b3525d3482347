//! The evaluation, point 7: "vejlednings- og opkvalificeringsforløbet er en god forberedelse til at
//! starte egen virksomhed op".

use super::finding::{CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, CoursePlan, Setting};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let (outcome, reason) = match answers.will_take_course {
        None => (Outcome::NeedsAnswer, Reason::NotAnswered),
        Some(CoursePlan::Yes) => (Outcome::Met, Reason::WillTakeCourse),
        Some(CoursePlan::Done) => (Outcome::Met, Reason::HasTakenCourse),
        Some(CoursePlan::No) => (Outcome::CaseworkerAssesses, Reason::WillNotTakeCourse),
        Some(CoursePlan::Unknown) => (Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
    };
    Finding::new(setting, CriterionId::Course, RuleId::Course, outcome, reason)
}
