//! The subsistence subsidy.

use super::figures::{Figures, NotCovered};
use super::plan::Plan;
use super::record::{Formula, Input, Item, Line, Record, Role, item, line, own};
use super::scenario::{Subsidy, SubsidyModel};
use super::{benefit, defaults};
use crate::quantity::{Money, Month};
use crate::rulebook::Rulebook;

impl Subsidy {
    /// The subsidy of a scenario that says nothing about it.
    #[must_use]
    pub fn usual(rulebook: &Rulebook) -> Self {
        Subsidy {
            months: rulebook.overrides().support_months.unwrap_or(defaults::SUBSIDY_MONTHS),
            ..Subsidy::default()
        }
    }
}

/// The full subsidy: the person's own figure, or as the ordinary benefit before any deduction.
pub(super) fn full(plan: &Plan<'_>, month: Month, figures: &mut Figures<'_>) -> Result<Money, NotCovered> {
    if let Some(monthly) = plan.scenario.subsidy.monthly {
        figures.tell(|record| record.same(Item::FullSubsidy, own("subsidy.monthly", monthly)));
        return Ok(monthly);
    }
    figures.tell(|record| record.same(Item::FullSubsidy, item(Item::Base)));
    benefit::base(&plan.benefit, month, figures)
}

/// The subsidy paid. Need-based (an assumption: no table says how it falls), the surplus and the
/// earnings reduce it krone for krone, drawn or not.
pub(super) fn paid(
    model: SubsidyModel,
    full: Money,
    surplus: Money,
    earnings: Money,
    figures: &mut Figures<'_>,
) -> Money {
    let subsidy = match model {
        SubsidyModel::Full => full,
        SubsidyModel::NeedBased => (full - surplus.or_zero() - earnings).or_zero(),
    };
    figures.tell(|record| tell(record, model, full, subsidy));
    subsidy
}

fn tell(record: &mut Record, model: SubsidyModel, full: Money, subsidy: Money) {
    let base = (Role::FullSubsidy, item(Item::FullSubsidy));
    if model == SubsidyModel::Full {
        return record.formula(Line::HouseholdSubsidy, Formula::SubsidyInFull, subsidy, &[base]);
    }
    let deducted =
        [(Role::Surplus, line(Line::BusinessSurplus)), (Role::CountableEarnings, item(Item::CountableEarnings))];
    // Nothing is taken from nothing, so nothing is worked out that could be.
    let deducted = deducted.into_iter().filter(|_| full.is_positive());
    let inputs: Vec<(Role, Input)> = [base].into_iter().chain(deducted).collect();
    record.formula(Line::HouseholdSubsidy, Formula::SubsidyByNeed, subsidy, &inputs);
}

#[cfg(test)]
mod tests {
    use super::{Rulebook, Subsidy};
    use crate::rulebook::Overrides;

    #[test]
    fn the_usual_subsidy_is_the_formats_unless_the_municipality_says_otherwise() {
        let rulebook = Rulebook::embedded();
        assert_eq!(Subsidy::usual(&rulebook), Subsidy::default());
        let own = rulebook.with_overrides(Overrides { support_months: Some(3), ..Overrides::NONE });
        assert_eq!(Subsidy::usual(&own).months, 3);
    }
}
