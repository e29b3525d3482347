//! Where the values of the plan come from, through whatever happens to them.

use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::{FieldValue, ValuePath};
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::{Scenario, ScenarioField as F, SetupCost};

use super::{DECISIVE, GUESSED, OF_EXAMPLE, Provenance, place};
use crate::rulebook::RULEBOOK;
use crate::state::event::{Event, GivenAnswer, NewRow, RowList};
use crate::state::{Draft, State};

fn begun() -> State {
    State::new(Month::new(2026, 11).expect("a month"))
}

fn answer(key: AnswerKey, id: &'static str) -> Event {
    Event::Answer(key, GivenAnswer::Chosen(id))
}

/// On kontanthjælp, 26, alone, never abroad, and a loan of 30,000.
fn answered() -> State {
    let answers = [
        Event::Answer(AnswerKey::Age, GivenAnswer::Age(32)),
        answer(AnswerKey::Support, "kontanthjaelp_jobparat"),
        answer(AnswerKey::Single, "yes"),
        answer(AnswerKey::Children, "no"),
        answer(AnswerKey::LivedAbroad, "no"),
        Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Amount(Money::from_kroner(30_000))),
        Event::EnsureScenario,
    ];
    answers.into_iter().fold(begun(), |state, event| state.apply(event))
}

fn plan(state: &State) -> &Scenario {
    state.case().scenarios.first().expect("a plan")
}

fn living_costs(state: &State) -> Money {
    plan(state).household.living_costs
}

fn write(state: &State, field: F, value: FieldValue) -> State {
    let mut scenario = plan(state).clone();
    field.write(&mut scenario, &RULEBOOK, 0, Some(value));
    state.apply(Event::Write(place(field), Box::new(scenario)))
}

fn kroner(amount: i64) -> FieldValue {
    FieldValue::Amount(Money::from_kroner(amount))
}

fn from(state: &State, field: F) -> Option<Provenance> {
    state.provenance(place(field))
}

#[test]
fn before_anybody_writes_a_value_is_a_guess_or_follows_an_answer() {
    let state = answered();
    for field in OF_EXAMPLE.into_iter().chain(GUESSED) {
        let expected = if field == F::Principal { Provenance::Answer } else { Provenance::Guess };
        assert_eq!(from(&state, field), Some(expected), "{field:?}");
    }
    assert_eq!(from(&state, F::Start), None, "that is set, and nobody's guess");
    assert_eq!(begun().provenance(place(F::Savings)), None, "there is no plan");
    assert_eq!(state.provenance(ValuePath::Answer(AnswerKey::Age)), None);
    assert!(DECISIVE.iter().all(|&field| from(&state, field).is_some()));
}

#[test]
fn whose_living_costs_are_not_known_spends_what_comes_in_until_they_are_written() {
    let state = answered();
    // 14.201 before tax: § 23, the higher rate. Less tax it is what a single without children lives on.
    let net = living_costs(&state);
    assert!(net > Money::from_kroner(10_000) && net < Money::from_kroner(14_201), "{net:?}");
    let first =
        &mikrolaan_engine::evaluate::evaluate(state.case(), &RULEBOOK, 0).expect("it is known").simulation.months[0];
    let left = first.household.net_change();
    assert!(!left.is_negative() && left < Money::from_kroner(1), "nothing over and nothing short: {left:?}");

    let helped = write(&state, F::OtherIncome, kroner(1_100));
    assert_eq!(living_costs(&helped), net + Money::from_kroner(1_100), "it follows what comes in");
    let written = write(&helped, F::LivingCosts, kroner(9_000));
    assert_eq!(
        (living_costs(&written), from(&written, F::LivingCosts)),
        (Money::from_kroner(9_000), Some(Provenance::Own))
    );
    let after = write(&written, F::OtherIncome, kroner(0));
    assert_eq!(living_costs(&after), Money::from_kroner(9_000), "what is written stays");
}

#[test]
fn without_a_known_benefit_nothing_is_guessed_of_what_it_costs_to_live() {
    let state = begun().apply(Event::EnsureScenario);
    assert_eq!((living_costs(&state), from(&state, F::LivingCosts)), (Money::ZERO, Some(Provenance::Guess)));
}

#[test]
fn whoever_writes_what_stood_there_has_written_it() {
    let state = answered();
    let same = write(&state, F::Savings, kroner(0));
    assert_eq!(plan(&same), plan(&state));
    assert_eq!(from(&same, F::Savings), Some(Provenance::Own));
    assert_ne!(same.revision(), state.revision(), "who shows it is told");
    assert_eq!(write(&same, F::Savings, kroner(0)), same, "a second time nothing changes");
}

#[test]
fn what_cannot_be_read_leaves_a_guess_a_guess() {
    let state = answered();
    let guessed = living_costs(&state);
    let begun = write(&state, F::LivingCosts, kroner(9));
    let put_back = write(&begun, F::LivingCosts, FieldValue::Amount(guessed));
    let place = place(F::LivingCosts);
    let draft = Draft { field: place, label: "Hjemme".to_owned(), text: "9.5".to_owned(), told: false };
    let half = put_back.apply(Event::KeepDraft(draft));
    assert_eq!((from(&half, F::LivingCosts), living_costs(&half)), (Some(Provenance::Guess), guessed));
    let whole = write(&half, F::LivingCosts, kroner(9_500));
    assert_eq!(from(&whole, F::LivingCosts), Some(Provenance::Own));
}

#[test]
fn the_loan_follows_the_answer_or_what_it_takes_to_start_until_it_is_written() {
    let state = answered();
    let principal = |state: &State| plan(state).loan.as_ref().map(|loan| loan.principal);
    assert_eq!(principal(&state), Some(Money::from_kroner(30_000)));
    let doubt = state.apply(Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Unknown));
    assert_eq!(from(&doubt, F::Principal), Some(Provenance::Guess));
    assert_eq!(principal(&doubt), None, "nothing is to be bought yet");
    let filled = doubt.apply(Event::FillBusiness(Some(ExampleId::Courier)));
    assert_eq!(principal(&filled), None, "what an invented business buys makes nobody a loan");
    let cost = SetupCost { label: "Symaskine".to_owned(), amount: Money::from_kroner(8_000) };
    let listed = doubt.apply(Event::AddRow(NewRow::Cost(cost)));
    // What it takes: the machine, and 2.000 kr. for opening the account.
    let guess = (Some(Money::from_kroner(10_000)), Some(Provenance::Guess));
    assert_eq!((principal(&listed), from(&listed, F::Principal)), guess);
    let cost = SetupCost { label: "Bil".to_owned(), amount: Money::from_kroner(90_000) };
    let dear = listed.apply(Event::AddRow(NewRow::Cost(cost)));
    assert_eq!(principal(&dear), Some(Money::from_kroner(50_000)), "no more than the scheme lends");
    let written = write(&filled, F::Principal, kroner(12_000));
    let emptied = written.apply(Event::FillBusiness(None));
    assert_eq!(
        (principal(&emptied), from(&emptied, F::Principal)),
        (Some(Money::from_kroner(12_000)), Some(Provenance::Own))
    );
}

#[test]
fn an_example_fills_what_is_nobodys_and_leaves_what_is_written() {
    for &id in ExampleId::ALL {
        let own = write(&answered(), F::FixedCosts, kroner(1_234));
        let filled = own.apply(Event::FillBusiness(Some(id)));
        assert_eq!(from(&filled, F::FixedCosts), Some(Provenance::Own));
        assert_eq!(
            plan(&filled).business.as_ref().expect("a business").fixed_costs,
            Money::from_kroner(1_234),
            "{id:?}"
        );
        assert_eq!(from(&filled, F::FullMonth), Some(Provenance::Example));
        let first_cost = ValuePath::Field { scenario: 0, field: F::SetupCostAmount, at: Some(0) };
        assert_eq!(filled.provenance(first_cost), Some(Provenance::Example));
        let emptied = filled.apply(Event::FillBusiness(None));
        let business = plan(&emptied).business.as_ref().expect("a business");
        assert_eq!((business.revenue.full_month, business.fixed_costs), (Money::ZERO, Money::from_kroner(1_234)));
        assert!(business.setup_costs.is_empty());
        assert_eq!(from(&emptied, F::FullMonth), Some(Provenance::Guess));
        assert_eq!(filled.apply(Event::Undo).case(), own.case(), "to be had back");
    }
}

#[test]
fn a_list_in_which_somebody_wrote_is_theirs() {
    let filled = answered().apply(Event::FillBusiness(Some(ExampleId::Courier)));
    let at = |row| ValuePath::Field { scenario: 0, field: F::SetupCostAmount, at: Some(row) };
    let mut scenario = plan(&filled).clone();
    F::SetupCostAmount.write(&mut scenario, &RULEBOOK, 1, Some(kroner(77)));
    let written = filled.apply(Event::Write(at(1), Box::new(scenario)));
    assert_eq!(
        (written.provenance(at(0)), written.provenance(at(1))),
        (Some(Provenance::Example), Some(Provenance::Own))
    );
    let again = written.apply(Event::FillBusiness(Some(ExampleId::Hairdresser)));
    let costs = |state: &State| plan(state).business.as_ref().expect("a business").setup_costs.clone();
    assert_eq!(costs(&again), costs(&written));
    let removed = written.apply(Event::RemoveRow(RowList::Costs, 0));
    assert_eq!(removed.provenance(at(0)), Some(Provenance::Own), "the row moved up");
    let count = costs(&removed).len();
    let cost = SetupCost { label: "Skilt".to_owned(), amount: Money::ZERO };
    let added = removed.apply(Event::AddRow(NewRow::Cost(cost)));
    assert_eq!(added.provenance(at(count)), Some(Provenance::Own), "who adds a row writes it");
}

#[test]
fn of_an_example_nothing_is_anybodys_and_the_own_plan_is_as_it_was() {
    let own = write(&answered(), F::Savings, kroner(500));
    let viewing = own.apply(Event::ViewExample(ExampleId::Courier));
    for field in OF_EXAMPLE.into_iter().chain(GUESSED) {
        assert_eq!(from(&viewing, field), Some(Provenance::Example), "{field:?}");
    }
    let changed = write(&viewing, F::Savings, kroner(1));
    assert_eq!(from(&changed, F::Savings), Some(Provenance::Own));
    assert_eq!(changed.apply(Event::LeaveExample).case(), own.case());
}

#[test]
fn a_reload_keeps_where_everything_comes_from() {
    let state = write(&answered().apply(Event::FillBusiness(Some(ExampleId::Courier))), F::Savings, kroner(500));
    let kept = state.kept().expect("it can be kept");
    let again = State::restored(&kept, state.case().as_of).expect("it comes back");
    for field in OF_EXAMPLE.into_iter().chain(GUESSED) {
        assert_eq!(from(&again, field), from(&state, field), "{field:?}");
    }
}
