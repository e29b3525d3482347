//! The address of the page: its fragment.

use std::cell::Cell;

use leptos::ev;
use leptos::prelude::window_event_listener;
use web_sys::{History, Location};

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// The fragment, with its `#`; empty when there is none.
pub fn fragment() -> String {
    location().and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// The address of the site, without its fragment.
pub fn base() -> String {
    let href = location().and_then(|location| location.href().ok()).unwrap_or_default();
    href.split_once('#').map(|(base, _)| base.to_owned()).unwrap_or(href)
}

/// Goes to another page: a step the browser's Back undoes.
pub fn go(href: &str) {
    if let Some(location) = location() {
        let _ = location.set_hash(href);
    }
}

/// Puts another address in the place of this one: Back does not see it, and nobody is called back.
pub fn replace(href: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&steps().into(), "", Some(href));
    }
}

/// Goes back the way one came; where one came from elsewhere, the link leads where it says.
pub fn back(event: web_sys::Event) {
    if let Some(history) = history().filter(|_| steps() > 0) {
        event.prevent_default();
        let _ = history.back();
    }
}

/// Calls back whenever the fragment has changed, as long as the page stands.
pub fn on_change(callback: impl Fn(String) + 'static) {
    count_step(0);
    // The app is never unmounted, so the listener is never taken off.
    let _listener = window_event_listener(ev::hashchange, move |_| {
        count_step(steps() + 1);
        callback(fragment());
    });
}

thread_local! {
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// How many steps of ours lie behind this one in the history.
fn steps() -> u32 {
    STEPS.get()
}

/// Each entry of the history carries how many of ours lie before it; a new one carries nothing yet.
fn count_step(if_new: u32) {
    let Some(history) = history() else { return };
    let carried = history.state().ok().and_then(|state| state.as_f64());
    match carried {
        Some(steps) => STEPS.set(steps as u32),
        None => {
            STEPS.set(if_new);
            let _ = history.replace_state(&if_new.into(), "");
        }
    }
}
