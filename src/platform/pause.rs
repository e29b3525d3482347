//! Waiting until the person pauses.

use std::cell::Cell;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;

/// So long without a change is a pause: the picture of the last change has been drawn by then.
const PAUSE: Duration = Duration::from_millis(150);

thread_local! {
    static WAITING: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// Does this at the next pause, in the place of what was to be done there before.
pub fn then(action: impl FnOnce() + 'static) {
    // Outside a browser there is nobody to wait for.
    if !cfg!(target_arch = "wasm32") {
        return;
    }
    let started = set_timeout_with_handle(action, PAUSE).ok();
    if let Some(before) = WAITING.replace(started) {
        before.clear();
    }
}
