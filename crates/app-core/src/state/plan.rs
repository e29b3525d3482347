//! The plan of the first scenario, also while its benefit is not known, and what its first month is before anything is spent.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{Benefit, Deduction, MonthRow, Phase, Plan};

use crate::rulebook::RULEBOOK;

/// Reads from the first scenario's plan. Where its benefit is not known yet, from a plan without one: what does not
/// rest on the benefit can be said nevertheless.
pub fn with_plan<T>(case: &Case, read: impl FnOnce(&Plan<'_>) -> T) -> Option<T> {
    if let Ok(plan) = case.plan(0) {
        return Some(read(&plan));
    }
    let mut case = case.clone();
    case.scenarios.first_mut()?.benefit = Some(Benefit::Own { monthly: Money::ZERO, deduction: Deduction::None });
    case.plan(0).ok().map(|plan| read(&plan))
}

/// The first month of the first scenario as it is today: nothing is spent at home yet, and there is no small job. `None` while the
/// benefit is not known.
pub fn first_month(case: &Case) -> Option<MonthRow> {
    let mut first = case.clone();
    let scenario = first.scenarios.first_mut()?;
    scenario.months = 1;
    scenario.household.living_costs = Money::ZERO;
    scenario.small_jobs.clear();
    evaluate(&first, &RULEBOOK, 0).ok()?.simulation.months.into_iter().next()
}

/// What a month is today, in whole kroner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// What comes in, after tax.
    pub income: Money,
    /// What is spent at home.
    pub spent: Money,
    /// What that leaves; negative = so much is missing.
    pub left: Money,
}

/// What a month is today, on the benefit; `None` while that is not known, or where the plan begins without it.
pub fn today(case: &Case) -> Option<Today> {
    let month = first_month(case)?;
    let is_before = matches!(month.phase, Phase::Course | Phase::Waiting | Phase::Benefit);
    let spent = case.scenarios.first()?.household.living_costs;
    // In whole kroner, as living costs are guessed: a guess leaves nothing over, not even øre.
    let income = Money::from_kroner(month.household.net_change().oere() / 100);
    is_before.then(|| Today { income, spent, left: income - spent })
}
