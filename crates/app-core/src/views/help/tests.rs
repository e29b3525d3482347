//! What is said of a figure that looks wrong.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::evaluate::{Evaluated, evaluate};
use mikrolaan_engine::quantity::{Date, Money, Month};
use mikrolaan_engine::screening::AnswerKey;

use super::{HelpTold, HelpView, Obstacle};
use crate::navigation::{FigurePlace, Route};
use crate::rulebook::RULEBOOK;
use crate::state::State;
use crate::state::event::{Event, GivenAnswer};

const NOVEMBER: Month = Month::new(2026, 11).expect("a month");

fn today() -> Date {
    Date::new(NOVEMBER, 28).expect("a day")
}

fn outcome(case: &Case) -> Result<Evaluated, Vec<Obstacle>> {
    evaluate(case, &RULEBOOK, 0)
}

fn view(state: &State, asked: Option<FigurePlace>) -> HelpView {
    HelpView::of(state, &outcome(state.case()), asked, today())
}

fn told(state: &State, asked: Option<FigurePlace>) -> HelpTold {
    match view(state, asked) {
        HelpView::Told(told) => *told,
        other => panic!("{other:?}"),
    }
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn answered(answers: &[(AnswerKey, GivenAnswer)]) -> State {
    let begun = State::new(NOVEMBER);
    let state = answers.iter().fold(begun, |state, (key, answer)| state.apply(Event::Answer(*key, answer.clone())));
    state.apply(Event::EnsureScenario).apply(Event::FillBusiness(Some(ExampleId::Courier)))
}

/// Where somebody has lived is not answered: the benefit is one of two.
fn half_answered() -> State {
    answered(&[
        (AnswerKey::Age, GivenAnswer::Age(45)),
        (AnswerKey::Support, GivenAnswer::Chosen("kontanthjaelp_jobparat")),
        (AnswerKey::PublicDebt, GivenAnswer::Chosen("unknown")),
        (AnswerKey::LoanAmount, GivenAnswer::Amount(Money::from_kroner(30_000))),
    ])
}

#[test]
fn from_the_months_it_is_what_they_say_first() {
    let state = State::new(NOVEMBER).apply(Event::ViewExample(ExampleId::Hairdresser));
    let told = told(&state, None);
    assert!(!told.fact.is_empty() && told.fact.ends_with('.'), "{}", told.fact);
    assert!(matches!(told.whole, Some(Route::Trace(..))), "{:?}", told.whole);
}

#[test]
fn from_a_line_it_is_that_line_with_what_it_is_made_of() {
    let state = State::new(NOVEMBER).apply(Event::ViewExample(ExampleId::Hairdresser));
    let month = state.case().scenarios[0].start;
    for line in [None, Some(super::Line::HouseholdClosing)] {
        let told = told(&state, Some((month, line)));
        assert!(plain(&told.fact).ends_with(" kr."), "{}", told.fact);
        assert!(told.parts.contains('+') || told.parts.contains('−'), "{}", told.parts);
        assert_eq!(told.whole, Some(Route::Trace(month, line)));
    }
}

#[test]
fn a_month_the_plan_does_not_have_gives_what_the_months_say() {
    let state = State::new(NOVEMBER).apply(Event::ViewExample(ExampleId::Hairdresser));
    assert_eq!(told(&state, Some((NOVEMBER.plus(-24), None))).fact, told(&state, None).fact);
}

#[test]
fn a_missing_answer_stands_first_with_what_it_could_be_and_leads_to_its_question() {
    let told = told(&half_answered(), None);
    assert!((1..=3).contains(&told.values.len()), "{:?}", told.values);
    let first = &told.values[0];
    assert!(first.is_missing && told.values[1..].iter().all(|value| !value.is_missing));
    assert!(plain(&first.value).contains(" kr. til "), "{}", first.value);
    assert!(matches!(first.page, Route::Question(_)), "{:?}", first.page);
    assert!(first.note.ends_with('?'), "{}", first.note);
}

#[test]
fn what_is_nobodys_stands_before_what_is_ones_own() {
    let told = told(&half_answered(), None);
    let unsure: Vec<bool> = told.values.iter().map(super::DoubtedValue::is_unsure).collect();
    assert!(unsure.is_sorted_by(|before, after| before >= after), "{unsure:?}");
    assert!(told.values.iter().all(|value| !value.value.is_empty() && !value.note.is_empty()), "{:?}", told.values);
}

#[test]
fn the_text_has_figure_answers_rules_and_date_and_no_name() {
    let state = half_answered();
    let told = told(&state, None);
    let letter = plain(&told.letter);
    let date = "28. november 2026";
    for part in [date, "Svar:", "45", "Ved ikke", mikrolaan_engine::rulebook::VERSION, "afgørelse", &*plain(&told.fact)]
    {
        assert!(letter.contains(part), "{part} is not in\n{letter}");
    }
    assert!(!letter.to_lowercase().contains("navn"), "{letter}");
    assert!(!letter.contains("eksempel. De er ikke mine"), "{letter}");
    let viewed = state.apply(Event::ViewExample(ExampleId::Courier));
    let HelpView::Told(example) = view(&viewed, None) else { panic!("an example has months") };
    assert!(example.letter.contains("eksempel. De er ikke mine"), "{}", example.letter);
}

#[test]
fn without_a_figure_it_says_what_is_missing() {
    let state = State::new(NOVEMBER).apply(Event::EnsureScenario);
    assert!(matches!(view(&state, None), HelpView::Asked(_) | HelpView::CannotCalculate(_)));
    let obstacles = vec![Obstacle::NoAge];
    let view = HelpView::of(&state, &Err(obstacles.clone()), None, today());
    assert_eq!(view, HelpView::CannotCalculate(obstacles));
}

#[test]
fn the_usual_reasons_have_a_title_and_what_to_do() {
    let told = told(&half_answered(), None);
    assert!(told.reasons.len() >= 3, "{:?}", told.reasons);
    assert!(told.reasons.iter().all(|(title, text)| !title.is_empty() && text.ends_with('.')), "{:?}", told.reasons);
}
