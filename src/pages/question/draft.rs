//! What a person has chosen or typed on a question page, before *Næste*.

use leptos::prelude::*;
use mikrolaan_engine::case::bounds;
use mikrolaan_engine::screening::AnswerKey;

use crate::session::Session;
use crate::watch::Held;
use mikrolaan_app_core::forms::Refusal;
use mikrolaan_app_core::forms::refuse;
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::state::Page;
use mikrolaan_app_core::state::answering::{self, UNKNOWN};
use mikrolaan_app_core::state::event::{Answer, Event};

/// The fields of a question page.
#[derive(Clone, Copy)]
pub struct Draft {
    key: AnswerKey,
    /// What to do when nothing is answered.
    nothing: &'static str,
    /// The ids of what is chosen.
    pub chosen: Held<Vec<&'static str>>,
    /// What is typed.
    pub typed: Held<String>,
    /// What is wrong with what is typed, as far as the field tells.
    pub refusal: Held<Option<Refusal>>,
    /// Is it an answer by now?
    pub sent: Held<bool>,
}

impl Draft {
    /// As the page was left, else as the question was answered before.
    pub fn begin(session: Session, key: AnswerKey, nothing: &'static str) -> Self {
        let answered = untrack(|| answered(session, key));
        let left = untrack(|| session.with(|state| state.page(key).cloned()));
        let begun = left.unwrap_or_else(|| answered.clone());
        let (chosen, typed) = (Held::new(begun.chosen.clone()), Held::new(begun.typed.clone()));
        let draft = Draft { key, nothing, chosen, typed, refusal: Held::new(None), sent: Held::new(false) };
        // At every change, and not only when the page is left: a reload leaves no page.
        Effect::new(move |_| {
            let page = Page { chosen: draft.chosen.get(), typed: draft.typed.get() };
            if !untrack(|| draft.sent.get()) {
                session.dispatch(Event::KeepPage(key, (page != answered).then_some(page)));
            }
        });
        draft
    }

    /// The answer, or what is to be put right: tracks.
    pub fn read(self) -> Result<Answer, Refusal> {
        self.chosen.with(|chosen| self.typed.with(|typed| read_answer(self.key, chosen, typed, self.nothing)))
    }
}

/// The page of a question as it is answered now.
fn answered(session: Session, key: AnswerKey) -> Page {
    session.with(|state| {
        let answers = &state.case().answers;
        if state.skipped().contains(&key) {
            return Page { chosen: vec![UNKNOWN], typed: String::new() };
        }
        let chosen = match key {
            AnswerKey::LoanPurposes => answers.loan_purposes.iter().flatten().map(|purpose| purpose.id()).collect(),
            _ => answering::chosen(answers, key).into_iter().collect(),
        };
        let typed = match key {
            AnswerKey::Age => answers.age.map(|age| age.to_string()),
            AnswerKey::LoanAmount => answers.loan_amount.map(write::typed),
            _ => None,
        };
        Page { chosen, typed: typed.unwrap_or_default() }
    })
}

/// What is chosen and typed, as an answer; `nothing` is what to do when there is neither.
fn read_answer(key: AnswerKey, chosen: &[&'static str], typed: &str, nothing: &str) -> Result<Answer, Refusal> {
    if chosen.contains(&UNKNOWN) {
        return Ok(Answer::Unknown);
    }
    let unanswered = || Refusal { message: nothing.to_owned(), readings: Vec::new() };
    match (key, chosen) {
        (AnswerKey::Age | AnswerKey::LoanAmount, _) if typed.trim().is_empty() => Err(unanswered()),
        (AnswerKey::Age, _) => refuse::age(typed).map(Answer::Age),
        (AnswerKey::LoanAmount, _) => refuse::money(typed, bounds::AMOUNT).map(Answer::Amount),
        (_, []) => Err(unanswered()),
        (AnswerKey::LoanPurposes, chosen) => Ok(Answer::Purposes(answering::purposes(chosen))),
        (_, [first, ..]) => Ok(Answer::Chosen(first)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, read_answer};
    use mikrolaan_app_core::forms::Refusal;
    use mikrolaan_engine::quantity::Money;
    use mikrolaan_engine::screening::{AnswerKey, LoanPurpose};

    #[test]
    fn nothing_chosen_and_nothing_typed_is_refused() {
        for &key in AnswerKey::ALL {
            let refusal = read_answer(key, &[], "", "Vælg et svar.").expect_err("nothing is answered");
            assert_eq!(refusal, Refusal { message: "Vælg et svar.".to_owned(), readings: Vec::new() }, "{key:?}");
        }
    }

    #[test]
    fn dont_know_is_taken_everywhere_and_whatever_is_typed() {
        for &key in AnswerKey::ALL {
            assert_eq!(read_answer(key, &["unknown"], "25.5", ""), Ok(Answer::Unknown), "{key:?}");
        }
    }

    #[test]
    fn an_ambiguous_amount_is_asked_about() {
        let refusal = read_answer(AnswerKey::LoanAmount, &[], "25.5", "").expect_err("two readings");
        assert_eq!(refusal.readings.len(), 2);
        let read = read_answer(AnswerKey::LoanAmount, &[], "25.500", "");
        assert_eq!(read, Ok(Answer::Amount(Money::from_kroner(25_500))));
    }

    #[test]
    fn an_age_is_whole_and_within_bounds() {
        assert_eq!(read_answer(AnswerKey::Age, &[], "34", ""), Ok(Answer::Age(34)));
        for text in ["-1", "121", "34,5", "abc", "\u{202e}34"] {
            assert!(read_answer(AnswerKey::Age, &[], text, "").is_err(), "{text:?}");
        }
    }

    #[test]
    fn purposes_come_in_their_order() {
        let read = read_answer(AnswerKey::LoanPurposes, &["stock", "equipment"], "", "");
        assert_eq!(read, Ok(Answer::Purposes(vec![LoanPurpose::Equipment, LoanPurpose::Stock])));
    }
}
