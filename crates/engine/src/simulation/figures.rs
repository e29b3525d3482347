//! Looking up figures, and remembering which were used.

use crate::quantity::Month;
use crate::rulebook::{Figure, FigureId, FigureStatus, InForce, Overrides, Period, Quantity, Rulebook};
use crate::string_enum::written_as;

/// A month lies before the first period of a figure it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCovered {
    /// The figure.
    pub figure: FigureId,
    /// The month.
    pub month: Month,
}

/// A figure that entered a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureUsed {
    /// Which.
    pub figure: FigureId,
    /// The months and the value that entered.
    pub period: &'static Period,
}

/// A figure as it is written in a result.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FigureUsed"))]
struct FigureWritten {
    /// Which.
    figure: FigureId,
    /// The first month of the period.
    from: Month,
    /// The last one; `null` = not known to end.
    to: Option<Month>,
    /// The value as it was published.
    value: String,
    /// How firmly it stands.
    status: FigureStatus,
}

written_as!(FigureUsed as FigureWritten);

impl From<FigureUsed> for FigureWritten {
    fn from(FigureUsed { figure, period }: FigureUsed) -> Self {
        let (from, to, value, status) = (period.from(), period.to(), period.published(), period.status);
        FigureWritten { figure, from, to, value, status }
    }
}

/// As [`FigureWritten`]. The command copies what it has written once: a result names some twenty of them.
impl serde::Serialize for FigureUsed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(text) = kept::text(self.period) {
            return text.serialize(serializer);
        }
        FigureWritten::from(*self).serialize(serializer)
    }
}

/// Every period as JSON, written once in a program's life.
#[cfg(not(target_arch = "wasm32"))]
mod kept {
    use std::sync::OnceLock;

    use serde_json::value::RawValue;

    use super::{FigureUsed, FigureWritten};
    use crate::rulebook::{Dated, Period, Rulebook};

    /// In the order of their rows.
    static WRITTEN: OnceLock<Vec<Option<Box<RawValue>>>> = OnceLock::new();

    pub(super) fn text(period: &Period) -> Option<&'static RawValue> {
        WRITTEN.get_or_init(written).get(period.row())?.as_deref()
    }

    fn written() -> Vec<Option<Box<RawValue>>> {
        let rulebook = Rulebook::embedded();
        let text =
            |figure, period| serde_json::value::to_raw_value(&FigureWritten::from(FigureUsed { figure, period })).ok();
        let of = |dated: &Dated| dated.periods.iter().map(|period| text(dated.id, period)).collect::<Vec<_>>();
        rulebook.figures().iter().flat_map(of).collect()
    }
}

const FIGURES: usize = FigureId::ALL.len();

/// The rulebook, and what has been used of it so far.
pub(super) struct Figures<'a> {
    rulebook: &'a Rulebook,
    /// One bit for each period of each figure.
    used: [u32; FIGURES],
    /// The first month into which each figure was carried.
    carried: [Option<Month>; FIGURES],
    /// What was last looked up of each figure: the next month nearly always lies in the same period.
    last: [Option<Known>; FIGURES],
}

/// A period, and the months in which taking it says nothing new.
#[derive(Clone, Copy)]
struct Known {
    period: &'static Period,
    from: Month,
    to: Option<Month>,
}

impl<'a> Figures<'a> {
    pub(super) fn new(rulebook: &'a Rulebook) -> Self {
        Figures { rulebook, used: [0; FIGURES], carried: [None; FIGURES], last: [None; FIGURES] }
    }

    /// What the municipality has set itself.
    pub(super) fn overrides(&self) -> &Overrides {
        self.rulebook.overrides()
    }

    /// The value in force in `month`, which is thereby used.
    pub(super) fn take<T: Quantity>(&mut self, figure: Figure<T>, month: Month) -> Result<T, NotCovered> {
        let id = figure.id();
        let last = self.last.get(id as usize).copied().flatten();
        if let Some(known) = last.filter(|known| known.from <= month && known.to.is_none_or(|to| month <= to)) {
            return Ok(T::from_scaled(known.period.scaled()));
        }
        let found = figure.at(self.rulebook, month).ok_or(NotCovered { figure: id, month })?;
        self.remember(id, month, &found);
        if let Some(last) = self.last.get_mut(id as usize) {
            let period = found.period;
            // Carried into a month it is carried into all after it, and this one is the first as yet.
            let (from, to) = if found.carried { (month, None) } else { (period.from(), period.to()) };
            *last = Some(Known { period, from, to });
        }
        Ok(found.value)
    }

    fn remember<T>(&mut self, id: FigureId, month: Month, found: &InForce<T>) {
        if let Some(periods) = self.used.get_mut(id as usize) {
            *periods |= 1 << found.position.min(31);
        }
        if !found.carried {
            return;
        }
        if let Some(first) = self.carried.get_mut(id as usize) {
            *first = Some(first.map_or(month, |earlier| earlier.min(month)));
        }
    }

    /// The figures whose last value was carried forward, with the first month of it.
    pub(super) fn carried(&self) -> impl Iterator<Item = (FigureId, Month)> {
        FigureId::ALL.iter().zip(self.carried).filter_map(|(&id, first)| Some((id, first?)))
    }

    /// Everything used, by id, then period.
    pub(super) fn used(&self) -> Vec<FigureUsed> {
        let mut all = Vec::with_capacity(24);
        for (&id, &periods) in FigureId::ALL.iter().zip(&self.used) {
            if periods == 0 {
                continue;
            }
            let dated = self.rulebook.dated(id);
            let entered = dated.periods.iter().enumerate().filter(|(at, _)| periods & (1 << at.min(&31)) != 0);
            all.extend(entered.map(|(_, period)| FigureUsed { figure: id, period }));
        }
        all
    }
}
