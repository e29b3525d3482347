//! The verdict: in words, as a count, as a row of cells, and the state of the scheme.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::screening::Verdict;

use super::sprite::Glyph;
use crate::texts as t;
use crate::wording::verdict::{self, Counts};

/// The card at the top of the result.
#[component]
pub fn VerdictCard(
    verdict: Verdict,
    counts: Counts,
    /// Whether the scheme is open at all.
    state: &'static str,
) -> impl IntoView {
    let (class, glyph) = appearance(verdict);
    view! {
        <section class=format!("card verdict {class}")>
            <h2 class="verdict__title">{glyph.large()}<span>{verdict::title(verdict)}</span></h2>
            <p>{verdict::text(verdict, counts)}</p>
            <div class="band" aria-hidden="true">{cells(counts)}</div>
            <ul class="legend">{legend(counts)}</ul>
            <p class="source verdict__state">{state}</p>
        </section>
    }
}

const fn appearance(verdict: Verdict) -> (&'static str, Glyph) {
    match verdict {
        Verdict::InTargetGroup => ("verdict--met", Glyph::Met),
        Verdict::NeedsAssessment => ("verdict--assess", Glyph::Assess),
        Verdict::Undecided => ("verdict--undecided", Glyph::Unknown),
        Verdict::NotInTargetGroup => ("verdict--no", Glyph::No),
    }
}

fn cells(counts: Counts) -> impl IntoView {
    let row = [
        (counts.met, "is-done"),
        (counts.assess, "is-half"),
        (counts.missing, "is-maybe"),
        (counts.against, "is-not"),
    ];
    let classes = row.into_iter().flat_map(|(count, class)| std::iter::repeat_n(class, count));
    classes.map(|class| view! { <i class=class></i> }).collect_view()
}

fn legend(counts: Counts) -> impl IntoView {
    let number = |count: usize| count.to_string();
    let missing = (counts.missing > 0).then(|| (Glyph::Unknown, t::result::count_missing(&number(counts.missing))));
    let items = [
        Some((Glyph::Met, t::result::count_met(&number(counts.met)))),
        Some((Glyph::Assess, t::result::count_assess(&number(counts.assess)))),
        missing,
        Some((Glyph::No, t::result::count_against(&number(counts.against)))),
    ];
    items.into_iter().flatten().map(|(glyph, words)| view! { <li>{glyph.small()}<span>{words}</span></li> }).collect_view()
}
