//! JSON as it was written: its values with their places, so that every error can be named where it stands.
//!
//! [`scan`] finds where values begin and end, and [`node`] has what stands there. A value is read out of it by [`decode`], the members of an object by
//! [`object`]; [`duplicates`] finds keys that are written twice, and [`problems`] collects what is wrong. What a case
//! is made of stands elsewhere, in [`format`](super::format).

mod decode;
mod duplicates;
mod node;
mod object;
mod problems;
mod scan;

pub use problems::{MOST_PROBLEMS, quoted};

pub(super) use decode::{Fields, Read, choice, is_name, list, text};
pub(super) use duplicates::refuse_duplicates;
pub(super) use node::{JsonNode, JsonValue, read};
pub(super) use object::{Object, optional_choice};
pub(super) use problems::{Path, Problems, in_quotes};
