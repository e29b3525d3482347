//! What one can do when money is missing: levers, each with how long the money lasts then and what is still missing.
//!
//! Two kinds are never mixed: *nok hver måned*, after which no shortage is left anywhere, and *hjælper, men er ikke
//! nok*, which says what is still missing. Every lever is sought by simulating the plan with it, from the least change
//! on; that takes longer than a keystroke may, so [`LeverSearch`] goes on one simulation at a time.

use std::vec::IntoIter;

use mikrolaan_engine::case::Case;
use mikrolaan_engine::evaluate::{Evaluated, evaluate};
use mikrolaan_engine::insight::feasible::{candidates, has_helped, leads_too_far};
use mikrolaan_engine::insight::goal_seek::{Found, Goal, Question, holds};
use mikrolaan_engine::insight::variants::job_wage;
use mikrolaan_engine::quantity::{Money, Month, WeeklyHours};
use mikrolaan_engine::simulation::{Plan, Simulation, SmallJob, simulate};

use super::View;
use super::headlines::{is_goal_reached, unwritten};
use crate::locale::argument::{Amount, Hours, MonthOf, Percent};
use crate::locale::texts::offers as o;
use crate::rulebook::RULEBOOK;
use crate::state::trial::tried;

/// So many levers are shown: what one can look over.
const SHOWN: usize = 3;
/// So many months after the support are cells.
const CELLS: i32 = 14;

/// What one can do about a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Levers {
    /// Money is missing.
    Missing {
        /// The plan itself, and how long its money lasts.
        own: String,
        /// How many of its months after the support have money.
        own_months: usize,
        /// How many months after the support there are.
        cells: usize,
        /// What a cell is.
        cell: String,
        /// What would help, what is enough first; with nothing in it, nothing does.
        levers: Vec<Lever>,
        /// What is still to be said of them: what the hours are paid with, or that nothing helps.
        note: String,
        /// All of it has been sought.
        is_done: bool,
    },
    /// Nothing is missing: what to look out for.
    Enough(String),
}

/// One thing that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lever {
    /// What is varied.
    pub question: Question,
    /// How far.
    pub found: Found,
    /// What one would do.
    pub name: String,
    /// How far it helps.
    pub effect: String,
    /// No shortage is left then.
    pub enough: bool,
    /// How many of the months after the support have money then.
    pub months: usize,
}

/// A search for levers: worked out a simulation at a time, least change first.
#[derive(Debug)]
pub struct LeverSearch {
    own: Evaluated,
    months: CellMonths,
    asked: Vec<SoughtLever>,
    found: Vec<Lever>,
}

/// One lever that is sought.
#[derive(Debug)]
struct SoughtLever {
    question: Question,
    candidates: IntoIter<Found>,
    /// The best so far of what helps and is not enough.
    helps: Option<Lever>,
    /// What was enough, while it is not known whether a little more is enough too.
    enough: Option<Lever>,
}

/// The months that are cells: the first after the support, and how many.
#[derive(Clone, Copy, Debug)]
struct CellMonths {
    first: Month,
    count: i32,
}

impl CellMonths {
    /// From the end of the support on; where there is none in the plan, its last months.
    fn of(plan: &Plan<'_>) -> Self {
        let (timeline, start) = (plan.timeline(), plan.scenario.start);
        let (after, last) = (timeline.after_support(), timeline.last());
        let first = if after <= last { after } else { last.plus(1 - CELLS).max(start) };
        CellMonths { first, count: CELLS.min(last.months_since(first) + 1) }
    }

    /// How many of them have money on the household's account.
    fn with_money(self, simulation: &Simulation) -> usize {
        let figures = &simulation.key_figures;
        let months = match figures.lasts_until {
            Some(last) => last.months_since(self.first) + 1,
            None if figures.deepest_shortfall.is_positive() => 0,
            None => self.count,
        };
        usize::try_from(months.clamp(0, self.count)).unwrap_or_default()
    }
}

impl LeverSearch {
    /// A search on the first plan of a case; nothing where it cannot be worked out or a figure is not written yet.
    pub fn of(case: &Case) -> Option<Self> {
        let own = evaluate(case, &RULEBOOK, 0).ok()?;
        let plan = own.plan();
        let view = View { plan: &plan, simulation: &own.simulation };
        if unwritten(&view).is_some() {
            return None;
        }
        let mut asked = Vec::new();
        if !is_goal_reached(&view) {
            let job = Question::JobHours(wage(&plan));
            // The last is taken first.
            for question in
                [Question::ExtraSavings, Question::Principal, Question::RevenueFactor, Question::LivingCostsCut, job]
            {
                let candidates = candidates(&RULEBOOK, &plan, question).into_iter();
                asked.push(SoughtLever { question, candidates, helps: None, enough: None });
            }
        }
        let months = CellMonths::of(&plan);
        Some(LeverSearch { own, months, asked, found: Vec::new() })
    }

    /// One simulation further; `false` when all of it has been sought.
    pub fn go_on(&mut self) -> bool {
        let Some(mut asked) = self.asked.pop() else { return false };
        let is_open = match asked.candidates.next() {
            Some(found) => self.try_out(&mut asked, found),
            None => false,
        };
        if is_open {
            self.asked.push(asked);
        } else {
            self.found.extend(asked.enough.or(asked.helps));
        }
        true
    }

    /// Tries one candidate; `false` when no other one is to be tried.
    fn try_out(&self, asked: &mut SoughtLever, found: Found) -> bool {
        let plan = self.own.plan();
        let Some(scenario) = tried(&plan, asked.question, found) else { return true };
        let Ok(then) = simulate(&RULEBOOK, &plan.trying(&scenario)) else { return true };
        if leads_too_far(&plan, &self.own.simulation, found, &then) {
            // Who sells a krone more than what was enough would be there: that is not promised.
            asked.enough = None;
            return false;
        }
        let enough = holds(Goal::EnoughEveryMonth, &then);
        if !enough {
            asked.enough = None;
            if has_helped(&self.own.simulation, &then) && helps_most(asked, &then) {
                asked.helps = Some(self.lever(asked.question, found, &then));
            }
            return true;
        }
        let is_confirmed = asked.enough.is_some() || !matches!(found, Found::RevenueFactor(_));
        let lever = asked.enough.take().unwrap_or_else(|| self.lever(asked.question, found, &then));
        asked.enough = Some(lever);
        !is_confirmed
    }

    fn lever(&self, question: Question, found: Found, then: &Simulation) -> Lever {
        let enough = holds(Goal::EnoughEveryMonth, then);
        Lever {
            question,
            found,
            name: name(&self.own.plan(), found),
            effect: if enough { o::enough().to_owned() } else { still_missing(then) },
            enough,
            months: self.months.with_money(then),
        }
    }

    /// What has been found so far.
    pub fn levers(&self) -> Levers {
        let plan = self.own.plan();
        let simulation = &self.own.simulation;
        let view = View { plan: &plan, simulation };
        let figures = &simulation.key_figures;
        if is_goal_reached(&view) {
            let lowest = figures.lowest_household.map(|low| o::watch(Amount::Whole(low.balance), MonthOf(low.month)));
            return Levers::Enough(lowest.unwrap_or_default());
        }
        let of_kind = |kind: bool| self.found.iter().filter(move |lever| lever.enough == kind);
        let levers: Vec<Lever> = of_kind(true).chain(of_kind(false)).take(SHOWN).cloned().collect();
        let is_done = self.asked.is_empty();
        let with_hours = levers.iter().any(|lever| matches!(lever.found, Found::JobHours(_)));
        let note = match (with_hours, is_done && levers.is_empty()) {
            (_, true) => o::nothing().to_owned(),
            (true, _) => wage_said(&view),
            _ => String::new(),
        };
        Levers::Missing {
            own: figures.lasts_until.map_or_else(|| o::own().to_owned(), |last| o::own_until(MonthOf(last))),
            own_months: self.months.with_money(simulation),
            cells: usize::try_from(self.months.count).unwrap_or_default(),
            cell: o::cell(MonthOf(self.months.first.plus(self.months.count - 1))),
            levers,
            note,
            is_done,
        }
    }
}

impl Levers {
    /// All that is offered on the first plan of a case, sought at once: for whoever need not wait in between.
    pub fn of(case: &Case) -> Option<Self> {
        let mut search = LeverSearch::of(case)?;
        while search.go_on() {}
        Some(search.levers())
    }

    /// What is offered.
    pub fn offered(&self) -> &[Lever] {
        if let Levers::Missing { levers, .. } = self { levers } else { &[] }
    }

    /// What would be enough, for who listens; empty where nothing is.
    pub fn sufficient_text(&self) -> String {
        let enough: Vec<&str> =
            self.offered().iter().filter(|lever| lever.enough).map(|lever| lever.name.as_str()).collect();
        if enough.is_empty() { String::new() } else { o::heard(&enough.join(". ")) }
    }
}

/// Is it more than what was found before? The more of it, the further it helps; of savings and of the loan the least
/// counts that keeps the account they are on from going below zero.
fn helps_most(asked: &SoughtLever, then: &Simulation) -> bool {
    let goal = match asked.question {
        Question::ExtraSavings => Goal::HouseholdNeverNegative,
        Question::Principal => Goal::BusinessNeverNegative,
        _ => return true,
    };
    asked.helps.is_none() && holds(goal, then)
}

/// That it is not enough, how long the money lasts, and what is missing after all: on the account, on the business's,
/// or between what comes in and what goes out.
fn still_missing(then: &Simulation) -> String {
    let figures = &then.key_figures;
    let business = figures.lowest_business.filter(|low| low.balance.is_negative());
    let until = figures.lasts_until.map(|last| o::until(MonthOf(last))).unwrap_or_default();
    let missing = match (figures.deepest_shortfall, business) {
        (missing, _) if missing.is_positive() => o::still_missing(Amount::Whole(missing)),
        (_, Some(low)) => o::still_missing_business(Amount::Whole(low.balance.abs())),
        _ => o::still_minus().to_owned(),
    };
    let parts = [&*o::helps(), until.as_str(), missing.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn name(plan: &Plan<'_>, found: Found) -> String {
    match found {
        Found::JobHours(found) => {
            let words = if paid_jobs(plan).next().is_some() { o::job_more } else { o::job };
            words(Hours(found), MonthOf(plan.timeline().after_support()))
        }
        Found::LivingCostsCut(cut) => o::cut(Amount::Whole(cut)),
        Found::RevenueFactor(factor) => o::revenue(Percent::Whole(factor.percent_above_one())),
        Found::ExtraSavings(savings) => o::savings(Amount::Whole(savings)),
        Found::Principal(principal) => {
            let loan = plan.scenario.loan.as_ref().map(|loan| loan.principal).unwrap_or_default();
            o::loan(Amount::Whole(loan - principal))
        }
    }
}

/// The jobs one has when the support has ended.
fn paid_jobs<'a>(plan: &Plan<'a>) -> impl Iterator<Item = &'a SmallJob> + use<'a> {
    let from = plan.timeline().after_support();
    let paid = |job: &&SmallJob| job.hours_per_week > WeeklyHours::default();
    plan.scenario.small_jobs.iter().filter(paid).filter(move |job| job.until.is_none_or(|until| until >= from))
}

/// What the hours are paid with.
fn wage(plan: &Plan<'_>) -> Money {
    job_wage(&RULEBOOK, plan).unwrap_or_default()
}

fn wage_said(view: &View<'_>) -> String {
    let words = if view.simulation.before_tax { o::wage_before_tax } else { o::wage };
    words(Amount::Exact(wage(view.plan)))
}

#[cfg(test)]
#[path = "offers_tests.rs"]
mod tests;
