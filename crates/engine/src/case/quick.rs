//! Reads a case in one pass, and gives up on anything unusual: what is invalid is for the careful reader,
//! which reads it again and names it.
//!
//! `serde_json` makes a tree of borrowed values in one go; it takes no number with a fraction or an exponent.
//! Every member must be asked for exactly once: an unknown key, or one written twice, is left over at the end.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::bounds::Bounds;
use super::json::is_name;
use super::parts::ValuePath;
use super::walk::{EachItem, Inside, Item, Leaf, Need, Presence, Walk, Wrong, put};
use super::{Case, LARGEST_FILE, format};
use crate::quantity::{Money, Month, Rate, WeeklyHours, parse_scaled};
use crate::rulebook::MunicipalityId;

/// The case, if nothing is wrong with it; `whole` asks that its scenarios can be worked out.
pub(super) fn case(bytes: &[u8], whole: bool) -> Option<Case> {
    if bytes.len() > LARGEST_FILE {
        return None;
    }
    let tree = tree(str::from_utf8(bytes).ok()?).ok()?;
    let Tree::Object(members) = &tree else { return None };
    let failed = Cell::new(false);
    let mut read = Case::new(Month::from_index(0));
    let mut walk = QuickMembers::of(members, &failed);
    format::case(&mut walk, &mut read, whole);
    walk.finish();
    (!failed.get()).then_some(read)
}

/// A JSON value.
enum Tree<'a> {
    Null,
    Bool(bool),
    Whole(i64),
    Text(Cow<'a, str>),
    List(Vec<Tree<'a>>),
    Object(Vec<(Cow<'a, str>, Tree<'a>)>),
}

/// More values than any case has: what a document takes in memory stays in proportion to it.
const MOST_VALUES: usize = 10_000;

fn tree(text: &str) -> serde_json::Result<Tree<'_>> {
    let left = Cell::new(MOST_VALUES);
    let mut document = serde_json::Deserializer::from_str(text);
    let tree = Growing(&left).deserialize(&mut document)?;
    document.end().map(|()| tree)
}

/// A value on its way, and how many more there may be.
#[derive(Clone, Copy)]
struct Growing<'c>(&'c Cell<usize>);

impl<'de> DeserializeSeed<'de> for Growing<'_> {
    type Value = Tree<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree<'de>, D::Error> {
        let left = self.0.get().checked_sub(1).ok_or_else(|| D::Error::custom("too many values"))?;
        self.0.set(left);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Growing<'_> {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of a case")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        i64::try_from(value).map(Tree::Whole).map_err(E::custom)
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Tree::Whole(value))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Tree::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Tree::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::with_capacity(8);
        while let Some(Key(key)) = map.next_key()? {
            members.push((key, map.next_value_seed(self)?));
        }
        Ok(Tree::Object(members))
    }
}

/// The key of a member, borrowed where nothing in it is escaped.
struct Key<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Key(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Key(Cow::Owned(text.to_owned())))
    }
}

/// The members of one object while they are read.
struct QuickMembers<'t, 'a> {
    members: &'t [(Cow<'a, str>, Tree<'a>)],
    /// Where the next member is looked for first: most files have them in the order of the format.
    next: usize,
    asked: usize,
    failed: &'t Cell<bool>,
}

impl<'t, 'a> QuickMembers<'t, 'a> {
    fn of(members: &'t [(Cow<'a, str>, Tree<'a>)], failed: &'t Cell<bool>) -> Self {
        QuickMembers { members, next: 0, asked: 0, failed }
    }

    fn finish(&self) {
        self.check(self.asked == self.members.len());
    }

    fn check(&self, is_right: bool) -> bool {
        if !is_right {
            self.failed.set(true);
        }
        is_right
    }

    fn take(&mut self, key: &str) -> Option<&'t Tree<'a>> {
        let (before, from_here) = self.members.split_at_checked(self.next)?;
        let found = from_here.iter().chain(before).position(|(name, _)| name == key)?;
        let at = (self.next + found) % self.members.len();
        self.next = at + 1;
        self.asked += 1;
        self.members.get(at).map(|(_, value)| value)
    }

    /// What is to be read under the key.
    fn wanted(&mut self, key: &str, need: Need<'_>) -> Option<&'t Tree<'a>> {
        let found = self.take(key);
        match need {
            Need::Required => {
                self.check(found.is_some());
                found
            }
            Need::Optional(presence) => {
                *presence = Presence::of(found.is_some());
                found
            }
            Need::Nullable(presence) => {
                let is_null = matches!(found, Some(Tree::Null));
                *presence = if is_null { Presence::Null } else { Presence::of(found.is_some()) };
                found.filter(|_| !is_null)
            }
        }
    }
}

impl Walk for QuickMembers<'_, '_> {
    fn leaf(&mut self, key: &'static str, need: Need<'_>, leaf: Leaf<'_>) -> bool {
        match self.wanted(key, need) {
            Some(tree) => self.check(read_leaf(tree, leaf)),
            None => true,
        }
    }

    fn object(&mut self, key: &'static str, need: Need<'_>, inside: Inside<'_>) -> bool {
        match self.wanted(key, need) {
            Some(tree) => self.check(read_object(tree, inside, self.failed)),
            None => true,
        }
    }

    fn list(
        &mut self,
        key: &'static str,
        need: Need<'_>,
        lengths: Bounds<u32>,
        _length: usize,
        each: EachItem<'_>,
    ) -> bool {
        let Some(tree) = self.wanted(key, need) else { return true };
        let Tree::List(items) = tree else { return self.check(false) };
        if !self.check(u32::try_from(items.len()).is_ok_and(|length| lengths.allow(&length))) {
            return false;
        }
        for (at, tree) in items.iter().enumerate() {
            each(at, &mut QuickItem { tree, failed: self.failed });
        }
        true
    }

    fn format(&mut self, key: &'static str, format: &'static str) {
        let found = self.take(key);
        self.check(matches!(found, Some(Tree::Text(text)) if text == format));
    }

    fn wrong(&mut self, _key: &'static str, _wrong: Wrong) {
        self.failed.set(true);
    }
}

struct QuickItem<'t, 'a> {
    tree: &'t Tree<'a>,
    failed: &'t Cell<bool>,
}

impl Item for QuickItem<'_, '_> {
    fn leaf(&mut self, leaf: Leaf<'_>) -> bool {
        let is_read = read_leaf(self.tree, leaf);
        if !is_read {
            self.failed.set(true);
        }
        is_read
    }

    fn object(&mut self, inside: Inside<'_>) {
        if !read_object(self.tree, inside, self.failed) {
            self.failed.set(true);
        }
    }
}

fn read_object(tree: &Tree<'_>, inside: Inside<'_>, failed: &Cell<bool>) -> bool {
    let Tree::Object(members) = tree else { return false };
    let mut walk = QuickMembers::of(members, failed);
    inside(&mut walk);
    walk.finish();
    true
}

fn read_leaf(tree: &Tree<'_>, leaf: Leaf<'_>) -> bool {
    match leaf {
        Leaf::Whole(place, bounds) => match tree {
            Tree::Whole(number) => put(place, u32::try_from(*number).ok().filter(|number| bounds.allow(number))),
            _ => false,
        },
        Leaf::Amount(place, bounds) => {
            put(place, scaled(tree, 2).map(Money::from_oere).filter(|amount| bounds.allow(amount)))
        }
        Leaf::Hours(place, bounds) => {
            put(place, scaled(tree, 2).map(WeeklyHours::from_hundredths).filter(|hours| bounds.allow(hours)))
        }
        Leaf::Rate(place, limits) => match tree {
            Tree::Text(text) => {
                let rate = parse_scaled(text, limits.decimals).ok().and_then(|it| it.checked_mul(limits.unit()));
                put(place, rate.map(Rate::from_millionths).filter(|rate| limits.bounds.allow(rate)))
            }
            _ => false,
        },
        Leaf::Month(place, bounds) => put(place, text(tree).and_then(Month::parse).filter(|it| bounds.allow(it))),
        Leaf::Text(place, lengths) => put(place, text(tree).filter(|text| is_name(text, lengths)).map(str::to_owned)),
        Leaf::Truth(place) => match tree {
            Tree::Bool(value) => put(place, Some(*value)),
            _ => false,
        },
        Leaf::Choice(place, ids) => put(place, text(tree).and_then(|text| ids.iter().position(|id| *id == text))),
        Leaf::Municipality(place) => put(place, text(tree).and_then(MunicipalityId::parse).map(Some)),
        Leaf::Path(place) => put(place, text(tree).and_then(ValuePath::parse).map(Some)),
    }
}

fn text<'t>(tree: &'t Tree<'_>) -> Option<&'t str> {
    match tree {
        Tree::Text(text) => Some(text),
        _ => None,
    }
}

/// A decimal string or a whole number in units of its last decimal.
fn scaled(tree: &Tree<'_>, decimals: u32) -> Option<i64> {
    match tree {
        Tree::Text(text) => parse_scaled(text, decimals).ok(),
        Tree::Whole(number) => number.checked_mul(10_i64.pow(decimals)),
        _ => None,
    }
}

#[cfg(test)]
#[path = "../../tests/all/support/whole_case.rs"]
mod whole_case;

#[cfg(test)]
mod tests {
    use super::{case, whole_case};
    use crate::case::careful;
    use crate::case::json::{self, Path, Problems};

    /// What is written as usual is read in one pass, and as the careful reader reads it.
    #[test]
    fn what_is_written_as_usual_needs_no_second_reader() {
        let mut document = whole_case::whole_case();
        for step in 0..4 {
            match step {
                1 => document["scenarios"][0]["loan"] = serde_json::Value::Null,
                2 => document["scenarios"][0]["household"]["savings"] = 6_000.into(),
                3 => document["scenarios"][0]["small_jobs"] = serde_json::json!([]),
                _ => {}
            }
            let text = document.to_string();
            let root = json::read(text.as_bytes()).expect("JSON");
            let careful = careful::case(&root, Path::ROOT, true, &mut Problems::default());
            assert!(careful.is_some(), "{text}");
            assert_eq!(case(text.as_bytes(), true), careful);
        }
    }

    #[test]
    fn what_is_not_is_left_to_the_careful_one() {
        let text = whole_case::whole_case().to_string();
        for unusual in [text.replacen("34", "3.4e1", 1), text.replacen("true", "null", 1), text.replacen("{", "[", 1)] {
            assert_eq!(case(unusual.as_bytes(), true), None, "{unusual}");
        }
    }
}
