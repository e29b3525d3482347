//! Invented businesses to begin with.

use leptos::prelude::untrack;
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_markup::{Element, view};

use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::examples as e;
use mikrolaan_app_core::locale::words::example::{ExampleWords, words};
use mikrolaan_app_core::views::budget::choose_example;

/// The card with the examples.
pub fn examples(session: Session) -> Element {
    let mut picks = view! { <ul class="picks"></ul> };
    for &id in ExampleId::ALL {
        picks = picks.element(example(session, id));
    }
    view! {
        <section class="card">
            <h2>{e::title()}</h2>
            <p>{e::lead()}</p>
            {picks}
            <p class="source">{e::fictional()}</p>
        </section>
    }
}

fn example(session: Session, id: ExampleId) -> Element {
    let ExampleWords { name, text } = words(id);
    let choose = move |_| session.dispatch(untrack(|| session.with(|state| choose_example(state, id))));
    view! {
        <li>
            <button class="pick" type="button" on:click=choose>
                <strong>{name}</strong><span>{text}</span><span class="tag">{t::tag::example()}</span>
            </button>
        </li>
    }
}
