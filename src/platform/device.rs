//! What stays in this browser when the page is closed: only what somebody asks to keep.

use web_sys::Storage;

/// Under which name it is kept. What is written there says itself which version it is of.
const COPY: &str = "mikrolaan:30";

/// `None` where the browser refuses it: in a private window, in a frame without an origin.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Keeps the text in the place of what was kept. Says whether that is so: a browser may refuse, and have no more room.
pub fn keep(text: &str) -> bool {
    storage().is_some_and(|device| device.set_item(COPY, text).is_ok())
}

/// What is kept.
pub fn kept() -> Option<String> {
    storage()?.get_item(COPY).ok().flatten()
}

/// Keeps nothing.
pub fn forget() {
    if let Some(device) = storage() {
        let _ = device.remove_item(COPY);
    }
}
