//! Prints a schema of the package: `case`, `requests` or `results`.

use mikrolaan_engine::case::schema;
use mikrolaan_engine::results;

fn main() {
    let schema = match std::env::args().nth(1).as_deref() {
        Some("case") => schema::case_schema(),
        Some("requests") => schema::requests_schema(),
        Some("results") => results::results_schema(),
        other => panic!("there is no schema {other:?}"),
    };
    print!("{schema}");
}
