//! Nordjyske, February 2017: "op til 50.000 kr." No law fixes a largest loan.

use super::finding::{Compared, CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, Setting};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let finding = |outcome, reason| {
        Finding::new(setting, CriterionId::LoanWithinMaximum, RuleId::LoanWithinMaximum, outcome, reason)
    };
    let Some(maximum) = setting.rulebook.largest_loan(setting.scheme) else {
        return finding(Outcome::NotApplicable, Reason::NoMaximumInLaw);
    };
    let Some(amount) = answers.loan_amount else {
        return finding(Outcome::NeedsAnswer, Reason::NotAnswered);
    };
    let compared = Compared { amount: Some(amount), maximum: Some(maximum), ..Compared::default() };
    if amount.is_zero() {
        finding(Outcome::NotApplicable, Reason::NoLoanWanted)
    } else if amount <= maximum {
        finding(Outcome::Met, Reason::LoanWithinMaximum).comparing(compared)
    } else {
        finding(Outcome::CaseworkerAssesses, Reason::LoanAboveMaximum).comparing(compared)
    }
}
