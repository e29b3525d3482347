//! How a value came about, in pieces: a formula with its terms, or another value.

use super::defaults::is_default;
use super::intermediate::Intermediate;
use super::{Entry, Formula, Line, LineOf, MonthTrace, Node, Origin, Place, TermRole, Value};
use crate::quantity::Month;
use crate::rulebook::{Figure, OverrideKey, Quantity};
use crate::screening::AnswerKey;
use crate::simulation::ScenarioField;

/// Where a value of a month is to be had.
#[derive(Clone, Debug)]
pub(super) enum TermSource {
    /// A line of the month.
    Line(Line),
    /// Worked out on the way to them.
    Intermediate(Intermediate),
    /// Nothing of the month: a figure, an entry, a line of another month, the month itself.
    Leaf(Node),
}

/// What enters a formula, in its order.
pub(super) type Terms = Vec<(TermRole, TermSource)>;

/// How a value came about.
#[derive(Clone, Debug)]
pub(super) enum Telling {
    /// By a formula.
    Formula(Formula, Value, Terms),
    /// It is another value.
    Same(TermSource),
}

impl From<Line> for TermSource {
    fn from(line: Line) -> Self {
        TermSource::Line(line)
    }
}

impl From<Intermediate> for TermSource {
    fn from(intermediate: Intermediate) -> Self {
        TermSource::Intermediate(intermediate)
    }
}

/// A term of a formula.
pub(super) fn term(role: TermRole, source: impl Into<TermSource>) -> (TermRole, TermSource) {
    (role, source.into())
}

/// A value that came about by a formula.
pub(super) fn formula(formula: Formula, value: impl Into<Value>, terms: Terms) -> Option<Telling> {
    Some(Telling::Formula(formula, value.into(), terms))
}

/// Nothing has come about yet that could be carried here.
pub(super) fn not_yet(value: impl Into<Value>) -> Option<Telling> {
    formula(Formula::NotYet, value, Terms::new())
}

/// There is none of it in the phase of the month.
pub(super) fn nothing_in_phase(value: impl Into<Value>) -> Option<Telling> {
    formula(Formula::NothingInPhase, value, phase())
}

/// The phase, where it is why something is nothing.
pub(super) fn phase() -> Terms {
    vec![term(TermRole::Phase, Intermediate::Phase)]
}

/// A value that is another one.
pub(super) fn same(source: impl Into<TermSource>) -> Option<Telling> {
    Some(Telling::Same(source.into()))
}

/// An answer. One that is not given counts as its default.
pub(super) fn answer(key: AnswerKey, value: impl Into<Value>, is_assumed: bool) -> TermSource {
    entry(Place::Answer(key), value.into(), is_assumed)
}

/// What the municipality has set itself.
pub(super) fn overridden(key: OverrideKey, value: impl Into<Value>) -> TermSource {
    entry(Place::Override(key), value.into(), false)
}

fn entry(place: Place, value: Value, default: bool) -> TermSource {
    TermSource::Leaf(Node::leaf(value, Origin::Entry(Entry { place, default })))
}

/// A line of another month.
pub(super) fn line_of(month: Month, line: Line, value: impl Into<Value>) -> TermSource {
    TermSource::Leaf(Node::leaf(value, Origin::Line(LineOf { month, line })))
}

impl MonthTrace<'_> {
    /// A line of the month by a formula: its value is the one of the month's row.
    pub(super) fn line_by(&self, line: Line, by: Formula, terms: Terms) -> Option<Telling> {
        formula(by, line.in_month(&self.row)?, terms)
    }

    /// A line that is nothing in the phase of the month.
    pub(super) fn line_without(&self, line: Line) -> Option<Telling> {
        nothing_in_phase(line.in_month(&self.row)?)
    }

    /// The month itself.
    pub(super) fn given(&self) -> TermSource {
        TermSource::Leaf(Node::leaf(self.month(), Origin::Given))
    }

    /// A figure of the rulebook, as it holds in the month.
    pub(super) fn figure<T: Quantity>(&self, figure: Figure<T>) -> Option<TermSource>
    where
        Value: From<T>,
    {
        let found = figure.at(self.rulebook, self.month())?.map(Value::from);
        Some(TermSource::Leaf(Node::leaf(found.value, Origin::Rate(found))))
    }

    /// What stands in a field of the scenario, or is its default.
    pub(super) fn own(&self, field: ScenarioField, value: impl Into<Value>) -> TermSource {
        let value = value.into();
        entry(self.field(field, None), value, is_default(field, value))
    }

    /// What is taken for a field that is not written.
    pub(super) fn unwritten(&self, field: ScenarioField, value: impl Into<Value>) -> TermSource {
        entry(self.field(field, None), value.into(), true)
    }

    /// What stands in an item of a list.
    pub(super) fn own_at(&self, field: ScenarioField, at: usize, value: impl Into<Value>) -> TermSource {
        entry(self.field(field, Some(at)), value.into(), false)
    }

    fn field(&self, field: ScenarioField, at: Option<usize>) -> Place {
        Place::Field { scenario: self.plan.resolved.index, field, at }
    }

    /// A line of the month before.
    pub(super) fn before(&self, line: Line, value: impl Into<Value>) -> TermSource {
        line_of(self.month().previous(), line, value)
    }
}
