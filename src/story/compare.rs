//! Plans beside each other: the person's own and ready-made changes of it, on the same scale and with
//! the differences in words.

mod cards;
mod lead;
mod table;

#[cfg(test)]
mod tests;

use mikrolaan_engine::case::{Case, Problem};
use mikrolaan_engine::insight::comparison::{Side, aligned};
use mikrolaan_engine::insight::goal_seek::holds;
use mikrolaan_engine::insight::variants::{ENOUGH, Variant};
use mikrolaan_engine::simulation::{Plan, Scenario, Simulation};

pub use cards::{Card, Figure, Note};
pub use table::Table;

use super::keys::{Unwritten, unwritten};
use super::{View, picture};
use crate::charts::balances::{Balances, Line};
use crate::charts::series::{Mark, Series};
use crate::danish::write::{kroner, month_year};
use crate::rulebook::RULEBOOK;
use crate::texts::compare as c;
use crate::wording::variant;

/// The most plans beside each other, the person's own included.
pub const MOST: usize = 4;

/// What is compared while nobody has chosen: what closes the gap, and what there is without a business.
pub const FIRST: [Variant; 2] = [Variant::EnoughJob, Variant::StayOnBenefit];

/// How the plans are called in the picture of the accounts and in the table.
pub const LETTERS: [&str; MOST] = ["A", "B", "C", "D"];

/// Everything the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// For each plan whether the account gets below zero, and how far from the person's own it is.
    pub lead: Vec<String>,
    /// Over which months they are compared.
    pub months: String,
    /// What occurs in one of the pictures.
    pub legend: Vec<(Mark, &'static str)>,
    /// The highest month of them all: every picture has its scale.
    pub highest: i64,
    /// The plans; the first is the person's own.
    pub cards: Vec<Card>,
    /// The accounts of all in one picture.
    pub balances: Balances,
    /// That picture in words, with its takeaway.
    pub accounts: Accounts,
    /// The months of all.
    pub table: Table,
    /// A figure is missing without which nothing can be said of any of them.
    pub unwritten: Option<Unwritten>,
    /// What can be added, with its name.
    pub others: Vec<(Variant, &'static str)>,
}

/// The picture of the accounts in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounts {
    /// Where each is lowest.
    pub caption: String,
    /// What the picture shows.
    pub text: String,
}

/// A plan beside others.
struct Compared<'a> {
    variant: Option<Variant>,
    title: &'static str,
    plan: Plan<'a>,
    simulation: Simulation,
}

impl Compared<'_> {
    fn view(&self) -> View<'_> {
        View { plan: &self.plan, simulation: &self.simulation }
    }

    fn side(&self) -> Side<'_> {
        Side { timeline: self.plan.timeline(), simulation: &self.simulation }
    }

    /// How many months follow the support; none without a business.
    fn months_after(&self) -> usize {
        let over = self.plan.timeline().support_over();
        self.simulation.months.iter().filter(|row| over.is_some_and(|over| row.month >= over)).count()
    }
}

/// The first scenario beside those of its ready-made changes that are chosen.
///
/// # Errors
/// The problems that keep the first scenario from being worked out.
pub fn compare(case: &Case, chosen: &[Variant]) -> Result<Comparison, Vec<Problem>> {
    let Some(own) = case.scenarios.first() else { return Err(Vec::new()) };
    let made = |&variant: &Variant| Some((variant, aligned(own, case.variant(&RULEBOOK, 0, variant)?)));
    let (variants, scenarios): (Vec<Variant>, Vec<Scenario>) = chosen.iter().filter_map(made).take(MOST - 1).unzip();
    let (others, more): (Vec<Variant>, Vec<Scenario>) =
        Variant::ALL.iter().filter(|other| !variants.contains(other)).filter_map(made).unzip();
    let mut all = case.clone();
    all.scenarios.truncate(1);
    all.scenarios.extend(scenarios.into_iter().chain(more));
    let mut plans = vec![worked_out(&all, 0, None)?];
    for (i, &variant) in variants.iter().chain(&others).enumerate() {
        plans.extend(worked_out(&all, i + 1, Some(variant)));
    }
    let others = plans.split_off(plans.len().min(variants.len() + 1));
    let others = others.iter().filter_map(|other| Some((other.variant?, other.title)));
    Ok(told(&plans, others.collect()))
}

fn worked_out(all: &Case, index: usize, variant: Option<Variant>) -> Result<Compared<'_>, Vec<Problem>> {
    let simulation = all.simulate(&RULEBOOK, index)?;
    let title = variant.map_or_else(c::own, |variant| variant::title(variant, holds(ENOUGH, &simulation)));
    Ok(Compared { variant, title, plan: all.plan(index)?, simulation })
}

fn told(plans: &[Compared<'_>], others: Vec<(Variant, &'static str)>) -> Comparison {
    let views: Vec<View<'_>> = plans.iter().map(Compared::view).collect();
    let pictures: Vec<Series> = views.iter().map(picture::series).collect();
    let months = pictures.iter().flat_map(|picture| &picture.months);
    let added = others.iter().map(|&(variant, _)| variant);
    let job_helps = plans.iter().filter_map(|plan| plan.variant).chain(added).any(|it| it == Variant::EnoughJob);
    Comparison {
        lead: lead::lead(plans, job_helps),
        months: lead::months(plans),
        legend: legend(plans, &pictures),
        highest: months.map(|month| month.income().max(month.cost)).max().unwrap_or(0),
        balances: balances(&pictures),
        accounts: accounts(plans),
        table: table::table(plans),
        cards: cards::cards(plans, pictures),
        unwritten: views.first().and_then(unwritten),
        others,
    }
}

/// Where each account is lowest, and the whole picture in words.
fn accounts(plans: &[Compared<'_>]) -> Accounts {
    let lowest = plans.iter().zip(LETTERS).filter_map(|(plan, letter)| {
        let low = plan.simulation.key_figures.lowest_household?;
        Some(c::lowest_of(&kroner(low.balance), letter, &month_year(low.month)))
    });
    let first = plans.iter().map(|plan| plan.plan.scenario.start).min();
    let last = plans.iter().map(|plan| plan.plan.timeline().last()).max();
    let [first, last] = [first, last].map(|month| month.map(month_year).unwrap_or_default());
    let text = c::balances_text(&plans.len().to_string(), &first, &last);
    Accounts { caption: lowest.collect::<Vec<_>>().join(" "), text }
}

/// What occurs in one of the pictures. Pay can be for more than a small job.
fn legend(plans: &[Compared<'_>], pictures: &[Series]) -> Vec<(Mark, &'static str)> {
    let all = || pictures.iter().flat_map(|picture| &picture.legend).copied();
    let any_job = plans.iter().any(|plan| plan.variant == Some(Variant::OrdinaryJob));
    let named = |(mark, name)| if mark == Mark::Job && any_job { (mark, c::legend_job()) } else { (mark, name) };
    let marks = Mark::PARTS.into_iter().chain([Mark::Cost, Mark::Missing]);
    marks.filter_map(|mark| all().find(|(found, _)| *found == mark).map(named)).collect()
}

fn balances(pictures: &[Series]) -> Balances {
    let lines = pictures
        .iter()
        .zip(LETTERS)
        .map(|(picture, letter)| Line { letter, amounts: picture.months.iter().map(|month| month.balance).collect() });
    Balances { lines: lines.collect() }
}
