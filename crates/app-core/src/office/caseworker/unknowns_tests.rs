//! Prices of what nobody knows, each held against two simulations.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::screening::{AnswerKey, Support};
use mikrolaan_engine::simulation::ScenarioField as F;

use super::{UnknownRow, UnknownWorth, unknowns};
use crate::forms::inputs;
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::fields::CaseFieldId;
use crate::office::caseworker::state::tests::{NOVEMBER, kr, sample, written};
use crate::office::caseworker::worked::WorkedCase;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};
use crate::rulebook::RULEBOOK;
use crate::state::event::{Event, GivenAnswer};

pub(in crate::office) fn answer(state: &CaseworkerState, key: AnswerKey, id: &'static str) -> CaseworkerState {
    let given = if id == "unknown" { GivenAnswer::Unknown } else { GivenAnswer::Chosen(id) };
    state.apply(CaseworkerEvent::Of(Event::Answer(key, given)))
}

/// Twenty-six years, a web shop, public debt; two answers are not known, and two values are guesses.
pub(in crate::office) fn young() -> CaseworkerState {
    let mut state = CaseworkerState::new(NOVEMBER);
    state = state.apply(CaseworkerEvent::Of(Event::Answer(AnswerKey::Age, GivenAnswer::Age(26))));
    for (key, id) in [
        (AnswerKey::Municipality, "aalborg"),
        (AnswerKey::Support, "uddannelsesparat"),
        (AnswerKey::Single, "yes"),
        (AnswerKey::Children, "no"),
        (AnswerKey::LivesWithParents, "no"),
        (AnswerKey::LivedAbroad, "unknown"),
        (AnswerKey::WorkedTwoAndAHalfYears, "unknown"),
        (AnswerKey::BusinessStarted, "no"),
        (AnswerKey::Idea, "idea"),
        (AnswerKey::TradeSkills, "partly"),
        (AnswerKey::BusinessSkills, "yes"),
        (AnswerKey::JobOrEducationClose, "no"),
        (AnswerKey::WillTakeCourse, "yes"),
        (AnswerKey::PublicDebt, "yes"),
        (AnswerKey::BusinessAccount, "none"),
        (AnswerKey::WealthOverLimit, "no"),
        (AnswerKey::HousingBenefit, "yes"),
    ] {
        state = answer(&state, key, id);
    }
    state = state.apply(CaseworkerEvent::Borrow(kr(30_000)));
    let purposes = vec![mikrolaan_engine::screening::LoanPurpose::Stock];
    state = state.apply(CaseworkerEvent::Of(Event::Answer(AnswerKey::LoanPurposes, GivenAnswer::Purposes(purposes))));
    for (input, text) in [
        (&inputs::FIRST_MONTH, "4.500"),
        (&inputs::FULL_MONTH, "12.000"),
        (&inputs::RAMP_MONTHS, "9"),
        (&inputs::VARIABLE_SHARE, "35"),
        (&inputs::FIXED_COSTS, "2.000"),
        (&inputs::OTHER_INCOME, "1.100"),
        (&inputs::SAVINGS, "1.250"),
    ] {
        state = written(&state, input, text);
    }
    state
}

fn rows(state: &CaseworkerState) -> Vec<UnknownRow> {
    unknowns(state, &WorkedCase::of(state))
}

fn row(rows: &[UnknownRow], of: CaseFieldId) -> &UnknownRow {
    rows.iter().find(|row| row.field == of).unwrap_or_else(|| panic!("{of:?} is not among them"))
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The benefit of the first month with these answers, by the engine alone.
fn benefit(state: &CaseworkerState, change: fn(&mut mikrolaan_engine::screening::Answers)) -> Money {
    let mut case = Case { ..state.case().clone() };
    change(&mut case.answers);
    case.simulate(&RULEBOOK, 0).expect("worked out").months[0].household.benefit
}

#[test]
fn an_answer_is_worth_what_it_changes_of_the_first_benefit() {
    let state = young();
    let rows = rows(&state);
    let abroad = row(&rows, CaseFieldId::Answer(AnswerKey::LivedAbroad));
    let (no, yes) = (
        benefit(&state, |answers| answers.lived_abroad = Some(false)),
        benefit(&state, |answers| (answers.lived_abroad, answers.residence_and_work_met) = (Some(true), Some(false))),
    );
    assert_eq!((no, yes), (kr(8_670), kr(7_095)));
    assert_eq!(abroad.worth, UnknownWorth::Monthly(no - yes));
    assert_eq!((abroad.under.as_str(), plain(&abroad.price)), ("hvis nej", "+1.575 kr./md.".to_owned()));
    assert_eq!(plain(&abroad.said), "Har boet i udlandet: hvis nej, 1.575 kr. mere om måneden før skat.");
    let worked = row(&rows, CaseFieldId::Answer(AnswerKey::WorkedTwoAndAHalfYears));
    let [with, without] = [
        benefit(&state, |answers| answers.worked_two_and_a_half_years = Some(true)),
        benefit(&state, |answers| answers.worked_two_and_a_half_years = Some(false)),
    ];
    assert_eq!((with, without), (kr(14_201), kr(8_670)));
    assert_eq!((worked.under.as_str(), plain(&worked.price)), ("hvis ja", "+5.531 kr./md.".to_owned()));
    assert_eq!(worked.field_id, "worked_two_and_a_half_years");
    assert_eq!(rows[0].field, worked.field, "what is worth most stands first");
}

#[test]
fn once_abroad_what_is_asked_then_has_the_price() {
    let rows = rows(&answer(&young(), AnswerKey::LivedAbroad, "yes"));
    let met = row(&rows, CaseFieldId::Answer(AnswerKey::ResidenceAndWorkMet));
    assert_eq!((met.under.as_str(), plain(&met.price)), ("hvis ja", "+1.575 kr./md.".to_owned()));
    assert!(rows.iter().all(|row| row.field != CaseFieldId::Answer(AnswerKey::LivedAbroad)));
}

/// Living costs are spent in each of the 24 months.
#[test]
fn a_guess_is_worth_a_step_of_it_over_the_whole_period() {
    let state = young();
    let rows = rows(&state);
    let home = row(&rows, CaseFieldId::Plan(F::LivingCosts));
    assert!(home.is_guess && home.decides.is_empty());
    assert_eq!((plain(&home.under), plain(&home.price)), ("100 kr. mindre".to_owned(), "+2.400 kr. i alt".to_owned()));
    assert_eq!(plain(&home.said), "Bruger hjemme: 100 kr. mindre, 2.400 kr. mere i alt.");
    let own = written(&state, &inputs::LIVING_COSTS, "8.205");
    assert!(self::rows(&own).iter().all(|row| row.field != CaseFieldId::Plan(F::LivingCosts)), "it is a guess no more");
}

#[test]
fn a_longer_wait_has_the_price_of_the_plan_that_waits_longer() {
    let state = written(&young(), &inputs::LIVING_COSTS, "8.205");
    let rows = rows(&state);
    let wait = row(&rows, CaseFieldId::Plan(F::AccountWaitMonths));
    let end = |months: &str| {
        let state = written(&state, &inputs::ACCOUNT_WAIT_MONTHS, months);
        let plan = WorkedCase::of(&state).columns[0].1.clone().expect("worked out");
        plan.simulation.months.last().expect("months").household.closing
    };
    assert_eq!(wait.worth, UnknownWorth::InAll(end("2") - end("1")));
    assert_eq!(wait.under, "1\u{a0}måned mere".replace('\u{a0}', " "));
}

#[test]
fn what_changes_no_money_says_what_it_decides() {
    let state = answer(&answer(&young(), AnswerKey::PublicDebt, "unknown"), AnswerKey::TradeSkills, "unknown");
    let rows = rows(&state);
    let debt = row(&rows, CaseFieldId::Answer(AnswerKey::PublicDebt));
    assert_eq!(
        (debt.worth, debt.price.as_str(), debt.under.as_str()),
        (UnknownWorth::Nothing, "kan ikke prissættes", "")
    );
    assert_eq!(debt.decides, "om Gældsstyrelsen kan tage lånet");
    assert_eq!(debt.said, "Gæld til det offentlige: ændrer ikke pengene. Afgør om Gældsstyrelsen kan tage lånet.");
    let skills = row(&rows, CaseFieldId::Answer(AnswerKey::TradeSkills));
    assert_eq!(skills.decides, "en betingelse");
    let worth = |row: &UnknownRow| row.worth == UnknownWorth::Nothing;
    let first = rows.iter().position(worth).expect("some have none");
    assert!(rows[first..].iter().all(worth), "what has no price stands last");
}

#[test]
fn an_account_that_is_open_is_worth_the_wait_it_saves() {
    let state = answer(&written(&young(), &inputs::LIVING_COSTS, "8.205"), AnswerKey::BusinessAccount, "unknown");
    let rows = rows(&state);
    let account = row(&rows, CaseFieldId::Answer(AnswerKey::BusinessAccount));
    let end = |id| {
        let plan = WorkedCase::of(&answer(&state, AnswerKey::BusinessAccount, id)).columns[0].1.clone();
        plan.expect("worked out").simulation.months.last().expect("months").household.closing
    };
    assert_eq!(account.worth, UnknownWorth::InAll(end("open") - end("none")));
    assert_eq!(account.under, "hvis ja, den er åben");
}

#[test]
fn nothing_is_unknown_before_anything_is_answered_nor_in_a_complete_case() {
    assert_eq!(rows(&CaseworkerState::new(NOVEMBER)), []);
    for one in SampleCase::ALL {
        assert_eq!(rows(&sample(one)), [], "{one:?}");
    }
    let state = answer(&sample(SampleCase::A), AnswerKey::Support, "unknown");
    assert_eq!(state.case().answers.support, Some(Support::Unknown));
    let rows = rows(&state);
    let support = row(&rows, CaseFieldId::Answer(AnswerKey::Support));
    assert_eq!((support.decides.as_str(), support.worth), ("målgruppe og ydelse", UnknownWorth::NotYet));
    assert_eq!(support.said, "Får: prisen kommer, når planen kan regnes. Afgør målgruppe og ydelse.");
}

/// Before July 2025 nobody is asked where they have lived for the amount.
#[test]
fn what_the_rates_of_a_month_do_not_ask_for_decides_nothing_there() {
    let then = mikrolaan_engine::quantity::Month::new(2021, 3).expect("a month");
    let rows = rows(&young().apply(CaseworkerEvent::WorkOutAsOf(then)));
    let abroad = row(&rows, CaseFieldId::Answer(AnswerKey::LivedAbroad));
    assert_eq!((abroad.worth, abroad.decides.as_str()), (UnknownWorth::Nothing, "intet i den her plan"));
}

#[test]
fn how_much_to_borrow_is_priced_by_a_step_of_the_loan() {
    let state = young().apply(CaseworkerEvent::Of(Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Unknown)));
    let rows = rows(&state);
    let loan: Vec<&UnknownRow> = rows.iter().filter(|row| row.field == CaseFieldId::Borrowed).collect();
    assert_eq!(loan.len(), 1, "once, and not as a guess too");
    assert!(matches!(loan[0].worth, UnknownWorth::InAll(_) | UnknownWorth::Nothing), "{loan:?}");
}
