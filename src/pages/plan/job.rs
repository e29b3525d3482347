//! The small job a plan has, or would have.

use mikrolaan_engine::case::usual_small_job;
use mikrolaan_engine::simulation::{Scenario, SmallJob};

use crate::rulebook::RULEBOOK;

/// A small job, or the usual one when there is none at this place.
pub fn job(scenario: &Scenario, at: usize) -> SmallJob {
    scenario.small_jobs.get(at).cloned().unwrap_or_else(|| usual_small_job(scenario, &RULEBOOK))
}

/// Changes a small job. The first one comes into being with the first figure written about it.
pub fn edit_job(scenario: &mut Scenario, at: usize, edit: impl FnOnce(&mut SmallJob)) {
    if at == 0 && scenario.small_jobs.is_empty() {
        let job = usual_small_job(scenario, &RULEBOOK);
        scenario.small_jobs.push(job);
    }
    if let Some(job) = scenario.small_jobs.get_mut(at) {
        edit(job);
    }
}
