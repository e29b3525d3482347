//! What the person has said so far, on the page: one signal with the whole [`State`], changed by events alone,
//! and what follows from it. No effect writes a signal.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::{Case, Obstacle};
use mikrolaan_engine::evaluate::{Evaluated, evaluate};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::Date;

use crate::platform::{debounce, shell, tab};
use mikrolaan_app_core::rulebook::RULEBOOK;
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_markup::watch::{SharedSignal, Watched, WorkedOut, watch, worked_out};

/// What the first scenario comes to: `None` without a scenario, the problems when it cannot be worked out.
pub type EvaluatedPlan = Option<Arc<Result<Evaluated, Vec<Obstacle>>>>;

/// The session, from the context: `let session = Session::get();`.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<State>,
    /// Which case it is: what follows the case is not told of a change that leaves the case alone.
    revision: Watched,
    /// The state as it was when nothing had changed for a moment (`debounce`): what takes longer to work out follows
    /// the case in this one.
    debounced: RwSignal<State>,
    /// What somebody has sent or saved, as the text it is, until its page has told what is in it: nothing of it is taken yet.
    pub offered: SharedSignal<String>,
    /// The day it began on: one session has one date, whatever the clock says later.
    pub today: Date,
    /// The first scenario, worked out: once a change, for everything that shows it.
    pub evaluated: WorkedOut<Result<Evaluated, Vec<Obstacle>>>,
}

impl Session {
    /// A session in this state.
    pub fn new(today: Date, state: State) -> Self {
        let debounced = RwSignal::new(state.clone());
        let state = RwSignal::new(state);
        let revision = watch(move || Some(state.with(State::revision) as i64));
        let evaluated = worked_out(move || {
            revision.get();
            state.with_untracked(|state| first_scenario(state.case()))
        });
        let offered = SharedSignal::new(String::new());
        Session { state, revision, debounced, offered, today, evaluated }
    }

    /// The session of the page.
    pub fn get() -> Self {
        expect_context()
    }

    /// The state, for reading: tracks.
    pub fn with<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.state.with(read)
    }

    /// The case, for reading: tracks the case and nothing else of the state.
    pub fn with_case<T>(self, read: impl FnOnce(&Case) -> T) -> T {
        self.revision.get();
        self.state.with_untracked(|state| read(state.case()))
    }

    /// Which case it is, for what follows every change of it: tracks.
    pub fn revision(self) -> Option<i64> {
        self.revision.get()
    }

    /// The one place where state changes. An event that changes nothing tells nobody.
    pub fn dispatch(self, event: Event) {
        let next = self.state.with_untracked(|state| {
            let next = state.apply(event);
            (next != *state).then_some(next)
        });
        if let Some(next) = next {
            self.state.set(next);
            debounce::run(move || {
                self.flush();
                // Not before an answer is sent: the line goes with the next step, and would not have been read.
                if !self.keep() && self.state.with_untracked(State::is_begun) {
                    shell::show_unkept();
                }
            });
        }
    }

    /// Another state to begin with, before the person has done anything: there is nothing to have back.
    pub fn begin_with(self, state: State) {
        self.state.set(self.state.with_untracked(|untouched| untouched.replaced_by(state)));
        self.flush();
        self.keep();
    }

    /// Keeps the state in the tab, or nothing where there is nothing to keep. Says whether a reload loses nothing.
    pub fn keep(self) -> bool {
        self.state.with_untracked(|state| {
            if !state.is_worth_keeping() && state.viewed().is_none() {
                tab::keep(None);
                return true;
            }
            state.kept().is_some_and(|text| tab::keep(Some(&text)))
        })
    }

    /// Does not wait for the debounce: a page is shown, or a field has been left.
    pub fn flush(self) {
        if untrack(|| self.is_stale()) {
            self.debounced.set(self.state.get_untracked());
        }
    }

    /// The debounced case, for reading: tracks.
    pub fn with_debounced<T>(self, read: impl FnOnce(&Case) -> T) -> T {
        self.debounced.with(|debounced| read(debounced.case()))
    }

    /// Has the case changed since it was debounced? Tracks.
    pub fn is_stale(self) -> bool {
        self.debounced.with(|debounced| self.with_case(|case| case != debounced.case()))
    }

    /// The debounced case without what is tried: tracks.
    pub fn untried(self) -> Case {
        self.debounced.with(State::untried_case)
    }

    /// Is the plan without what is tried another one than the debounced? Tracks the case.
    pub fn is_untried_stale(self) -> bool {
        self.revision.get();
        self.debounced.with(|debounced| self.state.with_untracked(|state| !state.is_untried_as(debounced)))
    }

    /// The ready-made changes that are compared with the plan: tracks.
    pub fn compared(self) -> Vec<Variant> {
        self.with(|state| state.compared().collect())
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

fn first_scenario(case: &Case) -> EvaluatedPlan {
    (!case.scenarios.is_empty()).then(|| Arc::new(evaluate(case, &RULEBOOK, 0)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use mikrolaan_engine::case::ValuePath;
    use mikrolaan_engine::screening::AnswerKey;
    use mikrolaan_engine::simulation::ScenarioField;

    use super::{Date, Owner, Session};
    use mikrolaan_app_core::state::event::{Event, GivenAnswer};
    use mikrolaan_app_core::state::{Draft, State};
    use mikrolaan_markup::watch::{Watched, watch};

    const SAVINGS: ValuePath = ValuePath::Field { scenario: 0, field: ScenarioField::Savings, at: None };

    fn new_session() -> Session {
        let today = Date::parse("2026-11-27").expect("a day");
        Session::new(today, State::new(today.month()))
    }

    fn age(years: u32) -> Event {
        Event::Answer(AnswerKey::Age, GivenAnswer::Age(years))
    }

    fn draft() -> Draft {
        Draft { field: SAVINGS, label: "Opsparing".to_owned(), text: "12.5".to_owned(), told: false }
    }

    /// Something that follows, and how often it was worked out.
    fn counted(read: impl Fn() + Send + Sync + 'static) -> (Watched, impl Fn() -> usize) {
        let runs = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&runs);
        let follower = watch(move || {
            read();
            counter.fetch_add(1, Ordering::Relaxed);
            None
        });
        (follower, move || {
            follower.get_untracked();
            runs.load(Ordering::Relaxed)
        })
    }

    #[test]
    fn what_takes_longer_is_debounced() {
        Owner::new().with(|| {
            let session = new_session();
            session.dispatch(age(45));
            assert!(session.is_stale());
            session.flush();
            assert!(!session.is_stale());
            assert_eq!(session.with_debounced(|case| case.answers.age), Some(45));
            session.dispatch(Event::StartOver);
            assert!(session.is_stale());
        });
    }

    #[test]
    fn a_text_that_is_only_kept_makes_nothing_of_the_case_be_worked_out_again() {
        Owner::new().with(|| {
            let session = new_session();
            let (_case, case_runs) = counted(move || session.with_case(|_| ()));
            let (_drafts, draft_runs) = counted(move || session.with(|state| assert!(state.drafts().len() < 2)));
            assert_eq!((case_runs(), draft_runs()), (1, 1));
            session.dispatch(Event::KeepDraft(draft()));
            assert!(session.has_drafts());
            assert_eq!((case_runs(), draft_runs()), (1, 2));
            session.dispatch(age(45));
            assert_eq!((case_runs(), draft_runs()), (2, 3));
        });
    }

    #[test]
    fn an_event_that_changes_nothing_tells_nobody() {
        Owner::new().with(|| {
            let session = new_session();
            session.dispatch(Event::EnsureScenario);
            session.dispatch(age(45));
            let (_state, runs) = counted(move || session.with(|_: &State| ()));
            assert_eq!(runs(), 1);
            let written = session.with_case(|case| case.scenarios.first().cloned()).expect("a scenario");
            let events = [
                Event::EnsureScenario,
                age(45),
                Event::Edit(Box::new(written)),
                Event::ForgetDraft(SAVINGS),
                Event::KeepPage(AnswerKey::Age, None),
                Event::LeaveExample,
                Event::Undo,
            ];
            for event in events {
                session.dispatch(event.clone());
                assert_eq!(runs(), 1, "{event:?}");
            }
            session.dispatch(age(46));
            assert_eq!(runs(), 2);
        });
    }
}
