//! The page `index.html` draws, in which the app has its place.

use leptos::prelude::{IntoView, Mountable, Owner, Render};
use web_sys::{Element, Event};

use mikrolaan_app_core::locale::language;
use mikrolaan_app_core::locale::texts as t;

use super::by_name::get;
use super::drawing;

/// The static start page.
pub const START: &str = "start";
/// Where the app stands.
const APP: &str = "app";
/// The texts of another language.
const LANGUAGE: &str = "language";
/// Where the page names the code that is fetched later.
const LOOKED_UP: &str = "looked-up";

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Speaks the language whose texts boot.js has put into the page, and says so in the page. Without them, or where they
/// are of another version, it stays the page's own.
pub fn speak() {
    let Some(texts) = element(LANGUAGE).and_then(|place| place.text_content()) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    if let (Ok(()), Some(page)) = (language::choose(texts), document.and_then(|document| document.document_element())) {
        let _ = page.set_attribute("lang", &t::language::code());
    }
}

/// Does the page stand in a frame that may keep and save nothing? Such a one has no origin.
pub fn is_boxed() -> bool {
    let origin = web_sys::window().and_then(|window| get(&window, "origin").ok());
    origin.is_some_and(|origin| origin == "null")
}

/// Is all here that the pages need which are opened to look something up? Their code has come once the page no longer
/// names it; a program that is in one piece brings it along, and no page names it.
pub fn is_whole() -> bool {
    language::is_whole() && element(LOOKED_UP).is_none()
}

/// Asks boot.js for the code and the texts the program does not have.
pub fn fetch_rest() {
    if let (Some(window), Ok(wanted)) = (web_sys::window(), Event::new("mikrolaan:wanted")) {
        let _ = window.dispatch_event(&wanted);
    }
}

/// Calls back when they were fetched, or could not be. What came is spoken by then.
pub fn when_rest_comes(callback: impl Fn() + 'static) {
    super::layout::on_window("mikrolaan:fetched", move || {
        speak();
        callback();
    });
}

/// Is Danish spoken, the language of the municipality and the one that applies?
pub fn is_danish() -> bool {
    t::language::code() == "da"
}

/// Calls back when somebody has chosen another language; it is spoken by then.
pub fn when_language_comes(callback: impl Fn() + 'static) {
    super::layout::on_window("mikrolaan:language", move || {
        speak();
        callback();
    });
}

/// Mounts the app in its place.
pub fn mount<N: IntoView + 'static>(app: impl FnOnce() -> N + 'static) {
    let Some(place) = element(APP) else { return };
    drawing::install();
    // `leptos::mount` would bring an executor of its own. The page outlives this call, so nothing is dropped.
    let owner = Owner::new();
    let mut page = owner.with(|| app().into_view().build());
    page.mount(&place, None);
    std::mem::forget((owner, page));
}

/// Shows either the start page or the app.
pub fn show_start(start: bool) {
    set_hidden(START, !start);
    set_hidden(APP, start);
}

fn set_hidden(id: &str, hidden: bool) {
    if let Some(element) = element(id) {
        let _ = element.toggle_attribute_with_force("hidden", hidden);
    }
}

/// Says that answers were lost with the last load.
pub fn show_lost(lost: bool) {
    set_hidden("lost", !lost);
}

/// Says that a reload would lose the answers. Once: the line goes with the next step.
pub fn show_unkept() {
    set_hidden("unkept", false);
}

/// A step is made: the lines above the page are read.
pub fn hide_lines() {
    show_lost(false);
    if let Some(line) = element("unkept").filter(|line| !line.has_attribute("hidden")) {
        line.remove();
    }
}

/// The title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}
