//! Debouncing: what takes longer runs once nothing has changed for a moment, and not at every keystroke.

use std::cell::Cell;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;

use super::slices;

/// So long without another call: the picture of the last change has been drawn by then.
const DELAY: Duration = Duration::from_millis(150);

thread_local! {
    static WAITING: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// Runs this after the delay, in the place of what was waiting to run. No slice of longer work comes in between.
pub fn run(action: impl FnOnce() + 'static) {
    // Outside a browser there is nobody to wait for.
    if !cfg!(target_arch = "wasm32") {
        return;
    }
    slices::pause();
    let rested = move || {
        action();
        slices::go_on();
    };
    let started = set_timeout_with_handle(rested, DELAY).ok();
    if let Some(before) = WAITING.replace(started) {
        before.clear();
    }
}
