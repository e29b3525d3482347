//! Where something is written, and how firmly it stands.

use mikrolaan_markup::{Element, view};

/// A source: its name, a link when it has an address, and a tag: Lov, Erfaring, Antagelse …
pub fn source_line(name: String, url: Option<&'static str>, tag: &'static str) -> Element {
    view! { <p class="source">{named(name, url)}" "<span class="tag">{tag}</span></p> }
}

/// The name of a source, as a link when it has an address.
pub fn named(name: String, url: Option<&'static str>) -> Element {
    match url {
        Some(url) => view! { <a href=url>{name}</a> },
        None => view! { <span>{name}</span> },
    }
}
