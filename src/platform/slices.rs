//! Work that takes longer than a frame, in slices: between two of them the browser draws, and a key comes first.
//!
//! There is one piece of work at a time. A change puts it off ([`pause`]) until the debounce is over ([`go_on`]); what
//! begins then takes its place.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;

/// A step of the work; `false` when there is no other one. Steps are short: a slice ends between two of them.
type Work = Box<dyn FnMut() -> bool>;

/// Milliseconds after which a slice ends: half of what a frame has, so that the last step has room.
const SLICE: f64 = 8.0;

thread_local! {
    static WORK: RefCell<Option<Work>> = const { RefCell::new(None) };
    static NEXT: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// Does this work, in the place of what was being done.
pub fn start(step: impl FnMut() -> bool + 'static) {
    WORK.set(Some(Box::new(step)));
    go_on();
}

/// Nobody waits for the work any more.
pub fn stop() {
    pause();
    WORK.take();
}

/// No slice before [`go_on`].
pub fn pause() {
    if let Some(next) = NEXT.take() {
        next.clear();
    }
}

/// The next slice, once the browser has drawn.
pub fn go_on() {
    pause();
    if WORK.with_borrow(Option::is_some) {
        NEXT.set(set_timeout_with_handle(slice, Duration::ZERO).ok());
    }
}

fn slice() {
    NEXT.take();
    let Some(mut step) = WORK.take() else { return };
    let begun = js_sys::Date::now();
    while js_sys::Date::now() - begun < SLICE {
        if !step() {
            return;
        }
    }
    // What a step began itself has taken its place.
    let begun_anew = WORK.with_borrow(Option::is_some);
    if !begun_anew {
        WORK.set(Some(step));
        go_on();
    }
}
