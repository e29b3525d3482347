//! What several tests use.

pub mod annuity;
pub mod case_file;
pub mod formulas;
pub mod fraction;
pub mod random_case;
pub mod second_count;
pub mod view;
pub mod whole_case;
pub mod written_scenario;

use mikrolaan_engine::case::{Case, parse_whole};
use mikrolaan_engine::simulation::{FieldsWritten, Scenario};
use proptest::test_runner::Config;
use serde_json::Value;

/// How many random cases a property is tried on: `PROPTEST_CASES` if it is set.
pub fn random(usual: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual);
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// The case in a document that has no errors.
pub fn read(document: &Value) -> Case {
    parse_whole(document.to_string().as_bytes()).unwrap_or_else(|problems| panic!("{problems:?} in {document}"))
}

/// The scenario without the marks of what its file says although it is the default.
pub fn unmarked(scenario: Scenario) -> Scenario {
    Scenario { written: FieldsWritten::default(), ..scenario }
}
