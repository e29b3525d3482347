//! Figures of which there are several: the costs of starting, and the seasons.

use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::Rate;
use mikrolaan_engine::simulation::{Scenario, SetupCost};

use super::fields::{Figure, Input, no_word};
use super::inputs::edit_business;
use crate::texts::budget as b;

fn cost(scenario: &Scenario, at: usize) -> Option<&SetupCost> {
    scenario.business.as_ref().and_then(|business| business.setup_costs.get(at))
}

fn edit_cost(scenario: &mut Scenario, at: usize, edit: impl FnOnce(&mut SetupCost)) {
    if let Some(cost) = scenario.business.as_mut().and_then(|business| business.setup_costs.get_mut(at)) {
        edit(cost);
    }
}

pub static COST_LABEL: Input = Input {
    id: "cost-label",
    label: b::setup::label,
    short: b::setup::label,
    hint: no_word,
    figure: Figure::Name(
        |scenario, at| cost(scenario, at).map(|cost| cost.label.clone()).unwrap_or_default(),
        |scenario, at, label| edit_cost(scenario, at, |cost| cost.label = label),
    ),
};

pub static COST_AMOUNT: Input = Input {
    id: "cost-amount",
    label: b::setup::amount,
    short: b::setup::amount,
    hint: no_word,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, at| cost(scenario, at).map(|cost| cost.amount).unwrap_or_default(),
        |scenario, at, amount| edit_cost(scenario, at, |cost| cost.amount = amount),
    ),
};

/// The seasons' factors, if the months are not all alike.
pub fn seasons(scenario: &Scenario) -> Option<[Rate; 12]> {
    scenario.business.as_ref().and_then(|business| business.seasonality)
}

pub static SEASON: Input = Input {
    id: "season-factor",
    label: b::operating::seasonality,
    short: b::operating::seasonality,
    hint: no_word,
    figure: Figure::Factor(
        |scenario, at| seasons(scenario).and_then(|factors| factors.get(at).copied()).unwrap_or(Rate::ONE),
        |scenario, at, factor| {
            edit_business(scenario, |business| {
                if let Some(place) = business.seasonality.as_mut().and_then(|factors| factors.get_mut(at)) {
                    *place = factor;
                }
            });
        },
    ),
};
