//! JSON as it was written: order, duplicate keys and the text of numbers kept.
//!
//! `serde_json` reads every value; what it would throw away for a number or a repeated key is kept
//! through its raw values, so that the reader can name it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// How deep a document may nest.
const DEEPEST: usize = 100;

/// A JSON value and where it stands in the document.
pub(super) struct Node<'a> {
    pub(super) value: Value<'a>,
    /// The position in reading order: the whole document is 0.
    pub(super) order: u32,
}

/// A JSON value.
pub(super) enum Value<'a> {
    Null,
    Bool(bool),
    /// A number, as written.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<(String, Node<'a>)>),
}

impl Value<'_> {
    /// What kind of value it is, for messages.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a string",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}

/// Reads a document; the error says why it is not JSON.
pub(super) fn read(bytes: &[u8]) -> Result<Node<'_>, String> {
    let text = str::from_utf8(bytes).map_err(|error| error.to_string())?;
    if is_too_deep(text) {
        return Err(format!("nested deeper than {DEEPEST}"));
    }
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut order = 0;
    node(raw, &mut order).map_err(|error| error.to_string())
}

fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

fn node<'a>(raw: &'a RawValue, order: &mut u32) -> serde_json::Result<Node<'a>> {
    let own = *order;
    *order = order.saturating_add(1);
    let text = raw.get();
    let value = match text.as_bytes().first() {
        Some(b'{') => Value::Object(
            members(text)?
                .into_iter()
                .map(|(key, raw)| Ok((key, node(raw, order)?)))
                .collect::<serde_json::Result<_>>()?,
        ),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text)?;
            Value::List(items.into_iter().map(|raw| node(raw, order)).collect::<serde_json::Result<_>>()?)
        }
        Some(b'"') => Value::Text(string(text)?),
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        Some(b'n') => Value::Null,
        _ => Value::Number(text),
    };
    Ok(Node { value, order: own })
}

/// The text of a string; borrowed where nothing is escaped.
fn string(text: &str) -> serde_json::Result<Cow<'_, str>> {
    match text.get(1..text.len().saturating_sub(1)) {
        Some(inside) if !inside.contains('\\') => Ok(Cow::Borrowed(inside)),
        _ => serde_json::from_str::<String>(text).map(Cow::Owned),
    }
}

fn members(text: &str) -> serde_json::Result<Vec<(String, &RawValue)>> {
    struct Members;
    impl<'de> Visitor<'de> for Members {
        type Value = Vec<(String, &'de RawValue)>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Vec::new();
            while let Some(member) = map.next_entry()? {
                members.push(member);
            }
            Ok(members)
        }
    }
    serde_json::Deserializer::from_str(text).deserialize_map(Members)
}
