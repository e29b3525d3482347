//! A box with something to know or to do.

use leptos::prelude::*;
use mikrolaan_markup::view;

use super::sprite::Icon;

/// One line in a box: good to know.
#[component]
pub fn Notice(text: String) -> impl IntoView {
    view! { <div class="alert alert-info">{Icon::Info.draw()}<div class="alert-body"><p>{text}</p></div></div> }
}
