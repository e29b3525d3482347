//! What one tap has replaced, to be had back: it stands until the next change, never by time.

use leptos::prelude::*;
use mikrolaan_markup::{live, view};

use super::budget::example_name;
use crate::platform::focus;
use crate::session::Session;
use crate::watch::watch;
use mikrolaan_app_core::locale::texts::undo as u;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_app_core::state::{State, Undoable};

/// Where the page stands.
pub(super) const PAGE: &str = "indhold";

/// The bar above every page; empty while there is nothing to have back.
pub fn undo_bar(session: Session) -> AnyView {
    let undone = watch(move || session.with(|state| state.undoable().map(|_| state.epoch() as i64)));
    let bar = live(move || {
        undone.get()?;
        let what = untrack(|| session.with(State::undoable))?;
        // The page is drawn anew, with its heading to go on from.
        let undo = move |_| {
            session.dispatch(Event::Undo);
            focus::on_page(PAGE);
        };
        Some(
            view! {
                <p class="container undo__bar"><span>{words(what)}</span>" "
                    <button class="button button-secondary" type="button" on:click=undo>{u::undo()}</button>
                </p>
            }
            .into_any(),
        )
    });
    view! { <div class="undo screen-only" role="status">{bar}</div> }.into_any()
}

fn words(what: Undoable) -> String {
    match what {
        Undoable::StartedOver => u::started_over().to_owned(),
        Undoable::Filled(id) => u::filled(example_name(id)),
        Undoable::LeftExample => u::left_example().to_owned(),
        Undoable::RemovedCost => u::removed_cost().to_owned(),
        Undoable::RemovedJob => u::removed_job().to_owned(),
        Undoable::Resolved => u::resolved().to_owned(),
    }
}
