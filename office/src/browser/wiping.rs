//! Ten minutes without a key, and everything is gone.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::{set_interval, set_timeout, window_event_listener};

use crate::platform::clipboard;

/// So long nobody may type or point, in milliseconds.
const MOST_IDLE: f64 = 600_000.0;
/// So long before the end it is asked.
const ASKS_BEFORE: f64 = 60_000.0;

/// What is known of the time since somebody last did something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Idle {
    /// Somebody is there; everything goes at this time of the day, in hours and minutes.
    Until(u32, u32),
    /// Nobody was there for long: so many seconds are left.
    Asks(u32),
    /// The time is over.
    #[default]
    Over,
}

/// Tells `told` every second how it stands, and at once when somebody does something.
pub fn watch_idle(told: impl Fn(Idle) + Clone + 'static) {
    let last = Rc::new(Cell::new(js_sys::Date::now()));
    let tell = {
        let last = Rc::clone(&last);
        move || told(now(last.get()))
    };
    let (touched, tells) = (Rc::clone(&last), tell.clone());
    let touch = move || {
        touched.set(js_sys::Date::now());
        tells();
    };
    let (pressed, pointed) = (touch.clone(), touch);
    let _key = window_event_listener(ev::keydown, move |_| pressed());
    let _pointer = window_event_listener(ev::pointerdown, move |_| pointed());
    tell();
    set_interval(tell, Duration::from_secs(1));
}

fn now(last: f64) -> Idle {
    let left = last + MOST_IDLE - js_sys::Date::now();
    if left <= 0.0 {
        Idle::Over
    } else if left <= ASKS_BEFORE {
        Idle::Asks((left / 1000.0).ceil() as u32)
    } else {
        let end = js_sys::Date::new(&(last + MOST_IDLE).into());
        Idle::Until(end.get_hours(), end.get_minutes())
    }
}

/// Leaves nothing of the case: what we put on the clipboard is taken off it, and the page is loaded anew, because a program's memory
/// keeps what was freed until it is written over.
pub fn wipe(has_copied: bool) {
    if !has_copied {
        return reload();
    }
    clipboard::copy(String::new(), |_| reload());
    // A browser that does not answer must not keep the case.
    set_timeout(reload, Duration::from_millis(500));
}

thread_local! {
    static IS_WIPING: Cell<bool> = const { Cell::new(false) };
}

/// Is the page left to leave nothing behind? Then nobody is asked whether it may be left.
pub fn is_wiping() -> bool {
    IS_WIPING.get()
}

fn reload() {
    IS_WIPING.set(true);
    if let Some(window) = web_sys::window() {
        // Without a fragment this is another load of the page, and takes the place of this one in the history.
        let _ = window.location().pathname().and_then(|path| window.location().replace(&path));
    }
}

/// Calls back when something of the page is copied or cut by hand.
pub fn on_copied(act: impl Fn() + Clone + 'static) {
    let cut = act.clone();
    let _copy = window_event_listener(ev::copy, move |_| act());
    let _cut = window_event_listener(ev::cut, move |_| cut());
}

/// Calls back when a link is put into the address of the page that stands.
pub fn on_fragment(act: impl Fn() + 'static) {
    let _listener = window_event_listener(ev::hashchange, move |_| act());
}

/// What stood behind `#`, which is then no longer in the address or the history.
pub fn take_fragment() -> String {
    let Some(window) = web_sys::window() else { return String::new() };
    let fragment = window.location().hash().unwrap_or_default();
    if !fragment.is_empty()
        && let (Ok(path), Ok(history)) = (window.location().pathname(), window.history())
    {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path));
    }
    fragment.trim_start_matches('#').to_owned()
}
