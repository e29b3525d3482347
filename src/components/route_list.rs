//! The ways on: state first, then the way.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::screening::{Route, RouteState};

use super::sprite::Glyph;
use crate::wording::ways;

/// The ways, in the order given.
#[component]
pub fn RouteList(routes: Vec<Route>) -> impl IntoView {
    view! { <ul class="routes">{routes.iter().map(item).collect_view()}</ul> }
}

fn item(route: &Route) -> AnyView {
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
    .into_any()
}
