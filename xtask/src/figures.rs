//! `cargo xtask figures`: which yearly figures of the rulebook are about to end without a next value.
//!
//! The engine knows no clock: a rate of last year is carried on, and says so. Somebody must look for the new one; this
//! is the only place that asks what day it is. A figure is yearly when its newest value holds to the end of a year; one
//! that ended inside a year was abolished, and one without an end holds until further notice.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::{Failure, Outcome};
use crate::project;

/// How many days before its last day the next value of a figure is looked for.
const LOOKED_FOR_DAYS: i64 = 60;
/// How many days the note holds that the next value was not published. The new rates come out in December, all at once.
const NOTE_HOLDS_DAYS: i64 = 30;

/// A year and a month of it.
type YearMonth = (i64, i64);

/// A figure of the rulebook, as far as it matters what comes after its newest value.
#[derive(Debug, PartialEq, Eq)]
struct NewestValue {
    figure: String,
    /// The last month; none = until further notice.
    to: Option<YearMonth>,
    /// The month somebody asked for the value of, and the day they asked, in days since 1970.
    awaited: Option<(YearMonth, i64)>,
}

/// What there is to do about a figure whose next value is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NextValue {
    /// Look for it.
    Missing,
    /// Look for it again: the note of this day is too old, or of another period.
    AskAgain(i64),
    /// Nothing yet: it was not published on this day.
    Awaited(i64),
}

/// Lists what is due.
pub(crate) fn run() -> Outcome {
    let today = today()?;
    println!("{}", report(&read_all()?, today));
    Ok(())
}

/// The same in one line, where something is to be done. It never fails: a figure that is missing is no fault of the code.
pub(crate) fn warn() {
    let line = today().and_then(|today| Ok(warning(&read_all()?, today)));
    match line {
        Ok(Some(line)) => println!("\nwarning: {line}"),
        Ok(None) => {}
        Err(failure) => println!("\nwarning: the yearly figures cannot be read: {failure}"),
    }
}

/// What is due of a figure on a day; none where the next value is written or still far away.
fn next_value(figure: &NewestValue, today: i64) -> Option<NextValue> {
    let (year, 12) = figure.to? else { return None };
    if day_number(year, 12, 31) - today > LOOKED_FOR_DAYS {
        return None;
    }
    let Some((from, asked)) = figure.awaited else { return Some(NextValue::Missing) };
    let holds = from == (year + 1, 1) && (0..=NOTE_HOLDS_DAYS).contains(&(today - asked));
    Some(if holds { NextValue::Awaited(asked) } else { NextValue::AskAgain(asked) })
}

/// The figures that are due, by what there is to do about them.
fn due(figures: &[NewestValue], today: i64) -> BTreeMap<NextValue, Vec<&NewestValue>> {
    let mut due: BTreeMap<NextValue, Vec<&NewestValue>> = BTreeMap::new();
    for figure in figures {
        if let Some(next) = next_value(figure, today) {
            due.entry(next).or_default().push(figure);
        }
    }
    due
}

fn report(figures: &[NewestValue], today: i64) -> String {
    let due = due(figures, today);
    let mut lines = vec![format!(
        "{}: {} figures, of which these end within {LOOKED_FOR_DAYS} days or have ended:",
        date(today),
        figures.len()
    )];
    if due.is_empty() {
        lines.push("  none".to_owned());
    }
    for (next, figures) in due {
        lines.push(match next {
            NextValue::Missing => format!("  {} without a next value, and nobody has asked for it:", figures.len()),
            NextValue::AskAgain(asked) => {
                format!("  {} without a next value, last asked for on {}: ask again:", figures.len(), date(asked))
            }
            NextValue::Awaited(asked) => format!("  {} not published on {}:", figures.len(), date(asked)),
        });
        lines.extend(figures.iter().map(|figure| format!("    {}", described(figure))));
    }
    lines.join("\n")
}

fn described(figure: &NewestValue) -> String {
    let to = figure.to.map(|(year, month)| format!(" to {year}-{month:02}"));
    [figure.figure.as_str(), &to.unwrap_or_default()].concat()
}

/// One line on what is to be done; none where that is nothing.
fn warning(figures: &[NewestValue], today: i64) -> Option<String> {
    let due = due(figures, today);
    let missing: usize =
        due.iter().filter(|(next, _)| !matches!(next, NextValue::Awaited(_))).map(|(_, figures)| figures.len()).sum();
    (missing > 0).then(|| {
        format!(
            "{missing} yearly figures end within {LOOKED_FOR_DAYS} days or have ended, and the next values are neither \
             written nor lately asked for (cargo xtask figures, docs/tasks/update-a-rate.md)"
        )
    })
}

// ── the files

fn read_all() -> Outcome<Vec<NewestValue>> {
    let folder = project::root().join("crates/engine/rulebook/figures");
    let entries = fs::read_dir(&folder).map_err(|e| Failure::new(format!("Cannot read {}: {e}", folder.display())))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(read(&file.display().to_string(), &project::read(&file)?)?);
    }
    Ok(all)
}

/// The figures of a file. It has one line a value, and a line that is not understood is an error: xtask has no library to
/// read TOML with, and must not miss a figure.
fn read(file: &str, text: &str) -> Outcome<Vec<NewestValue>> {
    let mut figures: Vec<NewestValue> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        take(&mut figures, line.trim())
            .ok_or_else(|| Failure::new(format!("{file}:{}: this is no line of a figure: {line}", number + 1)))?;
    }
    Ok(figures)
}

fn take(figures: &mut Vec<NewestValue>, line: &str) -> Option<()> {
    if let Some(figure) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        figures.push(NewestValue { figure: figure.to_owned(), to: None, awaited: None });
    } else if line.starts_with("{ from = ") {
        figures.last_mut()?.to = match quoted(line, "to") {
            Some(to) => Some(year_month(to)?),
            None => None,
        };
    } else if line.starts_with("awaited = ") {
        let from = year_month(quoted(line, "from")?)?;
        figures.last_mut()?.awaited = Some((from, day(quoted(line, "asked")?)?));
    } else {
        let other = ["#", "name = ", "unit = ", "reference = ", "values = ["]
            .iter()
            .any(|beginning| line.starts_with(beginning));
        return (other || line.is_empty() || line == "]").then_some(());
    }
    Some(())
}

/// What stands at a key of a line: `… to = "2026-12", …`.
fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(&format!(" {key} = \""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn year_month(text: &str) -> Option<YearMonth> {
    let (year, month) = text.split_once('-')?;
    Some((year.parse().ok()?, month.parse().ok()?))
}

fn day(text: &str) -> Option<i64> {
    let (month, day) = text.rsplit_once('-')?;
    let (year, month) = year_month(month)?;
    Some(day_number(year, month, day.parse().ok()?))
}

// ── the calendar

fn today() -> Outcome<i64> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| Failure::new("The clock is before 1970."))?;
    i64::try_from(since.as_secs() / 86_400).map_err(|_| Failure::new("The clock is too far ahead."))
}

/// A day as days since 1 January 1970. A year is counted from March, so that the day that comes and goes is its last.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let days_before_month = (153 * ((month + 9) % 12) + 2) / 5;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + days_before_month + day - 719_469
}

/// `2026-11-28`: the last month that does not begin after the day.
fn date(number: i64) -> String {
    let guess = 1970 + number.div_euclid(366);
    let months = (guess..=guess + 2 + number.abs() / 100_000).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let found = months.take_while(|&(year, month)| day_number(year, month, 1) <= number).last();
    found.map_or_else(String::new, |(year, month)| {
        format!("{year}-{month:02}-{:02}", number - day_number(year, month, 1) + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::{
        LOOKED_FOR_DAYS, NOTE_HOLDS_DAYS, NewestValue, NextValue, date, day, day_number, next_value, read, read_all,
        report, warning,
    };

    /// The last day of 2026.
    fn last() -> i64 {
        day_number(2026, 12, 31)
    }

    fn figure(to: Option<(i64, i64)>, awaited: Option<((i64, i64), i64)>) -> NewestValue {
        NewestValue { figure: "a_rate".to_owned(), to, awaited }
    }

    #[test]
    fn a_figure_is_looked_for_in_its_last_sixty_days_and_after_it_has_ended() {
        let figure = figure(Some((2026, 12)), None);
        for (left, due) in [(61, None), (60, Some(NextValue::Missing)), (59, Some(NextValue::Missing))] {
            assert_eq!(next_value(&figure, last() - left), due, "{left} days left");
        }
        assert_eq!(LOOKED_FOR_DAYS, 60, "the days above");
        for past in [0, 1, 400] {
            assert_eq!(next_value(&figure, last() + past), Some(NextValue::Missing), "{past} days past");
        }
    }

    #[test]
    fn a_figure_with_a_next_value_is_not_due() {
        assert_eq!(next_value(&figure(Some((2027, 12)), None), last() - 59), None);
        assert_eq!(next_value(&figure(None, None), last() + 1), None, "until further notice");
    }

    #[test]
    fn a_figure_that_ended_inside_a_year_was_abolished() {
        assert_eq!(next_value(&figure(Some((2025, 6)), None), last()), None);
    }

    #[test]
    fn a_note_holds_for_thirty_days() {
        let asked = last() - 40;
        let figure = figure(Some((2026, 12)), Some(((2027, 1), asked)));
        for (later, next) in [
            (-1, NextValue::AskAgain(asked)),
            (0, NextValue::Awaited(asked)),
            (29, NextValue::Awaited(asked)),
            (30, NextValue::Awaited(asked)),
            (31, NextValue::AskAgain(asked)),
        ] {
            assert_eq!(next_value(&figure, asked + later), Some(next), "{later} days later");
        }
        assert_eq!(NOTE_HOLDS_DAYS, 30, "the days above");
    }

    #[test]
    fn a_note_on_another_period_says_nothing_of_the_next() {
        let figure = figure(Some((2026, 12)), Some(((2026, 1), last() - 10)));
        assert_eq!(next_value(&figure, last()), Some(NextValue::AskAgain(last() - 10)));
    }

    #[test]
    fn only_what_is_to_be_done_is_warned_of() {
        let awaited = figure(Some((2026, 12)), Some(((2027, 1), last())));
        assert_eq!(warning(&[awaited], last()), None);
        let figures = [figure(Some((2026, 12)), None), figure(Some((2026, 12)), Some(((2027, 1), last() - 90)))];
        assert!(warning(&figures, last()).is_some_and(|line| line.starts_with("2 yearly figures")));
        assert_eq!(warning(&figures, last() - 61), None);
    }

    #[test]
    fn the_report_says_what_is_due_and_what_was_asked_for() {
        let figures =
            [figure(Some((2026, 12)), None), figure(Some((2026, 12)), Some(((2027, 1), day_number(2026, 11, 27))))];
        let told = report(&figures, day_number(2026, 11, 28));
        assert!(told.contains("1 without a next value, and nobody has asked for it:\n    a_rate to 2026-12"), "{told}");
        assert!(told.contains("1 not published on 2026-11-27:"), "{told}");
        assert!(report(&figures, day_number(2026, 9, 1)).ends_with("  none"));
    }

    #[test]
    fn a_file_is_read_line_by_line_and_a_line_nobody_knows_is_told() {
        let text = "# A file.\n\n[a_rate]\nname = \"En sats\"\nunit = \"DKK\"\nawaited = { from = \"2027-01\", asked = \"2026-11-27\" }\nvalues = [\n  { from = \"2025-01\", to = \"2025-12\", value = \"1\" },\n  { from = \"2026-01\", to = \"2026-12\", value = \"2\" },\n]\n[open]\nvalues = [\n  { from = \"2026-01\", value = \"2\" },\n]";
        let read_of = |text: &str| read("a.toml", text);
        let Ok(figures) = read_of(text) else { panic!("the file is read") };
        let asked = day("2026-11-27");
        assert_eq!(figures[0], figure(Some((2026, 12)), asked.map(|asked| ((2027, 1), asked))));
        assert_eq!(figures[1].to, None);
        let unknown = read_of("[a_rate]\nvalue = 1").expect_err("no line of a figure").to_string();
        assert!(unknown.starts_with("a.toml:2: "), "{unknown}");
        assert!(read_of("  { from = \"2026-01\", to = \"2026-12\" },").is_err(), "a value of no figure");
        assert!(read_of("[a_rate]\n  { from = \"2026-01\", to = \"to\" },").is_err(), "no month");
    }

    /// 27 November 2026: nothing was found for any figure of 2027. Whoever writes the next values takes the notes away.
    #[test]
    fn every_yearly_figure_has_its_next_value_or_a_note() {
        let Ok(figures) = read_all() else { panic!("the files are read") };
        assert!(figures.len() > 60, "{} figures", figures.len());
        let asked = figures.iter().filter_map(|figure| figure.awaited).map(|(_, asked)| asked).max();
        let today = asked.unwrap_or(day_number(2026, 11, 27));
        assert_eq!(warning(&figures, today), None, "{}", report(&figures, today));
    }

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (text, number) in [
            ("1970-01-01", 0),
            ("1970-12-31", 364),
            ("2000-02-29", 11_016),
            ("2024-03-01", 19_783),
            ("2026-11-28", 20_785),
            ("2100-03-01", 47_541),
        ] {
            assert_eq!((day(text), date(number).as_str()), (Some(number), text));
        }
    }
}
