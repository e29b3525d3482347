//! Invented businesses to begin with.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::case::examples::ExampleId;

use crate::app::Announcer;
use crate::session::Session;
use crate::texts as t;
use crate::texts::examples as e;

/// The card with the examples, and the way back to the own figures.
pub fn examples(session: Session) -> AnyView {
    let shown = Memo::new(move |_| session.example());
    let picks: Vec<AnyView> = ExampleId::ALL.iter().map(|&id| example(session, shown, id)).collect();
    let own = move || shown.get().is_some().then(|| own(session));
    view! {
        <section class="card">
            <h2>{e::title()}</h2>
            <p>{e::lead()}</p>
            <ul class="picks">{picks}</ul>
            {own}
        </section>
    }
    .into_any()
}

fn example(session: Session, shown: Memo<Option<ExampleId>>, id: ExampleId) -> AnyView {
    let (name, text) = words(id);
    let pressed = move || if shown.get() == Some(id) { "true" } else { "false" };
    let choose = move |_| {
        session.show_example(id);
        Announcer::get().say(&e::used(name));
    };
    view! {
        <li>
            <button class="pick" type="button" aria-pressed=pressed on:click=choose>
                <strong>{name}</strong><span>{text}</span><span class="tag">{t::tag::example()}</span>
            </button>
        </li>
    }
    .into_any()
}

fn own(session: Session) -> AnyView {
    let leave = move |_| {
        session.leave_example();
        session.ensure_scenario();
    };
    view! {
        <p class="source">{e::fictional()}</p>
        <p><button class="button button-secondary" type="button" on:click=leave>{e::own()}</button></p>
    }
    .into_any()
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
