//! What the embedded rulebook promises beyond what the build checks.

use super::{FigureId, Lookup, Rulebook, Scheme, Unit, figure};
use crate::quantity::{Money, Month, MonthlyHours, Rate};

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

#[test]
fn rows_stand_in_the_order_of_their_ids() {
    let rulebook = Rulebook::embedded();
    for &id in FigureId::ALL {
        assert_eq!(rulebook.dated(id).id, id);
    }
    for &scheme in Scheme::ALL {
        assert_eq!(scheme.rules().scheme, scheme);
    }
    for &rule in super::RuleId::ALL {
        assert_eq!(Rulebook::embedded().basis(rule).rule, rule);
    }
    let mut sorted = FigureId::ALL.to_vec();
    sorted.sort_by_key(|figure| figure.id());
    assert_eq!(sorted, FigureId::ALL);
}

#[test]
fn values_have_the_size_of_their_unit() {
    let rulebook = Rulebook::embedded();
    let at = month("2026-11");
    assert_eq!(figure::NY_FORHOEJET_SATS.at(&rulebook, at).map(|found| found.value), Some(Money::from_kroner(13_060)));
    assert_eq!(figure::ATP_39.at(&rulebook, at).map(|found| found.value), Some(Money::from_kroner(33)));
    assert_eq!(
        figure::BESK_FRADRAG_SATS.at(&rulebook, at).map(|found| found.value),
        Some(Rate::from_millionths(127_500))
    );
    let hours = figure::TIMEFRADRAG_MAX_TIMER.at(&rulebook, month("2020-01"));
    assert_eq!(hours.map(|found| found.value), Some(MonthlyHours::from_whole(160)));
}

#[test]
fn a_month_is_in_force_carried_or_not_covered() {
    let rulebook = Rulebook::embedded();
    let dated = rulebook.dated(FigureId::NyGrundsats);
    assert!(matches!(dated.at(month("2025-06")), Lookup::NotCovered));
    assert!(matches!(dated.at(month("2025-07")), Lookup::InForce(0, _)));
    assert!(matches!(dated.at(month("2026-12")), Lookup::InForce(1, _)));
    assert!(matches!(dated.at(month("2027-01")), Lookup::Carried(1, _)));
}

#[test]
fn a_cut_rulebook_starts_later() {
    let cut = Rulebook::embedded().without_before(FigureId::Personfradrag, month("2026-01"));
    assert!(figure::PERSONFRADRAG.at(&cut, month("2025-12")).is_none());
    assert!(figure::PERSONFRADRAG.at(&cut, month("2026-01")).is_some());
}

#[test]
fn whole_rulebook_is_there() {
    let rulebook = Rulebook::embedded();
    let rows: usize = rulebook.figures().iter().map(|dated| dated.periods.len()).sum();
    assert_eq!(rows, 350);
    assert!(
        rulebook
            .figures()
            .iter()
            .all(|dated| dated.unit != Unit::Percent || dated.periods.iter().all(|p| p.scaled <= 1_000_000))
    );
}
