//! How tax is worked out.

use leptos::prelude::*;
use mikrolaan_markup::view;
use mikrolaan_engine::case::bounds;
use mikrolaan_engine::quantity::Rate;
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::simulation::{Scenario, TaxMode};

use super::{fields, part};
use crate::pages::plan;
use crate::pages::plan::fields::{Place, face, percent, percent_of};
use crate::pages::plan::{inputs, selects};
use crate::session::RULEBOOK;
use crate::texts as t;
use crate::texts::budget::tax as x;

/// The part of the page.
pub fn tax(place: Place) -> AnyView {
    let with_tax = Memo::new(move |_| plan::read(place.session, |scenario| scenario.tax.mode == TaxMode::Simplified));
    let rates = move || {
        let church = || percent(place, &inputs::CHURCH_RATE, bounds::LOCAL_TAX_RATE, t::errors::field::tax_percent());
        with_tax.get().then(|| fields(vec![municipal(place), church()]))
    };
    let content = view! { {selects::tax_mode(place.session)}{rates} };
    part(x::title(), x::hint(), content, x::why())
}

/// The municipal rate: Aalborg's until the person writes another.
fn municipal(place: Place) -> AnyView {
    let session = place.session;
    let usual = |scenario: &Scenario| figure::KOMMUNESKAT_AALBORG.at(&RULEBOOK, scenario.start).map(|found| found.value);
    let shown = Signal::derive(move || {
        plan::read(session, |scenario| scenario.tax.municipal_rate.or_else(|| usual(scenario)).unwrap_or_default())
    });
    let set = |scenario: &mut Scenario, rate: Rate| scenario.tax.municipal_rate = Some(rate);
    let face = face("municipal_rate".to_owned(), x::municipal(), x::municipal_hint());
    percent_of(session, face, (bounds::LOCAL_TAX_RATE, t::errors::field::tax_percent()), shown, set)
}
