//! The state's changes: what follows what, what survives what, and what can be had back.

use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::starting_loan;
use mikrolaan_engine::quantity::{Money, Month, Rate};
use mikrolaan_engine::screening::{AnswerKey, Answers, BusinessAccount, CoursePlan, Support};
use mikrolaan_engine::simulation::{Loan, Scenario};
use proptest::prelude::*;

use super::{Draft, Page, RowList, State, Undoable};
use crate::rulebook::RULEBOOK;

fn begun() -> State {
    State::new(Month::new(2026, 11).expect("a month"))
}

/// Somebody with kontanthjælp who has answered and written a little.
fn somebody() -> State {
    let mut state = begun();
    state.answer(AnswerKey::Age, |answers| answers.age = Some(48));
    state.answer(AnswerKey::Support, |answers| answers.support = Some(Support::KontanthjaelpJobparat));
    state.ensure_scenario();
    state.change(|case| {
        let scenario = &mut case.scenarios[0];
        (scenario.household.living_costs, scenario.household.savings) = (kr(9_000), kr(12_000));
    });
    state
}

fn kr(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

fn scenario(state: &State) -> &Scenario {
    &state.case().scenarios[0]
}

fn draft(field: &str) -> Draft {
    Draft { field: field.to_owned(), label: "Felt".to_owned(), text: "12.5".to_owned(), told: true }
}

/// The state without what is only about having it back.
fn kept(state: &State) -> State {
    State { epoch: 0, undone: 0, undo: None, ..state.clone() }
}

#[test]
fn an_example_fills_the_business_and_leaves_a_courier_of_48_short_where_he_is_short() {
    let mut state = somebody();
    let before = state.clone();
    state.fill_business(ExampleId::Courier);
    assert_eq!(state.case().answers, before.case().answers);
    assert_eq!(scenario(&state).household, scenario(&before).household);
    let simulation = state.case().simulate(&RULEBOOK, 0).expect("worked out");
    // Grundlovens tal: 13.060 kr. in kontanthjælp from 30 on, not the 22.056 of somebody in rehabilitation.
    assert_eq!(simulation.months[0].household.benefit, kr(13_060));
    assert_eq!(state.undoable(), Some(Undoable::Filled(ExampleId::Courier)));
    state.undo();
    assert_eq!(kept(&state), kept(&before));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is answered and written, an example changes nothing but the business, and one press takes it back.
    #[test]
    fn an_example_never_touches_the_person(
        age in 0_u32..=120, support in prop::sample::select(Support::ALL.to_vec()), single in any::<Option<bool>>(),
        children in any::<Option<bool>>(), costs in 0_i64..=30_000, savings in 0_i64..=100_000, loan in 0_i64..=60_000,
        ids in prop::collection::vec(prop::sample::select(ExampleId::ALL.to_vec()), 1..=3),
    ) {
        let mut state = begun();
        state.answer(AnswerKey::Age, |answers| {
            *answers = Answers { age: Some(age), support: Some(support), single, children, loan_amount: Some(kr(loan)), ..Answers::default() };
        });
        state.ensure_scenario();
        state.change(|case| {
            let household = &mut case.scenarios[0].household;
            (household.living_costs, household.savings) = (kr(costs), kr(savings));
        });
        for id in ids {
            let before = state.clone();
            state.fill_business(id);
            let mut person = scenario(&state).clone();
            person.business = scenario(&before).business.clone();
            prop_assert_eq!(&person, scenario(&before));
            prop_assert_eq!(&state.case().answers, &before.case().answers);
            let filled = state.clone();
            state.undo();
            prop_assert_eq!(kept(&state), kept(&before));
            state = filled;
        }
    }

    /// What an answer puts into the plan follows the answer until somebody writes over it.
    #[test]
    fn the_plan_follows_the_answers(loans in prop::collection::vec(0_i64..=60_000, 1..=4), open in any::<bool>(), done in any::<bool>()) {
        let mut state = begun();
        for loan in &loans {
            state.answer(AnswerKey::LoanAmount, |answers| answers.loan_amount = Some(kr(*loan)));
            state.ensure_scenario();
        }
        let account = if open { BusinessAccount::Open } else { BusinessAccount::None };
        state.answer(AnswerKey::BusinessAccount, |answers| answers.business_account = Some(account));
        let course = if done { CoursePlan::Done } else { CoursePlan::Yes };
        state.answer(AnswerKey::WillTakeCourse, |answers| answers.will_take_course = Some(course));
        let last = *loans.last().expect("a loan");
        prop_assert_eq!(scenario(&state).loan.clone(), (last > 0).then(|| starting_loan(kr(last))));
        prop_assert_eq!((scenario(&state).account_wait_months, scenario(&state).course_months), (u32::from(!open), if done { 0 } else { 3 }));
    }
}

#[test]
fn an_example_is_looked_at_whole_and_the_own_case_comes_back() {
    let mut state = somebody();
    state.keep_draft(draft("savings"));
    let own = state.clone();
    state.view_example(ExampleId::Courier);
    assert_eq!(state.viewed(), Some(ExampleId::Courier));
    assert!(state.drafts().is_empty() && state.case().answers.support == Some(Support::Revalidend));
    assert!(state.case().simulate(&RULEBOOK, 0).is_ok());
    state.view_example(ExampleId::Hairdresser);
    state.leave_example();
    assert_eq!((kept(&state), state.undoable()), (kept(&own), None), "nothing was changed in it");
    // Changed, it can be had back.
    state.view_example(ExampleId::Hairdresser);
    state.change(|case| case.scenarios[0].household.savings = kr(1));
    let changed = state.clone();
    state.leave_example();
    assert_eq!((kept(&state), state.undoable()), (kept(&own), Some(Undoable::LeftExample)));
    state.undo();
    assert_eq!(kept(&state), kept(&changed));
    state.view_example(ExampleId::Copywriter);
    assert_eq!(state.undoable(), Some(Undoable::LeftExample));
    state.leave_example();
    assert_eq!(kept(&state), kept(&own));
}

#[test]
fn somebody_without_a_known_benefit_sees_the_example_all_the_same() {
    for support in [Support::Dagpenge, Support::Unknown] {
        let mut state = begun();
        state.answer(AnswerKey::Support, |answers| answers.support = Some(support));
        state.ensure_scenario();
        assert!(state.case().simulate(&RULEBOOK, 0).is_err());
        state.view_example(ExampleId::Hairdresser);
        assert!(state.case().simulate(&RULEBOOK, 0).is_ok(), "{support:?}");
    }
}

#[test]
fn every_example_can_be_worked_out() {
    for &id in ExampleId::ALL {
        let mut state = begun();
        state.view_example(id);
        assert!(state.case().simulate(&RULEBOOK, 0).is_ok(), "{id:?}");
    }
}

#[test]
fn starting_over_leaves_nothing_and_can_be_taken_back_until_the_next_change() {
    let mut state = somebody();
    state.keep_page(AnswerKey::Age, Some(Page { typed: "4".to_owned(), ..Page::default() }));
    state.keep_draft(draft("savings"));
    let before = state.clone();
    assert!(before.is_worth_keeping());
    state.start_over();
    assert!(!state.is_worth_keeping());
    assert_eq!(kept(&state), begun());
    state.undo();
    assert_eq!(kept(&state), kept(&before));
    state.start_over();
    state.answer(AnswerKey::Age, |answers| answers.age = Some(30));
    assert_eq!(state.undoable(), None);
    // With nothing to lose there is nothing to have back.
    let mut state = begun();
    state.start_over();
    assert_eq!(state.undoable(), None);
}

#[test]
fn a_plan_nobody_has_touched_is_not_worth_keeping() {
    let mut state = begun();
    state.ensure_scenario();
    assert!(!state.is_worth_keeping());
    state.view_example(ExampleId::Courier);
    assert!(!state.is_worth_keeping());
    state.change(|case| case.scenarios[0].household.savings = kr(1));
    state.leave_example();
    assert!(!state.is_worth_keeping());
    state.change(|case| case.scenarios[0].household.savings = kr(1));
    assert!(state.is_worth_keeping());
}

#[test]
fn a_removed_row_takes_its_draft_along_and_the_later_ones_move_up() {
    let mut state = begun();
    state.ensure_scenario();
    state.fill_business(ExampleId::Hairdresser);
    for field in ["cost-0-amount", "cost-1-amount", "cost-3-label", "job-0-hours", "costs"] {
        state.keep_draft(draft(field));
    }
    let before = state.clone();
    state.remove_row(RowList::Costs, 1);
    let fields: Vec<&str> = state.drafts().iter().map(|draft| draft.field.as_str()).collect();
    assert_eq!(fields, ["cost-0-amount", "cost-2-label", "job-0-hours", "costs"]);
    let labels = |state: &State| -> Vec<String> {
        scenario(state)
            .business
            .iter()
            .flat_map(|business| &business.setup_costs)
            .map(|cost| cost.label.clone())
            .collect()
    };
    assert_eq!(labels(&state), ["Inventar", "Markedsføring", "Depositum"]);
    state.undo();
    assert_eq!((labels(&state), kept(&state)), (labels(&before), kept(&before)));
    state.remove_row(RowList::Jobs, 0);
    assert_eq!((scenario(&state).small_jobs.len(), state.undoable()), (0, Some(Undoable::RemovedJob)));
}

#[test]
fn a_nothing_on_the_way_keeps_the_terms_of_the_loan() {
    let mut state = begun();
    state.ensure_scenario();
    let written = Loan { annual_rate: Rate::from_millionths(50_000), fee: kr(500), ..starting_loan(kr(20_000)) };
    state.change(|case| case.scenarios[0].loan = Some(written.clone()));
    state.change(|case| case.scenarios[0].loan = None);
    assert_eq!(scenario(&state).loan, None);
    state.change(|case| case.scenarios[0].loan = Some(starting_loan(kr(45_000))));
    assert_eq!(scenario(&state).loan, Some(Loan { principal: kr(45_000), ..written }));
}

#[test]
fn one_text_is_kept_for_each_field() {
    let mut state = begun();
    state.keep_draft(draft("savings"));
    state.keep_draft(Draft { text: "1e5".to_owned(), ..draft("savings") });
    assert_eq!(state.draft("savings").map(|draft| draft.text.as_str()), Some("1e5"));
    assert_eq!(state.drafts().len(), 1);
    state.forget_draft("savings");
    assert!(state.draft("savings").is_none());
    state.keep_page(AnswerKey::Age, Some(Page { typed: "4".to_owned(), ..Page::default() }));
    assert_eq!(state.page(AnswerKey::Age).map(|page| page.typed.as_str()), Some("4"));
    state.answer(AnswerKey::Age, |answers| answers.age = Some(4));
    assert_eq!(state.page(AnswerKey::Age), None);
}
