//! Numbers, amounts and months, as the page shows them.
//!
//! Digits and the signs between them are the language's (`[format]` in its texts). Units never stand on a line of their
//! own: there is a no-break space before them, and in a date.

use crate::locale::language::Text;
use mikrolaan_engine::quantity::{Date, Money, Month, Rate, WeeklyHours};

use super::argument::Count;
use crate::locale::texts as t;
use crate::locale::texts::named::{DayMonth, MonthYear};
use crate::state::typed_text::is_unseen;

/// Whole kroner with their unit: `2.211 kr.`, `−1.343 kr.`
pub fn kroner(money: Money) -> String {
    t::unit::kr(&whole_kroner(money))
}

/// Whole kroner without the unit, for tables: `2.211`.
pub fn whole_kroner(money: Money) -> String {
    whole(money.rounded_kroner())
}

/// Kroner with øre, where there are any: `25.000 kr.`, `1.234,50 kr.`
pub fn amount(money: Money) -> String {
    t::unit::kr(&typed(money))
}

/// An amount as a field shows it: `25.000`, `1.234,50`.
pub fn typed(money: Money) -> String {
    let oere = money.oere();
    let mut text = signed(oere / 100, oere < 0);
    let rest = oere.unsigned_abs() % 100;
    if rest != 0 {
        text.push_str(&t::format::decimal());
        push_digit(&mut text, rest / 10);
        push_digit(&mut text, rest % 10);
    }
    text
}

/// A whole number: `1.234`.
pub fn whole(number: i64) -> String {
    signed(number, number < 0)
}

/// Hours a week, or a month, as short as they go: `4,5`.
pub fn hours(hours: WeeklyHours) -> String {
    shortest(hours.hundredths(), 2)
}

/// A rate as a percentage without the sign: `25,6`.
pub fn percent(rate: Rate) -> String {
    shortest(rate.millionths(), 4)
}

/// A number with the sign of a percentage: `25,6 %`.
pub fn with_percent(number: &str) -> String {
    t::unit::percent_value(number)
}

/// A rate as a factor: `1,4`.
pub fn factor(rate: Rate) -> String {
    shortest(rate.millionths(), 6)
}

/// `november 2027`.
pub fn month_year(month: Month) -> String {
    with_year(&month_name(month.number()), month)
}

/// `nov 2027`.
pub fn short_month_year(month: Month) -> String {
    with_year(&short_month(month), month)
}

/// The last day: `31. oktober 2027`.
pub fn last_day(month: Month) -> String {
    date(Date::last_of(month))
}

/// A day of a month: `23. november 2026`.
pub fn date(date: Date) -> String {
    let month = date.month();
    with_year(&day(date.day(), &month_name(month.number())), month)
}

fn with_year(words: &str, month: Month) -> String {
    t::month::with_year(MonthYear { month: words, year: &plain(month.year().unsigned_abs()) })
}

/// The last day, short and without the year: `31. okt`.
pub fn short_last_day(month: Month) -> String {
    day(month.days(), &short_month(month))
}

/// A day, which stays on the line of its month.
fn day(number: u32, month: &str) -> String {
    t::month::day(DayMonth { day: &plain(number), month }).replacen(' ', "\u{a0}", 1)
}

/// `1 måned`, `6 måneder`.
pub fn months(count: u32) -> String {
    t::unit::month_count(Count::from(count))
}

/// `november`; January is 1.
pub fn month_name(month: u32) -> Text {
    use t::month::{april, august, december, february, january, july, june, march, may, november, october, september};
    match month {
        1 => january(),
        2 => february(),
        3 => march(),
        4 => april(),
        5 => may(),
        6 => june(),
        7 => july(),
        8 => august(),
        9 => september(),
        10 => october(),
        11 => november(),
        _ => december(),
    }
}

/// `nov`.
pub fn short_month(month: Month) -> Text {
    use t::month::short::{
        april, august, december, february, january, july, june, march, may, november, october, september,
    };
    match month.number() {
        1 => january(),
        2 => february(),
        3 => march(),
        4 => april(),
        5 => may(),
        6 => june(),
        7 => july(),
        8 => august(),
        9 => september(),
        10 => october(),
        11 => november(),
        _ => december(),
    }
}

/// What somebody typed, to be quoted in a message: short, and with what cannot be seen made visible.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 24;
    let mut shown: String =
        text.trim().chars().take(LONGEST).map(|c| if is_unseen(c) { '\u{fffd}' } else { c }).collect();
    if text.trim().chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// A number as it was published, with a dot before its decimals: `12.01` is `12,01`.
pub fn published(number: &str) -> String {
    let mut text = String::new();
    for letter in number.chars() {
        match letter.to_digit(10) {
            Some(digit) => push_digit(&mut text, digit.into()),
            None => text.push_str(&t::format::decimal()),
        }
    }
    text
}

/// A number without signs between its groups: a year, a day, an age.
pub fn plain(number: u32) -> String {
    let mut text = String::new();
    number.to_string().bytes().for_each(|digit| push_digit(&mut text, (digit - b'0').into()));
    text
}

/// `number / 10^decimals` without needless zeros.
fn shortest(number: i64, decimals: u32) -> String {
    let scale = 10_u64.pow(decimals);
    let mut text = signed(number / scale.cast_signed(), number < 0);
    let mut rest = number.unsigned_abs() % scale;
    if rest > 0 {
        text.push_str(&t::format::decimal());
    }
    let mut place = scale / 10;
    while rest > 0 {
        push_digit(&mut text, rest / place);
        rest %= place;
        place /= 10;
    }
    text
}

/// The digits of a number in groups of three, with a minus sign where it `is_below` nothing.
fn signed(number: i64, is_below: bool) -> String {
    let mut text = if is_below { t::format::minus().to_owned() } else { String::new() };
    let digits = number.unsigned_abs().to_string();
    for (position, digit) in digits.bytes().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push_str(&t::format::group());
        }
        push_digit(&mut text, (digit - b'0').into());
    }
    text
}

/// A digit as the language writes it.
fn push_digit(text: &mut String, digit: u64) {
    text.extend(t::format::digits().chars().nth(digit as usize));
}

/// A number that differs when the rate does, for what is written anew only then.
pub const fn rate_number(rate: Rate) -> i64 {
    rate.millionths()
}
