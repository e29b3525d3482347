//! The head of a question: the way back, and how far one is, in words and as a row of cells.

use mikrolaan_markup::{Element, view};

use super::icons::Icon;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::views::question::Progress;

/// The id of the words, for the heading below them.
pub const PROGRESS: &str = "progress";

/// *Tilbage* and "Spørgsmål 3 af ca. 12" in one row, and the latter as cells.
pub fn step_head(back: Route, progress: Option<Progress>) -> Vec<Element> {
    let (words, band) = progress.map_or((None, None), |Progress { words, cells: classes }| {
        let words = view! { <p class="step-subheading" id=PROGRESS>{words}</p> };
        (Some(words), Some(view! { <div class="band band--steps" aria-hidden="true">{cells(classes)}</div> }))
    });
    let head = view! {
        <div class="step">
            <a class="back-link" href=back.href()>{Icon::Back.draw()}<span>{t::common::back()}</span></a>
            {words}
        </div>
    };
    std::iter::once(head).chain(band).collect()
}

/// A row of cells, each with its class.
pub fn cells(classes: Vec<&'static str>) -> Vec<Element> {
    classes.into_iter().map(|class| view! { <i class=class></i> }).collect()
}
