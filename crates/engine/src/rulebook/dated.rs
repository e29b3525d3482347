//! Figures that change over time.

use std::marker::PhantomData;

use super::looked_up::LookedUp;
use super::{FigureId, Rulebook, Source};
use crate::quantity::{Money, Month, MonthlyHours, Rate};
use crate::string_enum::string_enum;

string_enum! {
    /// How a value is known.
    FigureStatus {
        /// Seen published.
        Published = "published",
        /// Computed by the formula of the law from a published one.
        Derived = "derived",
        /// Chosen, because nothing was found.
        Assumption = "assumption",
        /// Set by the municipality itself, in place of what is published.
        Municipality = "municipality",
    }
}

string_enum! {
    /// What a figure's values are given in, in the data files.
    Unit {
        /// An amount.
        Kroner = "DKK",
        /// A monthly amount.
        KronerPerMonth = "DKK/month",
        /// A yearly amount.
        KronerPerYear = "DKK/year",
        /// An hourly amount.
        KronerPerHour = "DKK/hour",
        /// An amount a kilometre.
        KronerPerKilometre = "DKK/km",
        /// A percentage; a hundredth of it is the rate.
        Percent = "percent",
        /// Hours in a month.
        HoursPerMonth = "hours/month",
        /// Whole months.
        Months = "months",
        /// An index number, 2010 = 100, in tenths.
        Index = "index (2010=100)",
    }
}

/// A value and the months it holds in: numbers that fit in sixteen bytes, of which there are hundreds. Its words
/// are lines of texts they share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First month, in months since year 0.
    pub(super) from: u16,
    /// Last month; 0 = until further notice.
    pub(super) to: u16,
    /// The value in the engine's units (øre, millionths, hours).
    pub(super) scaled: i32,
    /// Its number among the periods of all figures.
    pub(super) row: u16,
    /// How the value is known.
    pub status: FigureStatus,
    /// Where it is written.
    pub source: Source,
    /// The section of the law, counted from one; 0 = none.
    pub(super) law: u8,
    /// How many decimals the value has in the engine's units: an amount is held in hundredths.
    pub(super) places: u8,
    /// How many of them are published.
    pub(super) decimals: u8,
}

impl Period {
    /// First month.
    #[must_use]
    pub const fn from(&self) -> Month {
        Month::from_index(self.from as i32)
    }

    /// Last month; `None` = until further notice.
    #[must_use]
    pub fn to(&self) -> Option<Month> {
        (self.to > 0).then(|| Month::from_index(self.to.into()))
    }

    /// The value in the engine's units: øre, millionths, hours.
    #[must_use]
    pub fn scaled(&self) -> i64 {
        self.scaled.into()
    }

    /// Its number among the periods of all figures.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn row(&self) -> usize {
        self.row.into()
    }

    /// The section of the law that fixes it.
    #[must_use]
    pub fn law(&self) -> Option<&'static str> {
        LookedUp::Laws.line(usize::from(self.law).checked_sub(1)?)
    }

    /// The value as published, in the figure's unit: `145.50`.
    #[must_use]
    pub fn published(&self) -> String {
        let (places, decimals) = (usize::from(self.places), usize::from(self.decimals));
        let mut digits = self.scaled.to_string();
        while digits.len() <= places {
            digits.insert(0, '0');
        }
        let whole = digits.len().saturating_sub(places);
        digits.truncate(whole + decimals);
        if decimals > 0 {
            digits.insert(whole, '.');
        }
        digits
    }
}

impl FigureId {
    /// The figure's Danish name.
    #[must_use]
    pub fn name(self) -> &'static str {
        LookedUp::FigureNames.line(self as usize).unwrap_or_default()
    }
}

/// A figure with all its periods: ascending, without gap and without overlap (the build checks it).
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    /// Which figure.
    pub id: FigureId,
    /// The unit of the published values.
    pub unit: Unit,
    /// It stands in the law, and enters no calculation.
    pub reference: bool,
    /// The values, oldest first.
    pub periods: &'static [Period],
}

/// Values that were not published when somebody last asked for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// The first month they are for.
    pub from: Month,
    /// The month in which somebody asked.
    pub asked_month: Month,
    /// The day of that month.
    pub asked_day: u32,
}

/// What a figure says about a month: three different answers, never a silent last row.
#[derive(Clone, Copy, Debug)]
pub enum Lookup {
    /// The period that covers the month, and its position.
    InForce(usize, &'static Period),
    /// The month lies after the last known period: this is that period.
    Carried(usize, &'static Period),
    /// The month lies before the first period.
    NotCovered,
}

impl Dated {
    /// What holds in `month`.
    #[must_use]
    pub fn at(&self, month: Month) -> Lookup {
        let begun = self.periods.partition_point(|period| period.from() <= month);
        let Some((position, period)) = begun.checked_sub(1).and_then(|last| Some((last, self.periods.get(last)?)))
        else {
            return Lookup::NotCovered;
        };
        if period.to().is_none_or(|to| month <= to) {
            Lookup::InForce(position, period)
        } else {
            Lookup::Carried(position, period)
        }
    }
}

/// A whole number without a unit of its own in the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WholeNumber(pub i64);

/// A type a figure's values can have.
pub trait Quantity: Copy {
    /// From the engine's units.
    fn from_scaled(scaled: i64) -> Self;
}

impl Quantity for Money {
    fn from_scaled(scaled: i64) -> Self {
        Money::from_oere(scaled)
    }
}

impl Quantity for Rate {
    fn from_scaled(scaled: i64) -> Self {
        Rate::from_millionths(scaled)
    }
}

impl Quantity for MonthlyHours {
    fn from_scaled(scaled: i64) -> Self {
        MonthlyHours::from_whole(scaled)
    }
}

impl Quantity for WholeNumber {
    fn from_scaled(scaled: i64) -> Self {
        WholeNumber(scaled)
    }
}

/// The name of a figure whose values are of type `T`, so that an amount cannot be taken for a rate.
#[derive(Clone, Copy, Debug)]
pub struct Figure<T> {
    id: FigureId,
    quantity: PhantomData<T>,
}

/// A figure's value in a month, with all that is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce<T> {
    /// Which figure.
    pub figure: FigureId,
    /// The value.
    pub value: T,
    /// The unit it is published in.
    pub unit: Unit,
    /// Its period, status and source.
    pub period: &'static Period,
    /// The period's position among the figure's periods.
    pub position: usize,
    /// Was it carried forward from an earlier period?
    pub carried: bool,
}

impl<T> InForce<T> {
    /// The same figure with its value as something else.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> InForce<U> {
        let InForce { figure, value, unit, period, position, carried } = self;
        InForce { figure, value: of(value), unit, period, position, carried }
    }
}

impl<T: Quantity> Figure<T> {
    pub(super) const fn new(id: FigureId) -> Self {
        Figure { id, quantity: PhantomData }
    }

    /// Which figure.
    #[must_use]
    pub const fn id(self) -> FigureId {
        self.id
    }

    /// The value that holds in `month`; `None` when the month lies before the first period.
    #[must_use]
    pub fn at(self, rulebook: &Rulebook, month: Month) -> Option<InForce<T>> {
        let dated = rulebook.dated(self.id);
        let (position, period, carried) = match dated.at(month) {
            Lookup::InForce(position, period) => (position, period, false),
            Lookup::Carried(position, period) => (position, period, true),
            Lookup::NotCovered => return None,
        };
        let value = T::from_scaled(period.scaled());
        Some(InForce { figure: self.id, value, unit: dated.unit, period, position, carried })
    }
}
