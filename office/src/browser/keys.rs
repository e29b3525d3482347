//! Shortcuts of the whole page.

use js_sys::{Function, Reflect};
use leptos::ev;
use leptos::prelude::window_event_listener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

use crate::platform::drawing;

/// A key that does something wherever the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Alt and this letter or digit.
    Alt(char),
    /// Esc.
    Escape,
}

/// Calls `act` at every shortcut; where it says that the key was one, the browser does nothing of its own with it.
///
/// By `code` and not by `key`: with Alt a keyboard writes other letters.
pub fn on_shortcut(act: impl Fn(Shortcut) -> bool + 'static) {
    let _listener = window_event_listener(ev::keydown, move |event| {
        let code = event.code();
        let named =
            code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit")).and_then(|name| name.chars().next());
        let pressed = match (event.alt_key() && !event.ctrl_key() && !event.meta_key(), named) {
            (true, Some(letter)) => Shortcut::Alt(letter),
            (false, _) if event.key() == "Escape" => Shortcut::Escape,
            _ => return,
        };
        if act(pressed) {
            event.prevent_default();
        }
    });
}

/// Home and End go to the first and the last of what stands beside each other.
pub fn go_to_end(event: &Event) {
    let key = Reflect::get(event, &"key".into()).ok().and_then(|key| key.as_string());
    let row = event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|one| one.parent_element());
    let end = match (key.as_deref(), row) {
        (Some("Home"), Some(row)) => row.first_element_child(),
        (Some("End"), Some(row)) => row.last_element_child(),
        _ => return,
    };
    event.prevent_default();
    if let Some(end) = end.and_then(|end| end.dyn_into::<HtmlElement>().ok()) {
        let _ = end.focus();
    }
}

/// Selects all of the field of this event, once what another field has changed stands in it. What is typed then takes the place of
/// what stands there.
pub fn select_all(event: &Event) {
    drawing::at_once();
    let Some(field) = event.target() else { return };
    let select = Reflect::get(&field, &"select".into()).and_then(|select| select.dyn_into::<Function>());
    let _ = select.and_then(|select| select.call0(&JsValue::from(field)));
}
