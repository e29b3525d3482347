//! A tree as JSON. `docs/explain.md` describes it.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Node, Origin, Term, Value};
use crate::quantity::Month;
use crate::rulebook::{FigureId, FigureStatus, InForce, Source, Unit};

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

/// The value stands in the node already.
impl Serialize for InForce<Value> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Written {
            figure: FigureId,
            from: Month,
            to: Option<Month>,
            published: String,
            unit: Unit,
            carried: bool,
            status: FigureStatus,
            law: Option<&'static str>,
            source: Source,
        }
        let InForce { figure, unit, period, carried, .. } = *self;
        let (from, to, published, law) = (period.from(), period.to(), period.published(), period.law());
        let (status, source) = (period.status, period.source);
        Written { figure, from, to, published, unit, carried, status, law, source }.serialize(serializer)
    }
}
