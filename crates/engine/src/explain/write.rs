//! A tree as JSON. `docs/explain.md` describes it.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::node::{Input, Node, Origin};

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write(self, &mut map)?;
        map.end()
    }
}

/// An input is its node, with its role in front.
impl Serialize for Input {
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
    match &node.origin {
        Origin::Formula { formula, inputs } => {
            map.serialize_entry("formula", formula)?;
            map.serialize_entry("inputs", inputs)
        }
        Origin::Rate(rate) => map.serialize_entry("rate", rate),
        Origin::Entry(entry) => map.serialize_entry("entry", entry),
        Origin::Line(line) => map.serialize_entry("reference", line),
        Origin::Given => map.serialize_entry("given", &true),
    }
}
