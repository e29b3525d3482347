//! Links to pages of the citizen's program inside of something that is drawn for both.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// What stands behind `#` in the link that was pressed, if it leads to a page of the citizen's program.
pub fn inner_link(event: &Event) -> Option<String> {
    let pressed = event.target()?.dyn_into::<Element>().ok()?;
    let address = pressed.closest("a[href^='#']").ok()??.get_attribute("href")?;
    Some(address)
}
