//! The groups of all figures: what each comes to, and how much of it nobody has given.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::simulation::{FullMonth, StartUpBudget};

use super::BenefitView;
use super::parts::{COURSE, GOOD_MONTH, GROWTH, HOME, LOAN, REST, SETUP};
use crate::forms::{FormItem, inputs};
use crate::locale::argument::Count;
use crate::locale::texts::money as m;
use crate::locale::write;
use crate::state::provenance::Provenance;

const COST_AMOUNT: FormItem = FormItem::Input(&inputs::COST_AMOUNT);
const JOB_WAGE: FormItem = FormItem::Input(&inputs::JOB_WAGE);

/// A group of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupView {
    /// What it comes to; empty where its figures do not add up to one.
    pub sum: String,
    /// How many of its figures nobody has given; empty = none.
    pub guesses: String,
}

/// The groups, in the order of the page.
pub(super) fn groups(case: &Case, benefit: &BenefitView, start: &StartUpBudget, month: &FullMonth) -> [GroupView; 9] {
    let Some(scenario) = case.scenarios.first() else { return Default::default() };
    let group = |sum: String, items: &[&[FormItem]]| GroupView { sum, guesses: guesses(case, items) };
    let home = &scenario.household;
    let principal = scenario.loan.as_ref().map(|loan| loan.principal).unwrap_or_default();
    let missing = benefit.missing.len();
    [
        GroupView {
            sum: benefit.sum.clone(),
            guesses: if missing > 0 { m::unanswered(Count::of(missing)) } else { String::new() },
        },
        group(write::kroner(home.living_costs), &[&HOME]),
        group(write::kroner(month.revenue), &[&GOOD_MONTH[..1], &GROWTH]),
        group(write::kroner(month.costs()), &[&GOOD_MONTH[1..], &REST]),
        group(write::kroner(start.total), &[SETUP.items]),
        group(write::kroner(principal), &[LOAN.items]),
        group(String::new(), &[]),
        group(
            write::months(scenario.course_months + scenario.account_wait_months + scenario.subsidy.months),
            &[COURSE.items],
        ),
        group(String::new(), &[]),
    ]
}

/// How many figures come from where, by the place in [`Provenance::ALL`].
pub(super) fn counts(case: &Case) -> [usize; Provenance::ALL.len()] {
    let Some(scenario) = case.scenarios.first() else { return Default::default() };
    let inputs = [&HOME[..], &GOOD_MONTH, &GROWTH, &REST, SETUP.items, LOAN.items, COURSE.items];
    let costs = scenario.business.as_ref().map_or(0, |business| business.setup_costs.len());
    let once = inputs.into_iter().flatten().filter_map(|item| origin(case, item, 0));
    let rows = (0..costs).filter_map(|at| origin(case, &COST_AMOUNT, at));
    let wages = (0..scenario.small_jobs.len()).filter_map(|at| origin(case, &JOB_WAGE, at));
    let mut counts = [0; Provenance::ALL.len()];
    for from in once.chain(rows).chain(wages) {
        if let Some(count) = counts.get_mut(from as usize) {
            *count += 1;
        }
    }
    counts
}

fn origin(case: &Case, item: &FormItem, at: usize) -> Option<Provenance> {
    match item {
        FormItem::Input(input) => input.origin(case, at),
        FormItem::Choice(_) => None,
    }
}

fn guesses(case: &Case, items: &[&[FormItem]]) -> String {
    let is_unsure = |item: &&FormItem| matches!(origin(case, item, 0), Some(Provenance::Guess | Provenance::Example));
    match items.iter().flat_map(|items| items.iter()).filter(is_unsure).count() {
        0 => String::new(),
        count => m::not_yours(Count::of(count)),
    }
}
