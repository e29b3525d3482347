//! A file somebody chooses, read as a text.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, File, HtmlInputElement};

/// The largest file that is read, in bytes: many times what a case has.
const LARGEST: f64 = 262_144.0;

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChosenFile {
    /// Its text.
    Text(String),
    /// It is larger than what is read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Reads the file that was chosen in the field of this event, and calls back; not when none was chosen. The field is
/// empty again, so that the same file can be chosen once more.
pub fn read_chosen(event: &Event, done: impl Fn(ChosenFile) + Clone + 'static) {
    let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some((field, file)) = field.and_then(|field| Some((field.clone(), field.files()?.get(0)?))) else { return };
    read(&file, done);
    field.set_value("");
}

fn read(file: &File, done: impl Fn(ChosenFile) + Clone + 'static) {
    if file.size() > LARGEST {
        return done(ChosenFile::TooLarge);
    }
    let failed = done.clone();
    let read = Closure::<dyn FnMut(JsValue)>::new(move |text: JsValue| {
        done(text.as_string().map_or(ChosenFile::Unreadable, ChosenFile::Text));
    });
    let failed = Closure::<dyn FnMut(JsValue)>::new(move |_| failed(ChosenFile::Unreadable));
    let _ = file.text().then2(&read, &failed);
    // One of the two is called, when this has long returned.
    read.forget();
    failed.forget();
}
