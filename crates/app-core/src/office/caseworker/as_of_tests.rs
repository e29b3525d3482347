//! Another month: the trial's own rules and rates, and back again.

use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::Scheme;
use mikrolaan_engine::screening::{AnswerKey, Verdict};

use super::months;
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::state::tests::{NOVEMBER, sample};
use crate::office::caseworker::unknowns::tests::{answer, young};
use crate::office::caseworker::worked::WorkedCase;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

fn moved(state: &CaseworkerState, to: &str) -> CaseworkerState {
    state.apply(CaseworkerEvent::WorkOutAsOf(month(to)))
}

#[test]
fn the_plan_moves_with_the_month_and_back() {
    let state = sample(SampleCase::H).apply(CaseworkerEvent::AddColumn);
    let before = state.case().scenarios[0].clone();
    let then = moved(&state, "2021-03");
    let plan = &then.case().scenarios[0];
    assert_eq!((then.case().as_of, plan.start), (month("2021-03"), month("2021-04")));
    let closes = plan.business.as_ref().expect("a business").closes.expect("it closes");
    assert_eq!(
        closes.months_since(plan.start),
        before.business.as_ref().expect("a business").closes.expect("it closes").months_since(before.start)
    );
    assert_eq!(then.case().scenarios[1].start, month("2021-04"), "every column");
    assert_eq!(moved(&then, "2026-11").case(), state.case());
}

#[test]
fn in_the_trials_months_its_rules_and_rates_hold() {
    let state = answer(&answer(&young(), AnswerKey::LivedAbroad, "no"), AnswerKey::WorkedTwoAndAHalfYears, "no");
    let benefit = |state: &CaseworkerState| {
        let plan = WorkedCase::of(state).columns[0].1.clone().expect("worked out");
        plan.simulation.months[0].household.benefit.oere() / 100
    };
    assert_eq!(state.case().scheme, Scheme::Viderefoert);
    assert_eq!(benefit(&state), 8_670);
    let then = moved(&state, "2022-12");
    assert_eq!(then.case().scheme, Scheme::Frikommune);
    // The rate of uddannelseshjælp under thirty, away from home, published for 2023.
    assert_eq!(benefit(&then), 6_545);
    let after = moved(&then, "2023-01");
    assert_eq!(after.case().scheme, Scheme::Viderefoert);
    for at in ["2017-07", "2020-01", "2025-06", "2028-11"] {
        assert!(WorkedCase::of(&moved(&state, at)).columns[0].1.is_ok(), "{at}");
    }
}

#[test]
fn whom_the_trial_left_out_is_outside_in_its_months() {
    let state = sample(SampleCase::G);
    assert_eq!(WorkedCase::of(&state).screening.verdict, Verdict::NeedsAssessment);
    assert_eq!(WorkedCase::of(&moved(&state, "2021-03")).screening.verdict, Verdict::NotInTargetGroup);
}

#[test]
fn one_can_look_from_the_first_month_of_the_trial_to_two_years_ahead() {
    assert_eq!(months(NOVEMBER), (month("2017-07"), month("2028-11")));
}

#[test]
fn a_wage_that_was_guessed_is_the_usual_one_of_the_months() {
    let state = CaseworkerState::new(NOVEMBER);
    let wage = |state: &CaseworkerState| state.case().scenarios[0].small_jobs[0].hourly_wage;
    let then = moved(&state, "2018-01");
    let usual =
        mikrolaan_engine::case::usual_small_job(&then.case().scenarios[0], &crate::rulebook::RULEBOOK).hourly_wage;
    assert_eq!(wage(&then), usual);
    assert_eq!(wage(&moved(&then, "2026-11")), wage(&state));
}
