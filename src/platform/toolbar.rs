//! Buttons of which one does the choosing: one stop of the Tab key, and the arrow keys go from one to the next.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::by_name::get;

/// An arrow to the side moves the focus to the button there; any other key does what it does. Where the page is read from
/// the right, the one after is on the left.
pub fn go_through(event: &Event) {
    let Some(button) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    let is_from_right = || button.closest("[dir=rtl]").ok().flatten().is_some();
    let goes_on = match get(event, "key").ok().and_then(|key| key.as_string()).as_deref() {
        Some("ArrowRight") => !is_from_right(),
        Some("ArrowLeft") => is_from_right(),
        _ => return,
    };
    event.prevent_default();
    let beside = get(&button, if goes_on { "nextElementSibling" } else { "previousElementSibling" });
    if let Some(beside) = beside.ok().and_then(|beside| beside.dyn_into::<HtmlElement>().ok()) {
        let _ = beside.focus();
    }
}
