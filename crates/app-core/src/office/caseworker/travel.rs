//! What goes along in a file and a link, and what comes back. The case alone, unless it is ticked that the notes go along; then they
//! stand behind it, in a form that no page but this one opens: a citizen's page has no place for them.

use mikrolaan_engine::case::write;
use mikrolaan_engine::quantity::Date;

use super::event::CaseworkerEvent;
use super::state::CaseworkerState;
use crate::state::typed_text::looks_like_cpr;
use crate::views::opened::OpenedView;

/// The first line of a file with notes.
const WITH_NOTES: &str = "mikrolaan-sag/1";
/// Between a case and the notes behind it, in a file. No case has such a line: a line break in one is written as two letters.
const NOTES_FOLLOW: &str = "\n--- noter ---\n";
/// Between a link and the notes behind it.
const NOTES: char = '~';

/// The case as a file.
pub fn file(state: &CaseworkerState) -> String {
    let case = write(&state.state().carried());
    match travelling(state) {
        Some(notes) => [WITH_NOTES, "\n", case.trim_end(), NOTES_FOLLOW, notes].concat(),
        None => case,
    }
}

/// The case as a link; `None` when there is too much in it for one.
pub fn link(state: &CaseworkerState) -> Option<String> {
    let link = state.state().link(false)?;
    Some(match travelling(state) {
        Some(notes) => [link, notes.bytes().fold(String::from(NOTES), hex)].concat(),
        None => link,
    })
}

/// What is in a file or a link: told before anything is replaced, with what taking it comes to.
pub fn opened(text: &str, today: Date) -> (OpenedView, Option<CaseworkerEvent>) {
    let (case, notes) = apart(text.trim());
    let view = OpenedView::of_text(&case, today);
    let event = view.found().map(|found| CaseworkerEvent::Open(Box::new(found.state.clone()), notes));
    (view, event)
}

fn travelling(state: &CaseworkerState) -> Option<&str> {
    (state.notes_travel() && !state.notes().is_empty()).then_some(state.notes())
}

/// The case and the notes. Notes in which somebody put what looks like a CPR number are not taken.
fn apart(text: &str) -> (String, String) {
    let (case, notes) = match text.strip_prefix(WITH_NOTES).and_then(|rest| rest.split_once(NOTES_FOLLOW)) {
        Some((case, notes)) => (case.to_owned(), notes.to_owned()),
        None => match text.rsplit_once(NOTES).and_then(|(link, notes)| Some((link, of_hex(notes)?))) {
            Some((link, notes)) => (link.to_owned(), notes),
            None => (text.to_owned(), String::new()),
        },
    };
    let notes = if looks_like_cpr(&notes) { String::new() } else { notes };
    (case, notes)
}

fn hex(mut text: String, byte: u8) -> String {
    for half in [byte >> 4, byte & 15] {
        text.extend(char::from_digit(half.into(), 16));
    }
    text
}

fn of_hex(text: &str) -> Option<String> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|letter| letter.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    String::from_utf8(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, half| (byte << 4) | half)).collect()).ok()
}

#[cfg(test)]
#[path = "travel_tests.rs"]
mod tests;
