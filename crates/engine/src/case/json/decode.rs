//! Reading single values out of a document, with every error kept and named.

use std::borrow::Cow;

use super::duplicates::Keys;
use super::node::{JsonNode, JsonValue};
use super::problems::{Path, Problems, in_quotes, quoted};
use crate::case::ErrorCode;
use crate::case::bounds::Bounds;
use crate::case::walk::RateLimits;
use crate::quantity::{DecimalError, Money, Month, Rate, WeeklyHours};

/// The members of an object whose keys are known.
pub(in crate::case) struct Fields<'n, 'a> {
    object: &'n JsonNode<'a>,
    /// Its members, as they are written.
    members: Vec<(Cow<'a, str>, JsonNode<'a>)>,
}

impl<'n, 'a> Fields<'n, 'a> {
    /// The members of `node`, with unknown keys reported; `None` when it is no object.
    pub(in crate::case) fn of(
        node: &'n JsonNode<'a>,
        path: Path<'_>,
        known: &[&str],
        problems: &mut Problems,
    ) -> Option<Self> {
        let fields = Fields::all(node, path, problems)?;
        fields.refuse_unknown(known, path, problems);
        Some(fields)
    }

    /// The members of `node`, whatever their keys; `None` when it is no object.
    pub(in crate::case) fn all(node: &'n JsonNode<'a>, path: Path<'_>, problems: &mut Problems) -> Option<Self> {
        let JsonValue::Object(object) = &node.value else {
            problems.wrong_type(node, path, "an object");
            return None;
        };
        // Every member can be read: the whole document was gone through.
        let members = object.members().ok()?.flatten().collect();
        Some(Fields { object: node, members })
    }

    /// Reports the members whose keys are not known here. A key written twice is refused as that (see
    /// `refuse_duplicates`); it is unknown only once.
    pub(in crate::case) fn refuse_unknown(&self, known: &[&str], path: Path<'_>, problems: &mut Problems) {
        let unknown = || self.members.iter().filter(|(key, _)| !known.contains(&key.as_ref()));
        if unknown().next().is_none() {
            return;
        }
        let message = format!("known here: {}", known.join(", "));
        let mut told = Keys::default();
        for (key, member) in unknown() {
            if told.insert(key.clone()) {
                problems.add(member, path.key(key), ErrorCode::UnknownKey, message.as_str());
            }
        }
    }

    /// The member of this key, as first written.
    pub(in crate::case) fn get(&self, key: &str) -> Option<&JsonNode<'a>> {
        self.members.iter().find(|(name, _)| name == key).map(|(_, member)| member)
    }

    /// A member that must be there.
    pub(in crate::case) fn require(&self, key: &str, path: Path<'_>, problems: &mut Problems) -> Option<&JsonNode<'a>> {
        let found = self.get(key);
        if found.is_none() {
            problems.add(self.object, path.key(key), ErrorCode::Missing, "this is required");
        }
        found
    }
}

/// A value that can be read from a node: `None` once an error has been reported.
pub(in crate::case) trait Read: Sized {
    /// What bounds it.
    type Limits: Copy;
    /// Reads the value, or reports why it cannot be.
    fn read(node: &JsonNode<'_>, path: Path<'_>, limits: Self::Limits, problems: &mut Problems) -> Option<Self>;
}

impl Read for Money {
    type Limits = Bounds<Money>;
    fn read(node: &JsonNode<'_>, path: Path<'_>, limits: Bounds<Money>, problems: &mut Problems) -> Option<Self> {
        let text = decimal_or_integer(node, path, problems)?;
        // An amount that must be above zero is said to be above 0, not 0.01.
        let kroner = |money: Money| (money.oere() / 100).to_string();
        bounded(node, path, text, Money::parse(text), limits, kroner, problems)
    }
}

impl Read for WeeklyHours {
    type Limits = Bounds<WeeklyHours>;
    fn read(node: &JsonNode<'_>, path: Path<'_>, limits: Bounds<WeeklyHours>, problems: &mut Problems) -> Option<Self> {
        let text = decimal_or_integer(node, path, problems)?;
        let hours = |hours: WeeklyHours| (hours.hundredths() / 100).to_string();
        bounded(node, path, text, WeeklyHours::parse(text), limits, hours, problems)
    }
}

impl Read for Rate {
    type Limits = RateLimits;
    fn read(node: &JsonNode<'_>, path: Path<'_>, limits: RateLimits, problems: &mut Problems) -> Option<Self> {
        let JsonValue::Text(text) = &node.value else {
            problems.wrong_type(node, path, "a decimal fraction as a string");
            return None;
        };
        let unit = limits.unit();
        let parsed = crate::quantity::parse_scaled(text, limits.decimals)
            .and_then(|scaled| scaled.checked_mul(unit).map(Rate::from_millionths).ok_or(DecimalError::TooLarge));
        bounded(node, path, text, parsed, limits.bounds, |rate| rate.to_string(), problems)
    }
}

impl Read for u32 {
    type Limits = Bounds<u32>;
    fn read(node: &JsonNode<'_>, path: Path<'_>, limits: Bounds<u32>, problems: &mut Problems) -> Option<Self> {
        let JsonValue::Number(text) = node.value else {
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
    fn read(node: &JsonNode<'_>, path: Path<'_>, (): (), problems: &mut Problems) -> Option<Self> {
        match node.value {
            JsonValue::Bool(value) => Some(value),
            _ => {
                problems.wrong_type(node, path, "true or false");
                None
            }
        }
    }
}

impl Read for Month {
    type Limits = Bounds<Month>;
    fn read(node: &JsonNode<'_>, path: Path<'_>, limits: Bounds<Month>, problems: &mut Problems) -> Option<Self> {
        let text = text(node, path, "a month such as \"2027-01\"", problems)?;
        let Some(month) = Month::parse(text) else {
            let message = format!("read {}, expected a month such as 2027-01", in_quotes(text));
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
    fn read(node: &JsonNode<'_>, path: Path<'_>, limits: Bounds<u32>, problems: &mut Problems) -> Option<Self> {
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

/// The place of a word in a closed list.
pub(in crate::case) fn choice(
    node: &JsonNode<'_>,
    path: Path<'_>,
    ids: &[&str],
    problems: &mut Problems,
) -> Option<usize> {
    let text = text(node, path, "a string", problems)?;
    let found = ids.iter().position(|id| *id == text);
    if found.is_none() {
        let message = format!("read {}, allowed: {}", in_quotes(text), ids.join(", "));
        problems.add(node, path, ErrorCode::UnknownValue, message);
    }
    found
}

/// A list of at most so many items, each read by `item`; `None` when one of them has an error. The
/// items of a list that is too long are not read.
pub(in crate::case) fn list<T>(
    node: &JsonNode<'_>,
    path: Path<'_>,
    lengths: Bounds<u32>,
    problems: &mut Problems,
    mut item: impl FnMut(usize, &JsonNode<'_>, Path<'_>, &mut Problems) -> Option<T>,
) -> Option<Vec<T>> {
    let JsonValue::List(list) = &node.value else {
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

pub(in crate::case) fn text<'n>(
    node: &'n JsonNode<'_>,
    path: Path<'_>,
    expected: &str,
    problems: &mut Problems,
) -> Option<&'n str> {
    match &node.value {
        JsonValue::Text(text) => Some(text),
        _ => {
            problems.wrong_type(node, path, expected);
            None
        }
    }
}

/// The digits of a decimal string or of a JSON integer; never of a number with fraction or exponent.
fn decimal_or_integer<'n>(node: &'n JsonNode<'_>, path: Path<'_>, problems: &mut Problems) -> Option<&'n str> {
    match &node.value {
        JsonValue::Text(text) => Some(text),
        JsonValue::Number(text) if is_integer(text) => Some(text),
        JsonValue::Number(text) => {
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
    node: &JsonNode<'_>,
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
            format!("read {}, expected a plain decimal number such as 12500.50", in_quotes(read)),
        ),
        Err(DecimalError::TooManyDecimals) => {
            (ErrorCode::TooManyDecimals, format!("read {}: too many decimals", quoted(read)))
        }
    };
    problems.add(node, path, code, message);
    None
}

/// Is the text a name or a label: of the right length, without control or bidirectional characters?
pub(in crate::case) fn is_name(text: &str, lengths: Bounds<u32>) -> bool {
    u32::try_from(text.chars().count()).is_ok_and(|length| lengths.allow(&length)) && !text.chars().any(is_forbidden)
}

pub(super) fn is_forbidden(letter: char) -> bool {
    let bidirectional =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    letter.is_control() || bidirectional
}
