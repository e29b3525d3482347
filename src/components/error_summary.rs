//! What must be put right before one can go on.

use mikrolaan_app_core::locale::language::Text;
use mikrolaan_markup::{Element, Event, view};

use super::icons::Icon;
use crate::platform::focus;

/// The id of the box, to move the focus to.
pub const ERRORS: &str = "errors";

/// The box above the page, with a link to the field that has this id: `what` says what to do, and stands alone.
///
/// The focus moves to it, and all of it is its name and description: so it is said once. As a live
/// region it would be said a second time.
pub fn error_summary(title: Text, field: String, what: String) -> Element {
    let href = ["#", &field].concat();
    // The address must not change: what stands after `#` is the page one is on.
    let go = move |event: Event| {
        event.prevent_default();
        focus::on_id(&field);
    };
    view! {
        <div class="alert alert-error" id=ERRORS role="group" tabindex="-1" aria-labelledby="errors-title" aria-describedby="errors-list">
            {Icon::Error.draw()}
            <div class="alert-body">
                <h2 class="alert-heading" id="errors-title">{title}</h2>
                <ul class="nobullet-list" id="errors-list">
                    <li><a class="function-link" href=href on:click=go>{what}</a></li>
                </ul>
            </div>
        </div>
    }
}
