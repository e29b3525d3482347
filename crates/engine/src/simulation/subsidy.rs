//! The subsistence subsidy.

use super::benefit;
use super::figures::{Figures, NotCovered};
use super::plan::Plan;
use super::scenario::SubsidyModel;
use crate::quantity::{Money, Month};

/// The full subsidy: the person's own figure, or as the ordinary benefit before any deduction.
pub(super) fn full(plan: &Plan<'_>, month: Month, figures: &mut Figures<'_>) -> Result<Money, NotCovered> {
    match plan.scenario.subsidy.monthly {
        Some(monthly) => Ok(monthly),
        None => benefit::base(&plan.benefit, month, figures),
    }
}

/// The subsidy paid. Need-based (an assumption: no table says how it falls), the surplus and the
/// earnings reduce it krone for krone, drawn or not.
pub(super) fn paid(model: SubsidyModel, full: Money, surplus: Money, earnings: Money) -> Money {
    match model {
        SubsidyModel::Full => full,
        SubsidyModel::NeedBased => (full - surplus.or_zero() - earnings).or_zero(),
    }
}
