//! Writes every row of `tests/cases/` as a line of JSON, for the comparison of native with browser:
//! `{"name": "file: row", "case": {…}}`.

// The engine's own tests use the rest of it.
#[allow(dead_code)]
#[path = "../../engine/tests/all/support/case_file.rs"]
mod case_file;

use serde_json::json;

fn main() {
    for file in case_file::all() {
        for row in file.rows {
            println!("{}", json!({ "name": format!("{}: {}", file.path, row.name), "case": row.case }));
        }
    }
}
