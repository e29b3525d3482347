//! The ordinary benefit: what follows from the answers, or the person's own amount.

use leptos::prelude::*;
use mikrolaan_markup::{dynamic, fragment, view};

use super::BudgetContext;
use crate::pages::plan::choices::BENEFIT_WAY;
use crate::pages::plan::fields::{choice, field, items};
use crate::pages::plan::inputs::AGE;
use mikrolaan_app_core::locale::texts::budget::benefit as b;
use mikrolaan_app_core::views::budget::{ASKED, BenefitSource, parts};
use mikrolaan_markup::keyed;

/// The content of the part.
pub(super) fn benefit(page: BudgetContext) -> AnyView {
    let (place, way) = (page.place, page.watch(|view| view.benefit.way as i64));
    dynamic(move || {
        way.track();
        let way = untrack(|| page.view.get())?.benefit.way;
        let mut content = vec![match way {
            BenefitSource::MustEnter => view! { <p>{b::enter()}</p> }.into_any(),
            BenefitSource::Computed | BenefitSource::Nothing | BenefitSource::Own => choice(place, &BENEFIT_WAY),
        }];
        match way {
            BenefitSource::Computed => content.extend([computed(page), field(place, &AGE), asked(page)]),
            BenefitSource::Nothing => content.push(view! { <p>{b::nothing()}</p> }.into_any()),
            BenefitSource::Own | BenefitSource::MustEnter => content.extend(items(place, parts::BENEFIT.items)),
        }
        Some(fragment(content))
    })
}

/// What it comes to, or why it cannot be worked out.
fn computed(page: BudgetContext) -> AnyView {
    let sum = move || page.words(|view| Some(&view.benefit.sum));
    let from = move || page.words(|view| Some(&view.benefit.from));
    view! { <p><strong prop:textContent=sum></strong>" "<span prop:textContent=from></span></p> }.into_any()
}

/// What the rate depends on, asked only where it does.
fn asked(page: BudgetContext) -> AnyView {
    let numbers = move || page.view.get().map(|view| view.benefit.asked.clone()).unwrap_or_default();
    let ask = move |at: usize| ASKED.get(at).map(|(_, asked)| choice(page.place, asked)).into_any();
    keyed(numbers, ask)
}
