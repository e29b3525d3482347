//! Words that change while the page stands.

use leptos::prelude::*;
use mikrolaan_markup::watch::SharedSignal;
use mikrolaan_markup::{Element, view};

/// A text that follows a signal, in an element of its own.
///
/// A browser that translates the page puts nodes of its own in the place of every text node. A text
/// node that is patched later is then no longer on the page, and the reader keeps the old words.
/// Setting `textContent` on the element replaces whatever is in it, so the new words are always seen.
pub fn live_text(text: impl Fn() -> String + 'static) -> Element {
    view! { <span prop:textContent=text></span> }
}

/// The one live region: pages announce here what has happened without anything else being read anew.
#[derive(Clone, Copy)]
pub struct Announcer(SharedSignal<String>);

impl Announcer {
    /// A live region in which nothing has been announced.
    pub fn new() -> Self {
        Announcer(SharedSignal::new(String::new()))
    }

    /// The page's live region.
    pub fn get() -> Self {
        expect_context()
    }

    /// Has a screen reader read these words aloud.
    pub fn announce(self, words: &str) {
        self.0.set(words.to_owned());
    }

    /// What was announced last: tracks.
    pub fn message(self) -> String {
        self.0.get()
    }
}
