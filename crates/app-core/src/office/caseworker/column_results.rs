//! What a column comes to: the same figures for each, so that they line up, and where each comes from.

use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::simulation::Purse;
use mikrolaan_engine::trace::Line;

use super::tracing::TracedFigure;
use crate::locale::argument::{Amount, Count, MonthOf, Months};
use crate::locale::texts::headline as h;
use crate::locale::texts::named::ColumnRowValue;
use crate::locale::texts::office::caseworker::result as words;
use crate::locale::write;

/// A figure every column comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultRow {
    /// The last month with money.
    LastsUntil,
    /// What is missing the first time.
    FirstMissing,
    /// What is missing when it is worst.
    MissingInAll,
    /// On the account at the end.
    AtTheEnd,
    /// From when the person manages.
    Manages,
    /// Owed at the end.
    Owed,
}

impl ResultRow {
    /// The rows, in their order.
    pub const ALL: [ResultRow; 6] = [
        ResultRow::LastsUntil,
        ResultRow::FirstMissing,
        ResultRow::MissingInAll,
        ResultRow::AtTheEnd,
        ResultRow::Manages,
        ResultRow::Owed,
    ];

    /// What it is called, of a plan of so many months.
    pub fn label(self, months: u32) -> String {
        let months = Count::from(months);
        match self {
            ResultRow::LastsUntil => words::lasts_until().to_owned(),
            ResultRow::FirstMissing => words::first_missing().to_owned(),
            ResultRow::MissingInAll => words::missing_in_all().to_owned(),
            ResultRow::AtTheEnd => words::at_the_end(months),
            ResultRow::Manages => words::manages().to_owned(),
            ResultRow::Owed => words::owed(months),
        }
    }
}

/// A figure as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultCell {
    /// Which.
    pub row: ResultRow,
    /// As it is written.
    pub text: String,
    /// The month it is of, where it has one that is not the last: in words.
    pub when: String,
    /// Row, column and figure, for who listens.
    pub name: String,
    /// Money is missing.
    pub is_short: bool,
    /// Where it comes from; `None` where no line of a month is behind it.
    pub trace: Option<TracedFigure>,
}

/// A figure before it has its name.
struct FoundFigure {
    text: String,
    when: String,
    is_short: bool,
    trace: Option<(Month, Line)>,
}

impl FoundFigure {
    fn plain(text: String) -> Self {
        FoundFigure { text, when: String::new(), is_short: false, trace: None }
    }

    fn amount(amount: Money, trace: Option<(Month, Line)>) -> Self {
        FoundFigure { text: write::kroner(amount), when: String::new(), is_short: amount.rounded_kroner() < 0, trace }
    }

    fn missing(amount: Money, month: Month, line: Line) -> Self {
        // Both purses can be short: the household's is meant where nothing else is said.
        let of_business = line == Line::BusinessClosing;
        let when = if of_business { words::of_business(MonthOf(month)) } else { write::month_year(month) };
        FoundFigure { text: write::kroner(amount), when, is_short: true, trace: Some((month, line)) }
    }
}

/// What a column comes to; a dash in each row where it cannot be worked out.
pub(super) fn results(column: Option<usize>, name: &str, evaluated: Option<&Evaluated>) -> Vec<ResultCell> {
    let months = evaluated.map_or(0, |evaluated| evaluated.plan().scenario.months);
    let cell = |row: ResultRow| {
        let found = evaluated.map_or_else(|| FoundFigure::plain(words::none().to_owned()), |plan| found(row, plan));
        let value = [found.text.as_str(), " ", &found.when].concat();
        ResultCell {
            row,
            name: words::cell(ColumnRowValue { column: name, row: &row.label(months), value: value.trim() }),
            text: found.text,
            when: found.when,
            is_short: found.is_short,
            trace: found.trace.map(|(month, line)| TracedFigure { column, month, line: Some(line) }),
        }
    };
    ResultRow::ALL.map(cell).into()
}

fn found(row: ResultRow, evaluated: &Evaluated) -> FoundFigure {
    let (plan, simulation) = (evaluated.plan(), &evaluated.simulation);
    let (figures, last) = (&simulation.key_figures, simulation.months.last());
    match row {
        ResultRow::LastsUntil => match (figures.lasts_until, figures.deepest_shortfall.is_positive()) {
            (Some(month), _) => FoundFigure {
                trace: Some((month, Line::HouseholdClosing)),
                ..FoundFigure::plain(write::month_year(month))
            },
            (None, true) => FoundFigure::plain(words::never().to_owned()),
            (None, false) => FoundFigure::plain(words::all_months(Count::from(plan.scenario.months))),
        },
        ResultRow::FirstMissing => match figures.first_shortfall {
            Some(short) if short.purse == Purse::Business => {
                FoundFigure::missing(short.business.abs(), short.month, Line::BusinessClosing)
            }
            Some(short) => FoundFigure::missing(short.household.abs(), short.month, Line::HouseholdClosing),
            None => FoundFigure::plain(write::kroner(Money::ZERO)),
        },
        ResultRow::MissingInAll => match figures.lowest_household.filter(|low| low.balance.is_negative()) {
            Some(low) => FoundFigure::missing(figures.deepest_shortfall, low.month, Line::HouseholdClosing),
            None => FoundFigure::plain(write::kroner(Money::ZERO)),
        },
        ResultRow::AtTheEnd => last.map_or_else(
            || FoundFigure::plain(words::none().to_owned()),
            |row| FoundFigure::amount(row.household.closing, Some((row.month, Line::HouseholdClosing))),
        ),
        ResultRow::Manages if plan.scenario.business.is_none() && plan.scenario.small_jobs.is_empty() => {
            FoundFigure::plain(words::none().to_owned())
        }
        ResultRow::Manages => match figures.manages_from {
            Some(month) => FoundFigure {
                trace: Some((month, Line::SelfSupporting)),
                ..FoundFigure::plain(write::month_year(month))
            },
            None => FoundFigure::plain(words::manages_never().to_owned()),
        },
        ResultRow::Owed => match (last, &plan.scenario.loan) {
            (Some(row), Some(_)) => FoundFigure {
                is_short: false,
                ..FoundFigure::amount(row.loan.outstanding, Some((row.month, Line::LoanOutstanding)))
            },
            _ => FoundFigure::plain(write::kroner(Money::ZERO)),
        },
    }
}

/// A figure with the months it is of, as a line of a note.
pub(super) fn line(evaluated: &Evaluated) -> String {
    let figures = &evaluated.simulation.key_figures;
    let last = evaluated.simulation.months.last();
    let end = last.map(|row| words::line_end(Amount::Whole(row.household.closing), MonthOf(row.month)));
    let first = match figures.first_shortfall {
        Some(short) if short.purse == Purse::Business => {
            h::shortfall_business::fact(Amount::Whole(short.business.abs()), MonthOf(short.month))
        }
        Some(short) => words::line_short(Amount::Whole(short.household.abs()), MonthOf(short.month)),
        None => words::line_enough(Months(evaluated.plan().scenario.months)),
    };
    [first, end.unwrap_or_default()].join(" ").trim().to_owned()
}
