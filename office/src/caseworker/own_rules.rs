//! What the municipality has set itself, as fields.

use leptos::prelude::*;
use mikrolaan_app_core::locale::texts::office::case_page as t;
use mikrolaan_app_core::office::caseworker::own_rules::{own_rules, take};
use mikrolaan_markup::{Element, view};

use super::CaseDesk;
use super::text_field::text_field;
use crate::components::live_text;
use crate::platform::focus;

/// A field for each rule that can be set, with what holds while it is empty.
pub fn own(desk: CaseDesk) -> Element {
    focus::on_id("panel");
    let fields: Vec<Element> = desk
        .with(own_rules)
        .into_iter()
        .enumerate()
        .map(|(at, rule)| {
            let now = move || desk.state.with(|state| own_rules(state).into_iter().nth(at));
            let value = move || now().map(|rule| rule.value).unwrap_or_default();
            let usual = move || now().map(|rule| rule.usual).unwrap_or_default();
            let (id, key) = (rule.id.to_owned(), rule.key);
            let input = text_field(desk, id.clone(), rule.label.to_owned(), rule.unit.to_owned(), value, move |state, text| {
                take(state, key, text).map(Some)
            });
            view! { <div class="cw__row"><label for=id>{rule.label}" "<small>{live_text(usual)}</small></label>{input}</div> }
        })
        .collect();
    view! {
        <form class="cw__figures" novalidate autocomplete="off" on:submit=|event| event.prevent_default()>
            <p class="source">{t::own_rules_hint()}</p>
            <div class="cw__group">{fields}</div>
        </form>
    }
}
