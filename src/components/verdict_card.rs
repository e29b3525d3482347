//! The verdict: in words, as a count, as a row of cells, and the state of the scheme.

use mikrolaan_engine::screening::Verdict;
use mikrolaan_markup::{Element, view};

use super::sprite::Glyph;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::words::verdict::{self, Counts};

/// The card at the top of the result. While the scheme is not in force, that is what it says first, and
/// it looks like no verdict at all; `state` says since when.
pub fn verdict_card(verdict: Verdict, counts: Counts, in_force: bool, state: &'static str) -> Element {
    let (class, glyph) = appearance(verdict);
    let class = if in_force { class } else { "card verdict verdict--closed" };
    view! {
        <section class=class>
            <h2 class="verdict__title">{in_force.then(|| glyph.large())}<span>{verdict::title(verdict, in_force)}</span></h2>
            <p>{verdict::text(verdict, counts, in_force)}</p>
            <div class="band" aria-hidden="true">{cells(counts)}</div>
            <ul class="legend">{legend(counts)}</ul>
            <p class="source verdict__state">{state}</p>
        </section>
    }
}

const fn appearance(verdict: Verdict) -> (&'static str, Glyph) {
    match verdict {
        Verdict::InTargetGroup => ("card verdict verdict--met", Glyph::Met),
        Verdict::NeedsAssessment => ("card verdict verdict--assess", Glyph::Assess),
        Verdict::Undecided => ("card verdict verdict--undecided", Glyph::Unknown),
        Verdict::NotInTargetGroup => ("card verdict verdict--no", Glyph::No),
    }
}

fn cells(counts: Counts) -> Vec<Element> {
    let Counts { met, assess, missing, against } = counts;
    let row = [(met, "is-done"), (assess, "is-half"), (missing, "is-maybe"), (against, "is-not")];
    let classes = row.into_iter().flat_map(|(count, class)| std::iter::repeat_n(class, count));
    classes.map(|class| view! { <i class=class></i> }).collect()
}

fn legend(counts: Counts) -> Vec<Element> {
    let mut items = vec![
        (Glyph::Met, t::result::count_met(&counts.met.to_string())),
        (Glyph::Assess, t::result::count_assess(&counts.assess.to_string())),
    ];
    if counts.missing > 0 {
        items.push((Glyph::Unknown, t::result::count_missing(&counts.missing.to_string())));
    }
    items.push((Glyph::No, t::result::count_against(&counts.against.to_string())));
    items.into_iter().map(|(glyph, words)| view! { <li>{glyph.small()}<span>{words}</span></li> }).collect()
}
