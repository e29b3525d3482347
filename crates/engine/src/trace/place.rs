//! A place in the case, and how its path is written.

use std::fmt;

use crate::rulebook::OverrideKey;
use crate::screening::AnswerKey;
use crate::simulation::ScenarioField;

/// A place in the case that something stands at, or could.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// An answer.
    Answer(AnswerKey),
    /// Something the municipality has set itself.
    Override(OverrideKey),
    /// A field of a scenario.
    Field {
        /// Which scenario.
        scenario: usize,
        /// Which field.
        field: ScenarioField,
        /// Which item, where the field belongs to a list or is one.
        at: Option<usize>,
    },
}

/// From the root of the case: `scenarios[0].household.living_costs`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Place::Answer(key) => write!(f, "answers.{}", key.id()),
            Place::Override(key) => write!(f, "overrides.{}", key.id()),
            Place::Field { scenario, field, at } => f.write_str(&field.path(scenario, at)),
        }
    }
}

impl serde::Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
