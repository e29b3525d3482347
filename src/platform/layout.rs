//! What the browser makes of the page: sizes, and what is seen.

use leptos::prelude::{on_cleanup, request_animation_frame, window_event_listener_untyped};

/// Calls back in the next frame and whenever the window has got another size, as long as the page stands.
pub fn when_sized(callback: impl Fn() + Clone + 'static) {
    request_animation_frame(callback.clone());
    on_window("resize", callback);
}

/// Does the style sheet show the element?
pub fn is_shown(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.query_selector(selector).ok().flatten());
    element.is_some_and(|element| element.client_width() > 0)
}

/// Calls back at an event of the window, as long as the page stands.
pub(super) fn on_window(event: &str, callback: impl Fn() + 'static) {
    let listener = window_event_listener_untyped(event, move |_| callback());
    on_cleanup(move || listener.remove());
}
