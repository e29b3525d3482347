//! What the figures rest on, each with its kind.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::views::base::Assumption;

/// The list.
pub fn ground_list(grounds: &[Assumption]) -> Element {
    let mut list = view! { <ul></ul> };
    for ground in grounds {
        list =
            list.element(view! { <li>{ground.text.clone().into_owned()}" "<span class="tag">{ground.tag}</span></li> });
    }
    list
}
