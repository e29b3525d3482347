//! Where something is written, and how firmly it stands.

use leptos::prelude::*;
use mikrolaan_markup::view;

/// A source: its name, a link when it has an address, and a tag.
#[component]
pub fn SourceLine(
    /// What the source is called.
    #[prop(into)]
    name: String,
    /// Its address.
    url: Option<&'static str>,
    /// How firmly it stands: Lov, Erfaring, Antagelse …
    tag: &'static str,
) -> impl IntoView {
    view! { <p class="source">{named(name, url)}" "<span class="tag">{tag}</span></p> }
}

/// The name of a source, as a link when it has an address.
pub fn named(name: String, url: Option<&'static str>) -> AnyView {
    match url {
        Some(url) => view! { <a href=url>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    }
}
