//! What the browser makes of the page: sizes, and what is seen.

use leptos::prelude::{on_cleanup, request_animation_frame, window_event_listener_untyped};

/// Calls back in the next frame and whenever the window has got another size, as long as the page stands.
pub fn when_sized(callback: impl Fn() + Clone + 'static) {
    request_animation_frame(callback.clone());
    on_window("resize", callback);
}

/// Is the window as narrow as a phone?
pub fn is_narrow() -> bool {
    /// From here on the style sheet draws pages for a desk.
    const DESK: f64 = 768.0;
    let width = web_sys::window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    width.is_some_and(|width| width < DESK)
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
