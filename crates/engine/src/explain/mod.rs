//! Where a figure comes from: the tree behind any line of any month.
//!
//! The simulation itself tells, while it works a month out, which formula each value came about by and
//! what entered it; here the tree is put together from that record. Nothing is worked out again. Its
//! leaves are figures of the rulebook, entries of the case, and lines of other months: a value carried
//! over is named with its month and line, and whoever wants to know more asks again.

mod node;
mod write;

pub use crate::simulation::{Formula, Line, Role, Value, ValueKind};
pub use node::{Entry, Input, LineOf, Node, Origin, RateInForce};

use crate::quantity::Month;
use crate::rulebook::Rulebook;
use crate::simulation::{MonthRow, NotCovered, Plan, Record, record};

/// Everything that was told about one month.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The month as it stands in the result.
    pub row: MonthRow,
    record: Record,
}

impl Explanation {
    /// The explanation of a month; `None` when the scenario does not have it.
    ///
    /// # Errors
    /// [`NotCovered`] when a month up to it lies before the first period of a figure it needs.
    pub fn of(rulebook: &Rulebook, plan: &Plan<'_>, month: Month) -> Result<Option<Self>, NotCovered> {
        let told = record(rulebook, plan, month)?;
        Ok(told.map(|(row, record)| Explanation { row, record }))
    }

    /// The tree behind a line. `None` cannot happen: every line is told about in every month.
    #[must_use]
    pub fn line(&self, line: Line) -> Option<Node> {
        node::of_line(&self.record, line)
    }
}

/// The tree behind a line of a month; `None` when the scenario does not have the month.
///
/// # Errors
/// [`NotCovered`] when a month up to it lies before the first period of a figure it needs.
pub fn explain(rulebook: &Rulebook, plan: &Plan<'_>, month: Month, line: Line) -> Result<Option<Node>, NotCovered> {
    Ok(Explanation::of(rulebook, plan, month)?.and_then(|explanation| explanation.line(line)))
}
