//! One month after the other: the lines in the order of the spec, § 4.

use super::benefit;
use super::business::BusinessMonth;
use super::figures::{Figures, NotCovered};
use super::job::JobMonth;
use super::ledger::{BusinessLines, HouseholdLines, LoanLines, MonthRow};
use super::loan::LoanMonth;
use super::notes::Note;
use super::purses::{Parts, is_self_supporting};
use super::record::{Formula, Input, Item, Line, Role, line, own};
use super::run::{Now, PHASE, Run, Support, months_between};
use super::scenario::{Benefit, Deduction, Loan, SubsidyModel, TaxMode};
use super::subsidy;
use super::tax::{self, ContributionOf, Income};
use super::timeline::Phase;
use crate::quantity::{Money, Month};
use crate::rulebook::figure;

/// When the loan is paid out.
const PAID_OUT: (Role, Input) = (Role::OpeningMonth, Input::Item(Item::OpeningMonth));

impl<'a> Run<'a> {
    pub(super) fn all_months(&mut self, figures: &mut Figures<'_>) -> Result<Vec<MonthRow>, NotCovered> {
        self.timeline.months().map(|month| self.month(month, figures)).collect()
    }

    /// The notes the months gave.
    pub(super) fn into_notes(self) -> impl Iterator<Item = Note> {
        self.notes.into_notes()
    }

    pub(super) fn month(&mut self, month: Month, figures: &mut Figures<'_>) -> Result<MonthRow, NotCovered> {
        let now = self.now(month);
        figures.tell(|record| self.tell_time(now, record));
        let full = self.full_support(now, figures)?;
        let job = self.job(now, full, figures)?;
        let trade = now.open.map(|(business, age)| BusinessMonth::of(business, month, age, figures));
        let trade = trade.unwrap_or_default();
        let support = self.support(now, full, &job, trade.surplus(), figures)?;
        let loan = self.loan(now, support.benefit, figures);
        let business = self.business_lines(now, trade, loan, figures);
        let profit = self.taxable_profit(now, &business, figures);
        let income = Income { public: support.benefit + support.subsidy, profit };
        let tax = tax::tax(&self.scenario().tax, income, &job, month, figures)?;
        let parts = Parts { job: &job, support, tax, loan };
        let household = self.household_lines(now, parts, &business, figures);
        self.look_for_notes(now, support, &household, &business, loan, figures)?;
        self.household = household.closing;
        self.business = business.closing;
        let self_supporting = is_self_supporting(&household, &business, figures);
        Ok(MonthRow { month, phase: now.phase, household, business, loan, self_supporting })
    }

    fn now(&self, month: Month) -> Now<'a> {
        let phase = self.timeline.phase(month);
        let business = self.scenario().business.as_ref();
        let open = match (business, self.timeline.opening()) {
            (Some(business), Some(opening)) if month >= opening && phase != Phase::Closed => {
                Some((business, months_between(opening, month).saturating_add(1)))
            }
            _ => None,
        };
        let first_closed = business.and_then(|business| business.closes) == Some(month);
        Now { month, phase, open, first_closed, first: month == self.scenario().start }
    }

    /// The benefit or subsidy of the month before anything reduces it.
    fn full_support(&self, now: Now<'_>, figures: &mut Figures<'_>) -> Result<Money, NotCovered> {
        if now.phase == Phase::Supported {
            subsidy::full(self.plan, now.month, figures)
        } else if self.timeline.has_ordinary_benefit(now.phase) {
            benefit::base(&self.plan.benefit, now.month, figures)
        } else {
            Ok(Money::ZERO)
        }
    }

    fn job(&self, now: Now<'_>, full: Money, figures: &mut Figures<'_>) -> Result<JobMonth, NotCovered> {
        let mut job = JobMonth::of(&self.scenario().small_jobs, now.month, figures)?;
        let reduces_support = full.is_positive() && self.earnings_reduce_support(now.phase);
        if reduces_support || self.scenario().tax.mode == TaxMode::Simplified {
            job.am = tax::labour_market_contribution(ContributionOf::wage(job.wage()), now.month, figures)?;
            figures.tell(|record| job.tell_countable(record));
        }
        Ok(job)
    }

    fn earnings_reduce_support(&self, phase: Phase) -> bool {
        if phase == Phase::Supported {
            self.scenario().subsidy.model == SubsidyModel::NeedBased
        } else {
            !matches!(self.plan.benefit, Benefit::Own { deduction: Deduction::None, .. })
        }
    }

    fn support(
        &self,
        now: Now<'_>,
        full: Money,
        job: &JobMonth,
        surplus: Money,
        figures: &mut Figures<'_>,
    ) -> Result<Support, NotCovered> {
        let mut support = Support::default();
        if now.phase == Phase::Supported {
            let model = self.scenario().subsidy.model;
            support.subsidy = subsidy::paid(model, full, surplus, job.countable(), figures);
            support.full_subsidy = full;
        } else {
            tell_nothing(Line::HouseholdSubsidy, figures);
        }
        if self.timeline.has_ordinary_benefit(now.phase) {
            support.benefit = benefit::paid(&self.plan.benefit, full, job, now.month, figures)?;
        } else {
            tell_nothing(Line::HouseholdBenefit, figures);
        }
        Ok(support)
    }

    fn loan(&mut self, now: Now<'_>, benefit: Money, figures: &mut Figures<'_>) -> LoanLines {
        let (Some(loan), Some(opening)) = (&self.scenario().loan, self.timeline.opening()) else {
            figures.tell(|record| record.no_loan(Formula::NoLoan, &[]));
            return LoanLines::default();
        };
        if now.month < opening {
            figures.tell(|record| record.no_loan(Formula::NotPaidOutYet, &[PAID_OUT]));
            return LoanLines::default();
        }
        if now.month == opening {
            figures.tell(|record| {
                record.no_loan(Formula::NothingInPayoutMonth, &[PAID_OUT]);
                record.same(Line::LoanOpening, own("loan.principal", loan.principal));
            });
            return self.debt.pay_out(loan);
        }
        self.later_loan_month(loan, now, opening, benefit, figures)
    }

    /// A month after the payout. On benefit after the business has closed, the loan is paused.
    fn later_loan_month(
        &mut self,
        loan: &Loan,
        now: Now<'_>,
        opening: Month,
        benefit: Money,
        figures: &mut Figures<'_>,
    ) -> LoanLines {
        let owed = self.debt.outstanding().is_positive();
        let paused = owed && now.phase == Phase::Closed && benefit.is_positive();
        let loan_month = LoanMonth { month: now.month, age: months_between(opening, now.month), paused };
        let lines = self.debt.step(loan, loan_month, &mut figures.listener);
        figures.tell(|record| {
            let debt = (Role::Debt, line(Line::LoanOpening));
            let inputs = [debt, PHASE, (Role::Benefit, line(Line::HouseholdBenefit))];
            record.formula(Line::LoanPaused, Formula::Paused, paused, &inputs);
            let inputs =
                [debt, (Role::Interest, line(Line::LoanInterest)), (Role::Instalment, line(Line::LoanInstalment))];
            record.formula(Line::LoanOutstanding, Formula::Outstanding, lines.outstanding, &inputs);
        });
        lines
    }

    fn look_for_notes(
        &mut self,
        now: Now<'_>,
        support: Support,
        household: &HouseholdLines,
        business: &BusinessLines,
        loan: LoanLines,
        figures: &mut Figures<'_>,
    ) -> Result<(), NotCovered> {
        let from_profile = matches!(self.plan.benefit, Benefit::Profile(_));
        if from_profile && support.benefit.is_positive() && self.notes.wealth_above_limit.is_none() {
            let limit = figures.take(figure::FORMUE_ENLIG, now.month)?;
            if household.opening > limit || household.wound_up > limit {
                self.notes.wealth_above_limit = Some(now.month);
            }
        }
        if now.phase == Phase::Supported {
            let counted = support.full_subsidy.min(business.surplus.or_zero());
            let need_based = self.scenario().subsidy.model == SubsidyModel::NeedBased;
            if need_based && counted > business.draw {
                self.notes.subsidy_reduced_by_undrawn_surplus.get_or_insert(now.month);
            }
            self.notes.subsidy_base_zero |= support.full_subsidy.is_zero();
        }
        if self.scenario().loan.as_ref().is_some_and(|taken| loan.outstanding > taken.principal) {
            self.notes.debt_grows.get_or_insert(now.month);
        }
        Ok(())
    }
}

/// A line that is nothing in this phase.
fn tell_nothing(line: Line, figures: &mut Figures<'_>) {
    figures.tell(|record| record.formula(line, Formula::NothingInPhase, Money::ZERO, &[PHASE]));
}
