//! What each plan means for the account, in sentences: whether it gets below zero, and how far it is from the
//! person's own.

use mikrolaan_engine::insight::comparison::{Comparison, compare};
use mikrolaan_engine::insight::goal_seek::holds;
use mikrolaan_engine::insight::variants::{ENOUGH, Variant};
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::simulation::Phase;

use super::ComparedPlan;
use crate::locale::argument::{Amount, MonthOf, Months};
use crate::locale::texts::compare as c;
use crate::locale::texts::compare::lead as l;

/// For each plan its name and what it means; with `job_helps`, a small job after the support changes something.
pub(super) fn lead(plans: &[ComparedPlan<'_>], job_helps: bool) -> Vec<String> {
    let Some(own) = plans.first() else { return Vec::new() };
    let no_job = !job_helps && own.months_after() > 0 && !holds(ENOUGH, own.simulation);
    let said = |plan: &ComparedPlan<'_>| {
        let mut said = sentences(own, plan);
        said.extend((no_job && plan.variant.is_none()).then(|| l::no_job().to_owned()));
        [&plan.title, ": ", &said.join(" ")].concat()
    };
    plans.iter().map(said).collect()
}

/// Over which months the plans are compared.
pub(super) fn months(plans: &[ComparedPlan<'_>]) -> String {
    match plans.first().map_or(0, ComparedPlan::months_after) {
        0 => c::months_same().to_owned(),
        count => c::months_after(months_of(count)),
    }
}

fn months_of(count: usize) -> Months {
    Months(u32::try_from(count).unwrap_or(u32::MAX))
}

fn sentences(own: &ComparedPlan<'_>, plan: &ComparedPlan<'_>) -> Vec<String> {
    let compared = compare(own.side(), plan.side());
    let mut said = vec![account(plan, &compared)];
    said.extend(minus(plan));
    said.extend(business(plan));
    if plan.variant == Some(Variant::EnoughJob) && !holds(ENOUGH, plan.simulation) {
        said.push(l::no_hours().to_owned());
    }
    if plan.variant.is_some() {
        said.extend(apart(own, plan, &compared));
    }
    said
}

/// How far below zero the account gets, and nothing else, is what is missing.
pub(super) fn is_short(plan: &ComparedPlan<'_>) -> bool {
    plan.simulation.key_figures.deepest_shortfall.rounded_kroner() > 0
}

/// The first month that ends below zero.
pub(super) fn first_short(plan: &ComparedPlan<'_>) -> Option<MonthOf> {
    let short = plan.simulation.months.iter().find(|row| row.household.closing.is_negative());
    short.map(|row| MonthOf(row.month))
}

/// Is the account above zero only by what is not counted?
pub(super) fn only_longer(plan: &ComparedPlan<'_>, compared: &Comparison) -> bool {
    !is_short(plan) && compared.lowest_household.to.rounded_kroner() < 0
}

fn account(plan: &ComparedPlan<'_>, compared: &Comparison) -> String {
    if let Some(first) = first_short(plan).filter(|_| is_short(plan)) {
        l::missing(Amount::Whole(plan.simulation.key_figures.deepest_shortfall), first)
    } else if only_longer(plan, compared) {
        l::only_longer().to_owned()
    } else {
        l::never_below().to_owned()
    }
}

/// A month that takes in less than it costs, while the account stands above zero: on one's own, as in
/// [`ENOUGH`], or without a business.
fn minus(plan: &ComparedPlan<'_>) -> Option<String> {
    let mut months = plan.simulation.months.iter().filter(|row| matches!(row.phase, Phase::OnOwn | Phase::Benefit));
    let row = months.find(|row| row.has_gap()).filter(|_| !is_short(plan))?;
    Some(l::minus(MonthOf(row.month)))
}

fn business(plan: &ComparedPlan<'_>) -> Option<String> {
    let lowest = plan.simulation.key_figures.lowest_business.filter(|low| low.balance.rounded_kroner() < 0)?;
    Some(l::business(Amount::Whole(lowest.balance.abs()), MonthOf(lowest.month)))
}

/// How far from the person's own plan: from the end of the support where that is at another time and more than
/// the account itself shows would be said.
fn apart(own: &ComparedPlan<'_>, plan: &ComparedPlan<'_>, compared: &Comparison) -> Option<String> {
    let Comparison { lowest_household, household_at_end, not_counted, .. } = compared;
    let at_end = difference(household_at_end.from, household_at_end.to);
    match (is_short(own), is_short(plan)) {
        _ if not_counted.rounded_kroner() > 0 => Some(l::after(&at_end, months_of(plan.months_after()))),
        (true, true) => Some(l::that_is(&difference(lowest_household.from.negated(), lowest_household.to.negated()))),
        (false, false) => Some(l::at_end(&at_end, MonthOf(plan.plan.timeline().last()))),
        _ => None,
    }
}

/// `2.211 kr. mindre end i din plan`, from the amounts as people see them.
pub(super) fn difference(own: Money, this: Money) -> String {
    match this.kroner_above(own) {
        0 => c::same().to_owned(),
        less @ ..0 => c::less(Amount::Whole(Money::from_kroner(less).abs())),
        more => c::more(Amount::Whole(Money::from_kroner(more))),
    }
}
