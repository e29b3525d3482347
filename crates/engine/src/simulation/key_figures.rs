//! A scenario in a few figures.

use super::ledger::{MonthRow, Purse};
use super::plan::Plan;
use super::timeline::{Phase, Timeline};
use super::turnover::Turnover;
use crate::quantity::{AnnualPercentage, Money, Month};

/// The key figures; `None` where one does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeyFigures {
    /// The month the business opens.
    pub business_start: Option<Month>,
    /// The last supported month.
    pub support_ends: Option<Month>,
    /// The first month from which every month to the end is self-supporting.
    pub self_supporting_from: Option<Month>,
    /// The household's lowest balance.
    pub lowest_household: Option<Lowest>,
    /// The business's lowest balance while it is open.
    pub lowest_business: Option<Lowest>,
    /// The first month in which a purse is below zero.
    pub first_shortfall: Option<Shortfall>,
    /// The first month from which every month to the end is self-supporting and ends with neither purse
    /// below zero: what »klarer dig selv« may be said of.
    pub manages_from: Option<Month>,
    /// The last month before the household's account is below zero for the first time; `None` when it
    /// never is, and when it is in the first month.
    pub lasts_until: Option<Month>,
    /// How far the household's lowest balance lies below zero; nothing when it does not.
    pub deepest_shortfall: Money,
    /// What is missing in the first month on one's own.
    pub gap_after_support: Option<Money>,
    /// The loan.
    pub loan: Option<LoanFigures>,
    /// Sums over the scenario.
    pub totals: Totals,
    /// The first month in which the turnover is above the limit for VAT registration.
    pub turnover_over_vat_threshold: Option<Month>,
}

/// The month with the smallest closing balance (the earliest of them), and the balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lowest {
    /// The month.
    pub month: Month,
    /// The closing balance.
    pub balance: Money,
}

/// The first month with too little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Shortfall {
    /// The month.
    pub month: Month,
    /// The purse that is below zero; the household when both are.
    pub purse: Purse,
    /// The household's closing balance.
    pub household: Money,
    /// The business's closing balance.
    pub business: Money,
}

/// The loan in a few figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoanFigures {
    /// What was paid out.
    pub payout: Money,
    /// Interest in all.
    pub total_interest: Money,
    /// Paid back in all.
    pub total_repaid: Money,
    /// Owed at the end.
    pub outstanding_end: Money,
    /// How many instalments were paid.
    pub instalments: u32,
    /// The month the debt reaches zero.
    pub repaid_in: Option<Month>,
    /// What the loan costs a year (ÅOP). [`simulate`](super::simulate) leaves it open, because it takes
    /// longer than all the rest: [`loan_apr`](crate::insight::loan_cost::loan_apr) works it out for whoever shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apr: Option<LoanApr>,
}

/// A loan's annual percentage rate, worked out; `None` inside where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoanApr(pub Option<AnnualPercentage>);

/// Sums over the scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Totals {
    /// Ordinary benefit.
    pub benefit: Money,
    /// Subsistence subsidy.
    pub subsidy: Money,
    /// Pay of small jobs.
    pub job_pay: Money,
    /// Drawn from the business.
    pub draw: Money,
    /// Tax.
    pub tax: Money,
    /// The business's surplus.
    pub surplus: Money,
}

/// How many months in a row to the end make a person self-supporting.
pub const SELF_SUPPORTING_MONTHS: usize = 3;

/// The key figures of a scenario's months.
pub(super) fn of(plan: &Plan<'_>, months: &[MonthRow], turnover: Turnover) -> KeyFigures {
    let timeline = plan.timeline();
    let is_open = |row: &&MonthRow| is_open(&timeline, row);
    let lowest_household = lowest(months.iter().map(|row| (row.month, row.household.closing)));
    KeyFigures {
        business_start: timeline.opening_within(),
        support_ends: support_ends(&timeline, months),
        self_supporting_from: from_then_on(&timeline, months, |row| row.self_supporting),
        lowest_household,
        lowest_business: lowest(months.iter().filter(is_open).map(|row| (row.month, row.business.closing))),
        first_shortfall: months.iter().find_map(shortfall),
        manages_from: from_then_on(&timeline, months, |row| row.self_supporting && !row.is_short()),
        lasts_until: lasts_until(months),
        deepest_shortfall: lowest_household.map(|lowest| (-lowest.balance).at_least_zero()).unwrap_or_default(),
        gap_after_support: months.iter().find(|row| row.phase == Phase::OnOwn).map(gap),
        loan: loan(plan, &timeline, months),
        totals: totals(months),
        turnover_over_vat_threshold: turnover.passed,
    }
}

fn is_open(timeline: &Timeline, row: &MonthRow) -> bool {
    row.phase != Phase::Closed && timeline.opening().is_some_and(|opening| row.month >= opening)
}

/// Unknown when the horizon cuts the support short.
fn support_ends(timeline: &Timeline, months: &[MonthRow]) -> Option<Month> {
    let last_supported = months.iter().rev().find(|row| row.phase == Phase::Supported)?.month;
    let cut_short = last_supported == timeline.last() && timeline.full_support_ends() != Some(last_supported);
    (!cut_short).then_some(last_supported)
}

/// The first month, from the opening on, from which `holds` is true of every month to the end, when those
/// are enough months.
fn from_then_on(timeline: &Timeline, months: &[MonthRow], holds: fn(&MonthRow) -> bool) -> Option<Month> {
    let candidates = months.iter().filter(|row| timeline.opening().is_none_or(|opening| row.month >= opening));
    let to_the_end: Vec<&MonthRow> = candidates.rev().take_while(|row| holds(row)).collect();
    to_the_end.last().filter(|_| to_the_end.len() >= SELF_SUPPORTING_MONTHS).map(|row| row.month)
}

fn lasts_until(months: &[MonthRow]) -> Option<Month> {
    let short = months.iter().position(|row| row.household.closing.is_negative())?;
    months.get(short.checked_sub(1)?).map(|row| row.month)
}

fn lowest(closings: impl Iterator<Item = (Month, Money)>) -> Option<Lowest> {
    closings.min_by_key(|&(month, balance)| (balance, month)).map(|(month, balance)| Lowest { month, balance })
}

fn shortfall(row: &MonthRow) -> Option<Shortfall> {
    let (household, business) = (row.household.closing, row.business.closing);
    let purse = if household.is_negative() {
        Purse::Household
    } else if business.is_negative() {
        Purse::Business
    } else {
        return None;
    };
    Some(Shortfall { month: row.month, purse, household, business })
}

fn gap(row: &MonthRow) -> Money {
    (row.household.outgoings() - row.household.own_income()).at_least_zero()
}

fn loan(plan: &Plan<'_>, timeline: &Timeline, months: &[MonthRow]) -> Option<LoanFigures> {
    let loan = plan.scenario.loan.as_ref()?;
    let opening = timeline.opening_within()?;
    let paid = months.iter().filter(|row| row.loan.instalment.is_positive());
    Some(LoanFigures {
        payout: loan.principal,
        total_interest: months.iter().map(|row| row.loan.interest).sum(),
        total_repaid: months.iter().map(|row| row.loan.instalment).sum(),
        outstanding_end: months.last().map(|row| row.loan.outstanding).unwrap_or_default(),
        instalments: u32::try_from(paid.count()).unwrap_or(u32::MAX),
        repaid_in: months
            .iter()
            .find(|row| row.month >= opening && row.loan.outstanding.is_zero())
            .map(|row| row.month),
        apr: None,
    })
}

fn totals(months: &[MonthRow]) -> Totals {
    let mut totals = Totals::default();
    for row in months {
        totals.benefit += row.household.benefit;
        totals.subsidy += row.household.subsidy;
        totals.job_pay += row.household.job_pay;
        totals.draw += row.household.draw;
        totals.tax += row.household.tax;
        totals.surplus += row.business.surplus;
    }
    totals
}
