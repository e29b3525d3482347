//! What is still to be asked: derived from what is missing, never scripted.

use super::criteria::{CriterionId, Finding, Outcome};
use super::{AnswerKey, Answers, Verdict};

/// The keys still to be asked; none when nothing can change the verdict any more.
pub(super) fn next(verdict: Verdict, findings: &[Finding], answers: &Answers) -> Vec<AnswerKey> {
    if verdict == Verdict::NotInTargetGroup {
        return Vec::new();
    }
    let behind_criteria = findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::NeedsAnswer)
        .map(|finding| finding.criterion.question());
    // Beside the criteria, and so without weight for the verdict.
    let beside = AnswerKey::ASKED.iter().skip(CriterionId::ALL.len()).copied().filter(|&key| !answers.has(key));
    behind_criteria.chain(beside).collect()
}
