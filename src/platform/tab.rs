//! The tab's own storage: what is in it is gone with the tab.

use web_sys::Storage;

/// Under which name the state is kept. The number goes with the way it is written.
const STATE: &str = "mikrolaan:1";

/// `None` where the browser refuses it: in a private window, in a frame without an origin.
pub(super) fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Keeps the text in the place of what was kept, or nothing. Says whether that is so: a browser may refuse, and
/// have no more room.
pub fn keep(text: Option<&str>) -> bool {
    let kept = |tab: Storage| match text {
        Some(text) => tab.set_item(STATE, text).is_ok(),
        None => tab.remove_item(STATE).is_ok(),
    };
    storage().is_some_and(kept)
}

/// Takes out what was kept. It is kept anew when the page stands: were it what stops the program, the next load
/// would be without it.
pub fn take() -> Option<String> {
    let text = storage()?.get_item(STATE).ok().flatten();
    keep(None);
    text
}
