//! The fields of a question's page: what is chosen and typed in them, before *Næste*.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;

use crate::components::Choosing;
use crate::session::Session;
use mikrolaan_app_core::forms::FieldError;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::state::QuestionEntry;
use mikrolaan_app_core::state::event::{Event, GivenAnswer};
use mikrolaan_app_core::views::question::QuestionView;
use mikrolaan_markup::watch::SharedSignal;

/// The fields of a question page.
#[derive(Clone, Copy)]
pub struct QuestionDraft {
    /// Which question.
    pub key: AnswerKey,
    /// What to do when nothing is answered.
    nothing: Text,
    /// What is chosen and typed.
    pub page: SharedSignal<QuestionEntry>,
    /// What is wrong with what is typed, as far as the field tells.
    pub error: SharedSignal<Option<FieldError>>,
    /// Is it an answer by now?
    pub sent: SharedSignal<bool>,
}

impl QuestionDraft {
    /// As the page was left, else as the question was answered before.
    pub fn new(session: Session, key: AnswerKey, view: &QuestionView) -> Self {
        let (page, answered) = (SharedSignal::new(view.begun.clone()), view.answered.clone());
        let draft = QuestionDraft {
            key,
            nothing: view.nothing,
            page,
            error: SharedSignal::new(None),
            sent: SharedSignal::new(false),
        };
        // At every change, and not only when the page is left: a reload leaves no page.
        Effect::new(move |_| {
            let page = draft.page.get();
            if !untrack(|| draft.sent.get()) {
                session.dispatch(Event::KeepPage(key, (page != answered).then_some(page)));
            }
        });
        draft
    }

    /// The answer, or what is to be put right: tracks.
    pub fn read(self) -> Result<GivenAnswer, FieldError> {
        self.page.with(|page| page.read(self.key, &self.nothing))
    }

    /// Choosing among the rows; `then` is told which was turned on or off.
    pub fn choosing(self, then: impl Fn(&'static str, bool) + Send + Sync + 'static) -> Choosing {
        let turn = move |id, on| {
            self.page.update(|page| page.turn(self.key, id, on));
            then(id, on);
        };
        Choosing {
            is_chosen: Arc::new(move |id| self.page.with(|page| page.chosen.contains(&id))),
            turn: Arc::new(turn),
        }
    }
}
