//! What the figures rest on, each with its kind.

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::story::base::Ground;

/// The items of the list.
pub fn ground_list(grounds: &[Ground]) -> Vec<AnyView> {
    let item = |ground: &Ground| {
        view! {
            <li><span prop:textContent=ground.text.clone()></span>" "<span class="tag" prop:textContent=ground.tag></span></li>
        }
        .into_any()
    };
    grounds.iter().map(item).collect()
}
