//! The plans beside each other: what stands in the cells, what they come to, and where each figure leads.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::trace::Line;

use super::{ColumnRow, ColumnsView};
use crate::forms::inputs;
use crate::office::caseworker::column_results::{ResultCell, ResultRow};
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::state::tests::{NOVEMBER, in_cell, kr, sample, written};
use crate::office::caseworker::tracing::{TracePanel, TracedFigure};
use crate::office::caseworker::worked::WorkedCase;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};
use crate::rulebook::RULEBOOK;
use crate::state::event::Event;
use crate::state::{Draft, State};
use crate::views::trace::From;

fn view(state: &CaseworkerState) -> ColumnsView {
    ColumnsView::of(state, &WorkedCase::of(state))
}

fn cell(results: &[ResultCell], row: ResultRow) -> &ResultCell {
    results.iter().find(|cell| cell.row == row).expect("every row")
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The hairdresser with a copy that has no small job, and one that sells less.
fn three() -> CaseworkerState {
    let state = sample(SampleCase::A).apply(CaseworkerEvent::AddColumn).apply(CaseworkerEvent::AddColumn);
    in_cell(&in_cell(&state, 1, ColumnRow::SmallJob, "0"), 2, ColumnRow::Sales, "15.000")
}

#[test]
fn what_differs_from_the_plan_is_marked_and_nothing_else() {
    let view = view(&three());
    let changed = |at: usize| -> Vec<ColumnRow> {
        view.columns[at].cells.iter().filter(|cell| cell.is_changed).map(|cell| cell.row).collect()
    };
    assert_eq!((changed(0), changed(1), changed(2)), (vec![], vec![ColumnRow::SmallJob], vec![ColumnRow::Sales]));
    assert_eq!(view.columns.iter().map(|column| column.letter).collect::<String>(), "ABC");
    let first = &view.columns[1].cells[0];
    assert_eq!(
        (first.text.as_str(), first.props.id.as_str(), first.props.unit.words()),
        ("0", "b-small_jobs-hours_per_week", "t./uge")
    );
    assert_eq!(first.props.label, "Småjob fra januar 2028, Forløb B");
    assert!(view.can_add && view.hidden.is_empty());
    assert_eq!(view.columns[1].use_name, "Brug som plan: B, Forløb B");
    assert_eq!(
        (view.columns[0].remove_name.as_deref(), view.columns[1].remove_name.as_deref()),
        (None, Some("Fjern B, Forløb B"))
    );
}

#[test]
fn every_figure_is_the_one_of_the_simulation() {
    let state = three();
    let view = view(&state);
    for (at, column) in view.columns.iter().enumerate() {
        let case = state.case_of(at).expect("a column");
        let figures = evaluate(&case, &RULEBOOK, 0).expect("worked out").simulation;
        let short = figures.key_figures.first_shortfall.expect("all three are short");
        let first = cell(&column.results, ResultRow::FirstMissing);
        assert_eq!(first.text, crate::locale::write::kroner(short.household.abs()));
        assert_eq!(first.when, crate::locale::write::month_year(short.month));
        assert!(first.is_short);
        let end = cell(&column.results, ResultRow::AtTheEnd);
        let last = figures.months.last().expect("months");
        assert_eq!(
            (end.text.clone(), end.is_short),
            (crate::locale::write::kroner(last.household.closing), last.household.closing.is_negative())
        );
        let owed = cell(&column.results, ResultRow::Owed);
        assert_eq!(owed.text, crate::locale::write::kroner(last.loan.outstanding));
        let deepest = cell(&column.results, ResultRow::MissingInAll);
        assert_eq!(deepest.text, crate::locale::write::kroner(figures.key_figures.deepest_shortfall));
    }
    let plan = &view.columns[0].results;
    let told = |row| plain(&[cell(plan, row).text.as_str(), " ", &cell(plan, row).when].concat());
    assert_eq!(told(ResultRow::LastsUntil), "november 2027 ");
    assert_eq!(told(ResultRow::FirstMissing), "1.779 kr. december 2027");
    assert_eq!(told(ResultRow::Manages), "januar 2028 ");
    assert_eq!(told(ResultRow::Owed), "34.500 kr. ");
    assert_eq!(
        plain(&cell(plan, ResultRow::FirstMissing).name),
        "Mangler første gang, A Plan: 1.779 kr. december 2027"
    );
    assert_eq!(view.result_rows[3].1, "Konto efter 24 md.");
}

#[test]
fn the_benefit_is_the_engines_variant_of_the_plan() {
    let state = three().apply(CaseworkerEvent::UseAsPlan(2));
    let worked = WorkedCase::of(&state);
    let variant = state.case().variant(&RULEBOOK, 0, Variant::StayOnBenefit).expect("there is a benefit");
    let (case, evaluated) = worked.benefit.as_ref().expect("there is a benefit");
    assert_eq!(case.scenarios, std::slice::from_ref(&variant));
    let alone = evaluate(&Case { scenarios: vec![variant], ..state.case().clone() }, &RULEBOOK, 0).expect("worked out");
    assert_eq!(evaluated.simulation, alone.simulation);
    let column = ColumnsView::of(&state, &worked).benefit;
    let told: Vec<String> = column.cells.iter().map(|text| plain(text)).collect();
    assert_eq!(told, ["–", "–", "14.400 kr.", "–"]);
    assert_eq!(plain(&cell(&column.results, ResultRow::AtTheEnd).text), "−6.193 kr.");
    assert_eq!(cell(&column.results, ResultRow::Owed).text, "0\u{a0}kr.");
    assert!(column.why_not.is_empty());
    let none = view(&sample(SampleCase::E)).benefit;
    assert_eq!(none.why_not, "Der er ingen ydelse at leve af i stedet.");
    assert!(none.results.iter().all(|cell| cell.text == "–" && cell.trace.is_none()));
}

#[test]
fn every_figure_with_a_line_behind_it_leads_to_that_line() {
    let state = three();
    let worked = WorkedCase::of(&state);
    let view = ColumnsView::of(&state, &worked);
    let mut traced = 0;
    let cells = view.columns.iter().flat_map(|column| &column.results).chain(&view.benefit.results);
    for cell in cells.filter(|cell| cell.is_short || cell.row == ResultRow::AtTheEnd) {
        let figure = cell.trace.expect("a figure of a month");
        let panel = TracePanel::of(&worked, figure).expect("the line is there");
        let step = panel.step.expect("a line");
        let expected = cell.text.trim_start_matches('−');
        // In the trace with its øre, on the screen in whole kroner.
        let kroner = step.value.trim_start_matches('−').split([',', '\u{a0}']).next().unwrap_or_default().to_owned();
        let near = |text: &str| {
            text.chars().filter(char::is_ascii_digit).collect::<String>().parse::<i64>().expect("a number")
        };
        assert!((near(expected) - near(&kroner)).abs() <= 1, "{cell:?} {}", step.value);
        assert!(matches!(step.from, From::Formula(_)), "{step:?}");
        traced += 1;
    }
    assert!(traced >= 12, "{traced}");
    let of_column = view.columns[1].results[1].trace.expect("a figure");
    assert_eq!((of_column.column, of_column.line), (Some(1), Some(Line::HouseholdClosing)));
    assert_eq!(TracePanel::of(&worked, of_column).expect("there").column, "B, Forløb B");
}

#[test]
fn what_cannot_be_worked_out_is_a_dash_and_a_reason() {
    let empty = view(&CaseworkerState::new(NOVEMBER));
    let column = &empty.columns[0];
    assert!(column.results.iter().all(|cell| cell.text == "–" && cell.trace.is_none()));
    assert!(column.why_not.starts_with("Skriv, hvad du får om måneden"), "{}", column.why_not);
    assert!(!empty.benefit.why_not.is_empty());
    let none = TracedFigure { column: Some(0), month: NOVEMBER, line: Some(Line::HouseholdClosing) };
    assert_eq!(TracePanel::of(&WorkedCase::of(&CaseworkerState::new(NOVEMBER)), none), None);
}

#[test]
fn a_cell_takes_what_the_citizens_field_takes() {
    let state = three();
    let columns = view(&state).columns;
    let sales = &columns[2].cells[1];
    assert!(sales.take(&state, "25.5").is_err_and(|error| error.readings.len() == 2));
    assert!(columns[2].cells[0].take(&state, "61").is_err());
    // In the plan's own column it is the plan that is written, and so known as somebody's.
    let taken = columns[0].cells[2].take(&state, "7.000").expect("taken").expect("an event");
    assert!(matches!(taken, CaseworkerEvent::Of(Event::Write(..))));
    let own = in_cell(&state, 0, ColumnRow::Home, "7.000");
    assert_eq!(own.case().scenarios[0].household.living_costs, kr(7_000));
    let left = written(&state, &inputs::LIVING_COSTS, "7.000");
    assert_eq!(own.case(), left.case(), "the same as in the field on the left");
}

#[test]
fn plans_beyond_the_fourth_are_kept_and_said() {
    let mut case = sample(SampleCase::A).state().carried();
    let plan = case.scenarios[0].clone();
    case.scenarios.extend(std::iter::repeat_n(plan, 5));
    let opened = State::of_case(case, NOVEMBER);
    let state = CaseworkerState::new(NOVEMBER).apply(CaseworkerEvent::Open(Box::new(opened), String::new()));
    let six = view(&state);
    assert_eq!((six.columns.len(), six.can_add), (4, false));
    assert_eq!(six.hidden, "2 forløb mere er med i filen og vises ikke.");
    let used = state.apply(CaseworkerEvent::UseAsPlan(3)).apply(CaseworkerEvent::AddColumn);
    assert_eq!(used.case().scenarios.len(), 6, "none is lost");
}

#[test]
fn what_is_half_written_in_a_column_goes_with_the_column() {
    let state = three();
    let path = view(&state).columns[2].cells[1].path;
    let draft = Draft { field: path, label: "Salg".to_owned(), text: "25.5".to_owned(), told: true };
    let half = state.apply(CaseworkerEvent::Of(Event::KeepDraft(draft)));
    assert!(half.state().draft(path).is_some());
    assert!(half.apply(CaseworkerEvent::AddColumn).state().draft(path).is_some());
    assert!(half.apply(CaseworkerEvent::RemoveColumn(2)).state().drafts().is_empty());
    assert!(half.apply(CaseworkerEvent::UseAsPlan(1)).state().drafts().is_empty());
}
