//! Plans beside each other, on the example businesses.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Money, Month};

use super::{Comparison, FIRST, MOST, compare};
use crate::danish::write::{kroner, whole_kroner};
use crate::rulebook::RULEBOOK;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn told(case: &Case, chosen: &[Variant]) -> Comparison {
    compare(case, chosen).expect("the plan can be worked out")
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The rows of a card: label, value and the last note.
fn rows(told: &Comparison, card: usize) -> Vec<(String, String, String)> {
    let figures = told.cards[card].figures.iter();
    let row = |figure: &super::Figure| {
        (plain(&figure.label), plain(&figure.value), figure.notes.last().map(|note| plain(note)).unwrap_or_default())
    };
    figures.map(row).collect()
}

#[test]
fn every_change_has_a_card_whose_rows_line_up() {
    for &id in ExampleId::ALL {
        let case = example(id, AS_OF);
        for &variant in Variant::ALL {
            let told = told(&case, &[variant]);
            if told.cards.len() == 1 {
                assert!(!told.others.contains(&variant), "{id:?} {variant:?} changes nothing and is not offered");
                continue;
            }
            let labels = |card: usize| rows(&told, card).into_iter().map(|(label, ..)| label).collect::<Vec<_>>();
            assert_eq!(labels(0), labels(1), "{id:?} {variant:?}");
            assert!(!told.cards[1].hint.is_empty() && !told.lead[0].is_empty(), "{id:?} {variant:?}");
            assert!(told.lead[0].ends_with('.') && !told.lead[0].contains(".."), "{:?}", told.lead);
        }
    }
}

#[test]
fn differences_are_counted_from_the_rounded_figures() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, &[Variant::Cautious]);
    let low = |index: usize| {
        let mut case = case.clone();
        case.scenarios.extend(case.variant(&RULEBOOK, 0, Variant::Cautious));
        let figures = case.simulate(&RULEBOOK, index).expect("worked out").key_figures;
        figures.lowest_household.expect("a month").balance
    };
    let less = low(0).rounded_kroner() - low(1).rounded_kroner();
    assert!(less > 0);
    let (label, value, note) = rows(&told, 1)[1].clone();
    assert_eq!((label.as_str(), value), ("Lavest på kontoen", plain(&kroner(low(1)))));
    assert_eq!(note, plain(&format!("{} mindre end din plan", kroner(Money::from_kroner(less)))));
    assert!(plain(&told.lead[0]).starts_with("Med 20 % mindre omsætning er der "), "{:?}", told.lead);
}

#[test]
fn a_change_that_fills_the_hole_is_said_first() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, &[Variant::SmallJob15]);
    assert_eq!(plain(&told.lead[0]), "Med 15 timers småjob slipper du for underskud i 2 måneder.");
    assert_eq!(rows(&told, 1)[0].1, "Ingenting");
}

#[test]
fn a_plan_that_would_become_short_says_when() {
    let mut case = example(ExampleId::JewelleryWebShop, AS_OF);
    case.scenarios[0].household.savings = Money::from_kroner(20_000);
    let told = told(&case, &[Variant::WithoutSmallJob]);
    assert!(plain(&told.lead[0]).starts_with("Uden småjob mangler der penge første gang i "), "{:?}", told.lead);
}

#[test]
fn a_business_that_closes_says_what_becomes_of_the_loan() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, &[Variant::Closes]);
    let notes: Vec<String> = told.cards[1].notes.iter().map(|note| plain(&note.text)).collect();
    assert!(notes[0].starts_with("Vi regner med pause fra "), "{notes:?}");
    assert!(notes[0].ends_with(", mens du får ydelse. Spørg kommunen."), "{notes:?}");
    assert!(notes[1].starts_with("Du skylder stadig ") && notes[1].contains("eftergivelse"), "{notes:?}");
    assert!(told.cards[1].notes.iter().all(|note| note.source.0.contains('§') && note.source.1.is_some()));
    assert!(told.cards[1].notes.iter().all(|note| note.source.2 == "Antagelse"), "a pause is not the law's");
    assert!(told.cards[0].notes.is_empty());
}

#[test]
fn every_month_of_every_plan_stands_in_the_table() {
    let case = example(ExampleId::Courier, AS_OF);
    let told = told(&case, &FIRST);
    assert_eq!((told.cards.len(), told.table.plans.len()), (3, 3));
    let own = case.simulate(&RULEBOOK, 0).expect("worked out");
    assert_eq!(told.table.rows.len(), own.months.len());
    for (row, lines) in told.table.rows.iter().zip(&own.months) {
        assert_eq!(row.cells.len(), 6);
        assert_eq!(row.cells[1].text, whole_kroner(lines.household.closing));
    }
    for (line, card) in told.balances.lines.iter().zip(&told.cards) {
        assert_eq!((line.letter, line.amounts.len()), (card.letter, own.months.len()));
    }
}

#[test]
fn there_is_room_for_four_and_every_picture_has_the_same_scale() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, Variant::ALL);
    assert_eq!(told.cards.len(), MOST);
    let highest = told.cards.iter().flat_map(|card| &card.picture.months).map(|month| month.income().max(month.cost));
    assert_eq!(Some(told.highest), highest.max());
    assert_eq!(told.others.len(), Variant::ALL.len() - (MOST - 1));
}

#[test]
fn an_ordinary_job_has_no_business_and_no_loan() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, &[Variant::OrdinaryJob]);
    let rows = rows(&told, 1);
    assert_eq!(rows[4].1, "Ingen virksomhed");
    assert!(rows[2].2.starts_with("I november 2028 får du stadig "), "why it is not self-supporting: {rows:?}");
    assert_eq!(rows[5].1, "Ingenting");
    assert!(told.legend.iter().any(|(_, name)| *name == "Småjob eller job"));
}

#[test]
fn without_a_plan_there_is_nothing_to_compare() {
    assert_eq!(compare(&Case::new(AS_OF), &FIRST), Err(Vec::new()));
}
