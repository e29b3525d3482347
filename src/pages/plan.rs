//! The figures of the plan as fields: what each one reads from the scenario and writes into it. The
//! budget and the panel beside the months show the same figures, so they are written down as data.

pub mod choices;
pub mod fields;
pub mod inputs;
pub mod job;
mod rows;

use leptos::prelude::*;
use mikrolaan_engine::case::Case;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{Benefit, Deduction, Plan, Scenario};

use crate::components::field::Refusal;
use crate::components::keyed;
use crate::session::Session;
use crate::session::event::Event;
use crate::session::state::State;

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

/// Changes the first scenario, and nothing but what `change` changes: what no longer fits is said at its
/// field.
pub fn change(session: Session, change: &mut dyn FnMut(&mut Scenario)) {
    let _ = try_change(session, &mut |scenario| {
        change(scenario);
        Ok(())
    });
}

/// Tries a change of the first scenario, and makes it when it can be made.
///
/// # Errors
/// What is wrong with what was typed; then nothing is changed.
pub fn try_change(
    session: Session,
    change: &mut dyn FnMut(&mut Scenario) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let Some(mut written) = untrack(|| read(session, Clone::clone)) else { return Ok(()) };
    change(&mut written)?;
    session.dispatch(Event::Edit(Box::new(written)));
    Ok(())
}

/// Fields of the case that is worked on. They are drawn anew when another case is looked at or something is had
/// back: what is half written in a field belongs to its case.
pub fn of_the_case(session: Session, draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    keyed(move || vec![session.with(State::epoch)], move |_| draw())
}
