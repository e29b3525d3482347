//! The cases of one document: one case, a list of them, or one case or link a line.

use super::json::{self, JsonValue};
use super::{ErrorCode, Problem, link};

/// The cases of a document, each as it is written and not read yet: the items of a JSON list, else the one JSON value
/// the document is, else its lines (split at `\n` only; an empty line is one too). Each is read by
/// [`parse_any`](super::parse_any).
///
/// # Errors
/// [`ErrorCode::NotJson`] when the document is no JSON (nested deeper than 100 is none) and none of its lines is a JSON
/// object or a link: what is left of a case over several lines is no case a line.
pub fn pieces(document: &[u8]) -> Result<Vec<&[u8]>, Problem> {
    let not_json = |message| Problem::new("", ErrorCode::NotJson, message);
    match json::read(document).map(|root| root.value) {
        Ok(JsonValue::List(list)) => {
            let items = list.texts().map_err(|error| not_json(error.to_string()))?;
            Ok(items.into_iter().map(str::as_bytes).collect())
        }
        Ok(_) => Ok(vec![document]),
        Err(message) => {
            let lines = document.strip_suffix(b"\n").unwrap_or(document).split(|&byte| byte == b'\n');
            if lines.clone().any(is_object_or_link) { Ok(lines.collect()) } else { Err(not_json(message)) }
        }
    }
}

fn is_object_or_link(line: &[u8]) -> bool {
    let is_object = || json::read(line).is_ok_and(|root| matches!(root.value, JsonValue::Object(_)));
    str::from_utf8(line).is_ok_and(link::is_link) || is_object()
}
