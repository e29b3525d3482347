//! The questions one answers by writing a figure: age, and how much to borrow.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::{live, view};

use super::draft::Draft;
use crate::components::field::{Face, Kept, Width, Wire, typed_field};
use crate::components::row_group;
use mikrolaan_app_core::forms::Refusal;
use mikrolaan_app_core::state::answering::UNKNOWN;
use mikrolaan_app_core::views::question::{FigureField, Rows};
use mikrolaan_markup::watch::Held;

/// The field, and *Ved ikke* below it. Writing takes *Ved ikke* off; *Ved ikke* empties the field.
pub fn figure_field(draft: Draft, field: FigureField, rows: &Rows) -> AnyView {
    let emptied = Held::new(false);
    let choosing = draft.choosing(move |id, on| {
        if on && id == UNKNOWN {
            draft.refusal.set(None);
            emptied.set(true);
        }
    });
    // A new field each time, because what is typed lives in the field.
    let shown = live(move || {
        emptied.track();
        Some(typed_field(face(&field), wire(draft)))
    });
    view! { {shown}{row_group(rows, &rows.unsure, &choosing)} }
}

fn face(field: &FigureField) -> Face {
    Face {
        id: field.id.clone(),
        label: field.label.to_owned(),
        unit: field.unit,
        width: if field.is_short { Width::Short } else { Width::Amount },
        numeric: true,
        // The question's own help, which stands with the heading.
        described_by: "hint",
        ..Face::default()
    }
}

fn wire(draft: Draft) -> Wire {
    let Draft { key, page, .. } = draft;
    let take = move |text: &str| -> Result<(), Refusal> {
        page.update(|page| page.write(text));
        untrack(|| draft.read()).map(|_| ())
    };
    // What was typed and cannot be read lives in the page's draft; the field shows it when one comes back.
    let text = move || page.with_untracked(|page| page.unreadable(key));
    let kept = Kept { text: Arc::new(text), keep: Arc::new(|_| {}) };
    let value = move || page.with(|page| page.figure(key));
    Wire { refusal: draft.refusal, ..Wire::new(Arc::new(value), Arc::new(take), Some(kept)) }
}
