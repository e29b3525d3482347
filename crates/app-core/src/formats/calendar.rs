//! A calendar file (RFC 5545): days with a name, for the calendar somebody has already.
//!
//! Every event lasts the day, takes no time from anybody, invites nobody and rings no bell. Its id is the same each time, so
//! that a calendar that gets the file again moves what it has and does not show it twice.

use std::fmt::Write as _;

use mikrolaan_engine::quantity::Date;

/// What a file of this kind is served as.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// The most octets of a line, its end not counted (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// A day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// What it is called among the events of the app; it never changes.
    pub id: &'static str,
    /// The day.
    pub date: Date,
    /// What the calendar shows.
    pub title: String,
    /// What it shows when the event is opened.
    pub text: String,
}

/// The file, made on this day.
pub fn calendar(events: &[CalendarEvent], made: Date) -> String {
    let mut file = String::new();
    for head in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mikrolaansberegneren//DA", "CALSCALE:GREGORIAN"] {
        line(&mut file, head);
    }
    for event in events {
        line(&mut file, "BEGIN:VEVENT");
        line(&mut file, &["UID:", event.id, "@mikrolaansberegneren.invalid"].concat());
        // The day alone is known, and the format wants a time.
        line(&mut file, &["DTSTAMP:", &basic(made), "T000000Z"].concat());
        line(&mut file, &["DTSTART;VALUE=DATE:", &basic(event.date)].concat());
        line(&mut file, &["SUMMARY:", &escaped(&event.title)].concat());
        if !event.text.is_empty() {
            line(&mut file, &["DESCRIPTION:", &escaped(&event.text)].concat());
        }
        line(&mut file, "TRANSP:TRANSPARENT");
        line(&mut file, "END:VEVENT");
    }
    line(&mut file, "END:VCALENDAR");
    file
}

/// `20261204`.
fn basic(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// A text with what would end it, or begin another one, made harmless. Other control characters are left out: the format has no
/// way to write them.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push_str("\\n"),
            // Some calendars show a no-break space as a sign of its own.
            '\u{a0}' => out.push(' '),
            '\u{ad}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Writes a line with its end, folded where it is too long: what goes on begins with a space, and no letter is cut in two.
fn line(file: &mut String, text: &str) {
    let mut room = LONGEST_LINE;
    for letter in text.chars() {
        let octets = letter.len_utf8();
        if octets > room {
            let _ = file.write_str("\r\n ");
            room = LONGEST_LINE - 1;
        }
        file.push(letter);
        room -= octets;
    }
    let _ = file.write_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{CalendarEvent, Date, LONGEST_LINE, calendar, escaped};

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    fn event(title: &str, text: &str) -> CalendarEvent {
        CalendarEvent { id: "support-ends", date: date("2027-09-30"), title: title.to_owned(), text: text.to_owned() }
    }

    /// The lines as a calendar reads them: what was folded is one line again.
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_file_is_this_and_nothing_else() {
        let file = calendar(&[event("Støtten slutter", "")], date("2026-11-28"));
        let lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Mikrolaansberegneren//DA",
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            "UID:support-ends@mikrolaansberegneren.invalid",
            "DTSTAMP:20261128T000000Z",
            "DTSTART;VALUE=DATE:20270930",
            "SUMMARY:Støtten slutter",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(file, lines.join("\r\n"));
    }

    #[test]
    fn nobody_is_invited_and_no_bell_rings() {
        let file = calendar(&[event("a", "b"), event("c", "d")], date("2026-11-28"));
        for never in ["ATTENDEE", "ORGANIZER", "VALARM", "METHOD"] {
            assert!(!file.contains(never), "{never}");
        }
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 2);
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    }

    #[test]
    fn what_would_end_a_text_is_escaped() {
        assert_eq!(escaped("a, b; c\\d"), "a\\, b\\; c\\\\d");
        assert_eq!(escaped("en\nto\r\ntre\rfire"), "en\\nto\\ntre\\nfire");
        assert_eq!(escaped("30.000\u{a0}kr.\u{7}\u{ad}: \"x\""), "30.000 kr.: \"x\"");
        let file = calendar(&[event("a\r\nBEGIN:VALARM", "x\nEND:VEVENT")], date("2026-11-28"));
        assert!(file.contains("SUMMARY:a\\nBEGIN:VALARM\r\n") && file.contains("DESCRIPTION:x\\nEND:VEVENT\r\n"));
    }

    #[test]
    fn lines_are_folded_between_letters_and_read_as_one_again() {
        for title in
            ["æ".repeat(200), ["a", &"øå".repeat(120)].concat(), "x".repeat(67), "x".repeat(68), "𝄞,".repeat(60)]
        {
            let file = calendar(&[event(&title, "")], date("2026-11-28"));
            let longest = file.split("\r\n").map(str::len).max();
            assert!(longest <= Some(LONGEST_LINE), "{longest:?}");
            let summary = ["SUMMARY:", &escaped(&title)].concat();
            assert!(unfolded(&file).contains(&summary), "{file}");
        }
    }

    #[test]
    fn a_line_that_just_fits_is_not_folded() {
        let folds =
            |letters: usize| calendar(&[event(&"x".repeat(letters), "")], date("2026-11-28")).matches("\r\n ").count();
        assert_eq!([67, 68, 141, 142].map(folds), [0, 1, 1, 2]);
        let danish = calendar(&[event(&"æ".repeat(34), "")], date("2026-11-28"));
        assert!(danish.contains(&["SUMMARY:", &"æ".repeat(33), "\r\n æ\r\n"].concat()), "{danish}");
    }
}
