//! The months of all plans as one table: what is left, and what is on the account.

use crate::locale::language::Text;
use mikrolaan_engine::quantity::{Money, Month};

use super::super::tables::AmountCell;
use super::{ComparedPlan, LETTERS};
use crate::locale::write::{short_month_year, whole_kroner};

/// The months of all plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlansTable {
    /// The plans: letter and name.
    pub plans: Vec<(&'static str, Text)>,
    /// The months.
    pub rows: Vec<PlansRow>,
}

/// A month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlansRow {
    /// `nov 2027`.
    pub month: String,
    /// For each plan what is left and what is on the account.
    pub cells: Vec<AmountCell>,
}

/// The months of whichever plan goes on longest.
pub(super) fn table(plans: &[ComparedPlan<'_>]) -> PlansTable {
    let longest = plans.iter().map(|plan| &plan.simulation.months).max_by_key(|months| months.len());
    let months = longest.into_iter().flatten().map(|row| row.month);
    PlansTable {
        plans: LETTERS.into_iter().zip(plans.iter().map(|plan| plan.title)).collect(),
        rows: months.map(|month| row(plans, month)).collect(),
    }
}

/// A plan that does not have the month has nothing there.
fn row(plans: &[ComparedPlan<'_>], month: Month) -> PlansRow {
    let mut cells = Vec::new();
    for plan in plans {
        let lines = plan.simulation.months.iter().find(|row| row.month == month);
        let amounts = lines.map(|row| [row.household.net_change(), row.household.closing]);
        cells.extend(amounts.map_or_else(|| [(); 2].map(|()| AmountCell::default()), |amounts| amounts.map(cell)));
    }
    PlansRow { month: short_month_year(month), cells }
}

pub(super) fn cell(amount: Money) -> AmountCell {
    let class = if amount.rounded_kroner() < 0 { "num is-negative" } else { "num" };
    AmountCell { text: whole_kroner(amount), class }
}
