//! The address of the page: its fragment.

use leptos::ev;
use leptos::prelude::window_event_listener;
use web_sys::Location;

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

/// The fragment, with its `#`; empty when there is none.
pub fn fragment() -> String {
    location().and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// Goes to another page: a step the browser's Back undoes.
pub fn go(href: &str) {
    if let Some(location) = location() {
        let _ = location.set_hash(href);
    }
}

/// Puts another address in the place of this one: Back does not see it.
pub fn replace(href: &str) {
    if let Some(location) = location() {
        let _ = location.replace(href);
    }
}

/// Goes back the way one came; where one came from nowhere, the link leads where it says.
pub fn back(event: web_sys::Event) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history.filter(|history| history.length().is_ok_and(|length| length > 1)) {
        event.prevent_default();
        let _ = history.back();
    }
}

/// Calls back whenever the fragment has changed, as long as the page stands.
pub fn on_change(callback: impl Fn(String) + 'static) {
    // The app is never unmounted, so the listener is never taken off.
    let _listener = window_event_listener(ev::hashchange, move |_| callback(fragment()));
}
