//! What the person has said so far, on the page: one signal with the whole [`State`], and what follows from
//! it as memos. No effect writes a signal.

pub mod answering;
pub mod state;

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::{Case, Problem};
use mikrolaan_engine::evaluate::{Evaluated, evaluate};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::screening::{AnswerKey, Answers, Screening};

use self::state::State;
use crate::platform::clock::Day;
use crate::platform::pause;
use crate::rulebook::RULEBOOK;
use mikrolaan_engine::screening::QuestionFlow;

/// What the first scenario comes to: `None` without a scenario, the problems when it cannot be worked out.
pub type Outcome = Option<Result<Arc<Evaluated>, Vec<Problem>>>;

/// The session, from the context: `let session = Session::get();`.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<State>,
    /// The case as it was at the last pause: what takes longer to work out follows this one.
    settled: RwSignal<Case>,
    /// The day it began on: one session has one date, whatever the clock says later.
    pub today: Day,
    /// Who the scheme is for.
    pub screening: Memo<Screening>,
    /// The first scenario, worked out: once a change, for everything that shows it.
    pub evaluated: Memo<Outcome>,
    /// Where the person is in the questions.
    pub flow: Memo<QuestionFlow>,
}

impl Session {
    /// Begins a session in which nothing is answered.
    pub fn begin(today: Day) -> Self {
        let state = RwSignal::new(State::new(today.month));
        let settled = RwSignal::new(Case::new(today.month));
        let screening = Memo::new(move |_| state.with(|state| state.case().screen(&RULEBOOK)));
        let evaluated = Memo::new(move |_| state.with(|state| first_scenario(state.case())));
        let flow = Memo::new(move |_| {
            screening.with(|found| state.with(|state| QuestionFlow::of(&state.case().answers, state.skipped(), found)))
        });
        Session { state, settled, today, screening, evaluated, flow }
    }

    /// The session of the page.
    pub fn get() -> Self {
        expect_context()
    }

    /// The state, for reading: tracks.
    pub fn with<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.state.with(read)
    }

    /// The case, for reading: tracks.
    pub fn with_case<T>(self, read: impl FnOnce(&Case) -> T) -> T {
        self.state.with(|state| read(state.case()))
    }

    /// The answers, for reading: tracks.
    pub fn with_answers<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.with_case(|case| read(&case.answers))
    }

    /// The one place where state changes.
    pub fn apply(self, change: impl FnOnce(&mut State)) {
        self.state.update(change);
        pause::then(move || self.settle());
    }

    /// Changes the case.
    pub fn update(self, change: impl FnOnce(&mut Case)) {
        self.apply(|state| state.change(change));
    }

    /// Does not wait for a pause: a page is shown, or a field has been left.
    pub fn settle(self) {
        if untrack(|| self.is_outdated()) {
            self.settled.set(untrack(|| self.with_case(Clone::clone)));
        }
    }

    /// The case as it was at the last pause, for reading: tracks.
    pub fn with_settled<T>(self, read: impl FnOnce(&Case) -> T) -> T {
        self.settled.with(read)
    }

    /// Has the case changed since the last pause? Tracks.
    pub fn is_outdated(self) -> bool {
        self.settled.with(|settled| self.with_case(|case| case != settled))
    }

    /// The ready-made changes that are compared with the plan: tracks.
    pub fn compared(self) -> Vec<Variant> {
        self.with(|state| state.compared().collect())
    }

    /// Writes an answer; the question no longer counts as passed.
    pub fn answer(self, key: AnswerKey, write: impl FnOnce(&mut Answers)) {
        self.apply(|state| state.answer(key, write));
    }

    /// Adds a first scenario made from the answers, when there is none.
    pub fn ensure_scenario(self) {
        if untrack(|| self.with_case(|case| case.scenarios.is_empty())) {
            self.apply(State::ensure_scenario);
        }
    }

    /// Back to the own case, when an example is looked at.
    pub fn leave_example(self) {
        if untrack(|| self.viewed().is_some()) {
            self.apply(State::leave_example);
        }
    }

    /// Compares with one more, or with one less.
    pub fn compare_with(self, variant: Variant, wanted: bool) {
        self.apply(|state| state.compare_with(variant, wanted));
    }

    /// Is an example looked at? Tracks.
    pub fn is_example(self) -> bool {
        self.viewed().is_some()
    }

    /// The example that is looked at, if one is: tracks.
    pub fn viewed(self) -> Option<ExampleId> {
        self.with(State::viewed)
    }

    /// Stands a text in a field that could not be read? Then nothing may be concluded. Tracks.
    pub fn has_drafts(self) -> bool {
        self.with(|state| !state.drafts().is_empty())
    }
}

fn first_scenario(case: &Case) -> Outcome {
    (!case.scenarios.is_empty()).then(|| evaluate(case, &RULEBOOK, 0).map(Arc::new))
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::quantity::Month;

    use super::{Day, Owner, Session, State};

    #[test]
    fn what_takes_longer_waits_for_a_pause() {
        Owner::new().with(|| {
            let session = Session::begin(Day { month: Month::new(2026, 11).expect("a month"), number: 27 });
            session.update(|case| case.answers.age = Some(45));
            assert!(session.is_outdated());
            session.settle();
            assert!(!session.is_outdated());
            assert_eq!(session.with_settled(|case| case.answers.age), Some(45));
            session.apply(State::start_over);
            assert!(session.is_outdated());
        });
    }
}
