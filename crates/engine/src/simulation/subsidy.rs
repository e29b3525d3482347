//! The subsistence subsidy.

use super::defaults;
use super::scenario::{Subsidy, SubsidyModel};
use crate::quantity::Money;
use crate::rulebook::Rulebook;

/// The subsidy of a month.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SubsidyWorkings {
    /// What is paid.
    pub(crate) paid: Money,
    /// By which rule.
    pub(crate) rule: SubsidyRule,
}

/// How the subsidy follows from the full one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SubsidyRule {
    /// There is none in the phase.
    #[default]
    NothingInPhase,
    /// It is the full one.
    Full,
    /// It is what the need leaves of the full one.
    NeedBased(Reduction),
}

/// What reduces a need-based subsidy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reduction {
    /// Surplus and earnings.
    SurplusAndEarnings,
    /// They would, but the full one is nothing.
    NothingToReduce,
}

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

/// The subsidy paid. Need-based (an assumption: no table says how it falls), the surplus and the
/// earnings reduce it krone for krone, drawn or not.
pub(super) fn paid(model: SubsidyModel, full: Money, surplus: Money, earnings: Money) -> SubsidyWorkings {
    match model {
        SubsidyModel::Full => SubsidyWorkings { paid: full, rule: SubsidyRule::Full },
        SubsidyModel::NeedBased => {
            let paid = (full - surplus.at_least_zero() - earnings).at_least_zero();
            let reduction = if full.is_positive() { Reduction::SurplusAndEarnings } else { Reduction::NothingToReduce };
            SubsidyWorkings { paid, rule: SubsidyRule::NeedBased(reduction) }
        }
    }
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
