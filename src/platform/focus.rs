//! Where the keyboard and the screen reader are.

use std::cell::Cell;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Document, FocusOptions, HtmlElement};

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

/// Is there an element with this id?
pub fn is_here(id: &str) -> bool {
    element(id).is_some()
}

/// Moves to the element with this id, after the next frame.
pub fn on_id(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            element.scroll_into_view();
            let _ = element.focus();
        }
    });
}

thread_local! {
    static LEFT: Cell<Option<HtmlElement>> = const { Cell::new(None) };
}

/// Leaves the field in which something is typed, as if by the keyboard.
pub fn leave_field() {
    let focused = document().and_then(|document| document.active_element()?.dyn_into::<HtmlElement>().ok());
    if let Some(field) = focused.filter(|element| element.tag_name() == "INPUT") {
        let _ = field.blur();
        LEFT.set(Some(field));
    }
}

/// Returns to the field that was left, if one was.
pub fn return_to_field() {
    if let Some(field) = LEFT.take() {
        let _ = field.focus();
    }
}
