//! Invented businesses to begin with.

use leptos::prelude::*;
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_markup::{Element, live, view};

use crate::components::Announcer;
use crate::session::Session;
use crate::texts as t;
use crate::texts::examples as e;

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
            {own(session)}
        </section>
    }
}

fn example(session: Session, id: ExampleId) -> Element {
    let (name, text) = words(id);
    let pressed = move || if session.example() == Some(id) { "true" } else { "false" };
    let announcer = Announcer::get();
    let choose = move |_| {
        session.show_example(id);
        announcer.say(&e::used(name));
    };
    view! {
        <li>
            <button class="pick" type="button" aria-pressed=pressed on:click=choose>
                <strong>{name}</strong><span>{text}</span><span class="tag">{t::tag::example()}</span>
            </button>
        </li>
    }
}

fn own(session: Session) -> AnyView {
    live(move || {
        let leave = move |_| {
            session.leave_example();
            session.ensure_scenario();
        };
        session.is_example().then(|| {
            view! {
                <div>
                    <p class="source">{e::fictional()}</p>
                    <p><button class="button button-secondary" type="button" on:click=leave>{e::own()}</button></p>
                </div>
            }
            .into_any()
        })
    })
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
