//! The plan of the first scenario, also while its benefit is not known.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{Benefit, Deduction, Plan};

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
