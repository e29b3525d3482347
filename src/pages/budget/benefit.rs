//! The ordinary benefit: what follows from the answers, or the person's own amount.

use leptos::prelude::*;
use mikrolaan_markup::{dynamic, fragment, view};

use super::{BudgetContext, fold};
use crate::components::glyph;
use crate::pages::plan::choices::BENEFIT_WAY;
use crate::pages::plan::fields::{choice, field, items};
use crate::pages::plan::inputs::AGE;
use mikrolaan_app_core::locale::texts::budget::benefit as b;
use mikrolaan_app_core::locale::texts::money as m;
use mikrolaan_app_core::views::budget::{ASKED, BenefitSource, BudgetView, parts};
use mikrolaan_app_core::views::glyph::Glyph;
use mikrolaan_markup::keyed;

/// What it comes to, what is missing for that, and what it rests on.
pub fn benefit(page: BudgetContext) -> AnyView {
    let (place, way) = (page.place, page.watch(|view| view.benefit.way as i64));
    dynamic(move || {
        way.track();
        let way = untrack(|| page.view.get())?.benefit.way;
        let content = match way {
            BenefitSource::Computed => {
                let built_on = vec![field(place, &AGE), asked(page, |view| &view.benefit.asked)];
                vec![computed(page), missing(page), choice(place, &BENEFIT_WAY), fold(m::built_on(), built_on)]
            }
            BenefitSource::Nothing => {
                vec![view! { <p>{b::nothing()}</p> }.into_any(), choice(place, &BENEFIT_WAY)]
            }
            BenefitSource::Own => vec![choice(place, &BENEFIT_WAY), fragment(items(place, parts::BENEFIT.items))],
            BenefitSource::MustEnter => {
                vec![view! { <p>{b::enter()}</p> }.into_any(), fragment(items(place, parts::BENEFIT.items))]
            }
        };
        Some(fragment(content))
    })
}

/// What it comes to, or why it cannot be worked out.
fn computed(page: BudgetContext) -> AnyView {
    let sum = move || page.words(|view| Some(&view.benefit.sum));
    let from = move || page.words(|view| Some(&view.benefit.from));
    let unsure = move || page.view.get().is_some_and(|view| !view.benefit.missing.is_empty());
    view! {
        <div class="val" class:is-unsure=unsure>
            <strong class="form-label">{b::name()}</strong>
            <strong class="val__sum" id="benefit-sum" tabindex="-1" prop:textContent=sum></strong>
            <span class="form-hint" prop:textContent=from></span>
        </div>
    }
    .into_any()
}

/// What the amount hangs on and is not answered, in a box of its own.
fn missing(page: BudgetContext) -> AnyView {
    let any = page.watch(|view| i64::from(!view.benefit.missing.is_empty()));
    dynamic(move || {
        (any.get() == Some(1)).then(|| {
            view! {
                <div class="missing">
                    <p class="missing__title">{glyph(Glyph::Unknown)}<strong>{m::missing()}</strong></p>
                    {asked(page, |view| &view.benefit.missing)}
                </div>
            }
            .into_any()
        })
    })
}

/// Some of the questions the rate depends on.
fn asked(page: BudgetContext, which: fn(&BudgetView) -> &Vec<usize>) -> AnyView {
    let numbers = move || page.view.get().map(|view| which(&view).clone()).unwrap_or_default();
    let ask = move |at: usize| ASKED.get(at).map(|(_, asked)| choice(page.place, asked)).into_any();
    keyed(numbers, ask)
}
