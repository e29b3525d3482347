//! Where an answer and the plan say different things: the page asks which holds.

use std::cell::Cell;

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{Element, dynamic, fragment, view};

use super::undo::dispatch_anew;
use crate::components::Icon;
use crate::session::Session;
use mikrolaan_app_core::locale::texts::conflict as c;
use mikrolaan_app_core::views::conflict::{self, ConflictBox, ConflictButton};

/// A box for each of these answers that says something else than the plan, as of the debounced case.
/// None in an example, which is nobody's.
pub fn conflict_boxes(session: Session, asked: &'static [AnswerKey]) -> AnyView {
    session.flush();
    dynamic(move || {
        let found = session.with_debounced(|case| conflict::conflict_boxes(case, asked));
        let found = found.into_iter().filter(|_| !session.is_example());
        Some(fragment(found.map(|found| ask(session, found).into_any()).collect()))
    })
}

fn ask(session: Session, found: ConflictBox) -> Element {
    let [answer, plan] = found.sides.map(|side| button(session, side));
    view! {
        <div class="alert alert-warning">
            {Icon::Warning.draw()}
            <div class="alert-body">
                <p>{found.text}" "<strong>{c::which()}</strong></p>
                <p class="actions">{answer}{plan}</p>
            </div>
        </div>
    }
}

fn button(session: Session, side: ConflictButton) -> Element {
    let ConflictButton { label, event } = side;
    // Once: the box goes when it is pressed.
    let event = Cell::new(Some(event));
    let resolve = move |_| {
        if let Some(event) = event.take() {
            dispatch_anew(session, event);
        }
    };
    // Pressing it must not leave a field first: its message would move the button away.
    let stay = |event: mikrolaan_markup::Event| event.prevent_default();
    view! { <button class="button button-secondary" type="button" on:mousedown=stay on:click=resolve>{label}</button> }
}
