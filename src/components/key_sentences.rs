//! The key sentences above the months.

use std::borrow::Cow;

use mikrolaan_markup::{Child, Element, view};

use mikrolaan_app_core::locale::texts::trace as t;
use mikrolaan_app_core::views::keys::Key;

/// The list; the first sentence is the largest, with a brick rule when money is missing.
pub fn key_sentences(keys: &[Key]) -> Element {
    let mut list = view! { <ul class="keys"></ul> };
    for (position, key) in keys.iter().enumerate() {
        let item = sentence(position == 0, key);
        list = list.element(item.child(origin(key).map_or(Child::Nothing, Child::Element)));
    }
    list
}

fn sentence(first: bool, key: &Key) -> Element {
    let class = match (first, key.short) {
        (true, true) => Some("keys__first keys__first--short"),
        (true, false) => Some("keys__first"),
        _ => None,
    };
    let mut item = view! { <li class=class></li> };
    item = item.element(paragraph("keys__fact", key.fact.clone()));
    for note in &key.notes {
        item = item.element(paragraph("keys__note", note.clone()));
    }
    item
}

/// Where the sentence's figure comes from.
fn origin(key: &Key) -> Option<Element> {
    let href = key.origin?.href();
    Some(view! { <p class="keys__note screen-only"><a href=href>{t::other_month()}</a></p> })
}

fn paragraph(class: &'static str, text: Cow<'static, str>) -> Element {
    view! { <p class=class></p> }.child(Child::Text(text))
}
