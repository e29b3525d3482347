//! The figures of the plan as fields. The budget and the panel beside the months show the same ones; what each of them
//! reads, shows and writes is written down in [`forms`](mikrolaan_app_core::forms).

pub mod fields;

pub use mikrolaan_app_core::forms::{choices, inputs};

use leptos::prelude::*;
use mikrolaan_engine::simulation::Scenario;

use crate::session::Session;
use mikrolaan_app_core::state::State;
use mikrolaan_markup::keyed;

/// Reads from the first scenario: tracks.
pub fn read<T>(session: Session, read: impl FnOnce(&Scenario) -> T) -> Option<T> {
    session.with_case(|case| case.scenarios.first().map(read))
}

/// Fields of the case that is worked on. They are drawn anew when another case is looked at or something is had
/// back: what is half written in a field belongs to its case.
pub fn of_the_case(session: Session, draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    keyed(move || vec![session.with(State::epoch)], move |_| draw())
}
