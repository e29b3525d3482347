//! Where something is written, and how firmly it stands.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::views::source::SourceView;

/// The language of the rulebook: its sources, their words and the names of its figures are Danish in every language.
pub const DANISH: &str = "da";

/// A source: its name, a link when it has an address, and a tag: Lov, Erfaring, Antagelse …
pub fn source_line(source: SourceView) -> Element {
    let SourceView { name, url, tag } = source;
    view! { <p class="source">{named(name, url)}" "<span class="tag">{tag}</span></p> }
}

/// The name of a source, as a link when it has an address.
pub fn named(name: String, url: Option<&'static str>) -> Element {
    match url {
        Some(url) => external_link(name, url),
        None => view! { <span lang=DANISH>{name}</span> },
    }
}

/// A link out of the calculator: in a new tab, because the answers stand in this one, and it says so.
fn external_link(name: String, url: &'static str) -> Element {
    view! {
        <a href=url target="_blank" rel="noopener" lang=DANISH>
            {name}<span class="visually-hidden" lang=t::language::code()>" "{t::common::new_tab()}</span>
        </a>
    }
}
