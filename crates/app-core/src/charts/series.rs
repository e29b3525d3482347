//! What the picture of the months shows, in the picture's own words. Amounts are in øre.

use crate::locale::language::Text;
/// One picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// The months, in order.
    pub months: Vec<MonthBar>,
    /// The phases that follow each other.
    pub phases: Vec<PhaseSpan>,
    /// Where public support ends.
    pub support: SupportEnd,
    /// What stands on the line above the bars.
    pub cost_label: Text,
    /// The month with the hole that is named, and its name.
    pub missing: Option<NamedPlace>,
    /// The month with the lowest balance, and its name.
    pub lowest: Option<NamedPlace>,
    /// What stands at the last balance.
    pub last_balance: String,
    /// What stands in the picture while there is nothing to show.
    pub empty: Option<Text>,
    /// What occurs in the picture.
    pub legend: Vec<(Mark, Text)>,
    /// The benefit hangs on answers that are missing: what is drawn is the least of it, and drawn as unsure.
    pub unsure: bool,
    /// The takeaway.
    pub caption: String,
    /// The figures in words.
    pub text: String,
}

/// A place in the picture with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPlace {
    /// Which month, from 0.
    pub month: usize,
    /// What is written there.
    pub label: String,
}

/// One month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthBar {
    /// Its short name.
    pub name: Text,
    /// Its number in the year, 1 to 12.
    pub number: u32,
    /// Its year.
    pub year: String,
    /// What comes in, bottom up, in the order of [`Mark::PARTS`].
    pub parts: [i64; 5],
    /// What goes out: the line.
    pub cost: i64,
    /// What is missing, as written; empty when nothing is.
    pub shortfall: String,
    /// On the account at the end of the month.
    pub balance: i64,
    /// The balance as written.
    pub balance_text: String,
}

impl MonthBar {
    /// The pieces of the bar one behind the other, each from where to where: what comes in, and what is missing up to
    /// what the month costs.
    pub fn pieces(&self) -> Vec<(Mark, i64, i64)> {
        let mut filled = 0;
        let mut pieces = Vec::with_capacity(Mark::PARTS.len() + 1);
        for (mark, part) in Mark::PARTS.into_iter().zip(self.parts) {
            pieces.push((mark, filled, filled + part));
            filled += part;
        }
        if !self.shortfall.is_empty() {
            pieces.push((Mark::Missing, filled, self.cost));
        }
        pieces
    }

    /// Everything that comes in.
    pub fn income(&self) -> i64 {
        self.parts.iter().sum()
    }
}

/// Months in a row in one phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseSpan {
    /// What it is called.
    pub name: Text,
    /// What it is called where there is little room.
    pub short: Text,
    /// How many months.
    pub months: usize,
    /// The business has closed.
    pub closed: bool,
}

/// Where public support ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SupportEnd {
    /// There is none.
    #[default]
    Never,
    /// After so many months.
    After {
        /// How many months of the picture lie before the end.
        months: usize,
        /// What stands on the flag.
        flag: String,
        /// What stands between the rows.
        row: String,
    },
    /// After the last month of the picture.
    Later(String),
}

/// Something drawn that the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Other income.
    Other,
    /// The ordinary benefit.
    Benefit,
    /// The subsistence subsidy.
    Subsidy,
    /// What comes from the own business.
    Business,
    /// The small job.
    Job,
    /// The line.
    Cost,
    /// The hole.
    Missing,
}

impl Mark {
    /// What a bar is made of, bottom up.
    pub const PARTS: [Mark; 5] = [Mark::Other, Mark::Benefit, Mark::Subsidy, Mark::Business, Mark::Job];

    /// The class of its rectangle.
    pub fn class(self) -> &'static str {
        match self {
            Mark::Other => "bar bar--other",
            Mark::Benefit => "bar bar--benefit",
            Mark::Subsidy => "bar bar--subsidy",
            Mark::Business => "bar bar--business",
            Mark::Job => "bar bar--job",
            Mark::Cost => "chart__cost",
            Mark::Missing => "bar bar--missing",
        }
    }

    /// The pattern that fills it, where it is not one colour.
    pub fn pattern(self) -> Option<&'static str> {
        match self {
            Mark::Subsidy => Some("url(#p-subsidy)"),
            Mark::Job => Some("url(#p-job)"),
            Mark::Missing => Some("url(#p-missing)"),
            _ => None,
        }
    }
}

impl Series {
    /// The highest of its months, by what comes in or goes out.
    pub fn highest(&self) -> i64 {
        self.months.iter().map(|month| month.income().max(month.cost)).max().unwrap_or(0)
    }
}
