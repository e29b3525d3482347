//! What follows the debounced case: what would help, and what matters most. What has been said about other
//! figures is not seen meanwhile, and keeps its room.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::{Element, dynamic, view};

use crate::components::sensitivity::sensitivity;
use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::offers as o;
use mikrolaan_app_core::views::Advice;
use mikrolaan_app_core::views::offers::{OfferList, Offers};
use mikrolaan_markup::watch::{WorkedOut, worked_out};

/// The advice on the debounced case.
#[derive(Clone, Copy)]
pub struct Advised {
    session: Session,
    /// What is advised; nothing while the plan cannot be worked out.
    pub advice: WorkedOut<Advice>,
}

impl Advised {
    /// On the first scenario, at once.
    pub fn of(session: Session) -> Self {
        session.flush();
        let advice = worked_out(move || {
            // Once debounced, the case is the one that was worked out last.
            session.with_debounced(|_| ());
            let outcome = session.evaluated.get_untracked()?;
            Some(Arc::new(Advice::of(outcome.as_ref().as_ref().ok()?)))
        });
        Advised { session, advice }
    }

    /// What would help, below the headlines.
    pub fn offers(self) -> AnyView {
        dynamic(move || {
            let advice = self.advice.get()?;
            let drawn = offers(advice.offers.as_ref()?);
            Some(self.hidden_while_outdated(drawn).into_any())
        })
    }

    /// What matters most.
    pub fn sensitivity(self) -> AnyView {
        dynamic(move || {
            let advice = self.advice.get()?;
            let drawn = self.hidden_while_outdated(advice.sensitivity.as_ref().map(sensitivity)?);
            Some(
                view! { <section><h2>{t::sensitivity::title()}</h2><p>{t::sensitivity::lead()}</p>{drawn}</section> }
                    .into_any(),
            )
        })
    }

    fn hidden_while_outdated(self, drawn: Element) -> Element {
        let outdated = move || self.session.is_stale();
        view! { <div class:is-outdated=outdated>{drawn}</div> }
    }
}

/// What would help, or that nothing does.
fn offers(offers: &Offers) -> Element {
    let lists = offers.lists().into_iter().map(list).collect::<Vec<_>>();
    let last = if lists.is_empty() {
        view! { <p>{o::nothing()}</p> }
    } else {
        view! { <p class="source">{offers.wage.clone()}</p> }
    };
    view! { <section class="offers"><h2>{o::title()}</h2>{lists}{last}</section> }
}

fn list(list: OfferList) -> Element {
    let items = list.sentences.into_iter().map(|text| view! { <li>{text}</li> }).collect::<Vec<_>>();
    view! { <div><h3>{list.title}</h3>{list.lead.map(|lead| view! { <p>{lead}</p> })}<ul>{items}</ul></div> }
}
