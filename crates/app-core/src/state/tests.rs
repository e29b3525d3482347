//! The state's changes: what follows what, what survives what, and what can be had back.

use mikrolaan_engine::case::conflicts::{Conflict, ConflictSide};
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::{ValuePath, starting_loan};
use mikrolaan_engine::quantity::{Money, Month, Rate};
use mikrolaan_engine::screening::{AnswerKey, Answers, BusinessAccount, CoursePlan, Support};
use mikrolaan_engine::simulation::{Loan, Scenario, SetupCost};
use proptest::prelude::*;

use super::{Draft, FIRST_COMPARED, QuestionEntry, State, Undoable};
use crate::rulebook::RULEBOOK;
use crate::state::event::{Event, GivenAnswer, NewRow, RowList};

fn begun() -> State {
    State::new(Month::new(2026, 11).expect("a month"))
}

impl State {
    /// This happens.
    fn then(&mut self, event: Event) {
        *self = self.apply(event);
    }

    /// A question is answered.
    fn answers(&mut self, key: AnswerKey, answer: GivenAnswer) {
        self.then(Event::Answer(key, answer));
    }

    /// Something is written into the plan.
    fn writes(&mut self, write: impl FnOnce(&mut Scenario)) {
        let mut written = scenario(self).clone();
        write(&mut written);
        self.then(Event::Edit(Box::new(written)));
    }
}

/// Somebody with kontanthjælp who has answered and written a little.
fn somebody() -> State {
    let mut state = begun();
    state.answers(AnswerKey::Age, GivenAnswer::Age(48));
    state.answers(AnswerKey::Support, GivenAnswer::Chosen(Support::KontanthjaelpJobparat.id()));
    state.then(Event::EnsureScenario);
    state.writes(|scenario| {
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

/// A field of the scenario, by its path within it.
fn at(field: &str) -> ValuePath {
    ValuePath::parse(&["scenarios[0].", field].concat()).expect("a field")
}

fn draft(field: &str) -> Draft {
    Draft { field: at(field), label: "Felt".to_owned(), text: "12.5".to_owned(), told: true }
}

/// The state without what is only about having it back.
fn kept(state: &State) -> State {
    State { revision: 0, epoch: 0, redrawn: 0, undo: None, ..state.clone() }
}

#[test]
fn an_example_fills_the_business_and_leaves_a_courier_of_48_short_where_he_is_short() {
    let mut state = somebody();
    let before = state.clone();
    state.then(Event::FillBusiness(Some(ExampleId::Courier)));
    assert_eq!(state.case().answers, before.case().answers);
    assert_eq!(scenario(&state).household, scenario(&before).household);
    let simulation = state.case().simulate(&RULEBOOK, 0).expect("worked out");
    // Grundlovens tal: 13.060 kr. in kontanthjælp from 30 on, not the 22.056 of somebody in rehabilitation.
    assert_eq!(simulation.months[0].household.benefit, kr(13_060));
    assert_eq!(state.undoable(), Some(Undoable::Filled(ExampleId::Courier)));
    state.then(Event::Undo);
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
        state.answers(AnswerKey::Age, GivenAnswer::Age(age));
        state.answers(AnswerKey::Support, GivenAnswer::Chosen(support.id()));
        for (key, given) in [(AnswerKey::Single, single), (AnswerKey::Children, children)] {
            state.answers(key, given.map_or(GivenAnswer::Unknown, |yes| GivenAnswer::Chosen(if yes { "yes" } else { "no" })));
        }
        state.answers(AnswerKey::LoanAmount, GivenAnswer::Amount(kr(loan)));
        let answers = Answers { age: Some(age), support: Some(support), single, children, loan_amount: Some(kr(loan)), ..Answers::default() };
        prop_assert_eq!(&state.case().answers, &answers);
        state.then(Event::EnsureScenario);
        state.writes(|scenario| {
            (scenario.household.living_costs, scenario.household.savings) = (kr(costs), kr(savings));
        });
        for id in ids {
            let before = state.clone();
            state.then(Event::FillBusiness(Some(id)));
            let mut person = scenario(&state).clone();
            person.business = scenario(&before).business.clone();
            prop_assert_eq!(&person, scenario(&before));
            prop_assert_eq!(&state.case().answers, &before.case().answers);
            let filled = state.clone();
            state.then(Event::Undo);
            prop_assert_eq!(kept(&state), kept(&before));
            state = filled;
        }
    }

    /// What an answer puts into the plan follows the answer until somebody writes over it.
    #[test]
    fn the_plan_follows_the_answers(loans in prop::collection::vec(0_i64..=60_000, 1..=4), open in any::<bool>(), done in any::<bool>()) {
        let mut state = begun();
        for loan in &loans {
            state.answers(AnswerKey::LoanAmount, GivenAnswer::Amount(kr(*loan)));
            state.then(Event::EnsureScenario);
        }
        let account = if open { BusinessAccount::Open } else { BusinessAccount::None };
        state.answers(AnswerKey::BusinessAccount, GivenAnswer::Chosen(account.id()));
        let course = if done { CoursePlan::Done } else { CoursePlan::Yes };
        state.answers(AnswerKey::WillTakeCourse, GivenAnswer::Chosen(course.id()));
        let last = *loans.last().expect("a loan");
        prop_assert_eq!(scenario(&state).loan.clone(), (last > 0).then(|| starting_loan(kr(last))));
        prop_assert_eq!((scenario(&state).account_wait_months, scenario(&state).course_months), (u32::from(!open), if done { 0 } else { 3 }));
    }
}

#[test]
fn an_example_is_looked_at_whole_and_the_own_case_comes_back() {
    let mut state = somebody();
    state.then(Event::KeepDraft(draft("household.savings")));
    let own = state.clone();
    state.then(Event::ViewExample(ExampleId::Courier));
    assert_eq!(state.viewed(), Some(ExampleId::Courier));
    assert!(state.drafts().is_empty() && state.case().answers.support == Some(Support::Revalidend));
    assert!(state.case().simulate(&RULEBOOK, 0).is_ok());
    state.then(Event::ViewExample(ExampleId::Hairdresser));
    state.then(Event::LeaveExample);
    assert_eq!((kept(&state), state.undoable()), (kept(&own), None), "nothing was changed in it");
    // Changed, it can be had back.
    state.then(Event::ViewExample(ExampleId::Hairdresser));
    state.writes(|scenario| scenario.household.savings = kr(1));
    let changed = state.clone();
    state.then(Event::LeaveExample);
    assert_eq!((kept(&state), state.undoable()), (kept(&own), Some(Undoable::LeftExample)));
    state.then(Event::Undo);
    assert_eq!(kept(&state), kept(&changed));
    state.then(Event::ViewExample(ExampleId::Copywriter));
    assert_eq!(state.undoable(), Some(Undoable::LeftExample));
    state.then(Event::LeaveExample);
    assert_eq!(kept(&state), kept(&own));
}

#[test]
fn somebody_without_a_known_benefit_sees_the_example_all_the_same() {
    for support in [Support::Dagpenge, Support::Unknown] {
        let mut state = begun();
        state.answers(AnswerKey::Support, GivenAnswer::Chosen(support.id()));
        state.then(Event::EnsureScenario);
        assert!(state.case().simulate(&RULEBOOK, 0).is_err());
        state.then(Event::ViewExample(ExampleId::Hairdresser));
        assert!(state.case().simulate(&RULEBOOK, 0).is_ok(), "{support:?}");
    }
}

#[test]
fn every_example_can_be_worked_out() {
    for &id in ExampleId::ALL {
        let mut state = begun();
        state.then(Event::ViewExample(id));
        assert!(state.case().simulate(&RULEBOOK, 0).is_ok(), "{id:?}");
    }
}

#[test]
fn starting_over_leaves_nothing_and_can_be_taken_back_until_the_next_change() {
    let mut state = somebody();
    state.then(Event::KeepPage(
        AnswerKey::Age,
        Some(QuestionEntry { typed: "4".to_owned(), ..QuestionEntry::default() }),
    ));
    state.then(Event::KeepDraft(draft("household.savings")));
    let before = state.clone();
    assert!(before.is_worth_keeping());
    state.then(Event::StartOver);
    assert!(!state.is_worth_keeping());
    assert_eq!(kept(&state), begun());
    state.then(Event::Undo);
    assert_eq!(kept(&state), kept(&before));
    state.then(Event::StartOver);
    state.answers(AnswerKey::Age, GivenAnswer::Age(30));
    assert_eq!(state.undoable(), None);
    // With nothing to lose there is nothing to have back.
    let mut state = begun();
    state.then(Event::StartOver);
    assert_eq!(state.undoable(), None);
}

#[test]
fn a_plan_nobody_has_touched_is_not_worth_keeping() {
    let mut state = begun();
    state.then(Event::EnsureScenario);
    assert!(!state.is_worth_keeping());
    state.then(Event::ViewExample(ExampleId::Courier));
    assert!(!state.is_worth_keeping());
    state.writes(|scenario| scenario.household.savings = kr(1));
    state.then(Event::LeaveExample);
    assert!(!state.is_worth_keeping());
    state.writes(|scenario| scenario.household.savings = kr(1));
    assert!(state.is_worth_keeping());
}

#[test]
fn a_removed_row_takes_its_draft_along_and_the_later_ones_move_up() {
    const FIELDS: [&str; 5] = [
        "business.setup_costs[0].amount",
        "business.setup_costs[1].amount",
        "business.setup_costs[3].label",
        "small_jobs[0].hours_per_week",
        "business.setup_costs",
    ];
    let mut state = begun();
    state.then(Event::EnsureScenario);
    state.then(Event::FillBusiness(Some(ExampleId::Hairdresser)));
    for field in FIELDS {
        state.then(Event::KeepDraft(draft(field)));
    }
    let before = state.clone();
    state.then(Event::RemoveRow(RowList::Costs, 1));
    let fields: Vec<ValuePath> = state.drafts().iter().map(|draft| draft.field).collect();
    assert_eq!(fields, [FIELDS[0], "business.setup_costs[2].label", FIELDS[3], FIELDS[4]].map(at));
    let labels = |state: &State| -> Vec<String> {
        scenario(state)
            .business
            .iter()
            .flat_map(|business| &business.setup_costs)
            .map(|cost| cost.label.clone())
            .collect()
    };
    assert_eq!(labels(&state), ["Inventar", "Markedsføring", "Depositum"]);
    state.then(Event::Undo);
    assert_eq!((labels(&state), kept(&state)), (labels(&before), kept(&before)));
    state.then(Event::RemoveRow(RowList::Jobs, 0));
    assert_eq!((scenario(&state).small_jobs.len(), state.undoable()), (0, Some(Undoable::RemovedJob)));
}

#[test]
fn a_removed_row_leaves_the_drafts_of_the_other_list_where_they_are() {
    let mut state = begun();
    state.then(Event::EnsureScenario);
    state.then(Event::FillBusiness(Some(ExampleId::Hairdresser)));
    state.then(Event::KeepDraft(draft("small_jobs[2].hours_per_week")));
    state.then(Event::RemoveRow(RowList::Costs, 1));
    assert_eq!(
        state.drafts().iter().map(|draft| draft.field).collect::<Vec<_>>(),
        [at("small_jobs[2].hours_per_week")]
    );
}

#[test]
fn an_example_that_is_not_looked_at_cannot_be_left() {
    let mut state = begun();
    let before = state.epoch();
    state.then(Event::LeaveExample);
    assert_eq!((state.epoch(), kept(&state)), (before, kept(&begun())));
    state.then(Event::ViewExample(ExampleId::Courier));
    state.then(Event::LeaveExample);
    assert_eq!((state.epoch(), kept(&state)), (before + 2, kept(&begun())));
}

#[test]
fn an_example_of_a_business_leaves_what_the_person_has_half_written_about_themselves() {
    let mut state = somebody();
    let own = [
        "household.living_costs",
        "household.savings",
        "household.other_income",
        "benefit.monthly",
        "small_jobs[0].hourly_wage",
    ];
    for field in own.into_iter().chain(["business.fixed_costs", "loan.principal", "course_months", "tax.church_rate"]) {
        state.then(Event::KeepDraft(draft(field)));
    }
    state.then(Event::KeepDraft(Draft { field: ValuePath::Answer(AnswerKey::Age), ..draft("months") }));
    state.then(Event::FillBusiness(Some(ExampleId::Courier)));
    let left: Vec<ValuePath> = state.drafts().iter().map(|draft| draft.field).collect();
    assert_eq!(left, [&own.map(at)[..], &[ValuePath::Answer(AnswerKey::Age)]].concat());
}

#[test]
fn a_nothing_on_the_way_keeps_the_terms_of_the_loan() {
    let mut state = begun();
    state.then(Event::EnsureScenario);
    let written = Loan { annual_rate: Rate::from_millionths(50_000), fee: kr(500), ..starting_loan(kr(20_000)) };
    state.writes(|scenario| scenario.loan = Some(written.clone()));
    state.writes(|scenario| scenario.loan = None);
    assert_eq!(scenario(&state).loan, None);
    state.writes(|scenario| scenario.loan = Some(starting_loan(kr(45_000))));
    assert_eq!(scenario(&state).loan, Some(Loan { principal: kr(45_000), ..written }));
}

#[test]
fn one_text_is_kept_for_each_field() {
    let mut state = begun();
    state.then(Event::KeepDraft(draft("household.savings")));
    state.then(Event::KeepDraft(Draft { text: "1e5".to_owned(), ..draft("household.savings") }));
    assert_eq!(state.draft(at("household.savings")).map(|draft| draft.text.as_str()), Some("1e5"));
    assert_eq!(state.drafts().len(), 1);
    state.then(Event::ForgetDraft(at("household.savings")));
    assert!(state.draft(at("household.savings")).is_none());
    state.then(Event::KeepPage(
        AnswerKey::Age,
        Some(QuestionEntry { typed: "4".to_owned(), ..QuestionEntry::default() }),
    ));
    assert_eq!(state.page(AnswerKey::Age).map(|page| page.typed.as_str()), Some("4"));
    state.answers(AnswerKey::Age, GivenAnswer::Age(4));
    assert_eq!(state.page(AnswerKey::Age), None);
}

#[test]
fn dont_know_passes_the_question_only_where_the_case_has_no_word_for_it() {
    let mut state = begun();
    state.answers(AnswerKey::Age, GivenAnswer::Age(30));
    state.answers(AnswerKey::Age, GivenAnswer::Unknown);
    assert_eq!((state.case().answers.age, state.skipped()), (None, &[AnswerKey::Age][..]));
    state.answers(AnswerKey::Age, GivenAnswer::Age(30));
    assert!(state.skipped().is_empty());
    state.answers(AnswerKey::BusinessAccount, GivenAnswer::Unknown);
    assert_eq!((state.case().answers.business_account, state.skipped()), (Some(BusinessAccount::Unknown), &[][..]));
}

#[test]
fn a_row_is_added_at_the_end_and_a_row_that_is_not_there_is_not_removed() {
    let mut state = begun();
    let cost = SetupCost { label: "Saks".to_owned(), amount: kr(900) };
    state.then(Event::AddRow(NewRow::Cost(cost.clone())));
    assert_eq!(kept(&state), begun(), "without a plan there is nothing to add to");
    state.then(Event::EnsureScenario);
    state.then(Event::FillBusiness(Some(ExampleId::Hairdresser)));
    let job = scenario(&state).small_jobs[0].clone();
    for row in [NewRow::Cost(cost.clone()), NewRow::Job(job.clone())] {
        state.then(Event::AddRow(row));
    }
    let business = scenario(&state).business.as_ref().expect("a business");
    assert_eq!((business.setup_costs.len(), business.setup_costs.last()), (5, Some(&cost)));
    assert_eq!(scenario(&state).small_jobs, [job.clone(), job]);
    let before = state.clone();
    state.then(Event::RemoveRow(RowList::Jobs, 2));
    assert_eq!(kept(&state), kept(&before));
}

#[test]
fn what_is_compared_is_chosen_one_by_one() {
    let mut state = begun();
    let compared = |state: &State| state.compared().collect::<Vec<_>>();
    assert_eq!(compared(&state), FIRST_COMPARED);
    let [first, second] = FIRST_COMPARED;
    state.then(Event::Compare(first, false));
    assert_eq!(compared(&state), [second]);
    state.then(Event::Compare(first, true));
    state.then(Event::Compare(first, true));
    assert_eq!(compared(&state), [second, first]);
}

#[test]
fn only_a_change_of_the_case_counts_as_one() {
    let mut state = begun();
    let events = [
        (Event::KeepDraft(draft("household.savings")), 0),
        (Event::Compare(FIRST_COMPARED[0], false), 0),
        (Event::Answer(AnswerKey::Age, GivenAnswer::Age(30)), 1),
        (Event::Answer(AnswerKey::Age, GivenAnswer::Age(30)), 1),
        (Event::EnsureScenario, 2),
        (Event::EnsureScenario, 2),
        (Event::ViewExample(ExampleId::Courier), 3),
        (Event::ViewExample(ExampleId::Courier), 3),
        (Event::LeaveExample, 4),
        (Event::FillBusiness(Some(ExampleId::Courier)), 5),
        (Event::Undo, 6),
        (Event::StartOver, 7),
        (Event::Undo, 8),
    ];
    for (event, revision) in events {
        state.then(event.clone());
        assert_eq!(state.revision(), revision, "{event:?}");
    }
}

#[test]
fn writing_what_stands_there_already_leaves_what_can_be_had_back() {
    let mut state = somebody();
    state.then(Event::FillBusiness(Some(ExampleId::Courier)));
    let written = scenario(&state).clone();
    state.then(Event::Edit(Box::new(written)));
    assert_eq!(state.undoable(), Some(Undoable::Filled(ExampleId::Courier)));
    state.writes(|scenario| scenario.household.savings = kr(1));
    assert_eq!(state.undoable(), None);
}

#[test]
fn an_answer_and_a_plan_that_differ_are_made_to_agree_and_can_be_had_back() {
    let mut state = begun();
    state.answers(AnswerKey::LoanAmount, GivenAnswer::Amount(kr(30_000)));
    state.then(Event::EnsureScenario);
    state.writes(|scenario| scenario.loan = Some(Loan { fee: kr(500), ..starting_loan(kr(60_000)) }));
    let differing = state.clone();
    let conflict = Conflict::Loan { answered: kr(30_000), planned: kr(60_000) };
    for (holds, amount) in [(ConflictSide::Answer, 30_000), (ConflictSide::Plan, 60_000)] {
        let mut state = differing.clone();
        state.then(Event::Resolve(conflict, holds));
        assert_eq!(state.case().answers.loan_amount, Some(kr(amount)));
        assert_eq!(scenario(&state).loan, Some(Loan { fee: kr(500), ..starting_loan(kr(amount)) }));
        assert_eq!((state.undoable(), state.redrawn()), (Some(Undoable::Resolved), differing.redrawn() + 1));
        // Nothing differs any more, so there is nothing to answer twice.
        assert_eq!(state.apply(Event::Resolve(conflict, holds)), state);
        state.then(Event::Undo);
        assert_eq!(kept(&state), kept(&differing));
    }
}

#[test]
fn a_plan_without_a_loan_that_gets_the_answered_one_has_the_terms_from_before() {
    let mut state = begun();
    state.answers(AnswerKey::LoanAmount, GivenAnswer::Amount(kr(30_000)));
    state.then(Event::EnsureScenario);
    state.writes(|scenario| scenario.loan = Some(Loan { fee: kr(500), ..starting_loan(kr(60_000)) }));
    state.writes(|scenario| scenario.loan = None);
    state.then(Event::Resolve(Conflict::Loan { answered: kr(30_000), planned: kr(0) }, ConflictSide::Answer));
    assert_eq!(scenario(&state).loan, Some(Loan { fee: kr(500), ..starting_loan(kr(30_000)) }));
}

#[test]
fn what_was_not_sent_is_worth_keeping_and_no_beginning_yet() {
    let mut state = begun();
    state.then(Event::KeepPage(
        AnswerKey::Age,
        Some(QuestionEntry { typed: "4".to_owned(), ..QuestionEntry::default() }),
    ));
    assert!(state.is_worth_keeping() && !state.is_begun());
    state.answers(AnswerKey::Age, GivenAnswer::Age(30));
    assert!(state.is_worth_keeping() && state.is_begun());
}

#[test]
fn starting_over_draws_the_fields_anew_and_taking_it_back_the_whole_page() {
    let drawn = |state: &State| (state.epoch(), state.redrawn());
    let mut state = somebody();
    for _ in 0..2 {
        let (epoch, redrawn) = drawn(&state);
        state.then(Event::StartOver);
        assert_eq!(drawn(&state), (epoch + 1, redrawn));
        state.then(Event::Undo);
        assert_eq!(drawn(&state), (epoch + 2, redrawn + 1));
    }
    let example = ExampleId::Courier;
    for event in [Event::FillBusiness(Some(example)), Event::ViewExample(example), Event::LeaveExample] {
        let before = drawn(&state);
        state.then(event);
        assert_eq!(drawn(&state), (before.0 + 1, before.1), "other values stand in the fields");
    }
}

/// Nothing that looks like a CPR number is in the state, wherever it was typed; the draft that stood there is no more either.
#[test]
fn a_cpr_number_is_kept_nowhere() {
    let mut state = somebody();
    state.then(Event::KeepDraft(draft("household.savings")));
    let half = draft("household.savings");
    state.then(Event::KeepDraft(Draft { text: "010190-1234".to_owned(), ..half }));
    assert!(state.drafts().is_empty());
    let page = QuestionEntry { typed: "0101901234".to_owned(), ..QuestionEntry::default() };
    state.then(Event::KeepPage(AnswerKey::Age, Some(page)));
    assert_eq!(state.page(AnswerKey::Age), None);
    assert!(!state.kept().expect("little").contains("010190"));
}
