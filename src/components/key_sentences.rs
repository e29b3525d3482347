//! The key sentences above the months.

use leptos::prelude::*;
use mikrolaan_markup::view;

use crate::story::keys::Key;

/// The list; the first sentence is the largest, with a brick rule when money is missing.
pub fn key_sentences(keys: &[Key]) -> Vec<AnyView> {
    keys.iter().enumerate().map(|(position, key)| sentence(position == 0, key)).collect()
}

fn sentence(first: bool, key: &Key) -> AnyView {
    let class = match (first, key.short) {
        (true, true) => Some("keys__first keys__first--short"),
        (true, false) => Some("keys__first"),
        _ => None,
    };
    let note = |note: &String| view! { <p class="keys__note" prop:textContent=note.clone()></p> }.into_any();
    let notes: Vec<AnyView> = key.notes.iter().map(note).collect();
    view! { <li class=class><p class="keys__fact" prop:textContent=key.fact.clone()></p>{notes}</li> }.into_any()
}
