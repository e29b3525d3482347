//! How far in the questions one is: in words, and as a row of cells.

use mikrolaan_markup::{Element, view};

/// A question in the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Answered or passed.
    Done,
    /// This one.
    Now,
    /// To come.
    ToCome,
    /// To come, perhaps.
    Perhaps,
}

impl Cell {
    const fn class(self) -> &'static str {
        match self {
            Cell::Done => "is-done",
            Cell::Now => "is-now",
            Cell::ToCome => "",
            Cell::Perhaps => "is-maybe",
        }
    }
}

/// The id of the words, for the heading below them.
pub const PROGRESS: &str = "progress";

/// "Spørgsmål 3 af ca. 12", and the same as cells.
pub fn progress_band(words: String, cells: Vec<Cell>) -> Vec<Element> {
    let cells: Vec<Element> = cells.into_iter().map(|cell| view! { <i class=cell.class()></i> }).collect();
    let heading = view! { <p class="step-subheading" id=PROGRESS>{words}</p> };
    let band = view! { <div class="band band--steps" aria-hidden="true">{cells}</div> };
    vec![heading, band]
}
