//! Keys that are written twice.

use std::collections::HashSet;

use super::ErrorCode;
use super::decode::{Path, Problems};
use super::node::{Node, Value};

/// The keys of an object met so far: a few are looked through, many are hashed.
#[derive(Default)]
struct Keys<'k> {
    few: Vec<&'k str>,
    many: HashSet<&'k str>,
}

impl<'k> Keys<'k> {
    /// How many keys are quicker to look through than to hash.
    const FEW: usize = 24;

    /// Remembers a key; false when it was there already.
    fn insert(&mut self, key: &'k str) -> bool {
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
pub(super) fn refuse_duplicates(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) {
    match &node.value {
        Value::Object(members) => {
            let mut seen = Keys::default();
            for (key, member) in members {
                if !seen.insert(key) {
                    problems.add(member, path.key(key), ErrorCode::DuplicateKey, "this key is written twice");
                }
                refuse_duplicates(member, path.key(key), problems);
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                refuse_duplicates(item, path.index(index), problems);
            }
        }
        _ => {}
    }
}
