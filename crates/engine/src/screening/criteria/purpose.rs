//! Lov 658/2017 § 9: "til at etablere selvstændig virksomhed".

use super::finding::{CriterionId, Finding, Outcome, Reason};
use crate::quantity::Money;
use crate::rulebook::RuleId;
use crate::screening::{Answers, LoanPurpose, Setting};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let (outcome, reason) = match answers.loan_purposes.as_deref() {
        _ if answers.loan_amount == Some(Money::ZERO) => (Outcome::NotApplicable, Reason::NoLoanWanted),
        None | Some([]) => (Outcome::NeedsAnswer, Reason::NotAnswered),
        Some(purposes) if purposes.iter().any(|&purpose| is_doubtful(purpose)) => {
            (Outcome::CaseworkerAssesses, Reason::PurposeIsDoubtful)
        }
        Some(_) => (Outcome::Met, Reason::PurposeIsStarting),
    };
    Finding::new(setting, CriterionId::Purpose, RuleId::Purpose, outcome, reason)
}

/// Not a cost of starting.
const fn is_doubtful(purpose: LoanPurpose) -> bool {
    matches!(purpose, LoanPurpose::Private | LoanPurpose::OldDebt | LoanPurpose::OwnWage)
}
