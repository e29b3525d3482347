//! A file the page has made, for the person to keep.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// The file is let go of after this: some browsers read it only when they have asked where to put it.
const KEPT: Duration = Duration::from_secs(60);

/// Has the browser save a text as a file of this name, in UTF-8. It is made here and goes nowhere else.
pub fn offer(name: &str, media_type: &str, content: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&content.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    let document = web_sys::window().and_then(|window| window.document());
    let (Ok(blob), Some(document)) = (blob, document) else { return };
    let link = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    let (Ok(address), Some(link)) = (Url::create_object_url_with_blob(&blob), link) else { return };
    if link.set_attribute("href", &address).is_ok() && link.set_attribute("download", name).is_ok() {
        link.click();
    }
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        KEPT,
    );
}
