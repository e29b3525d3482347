//! What is called when something happens, and until when.

use leptos::prelude::{AnyView, Get, IntoAny, RwSignal, Update};
use mikrolaan_markup::{Event, dynamic, view};
use wasm_bindgen::JsCast;

use crate::{button, tell};

/// Buttons that listen: one that is drawn anew, one that comes and goes, one that raises its own event once more.
pub fn listeners() -> AnyView {
    let (round, there) = (RwSignal::new(1), RwSignal::new(true));
    let redrawn = dynamic(move || {
        let round = round.get();
        Some(
            view! { <button id="redrawn" on:click=move |_| tell(&format!("heard in round {round}"))></button> }
                .into_any(),
        )
    });
    let passing = dynamic(move || {
        there.get().then(|| view! { <button id="passing" on:click=|_| tell("heard")></button> }.into_any())
    });
    view! {
        {redrawn}
        {passing}
        <div on:click=|_| tell("outside")><button id="inner" on:click=|event| tell(&event.type_())></button></div>
        <button id="echo" on:click=echo></button>
        {button("draw-anew", move || round.update(|round| *round += 1))}
        {button("take-away", move || there.update(|there| *there = !*there))}
    }
}

/// Raises the event again that called it: without an end, were it heard.
fn echo(event: Event) {
    tell("echo");
    let same = web_sys::Event::new("click");
    if let (Some(target), Ok(same)) = (event.target(), same) {
        let _ = target.unchecked_into::<web_sys::EventTarget>().dispatch_event(&same);
    }
}
