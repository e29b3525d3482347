//! The note for the municipality's own system: its parts in their order, and what never stands in it. Word by word it is recorded
//! in `tests/pages/case-note.txt`.

use mikrolaan_engine::quantity::Date;

use super::{case_note, sections};
use crate::office::caseworker::checklist::CheckId;
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::state::tests::{NOVEMBER, sample};
use crate::office::caseworker::unknowns::tests::young;
use crate::office::caseworker::worked::WorkedCase;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};

fn note(state: &CaseworkerState) -> String {
    case_note(state, &WorkedCase::of(state), Date::new(NOVEMBER, 23).expect("a day"))
}

#[test]
fn its_parts_stand_in_their_order_and_empty_ones_are_left_out() {
    let titles = |state: &CaseworkerState| -> Vec<String> {
        let parts = sections(state, &WorkedCase::of(state), Date::new(NOVEMBER, 23).expect("a day"));
        parts.into_iter().map(|part| part.title).collect()
    };
    let state = young()
        .apply(CaseworkerEvent::Note("Nyt møde i maj.".to_owned()))
        .apply(CaseworkerEvent::Tick(CheckId::DutiesInWriting, true))
        .apply(CaseworkerEvent::TickGuidance("Gæld kan tage dit lån".to_owned(), true));
    assert_eq!(
        titles(&state),
        [
            "MIKROLÅN: VEJLEDENDE BEREGNING",
            "OPLYST",
            "VED IKKE",
            "VURDERING",
            "PENGE",
            "VEJLEDT OM",
            "AFTALT (NOTER)",
            "GÆT, IKKE OPLYST",
            "HUSKELISTE, 1 AF 11",
        ]
    );
    assert!(!titles(&CaseworkerState::new(NOVEMBER)).contains(&"AFTALT (NOTER)".to_owned()));
    let text = note(&state);
    for said in [
        "Ordningen er lukket siden 31. december 2022.",
        "Vejledning, ikke en afgørelse.",
        "Har boet i udlandet: hvis nej, 1.575 kr. mere om måneden før skat.",
        "Skal vurderes: Kan faget (§ 147): Delvist",
        "Gæld kan tage dit lån. Kommer lånet ind på din egen konto, kan Gældsstyrelsen tage det.",
        "Nyt møde i maj.",
        "Et svar mangler. Der er regnet med den laveste ydelse.",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(!text.contains('\u{a0}') && !text.contains("kr.."), "{text}");
}

#[test]
fn a_guess_is_never_among_what_was_told() {
    let text = note(&young());
    let (told, rest) = text.split_once("VED IKKE").expect("both parts");
    assert!(!told.contains("Bruger hjemme") && rest.contains("Bruger hjemme"), "{text}");
    assert!(!told.contains("Har boet i udlandet"), "{text}");
    assert!(!note(&sample(SampleCase::A)).contains("GÆT"), "an invented case says so once");
}
