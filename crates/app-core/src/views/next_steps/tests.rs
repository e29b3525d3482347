//! What comes next, and what is never said to be today's.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::AnswerKey;

use super::{Date, NextStepsView, PlannedStepId, PlannedSteps, PlannedTone, StepProgress, TodayStepId, Urgency};
use crate::rulebook::RULEBOOK;
use crate::state::State;
use crate::state::event::{Event, GivenAnswer};

const NOVEMBER: Month = Month::new(2026, 11).expect("a month");

fn date(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn on(state: &State, today: &str) -> NextStepsView {
    let outcome = state.case().scenarios.first().map(|_| evaluate(state.case(), &RULEBOOK, 0));
    NextStepsView::of(state, outcome.as_ref(), &StepProgress::of(state.next_steps()), date(today))
}

/// A state whose own case is an example's, as if somebody had written it.
fn written(id: ExampleId) -> State {
    State::new(NOVEMBER).apply(Event::ViewExample(id))
}

fn with(state: &State, progress: StepProgress) -> State {
    state.apply(progress.kept())
}

#[test]
fn today_has_what_exists_and_no_day_the_plan_invents() {
    let view = on(&written(ExampleId::Hairdresser), "2026-11-28");
    let ids: Vec<TodayStepId> = view.today.iter().map(|step| step.id).collect();
    assert_eq!(ids, TodayStepId::ALL);
    assert!(view.today.iter().all(|step| step.due.is_none() && step.urgency == Urgency::Undated));
    assert!(view.today.iter().all(|step| !step.title.is_empty() && !step.text.is_empty()));
    assert_eq!((view.appeal.urgency, view.appeal.due), (Urgency::Undated, None));
}

#[test]
fn a_bank_has_ten_working_days() {
    let applied = StepProgress { applied: Some(date("2026-11-20")), ..StepProgress::default() };
    let state = with(&State::new(NOVEMBER), applied.clone());
    let account = |today: &str| on(&state, today).today[0].clone();
    let step = account("2026-11-28");
    assert_eq!((step.id, step.urgency), (TodayStepId::Account, Urgency::ThisWeek), "what presses stands first");
    assert!(step.due.as_deref().is_some_and(|due| plain(due).contains("4. december 2026")), "{:?}", step.due);
    assert!(step.due_hint.is_some_and(|hint| hint.contains("10 arbejdsdage")));
    assert_eq!(account("2026-12-04").urgency, Urgency::Today);
    let over = account("2026-12-05");
    assert!(over.urgency == Urgency::Overdue && over.due.is_some_and(|due| due.starts_with("Banken skulle")));
    let view = on(&state, "2026-11-21");
    assert_eq!(view.today[0].id, TodayStepId::Account, "a day stands before none");
    let ticked = with(&state, applied.ticked(TodayStepId::Account, true));
    assert_eq!(on(&ticked, "2026-12-05").today[0].id, TodayStepId::Debt, "it has been answered");
}

#[test]
fn a_letter_can_be_complained_of_for_four_weeks_and_stands_first_when_they_are_nearly_over() {
    let letter = StepProgress { letter: Some(date("2026-11-18")), ..StepProgress::default() };
    let state = with(&State::new(NOVEMBER), letter);
    let appeal = |today: &str| on(&state, today).appeal;
    let far = appeal("2026-11-28");
    assert!(far.due.as_deref().is_some_and(|due| plain(due).contains("til og med 16. december 2026")), "{far:?}");
    assert!(!far.is_first && appeal("2026-12-10").is_first && appeal("2026-12-16").is_first);
    assert_eq!([appeal("2026-12-16").urgency, appeal("2026-12-17").urgency], [Urgency::Today, Urgency::Overdue]);
    assert!(appeal("2026-12-17").due.is_some_and(|due| due.contains("Spørg kommunen")));
    assert!(far.text.contains("4 uger"), "{}", far.text);
}

#[test]
fn nothing_jumps_away_while_a_day_is_written() {
    let days =
        StepProgress { applied: Some(date("2026-11-10")), letter: Some(date("2026-11-02")), ..StepProgress::default() };
    let state = with(&State::new(NOVEMBER), days);
    let view = NextStepsView::of(&state, None, &StepProgress::default(), date("2026-11-28"));
    assert_eq!((view.appeal.urgency, view.appeal.is_first), (Urgency::ThisWeek, false));
    assert_eq!((view.today[3].id, view.today[3].urgency), (TodayStepId::Account, Urgency::Overdue));
    let again = on(&state, "2026-11-28");
    assert!(again.appeal.is_first && again.today[0].id == TodayStepId::Account);
}

#[test]
fn the_plan_gives_its_days_in_order_and_the_support_ends_after_the_search_for_a_job() {
    for &id in ExampleId::ALL {
        let view = on(&written(id), "2026-11-28");
        let steps = view.planned.steps();
        assert!(!steps.is_empty(), "{id:?}");
        assert!(steps.is_sorted_by_key(|step| step.date), "{id:?}: {steps:?}");
        let day = |wanted| steps.iter().find(|step| step.id == wanted).map(|step| step.date);
        if let (Some(look), Some(ends)) = (day(PlannedStepId::LookForJob), day(PlannedStepId::SupportEnds)) {
            assert_eq!(ends, Date::last_of(look.month().plus(1)), "{id:?}");
            assert_eq!(look, Date::first_of(look.month()));
        }
        let opening = day(PlannedStepId::Opening).expect("a business opens");
        assert!(day(PlannedStepId::AccountReady).is_none_or(|ready| ready < opening), "{id:?}");
        assert!(day(PlannedStepId::FirstInstalment).is_none_or(|first| first >= opening), "{id:?}");
        assert!(steps.iter().all(|step| !step.when.is_empty() && !step.title.contains("kr.")), "{id:?}: {steps:?}");
    }
}

#[test]
fn only_money_that_runs_out_is_brick_and_says_how_much_is_missing() {
    let mut seen = 0;
    for &id in ExampleId::ALL {
        let view = on(&written(id), "2026-11-28");
        for step in view.planned.steps() {
            assert_eq!(step.tone == PlannedTone::Missing, step.id == PlannedStepId::MoneyRunsOut);
            assert_eq!(step.tone == PlannedTone::Ends, step.id == PlannedStepId::SupportEnds);
            if step.tone == PlannedTone::Missing {
                assert!(plain(&step.note).contains(" kr., hvis intet ændrer sig."), "{}", step.note);
                seen += 1;
            }
        }
    }
    assert!(seen > 0);
}

#[test]
fn without_a_plan_no_day_is_said_and_no_calendar_is_there() {
    let empty = State::new(NOVEMBER);
    let view = on(&empty, "2026-11-28");
    assert_eq!((view.planned, view.calendar), (PlannedSteps::NoPlan, None));
    assert!(!view.lead.contains("Datoerne"), "{}", view.lead.words());
    let begun = empty.apply(Event::EnsureScenario);
    let view = on(&begun, "2026-11-28");
    assert!(view.planned.steps().is_empty() && view.calendar.is_none(), "{:?}", view.planned);
}

#[test]
fn the_calendar_has_every_day_says_the_condition_and_no_amount() {
    let progress = StepProgress {
        applied: Some(date("2026-11-20")),
        letter: Some(date("2026-11-18")),
        debt: "45.678".to_owned(),
        ..StepProgress::default()
    };
    let state = with(&written(ExampleId::Hairdresser), progress);
    let view = on(&state, "2026-11-28");
    let file = view.calendar.clone().expect("a calendar").replace("\r\n ", "");
    let count = |what: &str| file.matches(what).count();
    assert_eq!(count("BEGIN:VEVENT"), view.planned.steps().len() + 2);
    assert_eq!(count("SUMMARY:Kun hvis ordningen åbner igen: "), view.planned.steps().len());
    assert!(file.contains("DTSTART;VALUE=DATE:20261204") && file.contains("DTSTART;VALUE=DATE:20261216"), "{file}");
    assert!(!file.contains("kr.") && !file.contains("45.678"), "{file}");
    let mut uids: Vec<&str> = file.lines().filter(|line| line.starts_with("UID:")).collect();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), count("BEGIN:VEVENT"));
}

#[test]
fn the_letter_asks_three_questions_and_names_what_is_not_known() {
    let plain_letter = on(&State::new(NOVEMBER), "2026-11-28").letter;
    assert_eq!(plain_letter.matches('?').count(), 3, "{plain_letter}");
    let unknown = [
        (AnswerKey::Age, GivenAnswer::Age(45)),
        (AnswerKey::Support, GivenAnswer::Chosen("kontanthjaelp_jobparat")),
        (AnswerKey::PublicDebt, GivenAnswer::Chosen("unknown")),
    ];
    let begun = State::new(NOVEMBER);
    let state = unknown.into_iter().fold(begun, |state, (key, answer)| state.apply(Event::Answer(key, answer)));
    let letter = on(&state, "2026-11-28").letter;
    assert!(letter.contains("\n- ") && letter.starts_with("Hej\n") && letter.ends_with("Venlig hilsen"), "{letter}");
    assert!(!letter.contains("45"), "{letter}");
}

#[test]
fn what_is_taken_back_leaves_the_ticks_and_what_is_wiped_brings_them_back() {
    let ticked = StepProgress::default().ticked(TodayStepId::Debt, true);
    let filled = State::new(NOVEMBER).apply(Event::FillBusiness(Some(ExampleId::Courier)));
    let after = with(&filled, ticked.clone());
    assert!(after.undoable().is_some(), "a tick takes no undo away");
    assert_eq!(after.revision(), filled.revision(), "and changes no case");
    assert_eq!(StepProgress::of(after.apply(Event::Undo).next_steps()), ticked);
    let wiped = after.apply(Event::StartOver);
    assert_eq!(wiped.next_steps(), "");
    assert_eq!(StepProgress::of(wiped.apply(Event::Undo).next_steps()), ticked);
}

#[test]
fn an_example_is_worked_out_as_it_is() {
    // What these tests look at is the example itself.
    assert_eq!(written(ExampleId::Courier).case().scenarios, example(ExampleId::Courier, NOVEMBER).scenarios);
}

#[test]
fn what_the_days_hold_under_is_said_first() {
    let answers = [
        (AnswerKey::Age, GivenAnswer::Age(45)),
        (AnswerKey::Support, GivenAnswer::Chosen("kontanthjaelp_jobparat")),
        (AnswerKey::Single, GivenAnswer::Chosen("yes")),
        (AnswerKey::Children, GivenAnswer::Chosen("no")),
    ];
    let begun = State::new(NOVEMBER);
    let state = answers.into_iter().fold(begun, |state, (key, answer)| state.apply(Event::Answer(key, answer)));
    let state = state.apply(Event::EnsureScenario).apply(Event::FillBusiness(Some(ExampleId::Courier)));
    let condition = |state: &State| match on(state, "2026-11-28").planned {
        PlannedSteps::Dated { condition, .. } => plain(&condition),
        other => panic!("{other:?}"),
    };
    let guessed = condition(&state);
    assert!(guessed.starts_with("Din ydelse er ikke sikker: ") && guessed.contains("Hvis du bruger "), "{guessed}");
    let known = state.apply(Event::Answer(AnswerKey::LivedAbroad, GivenAnswer::Chosen("no")));
    assert!(condition(&known).starts_with("Hvis du bruger "), "{}", condition(&known));
}
