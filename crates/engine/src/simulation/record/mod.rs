//! The record of a month: how each of its values came about, told by the code that works it out.
//!
//! A simulation is silent unless somebody asks for a month. Then every function that works a value
//! out tells its formula and what entered it, and `explain` puts a tree together. There is no second
//! calculation.

mod defaults;
mod formula;
mod input;
mod line;
mod role;
mod value;

pub use formula::Formula;
pub(crate) use input::{Input, Place};
pub(super) use input::{answer, before, given, item, line, overridden, own, own_at, own_item, rate, unwritten};
pub use line::Line;
pub use role::Role;
pub use value::{Value, ValueKind};

use super::plan::{Plan, ProfileKey};
use crate::quantity::Month;
use crate::rulebook::{FigureId, Period, Unit};

/// Something that is worked out in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    Line(Line),
    OpeningMonth,
    Phase,
    OpenMonth,
    MonthsSincePayout,
    HoursOfJob(usize),
    PayOfJob(usize),
    AtpOfJob(usize),
    Hours,
    Wage,
    JobContribution,
    CountableEarnings,
    Base,
    HourlyDisregard,
    Taper,
    FullSubsidy,
    BeforeDraw,
    CarriedBefore,
    TaxResult,
    TaxableProfit,
    ProfitContribution,
    TaxedIncome,
    WorkDeductions,
    StateTax,
    LocalRate,
    LocalTax,
}

impl From<Line> for Item {
    fn from(line: Line) -> Self {
        Item::Line(line)
    }
}

/// How an item came about.
#[derive(Clone, Debug)]
pub(crate) enum Note {
    /// By a formula.
    Formula { formula: Formula, value: Value, inputs: Vec<(Role, Input)> },
    /// It is something else.
    Same(Input),
}

/// A figure of the rulebook that was looked up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RateTaken {
    pub(crate) figure: FigureId,
    pub(crate) value: Value,
    pub(crate) period: &'static Period,
    pub(crate) unit: Unit,
    pub(crate) carried: bool,
}

/// What was told about a month.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// The scenario's position in the case, for paths.
    pub(crate) index: usize,
    /// What the benefit follows from, where the scenario does not say.
    pub(super) benefit_is_written: bool,
    pub(super) assumed: Vec<ProfileKey>,
    pub(super) account_setup_is_written: bool,
    notes: Vec<(Item, Note)>,
    rates: Vec<RateTaken>,
}

impl Record {
    pub(super) fn of(plan: &Plan<'_>) -> Self {
        let business = plan.scenario.business.as_ref();
        Record {
            index: plan.index,
            benefit_is_written: plan.scenario.benefit.is_some(),
            assumed: plan.assumed.clone(),
            account_setup_is_written: business.is_some_and(|business| business.account_setup.is_some()),
            notes: Vec::new(),
            rates: Vec::new(),
        }
    }

    /// An item worked out by a formula.
    pub(super) fn formula(
        &mut self,
        item: impl Into<Item>,
        formula: Formula,
        value: impl Into<Value>,
        inputs: &[(Role, Input)],
    ) {
        self.push_formula(item.into(), formula, value.into(), inputs);
    }

    /// An item that is something else.
    pub(super) fn same(&mut self, item: impl Into<Item>, other: Input) {
        self.push(item.into(), Note::Same(other));
    }

    /// Lines that are nothing, for one reason.
    pub(super) fn nothing(&mut self, lines: &[Line], formula: Formula, inputs: &[(Role, Input)]) {
        for &line in lines {
            self.formula(line, formula, crate::quantity::Money::ZERO, inputs);
        }
    }

    /// The lines of a loan that is not there (yet), or that is paid out in this very month.
    pub(super) fn no_loan(&mut self, formula: Formula, inputs: &[(Role, Input)]) {
        let paid_out = formula == Formula::NothingInPayoutMonth;
        self.nothing(&[Line::LoanInterest, Line::LoanInstalment], formula, inputs);
        self.formula(Line::LoanPaused, formula, false, inputs);
        if paid_out {
            self.same(Line::LoanOutstanding, line(Line::LoanOpening));
        } else {
            self.nothing(&[Line::LoanOpening, Line::LoanOutstanding], formula, inputs);
        }
    }

    pub(super) fn take(&mut self, taken: RateTaken) {
        self.rates.push(taken);
    }

    /// Once in the program, whatever the types of items and values.
    fn push_formula(&mut self, item: Item, formula: Formula, value: Value, inputs: &[(Role, Input)]) {
        self.push(item, Note::Formula { formula, value, inputs: inputs.to_vec() });
    }

    fn push(&mut self, item: Item, note: Note) {
        self.notes.push((item, note));
    }

    /// How an item came about; `None` when nothing was told about it.
    pub(crate) fn note(&self, item: Item) -> Option<&Note> {
        self.notes.iter().find(|(told, _)| *told == item).map(|(_, note)| note)
    }

    /// A figure as it was looked up.
    pub(crate) fn rate(&self, figure: FigureId) -> Option<&RateTaken> {
        self.rates.iter().find(|taken| taken.figure == figure)
    }
}

/// Listens while the months are worked out, or does not.
#[derive(Debug, Default)]
pub(super) struct Listener {
    record: Option<Box<Record>>,
}

impl Listener {
    /// Listens from now on.
    pub(super) fn listen(&mut self, plan: &Plan<'_>) {
        self.record = Some(Box::new(Record::of(plan)));
    }

    /// Does somebody listen?
    #[inline]
    pub(super) fn listens(&self) -> bool {
        self.record.is_some()
    }

    /// Tells, if somebody listens.
    #[inline]
    pub(super) fn tell(&mut self, told: impl FnOnce(&mut Record)) {
        if let Some(record) = self.record.as_deref_mut() {
            write(record, told);
        }
    }

    /// What was told.
    pub(super) fn into_record(self) -> Option<Record> {
        self.record.map(|record| *record)
    }
}

/// Apart, so that a simulation nobody listens to steps over it.
#[cold]
#[inline(never)]
fn write(record: &mut Record, told: impl FnOnce(&mut Record)) {
    told(record);
}

/// The month before.
pub(super) const fn previous(month: Month) -> Month {
    month.plus(-1)
}
