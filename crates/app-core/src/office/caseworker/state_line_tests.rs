//! The line above everything.

use mikrolaan_engine::quantity::{Month, Rate};
use mikrolaan_engine::rulebook::{MunicipalityId, Overrides};

use super::{StateLine, chosen_month};
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::state::tests::{NOVEMBER, kr, sample};
use crate::office::caseworker::worked::WorkedCase;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};
use crate::state::State;

fn line(state: &CaseworkerState) -> StateLine {
    StateLine::of(state, &WorkedCase::of(state))
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn it_says_that_the_scheme_is_closed_and_by_what_it_is_worked_out() {
    let today = line(&sample(SampleCase::A));
    assert_eq!(
        plain(&today.text()),
        "Ordningen er lukket siden 31. december 2022. Regnet, som om den fandtes. Satser fra 2026."
    );
    assert_eq!(today.carried, "Fra januar 2027: de sidste kendte satser.");
    assert!(!today.is_another_month && today.overrides.is_empty());
    let march = sample(SampleCase::A).apply(CaseworkerEvent::WorkOutAsOf(Month::new(2021, 3).expect("a month")));
    let then = line(&march);
    assert_eq!((then.how.as_str(), then.rates.as_str()), ("Regnet som i forsøget.", "Satser fra 2021 til 2023."));
    assert!(then.is_another_month && then.carried.is_empty());
    assert_eq!(then.chosen, "2021-03");
}

#[test]
fn a_month_is_one_of_the_list_or_none() {
    let state = CaseworkerState::new(NOVEMBER);
    let line = line(&state);
    assert_eq!((line.months[0].label.as_str(), line.months.len()), ("juli 2017", 137));
    assert!(line.months.iter().any(|option| option.value == line.chosen));
    assert_eq!(chosen_month(&state, "2017-06"), None);
    assert_eq!(chosen_month(&state, "x"), None);
    let march = Month::new(2021, 3).expect("a month");
    assert_eq!(chosen_month(&state, "2021-03"), Some(CaseworkerEvent::WorkOutAsOf(march)));
}

#[test]
fn what_the_municipality_has_set_is_marked_and_worked_with() {
    let mut case = sample(SampleCase::A).state().carried();
    case.overrides = Some(Overrides {
        largest_loan: Some(kr(40_000)),
        support_months: Some(3),
        municipal_rate: Some(Rate::from_millionths(270_000)),
        church_rate: Some(Rate::from_millionths(10_000)),
        municipality: MunicipalityId::parse("nyby"),
    });
    let opened = State::of_case(case, NOVEMBER);
    let state = CaseworkerState::new(NOVEMBER).apply(CaseworkerEvent::Open(Box::new(opened), String::new()));
    let told: Vec<String> = line(&state).overrides.iter().map(|text| plain(text)).collect();
    assert_eq!(
        told,
        [
            "Kommunens egen: højst 40.000 kr. i lån",
            "Kommunens egen: støtte i 3 måneder",
            "Kommunens egen: kommuneskat 27 %",
            "Kommunens egen: kirkeskat 1 %",
            "Kommunens egen: nyby",
        ]
    );
    // 45.000 is more than 40.000, and its tax is worked out by its own rate.
    let [own, usual] = [&state, &sample(SampleCase::A)].map(WorkedCase::of);
    let assessed = |worked: &WorkedCase| {
        let of = |outcome| worked.screening.findings.iter().filter(move |finding| finding.outcome == outcome).count();
        of(mikrolaan_engine::screening::Outcome::CaseworkerAssesses)
    };
    assert!(assessed(&own) > assessed(&usual));
    let tax = |worked: &WorkedCase| worked.columns[0].1.as_ref().expect("worked out").simulation.key_figures.totals.tax;
    assert!(tax(&own) > tax(&usual));
}
