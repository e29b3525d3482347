//! A normal month of the business, its seasons, and what if it closes.

use leptos::prelude::*;
use mikrolaan_markup::{Element, dynamic, view};

use super::rows::ListRows;
use super::{BudgetContext, fields};
use crate::pages::plan::choices::{AFTER_CLOSURE, CLOSES, SEASONALITY};
use crate::pages::plan::fields::{choice, labelled_field};
use crate::pages::plan::inputs::SEASON;
use mikrolaan_app_core::forms::field_props::FieldPart;
use mikrolaan_app_core::locale::texts::budget::{operating as o, to_months};
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::navigation::Route;
use mikrolaan_app_core::views::budget::{FULL_MONTH, parts};

/// The content of the part.
pub(super) fn business(page: BudgetContext) -> Vec<AnyView> {
    let place = page.place;
    let closes = page.watch(|view| view.closes.into());
    let after_closure = dynamic(move || (closes.get() == Some(1)).then(|| choice(place, &AFTER_CLOSURE)));
    let liquidity = view! { <p>{o::liquidity()}" "<a href=Route::Months.href()>{to_months()}</a></p> };
    vec![
        fields(place, parts::BUSINESS.items),
        choice(place, &SEASONALITY),
        factors(page),
        ledger(page).into_any(),
        choice(place, &CLOSES),
        after_closure,
        liquidity.into_any(),
    ]
}

/// A full month, line by line.
fn ledger(page: BudgetContext) -> Element {
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

/// A factor for each month, if they are not all alike.
fn factors(page: BudgetContext) -> AnyView {
    let own = page.watch(|view| view.has_seasons.into());
    dynamic(move || (own.get() == Some(1)).then(|| seasons(page).into_any()))
}

fn seasons(page: BudgetContext) -> Element {
    let rows = ListRows::of(page.place, 12);
    let factor = |(at, month)| labelled_field(rows.place(at), &SEASON, &write::month_name(month));
    let fields: Vec<AnyView> = (0..12).zip(1..).map(factor).collect();
    let hint = SEASONALITY.props(page.place.scope(), page.place.layout).part_id(FieldPart::Hint);
    view! {
        <div role="group" aria-label=o::seasonality() aria-describedby=hint.clone()>
            <p class="form-hint" id=hint>{o::seasonality_hint()}</p>
            <div class="fields fields--months">{fields}</div>
        </div>
    }
}
