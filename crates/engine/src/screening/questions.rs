//! What is still to be asked: derived from what is missing, never scripted.

use super::criteria::{CriterionId, Finding, Outcome};
use super::{AnswerKey, Answers, Verdict};

/// Every question that is asked, in order: first those behind the criteria, then those that never hold back
/// the verdict. What else the rate of the benefit can depend on is asked with the budget.
pub const ASKED: &[AnswerKey] = &[
    AnswerKey::Age,
    AnswerKey::Municipality,
    AnswerKey::Support,
    AnswerKey::BusinessStarted,
    AnswerKey::Idea,
    AnswerKey::TradeSkills,
    AnswerKey::BusinessSkills,
    AnswerKey::JobOrEducationClose,
    AnswerKey::WillTakeCourse,
    AnswerKey::Plan,
    AnswerKey::LoanAmount,
    AnswerKey::LoanPurposes,
    AnswerKey::PublicDebt,
    AnswerKey::BusinessAccount,
    AnswerKey::WealthOverLimit,
    AnswerKey::HousingBenefit,
    AnswerKey::Single,
    AnswerKey::Children,
    AnswerKey::LivesWithParents,
];

/// The keys still to be asked; none when nothing can change the verdict any more.
pub(super) fn next(verdict: Verdict, findings: &[Finding], answers: &Answers) -> Vec<AnswerKey> {
    if verdict == Verdict::NotInTargetGroup {
        return Vec::new();
    }
    let behind_criteria = findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::NeedsAnswer)
        .map(|finding| finding.criterion.question());
    let beside = ASKED.iter().skip(CriterionId::ALL.len()).copied().filter(|&key| !answers.has(key));
    behind_criteria.chain(beside).collect()
}
