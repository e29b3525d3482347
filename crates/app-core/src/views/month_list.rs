//! The months as one list for a narrow box, chart and table in one: the phases fold, the months around the worst one
//! are open, and every month leads to where its figures come from.

use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::simulation::MonthRow;

use super::View;
use super::month::phases;
use super::tables::{AmountCell, phase_title};
use crate::charts::series::{Series, SupportEnd};
use crate::locale::language::Text;
use crate::locale::write::{short_month, short_month_year, whole_kroner};
use crate::navigation::Route;

/// So many months before the worst one are open, and after it.
const AROUND: usize = 2;

/// The phases, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthList {
    /// The phases.
    pub phases: Vec<ListPhase>,
    /// How many months there are.
    pub months: usize,
}

/// The most letters of an amount that the columns of the list have room for: `−123.456`.
const ROOM: usize = 8;

impl MonthList {
    /// Has an amount more letters than the columns have room for? All rows have the same columns, so that their bars are on one scale.
    pub fn has_long_amounts(&self) -> bool {
        let mut rows = self.phases.iter().flat_map(|phase| &phase.rows);
        rows.any(|row| [&row.left, &row.account].iter().any(|cell| cell.text.chars().count() > ROOM))
    }
}

/// One phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPhase {
    /// Its name.
    pub title: Text,
    /// From which month to which.
    pub span: String,
    /// On the account when it ends.
    pub account: AmountCell,
    /// Its months.
    pub rows: Vec<ListRow>,
    /// Public support ends with it, or after the last month.
    pub support_ends: Option<String>,
}

impl ListPhase {
    /// Is one of its months among those around the worst one?
    pub fn is_near(&self) -> bool {
        self.rows.iter().any(|row| row.near)
    }
}

/// One month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// Its short name, with the year for who listens.
    pub name: Text,
    /// `nov 2027`.
    pub heard: String,
    /// Which month of the picture it is.
    pub at: usize,
    /// Where its figures come from.
    pub page: Route,
    /// What is left of it.
    pub left: AmountCell,
    /// On the account at the end of it.
    pub account: AmountCell,
    /// It is the month that is named: the first with too little, else the one with least.
    pub worst: bool,
    /// It is one of those around the worst.
    pub near: bool,
}

/// The list of a plan whose picture is this one.
pub(super) fn month_list(view: &View<'_>, series: &Series) -> MonthList {
    let rows = &view.simulation.months;
    let worst = series.missing.as_ref().or(series.lowest.as_ref()).map_or(0, |named| named.month);
    let mut list = MonthList { phases: Vec::new(), months: rows.len() };
    let (mut first, mut before) = (0, None);
    for rows_of in phases(rows) {
        let [Some(start), Some(end)] = [rows_of.first(), rows_of.last()] else { continue };
        let next = first + rows_of.len();
        let support_ends = match &series.support {
            SupportEnd::After { months, row, .. } if *months == next => Some(row.clone()),
            SupportEnd::Later(text) if next == rows.len() => Some(text.clone()),
            _ => None,
        };
        let row = |(at, row): (usize, &MonthRow)| ListRow {
            name: short_month(row.month),
            heard: short_month_year(row.month),
            at,
            page: Route::Trace(row.month, None),
            left: cell(row.household.net_change()),
            account: cell(row.household.closing),
            worst: at == worst,
            near: at.abs_diff(worst) <= AROUND,
        };
        list.phases.push(ListPhase {
            title: phase_title(start.phase, before),
            span: span(start.month, end.month),
            account: cell(end.household.closing),
            rows: (first..).zip(rows_of).map(row).collect(),
            support_ends,
        });
        (first, before) = (next, Some(start.phase));
    }
    list
}

/// `apr 2027 – sep 2027`, or the one month there is.
fn span(first: Month, last: Month) -> String {
    let [first_text, last_text] = [first, last].map(short_month_year);
    if first == last { first_text } else { [&first_text, " – ", &last_text].concat() }
}

fn cell(amount: Money) -> AmountCell {
    let class = if amount.rounded_kroner() < 0 { "num is-negative" } else { "num" };
    AmountCell { text: whole_kroner(amount), class }
}

#[cfg(test)]
#[path = "month_list_tests.rs"]
mod tests;
