//! The debt, month by month.
//!
//! [`payments`] is the whole plan of a loan, beyond whatever a scenario shows of it.

use super::annuity::level_payment;
use super::ledger::LoanLines;
use super::record::{Formula, Input, Item, Line, Listener, Record, Role, before, item, line, own};
use super::scenario::{Loan, Repayment};
use crate::quantity::{Money, Month};

/// A loan that has been paid out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Debt {
    outstanding: Money,
    level: Option<Level>,
    instalments_due: u32,
}

/// The level payment, and when it was fixed.
#[derive(Clone, Copy, Debug)]
struct Level {
    payment: Money,
    fixed_in: Month,
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
    pub(super) fn pay_out(&mut self, loan: &Loan) -> LoanLines {
        self.outstanding = loan.principal;
        LoanLines { opening: loan.principal, outstanding: loan.principal, ..LoanLines::default() }
    }

    /// A later month. A paused month has neither interest nor instalment.
    pub(super) fn step(&mut self, loan: &Loan, now: LoanMonth, listener: &mut Listener) -> LoanLines {
        let (opening, paused) = (self.outstanding, now.paused);
        listener.tell(|record| tell_outstanding(record, now, opening));
        if paused || opening.is_zero() {
            listener.tell(|record| tell_rest(record, paused));
            return LoanLines { opening, paused, outstanding: opening, ..LoanLines::default() };
        }
        let interest = opening.times(loan.annual_rate).twelfth().round();
        let instalment = self.instalment(loan, now, opening, opening + interest, listener);
        listener.tell(|record| {
            let inputs = [DEBT, (Role::AnnualRate, own("loan.annual_rate", loan.annual_rate))];
            record.formula(Line::LoanInterest, Formula::Interest, interest, &inputs);
        });
        self.outstanding = opening + interest - instalment;
        LoanLines { opening, interest, instalment, paused, outstanding: self.outstanding }
    }

    fn instalment(
        &mut self,
        loan: &Loan,
        now: LoanMonth,
        opening: Money,
        owed: Money,
        listener: &mut Listener,
    ) -> Money {
        if now.age < loan.first_instalment_after_months {
            listener.tell(|record| tell_before_first(record, loan));
            return Money::ZERO;
        }
        match loan.repayment {
            Repayment::Instalment(fixed) => {
                let instalment = fixed.min(owed);
                listener.tell(|record| tell_fixed(record, fixed, instalment));
                instalment
            }
            Repayment::Term(term) => self.level_instalment(loan, term, now, (opening, owed), listener),
        }
    }

    fn level_instalment(
        &mut self,
        loan: &Loan,
        term: u32,
        now: LoanMonth,
        (opening, owed): (Money, Money),
        listener: &mut Listener,
    ) -> Money {
        let due_before = self.instalments_due;
        self.instalments_due = due_before.saturating_add(1);
        let fix = || Level { payment: level_payment(opening, loan.annual_rate, term), fixed_in: now.month };
        let level = *self.level.get_or_insert_with(fix);
        let is_last = self.instalments_due >= term;
        let instalment = if is_last { owed } else { level.payment.min(owed) };
        listener.tell(|record| {
            tell_level(record, loan, term, level, now);
            record.formula(
                Line::LoanInstalmentsDue,
                Formula::InstalmentsDue,
                self.instalments_due,
                &[(Role::DueBefore, before(now.month, Line::LoanInstalmentsDue, due_before))],
            );
            tell_level_instalment(record, term, is_last, instalment);
        });
        instalment
    }

    /// Tells what of the debt is carried on without standing in a result, where the month has not changed it.
    pub(super) fn tell_carried(&self, record: &mut Record, month: Month) {
        if record.note(Item::Line(Line::LoanInstalmentsDue)).is_some() {
            return;
        }
        match self.level {
            Some(level) => {
                let payment =
                    Input::Line { month: level.fixed_in, line: Line::LoanLevelPayment, value: level.payment.into() };
                record.same(Line::LoanLevelPayment, payment);
                record.same(Line::LoanInstalmentsDue, before(month, Line::LoanInstalmentsDue, self.instalments_due));
            }
            None => {
                record.formula(Line::LoanLevelPayment, Formula::NotYet, Money::ZERO, &[]);
                record.formula(Line::LoanInstalmentsDue, Formula::NotYet, 0, &[]);
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
        let now = LoanMonth { month: Month::from_index(0), age, paused: false };
        payments.push(debt.step(loan, now, &mut Listener::default()).instalment);
        if debt.outstanding().is_zero() {
            return Some(payments);
        }
    }
    None
}

const DEBT: (Role, Input) = (Role::Debt, Input::Item(Item::Line(Line::LoanOpening)));
const INTEREST: (Role, Input) = (Role::Interest, Input::Item(Item::Line(Line::LoanInterest)));

fn tell_outstanding(record: &mut Record, now: LoanMonth, opening: Money) {
    record.same(Line::LoanOpening, before(now.month, Line::LoanOutstanding, opening));
}

/// Nothing happens to the debt: it is paused, or there is none.
fn tell_rest(record: &mut Record, paused: bool) {
    let lines = [Line::LoanInterest, Line::LoanInstalment];
    if paused {
        record.nothing(&lines, Formula::NothingWhilePaused, &[(Role::Paused, line(Line::LoanPaused))]);
    } else {
        record.nothing(&lines, Formula::NothingOwed, &[DEBT]);
    }
}

fn tell_before_first(record: &mut Record, loan: &Loan) {
    let after = own("loan.first_instalment_after_months", loan.first_instalment_after_months);
    let inputs = [(Role::MonthsSincePayout, item(Item::MonthsSincePayout)), (Role::FirstInstalmentAfter, after)];
    record.formula(Line::LoanInstalment, Formula::BeforeFirstInstalment, Money::ZERO, &inputs);
}

fn tell_fixed(record: &mut Record, fixed: Money, instalment: Money) {
    let inputs = [(Role::NamedInstalment, own("loan.repayment.instalment", fixed)), DEBT, INTEREST];
    record.formula(Line::LoanInstalment, Formula::FixedInstalment, instalment, &inputs);
}

/// The level payment: worked out in the month it is fixed in, the same ever after.
fn tell_level(record: &mut Record, loan: &Loan, term: u32, level: Level, now: LoanMonth) {
    if level.fixed_in == now.month {
        let inputs = [
            DEBT,
            (Role::AnnualRate, own("loan.annual_rate", loan.annual_rate)),
            (Role::Term, own("loan.repayment.term_months", term)),
        ];
        record.formula(Line::LoanLevelPayment, Formula::LevelPayment, level.payment, &inputs);
    } else {
        let fixed = Input::Line { month: level.fixed_in, line: Line::LoanLevelPayment, value: level.payment.into() };
        record.same(Line::LoanLevelPayment, fixed);
    }
}

fn tell_level_instalment(record: &mut Record, term: u32, is_last: bool, instalment: Money) {
    let number = (Role::InstalmentNumber, line(Line::LoanInstalmentsDue));
    let term = (Role::Term, own("loan.repayment.term_months", term));
    if is_last {
        let inputs = [DEBT, INTEREST, number, term];
        return record.formula(Line::LoanInstalment, Formula::LastInstalment, instalment, &inputs);
    }
    let level = (Role::LevelPayment, line(Line::LoanLevelPayment));
    let inputs = [level, DEBT, INTEREST, number, term];
    record.formula(Line::LoanInstalment, Formula::LevelInstalment, instalment, &inputs);
}
