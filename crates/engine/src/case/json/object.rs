//! Reading the members of one object.

use super::decode::{Fields, Read, choice};
use super::node::JsonNode;
use super::problems::{Path, Problems};
use crate::string_enum::Listed;

/// One object of the document while its members are read.
pub(in crate::case) struct Object<'n, 'a, 'p, 'r> {
    pub(in crate::case) fields: Fields<'n, 'a>,
    pub(in crate::case) path: Path<'p>,
    pub(in crate::case) problems: &'r mut Problems,
}

impl<'n, 'a, 'p, 'r> Object<'n, 'a, 'p, 'r> {
    pub(in crate::case) fn of(
        node: &'n JsonNode<'a>,
        path: Path<'p>,
        known: &[&str],
        problems: &'r mut Problems,
    ) -> Option<Self> {
        let fields = Fields::of(node, path, known, problems)?;
        Some(Object { fields, path, problems })
    }

    /// A member that may be missing.
    pub(in crate::case) fn optional<T: Read>(&mut self, key: &str, limits: T::Limits) -> Option<Option<T>> {
        match self.fields.get(key) {
            Some(node) => T::read(node, self.path.key(key), limits, self.problems).map(Some),
            None => Some(None),
        }
    }

    /// A member that must be there.
    pub(in crate::case) fn required<T: Read>(&mut self, key: &str, limits: T::Limits) -> Option<T> {
        let node = self.fields.require(key, self.path, self.problems)?;
        T::read(node, self.path.key(key), limits, self.problems)
    }
}

/// A member of a closed list that may be missing.
pub(in crate::case) fn optional_choice<T: Listed>(object: &mut Object<'_, '_, '_, '_>, key: &str) -> Option<Option<T>> {
    match object.fields.get(key) {
        Some(node) => choice(node, object.path.key(key), T::IDS, object.problems)
            .and_then(|place| T::ALL.get(place).copied())
            .map(Some),
        None => Some(None),
    }
}
