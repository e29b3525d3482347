//! The field of the notes: what it takes, and what it says when a CPR number stands in it.

use super::event::CaseworkerEvent;
use crate::forms::FieldError;
use crate::locale::texts::office::caseworker::cpr;
use crate::state::typed_text::looks_like_cpr;

/// What happens when this is written in the notes.
///
/// # Errors
/// Something in it looks like a CPR number: it is not kept.
pub fn take(text: &str) -> Result<CaseworkerEvent, FieldError> {
    if looks_like_cpr(text) {
        return Err(FieldError { message: cpr::refused().to_owned(), readings: Vec::new() });
    }
    Ok(CaseworkerEvent::Note(text.to_owned()))
}

/// The text as it may be kept meanwhile: where ten digits and more stand in a row, with spaces and hyphens between them, each is a
/// dot. Else nine of a CPR number that is typed digit by digit would stay.
pub fn without_numbers(text: &str) -> String {
    let belongs = |sign: char| sign.is_ascii_digit() || sign == '-' || sign == '–' || sign == ' ' || sign == '\u{a0}';
    let mut kept = String::new();
    for run in text.split_inclusive(|sign| !belongs(sign)) {
        let is_long = run.chars().filter(char::is_ascii_digit).count() >= 10;
        kept.extend(run.chars().map(|sign| if is_long && sign.is_ascii_digit() { '•' } else { sign }));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{take, without_numbers};

    #[test]
    fn what_is_kept_of_a_refused_note_has_no_digit_of_the_number() {
        let text = "Ring 12. maj til 010190-1234, inden 14";
        assert!(take(text).is_err());
        assert_eq!(without_numbers(text), "Ring 12. maj til ••••••-••••, inden 14");
        assert_eq!(without_numbers("12 34 56 78"), "12 34 56 78");
    }
}
