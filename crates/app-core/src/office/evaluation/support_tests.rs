//! What the tests of the evaluation share: files with people in them, and what is read off the page.

use mikrolaan_engine::evaluation::{CountOf, Evaluation};
use mikrolaan_engine::quantity::Date;

use super::{
    AddedFile, CountView, DraftSegment, EvaluationEvent, EvaluationRow, EvaluationState, EvaluationView, FileNumber,
    MarkInput, OutcomeField,
};

pub(super) fn today() -> Date {
    Date::parse("2026-11-29").expect("a day")
}

/// A case a line, with these answers and this outcome.
pub(super) fn case(answers: &str, outcome: &str) -> String {
    format!(r#"{{"format":"mikrolaan-case/1","as_of":"2026-11","answers":{{{answers}}},"outcome":{{{outcome}}}}}"#)
}

/// Somebody of a group, told from the others by age.
pub(super) fn somebody(group: &str, age: usize, outcome: &str) -> String {
    case(&format!(r#""support":"{group}","age":{age}"#), outcome)
}

pub(super) const EFFORT: &str = r#""course":"completed","loan":"not_applied","result":"ordinary_effort""#;

pub(super) fn with_loan(result: &str) -> String {
    format!(r#""course":"completed","loan":"granted","subsidy":true,"result":"{result}""#)
}

/// The files that give the table of the municipality's own evaluation: 12/11, 7/3, 1/0, 20/14, 8 self-supporting, 6 referred to
/// the ordinary effort, and one in which nothing is marked.
pub(super) fn own_files() -> Vec<String> {
    let of = |group: &'static str, outcome: String, many: usize| {
        (20..20 + many).map(move |age| somebody(group, age, &outcome)).collect::<Vec<_>>()
    };
    [
        of("uddannelsesparat", with_loan("self_supporting"), 2),
        of("uddannelsesparat", with_loan("other"), 1),
        of("uddannelsesparat", EFFORT.to_owned(), 4),
        of("selvforsoergende", EFFORT.to_owned(), 1),
        of("kontanthjaelp_jobparat", with_loan("self_supporting"), 6),
        of("kontanthjaelp_jobparat", with_loan("on_support"), 5),
        of("kontanthjaelp_jobparat", EFFORT.to_owned(), 1),
        vec![somebody("kontanthjaelp_jobparat", 50, "")],
    ]
    .concat()
}

/// A file each, `sag-1.json` and so on.
pub(super) fn files(texts: &[String]) -> Vec<AddedFile> {
    let named = texts.iter().zip(1..);
    named.map(|(text, at)| AddedFile { name: format!("sag-{at}.json"), text: text.clone() }).collect()
}

pub(super) fn opened(texts: &[String]) -> EvaluationState {
    EvaluationState::default().apply(EvaluationEvent::Add(files(texts)))
}

pub(super) fn view(state: &EvaluationState) -> EvaluationView {
    EvaluationView::of(state, today())
}

pub(super) fn counted(state: &EvaluationState) -> Evaluation {
    Evaluation::of(&state.people())
}

pub(super) fn mark(state: &EvaluationState, file: u32, field: OutcomeField, text: &str) -> EvaluationState {
    state.apply(EvaluationEvent::Mark(FileNumber(file), field, text.to_owned()))
}

/// The row of a file that is shown.
pub(super) fn row(state: &EvaluationState, file: u32) -> EvaluationRow {
    let list = view(state).list;
    list.row(FileNumber(file)).expect("the row is there").as_ref().clone()
}

/// What stands in a control, and what is wrong with it.
pub(super) fn control(state: &EvaluationState, file: u32, field: OutcomeField) -> (String, Option<String>) {
    let control = row(state, file).controls.into_iter().find(|control| control.field == field).expect("a control");
    match control.input {
        MarkInput::Choice { chosen, .. } => (chosen, None),
        MarkInput::Typed { text, error, .. } => (text, error.map(|error| error.message)),
    }
}

/// The files of the rows that are shown behind a count.
pub(super) fn behind(state: &EvaluationState, count: CountOf) -> Vec<FileNumber> {
    let rows = view(&state.apply(EvaluationEvent::Show(count))).list.rows;
    rows.into_iter().map(|row| row.file).collect()
}

/// Every count of the page that leads to files.
pub(super) fn every_count(view: &EvaluationView) -> Vec<CountView> {
    let in_text = |text: &Vec<DraftSegment>| {
        let counts = text.iter().filter_map(|piece| match piece {
            DraftSegment::Count(count) => Some(count.clone()),
            DraftSegment::Words(_) => None,
        });
        counts.collect::<Vec<_>>()
    };
    let table = view.table.rows.iter().chain([&view.table.total]).flat_map(|row| row.counts.clone());
    let outcomes = view.outcomes.rows.iter().chain([&view.outcomes.total]).flat_map(|row| row.counts.clone());
    let half_years = &view.half_years;
    let half_years = half_years.rows.iter().chain(&half_years.undated).chain([&half_years.total]);
    let texts = view.checks.iter().map(|check| &check.text).chain([&view.table.sentence]);
    let texts = texts.chain(view.lending.iter().map(|lending| &lending.text));
    let draft = view.draft.points.iter().flat_map(|point| &point.parts).filter_map(|part| match part {
        super::DraftPart::Paragraph(text) => Some(text),
        _ => None,
    });
    let all = table.chain(outcomes).chain(half_years.flat_map(|row| row.counts.clone()));
    all.chain(texts.chain(draft).flat_map(in_text)).filter(|count| count.filter.is_some()).collect()
}

pub(super) fn plain(text: &[DraftSegment]) -> String {
    text.iter().map(DraftSegment::text).collect()
}
