//! A row that opens in its place.

use leptos::prelude::AnyView;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_markup::{Element, view};

/// Something folded under its title; `count` is how much of it there is, where that is said.
pub fn fold(title: Text, count: Option<String>, content: AnyView) -> Element {
    let count = count.map(|count| view! { <span class="fold__count">{count}</span> });
    view! { <details class="fold"><summary><span>{title}</span>" "{count}</summary><div class="fold__content">{content}</div></details> }
}
