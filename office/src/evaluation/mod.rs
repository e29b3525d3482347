//! The evaluation: what became of the people, counted from their case files.

use mikrolaan_app_core::locale::texts::office::evaluation as t;
use mikrolaan_markup::{Element, view};

/// The page.
pub fn evaluation_page() -> Element {
    view! { <h1>{t::title()}</h1> }
}
