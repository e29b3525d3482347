//! The tree.

use super::{Formula, Line, Place, TermRole, Value};
use crate::quantity::Month;
use crate::rulebook::InForce;

/// A value, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// The line of the month that it is, if it is one: that can be asked for by itself.
    pub line: Option<Line>,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Worked out.
    Formula {
        /// How.
        formula: Formula,
        /// From what, in the order of the formula.
        terms: Vec<Term>,
    },
    /// A figure of the rulebook.
    Rate(InForce<Value>),
    /// The person's own entry or answer, or a default of the format.
    Entry(Entry),
    /// A line of another month, which can be asked for in turn.
    Line(LineOf),
    /// The month that was asked for.
    Given,
}

/// A line of another month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LineOf {
    /// The month.
    pub month: Month,
    /// The line.
    pub line: Line,
}

/// A value that enters a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The part it plays.
    pub role: TermRole,
    /// The value with its own origin.
    pub node: Node,
}

/// Something that stands in the case, or that the format takes when it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// Where.
    #[serde(rename = "path")]
    pub place: Place,
    /// Is it what the format takes when nothing is written?
    pub default: bool,
}

impl Node {
    /// A value that is worked out from nothing else.
    pub(super) fn leaf(value: impl Into<Value>, origin: Origin) -> Self {
        Node { value: value.into(), line: None, origin }
    }
}
