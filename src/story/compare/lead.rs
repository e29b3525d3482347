//! The differences in sentences: what each other plan means for the account.

use mikrolaan_engine::insight::comparison::{Changed, Comparison, compare};
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::simulation::MonthRow;

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
    let Comparison { no_longer_short, newly_short, lowest_household, household_at_end, .. } =
        compare(&own.simulation, &other.simulation);
    let [own_short, other_short] = [own, other].map(|plan| plan.simulation.months.iter().any(MonthRow::is_short));
    match (&no_longer_short[..], &newly_short[..]) {
        ([month], []) if !other_short => l::not_short_one(&month_year(*month), with),
        (months @ [_, ..], []) if !other_short => l::not_short(&months.len().to_string(), with),
        ([], [first, ..]) if !own_short => l::short(&month_year(*first), with),
        _ if own_short || other_short => {
            let month = other.simulation.key_figures.lowest_household.map(|low| low.month);
            amount(lowest_household, month, with, [l::lower, l::higher]).unwrap_or_else(|| l::same_lowest(with))
        }
        _ => {
            let month = Some(other.plan.timeline().last());
            amount(household_at_end, month, with, [l::less, l::more])
                .unwrap_or_else(|| l::same_end(&month.map(month_year).unwrap_or_default(), with))
        }
    }
}

/// How much less or more; `None` when it is the same to people.
fn amount(
    changed: Changed<Money>,
    month: Option<Month>,
    with: &str,
    [less, more]: [fn(&str, &str, &str) -> String; 2],
) -> Option<String> {
    let difference = rounded_difference(changed.from, changed.to);
    let sentence = if difference < 0 { less } else { more };
    let amount = kroner(Money::from_kroner(difference.abs()));
    (difference != 0).then(|| sentence(&amount, &month.map(month_year).unwrap_or_default(), with))
}

/// In whole kroner, from the amounts as people see them.
pub(super) fn rounded_difference(before: Money, after: Money) -> i64 {
    after.rounded_kroner() - before.rounded_kroner()
}
