//! The sets of rules a case can be looked at under.

use super::{Source, generated};
use crate::quantity::{Money, Month};
use crate::string_enum::string_enum;

string_enum! {
    /// A set of rules.
    Scheme {
        /// Aalborg's trial, July 2017 to December 2022.
        Frikommune = "frikommune",
        /// The general rule for people in rehabilitation, to January 2026.
        Revalidering = "revalidering",
        /// The trial's rules as if carried on: no act does so.
        Viderefoert = "viderefoert",
    }
}

/// What a scheme fixes, with its sources.
#[derive(Clone, Copy, Debug, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SchemeRules {
    /// Which scheme.
    pub scheme: Scheme,
    /// First month.
    pub from: Month,
    /// Last month; `None` = not known to end.
    pub to: Option<Month>,
    /// The largest loan; `None` = the law fixes none.
    pub largest_loan: Option<Money>,
    /// Where the largest loan is written.
    pub largest_loan_source: Option<Source>,
    /// How long support normally lasts at most.
    pub normal_support_months: u32,
    /// Where that is written.
    pub normal_support_source: Source,
    /// What the scheme itself stands on.
    pub source: Source,
}

impl Scheme {
    /// What the scheme fixes.
    #[must_use]
    pub fn rules(self) -> &'static SchemeRules {
        // One row a scheme, in the order of the ids: the build writes them so.
        &generated::SCHEMES[self as usize]
    }

    /// Can anybody be given something under it in a month? The trial to December 2022 and the general rule to
    /// January 2026; the trial carried on never, because no act does so.
    #[must_use]
    pub fn is_in_force(self, month: Month) -> bool {
        self != Scheme::Viderefoert && self.rules().to.is_none_or(|last| month <= last)
    }
}
