//! A tree as JSON. `docs/explain.md` describes it.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Node, Origin, Term, Value};
use crate::quantity::Month;
use crate::rulebook::{FigureId, FigureStatus, InForce, Source, Unit};
use crate::string_enum::written_as;

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write(self, &mut map)?;
        map.end()
    }
}

/// A term is its node, with its role in front.
impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("role", &self.role)?;
        write(&self.node, &mut map)?;
        map.end()
    }
}

fn write<M: SerializeMap>(node: &Node, map: &mut M) -> Result<(), M::Error> {
    map.serialize_entry("value", &node.value)?;
    map.serialize_entry("kind", &node.value.kind())?;
    if let Some(line) = node.line {
        map.serialize_entry("line", &line)?;
    }
    match &node.origin {
        Origin::Formula { formula, terms } => {
            map.serialize_entry("formula", formula)?;
            map.serialize_entry("inputs", terms)
        }
        Origin::Rate(rate) => map.serialize_entry("rate", rate),
        Origin::Entry(entry) => map.serialize_entry("entry", entry),
        Origin::Line(line) => map.serialize_entry("reference", line),
        Origin::Given => map.serialize_entry("given", &true),
    }
}

/// A figure of the rulebook behind a value, as it is written in a tree.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RateInForce"))]
struct RateWritten {
    /// Which figure.
    figure: FigureId,
    /// The first month of its period.
    from: Month,
    /// The last one; `null` = not known to end.
    to: Option<Month>,
    /// The value as it was published.
    published: String,
    /// In what it is counted.
    unit: Unit,
    /// Was it carried into a later month?
    carried: bool,
    /// How firmly it stands.
    status: FigureStatus,
    /// The section of the law.
    law: Option<&'static str>,
    /// Where it is from.
    source: Source,
}

written_as!(InForce<Value> as RateWritten);

/// The value stands in the node already.
impl Serialize for InForce<Value> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let InForce { figure, unit, period, carried, .. } = *self;
        let (from, to, published, law) = (period.from(), period.to(), period.published(), period.law());
        let (status, source) = (period.status, period.source);
        RateWritten { figure, from, to, published, unit, carried, status, law, source }.serialize(serializer)
    }
}
