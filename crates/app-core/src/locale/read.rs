//! What somebody typed, as a number.
//!
//! One rule for everything: a text is taken when it can be read in **one** way that the field allows, asked
//! about when it can be read in two, and refused when it cannot be read. The ways are
//!
//! * Danish: dots or spaces between groups of three, a comma before the decimals – `25.000`, `1 234,50`;
//! * English: commas or spaces between groups of three, a dot before one or two decimals – `1,234.50`;
//! * cut short: `25.5` for `25.500`, where the zeros may have been left out.
//!
//! So `25.000` is 25 000 (three digits are never English decimals here), `25,5` is 25.50, `25.5` is asked
//! about (25.500 or 25,50), and so is `25,000` (25,00 in Danish, 25 000 in English). An hourly wage of
//! `152.50` is not asked about: 152.500 is more than the field allows. The field's own unit may stand with
//! the number, in the words of the language (`[format.units]`), never another's: `2 år` is not two months.
//! Other digits than 0–9, other signs between them (`12'500`, `1e5`), and characters that cannot be seen, are
//! refused and never dropped.

use mikrolaan_engine::case::bounds::Bounds;
use mikrolaan_engine::quantity::{Money, Rate, WeeklyHours};

use super::language::Text;
use super::texts as t;
use crate::state::typed_text::{is_unseen, looks_like_cpr};

/// Why a text is not a value the field can take. Numbers are in the field's own smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// Nothing is written.
    Empty,
    /// It cannot be read as a number.
    NotANumber,
    /// It can be read in two ways; the larger comes first.
    Ambiguous(i64, i64),
    /// Below zero.
    Negative,
    /// Below what the field takes.
    TooSmall,
    /// Above what the field takes.
    TooLarge,
    /// More decimals than the field takes.
    TooManyDecimals,
}

/// An amount in kroner: `25.000`, `kr. 25.000,-`, `25.000 kroner`.
pub fn money(text: &str, bounds: Bounds<Money>) -> Result<Money, ParseError> {
    number(text, &KRONER, bounds.min.oere(), bounds.max.oere()).map(Money::from_oere)
}

/// A percentage as a rate: `20` and `20 %` are 0.2.
pub fn percent(text: &str, bounds: Bounds<Rate>) -> Result<Rate, ParseError> {
    number(text, &PERCENT, bounds.min.millionths(), bounds.max.millionths()).map(Rate::from_millionths)
}

/// A factor such as `1,4`, with at most three decimals.
pub fn factor(text: &str, bounds: Bounds<Rate>) -> Result<Rate, ParseError> {
    let thousandths = number(text, &FACTOR, bounds.min.millionths() / 1_000, bounds.max.millionths() / 1_000)?;
    Ok(Rate::from_millionths(thousandths * 1_000))
}

/// Hours a week.
pub fn hours(text: &str, bounds: Bounds<WeeklyHours>) -> Result<WeeklyHours, ParseError> {
    number(text, &HOURS, bounds.min.hundredths(), bounds.max.hundredths()).map(WeeklyHours::from_hundredths)
}

/// A whole number of months.
pub fn months(text: &str, bounds: Bounds<u32>) -> Result<u32, ParseError> {
    whole(text, &MONTHS, bounds)
}

/// A whole number of years.
pub fn years(text: &str, bounds: Bounds<u32>) -> Result<u32, ParseError> {
    whole(text, &YEARS, bounds)
}

fn whole(text: &str, style: &Style, bounds: Bounds<u32>) -> Result<u32, ParseError> {
    let number = number(text, style, bounds.min.into(), bounds.max.into())?;
    u32::try_from(number).map_err(|_| ParseError::TooLarge)
}

/// How a kind of field's numbers are written.
struct Style {
    /// The most decimals.
    decimals: u32,
    /// Amounts reach into the thousands, so a dot or comma can mean two things.
    ask: bool,
    /// The unit, as people write it, with `|` between the ways; of two that begin alike, the longer first.
    units: fn() -> Text,
}

const KRONER: Style = Style { decimals: 2, ask: true, units: t::format::units::kroner };
const PERCENT: Style = Style { decimals: 4, ask: false, units: t::format::units::percent };
const FACTOR: Style = Style { decimals: 3, ask: false, units: || Text::NONE };
const HOURS: Style = Style { decimals: 2, ask: false, units: t::format::units::hours };
const MONTHS: Style = Style { decimals: 0, ask: false, units: t::format::units::months };
const YEARS: Style = Style { decimals: 0, ask: false, units: t::format::units::years };

/// More digits than this, decimals included, are more than any field takes; so many fit the arithmetic.
const MOST_DIGITS: usize = 18;

/// The number in units of its last decimal, from `min` to `max`.
fn number(text: &str, style: &Style, min: i64, max: i64) -> Result<i64, ParseError> {
    let text = as_in_danish(text);
    let text = text.trim_matches(is_space);
    if text.is_empty() {
        return Err(ParseError::Empty);
    }
    let text = without_unit(text, style);
    let (negative, text) = match text.strip_prefix(DASHES) {
        Some(rest) => (true, rest.trim_start_matches(is_space)),
        None => (false, text),
    };
    match unsigned(text, style, min, max) {
        Ok(1..) | Err(ParseError::Ambiguous(..) | ParseError::TooLarge) if negative => Err(ParseError::Negative),
        result => result,
    }
}

/// The text with the digits and signs of the language that is spoken as Danish writes them.
fn as_in_danish(text: &str) -> String {
    let [group, decimal] = [t::format::group(), t::format::decimal()].map(|sign| sign.chars().next());
    let digits = t::format::digits();
    let danish = |c| match c {
        c if Some(c) == group => '.',
        c if Some(c) == decimal => ',',
        c => digits.chars().zip('0'..='9').find(|(digit, _)| *digit == c).map_or(c, |(_, plain)| plain),
    };
    text.chars().map(danish).collect()
}

/// The one reading that lies within the bounds. Where none does, what is wrong with the first.
fn unsigned(text: &str, style: &Style, min: i64, max: i64) -> Result<i64, ParseError> {
    let text = plain_characters(text).ok_or(ParseError::NotANumber)?;
    let (mut found, mut fault) = (None, ParseError::NotANumber);
    for reading in [danish(&text, style), english(&text, style), cut_short(&text, style)] {
        match reading.and_then(|value| within(value, min, max)) {
            Ok(value) => match found {
                Some(first) if first != value => return Err(ParseError::Ambiguous(value.max(first), value.min(first))),
                _ => found = Some(value),
            },
            Err(ParseError::TooManyDecimals) => return Err(ParseError::TooManyDecimals),
            Err(other) if fault == ParseError::NotANumber => fault = other,
            Err(_) => {}
        }
    }
    found.ok_or(fault)
}

fn within(value: i64, min: i64, max: i64) -> Result<i64, ParseError> {
    if value < min {
        return Err(ParseError::TooSmall);
    }
    if value > max { Err(ParseError::TooLarge) } else { Ok(value) }
}

fn danish(text: &str, style: &Style) -> Result<i64, ParseError> {
    let (head, decimals) = match text.split_once(',') {
        Some((head, decimals)) if !decimals.is_empty() => (head, decimals),
        Some(_) => return Err(ParseError::NotANumber),
        None => (text, ""),
    };
    scaled(&grouped(head, &['.', ' '])?, decimals, style.decimals)
}

fn english(text: &str, style: &Style) -> Result<i64, ParseError> {
    let groups: &[char] = if style.ask { &[',', ' '] } else { &[' '] };
    match text.split_once('.') {
        Some((_, decimals)) if decimals.is_empty() || decimals.len() > 2 => Err(ParseError::NotANumber),
        Some((head, decimals)) => scaled(&grouped(head, groups)?, decimals, style.decimals),
        None if text.bytes().any(|byte| byte == b',') => scaled(&grouped(text, groups)?, "", style.decimals),
        None => Err(ParseError::NotANumber),
    }
}

/// `25.5`, where `25.500` may be meant.
fn cut_short(text: &str, style: &Style) -> Result<i64, ParseError> {
    let (head, tail) = text.split_once('.').ok_or(ParseError::NotANumber)?;
    let plain = style.ask && is_first_group(head) && is_digits(tail) && tail.len() < 3;
    if !plain {
        return Err(ParseError::NotANumber);
    }
    let mut digits = head.to_owned() + tail;
    digits.extend(['0', '0'].into_iter().skip(tail.len() - 1));
    scaled(&digits, "", style.decimals)
}

/// The digits of a whole number, plain or with one kind of sign between its groups of three.
fn grouped(text: &str, signs: &[char]) -> Result<String, ParseError> {
    // Letter by letter. `contains` looks for a letter as for a text, and brings that search into the page (1 kB).
    let Some(&sign) = signs.iter().find(|&&sign| text.chars().any(|letter| letter == sign)) else {
        return if is_digits(text) { Ok(text.to_owned()) } else { Err(ParseError::NotANumber) };
    };
    let mut groups = text.split(sign);
    let regular = groups.next().is_some_and(is_first_group) && groups.all(|group| is_digits(group) && group.len() == 3);
    if regular { Ok(text.chars().filter(|&c| c != sign).collect()) } else { Err(ParseError::NotANumber) }
}

fn is_first_group(text: &str) -> bool {
    is_digits(text) && text.len() <= 3 && !text.starts_with('0')
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `whole` and `decimals` are digits; zeros beyond the last decimal are let pass.
fn scaled(whole: &str, decimals: &str, most: u32) -> Result<i64, ParseError> {
    if !decimals.is_empty() && !is_digits(decimals) {
        return Err(ParseError::NotANumber);
    }
    let decimals = decimals.trim_end_matches('0');
    let missing = (most as usize).checked_sub(decimals.len()).ok_or(ParseError::TooManyDecimals)?;
    let mut digits = whole.trim_start_matches('0').to_owned() + decimals;
    digits.extend(std::iter::repeat_n('0', missing));
    if digits.len() > MOST_DIGITS {
        return Err(ParseError::TooLarge);
    }
    Ok(digits.bytes().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')))
}

/// The text with every kind of space as an ordinary one; `None` when it holds anything but digits and signs.
fn plain_characters(text: &str) -> Option<String> {
    text.chars()
        .map(|c| match c {
            '0'..='9' | '.' | ',' => Some(c),
            _ if is_space(c) => Some(' '),
            _ => None,
        })
        .collect()
}

/// A space as people type or paste it: ordinary, no-break, narrow, thin, figure.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\t')
}

/// A hyphen, a minus sign, and what word processors make of them.
const DASHES: [char; 4] = ['-', '−', '–', '—'];

/// The text without its unit, which may stand on both sides: `kr. 25.000,-`.
fn without_unit<'a>(text: &'a str, style: &Style) -> &'a str {
    let units = || (style.units)().words().split('|').filter(|unit| !unit.is_empty());
    let text = units().find_map(|unit| without_start(text, unit)).unwrap_or(text);
    let text = units().find_map(|unit| without_end(text, unit)).unwrap_or(text).trim_matches(is_space);
    if style.ask { without_dash(text) } else { text }
}

fn without_start<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(unit.len())?;
    is_unit(start, unit).then_some(rest)
}

fn without_end<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    let (rest, end) = text.split_at_checked(text.len().checked_sub(unit.len())?)?;
    is_unit(end, unit).then_some(rest)
}

/// `25.000` for `25.000,-`: no øre.
fn without_dash(text: &str) -> &str {
    let rest = text.trim_end_matches(DASHES);
    rest.strip_suffix(',').filter(|_| rest.len() < text.len()).unwrap_or(text)
}

/// Is it this unit, in small letters or capitals? Units are written in small letters; of the letters
/// beyond ASCII they have only å, whose capital differs in the same bit.
fn is_unit(text: &str, unit: &str) -> bool {
    let same = |(read, small): (u8, u8)| read == small || (small >= b'a' && read | 0x20 == small);
    text.len() == unit.len() && text.bytes().zip(unit.bytes()).all(same)
}

/// The longest name of a row.
const LONGEST_NAME: usize = 60;

/// Why a name cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing is written.
    Empty,
    /// More than sixty characters.
    TooLong,
    /// A control character, or one that turns the direction of the writing.
    Forbidden,
    /// What looks like a CPR number, which is never kept.
    CprNumber,
}

/// A name of a row, such as a cost of starting: what the case file takes.
pub fn name(text: &str) -> Result<String, NameFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NameFault::Empty);
    }
    if text.chars().any(is_unseen) {
        return Err(NameFault::Forbidden);
    }
    if looks_like_cpr(text) {
        return Err(NameFault::CprNumber);
    }
    if text.chars().count() > LONGEST_NAME { Err(NameFault::TooLong) } else { Ok(text.to_owned()) }
}
