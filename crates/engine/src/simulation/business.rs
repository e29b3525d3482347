//! What the business sells and costs in a month.

use super::scenario::{Business, Revenue};
use crate::quantity::{Money, Month, Rate, rounded_product};

/// A month of business before loan and draw.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TradeWorkings {
    /// Does it run at full speed yet?
    pub(crate) pace: Pace,
    /// The factor of the calendar month.
    pub(crate) season: Season,
    /// What VAT was taken out of; `None` = it is not taken out.
    pub(crate) before_vat: Option<Money>,
    /// What it sells.
    pub(crate) revenue: Money,
    /// Goods and materials.
    pub(crate) variable_costs: Money,
    /// Fixed costs.
    pub(crate) fixed_costs: Money,
    /// The business account.
    pub(crate) account_fee: Money,
    /// What is left of the revenue; it may be negative.
    pub(crate) surplus: Money,
}

/// How far the business has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    /// On a straight line from the first month to the full one.
    Ramp,
    /// At full speed.
    Full,
}

/// The factor of a calendar month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Season {
    /// Its place in the scenario's list; `None` = there are no seasons.
    pub(crate) position: Option<usize>,
    /// The factor.
    pub(crate) factor: Rate,
}

impl TradeWorkings {
    /// Month number `open_month` (1 = the month it opens) of the business. `vat` is taken out of what customers pay and of
    /// the fixed costs, and deducted; bank services carry none.
    pub(super) fn of(business: &Business, month: Month, open_month: u32, vat: Option<Rate>) -> Self {
        let season = season(business, month);
        let pace = pace(&business.revenue, open_month);
        let sold = revenue(&business.revenue, pace, season.factor, open_month);
        let after_vat = |amount| vat.map_or(amount, |vat| without_vat(amount, vat));
        let (before_vat, revenue) = (vat.map(|_| sold), after_vat(sold));
        let variable_costs = revenue.times(business.variable_cost_share).round();
        let (fixed_costs, account_fee) = (after_vat(business.fixed_costs), business.account_fee);
        let surplus = revenue - variable_costs - fixed_costs - account_fee;
        TradeWorkings { pace, season, before_vat, revenue, variable_costs, fixed_costs, account_fee, surplus }
    }
}

/// An amount without the VAT that is in it.
fn without_vat(amount: Money, vat: Rate) -> Money {
    rounded_product(&[(amount, Rate::ONE.millionths())], Rate::ONE, Rate::ONE.plus(vat).millionths())
}

fn season(business: &Business, month: Month) -> Season {
    let position = (month.number() as usize).saturating_sub(1);
    match business.seasonality.as_ref().and_then(|factors| factors.get(position)) {
        Some(&factor) => Season { position: Some(position), factor },
        None => Season { position: None, factor: Rate::ONE },
    }
}

fn pace(revenue: &Revenue, open_month: u32) -> Pace {
    if revenue.ramp_months <= 1 || open_month >= revenue.ramp_months { Pace::Full } else { Pace::Ramp }
}

/// A straight line from the first month to the full one, times the season; rounded once.
fn revenue(revenue: &Revenue, pace: Pace, season: Rate, open_month: u32) -> Money {
    let Revenue { first_month, full_month, ramp_months } = *revenue;
    match pace {
        Pace::Full => full_month.times(season).round(),
        Pace::Ramp => {
            let steps = i64::from(ramp_months.saturating_sub(1));
            let done = i64::from(open_month.saturating_sub(1));
            rounded_product(&[(first_month, steps - done), (full_month, done)], season, steps)
        }
    }
}
