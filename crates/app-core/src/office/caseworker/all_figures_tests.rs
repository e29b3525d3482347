//! Every value of the plan stands in *Alle tal* once, can be typed or chosen there, and what comes and goes keeps its place.

use std::collections::BTreeSet;

use mikrolaan_engine::simulation::ScenarioField as F;

use super::{FigureLine, FigurePart, PlanFigure, add_row, all_figures, remove_row};
use crate::forms::inputs;
use crate::forms::subject::Subject;
use crate::office::caseworker::CaseworkerState;
use crate::office::caseworker::case_field::CaseEntry;
use crate::office::caseworker::conflicts::case_conflicts;
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::state::tests::{NOVEMBER, sample};
use crate::state::event::RowList;

fn figures(parts: &[FigurePart]) -> Vec<&PlanFigure> {
    let lines = parts.iter().flat_map(|part| &part.lines);
    lines.filter_map(|(_, line)| if let FigureLine::Field(figure) = line { Some(&**figure) } else { None }).collect()
}

fn of(state: &CaseworkerState, field: F, at: usize) -> PlanFigure {
    let parts = all_figures(state);
    let found = figures(&parts).into_iter().find(|figure| (figure.of, figure.at) == (Subject::Field(field), at));
    found.unwrap_or_else(|| panic!("{field:?} {at}")).clone()
}

fn chosen(state: &CaseworkerState, field: F, word: &str) -> CaseworkerState {
    state.apply(of(state, field, 0).choose(state, word).expect("one of its words"))
}

/// A case with everything: an own amount, a factor for each month, a closing, a cost, two jobs, a loan.
fn whole() -> CaseworkerState {
    let mut state = sample(SampleCase::A);
    for list in [RowList::Costs, RowList::Jobs, RowList::Jobs] {
        state = state.apply(add_row(&state, list).expect("a plan"));
    }
    for (field, word) in [(F::Benefit, "own"), (F::Seasonality, "own"), (F::Closes, "2028-06")] {
        state = chosen(&state, field, word);
    }
    state
}

#[test]
fn every_value_there_is_stands_in_it_once_and_takes_what_it_shows() {
    let state = whole();
    let parts = all_figures(&state);
    let mut seen = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for figure in figures(&parts) {
        assert!(ids.insert(figure.props.id.clone()), "{} twice", figure.props.id);
        assert!(!figure.props.label.is_empty(), "{}", figure.props.id);
        if let Subject::Field(field) = figure.of {
            seen.insert(field);
        }
        match &figure.entry {
            CaseEntry::Typed(text) if !text.is_empty() => {
                figure.take(&state, text).unwrap_or_else(|error| panic!("{}: {error:?}", figure.props.id));
            }
            CaseEntry::Chosen(options, chosen) => {
                assert!(options.iter().any(|option| option.value == *chosen), "{}", figure.props.id);
            }
            _ => {}
        }
    }
    let by_term = chosen(&state, F::Repayment, "term");
    let parts = all_figures(&by_term);
    seen.extend(figures(&parts).iter().filter_map(|figure| match figure.of {
        Subject::Field(field) => Some(field),
        Subject::Answer(_) => None,
    }));
    let missing: Vec<F> = inputs::ALL
        .iter()
        .filter_map(|input| if let Subject::Field(field) = input.of { Some(field) } else { None })
        .filter(|field| !seen.contains(field))
        .collect();
    assert_eq!(missing, []);
}

#[test]
fn numbers_ascend_and_stay_when_something_comes_and_goes() {
    for state in [CaseworkerState::new(NOVEMBER), sample(SampleCase::A), whole()] {
        for part in all_figures(&state) {
            assert!(part.lines.windows(2).all(|pair| pair[0].0 < pair[1].0), "{}", part.title.words());
        }
    }
    let number = |state: &CaseworkerState, field| {
        let parts = all_figures(state);
        let mut lines = parts.iter().flat_map(|part| &part.lines);
        lines
            .find(|(_, line)| matches!(line, FigureLine::Field(figure) if figure.of == Subject::Field(field)))
            .map(|it| it.0)
    };
    let (short, long) = (sample(SampleCase::A), whole());
    for field in [F::FirstInstalment, F::JobHours, F::SubsidyModel, F::FixedCosts, F::Vat] {
        assert_eq!(number(&short, field), number(&long, field), "{field:?}");
    }
}

#[test]
fn a_row_is_added_written_and_taken_off() {
    let state = sample(SampleCase::A);
    let before = state.case().scenarios[0].small_jobs.len();
    let more = state.apply(add_row(&state, RowList::Jobs).expect("a plan"));
    let hours = of(&more, F::JobHours, before);
    let more = more.apply(hours.take(&more, "7,5").expect("it can be read").expect("a plan"));
    assert_eq!(more.case().scenarios[0].small_jobs[before].hours_per_week.hundredths(), 750);
    let less = more.apply(remove_row(RowList::Jobs, before));
    assert_eq!(less.case().scenarios[0].small_jobs.len(), before);
}

/// The loan is the answer and the value of the plan in one, here as on the screen.
#[test]
fn a_loan_typed_here_contradicts_no_answer() {
    let state = sample(SampleCase::A);
    let loan = of(&state, F::Principal, 0).take(&state, "20.000").expect("it can be read").expect("a plan");
    assert_eq!(case_conflicts(&state.apply(loan)), []);
    assert!(of(&state, F::Principal, 0).take(&state, "20.0").is_err());
}
