//! What somebody typed, as a number.
//!
//! One rule for everything: a text is taken when it can be read in **one** way, asked about when it can
//! be read in two, and refused when it cannot be read. The ways are
//!
//! * Danish: dots or spaces between groups of three, a comma before the decimals – `25.000`, `1 234,50`;
//! * English: commas or spaces between groups of three, a dot before one or two decimals – `1,234.50`;
//! * cut short: `25.5` for `25.500`, where the zeros may have been left out.
//!
//! So `25.000` is 25 000 (three digits are never English decimals here), `25,5` is 25.50, `25.5` is asked
//! about (25.500 or 25,50), and so is `25,000` (25,00 in Danish, 25 000 in English). Other digits than
//! 0–9, and characters that cannot be seen, are refused and never dropped.

use mikrolaan_engine::case::bounds::Bounds;
use mikrolaan_engine::quantity::{Money, Rate, WeeklyHours};

/// Why a text is not a value the field can take. Numbers are in the field's own smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
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

/// An amount in kroner, with or without `kr.`.
pub fn money(text: &str, bounds: Bounds<Money>) -> Result<Money, Fault> {
    let style = Style { decimals: 2, ask: true };
    within(Money::from_oere(number(without_unit(text, &["kr.", "kr", "dkk", ",-"]), style)?), bounds)
}

/// A percentage as a rate: `20` and `20 %` are 0.2.
pub fn percent(text: &str, bounds: Bounds<Rate>) -> Result<Rate, Fault> {
    let style = Style { decimals: 4, ask: false };
    within(Rate::from_millionths(number(without_unit(text, &["%"]), style)?), bounds)
}

/// A factor such as `1,4`, with at most three decimals.
pub fn factor(text: &str, bounds: Bounds<Rate>) -> Result<Rate, Fault> {
    let style = Style { decimals: 3, ask: false };
    within(Rate::from_millionths(number(text, style)?.saturating_mul(1_000)), bounds)
}

/// Hours a week.
pub fn hours(text: &str, bounds: Bounds<WeeklyHours>) -> Result<WeeklyHours, Fault> {
    let style = Style { decimals: 2, ask: false };
    within(WeeklyHours::from_hundredths(number(without_unit(text, &["timer", "t."]), style)?), bounds)
}

/// A whole number such as months or years.
pub fn whole(text: &str, bounds: Bounds<u32>) -> Result<u32, Fault> {
    let style = Style { decimals: 0, ask: false };
    let number = number(without_unit(text, &["måneder", "måned", "md.", "år"]), style)?;
    within(u32::try_from(number).map_err(|_| Fault::TooLarge)?, bounds)
}

fn within<T: PartialOrd>(value: T, bounds: Bounds<T>) -> Result<T, Fault> {
    if value < bounds.min {
        return Err(Fault::TooSmall);
    }
    if value > bounds.max { Err(Fault::TooLarge) } else { Ok(value) }
}

/// How a field's numbers are written.
#[derive(Clone, Copy)]
struct Style {
    /// The most decimals.
    decimals: u32,
    /// Amounts reach into the thousands, so a dot or comma can mean two things.
    ask: bool,
}

/// More digits than this, decimals included, are more than any field takes; so many fit the arithmetic.
const MOST_DIGITS: usize = 18;

/// The number in units of its last decimal.
fn number(text: &str, style: Style) -> Result<i64, Fault> {
    let text = text.trim_matches(is_space);
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    let (negative, text) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start_matches(is_space)),
        None => (false, text),
    };
    match unsigned(text, style) {
        Ok(0) => Ok(0),
        Ok(_) | Err(Fault::Ambiguous(..) | Fault::TooLarge) if negative => Err(Fault::Negative),
        result => result,
    }
}

fn unsigned(text: &str, style: Style) -> Result<i64, Fault> {
    let text = plain_characters(text).ok_or(Fault::NotANumber)?;
    let danish = danish(&text, style);
    if danish == Err(Fault::TooManyDecimals) {
        return danish;
    }
    let others = [english(&text, style), cut_short(&text, style)];
    let mut readings = [danish].into_iter().chain(others).filter(|reading| *reading != Err(Fault::NotANumber));
    let Some(first) = readings.next() else {
        return Err(Fault::NotANumber);
    };
    let first = first?;
    match readings.find(|reading| *reading != Ok(first)) {
        None => Ok(first),
        Some(second) => second.and_then(|second| Err(Fault::Ambiguous(first.max(second), first.min(second)))),
    }
}

fn danish(text: &str, style: Style) -> Result<i64, Fault> {
    let (head, decimals) = match text.split_once(',') {
        Some((head, decimals)) if !decimals.is_empty() => (head, decimals),
        Some(_) => return Err(Fault::NotANumber),
        None => (text, ""),
    };
    scaled(&grouped(head, &['.', ' '])?, decimals, style.decimals)
}

fn english(text: &str, style: Style) -> Result<i64, Fault> {
    let groups: &[char] = if style.ask { &[',', ' '] } else { &[' '] };
    match text.split_once('.') {
        Some((_, decimals)) if decimals.is_empty() || decimals.len() > 2 => Err(Fault::NotANumber),
        Some((head, decimals)) => scaled(&grouped(head, groups)?, decimals, style.decimals),
        None if text.contains(',') => scaled(&grouped(text, groups)?, "", style.decimals),
        None => Err(Fault::NotANumber),
    }
}

/// `25.5`, where `25.500` may be meant.
fn cut_short(text: &str, style: Style) -> Result<i64, Fault> {
    let (head, tail) = text.split_once('.').ok_or(Fault::NotANumber)?;
    let plain = style.ask && is_first_group(head) && is_digits(tail) && tail.len() < 3;
    if !plain {
        return Err(Fault::NotANumber);
    }
    let mut digits = head.to_owned() + tail;
    digits.extend(['0', '0'].into_iter().skip(tail.len() - 1));
    scaled(&digits, "", style.decimals)
}

/// The digits of a whole number, plain or with one kind of sign between its groups of three.
fn grouped(text: &str, signs: &[char]) -> Result<String, Fault> {
    let Some(&sign) = signs.iter().find(|&&sign| text.contains(sign)) else {
        return if is_digits(text) { Ok(text.to_owned()) } else { Err(Fault::NotANumber) };
    };
    let mut groups = text.split(sign);
    let regular = groups.next().is_some_and(is_first_group) && groups.all(|group| is_digits(group) && group.len() == 3);
    if regular { Ok(text.chars().filter(|&c| c != sign).collect()) } else { Err(Fault::NotANumber) }
}

fn is_first_group(text: &str) -> bool {
    is_digits(text) && text.len() <= 3 && !text.starts_with('0')
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `whole` and `decimals` are digits; zeros beyond the last decimal are let pass.
fn scaled(whole: &str, decimals: &str, most: u32) -> Result<i64, Fault> {
    if !decimals.is_empty() && !is_digits(decimals) {
        return Err(Fault::NotANumber);
    }
    let decimals = decimals.trim_end_matches('0');
    let missing = (most as usize).checked_sub(decimals.len()).ok_or(Fault::TooManyDecimals)?;
    let mut digits = whole.trim_start_matches('0').to_owned() + decimals;
    digits.extend(std::iter::repeat_n('0', missing));
    if digits.len() > MOST_DIGITS {
        return Err(Fault::TooLarge);
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

/// The text without the first of these units that it ends in, or begins with.
fn without_unit<'a>(text: &'a str, units: &[&str]) -> &'a str {
    let text = text.trim_matches(is_space);
    for unit in units {
        let at = text.len().checked_sub(unit.len()).filter(|&at| at > 0);
        if let Some((rest, end)) = at.and_then(|at| text.split_at_checked(at))
            && end.eq_ignore_ascii_case(unit)
        {
            return rest;
        }
        if let Some((start, rest)) = text.split_at_checked(unit.len())
            && start.eq_ignore_ascii_case(unit)
            && !rest.is_empty()
        {
            return rest;
        }
    }
    text
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
    if text.chars().count() > LONGEST_NAME { Err(NameFault::TooLong) } else { Ok(text.to_owned()) }
}

/// A character that cannot be seen: control characters and those that turn the direction of the writing.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
