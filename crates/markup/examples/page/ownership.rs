//! What is cleaned up, and what is told of a change.

use leptos::prelude::{AnyView, Effect, Get, IntoAny, RwSignal, Update, on_cleanup};
use mikrolaan_markup::watch::{watch, watch_text, worked_out};
use mikrolaan_markup::{dynamic, view};
use std::sync::Arc;

use crate::{button, tell};

/// A branch with something of everything that lives: it tells whenever one of them runs.
pub fn branches() -> AnyView {
    let (there, count) = (RwSignal::new(true), RwSignal::new(1));
    let branch = move || {
        Effect::new(move |_| tell(&format!("effect {}", count.get())));
        on_cleanup(|| tell("gone"));
        let saying = move |what: &'static str| {
            tell(&format!("{what} {}", count.get()));
            count.get().to_string()
        };
        view! {
            <p title=move || saying("attribute") prop:lang=move || saying("property")
                class:odd=move || saying("class") == "1">{move || Some(saying("child").into_any())}</p>
        }
    };
    view! {
        {dynamic(move || there.get().then(|| branch().into_any()))}
        {button("count-on", move || count.update(|count| *count += 1))}
        {button("cut-or-grow", move || there.update(|there| *there = !*there))}
    }
}

/// What follows half of a number, and tells each time it is drawn: followed without being read, as a number, as
/// text, and as something larger.
pub fn memos() -> AnyView {
    let number = RwSignal::new(2_i64);
    let half = watch(move || Some(number.get() / 2));
    let unread = watch(move || Some(number.get() / 2));
    let text = watch_text(move || Some((number.get() / 2).to_string()));
    let larger = worked_out(move || Some(Arc::new(vec![number.get() / 2])));
    let shown = |kind: &str, value: String| {
        tell(kind);
        Some(value.into_any())
    };
    view! {
        <p>{move || { unread.track(); shown("unread", String::new()) }}</p>
        <p id="half">{move || shown("number", half.get().map_or_else(String::new, |half| half.to_string()))}</p>
        <p id="words">{move || shown("words", text.get().map_or_else(String::new, |text| text.to_string()))}</p>
        <p id="larger">{move || shown("larger", larger.get().map_or_else(String::new, |all| format!("{all:?}")))}</p>
        {button("add-one", move || number.update(|number| *number += 1))}
    }
}
