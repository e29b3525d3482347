//! What the figures rest on, each with its kind.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::views::assumptions::Assumption;

/// The list.
pub fn assumption_list(assumptions: &[Assumption]) -> Element {
    let mut list = view! { <ul></ul> };
    for assumption in assumptions {
        list = list.element(
            view! { <li>{assumption.text.clone().into_owned()}" "<span class="tag">{assumption.tag}</span></li> },
        );
    }
    list
}
