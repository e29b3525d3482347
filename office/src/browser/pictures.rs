//! A picture somebody chooses, read as the text of the QR code on it. It stays in the page.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use crate::platform::by_name::{get, method};

/// The largest picture that is looked at, in bytes: more than a telephone's camera makes.
const LARGEST: f64 = 33_554_432.0;

/// What became of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadPicture {
    /// The text of its code.
    Code(String),
    /// There is no code that can be read.
    NoCode,
    /// The browser cannot show it, or it is too large.
    Unreadable,
}

/// Is a picture chosen in the field of this event? Then its code is read, and it calls back; the field is empty again.
pub fn read_picture(event: &Event, done: impl Fn(ReadPicture) + Clone + 'static) -> bool {
    let Some(field) = event.target() else { return false };
    let Ok(file) = get(&field, "files").and_then(|files| get(&files, "0")).and_then(|file| file.dyn_into::<Object>())
    else {
        return false;
    };
    let kind = get(&file, "type").ok().and_then(|kind| kind.as_string()).unwrap_or_default();
    if !kind.starts_with("image/") {
        return false;
    }
    if read(&file, &done).is_err() {
        done(ReadPicture::Unreadable);
    }
    let _ = Reflect::set(&field, &"value".into(), &"".into());
    true
}

fn read(file: &Object, done: &(impl Fn(ReadPicture) + Clone + 'static)) -> Result<(), JsValue> {
    if get(file, "size")?.as_f64().is_none_or(|size| size > LARGEST) {
        return Err(JsValue::NULL);
    }
    let promise: Promise = method(&js_sys::global(), "readQrCode")?.call1(&JsValue::NULL, file)?.dyn_into()?;
    let (read, failed) = (done.clone(), done.clone());
    let read = Closure::once_into_js(move |text: JsValue| {
        read(text.as_string().filter(|text| !text.is_empty()).map_or(ReadPicture::NoCode, ReadPicture::Code));
    });
    let failed = Closure::once_into_js(move || failed(ReadPicture::Unreadable));
    method(&promise, "then")?.call2(&promise, &read, &failed)?;
    Ok(())
}
