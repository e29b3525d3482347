//! Invented businesses to begin with.

use leptos::prelude::untrack;
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_markup::{Element, view};

use crate::session::Session;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::examples as e;
use mikrolaan_app_core::state::event::Event;

/// The card with the examples, and the way back to the own figures.
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
    let (name, text) = words(id);
    // Who looks at an example looks at another one; everybody else gets their own business filled in.
    let choose = move |_| {
        let viewing = untrack(|| session.is_example());
        session.dispatch(if viewing { Event::ViewExample(id) } else { Event::FillBusiness(id) });
    };
    view! {
        <li>
            <button class="pick" type="button" on:click=choose>
                <strong>{name}</strong><span>{text}</span><span class="tag">{t::tag::example()}</span>
            </button>
        </li>
    }
}

/// An example by its name.
pub(in crate::pages) fn name(id: ExampleId) -> &'static str {
    words(id).0
}

fn words(id: ExampleId) -> (&'static str, &'static str) {
    match id {
        ExampleId::Hairdresser => (e::hairdresser::name(), e::hairdresser::text()),
        ExampleId::GraphicDesigner => (e::graphic_designer::name(), e::graphic_designer::text()),
        ExampleId::JewelleryWebShop => (e::jewellery_web_shop::name(), e::jewellery_web_shop::text()),
        ExampleId::Courier => (e::courier::name(), e::courier::text()),
        ExampleId::Copywriter => (e::copywriter::name(), e::copywriter::text()),
    }
}
