//! An address that is no page.

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::components::Heading;
use crate::route::Route;
use crate::texts::not_found as words;

/// The page.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <main class="container page page--narrow" id="indhold">
            <Heading text=words::title()/>
            <p>{words::text()}</p>
            <p><a href=Route::Start.href()>{words::to_start()}</a></p>
        </main>
    }
}
