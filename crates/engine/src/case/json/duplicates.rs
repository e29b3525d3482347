//! Keys that are written twice, and strings that are none.

use std::borrow::Cow;
use std::collections::HashSet;

use super::node::{JsonNode, JsonValue};
use super::problems::{Path, Problems};
use super::scan::NotJson;
use crate::case::ErrorCode;

/// The keys of an object met so far: a few are looked through, many are hashed.
#[derive(Default)]
struct Keys<'k> {
    few: Vec<Cow<'k, str>>,
    many: HashSet<Cow<'k, str>>,
}

impl<'k> Keys<'k> {
    /// How many keys are quicker to look through than to hash.
    const FEW: usize = 24;

    /// Remembers a key; false when it was there already.
    fn insert(&mut self, key: Cow<'k, str>) -> bool {
        if self.few.contains(&key) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(key);
            return true;
        }
        self.many.insert(key)
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
