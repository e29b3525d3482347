//! Plans beside each other: the person's own and ready-made changes of it, on the same scale and with
//! the differences in words.

mod cards;
mod lead;
mod table;

#[cfg(test)]
mod tests;

use mikrolaan_engine::case::{Case, Problem};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Month, WeeklyHours};
use mikrolaan_engine::simulation::{Plan, Scenario, Simulation};

pub use cards::{Card, Figure, Note};
pub use table::Table;

use super::View;
use super::keys::named_hole;
use super::picture;
use crate::charts::balances::{Balances, Line};
use crate::charts::series::{Mark, Series};
use crate::danish::write::{kroner, month_year};
use crate::rulebook::RULEBOOK;
use crate::texts::compare as c;

/// The most plans beside each other, the person's own included.
pub const MOST: usize = 4;

/// What is compared while nobody has chosen.
pub const FIRST: [Variant; 2] = [Variant::SmallJob10, Variant::Cautious];

/// How the plans are called in the picture of the accounts and in the table.
pub const LETTERS: [&str; MOST] = ["A", "B", "C", "D"];

/// Everything the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The differences, a sentence for each plan that is not the person's own.
    pub lead: Vec<String>,
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
    /// What can be added.
    pub others: Vec<Variant>,
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
    plan: Plan<'a>,
    simulation: Simulation,
}

impl Compared<'_> {
    fn view(&self) -> View<'_> {
        View { plan: &self.plan, simulation: &self.simulation }
    }
}

/// The first scenario beside those of its ready-made changes that are chosen.
///
/// # Errors
/// The problems that keep the first scenario from being worked out.
pub fn compare(case: &Case, chosen: &[Variant]) -> Result<Comparison, Vec<Problem>> {
    let (variants, scenarios): (Vec<Variant>, Vec<Scenario>) =
        chosen.iter().filter_map(|&variant| Some((variant, made(case, variant)?))).take(MOST - 1).unzip();
    let mut all = case.clone();
    all.scenarios.truncate(1);
    if all.scenarios.is_empty() {
        return Err(Vec::new());
    }
    all.scenarios.extend(scenarios);
    let mut plans = vec![worked_out(&all, 0, None)?];
    for (i, &variant) in variants.iter().enumerate() {
        plans.extend(worked_out(&all, i + 1, Some(variant)));
    }
    let others = Variant::ALL.iter().copied().filter(|other| !variants.contains(other) && made(case, *other).is_some());
    Ok(told(&plans, others.collect()))
}

/// The change of the first scenario, where it changes something people see.
fn made(case: &Case, variant: Variant) -> Option<Scenario> {
    let has_job = |plan: &Scenario| plan.small_jobs.iter().any(|job| job.hours_per_week > WeeklyHours::default());
    let is_seen = variant != Variant::WithoutSmallJob || case.scenarios.first().is_some_and(has_job);
    case.variant(&RULEBOOK, 0, variant).filter(|_| is_seen)
}

fn worked_out(all: &Case, index: usize, variant: Option<Variant>) -> Result<Compared<'_>, Vec<Problem>> {
    Ok(Compared { variant, plan: all.plan(index)?, simulation: all.simulate(&RULEBOOK, index)? })
}

fn told(plans: &[Compared<'_>], others: Vec<Variant>) -> Comparison {
    let views: Vec<View<'_>> = plans.iter().map(Compared::view).collect();
    let pictures: Vec<Series> = views.iter().map(picture::series).collect();
    let months = pictures.iter().flat_map(|picture| &picture.months);
    Comparison {
        lead: lead::lead(plans),
        legend: legend(plans, &pictures),
        highest: months.map(|month| month.income().max(month.cost)).max().unwrap_or(0),
        balances: balances(&pictures),
        accounts: accounts(plans),
        table: table::table(plans),
        cards: cards::cards(plans, pictures, first_hole(&views)),
        others,
    }
}

/// The month whose hole is compared: the one the person's own plan names, else the first another names.
fn first_hole(views: &[View<'_>]) -> Option<Month> {
    views.iter().find_map(named_hole).map(|row| row.month)
}

/// Where each account is lowest, and the whole picture in words.
fn accounts(plans: &[Compared<'_>]) -> Accounts {
    let lowest = plans.iter().zip(LETTERS).filter_map(|(plan, letter)| {
        let low = plan.simulation.key_figures.lowest_household?;
        Some(c::lowest_of(&kroner(low.balance), letter, &month_year(low.month)))
    });
    let (first, last) = plans.first().map(|own| (own.plan.scenario.start, own.plan.timeline().last())).unzip();
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
