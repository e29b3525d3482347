//! The defaults of the case format, by path. A test of the case format holds them against the reader.

use super::Value;
use crate::quantity::{Money, Rate};
use crate::simulation::defaults;
use crate::simulation::scenario::AfterClosure;

/// Is this what the format takes when nothing is written at the path?
pub(super) fn is_default(path: &str, value: Value) -> bool {
    default(path) == Some(value)
}

/// The default at a path of a scenario; `None` where something must be written, or nothing is taken, and for
/// what enters a formula only when it is not the default: no deduction, no tax.
fn default(path: &str) -> Option<Value> {
    Some(match path {
        "course_months" => Value::Whole(defaults::COURSE_MONTHS),
        "household.savings" | "household.living_costs" | "household.other_income" => Value::Money(Money::ZERO),
        "benefit.profile.residence_and_work_met" => Value::Truth(true),
        "benefit.profile.children"
        | "benefit.profile.single"
        | "benefit.profile.lives_with_parents"
        | "benefit.profile.education_help"
        | "benefit.profile.worked_two_and_a_half_years" => Value::Truth(false),
        "subsidy.months" => Value::Whole(defaults::SUBSIDY_MONTHS),
        "loan.annual_rate" => Value::Rate(Rate::ZERO),
        "loan.fee" => Value::Money(Money::ZERO),
        "loan.first_instalment_after_months" => Value::Whole(defaults::FIRST_INSTALMENT),
        "business.own_contribution" | "business.fixed_costs" | "business.buffer" => Value::Money(Money::ZERO),
        "business.account_fee" => Value::Money(defaults::ACCOUNT_FEE),
        "business.revenue.ramp_months" => Value::Whole(defaults::RAMP_MONTHS),
        "business.variable_cost_share" | "tax.church_rate" => Value::Rate(Rate::ZERO),
        "after_closure" => Value::Word(AfterClosure::Benefit.id()),
        _ => return None,
    })
}
