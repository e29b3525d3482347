//! The verdict: in words, as a count, as a row of cells, and the state of the scheme.

use mikrolaan_markup::{Element, view};

use super::progress_band::cells;
use super::sprite::{glyph, large_glyph};
use mikrolaan_app_core::views::result::VerdictCard;

/// The card at the top of the result.
pub fn verdict_card(card: VerdictCard) -> Element {
    let legend = card.legend.into_iter().map(|(sign, words)| view! { <li>{glyph(sign)}<span>{words}</span></li> });
    view! {
        <section class=card.class>
            <h2 class="verdict__title">{card.glyph.map(large_glyph)}<span>{card.title}</span></h2>
            <p>{card.text}</p>
            <div class="band" aria-hidden="true">{cells(card.cells)}</div>
            <ul class="legend">{legend.collect::<Vec<_>>()}</ul>
            <p class="source verdict__state">{card.state}</p>
        </section>
    }
}
