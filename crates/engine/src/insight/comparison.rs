//! What is different between two simulations, as plain data to be put in words.
//!
//! Two plans whose support ends at different times are compared from there on over equally many months
//! ([`aligned`]), and a month with its counterpart: as far from the start, from the opening or from the end of
//! the support. Whoever is on benefit for longer is not better off for that: what it alone has put on the
//! account ([`Comparison::not_counted`]) is taken off before anything is called more, or no longer short.
//! What it has cost is kept, for that is a loss.

use crate::quantity::{Money, Month};
use crate::simulation::{MonthRow, SELF_SUPPORTING_MONTHS, Scenario, Simulation, Timeline};

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

/// A plan that has been worked out.
#[derive(Clone, Copy, Debug)]
pub struct ComparedScenario<'a> {
    /// When what happens in it.
    pub timeline: Timeline,
    /// What it comes to.
    pub simulation: &'a Simulation,
}

/// What is different from one plan to the other.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Comparison {
    /// The household's lowest balance; in the other without what is not counted.
    pub lowest_household: Changed<Money>,
    /// The household's balance at the end; in the other without what is not counted.
    pub household_at_end: Changed<Money>,
    /// The first month from which every month to the end is self-supporting and no purse below zero; in the
    /// other without what is not counted.
    pub manages_from: Changed<Option<Month>>,
    /// What is owed at the end.
    pub owed_at_end: Changed<Money>,
    /// What the other has on the account at the end only because its support ends at another time: how much
    /// more there is when it ends, zero where there is less.
    pub not_counted: Money,
}

/// The other scenario over so many months that as many follow its support as follow the plan's. Where one of
/// them has no business, it keeps its months. It may become longer than a case allows.
#[must_use]
pub fn aligned(plan: &Scenario, other: Scenario) -> Scenario {
    let [ends, other_ends] = [plan, &other].map(|scenario| Timeline::of(scenario).support_over());
    let later = ends.zip(other_ends).map_or(0, |(ends, other_ends)| other_ends.months_since(ends));
    Scenario { months: plan.months.saturating_add_signed(later).max(1), ..other }
}

/// Compares two plans, the first being the one to start from.
#[must_use]
pub fn compare(from: ComparedScenario<'_>, to: ComparedScenario<'_>) -> Comparison {
    let other = Counted::of(from, to);
    let [one, rows] = [from, to].map(|side| &side.simulation.months);
    Comparison {
        lowest_household: Changed {
            from: one.iter().map(|row| row.household.closing).min().unwrap_or_default(),
            to: rows.iter().map(|row| other.closing(row)).min().unwrap_or_default(),
        },
        household_at_end: Changed {
            from: one.last().map(|row| row.household.closing).unwrap_or_default(),
            to: rows.last().map(|row| other.closing(row)).unwrap_or_default(),
        },
        manages_from: Changed { from: from.simulation.key_figures.manages_from, to: other.manages_from(to) },
        owed_at_end: Changed { from: owed(one), to: owed(rows) },
        not_counted: rows.last().map(|row| other.of_month(row.month)).unwrap_or_default(),
    }
}

/// The months of the one with too little in a purse, and enough in their counterparts in the other: counted
/// only where the other has such a month.
#[must_use]
pub fn no_longer_short(from: ComparedScenario<'_>, to: ComparedScenario<'_>) -> Vec<Month> {
    let other = Counted::of(from, to);
    let is_enough = |month| to.simulation.months.iter().any(|row| row.month == month && !other.is_short(row));
    let short = from.simulation.months.iter().filter(|row| row.is_short()).map(|row| row.month);
    short.filter(|&month| counterpart(&from.timeline, &to.timeline, month).is_some_and(is_enough)).collect()
}

/// The months of the other with too little in a purse, and enough in their counterparts in the one; a month of
/// waiting that only the other has counts too.
#[must_use]
pub fn newly_short(from: ComparedScenario<'_>, to: ComparedScenario<'_>) -> Vec<Month> {
    let other = Counted::of(from, to);
    let is_enough = |month| from.simulation.months.iter().any(|row| row.month == month && !row.is_short());
    let short = to.simulation.months.iter().filter(|row| other.is_short(row)).map(|row| row.month);
    short.filter(|&month| counterpart(&to.timeline, &from.timeline, month).is_none_or(is_enough)).collect()
}

fn owed(months: &[MonthRow]) -> Money {
    months.last().map(|row| row.loan.outstanding).unwrap_or_default()
}

/// The month of `to` that lies as far from the start, the opening or the end of the support as `month` does in
/// `from`; `None` where `to` has no such month.
fn counterpart(from: &Timeline, to: &Timeline, month: Month) -> Option<Month> {
    let points = |timeline: &Timeline| timeline.opening().zip(timeline.support_over());
    let Some(((opens, over), (to_opens, to_over))) = points(from).zip(points(to)) else { return Some(month) };
    if month >= over {
        Some(to_over.plus(month.months_since(over)))
    } else if month >= opens {
        Some(to_opens.plus(month.months_since(opens))).filter(|&found| found < to_over)
    } else {
        Some(month).filter(|&found| found < to_opens)
    }
}

/// The account of the other plan without what another number of months on benefit has put on it.
struct Counted([Option<(Month, Money)>; 2]);

impl Counted {
    /// Looked at where the months begin to be the same again: at the opening, and at the end of the support.
    fn of(from: ComparedScenario<'_>, to: ComparedScenario<'_>) -> Self {
        Counted([Timeline::opening, Timeline::support_over].map(|point| {
            let (month, to_month) = point(&from.timeline).zip(point(&to.timeline))?;
            let more = balance_before(to, to_month)? - balance_before(from, month)?;
            Some((to_month, if month == to_month { Money::ZERO } else { more.at_least_zero() }))
        }))
    }

    /// What is not counted in a month.
    fn of_month(&self, month: Month) -> Money {
        let mut passed = self.0.iter().flatten().filter(|(from, _)| *from <= month);
        passed.next_back().map(|&(_, more)| more).unwrap_or_default()
    }

    fn closing(&self, row: &MonthRow) -> Money {
        row.household.closing - self.of_month(row.month)
    }

    fn is_short(&self, row: &MonthRow) -> bool {
        self.closing(row).is_negative() || row.business.closing.is_negative()
    }

    fn manages_from(&self, to: ComparedScenario<'_>) -> Option<Month> {
        let first = to.simulation.key_figures.manages_from?;
        let months = to.simulation.months.iter().rev().take_while(|row| row.month >= first);
        let held: Vec<Month> = months.take_while(|row| !self.is_short(row)).map(|row| row.month).collect();
        held.last().copied().filter(|_| held.len() >= SELF_SUPPORTING_MONTHS)
    }
}

/// What is on the household's account when a month begins; `None` beyond the horizon.
fn balance_before(side: ComparedScenario<'_>, month: Month) -> Option<Money> {
    side.simulation.months.iter().find(|row| row.month == month).map(|row| row.household.opening)
}
