//! What is still to be asked: derived from what is missing, never scripted.

use super::criteria::{Finding, Outcome};
use super::{AnswerKey, Answers, Verdict};

/// Asked after the criteria. They never hold back the verdict.
const BESIDE_THE_CRITERIA: [AnswerKey; 7] = [
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
    let beside = BESIDE_THE_CRITERIA.into_iter().filter(|&key| !answers.has(key));
    behind_criteria.chain(beside).collect()
}
