//! The tests of the engine from outside: one program, so that the library is linked once and not a dozen times.
//!
//! `cargo test -p mikrolaan-engine --test all invariants` runs one file of them.

mod apr;
mod bad_input;
mod benefit_range;
mod cases;
mod comparison;
mod evaluation;
mod evaluation_input;
mod examples;
mod explain;
mod format;
mod insight;
mod invariants;
mod limits;
mod overrides;
mod rulebook;
mod rules_listing;
mod screening_space;
mod support;
mod variants;
