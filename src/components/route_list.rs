//! The ways on: state first, then the way.

use mikrolaan_engine::screening::{Route, RouteState};
use mikrolaan_markup::{Element, view};

use super::sprite::Glyph;
use mikrolaan_app_core::locale::words::ways;

/// The ways, in the order given; `in_force` says whether there is a scheme to get into.
pub fn route_list(routes: &[Route], in_force: bool) -> Element {
    view! { <ul class="routes">{routes.iter().map(|route| item(route, in_force)).collect::<Vec<_>>()}</ul> }
}

fn item(route: &Route, in_force: bool) -> Element {
    let is_gone = !in_force && ways::is_of_the_scheme(route);
    let glyph = match route.state {
        _ if is_gone => Glyph::No,
        RouteState::Open => Glyph::Open,
        RouteState::Maybe => Glyph::Assess,
        RouteState::Closed => Glyph::No,
    };
    view! {
        <li>
            <p class="routes__state">{glyph.small()}<span>{ways::state(route.state, is_gone)}</span></p>
            <div><p class="routes__title">{ways::title(route.route)}</p><p>{ways::reason(route)}</p></div>
        </li>
    }
}
