//! The first heading of a page, which also names the window.

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::platform;
use crate::texts as t;

/// The `h1`. It can take the focus, which goes there on every step, and it names the window.
#[component]
pub fn Heading(
    /// The words.
    #[prop(into)]
    text: Signal<String>,
    /// Something on the page must be put right.
    #[prop(optional, into)]
    has_error: Signal<bool>,
) -> impl IntoView {
    Effect::new(move |_| {
        let page = t::common::page_title(&text.get());
        platform::shell::set_title(&if has_error.get() { t::common::error_title(&page) } else { page });
    });
    view! { <h1 id="title" tabindex="-1" prop:textContent=move || text.get()></h1> }
}
