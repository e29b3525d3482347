//! What is to be assessed: guidance, every condition with its source and its field, at most two warnings.

use mikrolaan_engine::screening::{AnswerKey, CriterionId};

use super::{AssessmentView, paragraph};
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::fields::CaseFieldId;
use crate::office::caseworker::state::tests::{NOVEMBER, sample};
use crate::office::caseworker::unknowns::tests::{answer, young};
use crate::office::caseworker::worked::WorkedCase;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};
use crate::views::glyph::Glyph;

fn view(state: &CaseworkerState) -> AssessmentView {
    AssessmentView::of(state, &WorkedCase::of(state).screening)
}

#[test]
fn what_is_to_be_assessed_names_answer_source_and_field() {
    let view = view(&young());
    assert_eq!((view.glyph, view.verdict.words()), (Glyph::Assess, "Kræver kommunens vurdering"));
    assert_eq!(view.summary, "10 af 12 betingelser ser opfyldt ud. Intet taler imod.");
    assert_eq!(view.band.len(), 12);
    assert_eq!(view.band.iter().filter(|class| **class == "is-half").count(), 2);
    assert_eq!(
        (view.assess_title.as_str(), view.met_title.as_str()),
        ("Skal vurderes: 2", "10 betingelser, der ser opfyldt ud")
    );
    let told: Vec<(&str, &str, String, CaseFieldId)> = view
        .assess
        .iter()
        .map(|row| (row.name.words(), row.answer.as_str(), row.paragraph.replace('\u{a0}', " "), row.field))
        .collect();
    assert_eq!(
        told,
        [
            ("Kan faget", "Delvist", "§ 147".to_owned(), CaseFieldId::Answer(AnswerKey::TradeSkills)),
            (
                "Plan, der kan holde",
                "Ingen skriftlig plan endnu",
                "§ 148".to_owned(),
                CaseFieldId::Answer(AnswerKey::Idea)
            ),
        ]
    );
    assert!(
        view.assess[0].source.name.contains("som den lød til 31.\u{a0}januar 2026")
            && view.assess[0].source.url.is_some()
    );
}

#[test]
fn two_warnings_are_shown_and_the_rest_is_kept() {
    let state = [(AnswerKey::WealthOverLimit, "yes"), (AnswerKey::BusinessAccount, "refused")]
        .into_iter()
        .fold(young(), |state, (key, id)| answer(&state, key, id));
    let view = view(&state);
    let titles: Vec<&str> = view.warnings.iter().map(|flag| flag.title.words()).collect();
    assert_eq!(titles, ["Virksomheden kan stoppe din ydelse", "Gæld kan tage dit lån"]);
    let more: Vec<&str> = view.more_flags.iter().map(|flag| flag.title.words()).collect();
    assert!(
        more.contains(&"Opsparing kan stoppe din ydelse") && more.contains(&"Banken har sagt nej til en konto"),
        "{more:?}"
    );
    assert!(!more.contains(&"Ordningen findes ikke i dag"), "the line above says it");
}

#[test]
fn what_speaks_against_is_counted_and_nothing_comforts() {
    let outside = view(&answer(&young(), AnswerKey::Municipality, "other"));
    assert_eq!((outside.glyph, outside.assess[0].criterion), (Glyph::No, CriterionId::Municipality));
    assert!(outside.summary.ends_with("Én taler imod."), "{}", outside.summary);
    assert!(outside.band.contains(&"is-not"));
    let empty = view(&CaseworkerState::new(NOVEMBER));
    assert_eq!((empty.glyph, empty.missing.len()), (Glyph::Unknown, 12));
    assert_eq!((empty.missing_title.as_str(), empty.met_title.as_str()), ("Mangler svar: 12", ""));
    assert!(empty.summary.ends_with("Intet taler imod indtil nu."), "{}", empty.summary);
    assert!(empty.missing.iter().all(|row| row.answer == "Ikke besvaret"));
}

#[test]
fn without_a_loan_two_conditions_do_not_apply() {
    let state = young().apply(CaseworkerEvent::Borrow(mikrolaan_engine::quantity::Money::ZERO));
    let view = view(&state);
    assert_eq!((view.not_applicable.len(), view.band.len()), (2, 10));
}

#[test]
fn a_paragraph_is_what_stands_behind_the_sign() {
    assert_eq!(paragraph("Lov om et eller andet § 147, stk. 2, som den lød"), "§ 147");
    assert_eq!(paragraph("Lov om aktiv socialpolitik § 73 j"), "§ 73 j");
    assert_eq!(paragraph("Evalueringen, punkt 7"), "");
}

#[test]
fn every_sample_can_be_assessed_and_none_is_promised_anything() {
    for one in SampleCase::ALL {
        let view = view(&sample(one));
        assert!(
            view.missing.is_empty() && view.assess.len() + view.met.len() + view.not_applicable.len() == 12,
            "{one:?}"
        );
        assert!(view.warnings.len() <= 2);
    }
}
