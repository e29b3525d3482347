//! The figures of the plan as fields: what each one reads from the scenario and writes into it. The
//! budget and the panel beside the months show the same figures, so they are written down as data.

pub mod choices;
pub mod fields;
pub mod inputs;

use leptos::prelude::*;
use mikrolaan_engine::case::Case;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{Benefit, Deduction, FullMonth, Plan, Scenario, StartUpBudget};

use crate::components::keyed;
use crate::session::Session;
use mikrolaan_app_core::forms::Refusal;
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::event::Event;

/// Reads from the first scenario: tracks.
pub fn read<T>(session: Session, read: impl FnOnce(&Scenario) -> T) -> Option<T> {
    session.with_case(|case| case.scenarios.first().map(read))
}

/// Reads from the first scenario's plan, as it was worked out: tracks. Where the benefit is not known yet, and so
/// nothing is worked out, from a plan without one.
pub fn read_plan<T>(session: Session, read: impl FnOnce(&Plan<'_>) -> T) -> Option<T> {
    match session.evaluated.get().as_deref() {
        Some(Ok(evaluated)) => Some(read(&evaluated.plan())),
        _ => session.with_case(|case| Some(read(&without_benefit(case)?.plan(0).ok()?))),
    }
}

/// What it takes to start, and a full month of the business: tracks.
pub fn budgets(session: Session) -> Option<(StartUpBudget, FullMonth)> {
    match session.evaluated.get().as_deref() {
        Some(Ok(evaluated)) => Some((evaluated.start_up, evaluated.full_month)),
        _ => read_plan(session, |plan| (StartUpBudget::of(plan), FullMonth::of(plan.scenario))),
    }
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
