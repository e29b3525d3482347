//! Where the focus was before something opened over it.

use std::cell::RefCell;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

thread_local! {
    static BEFORE: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Remembers what has the focus.
pub fn remember() {
    let document = web_sys::window().and_then(|window| window.document());
    let focused = document.and_then(|document| document.active_element()).and_then(|element| element.dyn_into().ok());
    BEFORE.set(focused);
}

/// Gives the focus back, in the next frame, if what had it is still there.
pub fn give_back() {
    if let Some(before) = BEFORE.take().filter(|before| before.unchecked_ref::<Node>().is_connected()) {
        request_animation_frame(move || {
            let _ = before.focus();
        });
    }
}
