//! The caseworker's screen: a case, with the citizen beside.

use mikrolaan_app_core::locale::texts::office::page as t;
use mikrolaan_markup::{Element, view};

/// The page.
pub fn caseworker_page() -> Element {
    view! { <h1>{t::case()}</h1> }
}
