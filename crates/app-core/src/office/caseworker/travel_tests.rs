//! What goes along: the case, and the notes only when that is ticked.

use mikrolaan_engine::case::{link as case_link, parse, write};
use mikrolaan_engine::quantity::Date;

use super::{file, link, opened};
use crate::office::caseworker::examples::SampleCase;
use crate::office::caseworker::scenario_columns::ColumnRow;
use crate::office::caseworker::state::tests::{NOVEMBER, in_cell, sample};
use crate::office::caseworker::unknowns::tests::young;
use crate::office::caseworker::{CaseworkerEvent, CaseworkerState};
use crate::views::opened::OpenedView;

const NOTES: &str = "Banken sagde nej på telefon.\nNyt møde i maj ~ æøå.";

fn noted() -> CaseworkerState {
    let state = young().apply(CaseworkerEvent::AddColumn);
    in_cell(&state, 1, ColumnRow::SmallJob, "10").apply(CaseworkerEvent::Note(NOTES.to_owned()))
}

fn today() -> Date {
    Date::new(NOVEMBER, 23).expect("a day")
}

fn again(text: &str) -> CaseworkerState {
    let (view, event) = opened(text, today());
    assert!(matches!(view, OpenedView::Found(_)), "{view:?}");
    sample(SampleCase::A).apply(event.expect("it can be taken"))
}

#[test]
fn link_and_file_come_back_as_the_case_and_without_the_notes() {
    let state = noted();
    let (link, file) = (link(&state).expect("short"), file(&state));
    assert!(!file.contains("Banken") && parse(file.as_bytes()).is_ok() && case_link::read(&link).is_ok());
    for text in [link, file] {
        let back = again(&text);
        assert_eq!(write(&back.state().carried()), write(&state.state().carried()));
        assert_eq!((back.notes(), back.notes_travel(), back.columns()), ("", false, 2));
        assert_eq!(back.state().skipped(), state.state().skipped());
    }
}

#[test]
fn ticked_the_notes_go_along_and_no_other_page_takes_them_for_a_case() {
    let state = noted().apply(CaseworkerEvent::LetNotesTravel(true));
    let (link, file) = (link(&state).expect("short"), file(&state));
    assert!(parse(file.as_bytes()).is_err() && case_link::read(&link).is_err());
    for text in [link.as_str(), file.as_str(), &["https://example.dk/sag#", &link].concat()] {
        let back = again(text);
        assert_eq!((back.notes(), back.notes_travel()), (NOTES, true));
        assert_eq!(write(&back.state().carried()), write(&state.state().carried()));
    }
    let empty = state.apply(CaseworkerEvent::Note(String::new()));
    assert!(parse(super::file(&empty).as_bytes()).is_ok(), "without notes it is a case");
}

#[test]
fn another_plan_is_first_in_the_file() {
    let state = noted().apply(CaseworkerEvent::UseAsPlan(1));
    let back = again(&file(&state));
    assert_eq!((back.plan_column(), back.case().scenarios[0].name.as_str()), (0, "Forløb B"));
}

#[test]
fn what_cannot_be_read_says_why_and_changes_nothing() {
    for text in ["", "hej", "v1.xxxx", "mikrolaan-sag/1", "mikrolaan-sag/1\n{}\nnoter", "~zz"] {
        let (view, event) = opened(text, today());
        assert!(matches!(view, OpenedView::Refused(reasons) if !reasons.is_empty()), "{text}");
        assert_eq!(event, None, "{text}");
    }
    let smuggled = file(&noted().apply(CaseworkerEvent::LetNotesTravel(true))).replace("Nyt", "010190-1234");
    assert_eq!(again(&smuggled).notes(), "", "a CPR number that somebody put into the file is not taken");
}
