//! What somebody typed, as a month: `maj 2021`, `2021-05`, `5/2021`, or a day of it such as `15-05-2021`.
//!
//! The year has four digits, because `05-21` is two things. A name may be cut short to three letters or more. A day must
//! be one the month has; of it only the month is taken.

use mikrolaan_engine::case::bounds::Bounds;
use mikrolaan_engine::quantity::{Date, Month};

use super::write;

/// Why a text is not a month the field can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthFault {
    /// It cannot be read as a month.
    NotAMonth,
    /// Before the first the field takes, or after the last.
    OutOfRange,
}

/// The month; `None` where nothing is written.
///
/// # Errors
/// Why the text is none the field can take.
pub fn month(text: &str, bounds: Bounds<Month>) -> Result<Option<Month>, MonthFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let month = read(text).ok_or(MonthFault::NotAMonth)?;
    if bounds.allow(&month) { Ok(Some(month)) } else { Err(MonthFault::OutOfRange) }
}

fn read(text: &str) -> Option<Month> {
    let is_between = |letter: char| matches!(letter, ' ' | '\u{a0}' | '-' | '–' | '.' | '/' | ',');
    let parts: Vec<&str> = text.split(is_between).filter(|part| !part.is_empty()).collect();
    match *parts.as_slice() {
        [first, second] => match year(first) {
            Some(year) => Month::new(year, number(second)?),
            None => Month::new(year(second)?, named(first)?),
        },
        [first, second, third] => {
            let (year, day) = match year(first) {
                Some(year) => (year, third),
                None => (year(third)?, first),
            };
            let month = Month::new(year, named(second)?)?;
            Date::new(month, number(day)?).map(Date::month)
        }
        _ => None,
    }
}

fn year(part: &str) -> Option<i32> {
    (part.len() == 4).then(|| digits(part)).flatten()?.try_into().ok()
}

/// One or two digits.
fn number(part: &str) -> Option<u32> {
    (part.len() <= 2).then(|| digits(part)).flatten()
}

fn digits(part: &str) -> Option<u32> {
    part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten()
}

/// The number of a month that is written as one, or by its name.
fn named(part: &str) -> Option<u32> {
    let begins = |name: &str| part.len() >= 3 && name.get(..part.len()).is_some_and(|it| it.eq_ignore_ascii_case(part));
    number(part).or_else(|| (1..=12).find(|&number| begins(&write::month_name(number))))
}

#[cfg(test)]
mod tests {
    use mikrolaan_engine::case::bounds;
    use mikrolaan_engine::quantity::Month;

    use super::MonthFault::{NotAMonth, OutOfRange};
    use super::month;
    use crate::locale::write;

    fn read(text: &str) -> Result<Option<Month>, super::MonthFault> {
        month(text, bounds::month())
    }

    #[test]
    fn a_month_is_read_the_ways_people_write_one() {
        let may = Month::new(2021, 5);
        for text in [
            "maj 2021",
            " MAJ\u{a0}2021 ",
            "maj, 2021",
            "2021-05",
            "2021-5",
            "05-2021",
            "5/2021",
            "5.2021",
            "05 2021",
            "15-05-2021",
            "15. maj 2021",
            "2021-05-15",
            "31/5/2021",
            "5 – 2021",
        ] {
            assert_eq!(read(text), Ok(may), "{text:?}");
        }
        assert_eq!(read("sept 2021"), Ok(Month::new(2021, 9)));
        assert_eq!(read("  "), Ok(None));
    }

    #[test]
    fn what_is_no_month_or_might_be_two_is_refused() {
        for text in [
            "maj",
            "2021",
            "maj 21",
            "05-21",
            "13-2021",
            "0-2021",
            "ma 2021",
            "mai 2021",
            "marsts 2021",
            "31-04-2021",
            "2021-05-32",
            "1 2 3 2021",
            "maj+2021",
            "2021-maj",
            "-2021",
            "005-2021",
            "maj 02021",
            "٥-2021",
        ] {
            assert_eq!(read(text), Err(NotAMonth), "{text:?}");
        }
        assert_eq!((read("juni 2017"), read("juli 2017")), (Err(OutOfRange), Ok(Month::new(2017, 7))));
        assert_eq!((read("januar 2100"), read("12-2099")), (Err(OutOfRange), Ok(Month::new(2099, 12))));
    }

    #[test]
    fn what_we_write_is_read_back() {
        let all = (0..36).map(|months| Month::new(2020, 1).expect("a month").plus(months));
        for month in all {
            assert_eq!(read(&write::month_year(month)), Ok(Some(month)));
            assert_eq!(read(&month.to_string()), Ok(Some(month)));
        }
    }
}
