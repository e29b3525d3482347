//! The months as one list.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::simulation::Scenario;

use super::{ListRow, MonthList};
use crate::navigation::Route;
use crate::rulebook::RULEBOOK;
use crate::views::months::Said;

const AS_OF: Month = Month::new(2026, 11).expect("a month");

fn said(id: ExampleId, change: impl FnOnce(&mut Scenario)) -> Said {
    let mut case = example(id, AS_OF);
    change(case.scenarios.first_mut().expect("an example has a scenario"));
    Said::of(&evaluate(&case, &RULEBOOK, 0).expect("worked out"))
}

fn rows(list: &MonthList) -> Vec<&ListRow> {
    list.phases.iter().flat_map(|phase| &phase.rows).collect()
}

#[test]
fn it_says_of_every_month_what_the_table_says() {
    for &id in ExampleId::ALL {
        let said = said(id, |_| {});
        let table: Vec<_> = said.months.groups.iter().flat_map(|group| &group.rows).collect();
        let list = rows(&said.list);
        assert_eq!((list.len(), said.list.months), (table.len(), table.len()));
        for (at, (row, line)) in list.iter().zip(&table).enumerate() {
            assert_eq!((row.at, &row.heard, row.page), (at, &line.month, line.page));
            assert_eq!([&row.left.text, &row.account.text], [&line.cells[2].text, &line.cells[3].text]);
            assert!(matches!(row.page, Route::Trace(_, None)));
        }
        for (phase, group) in said.list.phases.iter().zip(&said.months.groups) {
            assert_eq!(phase.title, group.title);
            let last = group.rows.last().expect("a phase has months");
            assert_eq!(phase.account.text, last.cells[3].text, "as it stands when the phase ends");
            assert!(phase.span.starts_with(&group.rows[0].month) && phase.span.ends_with(&last.month));
        }
    }
}

/// The hairdresser's account is below zero in December 2027 for the first time: the 14th month.
#[test]
fn the_months_around_the_first_that_is_short_are_open() {
    let list = said(ExampleId::Hairdresser, |_| {}).list;
    let worst: Vec<&str> = rows(&list).iter().filter(|row| row.worst).map(|row| row.heard.as_str()).collect();
    assert_eq!(worst, ["dec 2027"]);
    let near: Vec<&str> = rows(&list).iter().filter(|row| row.near).map(|row| row.heard.as_str()).collect();
    assert_eq!(near, ["okt 2027", "nov 2027", "dec 2027", "jan 2028", "feb 2028"]);
    assert_eq!(list.phases.iter().map(super::ListPhase::is_near).filter(|&near| near).count(), 1);
}

#[test]
fn with_nothing_short_it_is_the_month_with_least() {
    let said = said(ExampleId::JewelleryWebShop, |scenario| scenario.household.savings = Money::from_kroner(40_000));
    let lowest = said.picture.lowest.as_ref().expect("a month").month;
    let worst: Vec<usize> = rows(&said.list).iter().filter(|row| row.worst).map(|row| row.at).collect();
    assert_eq!(worst, [lowest]);
}

#[test]
fn the_end_of_support_stands_once_behind_the_last_supported_month() {
    let list = said(ExampleId::Hairdresser, |_| {}).list;
    let ends: Vec<(&str, &str)> =
        list.phases.iter().filter_map(|phase| Some((phase.title.words(), phase.support_ends.as_deref()?))).collect();
    assert_eq!(ends.len(), 1, "{ends:?}");
    assert_eq!(ends[0].0, "Lån og tilskud");
    assert!(ends[0].1.replace('\u{a0}', " ").contains("30. september 2027"), "{ends:?}");
    let later = said(ExampleId::Hairdresser, |scenario| scenario.months = 8).list;
    assert!(later.phases.last().expect("a phase").support_ends.is_some(), "after the last month");
    let none = said(ExampleId::Hairdresser, |scenario| scenario.subsidy.months = 0).list;
    assert!(none.phases.iter().all(|phase| phase.support_ends.is_none()));
}

#[test]
fn a_phase_of_one_month_is_named_by_it() {
    let list = said(ExampleId::Hairdresser, |scenario| scenario.account_wait_months = 1).list;
    let wait = list.phases.iter().find(|phase| phase.rows.len() == 1).expect("the wait");
    assert_eq!(wait.span, wait.rows[0].heard);
}
