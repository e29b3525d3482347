//! Month by month: what somebody should know, the picture, the table, and what it all rests on; or what keeps it from
//! being said.

use mikrolaan_engine::case::{Obstacle, ValuePath};
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::rulebook::{Scheme, VERSION};
use mikrolaan_engine::simulation::Simulation;

use super::assumptions::{self, Assumption};
use super::headlines::{self, Headline, Standing, Unwritten};
use super::month_list::{self, MonthList};
use super::offers::Levers;
use super::tables::{self, Table};
use super::unsure::{self, Unsure};
use super::{View, picture};
use crate::charts::series::Series;
use crate::locale::argument::{Count, DateOf, MonthOf};
use crate::locale::texts as t;
use crate::locale::texts::months as m;
use crate::locale::texts::named::DateSchemeVersion;
use crate::state::State;

/// What the page of the months shows.
#[derive(Clone, Debug, PartialEq)]
pub enum MonthsView {
    /// What the months say.
    Said(Box<Said>),
    /// A figure is missing without which nothing can be said: it is asked for on the spot.
    Asked(Unwritten),
    /// They cannot be worked out.
    CannotCalculate(Vec<Obstacle>),
}

/// What the months say.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The headlines, the first one the largest.
    pub headlines: Vec<Headline>,
    /// The picture.
    pub picture: Series,
    /// The months as one list, for a narrow box.
    pub list: MonthList,
    /// The months in whole kroner.
    pub months: Table,
    /// What is not certain, first what the person can answer.
    pub unsure: Vec<Unsure>,
    /// What the figures rest on.
    pub assumptions: Vec<Assumption>,
    /// From when the last known rates are used; said with the way to the page that has them.
    pub rates_carried: Option<Assumption>,
    /// Everything is before tax.
    pub before_tax: bool,
    /// The newest rates that were used, as the head of a printed page names them.
    pub print_rates: String,
}

/// Why nothing can be said of a scenario's months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unsayable<'a> {
    /// A figure is missing without which nothing can be said.
    Asked(Unwritten),
    /// They cannot be worked out.
    CannotCalculate(&'a [Obstacle]),
}

/// What a scenario comes to, where something can be said of it.
pub fn sayable(outcome: &Result<Evaluated, Vec<Obstacle>>) -> Result<&Evaluated, Unsayable<'_>> {
    let evaluated = outcome.as_ref().map_err(|obstacles| match obstacles[..] {
        [Obstacle::NoBenefit] => Unsayable::Asked(Unwritten::Benefit),
        _ => Unsayable::CannotCalculate(obstacles),
    })?;
    match headlines::unwritten(&View { plan: &evaluated.plan(), simulation: &evaluated.simulation }) {
        Some(unwritten) => Err(Unsayable::Asked(unwritten)),
        None => Ok(evaluated),
    }
}

impl MonthsView {
    /// What a scenario's months say, as far as they can be worked out.
    pub fn of(outcome: &Result<Evaluated, Vec<Obstacle>>) -> Self {
        match sayable(outcome) {
            Ok(evaluated) => MonthsView::Said(Box::new(Said::of(evaluated))),
            Err(Unsayable::Asked(unwritten)) => MonthsView::Asked(unwritten),
            Err(Unsayable::CannotCalculate(obstacles)) => MonthsView::CannotCalculate(obstacles.to_vec()),
        }
    }

    /// What is said, if anything can be.
    pub fn said(&self) -> Option<&Said> {
        if let MonthsView::Said(said) = self { Some(said) } else { None }
    }

    /// What is asked for, if it is a figure that is missing.
    pub fn asked(&self) -> Option<Unwritten> {
        if let MonthsView::Asked(unwritten) = self { Some(*unwritten) } else { None }
    }

    /// What keeps it from being worked out.
    pub fn obstacles(&self) -> Option<&[Obstacle]> {
        if let MonthsView::CannotCalculate(obstacles) = self { Some(obstacles) } else { None }
    }
}

impl Said {
    /// What the months of a scenario say.
    pub fn of(evaluated: &Evaluated) -> Self {
        let (plan, simulation) = (evaluated.plan(), &evaluated.simulation);
        let view = View { plan: &plan, simulation };
        let picture = picture::series(&view);
        let rates_from = simulation.figures_used.iter().map(|used| used.period.from()).max();
        Said {
            headlines: headlines::headlines(&view),
            list: month_list::month_list(&view, &picture),
            picture,
            months: tables::months(&view),
            unsure: unsure::unsure(&view),
            assumptions: assumptions::assumptions(&view),
            rates_carried: assumptions::rates_carried(&view),
            before_tax: simulation.before_tax,
            print_rates: rates_from.map(|month| m::print_rates(MonthOf(month))).unwrap_or_default(),
        }
    }

    /// The sentence that stands first.
    pub fn lead(&self) -> Option<&Headline> {
        self.headlines.iter().find(|headline| headline.place == Standing::Lead)
    }

    /// The line below it.
    pub fn facts(&self) -> String {
        let mut facts: Vec<&str> = self.lead().iter().flat_map(|lead| lead.notes.iter().map(AsRef::as_ref)).collect();
        let others = self.headlines.iter().filter(|headline| headline.place == Standing::Facts);
        facts.extend(others.map(|headline| &*headline.fact));
        if self.before_tax {
            facts.push(m::before_tax().words());
        }
        facts.join(" ")
    }

    /// What else is said, each with what follows from it.
    pub fn rest(&self) -> impl Iterator<Item = &Headline> {
        self.headlines.iter().filter(|headline| headline.place != Standing::Lead)
    }

    /// What somebody who listens hears after a change: what the first sentence holds under, that sentence anew, and what would be
    /// enough.
    pub fn announcement(&self, condition: &str, levers: Option<&Levers>) -> String {
        let Some(lead) = self.lead() else { return String::new() };
        let sufficient = levers.map(Levers::sufficient_text).unwrap_or_default();
        let parts = [&t::common::recalculated(), condition, &*lead.fact, &sufficient];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Every line of the household, and of the business from the month it opens. Not part of what is [`Said`]:
/// few look at them, and they are half of what would be written anew at every key.
pub fn all_lines(simulation: &Simulation) -> [Table; 2] {
    tables::items(simulation)
}

/// Which rules and figures it was worked out by, on this day.
pub fn ruleset(day: DateOf, scheme: Scheme) -> String {
    m::ruleset(DateSchemeVersion { date: day, scheme: assumptions::scheme_name(scheme).words(), version: VERSION })
}

/// Fields that cannot be read, of those the person has been told about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableView {
    /// How many there are, and what follows from that.
    pub title: String,
    /// The way to each: its words, and where the field stands in the case.
    pub fields: Vec<(String, ValuePath)>,
}

impl UnreadableView {
    /// The fields that cannot be read; `None` where there are none.
    pub fn of(state: &State) -> Option<Self> {
        let told = state.drafts().iter().filter(|draft| draft.told);
        let fields: Vec<_> = told.map(|draft| (m::unreadable_field(&draft.label), draft.field)).collect();
        let title = m::unreadable(Count::of(fields.len()));
        (!fields.is_empty()).then_some(UnreadableView { title, fields })
    }
}

#[cfg(test)]
#[path = "months_tests.rs"]
mod tests;
