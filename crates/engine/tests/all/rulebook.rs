//! The rulebook as the command lists it: whole, sourced, and honest about what it does not know.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use mikrolaan_engine::case::rules;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::{
    BasisStatus, FigureId, FigureStatus, Lookup, Period, RuleId, Rulebook, Scheme, VERSION,
};
use serde_json::Value;

fn listing(month: Option<&str>) -> Value {
    let month = month.map(|text| Month::parse(text).expect("a month"));
    serde_json::from_str(&rules(month)).expect("JSON")
}

/// Each figure with its values, as listed.
fn figures(listing: &Value) -> BTreeMap<String, Vec<Value>> {
    let figures = listing["figures"].as_array().expect("figures");
    let row = |figure: &Value| {
        let id = figure["figure"].as_str().expect("an id").to_owned();
        (id, figure["values"].as_array().expect("values").clone())
    };
    figures.iter().map(row).collect()
}

#[test]
fn every_figure_has_values_without_gap_or_overlap_and_each_a_source() {
    for dated in Rulebook::embedded().figures() {
        let id = dated.id.id();
        assert!(!dated.periods.is_empty() && !dated.id.name().is_empty(), "{id}");
        for (earlier, later) in dated.periods.iter().zip(&dated.periods[1..]) {
            assert_eq!(earlier.to(), Some(later.from().plus(-1)), "{id}");
        }
        for period in dated.periods {
            assert!(period.to().is_none_or(|to| period.from() <= to), "{id}");
            assert!(!period.source.title().is_empty(), "{id}");
            let assumed = period.status == FigureStatus::Assumption;
            assert!(assumed || period.source.url().is_some(), "{id} from {}: no address", period.from());
        }
    }
}

/// A period holds a number and how many decimals of it are published; the files hold the text.
#[test]
fn a_value_is_written_as_it_stands_in_the_file() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/rulebook/figures");
    let files = fs::read_dir(folder).expect("the figures").map(|entry| entry.expect("a file").path());
    let mut rows = 0;
    for file in files {
        let figures: toml::Table = fs::read_to_string(file).expect("a text").parse().expect("TOML");
        for (id, figure) in figures {
            let written = figure["values"].as_array().expect("values").iter().map(|row| row["value"].as_str());
            let dated = Rulebook::embedded();
            let dated = dated.dated(FigureId::from_id(&id).expect("a figure"));
            let published: Vec<String> = dated.periods.iter().map(Period::published).collect();
            assert_eq!(
                written.collect::<Option<Vec<_>>>(),
                Some(published.iter().map(String::as_str).collect()),
                "{id}"
            );
            rows += published.len();
        }
    }
    assert_eq!(rows, 350);
}

#[test]
fn every_rule_says_its_words_and_where_they_stand() {
    for &id in RuleId::ALL {
        let basis = Rulebook::embedded().basis(id);
        assert_eq!(basis.rule, id);
        assert!(!basis.words().trim().is_empty(), "{}", id.id());
        let assumed = basis.status == BasisStatus::Assumption;
        assert!(assumed || (basis.source.is_some() && basis.place.is_some()), "{}", id.id());
    }
}

/// Repealed for new cases from 1 February 2026: they are quoted as they read until then.
#[test]
fn what_is_repealed_says_until_when_it_read_so() {
    let until = ", som den lød til 31. januar 2026";
    let mut found = 0;
    for basis in Rulebook::embedded().rules() {
        let place = basis.place.unwrap_or_default();
        if ["§ 147", "§ 148", "§ 73 j"].iter().any(|section| place.starts_with(section)) {
            assert!(place.ends_with(until), "{}: {place}", basis.rule.id());
            found += 1;
        }
    }
    assert_eq!(found, 7);
}

/// The order on repayment does not name a loan like this one, and a waiver is asked for: neither is law that holds by itself.
#[test]
fn a_pause_and_a_waiver_are_assumed() {
    for rule in [RuleId::RulePause, RuleId::RuleWaiver] {
        assert_eq!(Rulebook::embedded().basis(rule).status, BasisStatus::Assumption, "{}", rule.id());
    }
}

/// What a source was found for is no assumption; what only follows from the law's formula stays derived.
#[test]
fn the_taxes_of_aalborg_are_published_and_the_new_rates_of_2026_derived() {
    let rulebook = Rulebook::embedded();
    let status = |id: FigureId, month: &str| match rulebook.dated(id).at(Month::parse(month).expect("a month")) {
        Lookup::InForce(_, period) => period.status,
        _ => panic!("{} is not in force in {month}", id.id()),
    };
    for id in [FigureId::KommuneskatAalborg, FigureId::KirkeskatAalborg] {
        assert_eq!(status(id, "2025-01"), FigureStatus::Published, "{}", id.id());
        assert_eq!(status(id, "2026-12"), FigureStatus::Published, "{}", id.id());
    }
    assert_eq!(status(FigureId::KirkeskatAalborg, "2024-12"), FigureStatus::Assumption);
    assert_eq!(status(FigureId::KommuneskatAalborg, "2018-01"), FigureStatus::Derived);
    let rates = [FigureId::NyMindstesats, FigureId::NyGrundsats, FigureId::NyForhoejetSats, FigureId::NyHjemmeboende];
    assert!(rates.iter().all(|&id| status(id, "2026-01") == FigureStatus::Derived));
}

/// The note on the page follows from the notes in the files.
#[test]
fn what_is_awaited_begins_when_the_newest_values_end() {
    let rulebook = Rulebook::embedded();
    assert!(!rulebook.awaited().is_empty());
    for awaited in rulebook.awaited() {
        let before = awaited.from.plus(-1);
        assert!(rulebook.figures().iter().any(|dated| dated.periods.last().and_then(Period::to) == Some(before)));
        assert!((1..=awaited.asked_month.days()).contains(&awaited.asked_day), "{awaited:?}");
    }
}

/// Values anybody can hold against the published tables: month, figure, value.
const PUBLISHED: [(&str, &str, &str); 20] = [
    ("2017-06", "dagpenge_max", "18395"),
    ("2017-07", "dagpenge_max", "18403"),
    ("2017-07", "kth_30_forsoerger", "14808"),
    ("2020-06", "udh_udeboende", "6331"),
    ("2021-01", "kth_30_andre", "11698"),
    ("2022-12", "timefradrag", "28.66"),
    ("2023-01", "kth_u30_enlig_forsoerger", "15172"),
    ("2024-12", "kth_u30_udeboende", "7945"),
    ("2025-07", "ny_mindstesats", "6789"),
    ("2025-12", "ny_grundsats", "7205"),
    ("2025-07", "formue_enlig", "15500"),
    ("2025-06", "formue_enlig", "10000"),
    ("2026-01", "dagpenge_max", "22041"),
    ("2026-01", "personfradrag", "54100"),
    ("2026-01", "besk_fradrag_max", "63300"),
    ("2018-01", "sundhedsbidrag", "1.0"),
    ("2019-01", "sundhedsbidrag", "0"),
    ("2023-12", "atp_117", "94.65"),
    ("2024-01", "atp_117", "99.00"),
    ("2026-11", "moms_graense", "50000"),
];

#[test]
fn published_values_stand_in_their_months() {
    for (month, figure, value) in PUBLISHED {
        let found = figures(&listing(Some(month)));
        let found = found[figure][0]["value"].as_str().expect("a value");
        assert_eq!(number(found), number(value), "{figure} in {month}");
    }
}

/// The digits of a value, without the zeros that say nothing.
fn number(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

#[test]
fn a_month_of_2027_lists_the_carried_figures_as_carried() {
    let in_2026 = figures(&listing(Some("2026-12")));
    let in_2027 = figures(&listing(Some("2027-01")));
    assert_eq!(in_2026["ny_grundsats"][0]["carried"], false);
    assert_eq!(in_2027["ny_grundsats"][0]["carried"], true);
    assert_eq!(in_2027["moms_graense"][0]["carried"], false);
    assert_eq!(in_2026["ny_grundsats"][0]["value"], in_2027["ny_grundsats"][0]["value"]);
}

#[test]
fn a_month_before_a_figure_lists_no_value_for_it() {
    let before = figures(&listing(Some("2025-06")));
    assert!(before["ny_grundsats"].is_empty());
    assert_eq!(before["kth_30_andre"].len(), 1);
}

#[test]
fn the_whole_listing_has_every_figure_rule_scheme_and_source() {
    let whole = listing(None);
    assert_eq!(whole["version"], VERSION);
    assert_eq!(figures(&whole).len(), FigureId::ALL.len());
    let count = |key: &str| whole[key].as_array().map(Vec::len);
    assert_eq!(count("rules"), Some(RuleId::ALL.len()));
    assert_eq!(count("schemes"), Some(Scheme::ALL.len()));
    assert_eq!(count("sources"), Some(Rulebook::embedded().sources().len()));
    let values: usize = figures(&whole).values().map(Vec::len).sum();
    println!(
        "{} figures with {values} values, {} rules, {} sources",
        FigureId::ALL.len(),
        RuleId::ALL.len(),
        Rulebook::embedded().sources().len()
    );
}

#[test]
fn every_source_is_used_and_no_two_are_one() {
    let rulebook = Rulebook::embedded();
    let mut used: BTreeSet<&str> =
        rulebook.figures().iter().flat_map(|dated| dated.periods).map(|period| period.source.id()).collect();
    used.extend(Rulebook::embedded().rules().iter().filter_map(|basis| basis.source).map(|source| source.id()));
    for &scheme in Scheme::ALL {
        let rules = scheme.rules();
        used.extend([rules.source.id(), rules.normal_support_source.id()]);
        used.extend(rules.largest_loan_source.map(|source| source.id()));
    }
    let listed: BTreeSet<&str> = Rulebook::embedded().sources().iter().map(|source| source.id()).collect();
    assert_eq!(listed.len(), Rulebook::embedded().sources().len());
    let unused: Vec<&&str> = listed.difference(&used).collect();
    assert!(unused.is_empty(), "nothing stands on {unused:?}");
}

#[test]
fn what_a_valid_case_can_ask_for_reaches_back_to_its_first_month() {
    // What is older than the new benefit begins in July 2017 or before; the new rules in July 2025.
    let (first, reform) = (Month::parse("2017-07").expect("a month"), Month::parse("2025-07").expect("a month"));
    let rulebook = Rulebook::embedded();
    for dated in rulebook.figures() {
        let known = |month| !matches!(dated.at(month), Lookup::NotCovered);
        assert!(known(first) || known(reform), "{} begins too late", dated.id.id());
    }
}

#[test]
fn the_old_rates_end_where_the_new_begin() {
    let last_old = Month::parse("2025-06").expect("a month");
    let rulebook = Rulebook::embedded();
    for dated in rulebook.figures() {
        let id = dated.id.id();
        if id.starts_with("kth_") || id.starts_with("udh_") || id == "timefradrag" {
            assert_eq!(dated.periods.last().and_then(|period| period.to()), Some(last_old), "{id}");
        }
        if id.ends_with("_2024niveau") {
            continue; // The amount as the act prints it, from which the year's own is regulated.
        }
        if id.starts_with("ny_") || id.starts_with("fribeloeb_") || id.starts_with("indkomstloft_") {
            assert_eq!(dated.periods.first().map(|period| period.from()), Some(last_old.plus(1)), "{id}");
        }
    }
}
