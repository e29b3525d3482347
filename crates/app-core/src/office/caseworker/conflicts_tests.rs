//! Every kind of difference is told about the citizen, and what a button says then holds in answer and plan.

use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::ScenarioField as F;

use super::case_conflicts;
use crate::forms::inputs;
use crate::office::caseworker::CaseworkerEvent;
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::state::tests::{sample, written};
use crate::state::event::{Event, GivenAnswer};

fn chosen(key: AnswerKey, word: &'static str) -> CaseworkerEvent {
    CaseworkerEvent::Of(Event::Answer(key, GivenAnswer::Chosen(word)))
}

#[test]
fn an_invented_case_has_none() {
    for which in SampleCase::ALL {
        assert_eq!(case_conflicts(&sample(which)), [], "{}", which.letter());
    }
}

#[test]
fn what_a_button_says_holds_in_both() {
    let state = sample(SampleCase::A)
        .apply(chosen(AnswerKey::WillTakeCourse, "done"))
        .apply(chosen(AnswerKey::BusinessAccount, "open"));
    let [loan, course, account] =
        [(&inputs::PRINCIPAL, "30.000"), (&inputs::COURSE_MONTHS, "3"), (&inputs::ACCOUNT_WAIT_MONTHS, "2")];
    let apart = [loan, course, account].into_iter().fold(state, |state, (input, text)| written(&state, input, text));
    let told: Vec<String> = case_conflicts(&apart).into_iter().map(|found| found.text).collect();
    assert_eq!(
        told.iter().map(|text| text.replace('\u{a0}', " ")).collect::<Vec<_>>(),
        [
            "Borgeren har svaret, at lånet skal være 45.000 kr. I planen er det 30.000 kr.",
            "Borgeren har svaret, at kurset er taget. I planen varer det 3 måneder.",
            "Borgeren har svaret, at kontoen er åben. I planen venter borgeren 2 måneder på den.",
        ]
    );
    for side in 0..2 {
        let mut settled = apart.clone();
        while let Some(first) = case_conflicts(&settled).into_iter().next() {
            settled = settled.apply(first.sides[side].1.clone());
        }
        let plan = &settled.case().scenarios[0];
        let loan = plan.loan.as_ref().expect("a loan").principal.oere() / 100;
        let expected = [(45_000, 0, 0), (30_000, 3, 2)][side];
        assert_eq!((loan, plan.course_months, plan.account_wait_months), expected);
    }
}

#[test]
fn the_other_way_round_the_buttons_are_too() {
    let state = sample(SampleCase::A)
        .apply(chosen(AnswerKey::WillTakeCourse, "yes"))
        .apply(chosen(AnswerKey::BusinessAccount, "none"));
    let apart = [(&inputs::COURSE_MONTHS, "0"), (&inputs::ACCOUNT_WAIT_MONTHS, "0")]
        .into_iter()
        .fold(state, |state, (input, text)| written(&state, input, text));
    let labels: Vec<[String; 2]> =
        case_conflicts(&apart).into_iter().map(|found| found.sides.map(|(label, _)| label)).collect();
    let expected = [["Kurset kommer", "Kurset er taget"], ["Kontoen er ikke åben", "Kontoen er åben"]];
    assert_eq!(labels, expected.map(|pair| pair.map(str::to_owned)));
    assert!(F::ALL.contains(&F::CourseMonths));
}
