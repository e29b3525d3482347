//! For measuring the arithmetic without reading and writing; no part of the package.

use std::hint::black_box;

use mikrolaan_engine::case::parse;
use mikrolaan_engine::rulebook::Rulebook;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a case once and works its first scenario out `times` times. Gives the number of months worked out, or 0 for a case
/// with errors.
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
