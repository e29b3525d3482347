//! Choosing one answer, or several, from full-width rows; *Ved ikke* last and alone.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_app_core::locale::words::options::UNKNOWN;
use mikrolaan_app_core::views::question::{ChoiceRow, QuestionRows, RowGroup, RowsKind};

/// What is chosen, and what to do when a row is turned on or off.
#[derive(Clone)]
pub struct Choosing {
    /// Is the answer with this word chosen? Tracks.
    pub is_chosen: Arc<dyn Fn(&'static str) -> bool + Send + Sync>,
    /// Turns it on or off.
    pub turn: Arc<dyn Fn(&'static str, bool) + Send + Sync>,
}

/// The rows of a question, with *Ved ikke* last. `error` is what to do, when nothing was chosen.
pub fn choices(
    rows: &QuestionRows,
    choosing: &Choosing,
    error: impl Fn() -> Option<Text> + Clone + Send + 'static,
) -> Element {
    let groups = rows.groups.iter().map(|group| row_group(rows, group, choosing)).collect::<Vec<_>>();
    let failed = error.clone();
    let described = move || if failed().is_some() { "hint error" } else { "hint" };
    let failed = error.clone();
    view! {
        <fieldset class="form-group" class:form-error=move || failed().is_some() aria-labelledby="title" aria-describedby=described>
            {move || Some(view! { <p class="form-error-message" id="error">{error()?}</p> }.into_any())}
            {groups}
            {row_group(rows, &rows.dont_know, choosing)}
        </fieldset>
    }
}

/// QuestionRows that belong together, under their heading if they have one.
pub fn row_group(rows: &QuestionRows, group: &RowGroup, choosing: &Choosing) -> Element {
    let drawn = group.rows.iter().map(|row| one_row(rows, row, choosing)).collect::<Vec<_>>();
    let Some((id, title)) = group.title.clone() else { return view! { <div class="choices">{drawn}</div> } };
    let labelled = id.clone();
    view! {
        <div class="choices" role="group" aria-labelledby=labelled>
            <p class="choices__title" id=id>{title}</p>
            {drawn}
        </div>
    }
}

fn one_row(rows: &QuestionRows, row: &ChoiceRow, choosing: &Choosing) -> Element {
    let (class, input) = match (rows.kind, row.value == UNKNOWN) {
        (RowsKind::Radio, false) => ("form-group-radio", "form-radio"),
        (RowsKind::Radio, true) => ("form-group-radio form-group-radio--unsure", "form-radio"),
        (RowsKind::Checkbox, false) => ("form-group-checkbox", "form-checkbox"),
        (RowsKind::Checkbox, true) => ("form-group-checkbox form-group-checkbox--unsure", "form-checkbox"),
    };
    let (value, id, Choosing { is_chosen, turn }) = (row.value, row.id.clone(), choosing.clone());
    let hint_id = row.hint.as_ref().map(|(id, _)| id.clone());
    let hint = row.hint.clone().map(|(id, words)| view! { <span class="form-hint" id=id>{words}</span> });
    view! {
        <div class=class>
            <input class=input type=rows.kind.word() name=rows.name.clone() id=id.clone() value=value
                aria-describedby=hint_id prop:checked=move || is_chosen(value)
                on:change=move |event| turn(value, event_target_checked(&event))/>
            <label class="form-label" for=id>{row.label}</label>
            {hint}
        </div>
    }
}
