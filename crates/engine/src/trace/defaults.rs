//! The defaults of the case format, by field. A test of the case format holds them against the reader.

use super::Value;
use crate::quantity::{Money, Rate};
use crate::simulation::{AfterClosure, ScenarioField, defaults};

/// Is this what the format takes when nothing is written in the field?
pub(super) fn is_default(field: ScenarioField, value: Value) -> bool {
    default(field) == Some(value)
}

/// The default of a field; `None` where something must be written, or nothing is taken, and for what enters a
/// formula only when it is not the default: no deduction, no tax.
fn default(field: ScenarioField) -> Option<Value> {
    use ScenarioField as F;
    Some(match field {
        F::CourseMonths => Value::Whole(defaults::COURSE_MONTHS),
        F::Savings | F::LivingCosts | F::OtherIncome => Value::Money(Money::ZERO),
        F::ProfileResidenceAndWorkMet => Value::Truth(true),
        F::ProfileChildren
        | F::ProfileSingle
        | F::ProfileLivesWithParents
        | F::ProfileEducationHelp
        | F::ProfileWorkedTwoAndAHalfYears => Value::Truth(false),
        F::SubsidyMonths => Value::Whole(defaults::SUBSIDY_MONTHS),
        F::AnnualRate => Value::Rate(Rate::ZERO),
        F::LoanFee => Value::Money(Money::ZERO),
        F::FirstInstalment => Value::Whole(defaults::FIRST_INSTALMENT),
        F::OwnContribution | F::FixedCosts | F::Buffer => Value::Money(Money::ZERO),
        F::AccountFee => Value::Money(defaults::ACCOUNT_FEE),
        F::RampMonths => Value::Whole(defaults::RAMP_MONTHS),
        F::VariableCostShare | F::ChurchRate => Value::Rate(Rate::ZERO),
        F::AfterClosure => Value::Word(AfterClosure::Benefit.id()),
        _ => return None,
    })
}
