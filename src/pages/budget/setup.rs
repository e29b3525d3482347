//! *Etableringsbudget*: what it costs to start, and where the money comes from.

use std::sync::Arc;

use leptos::prelude::*;
use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{Scenario, ScenarioField, SetupCost};
use mikrolaan_markup::{Element, view};

use super::rows::Rows;
use super::{Words, part, stay};
use crate::components::field::{Face, Wire, typed_field};
use crate::pages::plan;
use crate::pages::plan::fields::{Place, field};
use crate::pages::plan::inputs as i;
use crate::platform::focus;
use crate::session::Session;
use crate::watch::{sliced, watch};
use mikrolaan_app_core::forms::refuse;
use mikrolaan_app_core::locale::texts as t;
use mikrolaan_app_core::locale::texts::budget::setup as s;
use mikrolaan_app_core::locale::write;
use mikrolaan_app_core::state::event::{Event, NewRow, RowList};

const WORDS: Words = Words { title: s::title, name: s::name, hint: s::hint, why: s::why };

/// The button that adds a row.
const ADD: &str = "setup-add";

/// The part of the page.
pub fn setup(place: Place) -> Element {
    let count = plan::read(place.session, |scenario| costs(scenario).len()).unwrap_or_default();
    let rows = Rows::of(place, count);
    let list = view! { <ul class="rows">{rows.draw(move |place| row(rows, place).into_any())}</ul> };
    let own = view! { <div class="fields">{account_setup(place)}{field(place, &i::OWN_CONTRIBUTION)}</div> };
    part(
        &WORDS,
        vec![list.into_any(), adder(rows, place.session).into_any(), own.into_any(), sums(place.session).into_any()],
    )
}

fn costs(scenario: &Scenario) -> &[SetupCost] {
    scenario.business.as_ref().map(|business| business.setup_costs.as_slice()).unwrap_or_default()
}

fn adder(rows: Rows, session: Session) -> Element {
    let full = move || rows.count() >= bounds::SETUP_COSTS.max as usize;
    let most = move || {
        if full() { t::errors::field::too_many_rows(&bounds::SETUP_COSTS.max.to_string()) } else { String::new() }
    };
    let add = move |_| {
        let label = s::item(&(untrack(|| rows.count()) + 1).to_string());
        session.dispatch(Event::AddRow(NewRow::Cost(SetupCost { label, amount: Money::ZERO })));
        focus::on_id(&rows.add().id(i::COST_LABEL.field));
    };
    view! {
        <div>
            <button class="button button-secondary" type="button" id=ADD disabled=full on:mousedown=stay on:click=add>{s::add()}</button>
            <p class="form-hint" prop:textContent=most></p>
        </div>
    }
}

fn row(rows: Rows, place: Place) -> Element {
    let name =
        move || plan::read(place.session, |scenario| Some(costs(scenario).get(place.at())?.label.clone())).flatten();
    let remove = move |_| {
        let at = untrack(|| place.at());
        place.session.dispatch(Event::RemoveRow(RowList::Costs, at));
        rows.remove(place);
        focus::on_id(ADD);
    };
    view! {
        <li class="rows__row">
            {field(place, &i::COST_LABEL)}
            {field(place, &i::COST_AMOUNT)}
            <button class="button button-tertiary" type="button" on:mousedown=stay on:click=remove>
                {t::common::remove()}" "<span class="visually-hidden" prop:textContent=move || name().unwrap_or_default()></span>
            </button>
        </li>
    }
}

/// What opening the account costs: the usual price until the person writes another.
fn account_setup(place: Place) -> AnyView {
    let session = place.session;
    let face = Face {
        id: place.id(ScenarioField::AccountSetup),
        label: s::account_setup().to_owned(),
        hint: s::account_setup_hint(),
        unit: t::unit::kroner(),
        numeric: true,
        ..Face::default()
    };
    let price = move || plan::read_plan(session, |plan| plan.account_setup);
    let slice = watch(move || price().map(Money::oere));
    let value = sliced(slice, Arc::new(move || price().map(write::typed).unwrap_or_default()));
    let take = move |text: &str| {
        let money = refuse::money(text, bounds::AMOUNT)?;
        plan::change(session, &mut |scenario| scenario.business.get_or_insert_default().account_setup = Some(money));
        Ok(())
    };
    let kept = place.kept(ScenarioField::AccountSetup, face.label.clone());
    typed_field(face, Wire::new(value, Arc::new(take), Some(kept)))
}

fn sums(session: Session) -> Element {
    let sums = move || plan::budgets(session).unwrap_or_default().0;
    let left = move || {
        let left = sums().left;
        let words = if left.is_negative() { s::short } else { s::left };
        words(&write::kroner(left.abs()))
    };
    view! {
        <div>
            <p class="sum">{s::sum()}" "<strong class="nobreak" prop:textContent=move || write::kroner(sums().total)></strong></p>
            <p prop:textContent=left></p>
        </div>
    }
}
