//! What must be put right before one can go on.

use leptos::prelude::*;
use mikrolaan_markup::view;

use super::sprite::Icon;
use crate::platform::focus;

/// The id of the box, to move the focus to.
pub const ERRORS: &str = "errors";

/// A field and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's id.
    pub field: String,
    /// What to do: stands alone.
    pub what: String,
}

/// The box above the page, with a link to each field.
#[component]
pub fn ErrorSummary(title: String, errors: Vec<FieldError>) -> impl IntoView {
    let links = errors.into_iter().map(link).collect_view();
    view! {
        <div class="alert alert-error" id=ERRORS role="alert" tabindex="-1" aria-labelledby="errors-title">
            {Icon::Error.draw()}
            <div class="alert-body">
                <h2 class="alert-heading" id="errors-title">{title}</h2>
                <ul class="nobullet-list">{links}</ul>
            </div>
        </div>
    }
}

fn link(error: FieldError) -> impl IntoView {
    let FieldError { field, what } = error;
    let href = format!("#{field}");
    // The address must not change: what stands after `#` is the page one is on.
    let go = move |event: mikrolaan_markup::Event| {
        event.prevent_default();
        focus::on_id(&field);
    };
    view! { <li><a class="function-link" href=href on:click=go>{what}</a></li> }
}
