//! What is tried, taken back and kept.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::insight::goal_seek::{Found, Question};
use mikrolaan_engine::quantity::{Money, Month, Rate, WeeklyHours};
use mikrolaan_engine::simulation::ScenarioField;

use crate::state::State;
use crate::state::event::{Event, GivenAnswer, NewRow};
use mikrolaan_engine::case::ValuePath;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::SmallJob;

const NOVEMBER: Month = Month::new(2026, 11).expect("a month");
const WAGE: Money = Money::from_kroner(145);

fn kr(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

impl State {
    /// The state in which this case is worked on.
    pub(crate) fn holding(&self, case: Case) -> State {
        State { case, ..self.clone() }
    }
}

/// A plan of one's own.
fn begun() -> State {
    State::new(NOVEMBER).holding(example(ExampleId::Hairdresser, NOVEMBER))
}

fn hours(hours: i64) -> Event {
    Event::Try(Question::JobHours(WAGE), Found::JobHours(WeeklyHours::from_hundredths(hours * 100)))
}

fn cut(kroner: i64) -> Event {
    Event::Try(Question::LivingCostsCut, Found::LivingCostsCut(kr(kroner)))
}

fn living_costs(state: &State) -> Money {
    state.case().scenarios[0].household.living_costs
}

fn bytes(case: &Case) -> String {
    mikrolaan_engine::case::write(case)
}

#[test]
fn what_is_tried_is_in_the_plan_and_taken_back_it_was_never_there() {
    let state = begun();
    let before = bytes(state.case());
    for event in [
        hours(6),
        cut(500),
        Event::Try(Question::RevenueFactor, Found::RevenueFactor(Rate::from_millionths(1_200_000))),
        Event::Try(Question::Principal, Found::Principal(kr(10_000))),
        Event::Try(Question::ExtraSavings, Found::ExtraSavings(kr(5_000))),
    ] {
        let trying = state.apply(event.clone());
        assert_ne!(bytes(trying.case()), before, "{event:?}");
        assert!(trying.revision() > state.revision(), "what follows from the case is told");
        assert!(trying.tried().is_some() && trying.is_untried_as(&state));
        let back = trying.apply(Event::EndTrial);
        assert_eq!((bytes(back.case()), back.tried()), (before.clone(), None), "{event:?}");
    }
}

#[test]
fn another_one_takes_its_place() {
    let state = begun();
    let second = state.apply(hours(6)).apply(cut(500));
    assert_eq!(second.tried(), Some(Found::LivingCostsCut(kr(500))));
    assert_eq!(second.case().scenarios[0].small_jobs, state.case().scenarios[0].small_jobs);
    assert_eq!(living_costs(&second), living_costs(&state) - kr(500));
    assert_eq!(bytes(second.apply(Event::EndTrial).case()), bytes(state.case()));
}

#[test]
fn a_field_that_is_edited_keeps_it_as_ones_own() {
    let trying = begun().apply(cut(500));
    let mut written = trying.case().scenarios[0].clone();
    written.household.savings = kr(777);
    let own = trying.apply(Event::Edit(Box::new(written)));
    assert_eq!((own.tried(), living_costs(&own)), (None, living_costs(&trying)));
    assert_eq!(own.apply(Event::EndTrial).case(), own.case(), "there is nothing to take back");
    let same = trying.apply(Event::Edit(Box::new(trying.case().scenarios[0].clone())));
    assert!(same.tried().is_some(), "a field that was only looked at changes nothing");
    for event in [
        Event::Answer(AnswerKey::Age, GivenAnswer::Age(48)),
        Event::AddRow(NewRow::Job(SmallJob {
            from: NOVEMBER,
            until: None,
            hours_per_week: WeeklyHours::default(),
            hourly_wage: WAGE,
        })),
        Event::ViewExample(ExampleId::Courier),
        Event::StartOver,
    ] {
        assert_eq!(trying.apply(event.clone()).tried(), None, "{event:?}");
    }
}

#[test]
fn what_is_no_change_of_the_plan_leaves_it_tried() {
    let trying = begun().apply(cut(500));
    let place = ValuePath::Field { scenario: 0, field: ScenarioField::Savings, at: None };
    assert!(trying.apply(Event::ForgetDraft(place)).apply(Event::EnsureScenario).tried().is_some());
    let undone = trying.apply(Event::StartOver).apply(Event::Undo);
    assert_eq!((undone.tried(), undone.case()), (trying.tried(), trying.case()), "had back, it is tried as before");
}

#[test]
fn a_job_without_hours_makes_place_and_comes_back() {
    let mut scenario = begun().case().scenarios[0].clone();
    scenario.small_jobs[0].hours_per_week = WeeklyHours::default();
    let state = begun().apply(Event::Edit(Box::new(scenario)));
    let trying = state.apply(hours(6));
    let jobs = &trying.case().scenarios[0].small_jobs;
    assert_eq!((jobs.len(), jobs[0].hours_per_week), (1, WeeklyHours::from_hundredths(600)));
    assert_eq!(bytes(trying.apply(Event::EndTrial).case()), bytes(state.case()));
}

#[test]
fn what_does_not_fit_the_plan_is_not_tried() {
    let nothing = State::new(NOVEMBER);
    assert_eq!(nothing.apply(cut(500)), nothing);
    let mut bare = begun().case().scenarios[0].clone();
    (bare.business, bare.loan) = (None, None);
    let state = begun().apply(Event::Edit(Box::new(bare)));
    let more = Event::Try(Question::RevenueFactor, Found::RevenueFactor(Rate::from_millionths(1_200_000)));
    assert_eq!(state.apply(more).tried(), None);
}

#[test]
fn a_reload_keeps_what_is_tried() {
    let state = begun();
    let again = |state: &State| State::restored(&state.kept().expect("a text"), NOVEMBER).expect("a state");
    let trying = again(&state.apply(hours(6)));
    assert_eq!(trying.tried(), Some(Found::JobHours(WeeklyHours::from_hundredths(600))));
    assert!(trying.is_untried_as(&again(&state)));
    assert_eq!(bytes(trying.apply(Event::EndTrial).case()), bytes(again(&state).case()));
    let viewed = state.apply(Event::ViewExample(ExampleId::Courier));
    let tried = again(&viewed.apply(cut(500)));
    assert_eq!(bytes(tried.apply(Event::EndTrial).case()), bytes(again(&viewed).case()), "in an example too");
    let text = state.apply(hours(6)).kept().expect("a text");
    assert_eq!(State::restored(&text.replace("t\u{1f}0\u{1f}600", "t\u{1f}9\u{1f}600"), NOVEMBER), None, "of no kind");
}
