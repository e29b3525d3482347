//! LAB § 148, until January 2026 (before 2020: LAS § 66): "der foreligger en forretningsmæssig forsvarlig plan". The course
//! builds it.

use super::finding::{CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, Plan, Setting};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let (outcome, reason) = match answers.plan {
        None => (Outcome::NeedsAnswer, Reason::NotAnswered),
        Some(Plan::Complete) => (Outcome::Met, Reason::PlanIsComplete),
        Some(Plan::Partial) => (Outcome::CaseworkerAssesses, Reason::PlanIsPartial),
        Some(Plan::None) => (Outcome::CaseworkerAssesses, Reason::PlanIsMissing),
        Some(Plan::Unknown) => (Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
    };
    Finding::new(setting, CriterionId::SoundPlan, RuleId::SoundPlan, outcome, reason)
}
