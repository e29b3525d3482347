//! A page whose texts are on their way, or did not come.

use mikrolaan_markup::{Element, view};

use crate::components::heading;
use crate::platform::shell;
use mikrolaan_app_core::locale::texts::fetching as words;

/// The page until its texts are here; `has_failed` = they were asked for and did not come.
pub fn fetching_page(has_failed: bool) -> Element {
    if !has_failed {
        shell::fetch_texts();
        return view! {
            <main class="container page page--narrow" id="indhold" tabindex="-1">{heading(words::title().to_owned())}</main>
        };
    }
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            {heading(words::failed().to_owned())}
            <p>{words::why()}</p>
            <p><button class="button button-primary" type="button" on:click=|_| shell::fetch_texts()>{words::again()}</button></p>
        </main>
    }
}
