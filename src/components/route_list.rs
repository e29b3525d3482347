//! The ways on: state first, then the way.

use mikrolaan_engine::screening::{Route, RouteState};
use mikrolaan_markup::{Element, view};

use super::sprite::Glyph;
use crate::wording::ways;

/// The ways, in the order given.
pub fn route_list(routes: &[Route]) -> Element {
    view! { <ul class="routes">{routes.iter().map(item).collect::<Vec<_>>()}</ul> }
}

fn item(route: &Route) -> Element {
    let glyph = match route.state {
        RouteState::Open => Glyph::Open,
        RouteState::Maybe => Glyph::Assess,
        RouteState::Closed => Glyph::No,
    };
    view! {
        <li>
            <p class="routes__state">{glyph.small()}<span>{ways::state(route.state)}</span></p>
            <div><p class="routes__title">{ways::title(route.route)}</p><p>{ways::reason(route)}</p></div>
        </li>
    }
}
