//! One month after the other: the lines in the order of the spec, § 4.

use super::benefit;
use super::business::BusinessMonth;
use super::figures::{Figures, NotCovered};
use super::job::JobMonth;
use super::ledger::{BusinessLines, HouseholdLines, LoanLines, MonthRow};
use super::loan::Debt;
use super::notes::{Note, RunNotes};
use super::plan::Plan;
use super::scenario::{Benefit, Business, Deduction, Scenario, SubsidyModel, TaxMode};
use super::subsidy;
use super::tax::{self, Income, TaxableProfit};
use super::timeline::{Phase, Timeline};
use crate::quantity::{Money, Month};
use crate::rulebook::figure;

/// A scenario on its way through the months.
pub(super) struct Run<'a> {
    plan: &'a Plan<'a>,
    timeline: Timeline,
    household: Money,
    business: Money,
    debt: Debt,
    taxable: TaxableProfit,
    notes: RunNotes,
}

/// What is known of a month before its lines are worked out.
#[derive(Clone, Copy)]
struct Now<'a> {
    month: Month,
    phase: Phase,
    /// The business, while it is open, and in which month of its life it is (1 = the first).
    open: Option<(&'a Business, u32)>,
    first_closed: bool,
}

/// What the public pays in a month.
#[derive(Clone, Copy, Default)]
struct Support {
    benefit: Money,
    subsidy: Money,
    full_subsidy: Money,
}

impl<'a> Run<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Self {
        Run {
            plan,
            timeline: plan.timeline(),
            household: plan.scenario.household.savings,
            business: Money::ZERO,
            debt: Debt::default(),
            taxable: TaxableProfit::default(),
            notes: RunNotes::default(),
        }
    }

    pub(super) fn all_months(&mut self, figures: &mut Figures<'_>) -> Result<Vec<MonthRow>, NotCovered> {
        self.timeline.months().map(|month| self.month(month, figures)).collect()
    }

    /// The notes the months gave.
    pub(super) fn into_notes(self) -> impl Iterator<Item = Note> {
        self.notes.into_notes(self.plan)
    }

    fn month(&mut self, month: Month, figures: &mut Figures<'_>) -> Result<MonthRow, NotCovered> {
        let now = self.now(month);
        let full = self.full_support(now, figures)?;
        let job = self.job(now, full, figures)?;
        let trade = now.open.map(|(business, age)| BusinessMonth::of(business, month, age)).unwrap_or_default();
        let support = self.support(now, full, &job, trade.surplus(), figures)?;
        let loan = self.loan(now, support.benefit);
        let business = self.business_lines(now, trade, loan);
        let profit = self.taxable_profit(now, &business);
        let income = Income { public: support.benefit + support.subsidy, profit };
        let tax = tax::tax(&self.scenario().tax, income, &job, month, figures)?;
        let household = self.household_lines(now, &job, support, &business, tax, loan);
        self.look_for_notes(now, support, &household, &business, loan, figures)?;
        self.household = household.closing;
        self.business = business.closing;
        let self_supporting = is_self_supporting(&household, &business);
        Ok(MonthRow { month, phase: now.phase, household, business, loan, self_supporting })
    }

    fn scenario(&self) -> &'a Scenario {
        self.plan.scenario
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
        let first_closed = phase == Phase::Closed && business.and_then(|business| business.closes) == Some(month);
        Now { month, phase, open, first_closed }
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
            job.am = tax::labour_market_contribution(job.wage(), now.month, figures)?;
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
        if now.phase == Phase::Supported {
            let subsidy = subsidy::paid(self.scenario().subsidy.model, full, surplus, job.countable());
            return Ok(Support { benefit: Money::ZERO, subsidy, full_subsidy: full });
        }
        let benefit = benefit::paid(&self.plan.benefit, full, job, now.month, figures)?;
        Ok(Support { benefit, ..Support::default() })
    }

    fn loan(&mut self, now: Now<'_>, benefit: Money) -> LoanLines {
        let (Some(loan), Some(opening)) = (&self.scenario().loan, self.timeline.opening()) else {
            return LoanLines::default();
        };
        if now.month < opening {
            return LoanLines::default();
        }
        if now.month == opening {
            return self.debt.pay_out(loan);
        }
        let owed = self.debt.outstanding().is_positive();
        let paused = owed && now.phase == Phase::Closed && benefit.is_positive();
        self.debt.step(loan, months_between(opening, now.month), paused)
    }

    fn business_lines(&self, now: Now<'_>, trade: BusinessMonth, loan: LoanLines) -> BusinessLines {
        let opening = self.business;
        let Some((business, age)) = now.open else {
            let wound_up = if now.first_closed { opening } else { Money::ZERO };
            return BusinessLines { opening, wound_up, closing: opening - wound_up, ..BusinessLines::default() };
        };
        let mut lines = BusinessLines {
            opening,
            revenue: trade.revenue,
            variable_costs: trade.variable_costs,
            fixed_costs: trade.fixed_costs,
            account_fee: trade.account_fee,
            surplus: trade.surplus(),
            instalment: loan.instalment,
            ..BusinessLines::default()
        };
        if age == 1 {
            self.opening_month(business, &mut lines);
        }
        draw(business, loan, &mut lines);
        lines
    }

    /// What is paid and received once, in the month the business opens.
    fn opening_month(&self, business: &Business, lines: &mut BusinessLines) {
        lines.own_contribution = business.own_contribution;
        lines.setup_costs = business.setup_costs.iter().map(|cost| cost.amount).sum();
        lines.account_setup = self.plan.account_setup;
        if let Some(loan) = &self.scenario().loan {
            lines.payout = loan.principal;
            lines.loan_fee = loan.fee;
        }
    }

    fn taxable_profit(&mut self, now: Now<'_>, lines: &BusinessLines) -> Money {
        if now.open.is_none() {
            return Money::ZERO;
        }
        self.taxable.of(lines.surplus - lines.setup_costs - lines.account_setup - lines.loan_fee)
    }

    fn household_lines(
        &self,
        now: Now<'_>,
        job: &JobMonth,
        support: Support,
        business: &BusinessLines,
        tax: Money,
        loan: LoanLines,
    ) -> HouseholdLines {
        let own = &self.scenario().household;
        let mut lines = HouseholdLines {
            opening: self.household,
            benefit: support.benefit,
            subsidy: support.subsidy,
            job_pay: job.pay,
            atp: job.atp,
            draw: business.draw,
            wound_up: business.wound_up,
            other_income: own.other_income,
            own_contribution: business.own_contribution,
            tax,
            living_costs: own.living_costs,
            instalment: if now.open.is_some() { Money::ZERO } else { loan.instalment },
            closing: Money::ZERO,
        };
        lines.closing = lines.opening + lines.benefit + lines.subsidy + lines.own_income() + lines.wound_up
            - lines.own_contribution
            - lines.outgoings();
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

/// The owner's draw, and with it the closing balance. While a debt is outstanding no more than the
/// month's own surplus is drawn, so the loan itself is never lived on.
fn draw(business: &Business, loan: LoanLines, lines: &mut BusinessLines) {
    let before = lines.opening + lines.own_contribution + lines.payout + lines.surplus
        - lines.loan_fee
        - lines.setup_costs
        - lines.account_setup
        - lines.instalment;
    let above_buffer = (before - business.buffer).or_zero();
    lines.draw = if loan.outstanding.is_positive() {
        (lines.surplus - lines.instalment).or_zero().min(above_buffer)
    } else {
        above_buffer
    };
    lines.closing = before - lines.draw;
}

fn is_self_supporting(household: &HouseholdLines, business: &BusinessLines) -> bool {
    !household.has_public_support()
        && !business.closing.is_negative()
        && household.own_income() - household.tax - household.instalment >= household.living_costs
}

fn months_between(earlier: Month, later: Month) -> u32 {
    u32::try_from(later.months_since(earlier)).unwrap_or(0)
}
