//! *Driftsbudget*: a normal month of the business, its seasons, and what if it closes.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::{Month, Rate};
use mikrolaan_engine::simulation::Scenario;

use super::{fields, part};
use crate::components::choice_field::{Chosen, pick, radio_field};
use crate::danish::write;
use crate::pages::plan;
use crate::pages::plan::fields::{Place, amount, face, factor_of, months, percent};
use crate::pages::plan::{inputs, selects};
use crate::session::Session;
use crate::story::budget;
use crate::texts as t;
use crate::texts::budget::operating as o;

/// The part of the page.
pub fn business(place: Place) -> AnyView {
    let content = view! {
        {fields(vec![
            amount(place, &inputs::FIRST_MONTH),
            amount(place, &inputs::FULL_MONTH),
            months(place, &inputs::RAMP_MONTHS, bounds::RAMP),
            percent(place, &inputs::VARIABLE_SHARE, bounds::RATE, t::errors::field::percent()),
            amount(place, &inputs::FIXED_COSTS),
            amount(place, &inputs::ACCOUNT_FEE),
            amount(place, &inputs::BUFFER),
        ])}
        {season(place.session)}
        {ledger(place.session)}
        {selects::closes(place)}
        {selects::after_closure(place.session)}
        <p>{o::liquidity()}</p>
    };
    part(o::title(), o::hint(), content, o::why())
}

/// A full month, line by line.
fn ledger(session: Session) -> AnyView {
    let month = Memo::new(move |_| plan::read(session, budget::full_month));
    let line = move |name: &'static str, read: fn(&budget::FullMonth) -> mikrolaan_engine::quantity::Money| {
        let amount = move || write::kroner(read(&month.get()));
        view! { <dt>{name}</dt><dd class="num" prop:textContent=amount></dd> }.into_any()
    };
    view! {
        <h3>{o::ledger()}</h3>
        <dl class="ledger">
            <div>{line(o::ledger_revenue(), |month| month.revenue)}</div>
            <div>{line(o::ledger_variable(), |month| -month.variable_costs)}</div>
            <div>{line(o::ledger_fixed(), |month| -month.fixed_costs)}</div>
            <div>{line(o::ledger_fee(), |month| -month.account_fee)}</div>
            <div class="ledger__total">{line(o::ledger_surplus(), |month| month.surplus)}</div>
        </dl>
    }
    .into_any()
}

fn seasons(scenario: &Scenario) -> Option<[Rate; 12]> {
    scenario.business.as_ref().and_then(|business| business.seasonality)
}

/// Every month alike, or a factor for each.
fn season(session: Session) -> AnyView {
    let own = Memo::new(move |_| plan::read(session, |scenario| seasons(scenario).is_some()));
    let set = Callback::new(move |word: String| {
        plan::change(session, |scenario| {
            let factors = (word == "own").then(|| seasons(scenario).unwrap_or([Rate::ONE; 12]));
            scenario.business.get_or_insert_default().seasonality = factors;
        });
    });
    let value = Signal::derive(move || if own.get() { "own" } else { "same" }.to_owned());
    let picks = vec![pick("same", o::seasonality_same()), pick("own", o::seasonality_own())];
    view! {
        {radio_field("seasonality", o::seasonality(), "", picks, Chosen { value, set })}
        {move || own.get().then(|| factors(session))}
    }
    .into_any()
}

fn factors(session: Session) -> AnyView {
    let fields: Vec<AnyView> = (1..=12).filter_map(|number| Some(factor(session, Month::new(2000, number)?))).collect();
    view! { <div><p class="form-hint">{o::seasonality_hint()}</p><div class="fields fields--months">{fields}</div></div> }.into_any()
}

fn factor(session: Session, month: Month) -> AnyView {
    let at = month.number() as usize - 1;
    let face = face(["season-", &month.number().to_string()].concat(), write::month_name(month), "");
    let get = move |scenario: &Scenario| seasons(scenario).and_then(|factors| factors.get(at).copied()).unwrap_or(Rate::ONE);
    let set = move |scenario: &mut Scenario, factor: Rate| {
        let factors = scenario.business.as_mut().and_then(|business| business.seasonality.as_mut());
        if let Some(place) = factors.and_then(|factors| factors.get_mut(at)) {
            *place = factor;
        }
    };
    factor_of(session, face, get, set)
}
