//! A change of the plan that is tried: it is in the plan, and the plan from before is kept beside it.
//!
//! One is tried at a time. It ends when it is taken back, which brings the plan from before back exactly, or when
//! anything else of the case changes: then what was tried is the person's own.

use mikrolaan_engine::case::{AppPart, Case};
use mikrolaan_engine::insight::goal_seek::{Found, Question, with};
use mikrolaan_engine::quantity::WeeklyHours;
use mikrolaan_engine::simulation::{Plan, Scenario};

use super::{State, provenance};
use crate::rulebook::RULEBOOK;

/// What is tried.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Trial {
    /// How far the plan was changed, and in what.
    pub(super) found: Found,
    /// The plan without it.
    pub(super) before: Scenario,
    /// Where its values came from.
    pub(super) app: Option<AppPart>,
}

/// The plan with a change put into it; `None` where it does not fit. A job without hours makes place for one with: a
/// page that shows one job shows the one that is meant.
#[must_use]
pub fn tried(plan: &Plan<'_>, question: Question, found: Found) -> Option<Scenario> {
    let mut scenario = with(plan, question, found)?;
    if let Found::JobHours(_) = found {
        scenario.small_jobs.retain(|job| job.hours_per_week > WeeklyHours::default());
    }
    Some(scenario)
}

impl State {
    /// What is tried, if anything is.
    pub fn tried(&self) -> Option<Found> {
        self.trial.as_ref().map(|trial| trial.found)
    }

    /// The case without what is tried.
    pub fn untried_case(&self) -> Case {
        let mut case = self.case.clone();
        if let (Some(trial), Some(own)) = (&self.trial, case.scenarios.first_mut()) {
            *own = trial.before.clone();
            case.app.clone_from(&trial.app);
        }
        case
    }

    /// The first plan without what is tried.
    fn untried(&self) -> Option<&Scenario> {
        self.trial.as_ref().map(|trial| &trial.before).or(self.case.scenarios.first())
    }

    /// Is the plan without what is tried the same in another state?
    pub fn is_untried_as(&self, other: &State) -> bool {
        self.case.answers == other.case.answers && self.untried() == other.untried()
    }

    /// Tries a change, in the place of the one that was tried before.
    pub(super) fn start_trial(&mut self, question: Question, found: Found) {
        self.end_trial();
        let Ok(plan) = self.case.cautious_plan(&RULEBOOK, 0) else { return };
        let Some(scenario) = tried(&plan, question, found) else { return };
        if let Some(own) = self.case.scenarios.first_mut() {
            let before = std::mem::replace(own, scenario);
            let app = self.case.app.clone();
            // What is tried is nobody's guess, which would follow what it was guessed from.
            provenance::own_what_differs(&mut self.case, &before);
            self.undo = None;
            self.trial = Some(Box::new(Trial { found, before, app }));
        }
    }

    /// Takes back what is tried.
    pub(super) fn end_trial(&mut self) {
        if let (Some(trial), Some(own)) = (self.trial.take(), self.case.scenarios.first_mut()) {
            *own = trial.before;
            self.case.app = trial.app;
        }
    }
}

#[cfg(test)]
#[path = "trial_tests.rs"]
mod tests;
