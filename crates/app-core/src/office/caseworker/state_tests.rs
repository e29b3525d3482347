//! The state of the caseworker's screen: what follows the plan and what stays, which column is the plan, and that nothing is left.

use mikrolaan_engine::case::ValuePath;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::ScenarioField as F;

use crate::forms::inputs;
use crate::office::caseworker::checklist::CheckId;
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::scenario_columns::{ColumnRow, ColumnsView, ScenarioColumn};
use crate::office::caseworker::worked::WorkedCase;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};
use crate::state::Draft;
use crate::state::event::{Event, GivenAnswer};
use crate::state::provenance::Provenance;

pub(in crate::office) const NOVEMBER: Month = Month::new(2026, 11).expect("a month");

pub(in crate::office) fn kr(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

/// The state of an invented case.
pub(in crate::office) fn sample(sample: SampleCase) -> CaseworkerState {
    CaseworkerState::new(NOVEMBER).apply(CaseworkerEvent::LoadSample(sample))
}

/// The state after something was typed into a field of the plan.
pub(in crate::office) fn written(state: &CaseworkerState, input: &inputs::FigureInput, text: &str) -> CaseworkerState {
    let event = input.take(state.case(), 0, text).expect("it can be read").expect("there is a plan");
    state.apply(CaseworkerEvent::Of(event))
}

/// The state after something was typed into a cell of a column.
pub(in crate::office) fn in_cell(
    state: &CaseworkerState,
    column: usize,
    row: ColumnRow,
    text: &str,
) -> CaseworkerState {
    let view = ColumnsView::of(state, &WorkedCase::of(state));
    let cell = view.columns[column].cells.iter().find(|cell| cell.row == row).expect("every row");
    state.apply(cell.take(state, text).expect("it can be read").expect("there is a plan"))
}

/// The hours and sales of each column, as they stand in the case.
fn hours_and_sales(state: &CaseworkerState) -> Vec<(i64, i64)> {
    let of = |column| {
        let case = state.case_of(column).expect("a column");
        let plan = &case.scenarios[0];
        let hours = plan.small_jobs.first().map_or(0, |job| job.hours_per_week.hundredths() / 100);
        (hours, plan.business.as_ref().map_or(0, |business| business.revenue.full_month.oere() / 100))
    };
    (0..state.columns()).map(of).collect()
}

#[test]
fn a_new_screen_has_one_plan_of_which_nothing_is_anybodys() {
    let state = CaseworkerState::new(NOVEMBER);
    assert_eq!((state.columns(), state.plan_column(), state.hidden_plans()), (1, 0, 0));
    assert_eq!(state.case().scenarios[0].name, "Plan");
    let home = ValuePath::Field { scenario: 0, field: F::LivingCosts, at: None };
    assert_eq!(state.state().provenance(home), Some(Provenance::Guess));
    assert_eq!((state.notes(), state.sample(), state.traced()), ("", None, None));
}

#[test]
fn wiping_gives_exactly_the_new_state() {
    let state = sample(SampleCase::C)
        .apply(CaseworkerEvent::AddColumn)
        .apply(CaseworkerEvent::UseAsPlan(1))
        .apply(CaseworkerEvent::Note("Aftalt: nyt møde.".to_owned()))
        .apply(CaseworkerEvent::LetNotesTravel(true))
        .apply(CaseworkerEvent::Tick(CheckId::MyPlan, true))
        .apply(CaseworkerEvent::TickGuidance("Gæld".to_owned(), true))
        .apply(CaseworkerEvent::WorkOutAsOf(Month::new(2021, 3).expect("a month")));
    assert_ne!(state, CaseworkerState::new(NOVEMBER));
    assert_eq!(state.apply(CaseworkerEvent::Wipe), CaseworkerState::new(NOVEMBER));
}

#[test]
fn another_case_leaves_nothing_of_the_one_before() {
    let state = sample(SampleCase::A)
        .apply(CaseworkerEvent::Note("Kun om A.".to_owned()))
        .apply(CaseworkerEvent::Tick(CheckId::Hearing, true));
    let next = state.apply(CaseworkerEvent::LoadSample(SampleCase::B));
    assert_eq!((next.notes(), next.is_done(CheckId::Hearing), next.sample()), ("", false, Some(SampleCase::B)));
    assert_eq!(next.state().undoable(), None, "the one before cannot be had back");
    assert!(next.state().epoch() > state.state().epoch(), "fields are drawn anew");
    let opened = next.apply(CaseworkerEvent::Open(Box::new(sample(SampleCase::D).state().clone()), String::new()));
    assert_eq!(opened.sample(), None);
    assert_eq!(opened.case().answers.age, Some(48));
    assert_eq!(opened.state().undoable(), None);
}

#[test]
fn what_a_column_has_of_its_own_stays_and_the_rest_follows_the_plan() {
    let state = sample(SampleCase::A).apply(CaseworkerEvent::AddColumn).apply(CaseworkerEvent::AddColumn);
    let state = in_cell(&state, 1, ColumnRow::SmallJob, "10");
    let state = in_cell(&state, 2, ColumnRow::Sales, "9.600");
    assert_eq!(hours_and_sales(&state), [(13, 20_000), (10, 20_000), (13, 9_600)]);
    // Typed key by key, past the value a column has of its own.
    let mut typed = state.clone();
    for text in ["9", "96", "960", "9600", "96000"] {
        typed = written(&typed, &inputs::FULL_MONTH, text);
    }
    assert_eq!(hours_and_sales(&typed), [(13, 96_000), (10, 96_000), (13, 9_600)]);
    let home = written(&typed, &inputs::LIVING_COSTS, "7.000");
    assert!((0..3).all(|at| home.case_of(at).expect("a column").scenarios[0].household.living_costs == kr(7_000)));
    // Back at the plan's value, the column follows again.
    let back = in_cell(&home, 1, ColumnRow::SmallJob, "13");
    let more = in_cell(&back, 0, ColumnRow::SmallJob, "5");
    assert_eq!(hours_and_sales(&more).iter().map(|it| it.0).collect::<Vec<_>>(), [5, 5, 5]);
}

#[test]
fn an_answer_moves_every_column_that_has_not_its_own() {
    let state = sample(SampleCase::C).apply(CaseworkerEvent::AddColumn);
    let waits = |state: &CaseworkerState| -> Vec<u32> {
        (0..2).map(|at| state.case_of(at).expect("a column").scenarios[0].account_wait_months).collect()
    };
    let own = in_cell(&state, 1, ColumnRow::Account, "4");
    assert_eq!(waits(&own), [1, 4]);
    let open = Event::Answer(AnswerKey::BusinessAccount, GivenAnswer::Chosen("open"));
    assert_eq!(waits(&own.apply(CaseworkerEvent::Of(open.clone()))), [0, 4]);
    assert_eq!(waits(&state.apply(CaseworkerEvent::Of(open))), [0, 0]);
}

#[test]
fn another_column_becomes_the_plan_where_it_stands() {
    let state = sample(SampleCase::A).apply(CaseworkerEvent::AddColumn).apply(CaseworkerEvent::AddColumn);
    let state = in_cell(&state, 1, ColumnRow::SmallJob, "10");
    let state = in_cell(&state, 2, ColumnRow::Sales, "9.600");
    let before = hours_and_sales(&state);
    let names = |state: &CaseworkerState| -> Vec<String> {
        (0..3).map(|at| state.case_of(at).expect("a column").scenarios[0].name.clone()).collect()
    };
    let used = state.apply(CaseworkerEvent::UseAsPlan(1));
    assert_eq!((used.plan_column(), hours_and_sales(&used), names(&used)), (1, before.clone(), names(&state)));
    assert_eq!(used.case().scenarios[0].name, "Forløb B", "the citizen's pages and the file have it first");
    // The first column is a further plan now, and has its hours of its own.
    let changed = written(&used, &inputs::FULL_MONTH, "15.000");
    assert_eq!(hours_and_sales(&changed), [(13, 15_000), (10, 15_000), (13, 9_600)]);
    let again = used.apply(CaseworkerEvent::UseAsPlan(0));
    assert_eq!((again.plan_column(), hours_and_sales(&again)), (0, before));
    assert_eq!(used.apply(CaseworkerEvent::UseAsPlan(1)), used, "it is the plan already");
}

#[test]
fn a_guess_stays_a_guess_where_the_new_plan_has_the_same() {
    let state = CaseworkerState::new(NOVEMBER).apply(CaseworkerEvent::AddColumn);
    let state = in_cell(&state, 1, ColumnRow::Sales, "9.000").apply(CaseworkerEvent::UseAsPlan(1));
    let from = |field| state.state().provenance(ValuePath::Field { scenario: 0, field, at: None });
    assert_eq!((from(F::FullMonth), from(F::FixedCosts)), (Some(Provenance::Own), Some(Provenance::Guess)));
}

#[test]
fn there_are_four_columns_at_most_and_the_plan_is_never_removed() {
    let mut state = sample(SampleCase::A);
    for _ in 0..5 {
        state = state.apply(CaseworkerEvent::AddColumn);
    }
    assert_eq!(state.columns(), 4);
    assert_eq!(state.apply(CaseworkerEvent::RemoveColumn(0)), state);
    let state = in_cell(&state, 3, ColumnRow::SmallJob, "4").apply(CaseworkerEvent::UseAsPlan(2));
    let fewer = state.apply(CaseworkerEvent::RemoveColumn(1));
    assert_eq!((fewer.columns(), fewer.plan_column()), (3, 1));
    assert_eq!(hours_and_sales(&fewer).iter().map(|it| it.0).collect::<Vec<_>>(), [13, 13, 4]);
    assert_eq!(fewer.apply(CaseworkerEvent::RemoveColumn(9)), fewer);
}

#[test]
fn what_is_borrowed_is_the_answer_and_the_plans() {
    let state = CaseworkerState::new(NOVEMBER).apply(CaseworkerEvent::Borrow(kr(30_000)));
    assert_eq!(state.case().answers.loan_amount, Some(kr(30_000)));
    assert_eq!(state.case().scenarios[0].loan.as_ref().map(|loan| loan.principal), Some(kr(30_000)));
    let none = state.apply(CaseworkerEvent::Borrow(Money::ZERO));
    assert_eq!((none.case().answers.loan_amount, none.case().scenarios[0].loan.is_none()), (Some(Money::ZERO), true));
}

#[test]
fn a_cpr_number_is_never_kept() {
    let state = sample(SampleCase::A).apply(CaseworkerEvent::Note("Ring i morgen.".to_owned()));
    let refused = state.apply(CaseworkerEvent::Note("Ring, 010190-1234".to_owned()));
    assert_eq!(refused, state);
    assert_eq!(state.apply(CaseworkerEvent::NameColumn(0, "010190 1234".to_owned())), state);
    let field = ValuePath::Field { scenario: 1, field: F::Name, at: None };
    let draft = Draft { field, label: "Navn".to_owned(), text: "010190-1234".to_owned(), told: true };
    let half = state.apply(CaseworkerEvent::Of(Event::KeepDraft(draft)));
    assert_eq!(half.state().draft(field), None);
    let error = ScenarioColumn::take_name(0, "Jens 010190-1234").expect_err("refused");
    assert!(error.message.starts_with("Det ligner et CPR-nummer. Vi har ikke gemt det. "), "{}", error.message);
    let named = ScenarioColumn::take_name(0, " Med småjob ").expect("taken");
    assert_eq!(state.apply(named).case().scenarios[0].name, "Med småjob");
    assert!(ScenarioColumn::take_name(0, "").is_err());
}

#[test]
fn undo_and_a_try_bring_the_columns_along() {
    let state = sample(SampleCase::A).apply(CaseworkerEvent::AddColumn);
    let state = in_cell(&state, 1, ColumnRow::Sales, "9.600");
    let over = state.apply(CaseworkerEvent::Of(Event::StartOver));
    assert_eq!(over.columns(), 1);
    let back = over.apply(CaseworkerEvent::Of(Event::Undo));
    assert_eq!(hours_and_sales(&back), hours_and_sales(&state));
    assert_eq!(hours_and_sales(&written(&back, &inputs::FULL_MONTH, "1.000"))[1], (13, 9_600));
}
