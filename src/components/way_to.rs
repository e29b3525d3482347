//! The way to what is good to know.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::navigation::{GuideTopic, Route};
use mikrolaan_app_core::views::guide::way;

/// The way to the answer about the place it stands at. On paper it leads nowhere.
pub fn way_to(topic: GuideTopic) -> Element {
    view! { <p class="screen-only"><a href=Route::GoodToKnow(Some(topic)).href()>{way(topic)}</a></p> }
}
