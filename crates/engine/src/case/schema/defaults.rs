//! What a member comes to that is left out, where that is always the same.

use std::collections::BTreeMap;

use super::each_member;
use super::shape::{FormatShape, MemberNeed, probe};
use crate::case::bounds::Bounds;
use crate::case::walk::{EachItem, Inside, Item, Leaf, Need, Presence, Walk, Wrong};
use crate::case::write::JsonText;
use crate::case::{Case, format};
use crate::quantity::Month;
use crate::screening::AnswerKey;
use crate::simulation::{FieldsWritten, ScenarioField};

/// The values of a case as JSON, by their paths.
type Values = BTreeMap<String, Vec<String>>;

/// The default of each member that has one, as JSON, by its path.
pub(super) fn all() -> BTreeMap<String, String> {
    let probed = probe(None);
    let written = probed.case.scenarios.first().map(|scenario| scenario.written).unwrap_or_default();
    // Some defaults follow the answers, or the position in a list: those are none.
    let most_words = AnswerKey::ALL.len();
    let cases: Vec<Values> = (0..most_words).map(|word| left_out(Some(word))).chain([left_out(None)]).collect();
    let mut all = BTreeMap::new();
    each_member(&probed.shape, "", &mut |path, member| {
        let of_case = ["answers", "scenarios"].contains(&path);
        let empty = match (&member.shape, member.need) {
            (_, MemberNeed::Nullable) if path.starts_with("scenarios[].") => "null",
            (FormatShape::Object(_), _) if of_case || has_default(path, written) => "{}",
            (FormatShape::List { .. }, _) if of_case || has_default(path, written) => "[]",
            _ => return,
        };
        all.insert(path.to_owned(), empty.to_owned());
    });
    for (path, values) in cases.first().into_iter().flatten() {
        let same = |others: &Values| {
            others.get(path).is_some_and(|others| others.iter().all(|other| Some(other) == values.first()))
        };
        if has_default(path, written) && cases.iter().all(same) {
            all.extend(values.first().map(|value| (path.clone(), value.clone())));
        }
    }
    all
}

/// Does the format keep whether it was written? It does so of what has a default.
fn has_default(path: &str, written: FieldsWritten) -> bool {
    let field = path.strip_prefix("scenarios[].").and_then(ScenarioField::from_id);
    path == "scheme" || field.is_some_and(|field| written.has(field))
}

/// The values of a case with two scenarios in which everything is left out that may be. Of the answers either all are left out,
/// or (`Some`) each has the word at this place, or the last one.
fn left_out(word: Option<usize>) -> Values {
    let mut case = Case::new(Month::from_index(0));
    let mut bare = Bare { word, see: false, path: String::new(), values: Values::new() };
    format::case(&mut bare, &mut case, false);
    bare.see = true;
    format::case(&mut bare, &mut case, false);
    bare.values
}

/// Goes through a case and leaves everything out, or (`see`) looks at what is in it.
struct Bare {
    word: Option<usize>,
    see: bool,
    path: String,
    values: Values,
}

impl Bare {
    fn below(&mut self, key: &str, go: impl FnOnce(&mut Bare)) {
        let length = self.path.len();
        if length > 0 && !key.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(key);
        go(self);
        self.path.truncate(length);
    }

    fn keep(&mut self, value: String) {
        self.values.entry(self.path.clone()).or_default().push(value);
    }

    /// Is the value there, when nothing is that need not be?
    fn leave(&mut self, need: Need<'_>, leaf: Leaf<'_>) {
        let (Need::Optional(presence) | Need::Nullable(presence)) = need else { return };
        let word = self.word.filter(|_| self.path.starts_with("answers"));
        *presence = Presence::of(word.is_some());
        if let (Some(word), Leaf::Choice(place, ids)) = (word, leaf) {
            *place = word.min(ids.len().saturating_sub(1));
        }
    }
}

fn enter(need: Need<'_>) {
    if let Need::Optional(presence) | Need::Nullable(presence) = need {
        *presence = Presence::There;
    }
}

impl Walk for Bare {
    fn leaf(&mut self, key: &'static str, need: Need<'_>, leaf: Leaf<'_>) -> bool {
        self.below(key, |bare| if bare.see { bare.keep(JsonText::of(&leaf)) } else { bare.leave(need, leaf) });
        true
    }

    fn object(&mut self, key: &'static str, need: Need<'_>, inside: Inside<'_>) -> bool {
        enter(need);
        self.below(key, |bare| inside(bare));
        true
    }

    fn list(
        &mut self,
        key: &'static str,
        need: Need<'_>,
        _lengths: Bounds<u32>,
        _length: usize,
        each: EachItem<'_>,
    ) -> bool {
        enter(need);
        self.below(key, |bare| bare.below("[]", |bare| (0..2).for_each(|at| each(at, bare))));
        true
    }

    fn format(&mut self, _key: &'static str, _format: &'static str) {}

    fn wrong(&mut self, _key: &'static str, _wrong: Wrong) {}
}

impl Item for Bare {
    fn leaf(&mut self, _leaf: Leaf<'_>) -> bool {
        true
    }

    fn object(&mut self, inside: Inside<'_>) {
        inside(self);
    }
}
