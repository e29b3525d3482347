//! What the findings come to.

use super::criteria::{Finding, Outcome};
use crate::string_enum::string_enum;

string_enum! {
    /// What the findings come to. Guidance: none of them is a decision.
    Verdict {
        /// A criterion that cannot be assessed away is not met.
        NotInTargetGroup = "not_in_target_group",
        /// Something is not answered yet.
        Undecided = "undecided",
        /// The caseworker must assess something.
        NeedsAssessment = "needs_assessment",
        /// Everything looks met.
        InTargetGroup = "in_target_group",
    }
}

impl Verdict {
    /// The verdict of the findings, hardest first.
    pub(super) fn of(findings: &[Finding]) -> Self {
        let any = |outcome| findings.iter().any(|finding| finding.outcome == outcome);
        let outside = findings.iter().any(|finding| finding.criterion.is_hard() && finding.outcome == Outcome::NotMet);
        if outside {
            Verdict::NotInTargetGroup
        } else if any(Outcome::NeedsAnswer) {
            Verdict::Undecided
        } else if any(Outcome::CaseworkerAssesses) {
            Verdict::NeedsAssessment
        } else {
            Verdict::InTargetGroup
        }
    }
}
