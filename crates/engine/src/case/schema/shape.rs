//! The members of a case as the reader asks for them: which there are, what each may hold and whether it must be there.

use super::relation::Relation;
use crate::case::bounds::Bounds;
use crate::case::walk::{EachItem, Inside, Item, Leaf, Need, Presence, RateLimits, Walk, Wrong};
use crate::case::{Case, format};
use crate::quantity::{Money, Month, WeeklyHours};

/// What stands at a place.
#[derive(Clone)]
pub(super) enum FormatShape {
    /// A value.
    Value(ValueShape),
    /// The name of the format.
    Format(&'static str),
    /// An object, its members in their order.
    Object(Vec<MemberShape>),
    /// A list of so many items.
    List {
        /// How many.
        lengths: Bounds<u32>,
        /// Each of them.
        item: Box<FormatShape>,
    },
}

/// A member of an object.
#[derive(Clone)]
pub(super) struct MemberShape {
    pub(super) key: &'static str,
    pub(super) need: MemberNeed,
    pub(super) shape: FormatShape,
}

/// Must a member be there?
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum MemberNeed {
    /// It must.
    Required,
    /// It may be left out.
    Optional,
    /// It may be left out or `null`.
    Nullable,
}

/// What a value may be.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum ValueShape {
    Whole(Bounds<u32>),
    Amount(Bounds<Money>),
    Rate(RateLimits),
    Hours(Bounds<WeeklyHours>),
    Month(Bounds<Month>),
    Text(Bounds<u32>),
    Municipality,
    Path,
    Truth,
    Choice(&'static [&'static str]),
}

impl ValueShape {
    pub(super) fn of(leaf: &Leaf<'_>) -> Self {
        match leaf {
            Leaf::Whole(_, bounds) => ValueShape::Whole(*bounds),
            Leaf::Amount(_, bounds) => ValueShape::Amount(*bounds),
            Leaf::Rate(_, limits) => ValueShape::Rate(*limits),
            Leaf::Hours(_, bounds) => ValueShape::Hours(*bounds),
            Leaf::Month(_, bounds) => ValueShape::Month(*bounds),
            Leaf::Text(_, lengths) => ValueShape::Text(*lengths),
            Leaf::Municipality(_) => ValueShape::Municipality,
            Leaf::Path(_) => ValueShape::Path,
            Leaf::Truth(_) => ValueShape::Truth,
            Leaf::Choice(_, ids) => ValueShape::Choice(ids),
        }
    }
}

/// What was found by going through a case in which everything is there, or all but one member.
pub(super) struct Probed {
    /// The case.
    pub(super) shape: FormatShape,
    /// How many members it has.
    pub(super) members: usize,
    /// What did not fit together, each with the path of its object.
    pub(super) relations: Vec<(String, Relation)>,
    /// The case as the format has left it: its scenario knows which fields have a default.
    pub(super) case: Case,
}

/// Goes through a case in which everything is there but (`Some`) the member at this place in the order of the format.
pub(super) fn probe(left_out: Option<usize>) -> Probed {
    let mut case = Case::new(Month::from_index(0));
    let mut probe = Probe { left_out, ..Probe::default() };
    format::case(&mut probe, &mut case, false);
    Probed { shape: FormatShape::Object(probe.members), members: probe.seen, relations: probe.relations, case }
}

/// The members of one object while the format asks for them.
#[derive(Default)]
struct Probe {
    path: String,
    left_out: Option<usize>,
    seen: usize,
    members: Vec<MemberShape>,
    relations: Vec<(String, Relation)>,
    /// What the item of a list was, where this is one.
    item: Option<FormatShape>,
}

impl Probe {
    /// Is the member there? One that must be is, whatever is left out.
    fn meet(&mut self, need: Need<'_>) -> (MemberNeed, bool) {
        let at = self.seen;
        self.seen += 1;
        let is_there = self.left_out != Some(at);
        match need {
            Need::Required => (MemberNeed::Required, true),
            Need::Optional(presence) => {
                *presence = Presence::of(is_there);
                (MemberNeed::Optional, is_there)
            }
            Need::Nullable(presence) => {
                *presence = Presence::of(is_there);
                (MemberNeed::Nullable, is_there)
            }
        }
    }

    /// Goes through what stands below a place.
    fn below(&mut self, step: &str, go: impl FnOnce(&mut Probe)) -> Probe {
        let path = if self.path.is_empty() { step.to_owned() } else { format!("{}{step}", self.path) };
        let mut inner = Probe { path, left_out: self.left_out, seen: self.seen, ..Probe::default() };
        go(&mut inner);
        self.seen = inner.seen;
        self.relations.append(&mut inner.relations);
        inner
    }

    fn step(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!(".{key}") }
    }

    fn note(&mut self, key: &'static str, need: MemberNeed, shape: FormatShape) {
        self.members.push(MemberShape { key, need, shape });
    }
}

/// Yes is what has consequences.
fn fill(leaf: Leaf<'_>) -> ValueShape {
    let shape = ValueShape::of(&leaf);
    if let Leaf::Truth(truth) = leaf {
        *truth = true;
    }
    shape
}

impl Walk for Probe {
    fn leaf(&mut self, key: &'static str, need: Need<'_>, leaf: Leaf<'_>) -> bool {
        let (need, is_there) = self.meet(need);
        let shape = if is_there { fill(leaf) } else { ValueShape::of(&leaf) };
        self.note(key, need, FormatShape::Value(shape));
        true
    }

    fn object(&mut self, key: &'static str, need: Need<'_>, inside: Inside<'_>) -> bool {
        let (need, is_there) = self.meet(need);
        if is_there {
            let step = self.step(key);
            let inner = self.below(&step, |probe| inside(probe));
            self.note(key, need, FormatShape::Object(inner.members));
        }
        true
    }

    fn list(
        &mut self,
        key: &'static str,
        need: Need<'_>,
        lengths: Bounds<u32>,
        _length: usize,
        each: EachItem<'_>,
    ) -> bool {
        let (need, is_there) = self.meet(need);
        if is_there {
            let step = format!("{}[]", self.step(key));
            let inner = self.below(&step, |probe| {
                each(0, probe);
                // The same once more: may it stand there twice?
                let (seen, left_out) = (probe.seen, probe.left_out.take());
                each(1, probe);
                (probe.seen, probe.left_out) = (seen, left_out);
            });
            self.note(
                key,
                need,
                FormatShape::List { lengths, item: Box::new(inner.item.unwrap_or(FormatShape::Object(Vec::new()))) },
            );
        }
        true
    }

    fn format(&mut self, key: &'static str, format: &'static str) {
        self.seen += 1;
        self.note(key, MemberNeed::Required, FormatShape::Format(format));
    }

    fn wrong(&mut self, key: &'static str, wrong: Wrong) {
        self.relations.extend(Relation::of(key, wrong).map(|relation| (self.path.clone(), relation)));
    }
}

impl Item for Probe {
    fn leaf(&mut self, leaf: Leaf<'_>) -> bool {
        self.item = Some(FormatShape::Value(fill(leaf)));
        true
    }

    fn object(&mut self, inside: Inside<'_>) {
        let inner = self.below("", |probe| inside(probe));
        self.item = Some(FormatShape::Object(inner.members));
    }
}
