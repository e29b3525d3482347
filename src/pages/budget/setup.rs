//! *Etableringsbudget*: what it costs to start, and where the money comes from.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::{Scenario, SetupCost};

use super::{fields, part};
use crate::components::field::{Face, Refusal, Width, Wire, typed_field};
use crate::components::refuse;
use crate::danish::{read, write};
use crate::pages::plan;
use crate::pages::plan::fields::{Place, amount, amount_of, face};
use crate::pages::plan::inputs;
use crate::platform::focus;
use crate::session::Session;
use crate::story::budget;
use crate::texts as t;
use crate::texts::budget::setup as s;

/// The button that adds a row.
const ADD: &str = "setup-add";

/// The rows by a number of their own, in the order of the scenario's costs, so that what is half
/// written stays with its row when another one goes.
#[derive(Clone, Copy)]
struct Rows {
    session: Session,
    numbers: RwSignal<Vec<usize>>,
}

/// The part of the page.
pub fn setup(place: Place) -> AnyView {
    let session = place.session;
    let count = session.with_case(|case| case.scenarios.first().map_or(0, |scenario| costs(scenario).len()));
    let rows = Rows { session, numbers: RwSignal::new((0..count).collect()) };
    let full = move || rows.numbers.with(Vec::len) >= bounds::SETUP_COSTS.max as usize;
    let most = move || full().then(|| t::errors::field::too_many_rows(&bounds::SETUP_COSTS.max.to_string()));
    let content = view! {
        <ul class="rows">
            <For each=move || rows.numbers.get() key=|number| *number children=move |number| rows.row(number)/>
        </ul>
        <button class="button button-secondary" type="button" id=ADD disabled=full on:click=move |_| rows.add()>{s::add()}</button>
        {move || most().map(|text| view! { <p class="form-hint">{text}</p> })}
        {fields(vec![account_setup(place), amount(place, &inputs::OWN_CONTRIBUTION)])}
        {sums(session)}
    };
    part(s::title(), s::hint(), content, s::why())
}

fn costs(scenario: &Scenario) -> &[SetupCost] {
    scenario.business.as_ref().map(|business| business.setup_costs.as_slice()).unwrap_or_default()
}

fn costs_mut(scenario: &mut Scenario) -> &mut Vec<SetupCost> {
    &mut scenario.business.get_or_insert_default().setup_costs
}

impl Rows {
    fn position(self, number: usize) -> usize {
        self.numbers.with(|numbers| numbers.iter().position(|&other| other == number)).unwrap_or(usize::MAX)
    }

    fn add(self) {
        let number = self.numbers.with_untracked(|numbers| numbers.iter().max().map_or(0, |last| last + 1));
        let label = s::item(&(self.numbers.with_untracked(Vec::len) + 1).to_string());
        plan::change(self.session, |scenario| costs_mut(scenario).push(SetupCost { label, amount: Money::ZERO }));
        self.numbers.update(|numbers| numbers.push(number));
        focus::on_id(&label_id(number));
    }

    fn remove(self, number: usize) {
        let position = self.position(number);
        plan::change(self.session, |scenario| {
            if position < costs(scenario).len() {
                costs_mut(scenario).remove(position);
            }
        });
        self.numbers.update(|numbers| numbers.retain(|&other| other != number));
        focus::on_id(ADD);
    }

    fn row(self, number: usize) -> AnyView {
        let name = move || self.cost(number).label;
        view! {
            <li class="rows__row">
                {self.label_field(number)}
                {self.amount_field(number)}
                <button class="button button-tertiary" type="button" on:click=move |_| self.remove(number)>
                    {t::common::remove()}<span class="visually-hidden">" "{name}</span>
                </button>
            </li>
        }
        .into_any()
    }

    fn cost(self, number: usize) -> SetupCost {
        let position = self.position(number);
        let none = SetupCost { label: String::new(), amount: Money::ZERO };
        self.session.with_case(|case| {
            case.scenarios.first().and_then(|scenario| costs(scenario).get(position).cloned()).unwrap_or(none)
        })
    }

    fn edit(self, number: usize, edit: impl FnOnce(&mut SetupCost)) {
        let position = self.position(number);
        plan::change(self.session, |scenario| {
            if let Some(cost) = costs_mut(scenario).get_mut(position) {
                edit(cost);
            }
        });
    }

    fn label_field(self, number: usize) -> AnyView {
        let take = Callback::new(move |text: String| -> Result<(), Refusal> {
            let label = read::name(&text).map_err(refuse::name)?;
            self.edit(number, |cost| cost.label = label);
            Ok(())
        });
        let face = Face { width: Width::Wide, numeric: false, ..face(label_id(number), s::label(), "") };
        typed_field(face, Wire::new(Signal::derive(move || self.cost(number).label), take))
    }

    fn amount_field(self, number: usize) -> AnyView {
        let face = face(["cost-", &number.to_string(), "-amount"].concat(), s::amount(), "");
        let get = move |scenario: &Scenario| {
            costs(scenario).get(self.position(number)).map(|cost| cost.amount).unwrap_or_default()
        };
        let set = move |scenario: &mut Scenario, amount: Money| {
            let position = self.position(number);
            if let Some(cost) = costs_mut(scenario).get_mut(position) {
                cost.amount = amount;
            }
        };
        amount_of(self.session, face, bounds::AMOUNT, get, set)
    }
}

fn label_id(number: usize) -> String {
    ["cost-", &number.to_string(), "-label"].concat()
}

/// What opening the account costs: the usual price until the person writes another.
fn account_setup(place: Place) -> AnyView {
    let session = place.session;
    let face = face("account_setup".to_owned(), s::account_setup(), s::account_setup_hint());
    let get = move |_: &Scenario| plan::read_plan(session, |plan| plan.account_setup).unwrap_or_default();
    let set = |scenario: &mut Scenario, money| scenario.business.get_or_insert_default().account_setup = Some(money);
    amount_of(session, face, bounds::AMOUNT, get, set)
}

fn sums(session: Session) -> AnyView {
    let sums = Memo::new(move |_| plan::read_plan(session, budget::setup).unwrap_or_default());
    let total = move || write::kroner(sums.get().total);
    let left = move || match sums.get().left {
        left if left.is_negative() => s::short(&write::kroner(-left)),
        left => s::left(&write::kroner(left)),
    };
    view! {
        <p class="sum">{s::sum()}" "<strong class="nobreak" prop:textContent=total></strong></p>
        <p prop:textContent=left></p>
    }
    .into_any()
}
