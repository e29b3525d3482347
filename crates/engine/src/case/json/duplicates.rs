//! Keys that are written twice, and strings that are none.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::node::{JsonNode, JsonValue};
use super::problems::{Path, Problems};
use super::scan::NotJson;
use crate::case::ErrorCode;

/// The keys of an object met so far: a few are looked through, many are kept in their order.
#[derive(Default)]
pub(super) struct Keys<'k> {
    few: Vec<Cow<'k, str>>,
    /// Each with its place, which nobody asks for: a map as the evaluation has one, so that it is compiled once.
    many: BTreeMap<Cow<'k, str>, usize>,
}

impl<'k> Keys<'k> {
    /// How many keys are quicker to look through than to search.
    const FEW: usize = 24;

    /// Remembers a key; false when it was there already.
    pub(super) fn insert(&mut self, key: Cow<'k, str>) -> bool {
        if self.few.contains(&key) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(key);
            return true;
        }
        let place = self.many.len();
        self.many.insert(key, place).is_none()
    }
}

/// Reports every key that is written twice, wherever in the document.
///
/// # Errors
/// A string in the document is not one, such as half a surrogate pair.
pub(in crate::case) fn refuse_duplicates(
    node: &JsonNode<'_>,
    path: Path<'_>,
    problems: &mut Problems,
) -> Result<(), NotJson> {
    match &node.value {
        JsonValue::Object(object) => {
            let mut seen = Keys::default();
            for member in object.members()? {
                let (key, member) = member?;
                refuse_duplicates(&member, path.key(&key), problems)?;
                if !seen.insert(key.clone()) {
                    problems.add(&member, path.key(&key), ErrorCode::DuplicateKey, "this key is written twice");
                }
            }
        }
        JsonValue::List(list) => {
            for (index, item) in list.items()?.enumerate() {
                refuse_duplicates(&item?, path.index(index), problems)?;
            }
        }
        _ => {}
    }
    Ok(())
}
