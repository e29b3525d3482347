//! The questions one answers by writing a figure: age, and how much to borrow.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::{dynamic, view};

use super::draft::QuestionDraft;
use crate::components::field::{FieldBinding, FieldProps, KeptText, Width, typed_field};
use crate::components::row_group;
use mikrolaan_app_core::forms::FieldError;
use mikrolaan_app_core::state::answering::UNKNOWN;
use mikrolaan_app_core::views::question::{FigureField, QuestionRows};
use mikrolaan_markup::watch::SharedSignal;

/// The field, and *Ved ikke* below it. Writing takes *Ved ikke* off; *Ved ikke* empties the field.
pub fn figure_field(draft: QuestionDraft, field: FigureField, rows: &QuestionRows) -> AnyView {
    let emptied = SharedSignal::new(false);
    let choosing = draft.choosing(move |id, on| {
        if on && id == UNKNOWN {
            draft.error.set(None);
            emptied.set(true);
        }
    });
    // A new field each time, because what is typed lives in the field.
    let shown = dynamic(move || {
        emptied.track();
        Some(typed_field(props(&field), binding(draft)))
    });
    view! { {shown}{row_group(rows, &rows.dont_know, &choosing)} }
}

fn props(field: &FigureField) -> FieldProps {
    FieldProps {
        id: field.id.clone(),
        label: field.label.to_owned(),
        unit: field.unit,
        width: if field.is_short { Width::Short } else { Width::Amount },
        numeric: true,
        // The question's own help, which stands with the heading.
        described_by: "hint",
        ..FieldProps::default()
    }
}

fn binding(draft: QuestionDraft) -> FieldBinding {
    let QuestionDraft { key, page, .. } = draft;
    let take = move |text: &str| -> Result<(), FieldError> {
        page.update(|page| page.write(text));
        untrack(|| draft.read()).map(|_| ())
    };
    // What was typed and cannot be read lives in the page's draft; the field shows it when one comes back.
    let text = move || page.with_untracked(|page| page.unreadable(key));
    let kept = KeptText { text: Arc::new(text), keep: Arc::new(|_| {}) };
    let value = move || page.with(|page| page.figure(key));
    FieldBinding { error: draft.error, ..FieldBinding::new(Arc::new(value), Arc::new(take), Some(kept)) }
}
