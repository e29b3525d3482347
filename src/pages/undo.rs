//! What one tap has replaced, to be had back: it stands until the next change, never by time.

use leptos::prelude::*;
use mikrolaan_markup::{dynamic, view};

use crate::platform::focus;
use crate::session::Session;
use mikrolaan_app_core::locale::texts::undo as u;
use mikrolaan_app_core::locale::words::undo::done;
use mikrolaan_app_core::state::State;
use mikrolaan_app_core::state::event::Event;
use mikrolaan_markup::watch::watch;

/// Where the page stands.
const PAGE: &str = "indhold";

/// Does what another page follows from: it is drawn anew, with its heading to go on from.
pub(super) fn dispatch_anew(session: Session, event: Event) {
    session.dispatch(event);
    focus::on_page(PAGE);
}

/// The bar above every page; empty while there is nothing to have back.
pub fn undo_bar(session: Session) -> AnyView {
    let undone = watch(move || session.with(|state| state.undoable().map(|_| state.epoch() as i64)));
    let bar = dynamic(move || {
        undone.get()?;
        let what = untrack(|| session.with(State::undoable))?;
        let undo = move |_| dispatch_anew(session, Event::Undo);
        Some(
            view! {
                <p class="container undo__bar"><span>{done(what)}</span>" "
                    <button class="button button-secondary" type="button" on:click=undo>{u::undo()}</button>
                </p>
            }
            .into_any(),
        )
    });
    view! { <div class="undo screen-only" role="status">{bar}</div> }.into_any()
}
