//! LAB § 147, stk. 1, until January 2026 (before 2020: LAS § 65): "faglige … forudsætninger for at drive virksomheden".

use super::finding::{CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, Setting, Skill};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let (outcome, reason) = match answers.trade_skills {
        None => (Outcome::NeedsAnswer, Reason::NotAnswered),
        Some(Skill::Yes) => (Outcome::Met, Reason::HasSkills),
        Some(Skill::Partly) => (Outcome::CaseworkerAssesses, Reason::HasSomeSkills),
        Some(Skill::No) => (Outcome::CaseworkerAssesses, Reason::LacksSkills),
        Some(Skill::Unknown) => (Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
    };
    Finding::new(setting, CriterionId::TradeSkills, RuleId::TradeSkills, outcome, reason)
}
