//! What a field takes, and what it says when it does not take what was typed.

pub mod refuse;

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What was read, and what is allowed.
    pub message: String,
    /// The ways it can be read, when there are two: what to put in the field, and how it is called.
    pub readings: Vec<(String, String)>,
}
