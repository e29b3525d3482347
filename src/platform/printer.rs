//! Printing.

use leptos::prelude::{on_cleanup, window_event_listener_untyped};

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Calls back before the page goes to paper, however that was asked for, as long as the page stands.
pub fn before(callback: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("beforeprint", move |_| callback());
    on_cleanup(move || listener.remove());
}
