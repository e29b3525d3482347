//! The key sentences above the months.

use std::borrow::Cow;

use mikrolaan_markup::{Child, Element, view};

use crate::story::keys::Key;

/// The list; the first sentence is the largest, with a brick rule when money is missing.
pub fn key_sentences(keys: &[Key]) -> Element {
    let mut list = view! { <ul class="keys"></ul> };
    for (position, key) in keys.iter().enumerate() {
        list = list.element(sentence(position == 0, key));
    }
    list
}

fn sentence(first: bool, key: &Key) -> Element {
    let class = match (first, key.short) {
        (true, true) => Some("keys__first keys__first--short"),
        (true, false) => Some("keys__first"),
        _ => None,
    };
    let mut item = view! { <li class=class></li> }.element(words("keys__fact", key.fact.clone()));
    for note in &key.notes {
        item = item.element(words("keys__note", note.clone()));
    }
    item
}

fn words(class: &'static str, text: Cow<'static, str>) -> Element {
    view! { <p class=class></p> }.child(Child::Text(text))
}
