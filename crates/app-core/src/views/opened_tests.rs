//! What is in a file or a link, and what is wrong with one, in words.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::case::{Case, write};
use mikrolaan_engine::quantity::{Date, Month};

use super::{FoundCase, MOST_TOLD, OpenedView};
use crate::state::State;

const NOVEMBER: Month = Month::new(2026, 11).expect("a month");

fn today() -> Date {
    Date::parse("2026-11-27").expect("a day")
}

fn hairdresser() -> Case {
    example(ExampleId::Hairdresser, Month::new(2026, 9).expect("a month"))
}

fn found(text: &str) -> FoundCase {
    match OpenedView::of_text(text, today()) {
        OpenedView::Found(found) => *found,
        OpenedView::Refused(problems) => panic!("{text:?}: {problems:?}"),
    }
}

fn refused(text: &str) -> Vec<String> {
    match OpenedView::of_text(text, today()) {
        OpenedView::Refused(problems) => problems,
        OpenedView::Found(found) => panic!("{text:?}: {:?}", found.rows),
    }
}

fn rows(found: &FoundCase) -> Vec<String> {
    found.rows.iter().map(|(what, words)| format!("{what}: {words}")).collect()
}

#[test]
fn a_file_a_link_and_an_address_tell_the_same() {
    let state = State::of_case(hairdresser(), hairdresser().as_of);
    let link = state.link(false).expect("short");
    let told = rows(&found(&write(&state.carried())));
    assert_eq!(told[0], "Skrevet i: september 2026");
    assert!(told.iter().any(|row| row.starts_with("Alder: ") && row.ends_with("år")), "{told:?}");
    assert!(told.iter().any(|row| row == "Planer: 1") && told.iter().any(|row| row.starts_with("Lån: ")), "{told:?}");
    let broken = format!("{}\n {}", &link[..40], &link[40..]);
    let address = format!("  Se her: https://example.dk/beregner/{link}\n");
    for text in [link.as_str(), link.trim_start_matches('#'), &address, &broken] {
        assert_eq!(rows(&found(text)), told, "{text}");
    }
    assert_eq!(found(&link).state.case().as_of, NOVEMBER);
}

#[test]
fn what_somebody_has_not_answered_is_told_as_that() {
    let told = rows(&found(&State::new(NOVEMBER).link(false).expect("short")));
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let answered = ["Alder", "Du lever af", "Idé"].map(|what| format!("{what}: Ikke besvaret"));
    assert_eq!(told[1..], [&answered[0], &answered[1], &answered[2], "Planer: 0"]);
}

#[test]
fn what_is_no_case_is_told() {
    assert_eq!(refused(" \n"), ["Der står ikke noget."]);
    for text in ["hej", "https://example.dk/", "#/tag-med", "0101701234"] {
        assert_eq!(refused(text), ["Det er hverken et link eller en sagsfil herfra."], "{text}");
    }
    assert_eq!(refused("{\"a\": "), ["Filen er ikke en sagsfil herfra, eller den er i stykker."]);
    assert_eq!(refused("v2.abc"), ["Det er fra en nyere udgave af siden. Den her kan ikke læse det."]);
    let link = State::new(NOVEMBER).link(false).expect("short");
    assert!(refused(&link[..link.len() - 1])[0].starts_with("Linket er ikke helt."));
    assert_eq!(refused(&format!("v1.{}", "A".repeat(9_000))), ["Linket er for langt."]);
}

#[test]
fn every_error_of_a_file_is_told_with_the_field_it_is_about() {
    let file = write(&hairdresser());
    let wrong = |from: &str, to: &str| {
        assert!(file.contains(from), "{from}: {file}");
        refused(&file.replacen(from, to, 1))
    };
    assert_eq!(wrong("\"age\": ", "\"age\": 1")[0], "Hvor gammel er du?: Tallet skal være fra 0 til 120.");
    let unknown = wrong("\"answers\": {", "\"answers\": {\n    \"navn\": \"x\",");
    assert_eq!(unknown, ["»navn«: Det kender siden ikke."]);
    let two = refused(&file.replacen("\"age\": ", "\"age\": 1", 1).replacen("\"savings\": \"", "\"savings\": \"x", 1));
    assert_eq!(two.len(), 2);
    assert!(two[1].ends_with(": Det, der står, kan ikke læses."), "{two:?}");
    let newer = refused(&file.replacen("\"format\": \"", "\"format\": \"x", 1));
    assert_eq!(newer, ["Det er fra en nyere udgave af siden. Den her kan ikke læse det."]);
    let keys: String = (0..40).map(|number| format!("\"k{number}\": 1,")).collect();
    let many = refused(&file.replacen("\"answers\": {", &format!("\"answers\": {{{keys}"), 1));
    assert_eq!((many.len(), many[MOST_TOLD].as_str()), (MOST_TOLD + 1, "Der er flere fejl."));
}

#[test]
fn a_key_is_short_and_shows_what_cannot_be_seen() {
    let told = refused(&write(&hairdresser()).replacen("{", &format!("{{\"a\u{202e}{}\": 1,", "b".repeat(500)), 1));
    assert!(told[0].contains('\u{fffd}') && told[0].contains('…') && told[0].chars().count() < 80, "{told:?}");
}

#[test]
fn what_was_kept_is_told_with_its_day() {
    let text = State::of_case(hairdresser(), NOVEMBER).kept_copy(today()).expect("a text");
    let told = rows(&found(&text));
    assert_eq!(told[0], "Gemt: 27.\u{a0}november 2026");
    assert!(told.contains(&"Planer: 1".to_owned()));
}

#[test]
fn a_name_that_looks_like_a_cpr_number_is_left_out_and_told() {
    let mut case = hairdresser();
    case.scenarios[0].name = "Jens 010190-1234".to_owned();
    case.scenarios[0].business.as_mut().expect("a business").setup_costs[0].label = "0101901234".to_owned();
    let found = found(&write(&case));
    assert_eq!(rows(&found).last().map(String::as_str), Some("Ikke taget med: Et navn, der ligner et CPR-nummer"));
    let taken = &found.state.case().scenarios[0];
    let label = &taken.business.as_ref().expect("a business").setup_costs[0].label;
    assert_eq!((taken.name.as_str(), label.as_str()), ("Uden navn", "Uden navn"));
    assert!(!found.state.kept().expect("little").contains("010190"));
}
