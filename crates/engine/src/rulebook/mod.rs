//! The rulebook: every dated figure with period, status and source, and what each rule stands on.
//!
//! The data stand in `rulebook/*.toml` beside this crate and are checked and compiled in by
//! `build.rs`. [`Rulebook::embedded`] is that rulebook; tests cut it down to see what happens.

mod basis;
mod dated;
mod looked_up;
mod overrides;
mod profile;
mod reform;
mod scheme;
mod topic;

use crate::quantity::{Money, Month, MonthlyHours, Rate};
use crate::string_enum::string_enum;

pub use basis::{Basis, BasisStatus, Source};
pub use dated::{Awaited, Dated, Figure, FigureStatus, InForce, Lookup, Period, Quantity, Unit, WholeNumber};
pub use looked_up::{LOOKED_UP_BY_PAGE, take_looked_up};
pub use overrides::{MunicipalityId, OverrideKey, Overrides};
pub use profile::MunicipalRate;
pub use reform::{ADULT_RATE_AGE, BENEFIT_REFORM, TURNOVER_BY_CALENDAR_YEAR, WORK_EXPERIENCE_AGE};
pub use scheme::{Scheme, SchemeRules};
pub use topic::Topic;

/// The day the figures were last gone through, as the version of the rulebook.
pub const VERSION: &str = "2026-11-28";

#[allow(missing_docs, reason = "the generated names carry the figure's own name and unit")]
#[cfg_attr(target_arch = "wasm32", allow(unused_imports, reason = "index numbers enter no calculation"))]
mod generated {
    use super::{
        Awaited, Basis, BasisStatus, Dated, Figure, FigureStatus, Money, Month, MonthlyHours, Period, Rate, WholeNumber,
    };
    use super::{Scheme, SchemeRules, Source, Unit, string_enum};
    include!(concat!(env!("OUT_DIR"), "/rulebook.rs"));
}

pub use generated::{FigureId, RuleId, figure};

/// Everything a calculation may look up: the figures, what the rules stand on, and what a municipality has set
/// otherwise.
#[derive(Clone, Debug)]
pub struct Rulebook {
    figures: [Dated; generated::FIGURES.len()],
    overrides: Overrides,
}

impl Rulebook {
    /// The rulebook this program was built with.
    #[must_use]
    pub const fn embedded() -> Self {
        Rulebook { figures: generated::FIGURES, overrides: Overrides::NONE }
    }

    /// The same rulebook with what a municipality has set itself, and nothing else of that kind.
    #[must_use]
    pub fn with_overrides(self, overrides: Overrides) -> Self {
        Rulebook { overrides, ..self }
    }

    /// What a municipality has set itself.
    #[must_use]
    pub fn overrides(&self) -> &Overrides {
        &self.overrides
    }

    /// All figures, in the order of their ids.
    #[must_use]
    pub fn figures(&self) -> &[Dated] {
        &self.figures
    }

    /// The values that were not published when somebody last asked for them, each first month and day once.
    #[must_use]
    pub fn awaited(&self) -> &'static [Awaited] {
        &generated::AWAITED
    }

    /// One figure with its periods.
    #[must_use]
    pub fn dated(&self, id: FigureId) -> &Dated {
        // Every id has its row, in the order of the ids: the build writes both.
        &self.figures[id as usize]
    }

    /// The same rulebook without the figure's periods that begin before `month`.
    #[must_use]
    pub fn without_before(mut self, id: FigureId, month: Month) -> Self {
        let dated = &mut self.figures[id as usize];
        let kept = dated.periods.partition_point(|period| period.from() < month);
        dated.periods = dated.periods.get(kept..).unwrap_or(&[]);
        self
    }

    /// What a criterion or rule stands on.
    #[must_use]
    pub fn basis(&self, id: RuleId) -> &'static Basis {
        &generated::RULES[id as usize]
    }

    /// Everything the rules stand on, in the order of their ids.
    #[must_use]
    pub fn rules(&self) -> &'static [Basis] {
        &generated::RULES
    }

    /// Every source.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        Source::all()
    }
}

impl Default for Rulebook {
    fn default() -> Self {
        Rulebook::embedded()
    }
}

#[cfg(test)]
mod tests;
