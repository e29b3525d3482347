//! The case file: what the app keeps, the command reads and the JavaScript package takes.
//!
//! A [`Case`] is what a person answered and the scenarios they look at. [`parse`] reads one from any
//! bytes and gives all errors at once; [`Case::screen`] and [`Case::simulate`] are the two questions
//! one can ask of it.

pub mod bounds;
mod careful;
pub mod command;
pub mod conflicts;
pub mod examples;
mod fields;
mod file;
mod format;
mod format_scenario;
mod json;
pub mod link;
mod obstacle;
mod parts;
mod pieces;
mod problem;
#[cfg(not(target_arch = "wasm32"))]
mod quick;
mod repayment;
mod requests;
mod resolve;
mod rules_listing;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod sound;
mod starter_scenario;
mod value;
mod walk;
mod write;

#[cfg(test)]
mod tests;

pub use fields::{FieldKind, FieldValue};
pub use file::{LARGEST_FILE, parse, parse_any, parse_carefully, parse_whole};
pub use format::FORMAT;
pub use json::{MOST_PROBLEMS, quoted};
pub use obstacle::Obstacle;
pub use parts::{AppPart, CaseOutcome, CourseOutcome, LoanOutcome, ResultOutcome, ValuePath};
pub use pieces::pieces;
pub use problem::{ErrorCode, Problem};
pub use repayment::{as_instalment, as_term, set_principal};
pub use resolve::account_is_open;
#[cfg(feature = "schema")]
pub(crate) use rules_listing::Listing;
pub use rules_listing::rules;
pub use starter_scenario::{apply_changed_answers, starter_scenario, starting_loan, usual_small_job};
pub use write::write;

use crate::insight::variants::{self, Variant};
use crate::quantity::Month;
use crate::rulebook::{Overrides, Rulebook, Scheme};
use crate::screening::{Answers, Screening, Setting, screen};
use crate::simulation::{Scenario, Simulation, simulate};
use crate::trace::MonthTrace;

/// What a person answered, and the plans they look at.
#[derive(Debug, PartialEq, Eq)]
pub struct Case {
    /// The month the case is looked at in.
    pub as_of: Month,
    /// The set of rules.
    pub scheme: Scheme,
    /// The answers given so far.
    pub answers: Answers,
    /// The scenarios, up to eight.
    pub scenarios: Vec<Scenario>,
    /// What became of the person; `None` = nothing is written of it.
    pub outcome: Option<CaseOutcome>,
    /// What a municipality has fixed itself; `None` = nothing is written of it.
    pub overrides: Option<Overrides>,
    /// What the app keeps with the case.
    pub app: Option<AppPart>,
    /// What stands in the file although it is the default.
    pub written: CaseWritten,
}

impl Clone for Case {
    /// Written out: the derived one is compiled anew in every crate that copies a case, each some 700 bytes of the page.
    #[inline(never)]
    fn clone(&self) -> Self {
        Case {
            as_of: self.as_of,
            scheme: self.scheme,
            answers: self.answers.clone(),
            scenarios: self.scenarios.clone(),
            outcome: self.outcome,
            overrides: self.overrides,
            app: self.app.clone(),
            written: self.written,
        }
    }
}

/// Which members of a case stand in its file although they are at their default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseWritten {
    /// The set of rules.
    pub scheme: bool,
    /// The answers, none of them given.
    pub answers: bool,
    /// The scenarios, none of them there.
    pub scenarios: bool,
}

impl Case {
    /// A case nobody has answered anything in, under the trial's rules carried on.
    #[must_use]
    pub fn new(as_of: Month) -> Self {
        Case {
            as_of,
            scheme: Scheme::Viderefoert,
            answers: Answers::default(),
            scenarios: Vec::new(),
            outcome: None,
            overrides: None,
            app: None,
            written: CaseWritten::default(),
        }
    }

    /// Who the scheme is for, by these answers.
    #[must_use]
    pub fn screen(&self, rulebook: &Rulebook) -> Screening {
        screen(Setting { rulebook, scheme: self.scheme, as_of: self.as_of }, &self.answers)
    }

    /// What the scenario at `index` comes to.
    ///
    /// # Errors
    /// Every [`Obstacle`] that keeps it from being worked out, such as a benefit the answers do not give.
    pub fn simulate(&self, rulebook: &Rulebook, index: usize) -> Result<Simulation, Vec<Obstacle>> {
        let plan = self.plan(index)?;
        simulate(rulebook, &plan).map_err(|missing| vec![Obstacle::NotCovered(missing)])
    }

    /// Where the figures of a month of the scenario at `index` come from; `None` when it does not have the month.
    ///
    /// # Errors
    /// Every [`Obstacle`] that keeps it from being worked out.
    pub fn explain<'a>(
        &'a self,
        rulebook: &'a Rulebook,
        index: usize,
        month: Month,
    ) -> Result<Option<MonthTrace<'a>>, Vec<Obstacle>> {
        let plan = self.plan(index)?;
        MonthTrace::of(rulebook, plan, month).map_err(|missing| vec![Obstacle::NotCovered(missing)])
    }

    /// A ready-made variant of the scenario at `index`, as [`cautious_plan`](Case::cautious_plan) gives it; `None`
    /// where it does not apply or changes no month, where the scenario cannot be worked out, and where it would not be
    /// a valid scenario of a case.
    #[must_use]
    pub fn variant(&self, rulebook: &Rulebook, index: usize, variant: Variant) -> Option<Scenario> {
        variants::make(rulebook, &self.cautious_plan(rulebook, index).ok()?, variant).filter(fits)
    }
}

/// Does what a variant changes stay within the bounds of the format?
fn fits(scenario: &Scenario) -> bool {
    let month = |month: &Month| bounds::month().allow(month);
    let jobs = u32::try_from(scenario.small_jobs.len()).is_ok_and(|jobs| bounds::SMALL_JOBS.allow(&jobs))
        && scenario.small_jobs.iter().all(|job| month(&job.from) && job.until.as_ref().is_none_or(month));
    let wait = bounds::BEFORE_OPENING.allow(&scenario.account_wait_months);
    let business = scenario.business.as_ref().is_none_or(|business| {
        let revenue = [business.revenue.first_month, business.revenue.full_month];
        let closes = business.closes.as_ref().is_none_or(month);
        revenue.iter().all(|amount| bounds::AMOUNT.allow(amount)) && closes
    });
    jobs && wait && business
}
