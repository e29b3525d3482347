//! The tree.

use super::{Formula, Line, Role, Value};
use crate::quantity::Month;
use crate::rulebook::{FigureId, FigureStatus, Period, Source, Unit};
use crate::simulation::{self, Item, Place, RateTaken, Record, Told};

/// A value, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// The line of the month that it is, if it is one: that can be asked for by itself.
    pub line: Option<Line>,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Worked out.
    Formula {
        /// How.
        formula: Formula,
        /// From what, in the order of the formula.
        inputs: Vec<Input>,
    },
    /// A figure of the rulebook.
    Rate(RateInForce),
    /// The person's own entry or answer, or a default of the format.
    Entry(Entry),
    /// A line of another month, which can be asked for in turn.
    Line(LineOf),
    /// The month that was asked for.
    Given,
}

/// A line of another month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct LineOf {
    /// The month.
    pub month: Month,
    /// The line.
    pub line: Line,
}

/// A value that enters a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The part it plays.
    pub role: Role,
    /// The value with its own origin.
    pub node: Node,
}

/// A figure as it was in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateInForce {
    /// Which figure.
    pub figure: FigureId,
    /// The months it holds in, its value, and where that is written.
    pub period: &'static Period,
    /// The unit of the value.
    pub unit: Unit,
    /// Was it carried forward from an earlier period?
    pub carried: bool,
}

impl serde::Serialize for RateInForce {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Written {
            figure: FigureId,
            from: Month,
            to: Option<Month>,
            published: &'static str,
            unit: Unit,
            carried: bool,
            status: FigureStatus,
            law: Option<&'static str>,
            source: Source,
        }
        let RateInForce { figure, period, unit, carried } = *self;
        let (from, to, published, law) = (period.from(), period.to(), period.published(), period.law());
        let (status, source) = (period.status, period.source);
        Written { figure, from, to, published, unit, carried, status, law, source }.serialize(serializer)
    }
}

/// Something that stands in the case, or that the format takes when it does not.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Entry {
    /// Where, from the root of the case: `scenarios[0].household.living_costs`.
    pub path: String,
    /// Is it what the format takes when nothing is written?
    pub default: bool,
}

pub(super) fn of_line(record: &Record, line: Line) -> Option<Node> {
    of_item(record, Item::Line(line))
}

fn of_item(record: &Record, item: Item) -> Option<Node> {
    let mut node = match record.note(item)? {
        Told::Same(other) => of_input(record, *other)?,
        Told::Formula { formula, value, inputs } => {
            let inputs = inputs.iter().map(|&(role, input)| Some(Input { role, node: of_input(record, input)? }));
            let inputs = inputs.collect::<Option<Vec<Input>>>()?;
            Node { value: *value, line: None, origin: Origin::Formula { formula: *formula, inputs } }
        }
    };
    if let Item::Line(line) = item {
        node.line = Some(line);
    }
    Some(node)
}

fn of_input(record: &Record, input: simulation::Input) -> Option<Node> {
    let node = |value, origin| Some(Node { value, line: None, origin });
    match input {
        simulation::Input::Item(item) => of_item(record, item),
        simulation::Input::Rate(figure) => {
            let taken = record.rate(figure)?;
            node(taken.value, Origin::Rate(in_force(taken)))
        }
        simulation::Input::Entry { place, value, default } => {
            node(value, Origin::Entry(Entry { path: path(record.index, place), default }))
        }
        simulation::Input::Line { month, line, value } => node(value, Origin::Line(LineOf { month, line })),
        simulation::Input::Given(value) => node(value, Origin::Given),
    }
}

fn in_force(taken: &RateTaken) -> RateInForce {
    RateInForce { figure: taken.figure, period: taken.period, unit: taken.unit, carried: taken.carried }
}

fn path(scenario: usize, place: Place) -> String {
    match place {
        Place::Answer(key) => format!("answers.{key}"),
        Place::Override(key) => format!("overrides.{key}"),
        Place::Scenario(path) => format!("scenarios[{scenario}].{path}"),
        Place::Item(list, index, "") => format!("scenarios[{scenario}].{list}[{index}]"),
        Place::Item(list, index, key) => format!("scenarios[{scenario}].{list}[{index}].{key}"),
    }
}
