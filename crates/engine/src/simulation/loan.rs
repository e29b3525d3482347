//! The debt, month by month.
//!
//! [`payments`] is the whole plan of a loan, beyond whatever a scenario shows of it.

use super::annuity::level_payment;
use super::ledger::LoanLines;
use super::scenario::{Loan, Repayment};
use crate::quantity::Money;

/// A loan that has been paid out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Debt {
    outstanding: Money,
    level: Option<Money>,
    instalments_due: u32,
}

impl Debt {
    /// What is owed.
    pub(super) fn outstanding(&self) -> Money {
        self.outstanding
    }

    /// The month of the payout.
    pub(super) fn pay_out(&mut self, loan: &Loan) -> LoanLines {
        self.outstanding = loan.principal;
        LoanLines { opening: loan.principal, outstanding: loan.principal, ..LoanLines::default() }
    }

    /// A later month, `age` months after the payout. A paused month has neither interest nor instalment.
    pub(super) fn step(&mut self, loan: &Loan, age: u32, paused: bool) -> LoanLines {
        let opening = self.outstanding;
        if paused || opening.is_zero() {
            return LoanLines { opening, paused, outstanding: opening, ..LoanLines::default() };
        }
        let interest = opening.times(loan.annual_rate).twelfth().round();
        let instalment = self.instalment(loan, age, opening, opening + interest);
        self.outstanding = opening + interest - instalment;
        LoanLines { opening, interest, instalment, paused, outstanding: self.outstanding }
    }

    fn instalment(&mut self, loan: &Loan, age: u32, opening: Money, owed: Money) -> Money {
        if age < loan.first_instalment_after_months {
            return Money::ZERO;
        }
        match loan.repayment {
            Repayment::Instalment(fixed) => fixed.min(owed),
            Repayment::Term(term) => {
                self.instalments_due = self.instalments_due.saturating_add(1);
                let level = *self.level.get_or_insert_with(|| level_payment(opening, loan.annual_rate, term));
                if self.instalments_due >= term { owed } else { level.min(owed) }
            }
        }
    }
}

/// The loan's payments from the month after the payout to the last, as planned: nothing is paused.
/// `None` when the debt is not repaid within `most_months`.
#[must_use]
pub fn payments(loan: &Loan, most_months: u32) -> Option<Vec<Money>> {
    let mut debt = Debt::default();
    debt.pay_out(loan);
    let mut payments = Vec::new();
    for age in 1..=most_months {
        payments.push(debt.step(loan, age, false).instalment);
        if debt.outstanding().is_zero() {
            return Some(payments);
        }
    }
    None
}
