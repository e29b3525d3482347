//! One month after the other: the lines in the order of the spec, § 4.

use super::benefit::{self, BaseWorkings, BenefitWorkings, Earnings};
use super::business::TradeWorkings;
use super::figures::{Figures, NotCovered};
use super::job::JobsWorkings;
use super::ledger::{BusinessLines, MonthRow};
use super::loan::{LoanMonth, LoanStage, LoanWorkings};
use super::notes::Note;
use super::profit::{self, ProfitWorkings};
use super::purses::{HouseholdInputs, is_self_supporting};
use super::scenario::{Benefit, Deduction, SubsidyModel, TaxMode, Vat};
use super::state::SimulationState;
use super::subsidy::{self, SubsidyWorkings};
use super::tax::{Contribution, Income, TaxWorkings};
use super::timeline::Phase;
use super::workings::{FullSupport, MonthContext, MonthWorkings};
use crate::quantity::{Money, Month};
use crate::rulebook::figure;

impl SimulationState<'_> {
    pub(super) fn all_months(&mut self, figures: &mut Figures<'_>) -> Result<Vec<MonthRow>, NotCovered> {
        // As many rows as there are months: one that grows is moved each time it does.
        let mut rows = Vec::with_capacity(self.scenario().months as usize);
        for month in self.timeline.months() {
            rows.push(self.month(month, figures)?.row());
        }
        Ok(rows)
    }

    /// The notes the months gave.
    pub(super) fn into_notes(self) -> impl Iterator<Item = Note> {
        self.notes.into_notes()
    }

    /// The lines of a month, one part after the other as the spec has them. Only the base of the support comes before
    /// the jobs (§§ 4.3 and 4.4 before § 4.1): whether their contribution is worked out depends on it.
    pub(super) fn month(&mut self, month: Month, figures: &mut Figures<'_>) -> Result<MonthWorkings, NotCovered> {
        let context = self.context(month);
        let full_support = self.full_support(context, figures)?;
        let jobs = self.jobs(context, full_support.amount(), figures)?;
        let trade = self.trade(context, figures)?;
        let benefit = self.benefit(context, &full_support, &jobs, figures)?;
        let subsidy = self.subsidy(context, &full_support, &jobs, trade);
        let loan = self.loan(context, benefit.paid);
        let business = self.business_month(context, trade, loan.lines);
        let profit = self.taxable_profit(context, &business.lines);
        let income = Income { public: benefit.paid + subsidy.paid, profit: profit.profit };
        let tax = TaxWorkings::of(self.plan, income, &jobs, month, figures)?;
        let inputs = HouseholdInputs { jobs: &jobs, benefit, subsidy, tax: tax.amount(), loan: loan.lines };
        let household = self.household_month(context, inputs, &business.lines);
        let self_supporting = is_self_supporting(&household, &business.lines);
        let workings = MonthWorkings {
            context,
            full_support,
            jobs,
            trade,
            benefit,
            subsidy,
            loan,
            business,
            profit,
            tax,
            household,
            self_supporting,
        };
        self.look_for_notes(&workings, figures)?;
        (self.household, self.business) = (household.closing, business.lines.closing);
        Ok(workings)
    }

    /// The benefit or subsidy of the month before anything reduces it.
    fn full_support(&self, context: MonthContext, figures: &mut Figures<'_>) -> Result<FullSupport, NotCovered> {
        let is_subsidised = context.phase == Phase::Supported;
        match self.scenario().subsidy.monthly.filter(|_| is_subsidised) {
            Some(monthly) => Ok(FullSupport::OwnSubsidy(monthly)),
            None if is_subsidised || self.timeline.has_ordinary_benefit(context.phase) => {
                BaseWorkings::of(&self.plan.resolved.benefit, context.month, figures).map(FullSupport::Base)
            }
            None => Ok(FullSupport::Nothing),
        }
    }

    /// The small jobs. Their contribution is looked up only where anything depends on it.
    fn jobs(
        &mut self,
        context: MonthContext,
        full_support: Money,
        figures: &mut Figures<'_>,
    ) -> Result<JobsWorkings, NotCovered> {
        let (scenario, month) = (self.scenario(), context.month);
        let jobs = JobsWorkings::of(&scenario.small_jobs, month, &mut self.jobs, figures)?;
        let reduce_support = full_support.is_positive() && self.earnings_reduce_support(context.phase);
        if reduce_support || scenario.tax.mode == TaxMode::Simplified {
            return Ok(jobs.after(Contribution::of(jobs.wage, month, figures)?));
        }
        Ok(jobs)
    }

    /// What the business sells and costs. VAT is taken out of it from the month after the limit is passed (registration from
    /// then on, and for good, is an assumption), where customers pay no more than before.
    fn trade(&mut self, context: MonthContext, figures: &mut Figures<'_>) -> Result<Option<TradeWorkings>, NotCovered> {
        let month = context.month;
        let Some((business, open_month)) = self.open_business(context) else {
            self.turnover.month(month, None, figures)?;
            return Ok(None);
        };
        let is_absorbed = business.vat == Vat::Absorbed && self.turnover.passed.is_some();
        let vat = if is_absorbed { Some(figures.take(figure::MOMS_SATS, month)?) } else { None };
        let trade = TradeWorkings::of(business, month, open_month, vat);
        self.turnover.month(month, Some(trade.before_vat.unwrap_or(trade.revenue)), figures)?;
        Ok(Some(trade))
    }

    fn earnings_reduce_support(&self, phase: Phase) -> bool {
        if phase == Phase::Supported {
            self.scenario().subsidy.model == SubsidyModel::NeedBased
        } else {
            !matches!(self.plan.resolved.benefit, Benefit::Own { deduction: Deduction::None, .. })
        }
    }

    fn benefit(
        &self,
        context: MonthContext,
        full_support: &FullSupport,
        jobs: &JobsWorkings,
        figures: &mut Figures<'_>,
    ) -> Result<BenefitWorkings, NotCovered> {
        match full_support {
            FullSupport::Base(base) if context.phase != Phase::Supported => {
                let earnings = Earnings { countable: jobs.countable, hours: jobs.hours };
                benefit::paid(base, earnings, context.month, figures)
            }
            FullSupport::Base(_) | FullSupport::OwnSubsidy(_) | FullSupport::Nothing => Ok(BenefitWorkings::default()),
        }
    }

    fn subsidy(
        &self,
        context: MonthContext,
        full: &FullSupport,
        jobs: &JobsWorkings,
        trade: Option<TradeWorkings>,
    ) -> SubsidyWorkings {
        if context.phase != Phase::Supported {
            return SubsidyWorkings::default();
        }
        let surplus = trade.map(|trade| trade.surplus).unwrap_or_default();
        subsidy::paid(self.scenario().subsidy.model, full.amount(), surplus, jobs.countable)
    }

    /// The debt. On benefit after the business has closed, the loan is paused.
    fn loan(&mut self, context: MonthContext, benefit: Money) -> LoanWorkings {
        let Some(loan) = self.scenario().loan.as_ref().filter(|_| context.opening.is_some()) else {
            return LoanWorkings::default();
        };
        match context.since_opening {
            None => LoanWorkings { stage: LoanStage::NotPaidOutYet, ..LoanWorkings::default() },
            Some(0) => self.debt.pay_out(loan),
            Some(age) => {
                let owed = self.debt.outstanding().is_positive();
                let paused = owed && context.phase == Phase::Closed && benefit.is_positive();
                self.debt.step(loan, LoanMonth { month: context.month, age, paused })
            }
        }
    }

    fn taxable_profit(&mut self, context: MonthContext, business: &BusinessLines) -> ProfitWorkings {
        self.carried_loss.month(context.open_month.map(|_| profit::result(business)))
    }

    fn look_for_notes(&mut self, workings: &MonthWorkings, figures: &mut Figures<'_>) -> Result<(), NotCovered> {
        let MonthWorkings { context, full_support, benefit, household, business, loan, trade, .. } = workings;
        let from_profile = matches!(self.plan.resolved.benefit, Benefit::Profile(_));
        if from_profile && benefit.paid.is_positive() && self.notes.wealth_above_limit.is_none() {
            let limit = figures.take(figure::FORMUE_ENLIG, context.month)?;
            if household.opening > limit || household.wound_up > limit {
                self.notes.wealth_above_limit = Some(context.month);
            }
        }
        let is_rate = matches!(full_support, FullSupport::Base(BaseWorkings::Rates { sum, .. }) if sum.is_positive());
        self.notes.spouse_left_out |= self.plan.resolved.has_spouse && is_rate;
        if trade.is_some_and(|trade| trade.before_vat.is_some()) {
            self.notes.vat_absorbed.get_or_insert(context.month);
        }
        if context.phase == Phase::Supported {
            let full = full_support.amount();
            let counted = full.min(business.lines.surplus.at_least_zero());
            let need_based = self.scenario().subsidy.model == SubsidyModel::NeedBased;
            if need_based && counted > business.lines.draw {
                self.notes.subsidy_reduced_by_undrawn_surplus.get_or_insert(context.month);
            }
            self.notes.subsidy_base_zero |= full.is_zero();
        }
        if self.scenario().loan.as_ref().is_some_and(|taken| loan.lines.outstanding > taken.principal) {
            self.notes.debt_grows.get_or_insert(context.month);
        }
        Ok(())
    }
}
