//! A good month of the business, its seasons, and what if it closes.

use leptos::prelude::*;
use mikrolaan_markup::{Element, dynamic, view};

use super::BudgetContext;
use super::rows::ListRows;
use crate::components::field::Layout;
use crate::pages::plan::choices::{AFTER_CLOSURE, CLOSES, SEASONALITY};
use crate::pages::plan::fields::{FieldContext, choice, labelled_field};
use crate::pages::plan::inputs::SEASON;
use mikrolaan_app_core::forms::field_props::FieldPart;
use mikrolaan_app_core::locale::texts::budget::operating as o;
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::views::budget::FULL_MONTH;

/// Whether the business closes, and what then.
pub fn closing(page: BudgetContext) -> Vec<AnyView> {
    let closes = page.watch(|view| view.closes.into());
    let after_closure = dynamic(move || (closes.get() == Some(1)).then(|| choice(page.place, &AFTER_CLOSURE)));
    vec![choice(page.place, &CLOSES), after_closure]
}

/// A good month, line by line.
pub fn ledger(page: BudgetContext) -> Element {
    let mut lines = view! { <dl class="ledger"></dl> };
    for (at, line) in FULL_MONTH.iter().enumerate() {
        let amount = move || page.words(|view| view.full_month.get(at).map(String::as_str));
        let class = line.is_total.then_some("ledger__total");
        let name = (line.name)();
        lines = lines.element(view! {
            <div class=class><dt>{name}</dt><dd class="num" prop:textContent=amount></dd></div>
        });
    }
    view! { <div><h3>{o::ledger()}</h3>{lines}</div> }
}

/// Every month alike, or a factor for each.
pub fn seasonality(page: BudgetContext) -> Vec<AnyView> {
    let own = page.watch(|view| view.has_seasons.into());
    vec![choice(page.place, &SEASONALITY), dynamic(move || (own.get() == Some(1)).then(|| seasons(page).into_any()))]
}

fn seasons(page: BudgetContext) -> Element {
    let place = FieldContext { layout: Layout::Group, ..page.place };
    let rows = ListRows::of(place, 12);
    let factor = |(at, month)| labelled_field(rows.place(at), &SEASON, &write::month_name(month));
    let fields: Vec<AnyView> = (0..12).zip(1..).map(factor).collect();
    let hint = SEASONALITY.props(place.scope(), place.layout).part_id(FieldPart::Hint);
    view! {
        <div role="group" aria-label=o::seasonality() aria-describedby=hint.clone()>
            <p class="form-hint" id=hint>{o::seasonality_hint()}</p>
            <div class="fields fields--months">{fields}</div>
        </div>
    }
}
