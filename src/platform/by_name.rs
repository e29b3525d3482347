//! What the browser has, found by its name: what is not there is then an error and does not stop the program. It costs the
//! page no binding of its own either, and those are part of the first visit.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What a thing has under this name.
pub fn get(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &name.into())
}

/// What a thing does under this name.
pub fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    get(of, name)?.dyn_into()
}
