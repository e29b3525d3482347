//! How far in the questions one is: in words, and as a row of cells.

use leptos::prelude::*;
use mikrolaan_markup::view;

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

/// "Spørgsmål 3 af ca. 12", and the same as cells.
#[component]
pub fn ProgressBand(words: String, cells: Vec<Cell>) -> impl IntoView {
    let cells = cells.into_iter().map(|cell| view! { <i class=cell.class()></i> }).collect_view();
    view! {
        <p class="step-subheading">{words}</p>
        <div class="band band--steps" aria-hidden="true">{cells}</div>
    }
}
