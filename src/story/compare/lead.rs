//! The differences in sentences: what each other plan means for the account.

use mikrolaan_engine::quantity::{Money, Month};

use super::Compared;
use crate::danish::write::{kroner, month_year};
use crate::texts::compare::lead as l;
use crate::wording::variant;

/// A sentence for each plan that is not the person's own.
pub(super) fn lead(plans: &[Compared<'_>]) -> Vec<String> {
    let Some((own, others)) = plans.split_first() else { return Vec::new() };
    let sentence = |other: &Compared<'_>| Some(difference(own, other, variant::phrase(other.variant?)));
    others.iter().filter_map(sentence).collect()
}

/// From the most pressing difference to the least: being short or not, how low, what is left.
fn difference(own: &Compared<'_>, other: &Compared<'_>, with: &str) -> String {
    match (&short(own)[..], &short(other)[..]) {
        ([], []) => at_the_end(own, other, with),
        ([month], []) => l::not_short_one(&month_year(*month), with),
        (months, []) => l::not_short(&months.len().to_string(), with),
        ([], [first, ..]) => l::short(&month_year(*first), with),
        _ => lowest(own, other, with),
    }
}

/// The months in which the account is below nothing, as people see it.
fn short(plan: &Compared<'_>) -> Vec<Month> {
    let rows = plan.simulation.months.iter().filter(|row| row.household.closing.rounded_kroner() < 0);
    rows.map(|row| row.month).collect()
}

fn lowest(own: &Compared<'_>, other: &Compared<'_>, with: &str) -> String {
    let of = |plan: &Compared<'_>| plan.simulation.key_figures.lowest_household.map(|low| (low.balance, low.month));
    let (Some((before, _)), Some((after, month))) = (of(own), of(other)) else { return String::new() };
    let month = month_year(month);
    match rounded_difference(before, after) {
        0 => l::same_lowest(with),
        less @ ..0 => l::lower(&kroner(Money::from_kroner(-less)), &month, with),
        more => l::higher(&kroner(Money::from_kroner(more)), &month, with),
    }
}

fn at_the_end(own: &Compared<'_>, other: &Compared<'_>, with: &str) -> String {
    let last = |plan: &Compared<'_>| plan.simulation.months.last().map(|row| (row.household.closing, row.month));
    let (Some((before, _)), Some((after, month))) = (last(own), last(other)) else { return String::new() };
    let month = month_year(month);
    match rounded_difference(before, after) {
        0 => l::same_end(&month, with),
        less @ ..0 => l::less(&kroner(Money::from_kroner(-less)), &month, with),
        more => l::more(&kroner(Money::from_kroner(more)), &month, with),
    }
}

/// In whole kroner, from the amounts as people see them.
pub(super) fn rounded_difference(before: Money, after: Money) -> i64 {
    after.rounded_kroner() - before.rounded_kroner()
}
