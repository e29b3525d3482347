//! The ordinary benefit: what follows from the answers, or the person's own amount.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use mikrolaan_markup::{dynamic, fragment, view};

use super::{BudgetContext, fold};
use crate::components::glyph;
use crate::pages::plan::choices::BENEFIT_WAY;
use crate::pages::plan::fields::{choice, field, items};
use crate::pages::plan::inputs::AGE;
use mikrolaan_app_core::locale::texts::budget::benefit as b;
use mikrolaan_app_core::locale::texts::money as m;
use mikrolaan_app_core::views::budget::{ASKED, BenefitSource, BenefitView, parts};
use mikrolaan_app_core::views::glyph::Glyph;
use mikrolaan_markup::keyed;
use mikrolaan_markup::watch::watch;

/// What it comes to, what is missing for that, and what it rests on.
pub fn benefit(page: BudgetContext) -> AnyView {
    let (place, way) = (page.place, page.watch(|view| view.benefit.way as i64));
    dynamic(move || {
        way.track();
        let way = untrack(|| page.view.get())?.benefit.way;
        let content = match way {
            BenefitSource::Computed => {
                let in_box = in_box(page);
                let asks = missing(page, &in_box);
                let answered = move || {
                    let in_box = in_box();
                    let asked = page.view.get().map(|view| view.benefit.asked.clone()).unwrap_or_default();
                    asked.into_iter().filter(|at| !in_box.contains(at)).collect()
                };
                let built_on = vec![field(place, &AGE), asked(page, Arc::new(answered))];
                vec![computed(page), asks, choice(place, &BENEFIT_WAY), fold(m::built_on(), built_on)]
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

/// The questions in the box: those without an answer, and those that had none when the part was drawn. What is answered stays
/// where it is, so that whoever answers with the arrow keys can go on to the next answer.
fn in_box(page: BudgetContext) -> Questions {
    let kept = Mutex::new(Vec::new());
    Arc::new(move || {
        let Some(view) = page.view.get() else { return Vec::new() };
        let BenefitView { asked, missing, .. } = &view.benefit;
        let Ok(mut kept) = kept.lock() else { return missing.clone() };
        kept.extend(missing);
        // By number and not sorted: a sort is some 4 kB of the module.
        let is_asked = |at: &usize| asked.contains(at) || missing.contains(at);
        (0..ASKED.len()).filter(|at| kept.contains(at) && is_asked(at)).collect()
    })
}

/// Some of the questions the rate depends on: tracks.
type Questions = Arc<dyn Fn() -> Vec<usize> + Send + Sync>;

/// What the amount hangs on, in a box of its own; dashed while an answer is missing.
fn missing(page: BudgetContext, questions: &Questions) -> AnyView {
    let (any, numbers) = (Arc::clone(questions), Arc::clone(questions));
    let has_any = watch(move || Some(i64::from(!any().is_empty())));
    let is_missing = move || page.view.get().is_some_and(|view| !view.benefit.missing.is_empty());
    dynamic(move || {
        (has_any.get() == Some(1)).then(|| {
            view! {
                <div class="asks" class:missing=is_missing>
                    <p class="missing__title">{glyph(Glyph::Unknown)}<strong>{m::missing()}</strong></p>
                    {asked(page, Arc::clone(&numbers))}
                </div>
            }
            .into_any()
        })
    })
}

fn asked(page: BudgetContext, numbers: Questions) -> AnyView {
    let ask = move |at: usize| ASKED.get(at).map(|(_, asked)| choice(page.place, asked)).into_any();
    keyed(move || numbers(), ask)
}
