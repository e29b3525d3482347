//! How far in the questions one is: in words, and as a row of cells.

use mikrolaan_markup::{Element, view};

use mikrolaan_app_core::views::question::Progress;

/// The id of the words, for the heading below them.
pub const PROGRESS: &str = "progress";

/// "Spørgsmål 3 af ca. 12", and the same as cells.
pub fn progress_band(progress: Progress) -> Vec<Element> {
    let heading = view! { <p class="step-subheading" id=PROGRESS>{progress.words}</p> };
    vec![heading, view! { <div class="band band--steps" aria-hidden="true">{cells(progress.cells)}</div> }]
}

/// A row of cells, each with its class.
pub fn cells(classes: Vec<&'static str>) -> Vec<Element> {
    classes.into_iter().map(|class| view! { <i class=class></i> }).collect()
}
