//! Words that change while the page stands.

use mikrolaan_markup::{Element, view};

/// A text that follows a signal, in an element of its own.
///
/// A browser that translates the page puts nodes of its own in the place of every text node. A text
/// node that is patched later is then no longer on the page, and the reader keeps the old words.
/// Setting `textContent` on the element replaces whatever is in it, so the new words are always seen.
pub fn say(text: impl Fn() -> String + 'static) -> Element {
    view! { <span prop:textContent=text></span> }
}
