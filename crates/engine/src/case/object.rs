//! Reading the members of one object.

use super::ErrorCode;
use super::decode::{Fields, Read, choice};
use super::node::Node;
use super::problems::{Path, Problems};

/// One object of the document while its members are read.
pub(super) struct Object<'n, 'a, 'p, 'r> {
    pub(super) fields: Fields<'n, 'a>,
    pub(super) node: &'n Node<'a>,
    pub(super) path: Path<'p>,
    pub(super) problems: &'r mut Problems,
}

impl<'n, 'a, 'p, 'r> Object<'n, 'a, 'p, 'r> {
    pub(super) fn of(node: &'n Node<'a>, path: Path<'p>, known: &[&str], problems: &'r mut Problems) -> Option<Self> {
        let fields = Fields::of(node, path, known, problems)?;
        Some(Object { fields, node, path, problems })
    }

    /// A member with a default: `None` only when it is there and cannot be read.
    pub(super) fn or<T: Read>(&mut self, key: &str, limits: T::Limits, default: T) -> Option<T> {
        match self.fields.get(key) {
            Some(node) => T::read(node, self.path.key(key), limits, self.problems),
            None => Some(default),
        }
    }

    /// A member that may be missing.
    pub(super) fn optional<T: Read>(&mut self, key: &str, limits: T::Limits) -> Option<Option<T>> {
        match self.fields.get(key) {
            Some(node) => T::read(node, self.path.key(key), limits, self.problems).map(Some),
            None => Some(None),
        }
    }

    /// A member that may be missing or `null`.
    pub(super) fn nullable<T: Read>(&mut self, key: &str, limits: T::Limits) -> Option<Option<T>> {
        match self.fields.get_nullable(key) {
            Some(node) => T::read(node, self.path.key(key), limits, self.problems).map(Some),
            None => Some(None),
        }
    }

    /// A member that must be there.
    pub(super) fn required<T: Read>(&mut self, key: &str, limits: T::Limits) -> Option<T> {
        let node = self.fields.require(key, self.path, self.problems)?;
        T::read(node, self.path.key(key), limits, self.problems)
    }

    /// A member of a closed list, with a default.
    pub(super) fn choice<T: Copy>(&mut self, key: &str, all: (&[T], fn(T) -> &'static str), default: T) -> Option<T> {
        match self.fields.get(key) {
            Some(node) => choice(node, self.path.key(key), all, self.problems),
            None => Some(default),
        }
    }

    /// An object read by `read`; `default` when it is missing.
    pub(super) fn object<T>(
        &mut self,
        key: &str,
        default: T,
        read: impl FnOnce(&Node<'_>, Path<'_>, &mut Problems) -> Option<T>,
    ) -> Option<T> {
        match self.fields.get(key) {
            Some(node) => read(node, self.path.key(key), self.problems),
            None => Some(default),
        }
    }

    pub(super) fn inconsistent(&mut self, key: &str, message: &str) {
        let node = self.fields.get(key).unwrap_or(self.node);
        self.problems.add(node, self.path.key(key), ErrorCode::Inconsistent, message);
    }

    /// Reports that of two alternatives both are written, or none.
    pub(super) fn one_of(&mut self, first: &str, second: &str) {
        let (code, message) = if self.fields.get(first).is_some() {
            (ErrorCode::Inconsistent, format!("either {first} or {second}, not both"))
        } else {
            (ErrorCode::Missing, format!("either {first} or {second} is required"))
        };
        self.problems.add(self.node, self.path, code, message);
    }
}

/// A member of a closed list that may be missing.
pub(super) fn optional_choice<T: Copy>(
    object: &mut Object<'_, '_, '_, '_>,
    key: &str,
    all: (&[T], fn(T) -> &'static str),
) -> Option<Option<T>> {
    match object.fields.get(key) {
        Some(node) => choice(node, object.path.key(key), all, object.problems).map(Some),
        None => Some(None),
    }
}
