//! The debt, month by month.
//!
//! [`payments`] is the whole plan of a loan, beyond whatever a scenario shows of it.

use super::annuity::level_payment;
use super::ledger::LoanLines;
use super::scenario::{Loan, Repayment};
use crate::quantity::{Money, Month};

/// The debt in a month.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LoanWorkings {
    /// Its lines.
    pub(crate) lines: LoanLines,
    /// What kind of month it is for the debt.
    pub(crate) stage: LoanStage,
    /// The level payment.
    pub(crate) level: LevelPayment,
    /// How many level instalments had fallen due before the month.
    pub(crate) due_before: u32,
    /// How many have fallen due by its end.
    pub(crate) due: u32,
}

/// What kind of month it is for the debt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LoanStage {
    /// There is no loan.
    #[default]
    NoLoan,
    /// It is not paid out yet.
    NotPaidOutYet,
    /// It is paid out.
    Payout,
    /// Neither interest nor instalment, while on benefit after the business has closed (henstand).
    Paused,
    /// It is paid back.
    NothingOwed,
    /// Interest, and perhaps an instalment.
    Owed(Instalment),
}

/// Which instalment falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Instalment {
    /// None before the first.
    BeforeFirst,
    /// What the person named.
    Fixed(Money),
    /// The level payment.
    Level {
        /// Of so many.
        term: u32,
    },
    /// The last of the term: all that is owed.
    Last {
        /// Of so many.
        term: u32,
    },
}

/// The level payment of a loan that is paid back in a term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LevelPayment {
    /// It is not fixed yet, or never is.
    #[default]
    NotYet,
    /// It is fixed in this month.
    FixedNow(Money),
    /// It was fixed in an earlier month.
    Fixed {
        /// How much it is.
        payment: Money,
        /// The month it was fixed in.
        month: Month,
    },
}

/// A loan that has been paid out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Debt {
    outstanding: Money,
    /// The level payment, and the month it was fixed in.
    level: Option<(Money, Month)>,
    instalments_due: u32,
}

/// When something falls in the life of a loan.
#[derive(Clone, Copy, Debug)]
pub(super) struct LoanMonth {
    /// The calendar month.
    pub(super) month: Month,
    /// How many months after the payout.
    pub(super) age: u32,
    /// Neither interest nor instalment.
    pub(super) paused: bool,
}

impl Debt {
    /// What is owed.
    pub(super) fn outstanding(&self) -> Money {
        self.outstanding
    }

    /// The month of the payout.
    pub(super) fn pay_out(&mut self, loan: &Loan) -> LoanWorkings {
        self.outstanding = loan.principal;
        let lines = LoanLines { opening: loan.principal, outstanding: loan.principal, ..LoanLines::default() };
        LoanWorkings { lines, stage: LoanStage::Payout, ..LoanWorkings::default() }
    }

    /// A later month. A paused month has neither interest nor instalment.
    pub(super) fn step(&mut self, loan: &Loan, now: LoanMonth) -> LoanWorkings {
        let (opening, paused) = (self.outstanding, now.paused);
        let due_before = self.instalments_due;
        if paused || opening.is_zero() {
            let lines = LoanLines { opening, paused, outstanding: opening, ..LoanLines::default() };
            let stage = if paused { LoanStage::Paused } else { LoanStage::NothingOwed };
            return LoanWorkings { lines, stage, level: self.level(), due_before, due: due_before };
        }
        let interest = opening.times(loan.annual_rate).twelfth().round();
        let owed = opening + interest;
        let falls = self.what_falls(loan, now.age);
        let level = match falls {
            Instalment::Level { term } | Instalment::Last { term } => self.fix_level(loan, opening, term, now.month),
            Instalment::BeforeFirst | Instalment::Fixed(_) => self.level(),
        };
        let instalment = match falls {
            Instalment::BeforeFirst => Money::ZERO,
            Instalment::Fixed(named) => named.min(owed),
            Instalment::Level { .. } => level.amount().min(owed),
            Instalment::Last { .. } => owed,
        };
        self.outstanding = owed - instalment;
        let lines = LoanLines { opening, interest, instalment, paused, outstanding: self.outstanding };
        LoanWorkings { lines, stage: LoanStage::Owed(falls), level, due_before, due: self.instalments_due }
    }

    /// Which instalment falls; one of a term is counted.
    fn what_falls(&mut self, loan: &Loan, age: u32) -> Instalment {
        if age < loan.first_instalment_after_months {
            return Instalment::BeforeFirst;
        }
        match loan.repayment {
            Repayment::Instalment(named) => Instalment::Fixed(named),
            Repayment::Term(term) => {
                self.instalments_due = self.instalments_due.saturating_add(1);
                if self.instalments_due >= term { Instalment::Last { term } } else { Instalment::Level { term } }
            }
        }
    }

    /// The level payment as it was left by the months before.
    fn level(&self) -> LevelPayment {
        self.level.map_or(LevelPayment::NotYet, |(payment, month)| LevelPayment::Fixed { payment, month })
    }

    /// The level payment, from the first month it falls in the same ever after.
    fn fix_level(&mut self, loan: &Loan, debt: Money, term: u32, month: Month) -> LevelPayment {
        if self.level.is_some() {
            return self.level();
        }
        let payment = level_payment(debt, loan.annual_rate, term);
        self.level = Some((payment, month));
        LevelPayment::FixedNow(payment)
    }
}

impl LevelPayment {
    /// How much it is.
    pub(crate) fn amount(self) -> Money {
        match self {
            LevelPayment::NotYet => Money::ZERO,
            LevelPayment::FixedNow(payment) | LevelPayment::Fixed { payment, .. } => payment,
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
        let now = LoanMonth { month: Month::from_index(0), age, paused: false };
        payments.push(debt.step(loan, now).lines.instalment);
        if debt.outstanding().is_zero() {
            return Some(payments);
        }
    }
    None
}
