//! What the screen shows first of the money, and that it comforts nobody falsely.

use super::{CaseworkerView, PlanMoney};
use crate::forms::inputs;
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::scenario_columns::ColumnRow;
use crate::office::caseworker::sentence::{SentencePart, small_job};
use crate::office::caseworker::state::tests::{NOVEMBER, in_cell, sample, written};
use crate::office::caseworker::unknowns::tests::young;
use crate::office::caseworker::worked::WorkedCase;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn the_sentence_names_how_long_and_how_much_and_leads_to_the_figure() {
    let view = CaseworkerView::of(&sample(SampleCase::A));
    assert_eq!(plain(&view.money.text()), "Penge til og med november 2027. I december 2027 mangler 1.779 kr.");
    let PlanMoney::Said(sentence, said) = &view.money else { panic!("it can be said") };
    let figure = sentence.parts.iter().find_map(|part| match part {
        SentencePart::Figure(text, figure) => Some((plain(text), figure.column)),
        SentencePart::Words(_) => None,
    });
    assert_eq!(figure, Some(("1.779 kr.".to_owned(), Some(0))));
    assert!(sentence.is_short && sentence.condition.is_empty());
    assert_eq!(
        sentence.notes.iter().map(|note| plain(note)).collect::<Vec<_>>(),
        ["Støtten slutter 30. september 2027."]
    );
    assert_eq!(said.picture.months.len(), 24);
}

#[test]
fn while_something_is_a_guess_or_not_known_the_sentence_says_so() {
    let PlanMoney::Said(sentence, _) = CaseworkerView::of(&young()).money else { panic!("it can be said") };
    assert!(plain(&sentence.condition).starts_with("Hvis du bruger "), "{}", sentence.condition);
    assert_eq!(sentence.notes[0], "Et svar mangler. Der er regnet med den laveste ydelse.");
    let own = written(&young(), &inputs::LIVING_COSTS, "8.205");
    let PlanMoney::Said(sentence, _) = CaseworkerView::of(&own).money else { panic!("it can be said") };
    assert_eq!(sentence.condition, "");
}

/// The fewest hours with which a search by hand finds enough, and half an hour less is not.
#[test]
fn the_small_job_that_is_enough_is_enough() {
    let state = sample(SampleCase::A);
    let line = small_job(&WorkedCase::of(&state)).expect("money is missing");
    assert_eq!(plain(&line), "Med 7 timers småjob om ugen fra oktober 2027 til 145 kr. i timen er der nok hver måned.");
    assert_eq!(small_job(&WorkedCase::of(&sample(SampleCase::C))), None, "nothing is missing");
    let more = in_cell(&state, 0, ColumnRow::Home, "40.000");
    let line = small_job(&WorkedCase::of(&more)).expect("money is missing");
    assert!(line.contains("mangler der stadig") && line.ends_with("når det er værst."), "{line}");
}

#[test]
fn what_is_missing_is_asked_for_and_samples_are_offered() {
    let view = CaseworkerView::of(&CaseworkerState::new(NOVEMBER));
    let PlanMoney::Asked(words, samples) = &view.money else { panic!("{:?}", view.money) };
    assert!(words.starts_with("Skriv, hvad du får"), "{words}");
    assert_eq!(samples, &[SampleCase::B, SampleCase::C]);
    assert!(view.unknowns.is_empty() && view.trace.is_none());
    let no_age = sample(SampleCase::A).apply(CaseworkerEvent::Of(crate::state::event::Event::Answer(
        mikrolaan_engine::screening::AnswerKey::Age,
        crate::state::event::GivenAnswer::Unknown,
    )));
    assert_eq!(CaseworkerView::of(&no_age).money.text(), "Skriv din alder. Din ydelse afhænger af den.");
}
