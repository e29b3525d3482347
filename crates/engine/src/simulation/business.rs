//! What the business sells and costs in a month.

use super::figures::Figures;
use super::record::{Formula, Item, Line, Record, Role, Value, item, line, own, own_item, unwritten};
use super::scenario::{Business, Revenue};
use crate::quantity::{Money, Month, Rate, rounded_product};

/// What a month of business gives before loan and draw.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BusinessMonth {
    pub(super) revenue: Money,
    pub(super) variable_costs: Money,
    pub(super) fixed_costs: Money,
    pub(super) account_fee: Money,
}

impl BusinessMonth {
    /// Month number `open_month` (1 = the month it opens) of the business.
    pub(super) fn of(business: &Business, month: Month, open_month: u32, figures: &mut Figures<'_>) -> Self {
        let season = season(business, month);
        let factor = season.map_or(Rate::ONE, |(_, factor)| factor);
        let revenue = revenue(&business.revenue, factor, open_month);
        let trade = BusinessMonth {
            revenue,
            variable_costs: revenue.times(business.variable_cost_share).round(),
            fixed_costs: business.fixed_costs,
            account_fee: business.account_fee,
        };
        figures.tell(|record| {
            tell_revenue(record, &business.revenue, season, open_month, revenue);
            trade.tell(record, business);
        });
        trade
    }

    fn tell(&self, record: &mut Record, business: &Business) {
        let revenue = (Role::Revenue, line(Line::BusinessRevenue));
        let share = (Role::CostShare, own("business.variable_cost_share", business.variable_cost_share));
        record.formula(Line::BusinessVariableCosts, Formula::VariableCosts, self.variable_costs, &[revenue, share]);
        record.same(Line::BusinessFixedCosts, own("business.fixed_costs", self.fixed_costs));
        record.same(Line::BusinessAccountFee, own("business.account_fee", self.account_fee));
        let inputs = [
            revenue,
            (Role::VariableCosts, line(Line::BusinessVariableCosts)),
            (Role::FixedCosts, line(Line::BusinessFixedCosts)),
            (Role::AccountFee, line(Line::BusinessAccountFee)),
        ];
        record.formula(Line::BusinessSurplus, Formula::Surplus, self.surplus(), &inputs);
    }

    /// What is left of the revenue; it may be negative.
    pub(super) fn surplus(&self) -> Money {
        self.revenue - self.variable_costs - self.fixed_costs - self.account_fee
    }
}

/// The factor of the calendar month, and its place in the list; `None` without seasons.
fn season(business: &Business, month: Month) -> Option<(usize, Rate)> {
    let position = (month.number() as usize).saturating_sub(1);
    let factor = business.seasonality.as_ref()?.get(position)?;
    Some((position, *factor))
}

fn tell_revenue(
    record: &mut Record,
    entered: &Revenue,
    season: Option<(usize, Rate)>,
    open_month: u32,
    revenue: Money,
) {
    let full = (Role::FullMonth, own("business.revenue.full_month", entered.full_month));
    let ramp = (Role::RampMonths, own("business.revenue.ramp_months", entered.ramp_months));
    let open_month_told = (Role::OpenMonth, item(Item::OpenMonth));
    let season = match season {
        Some((position, factor)) => own_item("business.seasonality", position, factor),
        None => unwritten("business.seasonality", Value::Factor(Rate::ONE)),
    };
    let season = (Role::Season, season);
    if is_full(entered, open_month) {
        let inputs = [full, season, open_month_told, ramp];
        return record.formula(Line::BusinessRevenue, Formula::RevenueFull, revenue, &inputs);
    }
    let first = (Role::FirstMonth, own("business.revenue.first_month", entered.first_month));
    let inputs = [first, full, season, open_month_told, ramp];
    record.formula(Line::BusinessRevenue, Formula::RevenueRamp, revenue, &inputs);
}

/// Does the business run at full speed in this month of its life?
fn is_full(revenue: &Revenue, open_month: u32) -> bool {
    revenue.ramp_months <= 1 || open_month >= revenue.ramp_months
}

/// A straight line from the first month to the full one, times the season; rounded once.
fn revenue(revenue: &Revenue, season: Rate, open_month: u32) -> Money {
    let Revenue { first_month, full_month, ramp_months } = *revenue;
    if is_full(revenue, open_month) {
        return full_month.times(season).round();
    }
    let steps = i64::from(ramp_months - 1);
    let done = i64::from(open_month.saturating_sub(1));
    rounded_product(&[(first_month, steps - done), (full_month, done)], season, steps)
}
