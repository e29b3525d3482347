//! Plans beside each other: the person's own and ready-made changes of it, on the same scale and with
//! the differences in words.

mod cards;
mod lead;
mod table;

#[cfg(test)]
mod tests;

use crate::locale::language::Text;
use std::iter;

use mikrolaan_engine::case::{Case, Obstacle};
use mikrolaan_engine::evaluate::{Evaluated, evaluate};
use mikrolaan_engine::insight::comparison::{ComparedScenario, aligned};
use mikrolaan_engine::insight::goal_seek::holds;
use mikrolaan_engine::insight::variants::{ENOUGH, Variant};
use mikrolaan_engine::simulation::{Plan, Simulation};

pub use cards::{Card, KeyFigure, PlanNote};
pub use table::PlansTable;

use super::headlines::{Unwritten, unwritten};
use super::{View, picture};
use crate::charts::balances::{self, AccountLine, Balances};
use crate::charts::legend::LegendItem;
use crate::charts::series::{Mark, MonthBar, Series};
use crate::locale::argument::{Amount, Count, MonthOf};
use crate::locale::texts::compare as c;
use crate::locale::texts::named::CountFromTo;
use crate::locale::words::variant;
use crate::rulebook::RULEBOOK;

/// The most plans beside each other, the person's own included.
pub const MOST: usize = 4;

/// How the plans are called in the picture of the accounts and in the table.
pub const LETTERS: [&str; MOST] = ["A", "B", "C", "D"];

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareView {
    /// The plans beside each other.
    Compared(Box<ComparisonView>),
    /// A figure is missing without which nothing can be said of any of them.
    Unwritten(Unwritten),
    /// The person's own plan cannot be worked out.
    CannotCalculate(Vec<Obstacle>),
}

/// The plans beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonView {
    /// For each plan whether the account gets below zero, and how far from the person's own it is.
    pub lead: Vec<String>,
    /// Over which months they are compared.
    pub months: String,
    /// What occurs in one of the pictures.
    pub legend: Vec<LegendItem>,
    /// The highest month of them all: every picture has its scale.
    pub highest: i64,
    /// The plans; the first is the person's own.
    pub cards: Vec<Card>,
    /// The accounts of all in one picture.
    pub accounts: Accounts,
    /// The months of all.
    pub table: PlansTable,
    /// No plan can be added.
    pub is_full: bool,
    /// How many can be added, or that one is to be taken away first.
    pub add_hint: String,
    /// What can be added.
    pub others: Vec<Other>,
}

/// A ready-made change that does not stand beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// Which.
    pub variant: Variant,
    /// Its name.
    pub title: Text,
}

/// The id of the heading of the plan with this letter.
fn title_id(letter: &str) -> String {
    ["plan-", letter].concat()
}

/// The id of what adds this change.
pub fn add_id(variant: Variant) -> String {
    ["add-", variant.id()].concat()
}

/// What is said when a plan was added or taken away.
pub fn said(title: &str, is_added: bool) -> String {
    if is_added { c::added(title) } else { c::removed(title) }
}

impl ComparisonView {
    /// The id of the heading of the plan that is added next: it comes last.
    pub fn next_id(&self) -> String {
        LETTERS.get(self.cards.len()).map(|letter| title_id(letter)).unwrap_or_default()
    }
}

/// The picture of the accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounts {
    /// The accounts.
    pub balances: Balances,
    /// The months of whichever plan goes on longest.
    pub months: Vec<MonthBar>,
    /// Which line is whose.
    pub legend: Vec<LegendItem>,
    /// Where each is lowest.
    pub caption: String,
    /// What the picture shows.
    pub text: String,
}

/// A plan beside others.
struct ComparedPlan<'a> {
    variant: Option<Variant>,
    title: Text,
    plan: Plan<'a>,
    simulation: &'a Simulation,
}

impl ComparedPlan<'_> {
    fn view(&self) -> View<'_> {
        View { plan: &self.plan, simulation: self.simulation }
    }

    fn side(&self) -> ComparedScenario<'_> {
        ComparedScenario { timeline: self.plan.timeline(), simulation: self.simulation }
    }

    /// How many months follow the support; none without a business.
    fn months_after(&self) -> usize {
        let over = self.plan.timeline().support_over();
        self.simulation.months.iter().filter(|row| over.is_some_and(|over| row.month >= over)).count()
    }
}

impl CompareView {
    /// What the first scenario comes to beside those of its ready-made changes that are chosen.
    pub fn of(case: &Case, own: &Result<Evaluated, Vec<Obstacle>>, chosen: &[Variant]) -> Self {
        let own = match own {
            Ok(own) => own,
            Err(obstacles) => return CompareView::CannotCalculate(obstacles.clone()),
        };
        match unwritten(&View { plan: &own.plan(), simulation: &own.simulation }) {
            Some(unwritten) => CompareView::Unwritten(unwritten),
            None => CompareView::Compared(Box::new(compare(case, own, chosen))),
        }
    }
}

fn compare(case: &Case, own: &Evaluated, chosen: &[Variant]) -> ComparisonView {
    let plan = own.plan();
    let made = |&variant: &Variant| {
        let changed = aligned(plan.scenario, case.variant(&RULEBOOK, 0, variant)?);
        let changed = Case { scenarios: vec![changed], ..case.clone() };
        Some((variant, evaluate(&changed, &RULEBOOK, 0).ok()?))
    };
    let variants: Vec<(Variant, Evaluated)> = chosen.iter().filter_map(made).take(MOST - 1).collect();
    let is_added = |other: &&Variant| !variants.iter().any(|(variant, _)| variant == *other);
    let others = Variant::ALL.iter().filter(is_added).filter_map(made);
    let others = others.map(|(variant, evaluated)| Other { variant, title: title(variant, &evaluated) }).collect();
    let first = ComparedPlan { variant: None, title: c::own(), plan: own.plan(), simulation: &own.simulation };
    let beside = variants.iter().map(|(variant, evaluated)| ComparedPlan {
        variant: Some(*variant),
        title: title(*variant, evaluated),
        plan: evaluated.plan(),
        simulation: &evaluated.simulation,
    });
    let plans: Vec<ComparedPlan<'_>> = iter::once(first).chain(beside).collect();
    told(&plans, others)
}

fn title(variant: Variant, evaluated: &Evaluated) -> Text {
    variant::title(variant, holds(ENOUGH, &evaluated.simulation))
}

fn told(plans: &[ComparedPlan<'_>], others: Vec<Other>) -> ComparisonView {
    let views: Vec<View<'_>> = plans.iter().map(ComparedPlan::view).collect();
    let pictures: Vec<Series> = views.iter().map(picture::series).collect();
    let months = pictures.iter().flat_map(|picture| &picture.months);
    let added = others.iter().map(|other| other.variant);
    let is_full = plans.len() >= MOST;
    let job_helps = plans.iter().filter_map(|plan| plan.variant).chain(added).any(|it| it == Variant::EnoughJob);
    ComparisonView {
        lead: lead::lead(plans, job_helps),
        months: lead::months(plans),
        legend: legend(plans, &pictures),
        highest: months.map(|month| month.income().max(month.cost)).max().unwrap_or(0),
        accounts: accounts(plans, &pictures),
        table: table::table(plans),
        cards: cards::cards(plans, pictures),
        is_full,
        add_hint: if is_full { c::add_full(Count::of(plans.len())) } else { c::add_hint().to_owned() },
        others,
    }
}

/// The accounts, where each is lowest, and the whole picture in words.
fn accounts(plans: &[ComparedPlan<'_>], pictures: &[Series]) -> Accounts {
    let lowest = plans.iter().zip(LETTERS).filter_map(|(plan, letter)| {
        let low = plan.simulation.key_figures.lowest_household?;
        Some(c::lowest_of(Amount::Whole(low.balance), letter, MonthOf(low.month)))
    });
    let first = plans.iter().map(|plan| plan.plan.scenario.start).min();
    let last = plans.iter().map(|plan| plan.plan.timeline().last()).max();
    let text = first.zip(last).map(|(from, to)| {
        c::balances_text(CountFromTo { count: Count::of(plans.len()), from: MonthOf(from), to: MonthOf(to) })
    });
    let longest = pictures.iter().map(|picture| picture.months.as_slice()).max_by_key(|months| months.len());
    Accounts {
        balances: account_lines(pictures),
        months: longest.unwrap_or_default().to_vec(),
        legend: balances::legend(LETTERS.into_iter().zip(plans.iter().map(|plan| plan.title))),
        caption: lowest.collect::<Vec<_>>().join(" "),
        text: text.unwrap_or_default(),
    }
}

/// What occurs in one of the pictures. Pay can be for more than a small job.
fn legend(plans: &[ComparedPlan<'_>], pictures: &[Series]) -> Vec<LegendItem> {
    let all = || pictures.iter().flat_map(|picture| &picture.legend).copied();
    let any_job = plans.iter().any(|plan| plan.variant == Some(Variant::OrdinaryJob));
    let named = |(mark, name)| LegendItem::of(mark, if mark == Mark::Job && any_job { c::legend_job() } else { name });
    let marks = Mark::PARTS.into_iter().chain([Mark::Cost, Mark::Missing]);
    marks.filter_map(|mark| all().find(|(found, _)| *found == mark).map(named)).collect()
}

fn account_lines(pictures: &[Series]) -> Balances {
    let lines = pictures.iter().zip(LETTERS).map(|(picture, letter)| AccountLine {
        letter,
        amounts: picture.months.iter().map(|month| month.balance).collect(),
    });
    Balances { lines: lines.collect() }
}
