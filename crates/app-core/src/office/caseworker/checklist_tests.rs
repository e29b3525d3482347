//! The checklist: eleven things, each with its source.

use super::{CheckId, ChecklistView};
use crate::office::caseworker::state::tests::NOVEMBER;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};

#[test]
fn eleven_things_are_counted_and_the_note_of_a_re_referral_is_not() {
    let tick = |state: CaseworkerState, id| state.apply(CaseworkerEvent::Tick(id, true));
    let state = [CheckId::MyPlan, CheckId::Hearing, CheckId::ReReferral, CheckId::MyPlan]
        .into_iter()
        .fold(CaseworkerState::new(NOVEMBER), tick);
    let view = ChecklistView::of(&state);
    assert_eq!((view.title.as_str(), view.rows.len()), ("Huskeliste 2 af 11", 12));
    assert!(view.rows[11].is_optional && view.rows[11].is_done && view.rows[..11].iter().all(|row| !row.is_optional));
    let untick = state.apply(CaseworkerEvent::Tick(CheckId::MyPlan, false));
    assert_eq!(ChecklistView::of(&untick).title, "Huskeliste 1 af 11");
}

#[test]
fn each_has_its_source_or_says_that_there_is_none() {
    let rows = ChecklistView::of(&CaseworkerState::new(NOVEMBER)).rows;
    let short: Vec<String> = rows.iter().map(|row| row.short_source.replace('\u{a0}', " ")).collect();
    assert_eq!(
        short,
        [
            "Evalueringen, punkt 4",
            "Ingen paragraf fundet",
            "Indsatslov § 148",
            "Aktivlov § 73 j",
            "Indsatslov § 147",
            "Aktivlov § 73 j",
            "Indsatslov § 147",
            "Forvaltningslov § 19",
            "Retssikkerhedslov § 12",
            "Aktivlov § 73 j",
            "Forvaltningslov § 25",
            "Evalueringen, punkt 7",
        ]
    );
    assert!(rows.iter().all(|row| !row.title.is_empty() && !row.hint.is_empty() && !row.source.is_empty()));
    let none: Vec<&str> =
        rows.iter().map(|row| row.source.words()).filter(|source| source.contains("fundet")).collect();
    assert_eq!(none.len(), 2, "{none:?}");
    assert!(rows[2].url.is_some() && rows[7].url.is_none());
}
