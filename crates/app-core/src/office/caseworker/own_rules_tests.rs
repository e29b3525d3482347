//! What the municipality sets holds, is told beside what holds else, and goes when it is emptied.

use mikrolaan_engine::quantity::{Money, Rate};
use mikrolaan_engine::rulebook::{OverrideKey, Overrides};

use super::{TYPED, own_rules, take};
use crate::office::caseworker::CaseworkerState;
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::state::tests::sample;
use crate::office::caseworker::travel;
use crate::office::caseworker::view::CaseworkerView;

fn typed(state: &CaseworkerState, key: OverrideKey, text: &str) -> CaseworkerState {
    state.apply(take(state, key, text).expect("it can be read"))
}

#[test]
fn what_is_typed_holds_and_travels() {
    let rows = [
        (OverrideKey::LargestLoan, "40.000"),
        (OverrideKey::SupportMonths, "3"),
        (OverrideKey::MunicipalRate, "27,1"),
        (OverrideKey::ChurchRate, "1"),
    ];
    let state = rows.iter().fold(sample(SampleCase::A), |state, &(key, text)| typed(&state, key, text));
    let own = Overrides {
        largest_loan: Some(Money::from_kroner(40_000)),
        support_months: Some(3),
        municipal_rate: Some(Rate::from_millionths(271_000)),
        church_rate: Some(Rate::from_millionths(10_000)),
        municipality: None,
    };
    assert_eq!(state.case().overrides, Some(own));
    let shown: Vec<String> = own_rules(&state).into_iter().map(|rule| rule.value).collect();
    assert_eq!(shown, ["40.000", "3", "27,1", "1"]);
    assert_eq!(CaseworkerView::of(&state).state_line.overrides.len(), 4);
    assert!(travel::file(&state).contains("overrides"));
    let none = TYPED.into_iter().fold(state, |state, key| typed(&state, key, " "));
    assert_eq!(none.case().overrides, None);
}

#[test]
fn what_holds_else_is_told() {
    let usual: Vec<String> =
        own_rules(&sample(SampleCase::A)).into_iter().map(|rule| rule.usual.replace('\u{a0}', " ")).collect();
    assert_eq!(
        usual,
        ["Ellers højst 50.000 kr.", "Ellers 6 måneder", "Ellers 25,6 %", "Ellers den, der står i planen"]
    );
}

#[test]
fn what_is_out_of_bounds_is_refused_with_the_bounds() {
    let state = sample(SampleCase::A);
    for (key, text) in [
        (OverrideKey::LargestLoan, "-1"),
        (OverrideKey::SupportMonths, "25"),
        (OverrideKey::MunicipalRate, "41"),
        (OverrideKey::ChurchRate, "x"),
    ] {
        let error = take(&state, key, text).expect_err(text);
        assert!(!error.message.is_empty(), "{text}");
    }
}
