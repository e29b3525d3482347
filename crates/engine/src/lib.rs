//! The rules and the arithmetic of Mikrolånsberegneren.
//!
//! Given a [`case::Case`] (what a person answered and the plans they want to look at) and the
//! [`rulebook::Rulebook`] (every dated figure with its source), this crate says
//!
//! * [`screening`]: who the microloan scheme is for, with every reason, and
//! * [`simulation`]: month by month, what the household lives on and what stands on the business account.
//!
//! It knows no browser, no clock and no floating point. The modules depend on each other in one
//! direction only: `quantity ← rulebook ← {screening | simulation} ← {insight | trace} ← case ← { evaluate | evaluation } ← results`.
//! [`insight`] says what would be enough and what matters most, [`trace`] how any line of a month came about,
//! [`evaluation`] what became of the people behind many cases.

pub mod case;
pub mod evaluate;
pub mod evaluation;
pub mod insight;
pub mod quantity;
#[cfg(feature = "schema")]
pub mod results;
pub mod rulebook;
pub mod screening;
pub mod simulation;
mod string_enum;
pub mod trace;
