//! What a person fills in: the words of each field, what it shows and takes, what it says when it does not take what
//! was typed, and where it stands. A page that draws a field asks here and decides nothing.

pub mod choices;
pub mod field_errors;
pub mod field_props;
pub mod inputs;
pub mod scope;
pub mod span;
pub mod subject;
pub mod typed;

pub use choices::PlanChoice;
pub use inputs::FigureInput;

/// A word of the texts.
pub type Word = fn() -> Text;

/// No word.
pub fn no_word() -> Text {
    Text::NONE
}

/// One thing to fill in.
#[derive(Clone, Copy)]
pub enum FormItem {
    /// A figure.
    Input(&'static FigureInput),
    /// A choice.
    Choice(&'static PlanChoice),
}

use crate::locale::language::Text;
use crate::locale::texts::errors::field as words;
use crate::locale::texts::named::AB;

/// What is wrong with what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldError {
    /// What was read, and what is allowed.
    pub message: String,
    /// The ways it can be read, when there are two: what to put in the field, and how it is called.
    pub readings: Vec<(String, String)>,
}

impl FieldError {
    /// What is wrong, and which value is in force meanwhile, if there is one.
    pub fn beside(&self, in_force: &str, unit: &str) -> String {
        if in_force.is_empty() {
            return self.message.clone();
        }
        let space = if unit.is_empty() { "" } else { "\u{a0}" };
        [&self.message, " ", &words::still(&[in_force, space, unit].concat())].concat()
    }

    /// What is to be put right, in words that stand alone: away from the field and its two buttons.
    pub fn summary(self) -> String {
        match self.readings.as_slice() {
            [(_, first), (_, second)] => words::ambiguous_summary(AB { a: first.as_str(), b: second.as_str() }),
            _ => self.message,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldError, field_errors};
    use mikrolaan_engine::case::bounds;

    #[test]
    fn the_value_in_force_stands_behind_what_is_wrong_with_its_unit() {
        let error = FieldError { message: "Vi kan ikke læse »x«.".to_owned(), readings: Vec::new() };
        let still = |in_force, unit| error.beside(in_force, unit);
        assert_eq!(still("", "kr."), "Vi kan ikke læse »x«.");
        assert!(still("12.500", "kr.").starts_with("Vi kan ikke læse »x«. "));
        assert!(still("12.500", "kr.").contains("12.500\u{a0}kr"));
        assert!(still("Vogn", "").contains("Vogn") && !still("Vogn", "").contains("Vogn\u{a0}"));
    }

    #[test]
    fn what_is_wrong_can_be_said_away_from_the_field() {
        let wrong = |text| field_errors::money(text, bounds::AMOUNT).expect_err("not taken");
        let two = wrong("25.5").summary().replace('\u{a0}', " ");
        assert!(two.contains("25.500 kr.") && two.contains("25,50 kr."), "{two}");
        assert_eq!(wrong("-1").summary(), wrong("-1").message);
    }
}
