//! A page whose texts and code are on their way, or did not come.

use mikrolaan_markup::{Element, view};

use crate::components::heading;
use crate::platform::{location, shell};
use mikrolaan_app_core::locale::texts::fetching as words;

/// The page until all of it is here; `has_failed` = it was asked for and did not come. Where the site has been renewed since the
/// program came, what belongs to it is gone: then only the whole page, fetched again, helps.
pub fn fetching_page(has_failed: bool) -> Element {
    if !has_failed {
        shell::fetch_rest();
        return view! {
            <main class="container page page--narrow" id="indhold" tabindex="-1">{heading(words::title().to_owned())}</main>
        };
    }
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            {heading(words::failed().to_owned())}
            <p>{words::why()}</p>
            <p class="actions">
                <button class="button button-primary" type="button" on:click=|_| shell::fetch_rest()>{words::again()}</button>
                <a href=location::base()>{words::reload()}</a>
            </p>
        </main>
    }
}
