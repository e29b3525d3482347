//! The figures of the plan as fields: what each one reads from the scenario and writes into it. The
//! budget and the panel beside the months show the same figures, so they are written down as data.

pub mod choices;
pub mod fields;
pub mod inputs;
pub mod job;
pub mod repayment;
mod rows;

use mikrolaan_engine::case::Case;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{Benefit, Deduction, Plan, Scenario, Timeline};

use crate::session::Session;

/// Reads from the first scenario: tracks.
pub fn read<T>(session: Session, read: impl FnOnce(&Scenario) -> T) -> Option<T> {
    session.with_case(|case| case.scenarios.first().map(read))
}

/// Reads from the first scenario's plan: tracks. Where the benefit is not known yet, from one without.
pub fn read_plan<T>(session: Session, read: impl FnOnce(&Plan<'_>) -> T) -> Option<T> {
    session.with_case(|case| match case.plan(0) {
        Ok(plan) => Some(read(&plan)),
        Err(_) => Some(read(&without_benefit(case)?.plan(0).ok()?)),
    })
}

fn without_benefit(case: &Case) -> Option<Case> {
    let mut case = case.clone();
    case.scenarios.first_mut()?.benefit = Some(Benefit::Own { monthly: Money::ZERO, deduction: Deduction::None });
    Some(case)
}

/// Changes the first scenario, and keeps its months in order.
pub fn change(session: Session, change: &mut dyn FnMut(&mut Scenario)) {
    session.update(|case| {
        if let Some(scenario) = case.scenarios.first_mut() {
            change(scenario);
            keep_in_order(scenario);
        }
    });
}

/// A business closes after it has opened, and a job ends after it has begun.
fn keep_in_order(scenario: &mut Scenario) {
    let opening = Timeline::of(scenario).opening();
    if let (Some(opening), Some(business)) = (opening, &mut scenario.business) {
        business.closes = business.closes.map(|closes| closes.max(opening.plus(1)));
    }
    for job in &mut scenario.small_jobs {
        job.until = job.until.map(|until| until.max(job.from));
    }
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::examples::{ExampleId, example};
    use mikrolaan_engine::quantity::Month;

    use super::keep_in_order;

    #[test]
    fn closing_and_the_end_of_a_job_are_moved_along() {
        let month = |text| Month::parse(text).expect("a month");
        let mut case = example(ExampleId::Hairdresser, month("2026-11"));
        let scenario = case.scenarios.first_mut().expect("a scenario");
        let business = scenario.business.as_mut().expect("a business");
        business.closes = Some(month("2026-12"));
        scenario.small_jobs.first_mut().expect("a job").until = Some(month("2026-12"));
        let from = scenario.small_jobs.first().expect("a job").from;
        keep_in_order(scenario);
        // Course from December to February, waiting in March, open from April.
        assert_eq!(scenario.business.as_ref().expect("a business").closes, Some(month("2027-05")));
        assert_eq!(scenario.small_jobs.first().expect("a job").until, Some(from));
    }
}
