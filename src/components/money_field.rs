//! A field for an amount of money.

use leptos::prelude::*;
use mikrolaan_engine::case::bounds::Bounds;
use mikrolaan_engine::quantity::Money;

use super::field::{Face, Refusal, Wire, typed_field};
use super::refuse;
use crate::danish::read::{self, Fault};
use crate::danish::write;
use crate::texts as t;

/// Reads and shows an amount.
///
/// `value` is the amount in force, `None` when there is none yet. `set` is called with every amount that
/// can be read; with `None` only where the field may be left empty.
#[derive(Clone, Copy)]
pub struct MoneyWire {
    /// The amount in force.
    pub value: Signal<Option<Money>>,
    /// Takes a new one.
    pub set: Callback<Option<Money>>,
    /// The least and the most.
    pub bounds: Bounds<Money>,
    /// It may be left empty.
    pub optional: bool,
}

impl MoneyWire {
    fn take(self, text: &str) -> Result<(), Refusal> {
        match read::money(text, self.bounds) {
            Ok(money) => self.set.run(Some(money)),
            Err(Fault::Empty) if self.optional => self.set.run(None),
            Err(fault) => return Err(refuse::money(fault, text, self.bounds)),
        }
        Ok(())
    }

    /// The amount as text, for [`typed_field`].
    pub fn wire(self) -> Wire {
        let value = Signal::derive(move || self.value.get().map(write::typed).unwrap_or_default());
        Wire::new(value, Callback::new(move |text: String| self.take(&text)))
    }
}

/// A field for an amount of money.
pub fn money_field(face: Face, money: MoneyWire) -> AnyView {
    typed_field(Face { unit: t::unit::kroner(), numeric: true, ..face }, money.wire())
}
