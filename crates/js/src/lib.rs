//! The engine for JavaScript: cases in, results out, the same bytes as the command `mikrolaan` writes.

use std::hint::black_box;

use mikrolaan_engine::case::command::{self, Command, Options};
use mikrolaan_engine::case::{ErrorCode, LARGEST_FILE, Problem, parse, quoted};
use mikrolaan_engine::evaluation;
use mikrolaan_engine::rulebook::Rulebook;
use wasm_bindgen::prelude::wasm_bindgen;

/// The command that looks at many cases, and not at one.
const EVALUATE: &str = "evaluate";

/// Asks `screen`, `simulate`, `check`, `seek`, `sensitivity`, `apr`, `explain`, `case`, `link` or `evaluate` as the command does. Gives
/// one line of JSON: the result, or `{"error": […]}` with everything that is wrong.
#[wasm_bindgen]
#[must_use]
pub fn run(command: &str, input: &str) -> String {
    answer(command, input).unwrap_or_else(|problems| Problem::to_json(&problems))
}

/// Reads a case once and works its first scenario out `times` times: for measuring the arithmetic
/// without reading and writing. Gives the number of months worked out, or 0 for a case with errors.
#[wasm_bindgen]
#[must_use]
pub fn simulate_repeat(input: &str, times: u32) -> usize {
    let rulebook = Rulebook::embedded();
    let Ok(case) = parse(input.as_bytes()) else {
        return 0;
    };
    (0..times)
        .filter_map(|_| black_box(&case).simulate(&rulebook, 0).ok())
        .map(|simulation| black_box(simulation).months.len())
        .sum()
}

fn answer(command: &str, input: &str) -> Result<String, Vec<Problem>> {
    if command == EVALUATE {
        return evaluation::run([input]);
    }
    let command = Command::from_id(command).ok_or_else(|| unknown(command))?;
    // As the command reads a file: no further than needed to see that it is too large.
    let bytes = &input.as_bytes()[..input.len().min(LARGEST_FILE + 1)];
    command::run(command, Options::default(), bytes)
}

fn unknown(command: &str) -> Vec<Problem> {
    let known: Vec<&str> = Command::ALL.iter().map(|one| one.id()).chain([EVALUATE]).collect();
    let message = format!("{} is no command: {}", quoted(command), known.join(", "));
    vec![Problem::new("", ErrorCode::Usage, message)]
}
