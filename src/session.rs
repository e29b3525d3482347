//! What the person has said so far: the one place where it is kept and the one way to change it.
//!
//! Everything shown is derived from here by memos. No effect writes a signal.

pub mod answering;
pub mod flow;

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::examples::{self, ExampleId};
use mikrolaan_engine::case::{Case, Problem, propose};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::{AnswerKey, Answers, Screening};
use mikrolaan_engine::simulation::{Scenario, Simulation};

use self::flow::Flow;
use crate::platform::pause;
use crate::rulebook::RULEBOOK;
use crate::story::compare;

/// What the first scenario comes to: `None` without a scenario, the problems when it cannot be worked out.
pub type Outcome = Option<Result<Arc<Simulation>, Vec<Problem>>>;

/// The session, from the context: `let session = Session::get();`.
#[derive(Clone, Copy)]
pub struct Session {
    case: RwSignal<Case>,
    /// The case as it was at the last pause: what takes longer to work out follows this one.
    settled: RwSignal<Case>,
    /// Questions passed with *Ved ikke* whose answer has no such value in the case.
    skipped: RwSignal<Vec<AnswerKey>>,
    /// The ready-made changes that are compared with the plan, by their ids.
    compared: RwSignal<Vec<&'static str>>,
    /// The example business that is shown, with what was there before.
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
    /// The plans the person had before.
    own: Vec<Scenario>,
    /// Are the answers in the case the example's? Who has answered something keeps their own.
    lends_answers: bool,
}

impl Session {
    /// Begins a session in which nothing is answered.
    pub fn begin(as_of: Month) -> Self {
        let [case, settled] = [(); 2].map(|()| RwSignal::new(Case::new(as_of)));
        let skipped = RwSignal::new(Vec::new());
        let screening = Memo::new(move |_| case.with(|case| case.screen(&RULEBOOK)));
        let simulation = Memo::new(move |_| case.with(first_scenario));
        let flow = Memo::new(move |_| {
            case.with(|case| screening.with(|found| skipped.with(|skipped| Flow::of(&case.answers, skipped, found))))
        });
        let compared = RwSignal::new(first_compared());
        Session { case, settled, skipped, compared, example: RwSignal::new(None), screening, simulation, flow }
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
        pause::then(move || self.settle());
    }

    /// Does not wait for a pause: a page is shown, or a field has been left.
    pub fn settle(self) {
        if untrack(|| self.is_outdated()) {
            self.settled.set(self.case.get_untracked());
        }
    }

    /// The case as it was at the last pause, for reading: tracks.
    pub fn with_settled<T>(self, read: impl FnOnce(&Case) -> T) -> T {
        self.settled.with(read)
    }

    /// Has the case changed since the last pause? Tracks.
    pub fn is_outdated(self) -> bool {
        self.settled.with(|settled| self.case.with(|case| case != settled))
    }

    /// The ready-made changes that are compared with the plan: tracks.
    pub fn compared(self) -> Vec<Variant> {
        self.compared.with(|ids| ids.iter().copied().filter_map(Variant::from_id).collect())
    }

    /// Compares with one more, or with one less.
    pub fn compare_with(self, variant: Variant, wanted: bool) {
        self.compared.update(|ids| {
            ids.retain(|&id| id != variant.id());
            ids.extend(wanted.then(|| variant.id()));
        });
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

    /// Forgets everything that was answered and written.
    pub fn start_over(self) {
        self.example.set(None);
        self.skipped.set(Vec::new());
        self.compared.set(first_compared());
        self.update(|case| *case = Case::new(case.as_of));
    }

    /// Shows an example business. Answers the person has given stay; who has given none sees the
    /// example's home as well, until a page about answers is reached.
    pub fn show_example(self, id: ExampleId) {
        self.return_answers();
        let case = self.case.get_untracked();
        let own = self.example.get_untracked().map_or(case.scenarios, |shown| shown.own);
        let lends_answers = case.answers == Answers::default();
        let example = examples::example(id, case.as_of);
        self.example.set(Some(Example { id, own, lends_answers }));
        self.update(|case| {
            if lends_answers {
                case.answers = example.answers;
            }
            case.scenarios = example.scenarios;
        });
    }

    /// Takes the example's answers out again: a page about answers is about the person's own.
    pub fn return_answers(self) {
        if self.example.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.lends_answers)) {
            self.example.update(|shown| shown.iter_mut().for_each(|shown| shown.lends_answers = false));
            self.update(|case| case.answers = Answers::default());
        }
    }

    /// Back to the person's own plans.
    pub fn leave_example(self) {
        self.return_answers();
        if let Some(Example { own, .. }) = self.example.get_untracked() {
            self.example.set(None);
            self.update(|case| case.scenarios = own);
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

fn first_compared() -> Vec<&'static str> {
    compare::FIRST.map(Variant::id).to_vec()
}

fn first_scenario(case: &Case) -> Outcome {
    (!case.scenarios.is_empty()).then(|| case.simulate(&RULEBOOK, 0).map(Arc::new))
}

#[cfg(test)]
mod tests {
    use super::{Answers, ExampleId, Month, Owner, Session};

    /// A session outside a page.
    fn with_session(check: impl FnOnce(Session)) {
        Owner::new().with(|| check(Session::begin(Month::new(2026, 11).expect("a month"))));
    }

    #[test]
    fn an_example_lends_its_answers_to_who_has_none_and_takes_them_back() {
        with_session(|session| {
            session.show_example(ExampleId::Hairdresser);
            assert!(session.with_answers(|answers| answers.support.is_some()));
            session.return_answers();
            assert!(session.with_answers(|answers| *answers == Answers::default()));
            assert!(session.is_example(), "the figures are still the example's");
        });
    }

    #[test]
    fn own_answers_and_plans_survive_an_example() {
        with_session(|session| {
            session.update(|case| case.answers.age = Some(45));
            session.ensure_scenario();
            let own = session.with_case(Clone::clone);
            for &id in ExampleId::ALL {
                session.show_example(id);
                assert_eq!(session.with_answers(|answers| answers.age), Some(45), "{id:?}");
            }
            session.leave_example();
            assert_eq!(session.with_case(Clone::clone), own);
        });
    }

    #[test]
    fn every_example_can_be_worked_out() {
        with_session(|session| {
            for &id in ExampleId::ALL {
                session.show_example(id);
                let outcome = leptos::prelude::GetUntracked::get_untracked(&session.simulation);
                assert!(matches!(outcome, Some(Ok(_))), "{id:?}: {outcome:?}");
                session.leave_example();
            }
        });
    }

    #[test]
    fn what_takes_longer_waits_for_a_pause() {
        with_session(|session| {
            session.update(|case| case.answers.age = Some(45));
            assert!(session.is_outdated());
            session.settle();
            assert!(!session.is_outdated());
            assert_eq!(session.with_settled(|case| case.answers.age), Some(45));
        });
    }

    #[test]
    fn starting_over_leaves_nothing() {
        with_session(|session| {
            session.update(|case| case.answers.age = Some(45));
            session.show_example(ExampleId::Courier);
            session.start_over();
            let case = session.with_case(Clone::clone);
            assert!(case.answers == Answers::default() && case.scenarios.is_empty() && !session.is_example());
        });
    }
}
