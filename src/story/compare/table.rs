//! The months of all plans as one table: what is left, and what is on the account.

use mikrolaan_engine::quantity::{Money, Month};

use super::{Compared, LETTERS};
use crate::danish::write::{short_month_year, whole_kroner};
use crate::story::month::left;
use crate::texts::compare as c;
use crate::wording::variant;

/// The months of all plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The plans: letter and name.
    pub plans: Vec<(&'static str, &'static str)>,
    /// The months.
    pub rows: Vec<Row>,
}

/// A month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `nov 2027`.
    pub month: String,
    /// For each plan what is left and what is on the account.
    pub cells: Vec<Cell>,
}

/// An amount in whole kroner with its class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The amount.
    pub text: String,
    /// Its class.
    pub class: &'static str,
}

pub(super) fn table(plans: &[Compared<'_>]) -> Table {
    let names = plans.iter().map(|plan| plan.variant.map_or_else(c::own, variant::title));
    let months = plans.first().map(|own| own.simulation.months.iter().map(|row| row.month));
    Table {
        plans: LETTERS.into_iter().zip(names).collect(),
        rows: months.into_iter().flatten().map(|month| row(plans, month)).collect(),
    }
}

fn row(plans: &[Compared<'_>], month: Month) -> Row {
    let mut cells = Vec::new();
    for plan in plans {
        let amounts = plan.simulation.months.iter().find(|row| row.month == month);
        let amounts = amounts.map(|row| [left(row), row.household.closing]).unwrap_or_default();
        cells.extend(amounts.map(cell));
    }
    Row { month: short_month_year(month), cells }
}

fn cell(amount: Money) -> Cell {
    let class = if amount.rounded_kroner() < 0 { "num is-negative" } else { "num" };
    Cell { text: whole_kroner(amount), class }
}
