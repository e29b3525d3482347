//! Reads a case and names everything that is wrong with it.

use super::bounds::Bounds;
use super::json::{Fields, JsonNode, JsonValue, Path, Problems, Read, choice, in_quotes, list, text};
use super::parts::ValuePath;
use super::walk::{EachItem, Inside, Item, Leaf, Need, Presence, Walk, Wrong, put};
use super::{Case, ErrorCode, Obstacle, format};
use crate::quantity::Month;
use crate::rulebook::MunicipalityId;

/// The case at a place of a document; `whole` asks that its scenarios can be worked out. `None` when a value of
/// it cannot be read.
pub(super) fn case(node: &JsonNode<'_>, path: Path<'_>, whole: bool, problems: &mut Problems) -> Option<Case> {
    let mut members = CarefulMembers::of(node, path, problems)?;
    let mut read = Case::new(Month::from_index(0));
    format::case(&mut members, &mut read, whole);
    members.finish();
    (!problems.is_unread).then_some(read)
}

/// The members of one object while they are read.
struct CarefulMembers<'n, 'a, 'p, 'r> {
    fields: Fields<'n, 'a>,
    node: &'n JsonNode<'a>,
    path: Path<'p>,
    problems: &'r mut Problems,
    /// The keys that were asked for: the others are unknown here.
    known: Vec<&'static str>,
}

impl<'n, 'a, 'p, 'r> CarefulMembers<'n, 'a, 'p, 'r> {
    fn of(node: &'n JsonNode<'a>, path: Path<'p>, problems: &'r mut Problems) -> Option<Self> {
        let fields = Fields::all(node, path, problems)?;
        Some(CarefulMembers { fields, node, path, problems, known: Vec::new() })
    }

    fn finish(self) {
        self.fields.refuse_unknown(&self.known, self.path, self.problems);
    }

    /// Notes whether a value was read.
    fn note(&mut self, is_read: bool) -> bool {
        self.problems.is_unread |= !is_read;
        is_read
    }

    /// Is there something to read under the key? Else whether that is right.
    fn is_there(&mut self, key: &'static str, need: Need<'_>) -> Result<(), bool> {
        self.known.push(key);
        let found = match self.fields.get(key) {
            None => Presence::Absent,
            Some(node) if matches!(node.value, JsonValue::Null) => Presence::Null,
            Some(_) => Presence::There,
        };
        match need {
            Need::Required => {
                let found = self.fields.require(key, self.path, self.problems).is_some();
                if self.note(found) { Ok(()) } else { Err(false) }
            }
            // Where `null` is not allowed it is a value of the wrong type.
            Need::Optional(presence) => {
                *presence = Presence::of(found != Presence::Absent);
                if presence.is_there() { Ok(()) } else { Err(true) }
            }
            Need::Nullable(presence) => {
                *presence = found;
                if found.is_there() { Ok(()) } else { Err(true) }
            }
        }
    }
}

impl Walk for CarefulMembers<'_, '_, '_, '_> {
    fn leaf(&mut self, key: &'static str, need: Need<'_>, leaf: Leaf<'_>) -> bool {
        if let Err(is_right) = self.is_there(key, need) {
            return is_right;
        }
        let read = self.fields.get(key).is_some_and(|node| read_leaf(node, self.path.key(key), leaf, self.problems));
        self.note(read)
    }

    fn object(&mut self, key: &'static str, need: Need<'_>, inside: Inside<'_>) -> bool {
        if let Err(is_right) = self.is_there(key, need) {
            return is_right;
        }
        let path = self.path.key(key);
        let read = self.fields.get(key).is_some_and(|node| read_object(node, path, inside, self.problems));
        self.note(read)
    }

    fn list(
        &mut self,
        key: &'static str,
        need: Need<'_>,
        lengths: Bounds<u32>,
        _length: usize,
        each: EachItem<'_>,
    ) -> bool {
        if let Err(is_right) = self.is_there(key, need) {
            return is_right;
        }
        let Some(node) = self.fields.get(key) else { return false };
        let read = list(node, self.path.key(key), lengths, self.problems, |at, node, path, problems| {
            let mut item = CarefulItem { node, path, problems, is_read: false };
            each(at, &mut item);
            item.is_read.then_some(())
        });
        self.note(read.is_some())
    }

    fn format(&mut self, key: &'static str, format: &'static str) {
        self.known.push(key);
        let Some(node) = self.fields.require(key, self.path, self.problems) else { return };
        match &node.value {
            JsonValue::Text(text) if text == format => {}
            JsonValue::Text(text) => {
                let message = format!("read {}, this program reads {}", in_quotes(text), in_quotes(format));
                self.problems.add(node, self.path.key(key), ErrorCode::UnsupportedFormat, message);
            }
            other => {
                let message = format!("read {}, expected {}", other.kind(), in_quotes(format));
                self.problems.add(node, self.path.key(key), ErrorCode::WrongType, message);
            }
        }
    }

    fn wrong(&mut self, key: &'static str, wrong: Wrong) {
        let of_object = wrong.is_of_object();
        self.problems.is_unread |= of_object && key.is_empty();
        let node = self.fields.get(key).filter(|_| !of_object).unwrap_or(self.node);
        let path = if key.is_empty() { self.path.text() } else { self.path.key(key).text() };
        let problem = super::Problem::new(path, wrong.code(), wrong.message());
        let problem = match wrong.bounds() {
            Some((min, max)) => problem.between(min, max),
            None => problem,
        };
        self.problems.push(node.order, problem);
    }
}

/// What does not fit, in words.
impl Wrong {
    /// What kind of error it is.
    fn code(self) -> ErrorCode {
        match self {
            Wrong::Neither(_) => ErrorCode::Missing,
            Wrong::NoBenefit(obstacle) => obstacle.code(),
            _ => ErrorCode::Inconsistent,
        }
    }

    /// Does the error stand at the object itself, also where the member is there?
    fn is_of_object(self) -> bool {
        matches!(self, Wrong::Both(_) | Wrong::Neither(_) | Wrong::NoBenefit(_))
    }

    /// The bounds that were broken.
    fn bounds(self) -> Option<(String, String)> {
        if let Wrong::NoBenefit(obstacle) = self { obstacle.bounds() } else { None }
    }

    fn message(self) -> String {
        match self {
            Wrong::Twice(word) => format!("{word} stands there twice"),
            Wrong::CourseEndsTooEarly(first) => format!("the course begins in {first} and cannot end before"),
            Wrong::ClosesTooEarly(opening) => format!("the business opens in {opening} and can only close later"),
            Wrong::JobEndsTooEarly(from) => format!("the job begins in {from} and cannot end before"),
            Wrong::TooFar(last) => Obstacle::TooFar { last }.message(0),
            Wrong::LoanWithoutBusiness => "a loan needs a business".to_owned(),
            Wrong::DeductionOfProfile => "a profile brings its own deduction".to_owned(),
            Wrong::ChildAtHome => "a child at home is a child that is supported".to_owned(),
            Wrong::Both([first, second]) => format!("either {first} or {second}, not both"),
            Wrong::Neither([first, second]) => format!("either {first} or {second} is required"),
            Wrong::NoBenefit(obstacle) => obstacle.message(0),
        }
    }
}

/// One item of a list.
struct CarefulItem<'n, 'a, 'p, 'r> {
    node: &'n JsonNode<'a>,
    path: Path<'p>,
    problems: &'r mut Problems,
    is_read: bool,
}

impl Item for CarefulItem<'_, '_, '_, '_> {
    fn leaf(&mut self, leaf: Leaf<'_>) -> bool {
        self.is_read = read_leaf(self.node, self.path, leaf, self.problems);
        self.is_read
    }

    fn object(&mut self, inside: Inside<'_>) {
        self.is_read = read_object(self.node, self.path, inside, self.problems);
    }
}

fn read_object(node: &JsonNode<'_>, path: Path<'_>, inside: Inside<'_>, problems: &mut Problems) -> bool {
    let Some(mut members) = CarefulMembers::of(node, path, problems) else { return false };
    inside(&mut members);
    members.finish();
    true
}

fn read_leaf(node: &JsonNode<'_>, path: Path<'_>, leaf: Leaf<'_>, problems: &mut Problems) -> bool {
    match leaf {
        Leaf::Whole(place, bounds) => put(place, Read::read(node, path, bounds, problems)),
        Leaf::Amount(place, bounds) => put(place, Read::read(node, path, bounds, problems)),
        Leaf::Rate(place, limits) => put(place, Read::read(node, path, limits, problems)),
        Leaf::Hours(place, bounds) => put(place, Read::read(node, path, bounds, problems)),
        Leaf::Month(place, bounds) => put(place, Read::read(node, path, bounds, problems)),
        Leaf::Text(place, lengths) => put(place, Read::read(node, path, lengths, problems)),
        Leaf::Truth(place) => put(place, Read::read(node, path, (), problems)),
        Leaf::Choice(place, ids) => put(place, choice(node, path, ids, problems)),
        Leaf::Municipality(place) => put(place, municipality(node, path, problems).map(Some)),
        Leaf::Path(place) => put(place, value_path(node, path, problems).map(Some)),
    }
}

fn municipality(node: &JsonNode<'_>, path: Path<'_>, problems: &mut Problems) -> Option<MunicipalityId> {
    let written = text(node, path, "a string", problems)?;
    let read = MunicipalityId::parse(written);
    if read.is_none() {
        let message =
            format!("read {}, expected an id of up to 32 of a-z, 0-9 and -, a letter first", in_quotes(written));
        problems.add(node, path, ErrorCode::UnknownValue, message);
    }
    read
}

fn value_path(node: &JsonNode<'_>, path: Path<'_>, problems: &mut Problems) -> Option<ValuePath> {
    let written = text(node, path, "a string", problems)?;
    let read = ValuePath::parse(written);
    if read.is_none() {
        let message = format!("read {}, expected the place of a value, such as scenarios[0].start", in_quotes(written));
        problems.add(node, path, ErrorCode::UnknownValue, message);
    }
    read
}
