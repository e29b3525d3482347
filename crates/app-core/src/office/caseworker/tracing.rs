//! *Regnet ud*: where a figure of the screen comes from, step by step, of whichever column it stands in.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::trace::{Line, MonthTrace};

use super::worked::{WorkedCase, rulebook_of};
use crate::locale::texts::named::LetterName;
use crate::locale::texts::office::caseworker::traced as words;
use crate::views::compare::LETTERS;
use crate::views::trace::{self, MonthLines, Step, TraceView};

/// A figure that can be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TracedFigure {
    /// The column it stands in; `None` = that of the benefit.
    pub column: Option<usize>,
    /// Its month.
    pub month: Month,
    /// Its line; `None` = all lines of the month.
    pub line: Option<Line>,
}

/// Where a figure comes from, as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TracePanel {
    /// Which figure it is.
    pub figure: TracedFigure,
    /// What it is called, with its month.
    pub title: String,
    /// Whose it is.
    pub column: String,
    /// How it is made up; `None` where all lines of the month are listed.
    pub step: Option<Step>,
    /// All lines of the month, where they are asked for.
    pub lines: Option<MonthLines>,
    /// Where all lines of the month are.
    pub all_of_month: Option<TracedFigure>,
}

impl TracePanel {
    /// Where this figure comes from; `None` where the plan has no such month or line, or cannot be worked out.
    pub fn of(worked: &WorkedCase, figure: TracedFigure) -> Option<Self> {
        let (case, evaluated) = worked_plan(worked, figure.column)?;
        let (step, lines) = match figure.line {
            Some(line) => (Some(step(case, evaluated, figure.month, line)?), None),
            None => match TraceView::of(case, figure.month, None) {
                TraceView::Month(lines) => (None, Some(lines)),
                _ => return None,
            },
        };
        Some(TracePanel {
            figure,
            title: trace::title(figure.month, figure.line),
            column: column_name(case, figure.column),
            step,
            lines,
            all_of_month: figure.line.map(|_| TracedFigure { line: None, ..figure }),
        })
    }
}

fn worked_plan(worked: &WorkedCase, column: Option<usize>) -> Option<(&Case, &Evaluated)> {
    match column {
        None => worked.benefit.as_ref().map(|(case, evaluated)| (case, evaluated)),
        Some(column) => {
            let (case, outcome) = worked.columns.get(column)?;
            Some((case, outcome.as_ref().ok()?))
        }
    }
}

/// From the plan that was worked out, so that every figure is the one on the screen, also while answers are missing.
fn step(case: &Case, evaluated: &Evaluated, month: Month, line: Line) -> Option<Step> {
    let rulebook = rulebook_of(case);
    let trace = MonthTrace::of(&rulebook, evaluated.plan(), month).ok()??;
    Some(trace::line(month, line, &trace.line(line)?))
}

fn column_name(case: &Case, column: Option<usize>) -> String {
    let letter = column.and_then(|column| LETTERS.get(column));
    let name = case.scenarios.first().map_or("", |plan| plan.name.as_str());
    letter.map_or_else(|| words::benefit().to_owned(), |letter| words::column(LetterName { letter, name }))
}

#[cfg(test)]
#[path = "tracing_tests.rs"]
mod tests;
