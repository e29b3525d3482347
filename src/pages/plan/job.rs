//! The small job a plan has, or would have.

use mikrolaan_engine::quantity::{Month, WeeklyHours};
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::simulation::{Scenario, SmallJob, Timeline};

use crate::rulebook::RULEBOOK;

/// A job of no hours from the month after the support, at the usual wage.
pub fn usual_job(scenario: &Scenario) -> SmallJob {
    let timeline = Timeline::of(scenario);
    let after_support: Option<Month> = timeline.full_support_ends().map(|last| last.plus(1));
    let from = after_support.or(timeline.opening()).unwrap_or(scenario.start);
    let hourly_wage = figure::SMAAJOB_TIMELOEN.at(&RULEBOOK, from).map(|found| found.value).unwrap_or_default();
    SmallJob { from, until: None, hours_per_week: WeeklyHours::default(), hourly_wage }
}

/// A small job, or the usual one when there is none at this place.
pub fn job(scenario: &Scenario, at: usize) -> SmallJob {
    scenario.small_jobs.get(at).cloned().unwrap_or_else(|| usual_job(scenario))
}

/// Changes a small job. The first one comes into being with the first figure written about it.
pub fn edit_job(scenario: &mut Scenario, at: usize, edit: impl FnOnce(&mut SmallJob)) {
    if at == 0 && scenario.small_jobs.is_empty() {
        let job = usual_job(scenario);
        scenario.small_jobs.push(job);
    }
    if let Some(job) = scenario.small_jobs.get_mut(at) {
        edit(job);
    }
}
