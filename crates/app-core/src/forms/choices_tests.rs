//! What can be chosen is chosen, and what does not fit is said.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::quantity::{Month, Rate};
use mikrolaan_engine::screening::{AnswerKey, Support};
use mikrolaan_engine::simulation::{Benefit, Deduction, ScenarioField as F, base_benefit};

use super::{ALL, BENEFIT_WAY, CLOSES, JOB_FROM, JOB_UNTIL, Picks, PlanChoice, SEASONALITY, SINGLE, START, Subject};
use crate::forms::field_props::Layout;
use crate::forms::scope::Scope;
use crate::locale::words::question::words;
use crate::rulebook::RULEBOOK;
use crate::state::State;
use crate::state::event::Event;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

fn hairdresser() -> Case {
    example(ExampleId::Hairdresser, month("2026-11"))
}

fn id(choice: &PlanChoice) -> String {
    choice.props(Scope::default(), Layout::Group).id
}

/// The case after this is chosen.
fn chosen(case: &Case, choice: &PlanChoice, word: &str) -> Case {
    match choice.choose(case, 0, word) {
        Some(Event::Edit(scenario)) => Case { scenarios: vec![*scenario], ..case.clone() },
        Some(event @ Event::Answer(..)) => {
            let state = State::new(case.as_of).apply(event);
            Case { answers: state.case().answers.clone(), ..case.clone() }
        }
        other => panic!("{}: {other:?}", id(choice)),
    }
}

fn rows() -> impl Iterator<Item = &'static &'static PlanChoice> {
    ALL.iter().filter(|choice| matches!(choice.picks, Picks::Rows(_)))
}

#[test]
fn every_row_can_be_chosen() {
    for choice in rows() {
        let Picks::Rows(labels) = choice.picks else { panic!("{} has no rows", id(choice)) };
        let rows = choice.rows();
        assert_eq!(rows.len(), labels.len(), "{}", id(choice));
        let mut case = hairdresser();
        // Only an own amount can be reduced or not.
        if choice.of == Subject::Field(F::BenefitDeduction) {
            case = chosen(&case, &BENEFIT_WAY, "own");
        }
        for (at, row) in rows.iter().enumerate() {
            case = chosen(&case, choice, &row.value);
            assert_eq!(choice.chosen(&case, 0), Some(at), "{}: {}", id(choice), row.value);
            assert_eq!(row.label, labels[at]().words(), "{}", id(choice));
        }
    }
}

/// The words stand in the ids of the rows, and the engine's own are those of the case file.
#[test]
fn rows_have_the_words_of_the_case_file() {
    let found: Vec<String> = rows()
        .map(|choice| {
            let words: Vec<String> = choice.rows().into_iter().map(|row| row.value).collect();
            [id(choice), words.join(" ")].join(": ")
        })
        .collect();
    let expected = [
        "after_closure: benefit nothing",
        "model: need_based full",
        "mode: simplified none",
        "repayment: instalment term",
        "seasonality: same own",
        "benefit_way: computed own",
        "deduction: kontanthjaelp none",
        "housing_benefit: yes no unknown",
        "wealth_over_limit: yes no unknown",
        "vat: ignored absorbed",
        "single: yes no",
        "children: yes no",
        "lives_with_parents: yes no",
        "children_at_home: yes no",
        "married: yes no",
        "lived_abroad: yes no",
        "residence_and_work_met: yes no",
        "worked_two_and_a_half_years: yes no",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_answer_among_the_figures_is_asked_in_the_words_of_its_question() {
    for choice in rows() {
        if let Subject::Answer(key) = choice.of {
            let (question, props) = (words(key, AS_OF), choice.props(Scope::default(), Layout::Group));
            // The limit is an amount of the month, so who draws the field brings its label.
            let title = if key == AnswerKey::WealthOverLimit { "" } else { &question.title };
            assert_eq!((props.label.as_str(), props.hint), (title, question.hint), "{key:?}");
        }
    }
    let case = Case::new(AS_OF);
    assert_eq!(SINGLE.chosen(&case, 0), None, "nothing is answered yet");
    assert_eq!(chosen(&case, &SINGLE, "no").answers.single, Some(false));
    assert_eq!(SINGLE.choose(&case, 0, "maybe"), None);
}

#[test]
fn the_own_benefit_begins_as_the_computed_one() {
    let mut case = hairdresser();
    case.answers.support = Some(Support::KontanthjaelpJobparat);
    case.answers.age = Some(40);
    case.scenarios[0].benefit = None;
    let computed = base_benefit(&RULEBOOK, &case.plan(0).expect("a plan")).expect("a benefit");
    assert!(computed.is_positive());
    let own = chosen(&case, &BENEFIT_WAY, "own");
    let expected = Benefit::Own { monthly: computed, deduction: Deduction::Kontanthjaelp };
    assert_eq!(own.scenarios[0].benefit, Some(expected));
    assert_eq!(chosen(&own, &BENEFIT_WAY, "computed"), case);
    case.answers.support = None;
    let Some(Benefit::Own { monthly, .. }) = chosen(&case, &BENEFIT_WAY, "own").scenarios[0].benefit else {
        panic!("an own benefit")
    };
    assert!(monthly.is_zero(), "nothing is known yet");
}

#[test]
fn seasons_begin_as_months_that_are_all_alike_and_go_with_the_choice() {
    let case = chosen(&hairdresser(), &SEASONALITY, "same");
    let seasons = |case: &Case| case.scenarios[0].business.as_ref().and_then(|business| business.seasonality);
    assert_eq!(seasons(&case), None);
    assert_eq!(seasons(&chosen(&case, &SEASONALITY, "own")), Some([Rate::ONE; 12]));
}

#[test]
fn nothing_can_be_chosen_without_a_plan() {
    let case = Case::new(AS_OF);
    assert_eq!(START.choose(&case, 0, "2027-01"), None);
    assert_eq!((START.number(&case, 0), START.months(&case, 0).picks.len()), (None, 0));
    assert_eq!(SINGLE.months(&hairdresser(), 0).picks.len(), 0, "rows are no months");
    assert_eq!(START.rows().len(), 0, "months are no rows");
    assert_eq!(AnswerKey::Single.id(), id(&SINGLE));
}

#[test]
fn a_month_is_chosen_by_its_word_and_none_by_nothing() {
    let case = chosen(&hairdresser(), &CLOSES, "2028-02");
    assert_eq!(case.scenarios[0].business.as_ref().and_then(|business| business.closes), Some(month("2028-02")));
    assert_eq!(CLOSES.months(&case, 0).chosen, "2028-02");
    let case = chosen(&case, &CLOSES, "");
    assert_eq!((CLOSES.months(&case, 0).chosen.as_str(), CLOSES.months(&case, 0).misfit), ("", None));
}

/// A list is drawn anew when its months differ, so they must decide what does not fit.
#[test]
fn what_does_not_fit_is_decided_by_the_months_to_choose_between() {
    let mut misfits = 0;
    for choice in [&START, &JOB_FROM, &JOB_UNTIL, &CLOSES] as [&PlanChoice; 4] {
        let Picks::Months { span, .. } = choice.picks else { panic!("{} has no months", id(choice)) };
        let must_follow = [F::JobUntil, F::Closes].map(Subject::Field).contains(&choice.of);
        for (course, later) in (0..8).flat_map(|course| (0..12).map(move |later| (course, later))) {
            let mut case = hairdresser();
            case.scenarios[0].course_months = course;
            let first = case.scenarios[0].start;
            let case = chosen(&case, choice, &first.plus(later).to_string());
            let span = span(&case, &case.scenarios[0], 0);
            let too_early = span.chosen.is_some_and(|chosen| chosen < span.from);
            let misfit = choice.months(&case, 0).misfit;
            assert_eq!(misfit.is_some(), must_follow && too_early, "{}", id(choice));
            assert_eq!(misfit, super::misfit(&case.scenarios[0]), "{}", id(choice));
            misfits += usize::from(must_follow && too_early);
        }
    }
    assert!(misfits > 10, "{misfits} do not fit");
}
