//! The key sentences above the months.

use std::borrow::Cow;

use mikrolaan_markup::{Child, Element, view};

use mikrolaan_app_core::locale::texts::trace as t;
use mikrolaan_app_core::views::keys::KeySentence;

/// The list; the first sentence is the largest.
pub fn key_sentences(keys: &[KeySentence]) -> Element {
    let mut list = view! { <ul class="keys"></ul> };
    for (position, key) in keys.iter().enumerate() {
        let item = view! { <li class=key.class(position == 0)></li> };
        let mut item = item.element(paragraph("keys__fact", key.fact.clone()));
        for note in &key.notes {
            item = item.element(paragraph("keys__note", note.clone()));
        }
        list = list.element(item.child(origin(key).map_or(Child::Nothing, Child::Element)));
    }
    list
}

/// Where the sentence's figure comes from.
fn origin(key: &KeySentence) -> Option<Element> {
    let href = key.origin?.href();
    Some(view! { <p class="keys__note screen-only"><a href=href>{t::other_month()}</a></p> })
}

fn paragraph(class: &'static str, text: Cow<'static, str>) -> Element {
    view! { <p class=class></p> }.child(Child::Text(text))
}
