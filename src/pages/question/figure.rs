//! The questions one answers by writing a figure: age, and how much to borrow.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_markup::{live, view};

use super::draft::Draft;
use crate::components::field::{Face, Kept, Width, Wire, typed_field};
use crate::components::unsure;
use crate::watch::Held;
use mikrolaan_app_core::forms::Refusal;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::state::answering::UNKNOWN;
use mikrolaan_app_core::state::event::Answer;

/// The field, and *Ved ikke* below it. Writing takes *Ved ikke* off; *Ved ikke* empties the field.
pub fn field(key: AnswerKey, draft: Draft, unknown_hint: &'static str) -> AnyView {
    let emptied = Held::new(false);
    let empty = Callback::new(move |()| {
        draft.typed.set(String::new());
        draft.refusal.set(None);
        emptied.set(true);
    });
    // A new field each time, because what is typed lives in the field.
    let shown = live(move || {
        emptied.track();
        Some(typed_field(face(key), wire(draft)))
    });
    view! { {shown}{unsure(key.id(), unknown_hint, draft.chosen, empty)} }
}

fn face(key: AnswerKey) -> Face {
    let id = key.id().to_owned();
    // The question's own help, which stands with the heading.
    let face = Face { id, numeric: true, described_by: "hint", ..Face::default() };
    if key == AnswerKey::Age {
        let label = t::question::age::label().to_owned();
        Face { label, unit: t::question::age::unit(), width: Width::Short, ..face }
    } else {
        Face { label: t::question::loan_amount::label().to_owned(), unit: t::unit::kroner(), ..face }
    }
}

fn wire(draft: Draft) -> Wire {
    let value = Arc::new(move || draft.read().map_or_else(|_| String::new(), written));
    let take = Arc::new(move |text: &str| take(draft, text));
    // What was typed and cannot be read lives in the page's draft; the field shows it when one comes back.
    let text = move || untrack(|| draft.read().err().map(|_| draft.typed.get())).filter(|typed| !typed.is_empty());
    let kept = Kept { text: Arc::new(text), keep: Arc::new(|_| {}) };
    Wire { refusal: draft.refusal, ..Wire::new(value, take, Some(kept)) }
}

fn take(draft: Draft, text: &str) -> Result<(), Refusal> {
    draft.chosen.update(|chosen| chosen.retain(|&id| id != UNKNOWN));
    draft.typed.set(text.to_owned());
    untrack(|| draft.read()).map(|_| ())
}

/// A figure the way we write it.
fn written(answer: Answer) -> String {
    match answer {
        Answer::Age(age) => age.to_string(),
        Answer::Amount(amount) => write::typed(amount),
        Answer::Unknown | Answer::Chosen(_) | Answer::Purposes(_) => String::new(),
    }
}
