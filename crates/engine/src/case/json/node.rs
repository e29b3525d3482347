//! JSON as it was written: order, duplicate keys and the text of numbers kept.
//!
//! What stands in the text is kept for a number and for a repeated key, so that the reader can name it. A list or an
//! object stays text until it is asked for, so that what is held of a document is in proportion to it: a million brackets are no tree.

use std::borrow::Cow;

use super::scan::{NotJson, Scanner, string};

/// How deep a document may nest.
const DEEPEST: usize = 100;

/// A JSON value and where it stands in the document.
pub(in crate::case) struct JsonNode<'a> {
    pub(in crate::case) value: JsonValue<'a>,
    /// How many bytes of the document stand before it.
    pub(in crate::case) order: usize,
}

/// A JSON value.
pub(in crate::case) enum JsonValue<'a> {
    Null,
    Bool(bool),
    /// A number, as written.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Unread<'a>),
    Object(Unread<'a>),
}

impl JsonValue<'_> {
    /// What kind of value it is, for messages.
    pub(in crate::case) const fn kind(&self) -> &'static str {
        match self {
            JsonValue::Null => "null",
            JsonValue::Bool(_) => "true or false",
            JsonValue::Number(_) => "a number",
            JsonValue::Text(_) => "a string",
            JsonValue::List(_) => "a list",
            JsonValue::Object(_) => "an object",
        }
    }
}

/// Reads a document's outermost value; the error says why the document is not JSON. Strings inside
/// are only looked at when they are reached.
pub(in crate::case) fn read(bytes: &[u8]) -> Result<JsonNode<'_>, String> {
    let text = str::from_utf8(bytes).map_err(|error| error.to_string())?;
    if is_too_deep(text) {
        return Err(format!("nested deeper than {DEEPEST}"));
    }
    let value = Scanner::of(text).document().map_err(|error| error.to_string())?;
    JsonNode::of(value, text.as_ptr().addr()).map_err(|error| error.to_string())
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

impl<'a> JsonNode<'a> {
    /// The value of this text, in a document that begins at this address.
    fn of(text: &'a str, document: usize) -> Result<Self, NotJson> {
        let unread = Unread { text, document };
        let value = match text.as_bytes().first() {
            Some(b'{') => JsonValue::Object(unread),
            Some(b'[') => JsonValue::List(unread),
            Some(b'"') => JsonValue::Text(string(text)?),
            Some(b't') => JsonValue::Bool(true),
            Some(b'f') => JsonValue::Bool(false),
            Some(b'n') => JsonValue::Null,
            _ => JsonValue::Number(text),
        };
        Ok(JsonNode { value, order: text.as_ptr().addr().saturating_sub(document) })
    }
}

/// The text of a list or an object.
#[derive(Clone, Copy)]
pub(in crate::case) struct Unread<'a> {
    text: &'a str,
    document: usize,
}

impl<'a> Unread<'a> {
    /// The items of a list.
    pub(in crate::case) fn items(
        self,
    ) -> Result<impl ExactSizeIterator<Item = Result<JsonNode<'a>, NotJson>>, NotJson> {
        Ok(self.texts()?.into_iter().map(move |text| JsonNode::of(text, self.document)))
    }

    /// The items of a list, as they are written.
    pub(in crate::case) fn texts(self) -> Result<Vec<&'a str>, NotJson> {
        let mut items = Vec::new();
        Scanner::of(self.text).items(&mut |inside| {
            items.push(inside.value()?);
            Ok(())
        })?;
        Ok(items)
    }

    /// The members of an object, as often as they are written.
    pub(in crate::case) fn members(
        self,
    ) -> Result<impl Iterator<Item = Result<(Cow<'a, str>, JsonNode<'a>), NotJson>>, NotJson> {
        let mut members = Vec::new();
        Scanner::of(self.text).members(&mut |inside| {
            members.push(inside.member()?);
            Ok(())
        })?;
        Ok(members.into_iter().map(move |(key, text)| Ok((string(key)?, JsonNode::of(text, self.document)?))))
    }
}
