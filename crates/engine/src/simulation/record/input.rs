//! What enters a formula.

use super::defaults::is_default;
use super::{Item, Line, Value, previous};
use crate::quantity::{Month, Rate};
use crate::rulebook::{Figure, FigureId};

/// An input: something else worked out in the month, a figure, an entry, or a line of another month.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Input {
    /// Worked out in the same month.
    Item(Item),
    /// A figure of the rulebook, looked up in the month.
    Rate(FigureId),
    /// Entered by the person, or a default of the format.
    Entry { place: Place, value: Value, default: bool },
    /// A line of another month.
    Line { month: Month, line: Line, value: Value },
    /// What was asked for: the month itself.
    Given(Value),
}

/// A place in the case.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// A key of the answers.
    Answer(&'static str),
    /// A key of what the municipality has set itself.
    Override(&'static str),
    /// A path inside the scenario.
    Scenario(&'static str),
    /// An item of a list inside the scenario, or a key of that item (empty = the item itself).
    Item(&'static str, usize, &'static str),
}

pub(in crate::simulation) fn item(item: Item) -> Input {
    Input::Item(item)
}

pub(in crate::simulation) fn line(line: Line) -> Input {
    Input::Item(Item::Line(line))
}

pub(in crate::simulation) fn rate<T: crate::rulebook::Quantity>(figure: Figure<T>) -> Input {
    Input::Rate(figure.id())
}

/// A path inside the scenario and what stands there.
pub(in crate::simulation) fn own(path: &'static str, value: impl Into<Value>) -> Input {
    let value = value.into();
    Input::Entry { place: Place::Scenario(path), value, default: is_default(path, value) }
}

/// What the format takes for a path that is not written.
pub(in crate::simulation) fn unwritten(path: &'static str, value: impl Into<Value>) -> Input {
    Input::Entry { place: Place::Scenario(path), value: value.into(), default: true }
}

/// A key of an item of a list.
pub(in crate::simulation) fn own_at(
    list: &'static str,
    index: usize,
    key: &'static str,
    value: impl Into<Value>,
) -> Input {
    Input::Entry { place: Place::Item(list, index, key), value: value.into(), default: false }
}

/// A factor in a list.
pub(in crate::simulation) fn own_item(list: &'static str, index: usize, factor: Rate) -> Input {
    Input::Entry { place: Place::Item(list, index, ""), value: Value::Factor(factor), default: false }
}

/// A key of the answers; one that is not answered counts as its default.
pub(in crate::simulation) fn answer(key: &'static str, value: impl Into<Value>, assumed: bool) -> Input {
    Input::Entry { place: Place::Answer(key), value: value.into(), default: assumed }
}

/// What the municipality has set itself.
pub(in crate::simulation) fn overridden(key: &'static str, value: impl Into<Value>) -> Input {
    Input::Entry { place: Place::Override(key), value: value.into(), default: false }
}

/// A line of the month before.
pub(in crate::simulation) fn before(month: Month, line: Line, value: impl Into<Value>) -> Input {
    Input::Line { month: previous(month), line, value: value.into() }
}

pub(in crate::simulation) fn given(month: Month) -> Input {
    Input::Given(Value::Month(month))
}
