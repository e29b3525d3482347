//! A language: its words, numbers, amounts and months, and what people type in it.
//!
//! [`texts`] has every word, in the [`language`] that is spoken, and takes what has a type ([`argument`]); [`words`] maps what the engine gives to it, exhaustively. [`read`] and [`read_month`] take what somebody
//! typed; [`write`] gives what the page shows. All are pure, and what is written for a field is read back as the same
//! value.

pub mod argument;
pub mod language;
pub mod read;
pub mod read_month;
pub mod texts;
pub mod words;
pub mod write;

#[cfg(test)]
mod tests;
