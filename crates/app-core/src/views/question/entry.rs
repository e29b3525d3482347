//! What a person has chosen and typed on the page of a question, before *Næste*: how it begins, how it changes, and
//! what answer it is.

use mikrolaan_engine::case::bounds;
use mikrolaan_engine::screening::{AnswerKey, AnswerKind};

use super::rows::RowsKind;
use crate::forms::{FieldError, field_errors};
use crate::locale::write;
use crate::state::answering::{self, UNKNOWN};
use crate::state::event::GivenAnswer;
use crate::state::{QuestionEntry, State};

/// Does one answer by writing a figure?
pub fn is_figure(key: AnswerKey) -> bool {
    matches!(key.kind(), AnswerKind::Whole(_) | AnswerKind::Amount(_))
}

impl QuestionEntry {
    /// The page of a question as it is answered now.
    pub fn answered(state: &State, key: AnswerKey) -> Self {
        let answers = &state.case().answers;
        if state.skipped().contains(&key) {
            return QuestionEntry { chosen: vec![UNKNOWN], typed: String::new() };
        }
        let chosen = match key {
            AnswerKey::LoanPurposes => answers.loan_purposes.iter().flatten().map(|purpose| purpose.id()).collect(),
            _ => answering::chosen(answers, key).into_iter().collect(),
        };
        let typed = match key {
            AnswerKey::Age => answers.age.map(GivenAnswer::Age),
            AnswerKey::LoanAmount => answers.loan_amount.map(GivenAnswer::Amount),
            _ => None,
        };
        QuestionEntry { chosen, typed: typed.as_ref().map(written).unwrap_or_default() }
    }

    /// A row was turned on or off. *Ved ikke* goes with nothing else, and so empties the field.
    pub fn turn(&mut self, key: AnswerKey, id: &'static str, on: bool) {
        self.chosen = RowsKind::of(key).after(&self.chosen, id, on);
        if on && id == UNKNOWN {
            self.typed.clear();
        }
    }

    /// Something was written, which takes *Ved ikke* off.
    pub fn write(&mut self, text: &str) {
        self.chosen.retain(|&id| id != UNKNOWN);
        text.clone_into(&mut self.typed);
    }

    /// What is chosen and typed, as an answer; `nothing` is what to do when there is neither.
    ///
    /// # Errors
    /// What is to be put right.
    pub fn read(&self, key: AnswerKey, nothing: &str) -> Result<GivenAnswer, FieldError> {
        if self.chosen.contains(&UNKNOWN) {
            return Ok(GivenAnswer::Unknown);
        }
        let unanswered = || FieldError { message: nothing.to_owned(), readings: Vec::new() };
        match (key, self.chosen.as_slice()) {
            (AnswerKey::Age | AnswerKey::LoanAmount, _) if self.typed.trim().is_empty() => Err(unanswered()),
            (AnswerKey::Age, _) => field_errors::age(&self.typed).map(GivenAnswer::Age),
            (AnswerKey::LoanAmount, _) => field_errors::money(&self.typed, bounds::AMOUNT).map(GivenAnswer::Amount),
            (_, []) => Err(unanswered()),
            (AnswerKey::LoanPurposes, chosen) => Ok(GivenAnswer::Purposes(answering::purposes(chosen))),
            (_, [first, ..]) => Ok(GivenAnswer::Chosen(first)),
        }
    }

    /// The figure the way we write it; empty while it cannot be read.
    pub fn figure(&self, key: AnswerKey) -> String {
        self.read(key, "").as_ref().map(written).unwrap_or_default()
    }

    /// What is typed and cannot be read.
    pub fn unreadable(&self, key: AnswerKey) -> Option<String> {
        let is_unreadable = !self.typed.is_empty() && self.read(key, "").is_err();
        is_unreadable.then(|| self.typed.clone())
    }
}

/// A figure the way we write it.
fn written(answer: &GivenAnswer) -> String {
    match answer {
        GivenAnswer::Age(age) => write::plain(*age),
        GivenAnswer::Amount(amount) => write::typed(*amount),
        GivenAnswer::Unknown | GivenAnswer::Chosen(_) | GivenAnswer::Purposes(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{GivenAnswer, QuestionEntry, State, UNKNOWN, is_figure};
    use crate::forms::FieldError;
    use crate::state::event::Event;
    use mikrolaan_engine::quantity::{Money, Month};
    use mikrolaan_engine::screening::{AnswerKey, LoanPurpose};

    fn read_answer(
        key: AnswerKey,
        chosen: &[&'static str],
        typed: &str,
        nothing: &str,
    ) -> Result<GivenAnswer, FieldError> {
        QuestionEntry { chosen: chosen.to_vec(), typed: typed.to_owned() }.read(key, nothing)
    }

    #[test]
    fn nothing_chosen_and_nothing_typed_is_refused() {
        for &key in AnswerKey::ALL {
            let error = read_answer(key, &[], "", "Vælg et svar.").expect_err("nothing is answered");
            assert_eq!(error, FieldError { message: "Vælg et svar.".to_owned(), readings: Vec::new() }, "{key:?}");
        }
    }

    #[test]
    fn dont_know_is_taken_everywhere_and_whatever_is_typed() {
        for &key in AnswerKey::ALL {
            assert_eq!(read_answer(key, &["unknown"], "25.5", ""), Ok(GivenAnswer::Unknown), "{key:?}");
        }
    }

    #[test]
    fn an_ambiguous_amount_is_asked_about() {
        let error = read_answer(AnswerKey::LoanAmount, &[], "25.5", "").expect_err("two readings");
        assert_eq!(error.readings.len(), 2);
        let read = read_answer(AnswerKey::LoanAmount, &[], "25.500", "");
        assert_eq!(read, Ok(GivenAnswer::Amount(Money::from_kroner(25_500))));
    }

    #[test]
    fn an_age_is_whole_and_within_bounds() {
        assert_eq!(read_answer(AnswerKey::Age, &[], "34", ""), Ok(GivenAnswer::Age(34)));
        for text in ["-1", "121", "34,5", "abc", "\u{202e}34"] {
            assert!(read_answer(AnswerKey::Age, &[], text, "").is_err(), "{text:?}");
        }
    }

    #[test]
    fn purposes_come_in_their_order() {
        let read = read_answer(AnswerKey::LoanPurposes, &["stock", "equipment"], "", "");
        assert_eq!(read, Ok(GivenAnswer::Purposes(vec![LoanPurpose::Equipment, LoanPurpose::Stock])));
    }

    #[test]
    fn an_answer_is_found_again_on_its_page() {
        let given = [
            (AnswerKey::Age, GivenAnswer::Age(34)),
            (AnswerKey::Age, GivenAnswer::Unknown),
            (AnswerKey::LoanAmount, GivenAnswer::Amount(Money::from_oere(2_550_050))),
            (AnswerKey::Idea, GivenAnswer::Chosen("partial")),
            (AnswerKey::Idea, GivenAnswer::Unknown),
            (AnswerKey::Single, GivenAnswer::Chosen("no")),
            (AnswerKey::LoanPurposes, GivenAnswer::Purposes(vec![LoanPurpose::Equipment, LoanPurpose::Stock])),
        ];
        let begun = State::new(Month::new(2026, 11).expect("a month"));
        for (key, answer) in given {
            let page = QuestionEntry::answered(&begun.apply(Event::Answer(key, answer.clone())), key);
            assert_eq!(page.read(key, ""), Ok(answer), "{page:?}");
            assert_eq!(QuestionEntry::answered(&begun, key), QuestionEntry::default());
        }
    }

    #[test]
    fn a_figure_and_dont_know_never_stand_together() {
        let key = AnswerKey::LoanAmount;
        let mut page = QuestionEntry::default();
        page.write("25500");
        assert_eq!((page.figure(key), page.unreadable(key)), ("25.500".to_owned(), None));
        page.turn(key, UNKNOWN, true);
        assert_eq!(page, QuestionEntry { chosen: vec![UNKNOWN], typed: String::new() });
        page.write("25.5");
        assert!(page.chosen.is_empty());
        assert_eq!((page.figure(key), page.unreadable(key)), (String::new(), Some("25.5".to_owned())));
        page.turn(key, UNKNOWN, true);
        page.turn(key, UNKNOWN, false);
        assert_eq!(page, QuestionEntry::default());
        assert_eq!(page.unreadable(key), None, "nothing is typed");
    }

    #[test]
    fn one_writes_an_age_and_an_amount_and_chooses_the_rest() {
        let figures: Vec<AnswerKey> = AnswerKey::ON_THE_WAY.iter().copied().filter(|&key| is_figure(key)).collect();
        assert_eq!(figures, [AnswerKey::Age, AnswerKey::LoanAmount]);
    }
}
