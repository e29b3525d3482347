//! Goal seek: the smallest value on a grid for which a goal holds.
//!
//! The grid is gone through from its low end and the first value that holds is the answer, so it is
//! right even where the goal comes and goes (steps in ATP, the income ceiling).

use super::scaled;
use crate::quantity::{Money, Rate, WeeklyHours};
use crate::rulebook::Rulebook;
use crate::simulation::{MonthRow, NotCovered, Phase, Plan, Scenario, Simulation, SmallJob, Timeline, simulate};
use crate::string_enum::string_enum;

string_enum! {
    /// What is varied.
    Vary {
        /// Hours a week of one extra small job from the day the support ends.
        JobHours = "job_hours",
        /// A factor on the revenue, first month and full month alike.
        RevenueFactor = "revenue_factor",
        /// The loan.
        Principal = "principal",
        /// How much less it costs to live, every month.
        LivingCostsCut = "living_costs_cut",
        /// How much more there is on the account at the start.
        ExtraSavings = "extra_savings",
    }
}

string_enum! {
    /// What is to hold.
    Goal {
        /// The household's balance is never below zero.
        HouseholdNeverNegative = "household_never_negative",
        /// The business's balance is never below zero.
        BusinessNeverNegative = "business_never_negative",
        /// Self-supporting from some month to the end.
        SelfSupportingByEnd = "self_supporting_by_end",
        /// No purse is ever below zero, and in every month on one's own as much comes in as it costs to live.
        EnoughEveryMonth = "enough_every_month",
        /// Nothing is missing in the first month on one's own.
        NoGapAfterSupport = "no_gap_after_support",
    }
}

/// A question: the smallest value of what, for which goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Hours of one extra small job at this wage.
    JobHours(Money),
    /// A factor on the revenue.
    RevenueFactor,
    /// The loan.
    Principal,
    /// Less for living, every month.
    LivingCostsCut,
    /// More on the account at the start.
    ExtraSavings,
}

/// A value on a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Hours a week.
    JobHours(WeeklyHours),
    /// A factor.
    RevenueFactor(Rate),
    /// The amount that is borrowed.
    Principal(Money),
    /// An amount a month.
    LivingCostsCut(Money),
    /// An amount.
    ExtraSavings(Money),
}

impl Found {
    /// As numbers: which kind, and how much in the smallest unit.
    #[must_use]
    pub const fn numbers(self) -> [i64; 2] {
        match self {
            Found::JobHours(hours) => [0, hours.hundredths()],
            Found::RevenueFactor(factor) => [1, factor.millionths()],
            Found::Principal(amount) => [2, amount.oere()],
            Found::LivingCostsCut(amount) => [3, amount.oere()],
            Found::ExtraSavings(amount) => [4, amount.oere()],
        }
    }

    /// What these [numbers](Found::numbers) stand for; `None` where they stand for nothing.
    #[must_use]
    pub const fn of_numbers([kind, amount]: [i64; 2]) -> Option<Self> {
        Some(match kind {
            0 => Found::JobHours(WeeklyHours::from_hundredths(amount)),
            1 => Found::RevenueFactor(Rate::from_millionths(amount)),
            2 => Found::Principal(Money::from_oere(amount)),
            3 => Found::LivingCostsCut(Money::from_oere(amount)),
            4 => Found::ExtraSavings(Money::from_oere(amount)),
            _ => return None,
        })
    }
}

/// As a result shows it: `4.5`, `1.21`, `45000.00`.
impl std::fmt::Display for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Found::JobHours(hours) => write!(f, "{}.{}", hours.hundredths() / 100, hours.hundredths() % 100 / 10),
            Found::RevenueFactor(factor) => {
                let hundredths = factor.millionths() / 10_000;
                write!(f, "{}.{:02}", hundredths / 100, hundredths % 100)
            }
            Found::Principal(amount) | Found::LivingCostsCut(amount) | Found::ExtraSavings(amount) => {
                write!(f, "{amount}")
            }
        }
    }
}

/// Why a question cannot be asked of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The scenario has nothing of what is to be varied within its horizon.
    NothingToVary,
    /// The scenario has nothing the goal could be about within its horizon.
    NothingToReach,
    /// A month lies before a figure's first period.
    NotCovered(NotCovered),
}

/// Hours: 0 to 37 by half an hour.
const HOURS_STEP: i64 = 50;
const HOURS_STEPS: i64 = 74;
/// Factors: 0 to 5 by a hundredth.
const FACTOR_STEP: i64 = 10_000;
const FACTOR_STEPS: i64 = 500;
/// Loans: 0 to the largest there is by 500 kr.; under a scheme without a largest, to 50,000 kr.
const PRINCIPAL_STEP: i64 = 50_000;
pub(super) const LARGEST_PRINCIPAL: Money = Money::from_kroner(50_000);
/// Less for living: 0 to 20,000 kr. a month by 100 kr.
const CUT_STEP: i64 = 10_000;
const CUT_STEPS: i64 = 200;
/// More savings: 0 to 200,000 kr. by 500 kr.
const SAVINGS_STEP: i64 = 50_000;
const SAVINGS_STEPS: i64 = 400;

/// The smallest value for which `goal` holds; `None` when there is none on the grid.
///
/// # Errors
/// [`Refused`] when the question does not fit the scenario.
pub fn seek(rulebook: &Rulebook, plan: &Plan<'_>, question: Question, goal: Goal) -> Result<Option<Found>, Refused> {
    let timeline = plan.timeline();
    check(plan.scenario, &timeline, question, goal)?;
    let largest_loan = rulebook.largest_loan(plan.resolved.scheme).unwrap_or(LARGEST_PRINCIPAL);
    for found in grid(question, largest_loan) {
        let scenario = varied(plan.scenario, &timeline, question, found);
        let result = simulate(rulebook, &plan.trying(&scenario)).map_err(Refused::NotCovered)?;
        if holds(goal, &result) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// The scenario with what was found put into it; `None` when the question does not fit the scenario.
#[must_use]
pub fn with(plan: &Plan<'_>, question: Question, found: Found) -> Option<Scenario> {
    let timeline = plan.timeline();
    check(plan.scenario, &timeline, question, Goal::EnoughEveryMonth).ok()?;
    Some(varied(plan.scenario, &timeline, question, found))
}

/// Every value of the grid, the least first.
pub(super) fn grid(question: Question, largest_loan: Money) -> impl DoubleEndedIterator<Item = Found> {
    let (steps, value): (i64, fn(i64) -> Found) = match question {
        Question::JobHours(_) => (HOURS_STEPS, |step| Found::JobHours(WeeklyHours::from_hundredths(step * HOURS_STEP))),
        Question::RevenueFactor => {
            (FACTOR_STEPS, |step| Found::RevenueFactor(Rate::from_millionths(step * FACTOR_STEP)))
        }
        Question::Principal => {
            let steps = largest_loan.oere() / PRINCIPAL_STEP;
            (steps, |step| Found::Principal(Money::from_oere(step * PRINCIPAL_STEP)))
        }
        Question::LivingCostsCut => (CUT_STEPS, |step| Found::LivingCostsCut(Money::from_oere(step * CUT_STEP))),
        Question::ExtraSavings => (SAVINGS_STEPS, |step| Found::ExtraSavings(Money::from_oere(step * SAVINGS_STEP))),
    };
    (0..=steps).map(value)
}

pub(super) fn check(scenario: &Scenario, timeline: &Timeline, question: Question, goal: Goal) -> Result<(), Refused> {
    let opens = timeline.opening_within().is_some();
    let can_vary = match question {
        Question::JobHours(_) => timeline.support_is_over_within(),
        Question::RevenueFactor => opens,
        Question::Principal => opens && scenario.loan.is_some(),
        Question::LivingCostsCut | Question::ExtraSavings => true,
    };
    if !can_vary {
        return Err(Refused::NothingToVary);
    }
    let can_reach = match goal {
        Goal::BusinessNeverNegative => opens,
        Goal::NoGapAfterSupport => timeline.months().any(|month| timeline.phase(month) == Phase::OnOwn),
        Goal::HouseholdNeverNegative | Goal::SelfSupportingByEnd | Goal::EnoughEveryMonth => true,
    };
    if can_reach { Ok(()) } else { Err(Refused::NothingToReach) }
}

fn varied(scenario: &Scenario, timeline: &Timeline, question: Question, found: Found) -> Scenario {
    let mut scenario = scenario.clone();
    match (found, question) {
        (Found::JobHours(hours_per_week), Question::JobHours(hourly_wage)) => {
            let from = timeline.after_support();
            scenario.small_jobs.push(SmallJob { from, until: None, hours_per_week, hourly_wage });
        }
        (Found::RevenueFactor(factor), _) => {
            if let Some(business) = &mut scenario.business {
                business.revenue.first_month = scaled(business.revenue.first_month, factor);
                business.revenue.full_month = scaled(business.revenue.full_month, factor);
            }
        }
        (Found::Principal(principal), _) => {
            scenario.loan = scenario.loan.filter(|_| principal.is_positive());
            if let Some(loan) = &mut scenario.loan {
                loan.principal = principal;
            }
        }
        (Found::LivingCostsCut(cut), _) => {
            let costs = &mut scenario.household.living_costs;
            *costs = (*costs - cut).at_least_zero();
        }
        (Found::ExtraSavings(extra), _) => scenario.household.savings += extra,
        (Found::JobHours(_), _) => {}
    }
    scenario
}

/// Does the goal hold in a result?
#[must_use]
pub fn holds(goal: Goal, result: &Simulation) -> bool {
    let figures = &result.key_figures;
    match goal {
        Goal::HouseholdNeverNegative => figures.lowest_household.is_none_or(|lowest| !lowest.balance.is_negative()),
        Goal::BusinessNeverNegative => figures.lowest_business.is_none_or(|lowest| !lowest.balance.is_negative()),
        Goal::SelfSupportingByEnd => figures.self_supporting_from.is_some(),
        Goal::NoGapAfterSupport => figures.gap_after_support == Some(Money::ZERO),
        Goal::EnoughEveryMonth => !result.months.iter().any(|row| row.is_short() || is_short_on_own(row)),
    }
}

/// Does a month on one's own take in less than it costs?
fn is_short_on_own(row: &MonthRow) -> bool {
    row.phase == Phase::OnOwn && row.household.own_income() < row.household.living_costs + row.household.tax
}
