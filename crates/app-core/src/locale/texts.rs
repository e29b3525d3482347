//! Every word a person reads, as functions: `[start] title` in `texts/da.toml` is `texts::start::title()`.
//!
//! A text with `{placeholders}` is a function of them, in alphabetical order. They are functions and not
//! constants so that a second language can be chosen later without touching a call. `build.rs` writes
//! them: a key or an argument that is missing does not compile, and a text nobody uses is a warning.
#![allow(missing_docs)]

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// Puts the pieces together. "2.211 kr." at the end of a sentence keeps one full stop, not two.
fn join(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        let doubled = text.ends_with('.') && part.starts_with('.') && !part.starts_with("..");
        text.push_str(if doubled { &part[1..] } else { part });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{errors, join, key};

    #[test]
    fn an_amount_at_the_end_keeps_one_full_stop() {
        assert_eq!(join(&["Du mangler ", "2.211 kr.", "."]), "Du mangler 2.211 kr.");
        assert_eq!(join(&["Vent ", "..."]), "Vent ...");
    }

    #[test]
    fn arguments_stand_in_alphabetical_order_whatever_the_sentence() {
        assert_eq!(key::missing::first("2.211 kr.", "november 2027"), "I november 2027 mangler du 2.211 kr.");
        assert_eq!(errors::field::months("120", "1"), "Skriv et antal måneder fra 1 til 120, for eksempel 6.");
    }

    #[test]
    fn a_line_never_ends_inside_an_amount_or_a_date() {
        assert!(super::question::loan_amount::why().contains("50.000\u{a0}kr."));
        assert!(super::state::frikommune().contains("31.\u{a0}december 2022"));
        assert!(super::criterion::sound_plan::source().contains("§\u{a0}148, som den lød til 31.\u{a0}januar 2026"));
    }
}
