//! What the tab keeps comes back.

use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::{Case, CaseWritten, ValuePath};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::screening::{AnswerKey, Support};
use mikrolaan_engine::simulation::{FieldsWritten, Scenario, ScenarioField, SetupCost};
use proptest::prelude::*;

use crate::state::event::{Event, GivenAnswer, NewRow};
use crate::state::{Draft, QuestionEntry, State};

const NOVEMBER: Month = Month::new(2026, 11).expect("a month");

fn state(events: impl IntoIterator<Item = Event>) -> State {
    events.into_iter().fold(State::new(NOVEMBER), |state, event| state.apply(event))
}

fn reloaded(state: &State) -> State {
    State::restored(&state.kept().expect("a text"), NOVEMBER).expect("the text of a state")
}

/// The case without the marks of what stood in a file although it is the default: a link has its own.
fn bare(state: &State) -> Case {
    let mut case = state.case().clone();
    case.written = CaseWritten::default();
    for scenario in &mut case.scenarios {
        scenario.written = FieldsWritten::default();
    }
    case
}

fn edited(state: State, edit: impl FnOnce(&mut Scenario)) -> State {
    let mut scenario = state.case().scenarios[0].clone();
    edit(&mut scenario);
    state.apply(Event::Edit(Box::new(scenario)))
}

fn draft(field: &str, text: &str) -> Draft {
    let field = ValuePath::parse(&["scenarios[0].", field].concat()).expect("a field");
    Draft { field, label: "Lån".to_owned(), text: text.to_owned(), told: true }
}

fn answered() -> Vec<Event> {
    vec![
        Event::Answer(AnswerKey::Age, GivenAnswer::Age(48)),
        Event::Answer(AnswerKey::Support, GivenAnswer::Chosen(Support::KontanthjaelpJobparat.id())),
        Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Amount(Money::from_kroner(30_000))),
        Event::Answer(AnswerKey::Plan, GivenAnswer::Unknown),
        Event::Answer(AnswerKey::Single, GivenAnswer::Unknown),
        Event::EnsureScenario,
        Event::Compare(Variant::EnoughJob, false),
        Event::Compare(Variant::OrdinaryJob, true),
    ]
}

#[test]
fn nothing_comes_back_as_nothing() {
    assert_eq!(reloaded(&State::new(NOVEMBER)), State::new(NOVEMBER));
}

#[test]
fn what_was_answered_written_passed_and_chosen_comes_back() {
    let state = edited(state(answered()), |scenario| {
        scenario.household.living_costs = Money::from_kroner(9_000);
        scenario.household.savings = Money::from_kroner(12_000);
    });
    let again = reloaded(&state);
    assert_eq!(bare(&again), bare(&state));
    assert_eq!(again.skipped(), [AnswerKey::Single]);
    assert_eq!(again.compared().collect::<Vec<_>>(), state.compared().collect::<Vec<_>>());
    assert!(again.is_worth_keeping());
    assert_eq!(again.kept(), state.kept());
}

#[test]
fn what_is_half_written_comes_back_with_its_message() {
    let mut state = state(answered());
    state = state.apply(Event::KeepDraft(draft("loan.principal", "25.\u{1e}\u{1f}")));
    state = state.apply(Event::KeepDraft(Draft { told: false, ..draft("business.setup_costs[39].amount", "12,345") }));
    let season = ValuePath::Field { scenario: 0, field: ScenarioField::Seasonality, at: Some(11) };
    for field in [season, ValuePath::Answer(AnswerKey::Age)] {
        state = state.apply(Event::KeepDraft(Draft { field, ..draft("months", "1,,") }));
    }
    let page = QuestionEntry { chosen: vec!["dagpenge"], typed: "æ 4".to_owned() };
    state = state.apply(Event::KeepPage(AnswerKey::Support, Some(page.clone())));
    let again = reloaded(&state);
    // What separates the records is not a letter of anybody's.
    assert_eq!(again.drafts()[0], draft("loan.principal", "25."));
    assert_eq!(again.drafts()[1..], state.drafts()[1..]);
    assert_eq!(again.page(AnswerKey::Support), Some(&page));
}

#[test]
fn what_is_ticked_comes_back_and_is_worth_keeping_alone() {
    let ticked = State::new(NOVEMBER).apply(Event::KeepNextSteps("done debt\nletter 2026-11-18".to_owned()));
    assert!(ticked.is_worth_keeping() && !ticked.is_begun());
    assert_eq!(reloaded(&ticked), ticked);
    let viewed = ticked.apply(Event::ViewExample(ExampleId::Courier));
    assert_eq!(reloaded(&viewed).next_steps(), ticked.next_steps());
}

#[test]
fn a_plan_whose_months_do_not_fit_together_yet_comes_back() {
    let state = edited(state(answered()), |scenario| {
        scenario.business.as_mut().expect("a business").closes = Some(scenario.start);
    });
    assert!(state.case().plan(0).is_err());
    assert_eq!(bare(&reloaded(&state)), bare(&state));
}

#[test]
fn the_terms_of_a_loan_of_nothing_come_back() {
    let state =
        edited(state(answered()), |scenario| scenario.loan.as_mut().expect("a loan").fee = Money::from_kroner(500));
    let terms = state.case().scenarios[0].loan.clone();
    let resting = edited(state, |scenario| scenario.loan = None);
    assert_eq!(resting.resting_loan.as_ref(), terms.as_ref());
    assert_eq!(reloaded(&resting).resting_loan.as_ref(), terms.as_ref());
}

#[test]
fn an_example_comes_back_as_it_was_left_and_the_own_case_behind_it() {
    let own = edited(state(answered()), |scenario| scenario.household.savings = Money::from_kroner(7));
    let own = own.apply(Event::KeepDraft(draft("household.savings", "7,")));
    let viewed = own.apply(Event::ViewExample(ExampleId::Hairdresser));
    let changed = edited(viewed, |scenario| scenario.household.savings = Money::from_kroner(99));
    let changed = changed.apply(Event::KeepDraft(draft("household.living_costs", "x")));
    let again = reloaded(&changed);
    assert_eq!((again.viewed(), bare(&again)), (Some(ExampleId::Hairdresser), bare(&changed)));
    assert_eq!(again.drafts(), changed.drafts());
    let (left, expected) = (again.apply(Event::LeaveExample), changed.apply(Event::LeaveExample));
    assert_eq!((bare(&left), left.drafts()), (bare(&expected), expected.drafts()));
    // Changed, so leaving it can be taken back; unchanged, there is nothing to have back.
    assert_eq!(left.undoable(), expected.undoable());
    let looked = own.apply(Event::ViewExample(ExampleId::Hairdresser));
    assert_eq!(reloaded(&looked).apply(Event::LeaveExample).undoable(), None);
}

#[test]
fn another_month_is_another_month() {
    let again = State::restored(&state(answered()).kept().expect("a text"), NOVEMBER.plus(2)).expect("a state");
    assert_eq!(again.case().as_of, NOVEMBER.plus(2));
}

#[test]
fn what_is_no_text_of_a_state_is_none() {
    let text = state(answered()).kept().expect("a text");
    assert!(State::restored(&text, NOVEMBER).is_some());
    for broken in
        ["", "c", "x\u{1f}y", "c\u{1f}#v1.", "c\u{1f}", &text[1..], &text[..text.len() - 1], &format!("{text}x")]
    {
        assert!(State::restored(broken, NOVEMBER).is_none(), "{broken:?}");
    }
    let with = |record: &str| State::restored(&[&text, "\u{1e}", record].concat(), NOVEMBER).is_some();
    let draft = |place: &str| with(&["d", place, "Opsparing", "7,", "1"].join("\u{1f}"));
    let (savings, label) = (ScenarioField::Savings as usize, ScenarioField::SetupCostLabel as usize);
    for place in ["-0".to_owned(), savings.to_string(), format!("{label}/0")] {
        assert!(draft(&place), "{place}");
    }
    for place in ["", "-", "-99", "999", "x", &format!("{savings}/0"), &label.to_string(), &format!("{label}/x")] {
        assert!(!draft(place), "{place}");
    }
    assert!(!with("d\u{1f}6"));
    assert!(!with("p\u{1f}weight\u{1f}\u{1f}"));
    assert!(!with("p\u{1f}support\u{1f}\u{1f}made-up"));
    assert!(!with("v\u{1f}#v1.AAAA"));
    assert!(!with("l\u{1f}#v1.AAAA"));
}

#[test]
fn a_case_too_large_for_a_link_is_not_kept() {
    let label = "\u{1f600}".repeat(60);
    let cost = || Event::AddRow(NewRow::Cost(SetupCost { label: label.clone(), amount: Money::ZERO }));
    let state = state(answered().into_iter().chain((0..40).map(|_| cost())));
    assert_eq!(state.kept(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is answered and whichever example is looked at.
    #[test]
    fn every_answer_comes_back(
        age in 16_u32..80,
        support in prop::sample::select(Support::ALL.to_vec()),
        amount in 0_i64..60_000,
        example in prop::option::of(prop::sample::select(ExampleId::ALL.to_vec())),
        fill in prop::option::of(prop::sample::select(ExampleId::ALL.to_vec())),
    ) {
        let mut state = state([
            Event::Answer(AnswerKey::Age, GivenAnswer::Age(age)),
            Event::Answer(AnswerKey::Support, GivenAnswer::Chosen(support.id())),
            Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Amount(Money::from_kroner(amount))),
            Event::EnsureScenario,
        ]);
        if let Some(id) = fill {
            state = state.apply(Event::FillBusiness(Some(id)));
        }
        if let Some(id) = example {
            state = state.apply(Event::ViewExample(id));
        }
        let again = reloaded(&state);
        prop_assert_eq!(bare(&again), bare(&state));
        prop_assert_eq!(again.kept(), state.kept());
    }
}
