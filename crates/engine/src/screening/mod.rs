//! Screening: who the scheme is for.
//!
//! [`screen`] looks at every criterion and gives every finding, never just the first. It guides and
//! does not decide: only age, municipality and target group can put a person outside, and an answer
//! of *unknown* never does.

mod answers;
mod criteria;
mod flags;
mod of_benefit;
mod questions;
mod relevance;
mod routes;
mod support;
mod table;
mod verdict;

#[cfg(test)]
mod tests;

pub use answers::{BusinessAccount, CoursePlan, Idea, LoanPurpose, Municipality, Plan, Skill, Support, YesNo};
pub use criteria::{ADULT_AGE, Change, Compared, CriterionId, Finding, Outcome, Reason};
pub use flags::{Flag, FlagId, Severity};
pub use relevance::{NotRelevant, QuestionFlow, QuestionStatus, QuestionStep, Relevance};
pub use routes::{NextStep, RouteId, RouteReason, RouteState};
pub use table::{AGE, AMOUNT, Answer, AnswerKey, AnswerKeys, AnswerKind, Answers};
pub use verdict::Verdict;

use crate::quantity::Month;
use crate::rulebook::{FigureId, Rulebook, Scheme};

/// What the criteria are held against.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The figures.
    pub rulebook: &'a Rulebook,
    /// The set of rules.
    pub scheme: Scheme,
    /// The month the answers are looked at in.
    pub as_of: Month,
}

/// The result of a screening.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Screening {
    /// What the findings come to.
    pub verdict: Verdict,
    /// Every criterion, in their order.
    pub findings: Vec<Finding>,
    /// What to look out for, by id.
    pub flags: Vec<Flag>,
    /// The five ways on, in their order.
    pub routes: Vec<NextStep>,
    /// What is still to be asked.
    pub next_questions: Vec<AnswerKey>,
    /// What must be said about the figures used.
    pub notes: Vec<CarriedNote>,
}

/// A figure whose last known value was carried forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CarriedNote {
    /// Always `rates_carried`.
    pub note: &'static str,
    /// Which figure.
    pub figure: FigureId,
    /// The month it was carried into.
    pub from: Month,
}

/// Looks at the answers under a scheme, in a month.
#[must_use]
pub fn screen(setting: Setting<'_>, answers: &Answers) -> Screening {
    let findings = criteria::findings(setting, answers);
    let verdict = Verdict::of(&findings);
    let (flags, carried) = flags::flags(setting, verdict, answers);
    Screening {
        verdict,
        routes: routes::routes(setting, verdict, answers),
        next_questions: questions::next(verdict, &findings, answers),
        flags,
        notes: carried.into_iter().collect(),
        findings,
    }
}
