//! The five example businesses the app offers are the five cases of `tests/cases/examples/`.

use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::Rulebook;

use crate::support::{case_file, read};

const AS_OF: Month = Month::new(2026, 11).expect("a month");

#[test]
fn each_example_is_the_case_in_its_file() {
    for &id in ExampleId::ALL {
        let path = case_file::folder().join(format!("examples/{}.toml", id.id()));
        let file = case_file::read(&path);
        assert!(file.command == case_file::Command::Simulate);
        let written = read(&file.rows[0].case);
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
