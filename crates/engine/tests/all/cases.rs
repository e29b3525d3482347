//! The case files: what the rules say, in a form a lawyer can read, held against the engine.
//!
//! Every row of every file in `tests/cases/` is one check. `CASES=wealth cargo test -p
//! mikrolaan-engine --test all cases -- --nocapture` runs the files whose path has that word in it.

use mikrolaan_engine::case::command::{self, Options};
use serde_json::Value;

use crate::support::{
    case_file::{self, CaseFile, Command, Row},
    view,
};

#[test]
fn every_case_comes_out_as_its_file_says() {
    let wanted = std::env::var("CASES").unwrap_or_default();
    let mut files = case_file::all();
    files.retain(|file| file.path.contains(&wanted));
    assert!(!files.is_empty(), "no case file has {wanted:?} in its path");

    let rows: usize = files.iter().map(|file| file.rows.len()).sum();
    let expectations: usize = files.iter().flat_map(|file| &file.rows).map(|row| row.expected.len()).sum();
    println!("{} case files, {rows} cases, {expectations} expectations", files.len());

    let failures: Vec<String> = files.iter().flat_map(failures).collect();
    assert!(
        failures.is_empty(),
        "{} of {expectations} expectations do not hold:\n\n{}",
        failures.len(),
        failures.join("\n")
    );
}

fn failures(file: &CaseFile) -> Vec<String> {
    file.rows
        .iter()
        .flat_map(|row| {
            let found = answer(file.command, row);
            let differing = row.expected.iter().filter_map(move |(path, expected)| {
                let found = view::at(&found, path).or(found.get("errors")).map(view::written);
                (found.as_ref() != Some(expected)).then(|| (path.join("."), expected, found))
            });
            differing.map(|(path, expected, found)| describe(file, row, &path, expected, found))
        })
        .collect()
}

fn answer(command: Command, row: &Row) -> Value {
    let command = match command {
        Command::Screen => command::Command::Screen,
        Command::Simulate => command::Command::Simulate,
    };
    view::of(command::run(command, Options::default(), row.case.to_string().as_bytes()))
}

fn describe(file: &CaseFile, row: &Row, path: &str, expected: &Value, found: Option<Value>) -> String {
    let found = found.map_or("nothing: there is no such path in the result".to_owned(), |found| found.to_string());
    format!("{}, \"{}\"\n  {path}\n    expected  {expected}\n    found     {found}\n", file.path, row.name)
}
