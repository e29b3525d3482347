//! An address that is no page.

use mikrolaan_markup::{Element, view};

use crate::components::heading;
use mikrolaan_app_core::locale::texts::not_found as words;
use mikrolaan_app_core::navigation::Route;

/// The page.
pub fn not_found_page() -> Element {
    view! {
        <main class="container page page--narrow" id="indhold" tabindex="-1">
            {heading(words::title().to_owned())}
            <p>{words::text()}</p>
            <p><a href=Route::Start.href()>{words::to_start()}</a></p>
        </main>
    }
}
