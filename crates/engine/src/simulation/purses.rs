//! The two purses of a month, never mixed: what stands on the business account, and what the person lives on.

use super::benefit::BenefitWorkings;
use super::business::TradeWorkings;
use super::job::JobsWorkings;
use super::ledger::{BusinessLines, HouseholdLines, LoanLines};
use super::scenario::Business;
use super::state::SimulationState;
use super::subsidy::SubsidyWorkings;
use super::workings::MonthContext;
use crate::quantity::Money;

/// The business account in a month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BusinessWorkings {
    /// Its lines.
    pub(crate) lines: BusinessLines,
    /// What kind of month it is for the account.
    pub(crate) stage: BusinessStage,
}

/// What kind of month it is for the business account.
#[derive(Clone, Copy, Debug)]
pub(crate) enum BusinessStage {
    /// It is not open: before the opening month, or long after.
    NotOpen,
    /// It has just closed, and all that stands there goes to the household.
    WoundUp,
    /// It is open.
    Open {
        /// What is paid and received once, in the month it opens.
        once: OpeningMonth,
        /// What stands there before the draw.
        before_draw: Money,
        /// What decides the draw.
        draw: DrawRule,
    },
}

/// What is paid and received once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OpeningMonth {
    /// This month, a loan with it.
    WithLoan,
    /// This month, without a loan.
    WithoutLoan,
    /// In an earlier month.
    Past,
}

/// What decides the owner's draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DrawRule {
    /// A debt is outstanding: no more than the month's own surplus is drawn, so the loan itself is never lived on.
    WithDebt,
    /// There is none: all above the buffer is drawn.
    WithoutDebt,
}

/// What a household's month is made of, beside the business.
#[derive(Clone, Copy)]
pub(super) struct HouseholdInputs<'m> {
    pub(super) jobs: &'m JobsWorkings,
    pub(super) benefit: BenefitWorkings,
    pub(super) subsidy: SubsidyWorkings,
    pub(super) tax: Money,
    pub(super) loan: LoanLines,
}

impl SimulationState<'_> {
    pub(super) fn business_month(
        &self,
        context: MonthContext,
        trade: Option<TradeWorkings>,
        loan: LoanLines,
    ) -> BusinessWorkings {
        let opening = self.business;
        let (Some((business, open_month)), Some(trade)) = (self.open_business(context), trade) else {
            return not_open(opening, context.is_first_closed);
        };
        let mut lines = BusinessLines {
            opening,
            revenue: trade.revenue,
            variable_costs: trade.variable_costs,
            fixed_costs: trade.fixed_costs,
            account_fee: trade.account_fee,
            surplus: trade.surplus,
            instalment: loan.instalment,
            ..BusinessLines::default()
        };
        let once = if open_month == 1 { self.opening_month(business, &mut lines) } else { OpeningMonth::Past };
        let before_draw = lines.opening + lines.own_contribution + lines.payout + lines.surplus
            - lines.loan_fee
            - lines.setup_costs
            - lines.account_setup
            - lines.instalment;
        let above_buffer = (before_draw - business.buffer).at_least_zero();
        let draw = if loan.outstanding.is_positive() { DrawRule::WithDebt } else { DrawRule::WithoutDebt };
        lines.draw = match draw {
            DrawRule::WithDebt => (lines.surplus - lines.instalment).at_least_zero().min(above_buffer),
            DrawRule::WithoutDebt => above_buffer,
        };
        lines.closing = before_draw - lines.draw;
        BusinessWorkings { lines, stage: BusinessStage::Open { once, before_draw, draw } }
    }

    /// What is paid and received once, in the month the business opens.
    fn opening_month(&self, business: &Business, lines: &mut BusinessLines) -> OpeningMonth {
        lines.own_contribution = business.own_contribution;
        lines.setup_costs = business.setup_costs.iter().map(|cost| cost.amount).sum();
        lines.account_setup = self.plan.resolved.account_setup;
        let Some(loan) = &self.scenario().loan else {
            return OpeningMonth::WithoutLoan;
        };
        lines.payout = loan.principal;
        lines.loan_fee = loan.fee;
        OpeningMonth::WithLoan
    }

    pub(super) fn household_month(
        &self,
        context: MonthContext,
        inputs: HouseholdInputs<'_>,
        business: &BusinessLines,
    ) -> HouseholdLines {
        let HouseholdInputs { jobs, benefit, subsidy, tax, loan } = inputs;
        let own = &self.scenario().household;
        let mut lines = HouseholdLines {
            opening: self.household,
            benefit: benefit.paid,
            subsidy: subsidy.paid,
            job_pay: jobs.pay,
            atp: jobs.atp,
            draw: business.draw,
            wound_up: business.wound_up,
            other_income: own.other_income,
            own_contribution: business.own_contribution,
            tax,
            living_costs: own.living_costs,
            instalment: if context.open_month.is_some() { Money::ZERO } else { loan.instalment },
            closing: Money::ZERO,
        };
        lines.closing = lines.opening + lines.benefit + lines.subsidy + lines.own_income() + lines.wound_up
            - lines.own_contribution
            - lines.outgoings();
        lines
    }
}

/// It closes at nothing: what was there is handed over in the first closed month, and nothing comes before or after.
fn not_open(opening: Money, is_first_closed: bool) -> BusinessWorkings {
    let (wound_up, stage) =
        if is_first_closed { (opening, BusinessStage::WoundUp) } else { (Money::ZERO, BusinessStage::NotOpen) };
    BusinessWorkings { lines: BusinessLines { opening, wound_up, ..BusinessLines::default() }, stage }
}

pub(super) fn is_self_supporting(household: &HouseholdLines, business: &BusinessLines) -> bool {
    household.living_costs.is_positive()
        && !household.has_public_support()
        && !business.closing.is_negative()
        && household.own_income() - household.tax - household.instalment >= household.living_costs
}
