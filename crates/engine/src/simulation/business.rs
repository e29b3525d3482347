//! What the business sells and costs in a month.

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
    pub(super) fn of(business: &Business, month: Month, open_month: u32) -> Self {
        let revenue = revenue(&business.revenue, season(business, month), open_month);
        BusinessMonth {
            revenue,
            variable_costs: revenue.times(business.variable_cost_share).round(),
            fixed_costs: business.fixed_costs,
            account_fee: business.account_fee,
        }
    }

    /// What is left of the revenue; it may be negative.
    pub(super) fn surplus(&self) -> Money {
        self.revenue - self.variable_costs - self.fixed_costs - self.account_fee
    }
}

fn season(business: &Business, month: Month) -> Rate {
    let position = (month.number() as usize).saturating_sub(1);
    business.seasonality.and_then(|factors| factors.get(position).copied()).unwrap_or(Rate::ONE)
}

/// A straight line from the first month to the full one, times the season; rounded once.
fn revenue(revenue: &Revenue, season: Rate, open_month: u32) -> Money {
    let Revenue { first_month, full_month, ramp_months } = *revenue;
    if ramp_months <= 1 || open_month >= ramp_months {
        return full_month.times(season).round();
    }
    let steps = i64::from(ramp_months - 1);
    let done = i64::from(open_month.saturating_sub(1));
    rounded_product(&[(first_month, steps - done), (full_month, done)], season, steps)
}
