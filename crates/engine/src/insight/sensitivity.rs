//! Sensitivity: one change at a time, all else equal.

use super::scaled;
use crate::quantity::{Money, Month, Rate, WeeklyHours};
use crate::rulebook::Rulebook;
use crate::simulation::{Business, Lowest, NotCovered, Plan, Scenario, Simulation, Timeline, simulate};
use crate::string_enum::string_enum;

string_enum! {
    /// What is changed, in the order of the specification.
    Input {
        /// Revenue, ±20 %.
        Revenue = "revenue",
        /// The part of the revenue that goes to goods, ±20 %.
        VariableCostShare = "variable_cost_share",
        /// Fixed costs, ±20 %.
        FixedCosts = "fixed_costs",
        /// Living costs, ±20 %.
        LivingCosts = "living_costs",
        /// Hours of all small jobs, ±20 %.
        SmallJobHours = "small_job_hours",
        /// How long the business account takes, ±2 months.
        AccountWaitMonths = "account_wait_months",
        /// How long the subsidy lasts, ±2 months.
        SubsidyMonths = "subsidy_months",
    }
}

/// What one change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SensitivityEffect {
    /// The change in the household's lowest balance.
    pub lowest_household_change: Money,
    /// The first month from which every month to the end is self-supporting.
    pub self_supporting_from: Option<Month>,
    /// The first month from which every month to the end is self-supporting and no purse is below zero.
    pub manages_from: Option<Month>,
    /// The last month before the household's account is below zero; `None` when it never is, and when it is in the
    /// first month. Left out of the format: it is for sentences.
    #[serde(skip)]
    pub lasts_until: Option<Month>,
}

/// One input with less and with more of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SensitivityRow"))]
pub struct Row {
    /// Which.
    pub input: Input,
    /// Less of it; `None` where that cannot be.
    pub low: Option<SensitivityEffect>,
    /// More of it; `None` where that cannot be.
    pub high: Option<SensitivityEffect>,
}

/// How far an input is moved.
#[derive(Clone, Copy)]
enum Direction {
    Less,
    More,
}

/// Months moved at a time.
const MONTHS: u32 = 2;

impl Direction {
    const fn factor(self) -> Rate {
        match self {
            Direction::Less => Rate::from_millionths(800_000),
            Direction::More => Rate::from_millionths(1_200_000),
        }
    }

    /// `None` where there is nothing to take away.
    const fn months(self, months: u32) -> Option<u32> {
        match self {
            Direction::Less if months == 0 => None,
            Direction::Less => Some(months.saturating_sub(MONTHS)),
            Direction::More => Some(months.saturating_add(MONTHS)),
        }
    }
}

impl SensitivityEffect {
    /// How many whole kroner the lowest balance rises or falls, of the balances as people see them.
    #[must_use]
    pub fn kroner_above(&self, lowest: Lowest) -> i64 {
        (lowest.balance + self.lowest_household_change).kroner_above(lowest.balance)
    }
}

impl Row {
    /// The larger of the two changes, without its sign.
    #[must_use]
    pub fn largest_change(&self) -> Money {
        let size = |side: Option<SensitivityEffect>| {
            let change = side.map(|side| side.lowest_household_change).unwrap_or_default();
            change.max(-change)
        };
        size(self.low).max(size(self.high))
    }
}

/// One row for each input the scenario has, what matters most first.
///
/// # Errors
/// [`NotCovered`] when a month lies before a figure's first period.
pub fn sensitivity(rulebook: &Rulebook, plan: &Plan<'_>) -> Result<Vec<Row>, NotCovered> {
    let base = simulate(rulebook, plan)?;
    let mut rows = Vec::with_capacity(Input::ALL.len());
    for &input in Input::ALL.iter().filter(|&&input| has(plan.scenario, input)) {
        let side = |direction| side(rulebook, plan, &base, changed(plan.scenario, input, direction));
        let row = Row { input, low: side(Direction::Less)?, high: side(Direction::More)? };
        // Put in its place by hand, after those that change as much: a sort of seven rows is 1 kB of the page.
        let size = row.largest_change();
        let place = rows.iter().position(|before: &Row| before.largest_change() < size);
        rows.insert(place.unwrap_or(rows.len()), row);
    }
    Ok(rows)
}

fn side(
    rulebook: &Rulebook,
    plan: &Plan<'_>,
    base: &Simulation,
    changed: Option<Scenario>,
) -> Result<Option<SensitivityEffect>, NotCovered> {
    let Some(scenario) = changed.filter(closes_after_opening) else {
        return Ok(None);
    };
    let result = simulate(rulebook, &plan.trying(&scenario))?;
    Ok(Some(SensitivityEffect {
        lowest_household_change: lowest(&result) - lowest(base),
        self_supporting_from: result.key_figures.self_supporting_from,
        manages_from: result.key_figures.manages_from,
        lasts_until: result.key_figures.lasts_until,
    }))
}

fn lowest(result: &Simulation) -> Money {
    result.key_figures.lowest_household.map(|lowest| lowest.balance).unwrap_or_default()
}

/// A business can only close after it has opened; moving the opening can break that.
fn closes_after_opening(scenario: &Scenario) -> bool {
    let closes = scenario.business.as_ref().and_then(|business| business.closes);
    match (closes, Timeline::of(scenario).opening()) {
        (Some(closes), Some(opening)) => closes > opening,
        _ => true,
    }
}

/// Does the scenario have the input, above nothing?
fn has(scenario: &Scenario, input: Input) -> bool {
    let business = |has: fn(&Business) -> bool| scenario.business.as_ref().is_some_and(has);
    match input {
        Input::Revenue => business(|b| b.revenue.first_month.is_positive() || b.revenue.full_month.is_positive()),
        Input::VariableCostShare => business(|b| b.variable_cost_share > Rate::ZERO),
        Input::FixedCosts => business(|b| b.fixed_costs.is_positive()),
        Input::LivingCosts => scenario.household.living_costs.is_positive(),
        Input::SmallJobHours => scenario.small_jobs.iter().any(|job| job.hours_per_week > WeeklyHours::default()),
        Input::AccountWaitMonths | Input::SubsidyMonths => scenario.business.is_some(),
    }
}

/// The scenario with the input moved; `None` where it cannot be.
fn changed(scenario: &Scenario, input: Input, direction: Direction) -> Option<Scenario> {
    let mut scenario = scenario.clone();
    let factor = direction.factor();
    match (input, &mut scenario.business) {
        (Input::Revenue, Some(business)) => {
            business.revenue.first_month = scaled(business.revenue.first_month, factor);
            business.revenue.full_month = scaled(business.revenue.full_month, factor);
        }
        (Input::VariableCostShare, Some(business)) => {
            business.variable_cost_share = business.variable_cost_share.times(factor).min(Rate::ONE);
        }
        (Input::FixedCosts, Some(business)) => business.fixed_costs = scaled(business.fixed_costs, factor),
        (Input::LivingCosts, _) => {
            scenario.household.living_costs = scaled(scenario.household.living_costs, factor);
        }
        (Input::SmallJobHours, _) => {
            for job in &mut scenario.small_jobs {
                job.hours_per_week = job.hours_per_week.times(factor);
            }
        }
        (Input::AccountWaitMonths, _) => {
            scenario.account_wait_months = direction.months(scenario.account_wait_months)?;
        }
        (Input::SubsidyMonths, _) => scenario.subsidy.months = direction.months(scenario.subsidy.months)?,
        (Input::Revenue | Input::VariableCostShare | Input::FixedCosts, None) => {}
    }
    Some(scenario)
}
