//! What a field takes, and what it says when it does not take what was typed.

pub mod refuse;

use crate::locale::texts::errors::field as words;

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What was read, and what is allowed.
    pub message: String,
    /// The ways it can be read, when there are two: what to put in the field, and how it is called.
    pub readings: Vec<(String, String)>,
}

impl Refusal {
    /// What is to be put right, in words that stand alone: away from the field and its two buttons.
    pub fn summary(self) -> String {
        match self.readings.as_slice() {
            [(_, first), (_, second)] => words::ambiguous_summary(first, second),
            _ => self.message,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::refuse;
    use mikrolaan_engine::case::bounds;

    #[test]
    fn what_is_wrong_can_be_said_away_from_the_field() {
        let wrong = |text| refuse::money(text, bounds::AMOUNT).expect_err("not taken");
        let two = wrong("25.5").summary().replace('\u{a0}', " ");
        assert!(two.contains("25.500 kr.") && two.contains("25,50 kr."), "{two}");
        assert_eq!(wrong("-1").summary(), wrong("-1").message);
    }
}
