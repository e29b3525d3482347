//! *Driftsbudget*: a normal month of the business, its seasons, and what if it closes.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::quantity::{Money, Rate};
use mikrolaan_engine::simulation::{FullMonth, Scenario};
use mikrolaan_markup::{Element, live, view};

use super::rows::Rows;
use super::{Words, fields, part};
use crate::components::choice_field::{Chosen, pick, radio_field};
use crate::components::field::Face;
use crate::pages::plan;
use crate::pages::plan::choices::{AFTER_CLOSURE, CLOSES, choice, closing};
use crate::pages::plan::fields::Item::Input;
use crate::pages::plan::fields::{Place, labelled_field};
use crate::pages::plan::inputs as i;
use crate::session::Session;
use crate::watch::watch;
use mikrolaan_app_core::locale::texts::budget::{operating as o, to_months};
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::navigation::Route;

const WORDS: Words = Words { title: o::title, name: o::name, hint: o::hint, why: o::why };

/// The part of the page.
pub fn business(place: Place) -> Element {
    let figures = [
        Input(&i::FIRST_MONTH),
        Input(&i::FULL_MONTH),
        Input(&i::RAMP_MONTHS),
        Input(&i::VARIABLE_SHARE),
        Input(&i::FIXED_COSTS),
        Input(&i::ACCOUNT_FEE),
        Input(&i::BUFFER),
    ];
    let liquidity = view! { <p>{o::liquidity()}" "<a href=Route::Months.href()>{to_months()}</a></p> };
    part(
        &WORDS,
        vec![
            fields(place, &figures).into_any(),
            season(place.session).into_any(),
            factors(place),
            ledger(place.session).into_any(),
            choice(place, &CLOSES).into_any(),
            after_closure(place),
            liquidity.into_any(),
        ],
    )
}

/// A full month, line by line.
fn ledger(session: Session) -> Element {
    let line = move |name: &'static str, read: fn(&FullMonth) -> Money| {
        let amount = move || write::kroner(read(&plan::budgets(session).unwrap_or_default().1));
        view! { <div><dt>{name}</dt><dd class="num" prop:textContent=amount></dd></div> }
    };
    let total = line(o::ledger_surplus(), |month| month.surplus).attribute("class", "ledger__total");
    view! {
        <div>
            <h3>{o::ledger()}</h3>
            <dl class="ledger">
                {line(o::ledger_revenue(), |month| month.revenue)}
                {line(o::ledger_variable(), |month| month.variable_costs.negated())}
                {line(o::ledger_fixed(), |month| month.fixed_costs.negated())}
                {line(o::ledger_fee(), |month| month.account_fee.negated())}
                {total}
            </dl>
        </div>
    }
}

/// Asked only when the business closes.
fn after_closure(place: Place) -> AnyView {
    let closes = watch(move || plan::read(place.session, |scenario| closing(scenario).map(|_| 1)).flatten());
    live(move || closes.get().map(|_| choice(place, &AFTER_CLOSURE).into_any()))
}

/// The seasons' factors, if the months are not all alike.
fn seasons(scenario: &Scenario) -> Option<[Rate; 12]> {
    scenario.business.as_ref().and_then(|business| business.seasonality)
}

fn has_seasons(session: Session) -> Option<bool> {
    plan::read(session, |scenario| seasons(scenario).is_some())
}

/// Every month alike, or a factor for each.
fn season(session: Session) -> Element {
    let value = move || if has_seasons(session) == Some(true) { "own" } else { "same" }.to_owned();
    let set = move |word: &str| {
        plan::change(session, &mut |scenario| {
            let factors = (word == "own").then(|| seasons(scenario).unwrap_or([Rate::ONE; 12]));
            scenario.business.get_or_insert_default().seasonality = factors;
        });
    };
    let face = Face { id: "seasonality".to_owned(), label: o::seasonality().to_owned(), ..Face::default() };
    let picks = vec![pick("same", o::seasonality_same()), pick("own", o::seasonality_own())];
    radio_field(&face, picks, &Chosen { value: Arc::new(value), set: Arc::new(set) })
}

fn factors(place: Place) -> AnyView {
    let own = watch(move || (has_seasons(place.session) == Some(true)).then_some(1));
    live(move || {
        own.get().map(|_| {
            let rows = Rows::of(place, 12);
            let factor = |(at, month)| labelled_field(rows.place(at), &i::SEASON, write::month_name(month));
            let fields: Vec<AnyView> = (0..12).zip(1..).map(factor).collect();
            let group = view! {
                <div role="group" aria-label=o::seasonality() aria-describedby="seasonality-hint">
                    <p class="form-hint" id="seasonality-hint">{o::seasonality_hint()}</p>
                    <div class="fields fields--months">{fields}</div>
                </div>
            };
            group.into_any()
        })
    })
}
