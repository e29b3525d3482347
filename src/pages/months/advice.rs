//! What follows when the typing pauses: what would be enough, and what matters most. What has been said
//! about other figures is not seen meanwhile, and keeps its room.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::{Element, live, view};

use crate::components::key_sentences;
use crate::components::matters::matters;
use crate::session::Session;
use crate::story::{Advice, advise};
use crate::texts as t;

/// The advice on the case of the last pause.
#[derive(Clone, Copy)]
pub struct Advised {
    session: Session,
    advice: Memo<Arc<Advice>>,
}

impl Advised {
    /// On the first scenario, at once.
    pub fn of(session: Session) -> Self {
        session.settle();
        let advice = Memo::new_with_compare(move |_| Arc::new(session.with_settled(advise)), |_, _| true);
        Advised { session, advice }
    }

    /// What would be enough, below the first key sentence.
    pub fn enough(self) -> AnyView {
        live(move || {
            let advice = self.advice.get();
            let words = advice.enough.as_ref().map(key_sentences::words)?;
            Some(self.hidden_while_outdated(words).into_any())
        })
    }

    /// The same for who listens.
    pub fn words(self) -> String {
        let advice = self.advice.get_untracked();
        advice.enough.as_ref().map(|key| key.fact.clone().into_owned()).unwrap_or_default()
    }

    /// What matters most.
    pub fn matters(self) -> AnyView {
        live(move || {
            let advice = self.advice.get();
            let drawn = self.hidden_while_outdated(advice.matters.as_ref().map(matters)?);
            Some(
                view! { <section><h2>{t::matters::title()}</h2><p>{t::matters::lead()}</p>{drawn}</section> }
                    .into_any(),
            )
        })
    }

    fn hidden_while_outdated(self, drawn: Element) -> Element {
        let outdated = move || self.session.is_outdated();
        view! { <div class:is-outdated=outdated>{drawn}</div> }
    }
}
