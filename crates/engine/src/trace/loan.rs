//! How the lines of the debt came about.

use super::intermediate::Intermediate;
use super::telling::{Telling, TermSource, Terms, formula, line_of, not_yet, same, term};
use super::{Formula, Line, MonthTrace, TermRole};
use crate::quantity::Money;
use crate::simulation::{Instalment, LevelPayment, Loan, LoanStage, ScenarioField};

impl MonthTrace<'_> {
    pub(super) fn loan_opening(&self, line: Line) -> Option<Telling> {
        match self.stage() {
            LoanStage::NoLoan | LoanStage::NotPaidOutYet => self.nothing_of_a_loan(line),
            LoanStage::Payout => same(self.own(ScenarioField::Principal, self.loan()?.principal)),
            LoanStage::Paused | LoanStage::NothingOwed | LoanStage::Owed(_) => {
                same(self.before(Line::LoanOutstanding, self.row.loan.opening))
            }
        }
    }

    pub(super) fn loan_interest(&self, line: Line) -> Option<Telling> {
        match self.stage() {
            LoanStage::Owed(_) => self.line_by(line, Formula::Interest, vec![debt(), self.annual_rate()?]),
            LoanStage::NoLoan
            | LoanStage::NotPaidOutYet
            | LoanStage::Payout
            | LoanStage::Paused
            | LoanStage::NothingOwed => self.nothing_of_a_loan(line),
        }
    }

    pub(super) fn loan_instalment(&self, line: Line) -> Option<Telling> {
        match self.stage() {
            LoanStage::Owed(instalment) => self.instalment(line, instalment),
            LoanStage::NoLoan
            | LoanStage::NotPaidOutYet
            | LoanStage::Payout
            | LoanStage::Paused
            | LoanStage::NothingOwed => self.nothing_of_a_loan(line),
        }
    }

    pub(super) fn loan_paused(&self, line: Line) -> Option<Telling> {
        match self.stage() {
            LoanStage::NoLoan | LoanStage::NotPaidOutYet | LoanStage::Payout => self.nothing_of_a_loan(line),
            LoanStage::Paused | LoanStage::NothingOwed | LoanStage::Owed(_) => {
                let phase = term(TermRole::Phase, Intermediate::Phase);
                let benefit = term(TermRole::Benefit, Line::HouseholdBenefit);
                self.line_by(line, Formula::Paused, vec![debt(), phase, benefit])
            }
        }
    }

    pub(super) fn loan_outstanding(&self, line: Line) -> Option<Telling> {
        match self.stage() {
            LoanStage::NoLoan | LoanStage::NotPaidOutYet => self.nothing_of_a_loan(line),
            LoanStage::Payout => same(Line::LoanOpening),
            LoanStage::Paused | LoanStage::NothingOwed | LoanStage::Owed(_) => {
                let instalment = term(TermRole::Instalment, Line::LoanInstalment);
                self.line_by(line, Formula::Outstanding, vec![debt(), interest(), instalment])
            }
        }
    }

    /// Why a line of the debt is nothing, by the month it is.
    fn nothing_of_a_loan(&self, line: Line) -> Option<Telling> {
        let opening = || vec![term(TermRole::OpeningMonth, Intermediate::OpeningMonth)];
        let (by, terms) = match self.stage() {
            LoanStage::NoLoan => return self.no_loan(line),
            LoanStage::NotPaidOutYet => (Formula::NotPaidOutYet, opening()),
            LoanStage::Payout => (Formula::NothingInPayoutMonth, opening()),
            LoanStage::Paused => (Formula::NothingWhilePaused, vec![term(TermRole::Paused, Line::LoanPaused)]),
            LoanStage::NothingOwed => (Formula::NothingOwed, vec![debt()]),
            LoanStage::Owed(_) => return None,
        };
        self.line_by(line, by, terms)
    }

    /// A line that would come with a loan.
    pub(super) fn no_loan(&self, line: Line) -> Option<Telling> {
        self.line_by(line, Formula::NoLoan, Terms::new())
    }

    fn instalment(&self, line: Line, instalment: Instalment) -> Option<Telling> {
        let number = || term(TermRole::InstalmentNumber, Line::LoanInstalmentsDue);
        let (by, terms) = match instalment {
            Instalment::BeforeFirst => {
                let after = self.loan()?.first_instalment_after_months;
                let since = term(TermRole::MonthsSincePayout, Intermediate::MonthsSincePayout);
                let after = term(TermRole::FirstInstalmentAfter, self.own(ScenarioField::FirstInstalment, after));
                (Formula::BeforeFirstInstalment, vec![since, after])
            }
            Instalment::Fixed(named) => {
                let named = term(TermRole::NamedInstalment, self.own(ScenarioField::Instalment, named));
                (Formula::FixedInstalment, vec![named, debt(), interest()])
            }
            Instalment::Level { term: months } => {
                let level = term(TermRole::LevelPayment, Line::LoanLevelPayment);
                (Formula::LevelInstalment, vec![level, debt(), interest(), number(), self.term_of(months)])
            }
            Instalment::Last { term: months } => {
                (Formula::LastInstalment, vec![debt(), interest(), number(), self.term_of(months)])
            }
        };
        self.line_by(line, by, terms)
    }

    /// The level payment: worked out in the month it is fixed in, the same ever after.
    pub(super) fn level_payment(&self) -> Option<Telling> {
        match (self.workings.loan.level, self.stage()) {
            (LevelPayment::NotYet, _) => not_yet(Money::ZERO),
            (LevelPayment::Fixed { payment, month }, _) => same(line_of(month, Line::LoanLevelPayment, payment)),
            (
                LevelPayment::FixedNow(payment),
                LoanStage::Owed(Instalment::Level { term } | Instalment::Last { term }),
            ) => formula(Formula::LevelPayment, payment, vec![debt(), self.annual_rate()?, self.term_of(term)]),
            (LevelPayment::FixedNow(_), _) => None,
        }
    }

    /// How many level instalments have fallen due: one more than before, or as many.
    pub(super) fn instalments_due(&self) -> Option<Telling> {
        let loan = self.workings.loan;
        let before = self.before(Line::LoanInstalmentsDue, loan.due_before);
        match (loan.stage, loan.level) {
            (LoanStage::Owed(Instalment::Level { .. } | Instalment::Last { .. }), _) => {
                formula(Formula::InstalmentsDue, loan.due, vec![term(TermRole::DueBefore, before)])
            }
            (_, LevelPayment::NotYet) => not_yet(loan.due),
            (_, LevelPayment::FixedNow(_) | LevelPayment::Fixed { .. }) => same(before),
        }
    }

    fn stage(&self) -> LoanStage {
        self.workings.loan.stage
    }

    fn loan(&self) -> Option<&Loan> {
        self.plan.scenario.loan.as_ref()
    }

    fn annual_rate(&self) -> Option<(TermRole, TermSource)> {
        Some(term(TermRole::AnnualRate, self.own(ScenarioField::AnnualRate, self.loan()?.annual_rate)))
    }

    fn term_of(&self, months: u32) -> (TermRole, TermSource) {
        term(TermRole::Term, self.own(ScenarioField::TermMonths, months))
    }
}

fn debt() -> (TermRole, TermSource) {
    term(TermRole::Debt, Line::LoanOpening)
}

fn interest() -> (TermRole, TermSource) {
    term(TermRole::Interest, Line::LoanInterest)
}
