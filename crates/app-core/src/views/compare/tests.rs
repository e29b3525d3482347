//! Plans beside each other, on the example businesses.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::case::{Case, Obstacle};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Money, Month};

use super::{CompareView, ComparisonView, LETTERS, MOST, Unwritten, add_id, title_id};
use crate::locale::write::{kroner, whole_kroner};
use crate::rulebook::RULEBOOK;
use crate::state::FIRST_COMPARED as FIRST;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn view(case: &Case, chosen: &[Variant]) -> CompareView {
    CompareView::of(case, &evaluate(case, &RULEBOOK, 0), chosen)
}

fn told(case: &Case, chosen: &[Variant]) -> ComparisonView {
    let CompareView::Compared(told) = view(case, chosen) else { panic!("the plan can be compared") };
    *told
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The row of a card with this label: its value and its notes.
fn row(told: &ComparisonView, card: usize, label: &str) -> (String, Vec<String>) {
    let found = told.cards[card].figures.iter().find(|figure| figure.label == label);
    let figure = found.unwrap_or_else(|| panic!("no row {label}"));
    (plain(&figure.value), figure.notes.iter().map(|note| plain(note)).collect())
}

/// The sentences about a plan that is compared with the person's own.
fn said(told: &ComparisonView, card: usize) -> String {
    let name = [&told.cards[card].title, ": "].concat();
    told.lead[card].strip_prefix(&name).map(plain).unwrap_or_else(|| panic!("{} begins with {name}", told.lead[card]))
}

/// The rows of a card: label, value and the last note.
fn rows(told: &ComparisonView, card: usize) -> Vec<(String, String, String)> {
    let figures = told.cards[card].figures.iter();
    let row = |figure: &super::KeyFigure| {
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
                assert!(
                    told.others.iter().all(|other| other.variant != variant),
                    "{id:?} {variant:?} changes nothing and is not offered"
                );
                continue;
            }
            let labels = |card: usize| rows(&told, card).into_iter().map(|(label, ..)| label).collect::<Vec<_>>();
            assert_eq!(labels(0), labels(1), "{id:?} {variant:?}");
            assert!(!told.cards[1].hint.is_empty() && told.lead.len() == 2, "{id:?} {variant:?}");
            for (card, lead) in told.cards.iter().zip(&told.lead) {
                assert!(lead.starts_with(card.title.words()), "{lead}");
                assert!(lead.ends_with('.') && !lead.contains(".."), "{lead}");
            }
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
    let (value, notes) = row(&told, 1, "Laveste saldo");
    assert_eq!(value, plain(&kroner(low(1))));
    let apart = |words| plain(&format!("{} {words} end i din plan", kroner(Money::from_kroner(less))));
    assert_eq!(notes.last(), Some(&apart("mindre")));
    // How far below zero the account gets is all that is called missing: the same difference, the other way.
    let missing = plain(&kroner(-low(1)));
    assert_eq!(row(&told, 1, "Mangler i alt").0, missing);
    assert!(said(&told, 1).starts_with(&format!("Du mangler i alt {missing}, første gang i ")), "{:?}", told.lead);
    assert!(said(&told, 1).ends_with(&format!("Det er {}.", apart("mere"))), "{:?}", told.lead);
}

#[test]
fn a_change_that_closes_the_gap_is_said_first() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, &[Variant::SmallJob15]);
    assert!(said(&told, 0).starts_with("Du mangler i alt "), "{:?}", told.lead);
    assert!(said(&told, 1).starts_with("Kontoen kommer ikke under nul."), "{:?}", told.lead);
    assert_eq!(row(&told, 1, "Mangler i alt").0, "Ingenting");
}

#[test]
fn the_first_columns_are_the_plan_the_job_that_is_enough_and_the_benefit() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, &FIRST);
    let titles: Vec<&str> = told.cards.iter().map(|card| card.title.words()).collect();
    assert_eq!(titles, ["Din plan", "Småjob: nok hver måned", "På ydelsen i stedet"]);
    assert_eq!(row(&told, 1, "Mangler i alt").0, "Ingenting");
    assert_eq!(plain(&told.lead[1]).matches("minus").count(), 0, "nothing is left that is too little: {:?}", told.lead);
    assert!(plain(&told.months).contains("14 måneder efter støtten"), "{}", told.months);
    // Who has no benefit has none to stay on, and still a job that is enough or a plan that is.
    let told = self::told(&example(ExampleId::Copywriter, AS_OF), &FIRST);
    assert!(told.cards.iter().all(|card| card.variant != Some(Variant::StayOnBenefit)));
    assert!(told.others.iter().all(|other| other.variant != Variant::StayOnBenefit));
}

#[test]
fn a_job_that_is_not_enough_says_so_and_what_is_still_missing() {
    let mut case = example(ExampleId::Hairdresser, AS_OF);
    case.scenarios[0].household.living_costs = Money::from_kroner(60_000);
    let told = told(&case, &FIRST);
    assert_eq!(told.cards[1].title, "Småjob: hjælper, men er ikke nok");
    let lead = plain(&told.lead[1]);
    assert!(
        lead.contains("Du mangler i alt ") && lead.contains("Intet antal timer op til 37 om ugen er nok."),
        "{lead}"
    );
    assert_eq!(row(&told, 1, "Klarer dig selv fra").0, "Ikke inden november 2028");
}

#[test]
fn where_a_job_comes_too_late_the_plan_says_that_it_does_not_help() {
    // Everything is missing before the support ends: the subsidy is far below what it costs to live.
    let mut case = example(ExampleId::Hairdresser, AS_OF);
    let scenario = &mut case.scenarios[0];
    scenario.household.savings = Money::ZERO;
    scenario.business.as_mut().expect("a business").own_contribution = Money::from_kroner(40_000);
    scenario.household.other_income = Money::from_kroner(40_000);
    scenario.household.living_costs = Money::from_kroner(38_000);
    scenario.course_months = 0;
    scenario.account_wait_months = 0;
    let told = told(&case, &FIRST);
    assert!(told.cards.iter().all(|card| card.variant != Some(Variant::EnoughJob)), "{:?}", told.lead);
    assert!(said(&told, 0).ends_with("Et småjob efter støtten hjælper ikke på det."), "{:?}", told.lead);
}

#[test]
fn more_hours_are_never_called_less_money() {
    // The web shop's plan has a job of 20 hours: 10 more are 30, and never 10 in its place.
    for &id in ExampleId::ALL {
        let case = example(id, AS_OF);
        for variant in [Variant::SmallJob5, Variant::SmallJob10, Variant::SmallJob15, Variant::EnoughJob] {
            let told = told(&case, &[variant]);
            let Some(card) = told.cards.get(1) else { continue };
            assert!(card.hint.contains(" mere om ugen fra "), "{}", card.hint);
            for label in ["Laveste saldo", "På kontoen til sidst"] {
                let (_, notes) = row(&told, 1, label);
                assert!(!notes.iter().any(|note| note.contains("mindre")), "{id:?} {variant:?} {label}: {notes:?}");
            }
            assert!(!said(&told, 1).contains("mindre på kontoen"), "{id:?} {variant:?}: {:?}", told.lead);
        }
    }
}

#[test]
fn an_account_that_comes_later_is_never_called_better() {
    for &id in ExampleId::ALL {
        for living_costs in (4_000..20_000).step_by(800) {
            let mut case = example(id, AS_OF);
            case.scenarios[0].household.living_costs = Money::from_kroner(living_costs);
            let told = told(&case, &[Variant::AccountLater]);
            let place = format!("{id:?} {living_costs}: {:?}", told.lead);
            for label in ["Laveste saldo", "På kontoen til sidst"] {
                let (_, notes) = row(&told, 1, label);
                assert!(!notes.iter().any(|note| note.contains(" mere end ")), "{place} {notes:?}");
            }
            let [own, later] = [0, 1].map(|card| said(&told, card));
            assert!(!later.contains("er der") || !later.contains(" mere end i din plan."), "{place}");
            if own.contains("Du mangler") {
                assert!(!later.contains("Kontoen kommer ikke under nul."), "{place}");
                assert!(
                    !later.contains(" mindre end i din plan.") || later.contains("efter støtten får du"),
                    "{place}"
                );
            }
            let [before, after] = [0, 1].map(|card| row(&told, card, "Klarer dig selv fra"));
            let needs = after.1.iter().any(|note| note.starts_with("Det kræver "));
            assert!(needs || !before.0.starts_with("Ikke") || after.0.starts_with("Ikke"), "{place} {after:?}");
        }
    }
}

#[test]
fn months_that_only_another_plan_has_stand_in_the_table_and_are_empty_in_the_others() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, &[Variant::AccountLater, Variant::ShortSupport]);
    assert_eq!(told.table.rows.len(), 28);
    let count = |plan: usize| told.table.rows.iter().filter(|row| !row.cells[2 * plan].text.is_empty()).count();
    assert_eq!([0, 1, 2].map(count), [24, 28, 21]);
    assert_eq!(told.accounts.months.len(), 28, "the longest names the months");
    assert_eq!(told.accounts.balances.lines.iter().map(|line| line.amounts.len()).collect::<Vec<_>>(), [24, 28, 21]);
    assert_eq!(told.accounts.months.len(), 28, "the longest names the months");
    assert!(plain(&told.accounts.text).contains("til marts 2029"), "{}", told.accounts.text);
}

#[test]
fn a_plan_that_would_become_short_says_when() {
    let mut case = example(ExampleId::JewelleryWebShop, AS_OF);
    case.scenarios[0].household.savings = Money::from_kroner(20_000);
    let told = told(&case, &[Variant::WithoutSmallJob]);
    assert!(!said(&told, 0).contains("mangler"), "{:?}", told.lead);
    assert!(said(&told, 1).starts_with("Du mangler i alt "), "{:?}", told.lead);
    assert!(said(&told, 1).contains(" kr., første gang i "), "{:?}", told.lead);
}

#[test]
fn a_business_that_closes_says_what_becomes_of_the_loan() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, &[Variant::Closes]);
    let notes: Vec<String> = told.cards[1].notes.iter().map(|note| plain(&note.text)).collect();
    assert!(notes[0].starts_with("Vi regner med pause fra "), "{notes:?}");
    assert!(notes[0].ends_with(", mens du får ydelse. Spørg kommunen."), "{notes:?}");
    assert!(notes[1].starts_with("Du skylder stadig ") && notes[1].contains("eftergivelse"), "{notes:?}");
    assert!(told.cards[1].notes.iter().all(|note| note.source.name.contains('§') && note.source.url.is_some()));
    assert!(told.cards[1].notes.iter().all(|note| note.source.tag == "Antagelse"), "a pause is not the law's");
    assert!(told.cards[0].notes.is_empty());
}

#[test]
fn every_month_of_every_plan_stands_in_the_table() {
    let case = example(ExampleId::Courier, AS_OF);
    let told = told(&case, &[Variant::SmallJob10, Variant::StayOnBenefit]);
    assert_eq!((told.cards.len(), told.table.plans.len()), (3, 3));
    let own = case.simulate(&RULEBOOK, 0).expect("worked out");
    assert_eq!(told.table.rows.len(), own.months.len());
    for (row, lines) in told.table.rows.iter().zip(&own.months) {
        assert_eq!(row.cells.len(), 6);
        assert_eq!(row.cells[1].text, whole_kroner(lines.household.closing));
    }
    let named = told.accounts.legend.iter().map(|item| (item.letter, item.name));
    assert_eq!((told.cards[0].class(), told.cards[1].class()), ("card plan plan--own", "card plan"));
    assert!(told.cards.iter().all(|card| card.id("plan") == title_id(card.letter)));
    assert!(named.eq(told.cards.iter().map(|card| (Some(card.letter), card.title))), "{:?}", told.accounts.legend);
    for (line, card) in told.accounts.balances.lines.iter().zip(&told.cards) {
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
    assert!(told.is_full && told.add_hint.contains('4') && told.next_id().is_empty(), "{}", told.add_hint);
}

#[test]
fn the_next_plan_comes_last() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    for count in 0..FIRST.len() {
        let told = told(&case, &FIRST[..count]);
        assert!(!told.is_full && !told.add_hint.contains('4'), "{}", told.add_hint);
        assert_eq!((told.cards.len(), told.next_id()), (count + 1, title_id(LETTERS[count + 1])));
    }
}

#[test]
fn an_ordinary_job_has_no_business_and_no_loan() {
    let case = example(ExampleId::Hairdresser, AS_OF);
    let told = told(&case, &[Variant::OrdinaryJob]);
    assert_eq!(row(&told, 1, "Overskud i en normal måned").0, "Ingen virksomhed");
    let (value, notes) = row(&told, 1, "Klarer dig selv fra");
    assert_eq!(value, "Ikke inden november 2028");
    assert!(notes[0].starts_with("I november 2028 får du stadig "), "why it is not self-supporting: {notes:?}");
    assert_eq!(row(&told, 1, "Skylder til sidst").0, "Ingenting");
    assert!(told.legend.iter().any(|item| item.name == "Småjob eller job"));
}

#[test]
fn nothing_is_compared_while_a_figure_is_not_known() {
    let mut case = example(ExampleId::Hairdresser, AS_OF);
    assert!(matches!(view(&case, &FIRST), CompareView::Compared(_)));
    case.scenarios[0].household.living_costs = Money::ZERO;
    assert_eq!(view(&case, &FIRST), CompareView::Unwritten(Unwritten::LivingCosts));
    case.scenarios[0].household.living_costs = Money::from_kroner(14_400);
    case.scenarios[0].business.as_mut().expect("a business").revenue = Default::default();
    assert_eq!(view(&case, &FIRST), CompareView::Unwritten(Unwritten::Revenue));
    (case.answers.support, case.scenarios[0].benefit) = (None, None);
    assert_eq!(view(&case, &FIRST), CompareView::CannotCalculate(vec![Obstacle::NoBenefit]));
}

#[test]
fn the_bars_of_more_than_three_years_are_thin_and_each_change_is_added_by_its_own_button() {
    let classes = |months: u32| {
        let mut case = example(ExampleId::Hairdresser, AS_OF);
        case.scenarios[0].months = months;
        told(&case, &[]).cards[0].chart_class()
    };
    assert_eq!([36, 37].map(classes), ["chart plan__chart", "chart plan__chart plan__chart--long"]);
    assert_eq!([Variant::EnoughJob, Variant::Closes].map(add_id), ["add-enough_job", "add-closes"]);
}

#[test]
fn an_amount_below_zero_is_marked_in_the_table_and_no_other() {
    let mut case = example(ExampleId::Hairdresser, AS_OF);
    case.scenarios[0].household.living_costs = Money::from_kroner(15_000);
    let cells: Vec<_> = told(&case, &[]).table.rows.into_iter().flat_map(|row| row.cells).collect();
    let (below, others): (Vec<_>, Vec<_>) = cells.into_iter().partition(|cell| cell.text.starts_with('−'));
    assert!(below.iter().all(|cell| cell.class == "num is-negative") && !below.is_empty(), "{below:?}");
    assert!(others.iter().all(|cell| cell.class == "num") && !others.is_empty(), "{others:?}");
    let nothing = super::table::cell(Money::ZERO);
    assert_eq!((nothing.text.as_str(), nothing.class), ("0", "num"));
}
