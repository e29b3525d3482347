//! The ways on: state first, then the way.

use mikrolaan_markup::{Element, view};

use super::sprite::glyph;
use mikrolaan_app_core::views::result::Way;

/// The ways, in the order given.
pub fn route_list(ways: &[Way]) -> Element {
    view! { <ul class="routes">{ways.iter().map(item).collect::<Vec<_>>()}</ul> }
}

fn item(way: &Way) -> Element {
    view! {
        <li>
            <p class="routes__state">{glyph(way.glyph)}<span>{way.state}</span></p>
            <div><p class="routes__title">{way.title}</p><p>{way.reason}</p></div>
        </li>
    }
}
