//! The first heading of a page, which also names the window.

use leptos::prelude::*;
use mikrolaan_markup::{Element, view};

use crate::platform;
use mikrolaan_app_core::locale::texts as t;

/// The `h1`. It can take the focus, which goes there on every step, and it names the window.
pub fn heading(text: String) -> Element {
    drawn(text, None, None, Box::new(|| false))
}

/// The `h1` of a page on which something may have to be put right: then the title begins with "Fejl:".
/// `described` is the id of what stands above it: the focus passes that by, so it is read with the heading.
pub fn heading_with_errors(
    text: String,
    described: Option<&'static str>,
    has_error: impl Fn() -> bool + 'static,
) -> Element {
    drawn(text, Some("title"), described, Box::new(has_error))
}

/// Only a heading that names something else on its page has an id: pages can stand on one paper.
fn drawn(
    text: String,
    id: Option<&'static str>,
    described: Option<&'static str>,
    has_error: Box<dyn Fn() -> bool>,
) -> Element {
    let page = t::common::page_title(&text);
    Effect::new(move |_| {
        if has_error() {
            platform::shell::set_title(&t::common::error_title(&page));
        } else {
            platform::shell::set_title(&page);
        }
    });
    view! { <h1 id=id tabindex="-1" aria-describedby=described>{text}</h1> }
}
