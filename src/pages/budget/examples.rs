//! Invented businesses to begin with, and none of them.

use leptos::prelude::untrack;
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_markup::{Element, view};

use crate::platform::toolbar;
use crate::session::Session;
use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::money as m;
use mikrolaan_app_core::locale::words::example::short;
use mikrolaan_app_core::views::budget::{choose_trade, trade};
use mikrolaan_markup::watch::{Watched, watch};

/// A button for each.
pub fn trades(session: Session) -> Element {
    let move_on = |event| toolbar::go_through(&event);
    let mut group = view! { <div class="trades" role="toolbar" aria-labelledby="trades" on:keydown=move_on></div> };
    let chosen = watch(move || number(session.with_case(trade)));
    for &id in ExampleId::ALL {
        group = group.element(button(session, chosen, Some(id), short(id)));
    }
    group = group.element(button(session, chosen, None, m::no_trade()));
    view! { <section><h2 id="trades">{m::trade()}</h2>{group}<p class="source">{t::examples::fictional()}</p></section> }
}

const FIRST: Option<i64> = Some(ExampleId::ALL[0] as i64);

fn number(id: Option<ExampleId>) -> Option<i64> {
    id.map(|id| id as i64)
}

fn button(session: Session, chosen: Watched, id: Option<ExampleId>, name: Text) -> Element {
    let choose = move |_| session.dispatch(untrack(|| session.with(|state| choose_trade(state, id))));
    // None of them is a wish, which shows in no figure.
    let pressed = move || if id.is_some() && chosen.get() == number(id) { "true" } else { "false" };
    // Tab stops at the chosen one, at the first where none is.
    let stop = move || if number(id) == chosen.get().or(FIRST) { "0" } else { "-1" };
    view! {
        <button class="button" type="button" aria-pressed=pressed tabindex=stop on:click=choose>{name}</button>
    }
}
