//! Where the keyboard and the screen reader are.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Document, Event, FocusOptions, HtmlElement};

use super::by_name::method;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves to a page that has just been shown: to its top, and the focus to its first heading.
///
/// After the next frame, when what was asked for has been drawn.
pub fn on_page(main: &'static str) {
    request_animation_frame(move || {
        let heading = element(main).and_then(|main| main.query_selector("h1").ok().flatten());
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        }
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// Stays where one is on a page that is about to be drawn anew.
pub fn stay() {
    let Some(window) = web_sys::window() else { return };
    let (across, down) = (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default());
    request_animation_frame(move || window.scroll_to_with_x_and_y(across, down));
}

/// Is there an element with this id?
pub fn is_here(id: &str) -> bool {
    element(id).is_some()
}

/// Moves to the element with this id, after the next frame, and unfolds what it stands in.
pub fn on_id(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            // Each one that is opened is no longer found, so this ends at the outermost.
            while let Ok(Some(folded)) = element.closest("details:not([open])") {
                if folded.set_attribute("open", "open").is_err() {
                    break;
                }
            }
            element.scroll_into_view();
            let _ = element.focus();
        }
    });
}

/// Moves to the field with this id, after the next frame, with all of its text selected: for who copies it by hand.
pub fn select(id: &'static str) {
    request_animation_frame(move || {
        // Found by name, because fields of one line and of several are two kinds of element.
        let field = element(id).and_then(|field| field.dyn_into::<HtmlElement>().ok());
        if let Some(field) = field {
            let _ = field.focus();
            let _ = method(&field, "select").and_then(|select| select.call0(&field));
        }
    });
}

/// Tells the field in which something is typed that the typing is over, without leaving it: a browser
/// that prints holds back what follows from leaving.
pub fn settle_field() {
    let field = document().and_then(|document| document.query_selector(".form-input:focus").ok().flatten());
    if let (Some(field), Ok(change)) = (field, Event::new("change")) {
        let _ = field.dispatch_event(&change);
    }
}
