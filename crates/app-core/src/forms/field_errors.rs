//! What was typed into a field of one kind: its value, or in words why the field does not take it.
//!
//! What is wrong comes first, then what the field wants, with its own bounds and an example of its kind.

use mikrolaan_engine::case::bounds::{self, Bounds};
use mikrolaan_engine::quantity::{Money, Rate, WeeklyHours};

use super::FieldError;
use crate::locale::argument::{Amount, Count};
use crate::locale::language::Text;
use crate::locale::read::{self, NameFault, ParseError};
use crate::locale::texts::errors::field as words;
use crate::locale::texts::named::MaxMin;
use crate::locale::write;

/// An amount, or an hourly wage.
pub fn money(text: &str, bounds: Bounds<Money>) -> Result<Money, FieldError> {
    read::money(text, bounds).map_err(|parse_error| match parse_error {
        ParseError::Empty if bounds.min == Money::ZERO => plain(words::empty_amount()),
        _ => amount(parse_error, text, bounds, if bounds == bounds::HOURLY_WAGE { words::wage } else { words::amount }),
    })
}

/// An amount that may be left empty.
pub fn optional_money(text: &str) -> Result<Option<Money>, FieldError> {
    match read::money(text, bounds::AMOUNT) {
        Err(ParseError::Empty) => Ok(None),
        result => {
            result.map(Some).map_err(|parse_error| amount(parse_error, text, bounds::AMOUNT, words::optional_amount))
        }
    }
}

fn amount(
    parse_error: ParseError,
    text: &str,
    bounds: Bounds<Money>,
    wanted: fn(MaxMin<Amount, Amount>) -> String,
) -> FieldError {
    if let ParseError::Ambiguous(larger, smaller) = parse_error {
        let readings = [larger, smaller].map(reading).to_vec();
        return FieldError { message: words::ambiguous(&write::quoted(text)), readings };
    }
    let Bounds { max, min } = bounds;
    error(parse_error, text, 2, &wanted(MaxMin { max: Amount::Exact(max), min: Amount::Exact(min) }))
}

/// What to put in the field, and what stands on the button: `25.500 kr.`, `25,50 kr.`
fn reading(oere: i64) -> (String, String) {
    let money = Money::from_oere(oere);
    (write::typed(money), write::amount(money))
}

/// A number of months.
pub fn months(text: &str, bounds: Bounds<u32>) -> Result<u32, FieldError> {
    read::months(text, bounds).map_err(|parse_error| whole(parse_error, text, bounds, words::months))
}

/// The age in the answers.
pub fn age(text: &str) -> Result<u32, FieldError> {
    read::years(text, bounds::AGE).map_err(|parse_error| whole(parse_error, text, bounds::AGE, words::age))
}

/// The age from which the benefit is worked out.
pub fn benefit_age(text: &str) -> Result<u32, FieldError> {
    read::years(text, bounds::BENEFIT_AGE).map_err(|parse_error| match parse_error {
        ParseError::TooSmall | ParseError::TooLarge => plain(words::benefit_age()),
        _ => whole(parse_error, text, bounds::BENEFIT_AGE, words::age),
    })
}

fn whole(
    parse_error: ParseError,
    text: &str,
    bounds: Bounds<u32>,
    wanted: fn(MaxMin<Count, Count>) -> String,
) -> FieldError {
    let Bounds { max, min } = bounds;
    error(parse_error, text, 0, &wanted(MaxMin { max: max.into(), min: min.into() }))
}

/// A percentage; `wanted` says its range.
pub fn percent(text: &str, bounds: Bounds<Rate>) -> Result<Rate, FieldError> {
    let wanted = if bounds == bounds::LOCAL_TAX_RATE { words::tax_percent() } else { words::percent() };
    read::percent(text, bounds).map_err(|parse_error| error(parse_error, text, 4, &wanted))
}

/// A factor on a month's revenue.
pub fn factor(text: &str) -> Result<Rate, FieldError> {
    read::factor(text, bounds::SEASON).map_err(|parse_error| error(parse_error, text, 3, &words::factor()))
}

/// Hours a week.
pub fn hours(text: &str) -> Result<WeeklyHours, FieldError> {
    read::hours(text, bounds::HOURS).map_err(|parse_error| error(parse_error, text, 2, &words::hours()))
}

/// The name of a row.
pub fn name(text: &str) -> Result<String, FieldError> {
    read::name(text).map_err(|parse_error| {
        let wrong = match parse_error {
            NameFault::Empty => Text::NONE,
            NameFault::TooLong => words::text_too_long(),
            NameFault::Forbidden => words::text_forbidden(),
            NameFault::CprNumber => words::text_cpr(),
        };
        sentences(&wrong, &words::text())
    })
}

/// `decimals` is the most the field takes; none where it takes whole numbers only.
fn error(parse_error: ParseError, text: &str, decimals: u32, wanted: &str) -> FieldError {
    let text = write::quoted(text);
    let wrong = match parse_error {
        ParseError::Empty => String::new(),
        ParseError::NotANumber | ParseError::Ambiguous(..) => words::not_a_number(&text),
        ParseError::Negative => words::negative(&text),
        ParseError::TooSmall => words::too_small(&text),
        ParseError::TooLarge => words::too_large(&text),
        ParseError::TooManyDecimals if decimals == 0 => words::not_whole(&text),
        ParseError::TooManyDecimals => words::too_many_decimals(decimals.into(), &text),
    };
    sentences(&wrong, wanted)
}

fn sentences(wrong: &str, wanted: &str) -> FieldError {
    plain(if wrong.is_empty() { wanted.to_owned() } else { [wrong, " ", wanted].concat() })
}

fn plain(message: impl Into<String>) -> FieldError {
    FieldError { message: message.into(), readings: Vec::new() }
}

#[cfg(test)]
#[path = "field_errors_tests.rs"]
mod tests;
