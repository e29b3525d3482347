//! What is different between two simulations, as plain data to be put in words.

use crate::quantity::{Money, Month};
use crate::simulation::{MonthRow, Simulation};

/// A value in the one and in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Changed<T> {
    /// In the one.
    pub from: T,
    /// In the other.
    pub to: T,
}

impl Changed<Money> {
    /// How much more it is in the other.
    #[must_use]
    pub fn difference(&self) -> Money {
        self.to - self.from
    }
}

/// What is different from one simulation to the other. A month counts where both have it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Comparison {
    /// Months with too little in a purse in the one, and not in the other.
    pub no_longer_short: Vec<Month>,
    /// Months with too little in a purse in the other, and not in the one.
    pub newly_short: Vec<Month>,
    /// The household's lowest balance.
    pub lowest_household: Changed<Money>,
    /// The household's balance at the end.
    pub household_at_end: Changed<Money>,
    /// The first month from which every month to the end is self-supporting.
    pub self_supporting_from: Changed<Option<Month>>,
    /// What is owed at the end.
    pub owed_at_end: Changed<Money>,
}

/// Compares two simulations, the first being the one to start from.
#[must_use]
pub fn compare(from: &Simulation, to: &Simulation) -> Comparison {
    let changed = |of: fn(&Simulation) -> Money| Changed { from: of(from), to: of(to) };
    let self_supporting = |simulation: &Simulation| simulation.key_figures.self_supporting_from;
    Comparison {
        no_longer_short: short_only_in(from, to),
        newly_short: short_only_in(to, from),
        lowest_household: changed(lowest),
        household_at_end: changed(|simulation| last(simulation, |row| row.household.closing)),
        self_supporting_from: Changed { from: self_supporting(from), to: self_supporting(to) },
        owed_at_end: changed(|simulation| last(simulation, |row| row.loan.outstanding)),
    }
}

/// The months that are short in `one` and enough in `other`.
fn short_only_in(one: &Simulation, other: &Simulation) -> Vec<Month> {
    let is_enough = |month| other.months.iter().any(|row| row.month == month && !row.is_short());
    let short = one.months.iter().filter(|row| row.is_short()).map(|row| row.month);
    short.filter(|&month| is_enough(month)).collect()
}

fn lowest(simulation: &Simulation) -> Money {
    simulation.key_figures.lowest_household.map(|lowest| lowest.balance).unwrap_or_default()
}

fn last(simulation: &Simulation, of: fn(&MonthRow) -> Money) -> Money {
    simulation.months.last().map(of).unwrap_or_default()
}
