//! Everything worked out as of another month: the plans move with it, and where the trial was in force, its own rules hold.

use mikrolaan_engine::case::{Case, ValuePath, usual_small_job};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::Scheme;
use mikrolaan_engine::simulation::{Scenario, ScenarioField as F};

use crate::rulebook::RULEBOOK;
use crate::state::State;
use crate::state::provenance::{Provenance, provenance};

/// How many months after today one can look from.
const MONTHS_AHEAD: i32 = 24;

/// The months one can look from: those of the trial and all since, and two years ahead.
pub fn months(today: Month) -> (Month, Month) {
    (Scheme::Frikommune.rules().from, today.plus(MONTHS_AHEAD))
}

/// The state as of this month. Each plan begins as long after it as it began after the month before; a wage that was guessed is
/// the usual one of the new months.
pub(super) fn moved(state: &State, month: Month) -> State {
    let later = month.months_since(state.case().as_of);
    state.with_case(|case| {
        let guessed = wage_is_guessed(case);
        case.as_of = month;
        case.scheme = scheme_in(month, case.scheme);
        for scenario in &mut case.scenarios {
            shift(scenario, later);
        }
        if let (true, Some(plan)) = (guessed, case.scenarios.first_mut()) {
            let usual = usual_small_job(plan, &RULEBOOK).hourly_wage;
            plan.small_jobs.iter_mut().take(1).for_each(|job| job.hourly_wage = usual);
        }
    })
}

fn wage_is_guessed(case: &Case) -> bool {
    let place = ValuePath::Field { scenario: 0, field: F::JobWage, at: Some(0) };
    provenance(case, place) == Some(Provenance::Guess)
}

/// In the trial's own months its own rules hold; after them nothing but the trial as if carried on.
fn scheme_in(month: Month, before: Scheme) -> Scheme {
    match before {
        _ if Scheme::Frikommune.is_in_force(month) => Scheme::Frikommune,
        Scheme::Frikommune => Scheme::Viderefoert,
        other => other,
    }
}

fn shift(scenario: &mut Scenario, later: i32) {
    scenario.start = scenario.start.plus(later);
    for job in &mut scenario.small_jobs {
        job.from = job.from.plus(later);
        job.until = job.until.map(|until| until.plus(later));
    }
    if let Some(business) = &mut scenario.business {
        business.closes = business.closes.map(|closes| closes.plus(later));
    }
}

#[cfg(test)]
#[path = "as_of_tests.rs"]
mod tests;
