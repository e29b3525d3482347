//! Reading single values out of a document, with every error kept and named.

use std::borrow::Cow;
use std::collections::HashSet;

use super::ErrorCode;
use super::bounds::Bounds;
use super::node::{Node, Value};
use super::problems::{Path, Problems, quoted};
use crate::quantity::{DecimalError, Money, Month, Rate, WeeklyHours};

/// The members of an object whose keys are known.
pub(super) struct Fields<'n, 'a> {
    object: &'n Node<'a>,
    /// Those whose keys are known, as first written.
    members: Vec<(Cow<'a, str>, Node<'a>)>,
}

impl<'n, 'a> Fields<'n, 'a> {
    /// The members of `node`, with unknown keys reported; `None` when it is no object.
    pub(super) fn of(node: &'n Node<'a>, path: Path<'_>, known: &[&str], problems: &mut Problems) -> Option<Self> {
        let Value::Object(object) = &node.value else {
            problems.wrong_type(node, path, "an object");
            return None;
        };
        let mut fields = Fields { object: node, members: Vec::new() };
        let message = format!("known here: {}", known.join(", "));
        // A key written twice is refused as that (see `refuse_duplicates`); it is unknown only once.
        let mut unknown = HashSet::new();
        // Every member can be read: the whole document was gone through.
        for (key, member) in object.members().ok()?.flatten() {
            if known.contains(&key.as_ref()) {
                if fields.get(&key).is_none() {
                    fields.members.push((key, member));
                }
            } else if !unknown.contains(&key) {
                problems.add(&member, path.key(&key), ErrorCode::UnknownKey, message.as_str());
                unknown.insert(key);
            }
        }
        Some(fields)
    }

    /// The member of this key, as first written.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.members.iter().find(|(name, _)| name == key).map(|(_, member)| member)
    }

    /// The member of this key, unless it is written as `null`.
    pub(super) fn get_nullable(&self, key: &str) -> Option<&Node<'a>> {
        self.get(key).filter(|node| !matches!(node.value, Value::Null))
    }

    /// The member of this key, if it is an object.
    pub(super) fn get_object(&self, key: &str) -> Option<&Node<'a>> {
        self.get(key).filter(|node| matches!(node.value, Value::Object(_)))
    }

    /// A member that must be there.
    pub(super) fn require(&self, key: &str, path: Path<'_>, problems: &mut Problems) -> Option<&Node<'a>> {
        let found = self.get(key);
        if found.is_none() {
            problems.add(self.object, path.key(key), ErrorCode::Missing, "this is required");
        }
        found
    }
}

/// A value that can be read from a node: `None` once an error has been reported.
pub(super) trait Read: Sized {
    /// What bounds it.
    type Limits: Copy;
    /// Reads the value, or reports why it cannot be.
    fn read(node: &Node<'_>, path: Path<'_>, limits: Self::Limits, problems: &mut Problems) -> Option<Self>;
}

impl Read for Money {
    type Limits = Bounds<Money>;
    fn read(node: &Node<'_>, path: Path<'_>, limits: Bounds<Money>, problems: &mut Problems) -> Option<Self> {
        let text = decimal_or_integer(node, path, problems)?;
        // An amount that must be above zero is said to be above 0, not 0.01.
        let kroner = |money: Money| (money.oere() / 100).to_string();
        bounded(node, path, text, Money::parse(text), limits, kroner, problems)
    }
}

impl Read for WeeklyHours {
    type Limits = Bounds<WeeklyHours>;
    fn read(node: &Node<'_>, path: Path<'_>, limits: Bounds<WeeklyHours>, problems: &mut Problems) -> Option<Self> {
        let text = decimal_or_integer(node, path, problems)?;
        let hours = |hours: WeeklyHours| (hours.hundredths() / 100).to_string();
        bounded(node, path, text, WeeklyHours::parse(text), limits, hours, problems)
    }
}

/// How many decimals a rate may have, and its bounds.
#[derive(Clone, Copy)]
pub(super) struct RateLimits {
    pub(super) decimals: u32,
    pub(super) bounds: Bounds<Rate>,
}

impl Read for Rate {
    type Limits = RateLimits;
    fn read(node: &Node<'_>, path: Path<'_>, limits: RateLimits, problems: &mut Problems) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            problems.wrong_type(node, path, "a decimal fraction as a string");
            return None;
        };
        let unit = 10_i64.pow(6 - limits.decimals.min(6));
        let parsed = crate::quantity::parse_scaled(text, limits.decimals)
            .and_then(|scaled| scaled.checked_mul(unit).map(Rate::from_millionths).ok_or(DecimalError::TooLarge));
        bounded(node, path, text, parsed, limits.bounds, |rate| rate.to_string(), problems)
    }
}

impl Read for u32 {
    type Limits = Bounds<u32>;
    fn read(node: &Node<'_>, path: Path<'_>, limits: Bounds<u32>, problems: &mut Problems) -> Option<Self> {
        let Value::Number(text) = node.value else {
            problems.wrong_type(node, path, "a whole number");
            return None;
        };
        if !is_integer(text) {
            problems.add(node, path, ErrorCode::WrongType, format!("read {}, expected a whole number", quoted(text)));
            return None;
        }
        // A whole number too long for its type, or below zero, is out of range too.
        let parsed = text.strip_prefix("-0").map_or(text, |rest| if rest.is_empty() { "0" } else { text }).parse();
        match parsed {
            Ok(value) if limits.allow(&value) => Some(value),
            _ => {
                problems.out_of_range(node, path, text, (&limits.min.to_string(), &limits.max.to_string()));
                None
            }
        }
    }
}

impl Read for bool {
    type Limits = ();
    fn read(node: &Node<'_>, path: Path<'_>, (): (), problems: &mut Problems) -> Option<Self> {
        match node.value {
            Value::Bool(value) => Some(value),
            _ => {
                problems.wrong_type(node, path, "true or false");
                None
            }
        }
    }
}

impl Read for Month {
    type Limits = Bounds<Month>;
    fn read(node: &Node<'_>, path: Path<'_>, limits: Bounds<Month>, problems: &mut Problems) -> Option<Self> {
        let text = text(node, path, "a month such as \"2027-01\"", problems)?;
        let Some(month) = Month::parse(text) else {
            let message = format!("read {:?}, expected a month such as 2027-01", quoted(text));
            problems.add(node, path, ErrorCode::NotAMonth, message);
            return None;
        };
        if limits.allow(&month) {
            return Some(month);
        }
        problems.out_of_range(node, path, text, (&limits.min.to_string(), &limits.max.to_string()));
        None
    }
}

/// A name or label: of the right length, without control or bidirectional characters.
impl Read for String {
    type Limits = Bounds<u32>;
    fn read(node: &Node<'_>, path: Path<'_>, limits: Bounds<u32>, problems: &mut Problems) -> Option<Self> {
        let text = text(node, path, "a string", problems)?;
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        if !limits.allow(&length) {
            let read = format!("{length} characters");
            problems.out_of_range(node, path, &read, (&limits.min.to_string(), &limits.max.to_string()));
            return None;
        }
        if text.chars().any(is_forbidden) {
            problems.add(node, path, ErrorCode::UnknownValue, "control and bidirectional characters are not allowed");
            return None;
        }
        Some(text.to_owned())
    }
}

/// One of the values of a closed list.
pub(super) fn choice<T: Copy>(
    node: &Node<'_>,
    path: Path<'_>,
    (all, id): (&[T], fn(T) -> &'static str),
    problems: &mut Problems,
) -> Option<T> {
    let text = text(node, path, "a string", problems)?;
    let found = all.iter().copied().find(|&value| id(value) == text);
    if found.is_none() {
        let known: Vec<&str> = all.iter().map(|&value| id(value)).collect();
        let message = format!("read {:?}, allowed: {}", quoted(text), known.join(", "));
        problems.add(node, path, ErrorCode::UnknownValue, message);
    }
    found
}

/// A list of at most so many items, each read by `item`; `None` when one of them has an error. The
/// items of a list that is too long are not read.
pub(super) fn list<T>(
    node: &Node<'_>,
    path: Path<'_>,
    lengths: Bounds<u32>,
    problems: &mut Problems,
    mut item: impl FnMut(usize, &Node<'_>, Path<'_>, &mut Problems) -> Option<T>,
) -> Option<Vec<T>> {
    let Value::List(list) = &node.value else {
        problems.wrong_type(node, path, "a list");
        return None;
    };
    // Every item can be read: the whole document was gone through.
    let items = list.items().ok()?;
    let length = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let fits = lengths.allow(&length);
    if !fits {
        let read = format!("{length} items");
        problems.out_of_range(node, path, &read, (&lengths.min.to_string(), &lengths.max.to_string()));
    }
    if length > lengths.max {
        return None;
    }
    let mut all = Vec::new();
    for (index, node) in items.flatten().enumerate() {
        all.push(item(index, &node, path.index(index), problems));
    }
    all.into_iter().collect::<Option<Vec<T>>>().filter(|_| fits)
}

pub(super) fn text<'n>(node: &'n Node<'_>, path: Path<'_>, expected: &str, problems: &mut Problems) -> Option<&'n str> {
    match &node.value {
        Value::Text(text) => Some(text),
        _ => {
            problems.wrong_type(node, path, expected);
            None
        }
    }
}

/// The digits of a decimal string or of a JSON integer; never of a number with fraction or exponent.
fn decimal_or_integer<'n>(node: &'n Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<&'n str> {
    match &node.value {
        Value::Text(text) => Some(text),
        Value::Number(text) if is_integer(text) => Some(text),
        Value::Number(text) => {
            let message = format!("read {}; an amount with decimals is written as a string", quoted(text));
            problems.add(node, path, ErrorCode::WrongType, message);
            None
        }
        _ => {
            problems.wrong_type(node, path, "a string or a whole number");
            None
        }
    }
}

fn is_integer(number: &str) -> bool {
    !number.contains(['.', 'e', 'E'])
}

fn bounded<T: PartialOrd + Copy>(
    node: &Node<'_>,
    path: Path<'_>,
    read: &str,
    parsed: Result<T, DecimalError>,
    limits: Bounds<T>,
    show: impl Fn(T) -> String,
    problems: &mut Problems,
) -> Option<T> {
    let (code, message) = match parsed {
        Ok(value) if limits.allow(&value) => return Some(value),
        Ok(_) | Err(DecimalError::TooLarge) => {
            problems.out_of_range(node, path, read, (&show(limits.min), &show(limits.max)));
            return None;
        }
        Err(DecimalError::NotANumber) => (
            ErrorCode::NotANumber,
            format!("read {:?}, expected a plain decimal number such as 12500.50", quoted(read)),
        ),
        Err(DecimalError::TooManyDecimals) => {
            (ErrorCode::TooManyDecimals, format!("read {}: too many decimals", quoted(read)))
        }
    };
    problems.add(node, path, code, message);
    None
}

fn is_forbidden(letter: char) -> bool {
    let bidirectional =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    letter.is_control() || bidirectional
}
