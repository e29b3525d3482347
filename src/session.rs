//! What the person has said so far: the one place where it is kept and the one way to change it.
//!
//! Everything shown is derived from here by memos. No effect writes a signal.

pub mod answering;
pub mod flow;

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::examples::{self, ExampleId};
use mikrolaan_engine::case::{Case, Problem, propose};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::Rulebook;
use mikrolaan_engine::screening::{AnswerKey, Answers, Screening};
use mikrolaan_engine::simulation::Simulation;

use self::flow::Flow;

/// The figures and rules of the whole app.
pub static RULEBOOK: Rulebook = Rulebook::embedded();

/// What the first scenario comes to: `None` without a scenario, the problems when it cannot be worked out.
pub type Outcome = Option<Result<Arc<Simulation>, Vec<Problem>>>;

/// The session, from the context: `let session = Session::get();`.
#[derive(Clone, Copy)]
pub struct Session {
    case: RwSignal<Case>,
    /// Questions passed with *Ved ikke* whose answer has no such value in the case.
    skipped: RwSignal<Vec<AnswerKey>>,
    /// The person's own case while an example is shown, with the example's id.
    example: RwSignal<Option<Example>>,
    /// Who the scheme is for.
    pub screening: Memo<Screening>,
    /// The first scenario, month by month.
    pub simulation: Memo<Outcome>,
    /// Where the person is in the questions.
    pub flow: Memo<Flow>,
}

#[derive(Clone)]
struct Example {
    id: ExampleId,
    own: Case,
}

impl Session {
    /// Begins a session in which nothing is answered.
    pub fn begin(as_of: Month) -> Self {
        let case = RwSignal::new(Case::new(as_of));
        let skipped = RwSignal::new(Vec::new());
        let screening = Memo::new(move |_| case.with(|case| case.screen(&RULEBOOK)));
        let simulation = Memo::new(move |_| case.with(first_scenario));
        let flow = Memo::new(move |_| {
            case.with(|case| screening.with(|found| skipped.with(|skipped| Flow::of(&case.answers, skipped, found))))
        });
        Session { case, skipped, example: RwSignal::new(None), screening, simulation, flow }
    }

    /// The session of the page.
    pub fn get() -> Self {
        expect_context()
    }

    /// The case, for reading: tracks.
    pub fn with_case<T>(self, read: impl FnOnce(&Case) -> T) -> T {
        self.case.with(read)
    }

    /// The answers, for reading: tracks.
    pub fn with_answers<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.case.with(|case| read(&case.answers))
    }

    /// The case as a signal.
    pub fn case(self) -> ReadSignal<Case> {
        self.case.read_only()
    }

    /// The one place where state changes.
    pub fn update(self, change: impl FnOnce(&mut Case)) {
        self.case.update(change);
    }

    /// Writes an answer; the question no longer counts as passed.
    pub fn answer(self, key: AnswerKey, write: impl FnOnce(&mut Answers)) {
        self.skipped.update(|skipped| skipped.retain(|&passed| passed != key));
        self.update(|case| write(&mut case.answers));
    }

    /// *Ved ikke* where the case has no word for it: the answer is taken out and the question passed.
    pub fn skip(self, key: AnswerKey, clear: impl FnOnce(&mut Answers)) {
        self.answer(key, clear);
        self.skipped.update(|skipped| skipped.push(key));
    }

    /// Was the question passed with *Ved ikke*? Tracks.
    pub fn is_skipped(self, key: AnswerKey) -> bool {
        self.skipped.with(|skipped| skipped.contains(&key))
    }

    /// Adds a first scenario made from the answers, when there is none.
    pub fn ensure_scenario(self) {
        if self.case.with_untracked(|case| case.scenarios.is_empty()) {
            self.update(|case| case.scenarios.push(propose(case, &RULEBOOK)));
        }
    }

    /// Shows an example; the person's own case comes back with [`Session::leave_example`].
    pub fn show_example(self, id: ExampleId) {
        let kept = self.example.with_untracked(|shown| shown.as_ref().map(|shown| shown.own.clone()));
        let own = kept.unwrap_or_else(|| self.case.get_untracked());
        let example = examples::example(id, own.as_of);
        self.example.set(Some(Example { id, own }));
        self.update(|case| *case = example);
    }

    /// Back to the person's own case.
    pub fn leave_example(self) {
        if let Some(Example { own, .. }) = self.example.get_untracked() {
            self.example.set(None);
            self.update(|case| *case = own);
        }
    }

    /// The example that is shown, if one is: tracks.
    pub fn example(self) -> Option<ExampleId> {
        self.example.with(|shown| shown.as_ref().map(|shown| shown.id))
    }

    /// Is an example shown? Tracks.
    pub fn is_example(self) -> bool {
        self.example.with(Option::is_some)
    }
}

fn first_scenario(case: &Case) -> Outcome {
    (!case.scenarios.is_empty()).then(|| case.simulate(&RULEBOOK, 0).map(Arc::new))
}
