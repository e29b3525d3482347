//! Leaving the page while something is not saved.

use leptos::ev;
use leptos::prelude::window_event_listener;

/// Has the browser ask before the page is left while `is_unsaved` says so. Nothing is kept anywhere.
pub fn warn_while(is_unsaved: impl Fn() -> bool + 'static) {
    // The page is never unmounted, so the listener is never taken off.
    let _listener = window_event_listener(ev::beforeunload, move |event| {
        if is_unsaved() {
            event.prevent_default();
        }
    });
}
