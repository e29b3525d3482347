//! A file somebody chooses, read as a text.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::by_name::{get, method};

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
    let Some(field) = event.target() else { return };
    let Ok(file) = get(&field, "files").and_then(|files| get(&files, "0")).and_then(|file| file.dyn_into::<Object>())
    else {
        return;
    };
    if read(&file, &done).is_err() {
        done(ChosenFile::Unreadable);
    }
    let _ = Reflect::set(&field, &"value".into(), &"".into());
}

fn read(file: &Object, done: &(impl Fn(ChosenFile) + Clone + 'static)) -> Result<(), JsValue> {
    if get(file, "size")?.as_f64().is_none_or(|size| size > LARGEST) {
        done(ChosenFile::TooLarge);
        return Ok(());
    }
    let (read, failed) = (done.clone(), done.clone());
    let read = Closure::once_into_js(move |text: JsValue| {
        read(text.as_string().map_or(ChosenFile::Unreadable, ChosenFile::Text));
    });
    let failed = Closure::once_into_js(move || failed(ChosenFile::Unreadable));
    let promise = method(file, "text")?.call0(file)?;
    method(&promise, "then")?.call2(&promise, &read, &failed)?;
    Ok(())
}
