//! Leaving the site: a reload, a closed tab, another address. What the tab could not keep is gone then.

use leptos::ev;
use leptos::prelude::window_event_listener;

use super::tab::storage;

/// What tells after a reload that something was lost. No answer stands in it.
const MARK: &str = "mikrolaan:answered";

/// Asks before the page is left while `worth` says that something would be lost, and marks it for
/// [`lost_something`].
pub fn warn_while(worth: impl Fn() -> bool + 'static) {
    // The app is never unmounted, so the listener is never taken off.
    let _listener = window_event_listener(ev::beforeunload, move |event| {
        let worth = worth();
        if worth {
            event.prevent_default();
        }
        let _ = storage().map(|tab| if worth { tab.set_item(MARK, "1") } else { tab.remove_item(MARK) });
    });
}

/// Was something lost when the page was loaded this time? Says so once.
pub fn lost_something() -> bool {
    let Some(tab) = storage() else { return false };
    let marked = tab.get_item(MARK).ok().flatten().is_some();
    let _ = tab.remove_item(MARK);
    marked
}
