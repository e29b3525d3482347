//! The clipboard.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::by_name::{get, method};

/// Puts a text on the clipboard, and says afterwards whether it is there. A browser may refuse, and on a page that did not come
/// over an encrypted connection there is no clipboard at all.
pub fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    let done = Rc::new(Cell::new(Some(done)));
    let tell = |copied: bool| {
        let done = Rc::clone(&done);
        move || {
            if let Some(done) = done.take() {
                done(copied);
            }
        }
    };
    let [copied, refused] = [true, false].map(|copied| Closure::once_into_js(tell(copied)));
    let asked = write(&text).and_then(|promise| method(&promise, "then")?.call2(&promise, &copied, &refused));
    if asked.is_err() {
        tell(false)();
    }
}

/// Asks the browser, which answers with a promise.
fn write(text: &str) -> Result<JsValue, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let clipboard = get(&get(&window, "navigator")?, "clipboard")?;
    method(&clipboard, "writeText")?.call1(&clipboard, &text.into())
}
