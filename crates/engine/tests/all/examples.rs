//! The five example businesses the app offers are the five cases of `tests/cases/examples/`.

use mikrolaan_engine::case::CaseWritten;
use mikrolaan_engine::case::examples::{ExampleId, example, fill_business};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::Rulebook;
use mikrolaan_engine::simulation::Business;
use proptest::prelude::*;

use crate::support::{case_file, random, random_case, read, unmarked};

const AS_OF: Month = Month::new(2026, 11).expect("a month");

#[test]
fn each_example_is_the_case_in_its_file() {
    for &id in ExampleId::ALL {
        let path = case_file::folder().join(format!("examples/{}.toml", id.id()));
        let file = case_file::read(&path);
        assert!(file.command == case_file::Command::Simulate);
        let mut written = read(&file.rows[0].case);
        written.scenarios = written.scenarios.into_iter().map(unmarked).collect();
        written.written = CaseWritten::default();
        assert_eq!(example(id, AS_OF), written, "{}", file.path);
    }
}

#[test]
fn no_example_file_is_without_its_example() {
    let files = case_file::all();
    let written = files.iter().filter(|file| file.path.starts_with("examples")).count();
    assert_eq!(written, ExampleId::ALL.len());
}

#[test]
fn examples_can_be_worked_out_in_any_month() {
    let rulebook = Rulebook::embedded();
    for as_of in
        [Month::new(2017, 7), Month::new(2022, 12), Month::new(2025, 5), Month::new(2026, 12), Month::new(2090, 1)]
    {
        for &id in ExampleId::ALL {
            let case = example(id, as_of.expect("a month"));
            assert!(case.simulate(&rulebook, 0).is_ok(), "{} in {as_of:?}", id.id());
        }
    }
}

proptest! {
    #![proptest_config(random(48))]

    /// An example fills in the business and the list of what it takes to start. Whatever the person has answered
    /// and written, their home, benefit, savings, loan, small job and time stay as they were.
    #[test]
    fn an_example_never_touches_the_person(document in random_case::case(), id in prop::sample::select(ExampleId::ALL.to_vec())) {
        let before = read(&document);
        let mut after = before.clone();
        for scenario in &mut after.scenarios {
            fill_business(id, scenario);
        }
        prop_assert_eq!(&after.answers, &before.answers);
        let trade = example(id, AS_OF).scenarios.remove(0).business.expect("a business");
        for (after, before) in after.scenarios.iter().zip(&before.scenarios) {
            let filled = after.business.clone().expect("a business");
            let own = before.business.clone().unwrap_or_default();
            let kept = Business {
                setup_costs: trade.setup_costs.clone(),
                revenue: trade.revenue,
                seasonality: trade.seasonality,
                variable_cost_share: trade.variable_cost_share,
                fixed_costs: trade.fixed_costs,
                ..own
            };
            prop_assert_eq!(filled, kept);
            let mut rest = after.clone();
            rest.business = before.business.clone();
            prop_assert_eq!(&rest, before);
        }
    }
}
