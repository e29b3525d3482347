//! Fields that read and write one figure of the scenario.

use leptos::prelude::*;
use mikrolaan_engine::case::bounds::{self, Bounds};
use mikrolaan_engine::quantity::{Money, Rate, WeeklyHours};
use mikrolaan_engine::simulation::Scenario;

use crate::components::field::{Face, Layout, Refusal, Width, Wire, typed_field};
use crate::components::money_field::{MoneyWire, money_field};
use crate::components::refuse;
use crate::danish::{read, write};
use crate::pages::plan;
use crate::session::Session;
use crate::texts as t;

/// Where a field stands, and on whose figures it works.
#[derive(Clone, Copy)]
pub struct Place {
    /// The session.
    pub session: Session,
    /// On its own or in the panel.
    pub layout: Layout,
}

/// A word of the texts.
pub type Word = fn() -> &'static str;

/// One figure of the scenario.
pub struct Input<T> {
    /// The field's id in the document.
    pub id: &'static str,
    /// Its label on its own.
    pub label: Word,
    /// Its label in the panel.
    pub short: Word,
    /// Help below the label.
    pub hint: Option<Word>,
    /// Reads it.
    pub get: fn(&Scenario) -> T,
    /// Writes it.
    pub set: fn(&mut Scenario, T),
}

impl<T: 'static> Input<T> {
    fn face(&self, place: Place) -> Face {
        let row = place.layout == Layout::Row;
        Face {
            id: self.id.to_owned(),
            label: if row { (self.short)() } else { (self.label)() }.to_owned(),
            hint: self.hint.map(|hint| hint()).unwrap_or_default(),
            layout: place.layout,
            numeric: true,
            ..Face::default()
        }
    }
}

/// A field's words, for figures that are not an [`Input`].
pub fn face(id: String, label: &str, hint: &'static str) -> Face {
    Face { id, label: label.to_owned(), hint, numeric: true, ..Face::default() }
}

/// Reads a figure from the scenario.
pub trait Reads<T>: Fn(&Scenario) -> T + Copy + Send + Sync + 'static {}
impl<T, F: Fn(&Scenario) -> T + Copy + Send + Sync + 'static> Reads<T> for F {}

/// Writes a figure into the scenario.
pub trait Writes<T>: Fn(&mut Scenario, T) + Copy + Send + Sync + 'static {}
impl<T, F: Fn(&mut Scenario, T) + Copy + Send + Sync + 'static> Writes<T> for F {}

/// An amount from zero.
pub fn amount(place: Place, input: &'static Input<Money>) -> AnyView {
    bounded_amount(place, input, bounds::AMOUNT)
}

/// An amount within bounds of its own.
pub fn bounded_amount(place: Place, input: &'static Input<Money>, bounds: Bounds<Money>) -> AnyView {
    amount_of(place.session, input.face(place), bounds, input.get, input.set)
}

/// An amount, wherever it stands in the scenario.
pub fn amount_of(session: Session, face: Face, bounds: Bounds<Money>, get: impl Reads<Money>, set: impl Writes<Money>) -> AnyView {
    let value = Signal::derive(move || Some(plan::read(session, get)));
    let set = Callback::new(move |money: Option<Money>| {
        plan::change(session, |scenario| set(scenario, money.unwrap_or_default()));
    });
    money_field(face, MoneyWire { value, set, bounds, optional: false })
}

/// An amount that may be left empty.
pub fn optional_amount(place: Place, input: &'static Input<Option<Money>>) -> AnyView {
    let Place { session, .. } = place;
    let value = Signal::derive(move || plan::read(session, input.get));
    let set = Callback::new(move |money| plan::change(session, |scenario| (input.set)(scenario, money)));
    money_field(input.face(place), MoneyWire { value, set, bounds: bounds::AMOUNT, optional: true })
}

/// A number of months.
pub fn months(place: Place, input: &'static Input<u32>, bounds: Bounds<u32>) -> AnyView {
    let Place { session, .. } = place;
    let value = Signal::derive(move || plan::read(session, input.get).to_string());
    let take = Callback::new(move |text: String| match read::whole(&text, bounds) {
        Ok(count) => done(plan::change(session, |scenario| (input.set)(scenario, count))),
        Err(fault) => Err(refuse::months(fault, &text, bounds)),
    });
    let face = Face { unit: t::unit::months(), width: Width::Short, ..input.face(place) };
    typed_field(face, Wire::new(value, take))
}

/// A percentage.
pub fn percent(place: Place, input: &'static Input<Rate>, bounds: Bounds<Rate>, range: &'static str) -> AnyView {
    let shown = Signal::derive(move || plan::read(place.session, input.get));
    percent_of(place.session, input.face(place), (bounds, range), shown, input.set)
}

/// A percentage, wherever it stands in the scenario.
pub fn percent_of(
    session: Session,
    face: Face,
    (bounds, range): (Bounds<Rate>, &'static str),
    shown: Signal<Rate>,
    set: impl Writes<Rate>,
) -> AnyView {
    let value = Signal::derive(move || write::percent(shown.get()));
    let take = Callback::new(move |text: String| match read::percent(&text, bounds) {
        Ok(rate) => done(plan::change(session, |scenario| set(scenario, rate))),
        Err(fault) => Err(refuse::within(fault, &text, range)),
    });
    let face = Face { unit: t::unit::percent(), width: Width::Short, ..face };
    typed_field(face, Wire::new(value, take))
}

/// A factor of a month.
pub fn factor_of(session: Session, face: Face, get: impl Reads<Rate>, set: impl Writes<Rate>) -> AnyView {
    let value = Signal::derive(move || write::factor(plan::read(session, get)));
    let take = Callback::new(move |text: String| match read::factor(&text, bounds::SEASON) {
        Ok(factor) => done(plan::change(session, |scenario| set(scenario, factor))),
        Err(fault) => Err(refuse::within(fault, &text, t::errors::field::factor())),
    });
    typed_field(Face { width: Width::Short, ..face }, Wire::new(value, take))
}

/// Hours a week.
pub fn hours(place: Place, input: &'static Input<WeeklyHours>) -> AnyView {
    hours_of(place.session, input.face(place), input.get, input.set)
}

/// Hours a week, wherever they stand in the scenario.
pub fn hours_of(session: Session, face: Face, get: impl Reads<WeeklyHours>, set: impl Writes<WeeklyHours>) -> AnyView {
    let value = Signal::derive(move || write::hours(plan::read(session, get)));
    let take = Callback::new(move |text: String| match read::hours(&text, bounds::HOURS) {
        Ok(hours) => done(plan::change(session, |scenario| set(scenario, hours))),
        Err(fault) => Err(refuse::within(fault, &text, t::errors::field::hours())),
    });
    let face = Face { unit: t::unit::hours(), width: Width::Short, ..face };
    typed_field(face, Wire::new(value, take))
}

fn done((): ()) -> Result<(), Refusal> {
    Ok(())
}
