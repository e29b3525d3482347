//! Where a figure comes from, in the screen's words: what the engine recorded, nothing worked out again.

mod page;

use crate::locale::language::Text;
use std::borrow::Cow;

use mikrolaan_engine::explain::{Entry, Formula, Input, Line, LineOf, Node, Origin, RateInForce, Role, Value};
use mikrolaan_engine::quantity::{Money, Month, WeeklyHours};

pub use page::{LineRow, MonthLines, TraceView, title};

use super::source::SourceView;
use crate::locale::argument::{Amount, Hours, MonthOf};
use crate::locale::texts as t;
use crate::locale::words::{basis, figures, trace as words};
use crate::locale::write;
use crate::navigation::Route;

/// A value with its name, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is called.
    pub name: Cow<'static, str>,
    /// The value, øre included.
    pub value: String,
    /// What the formula does with it, where it only adds, subtracts or multiplies.
    pub sign: Option<Sign>,
    /// Where it comes from.
    pub from: From,
}

/// What a formula does with one of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It is added.
    Plus,
    /// It is subtracted.
    Minus,
    /// It is multiplied with the part before it.
    Times,
}

impl Sign {
    /// The sign for the eye, and the word for who listens, because not every voice reads a sign.
    pub fn drawn_and_read(self) -> (&'static str, Text) {
        match self {
            Sign::Plus => ("+", t::trace::plus()),
            Sign::Minus => ("−", t::trace::minus()),
            Sign::Times => ("×", t::trace::times()),
        }
    }
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// Worked out.
    Formula(How),
    /// A figure of the rulebook.
    Rate(Rate),
    /// Written or answered by the person, or taken because nothing was.
    Own {
        /// Which of them.
        words: Text,
        /// What kind of thing it is.
        tag: Text,
        /// Where it can be changed.
        change: Option<Route>,
    },
    /// A line of another month, which has a page of its own.
    Line(Route),
    /// The month that is looked at.
    Given,
    /// It has been said further up the page.
    Above,
}

/// How a value is worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct How {
    /// The formula in words.
    pub words: Text,
    /// What it was worked out from.
    pub steps: Vec<Step>,
}

/// A figure as it was in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Its name in the rulebook.
    pub name: &'static str,
    /// "Gælder fra januar 2026."
    pub in_force: String,
    /// Said when the figure is not known for the month.
    pub carried: Option<String>,
    /// The law, or the title of the source, and how the figure is known.
    pub source: SourceView,
}

/// A line of a month.
pub fn line(month: Month, line: Line, node: &Node) -> Step {
    let from = Page { month, said: Vec::new() }.of(node);
    Step { name: words::line(line).into(), value: value(node.value, None), sign: None, from }
}

/// A page about a line of a month.
struct Page<'n> {
    month: Month,
    /// What has been worked out on it so far: tax names the same income three times.
    said: Vec<&'n Node>,
}

impl<'n> Page<'n> {
    fn step(&mut self, input: &'n Input) -> Step {
        let Input { role, node } = input;
        Step { name: name(*role, node), value: value(node.value, Some(*role)), sign: None, from: self.of_part(node) }
    }

    /// A line has a page of its own: the page of another one leads there and does not repeat it.
    fn of_part(&mut self, node: &'n Node) -> From {
        match (node.line, &node.origin) {
            (Some(line), Origin::Formula { .. }) => From::Line(Route::Trace(self.month, Some(line))),
            (None, Origin::Formula { .. }) if self.said.contains(&node) => From::Above,
            _ => self.of(node),
        }
    }

    fn of(&mut self, node: &'n Node) -> From {
        match &node.origin {
            Origin::Formula { formula, inputs } => {
                self.said.push(node);
                let mut steps: Vec<Step> = inputs.iter().map(|input| self.step(input)).collect();
                for (n, (step, input)) in steps.iter_mut().zip(inputs).enumerate() {
                    // What comes first is there, and nothing has been done with it yet.
                    step.sign = sign(*formula, input.role).filter(|&sign| n > 0 || sign == Sign::Minus);
                }
                From::Formula(How { words: words::formula(*formula), steps })
            }
            Origin::Rate(taken) => From::Rate(rate(taken, self.month)),
            Origin::Entry(entry) => own(entry),
            Origin::Line(LineOf { month, line }) => From::Line(Route::Trace(*month, Some(*line))),
            Origin::Given => From::Given,
        }
    }
}

/// What a formula does with a part of it. Only formulas that are nothing but a sum or a product have
/// signs: where there is a least or a most in it, its sentence says so.
pub fn sign(formula: Formula, role: Role) -> Option<Sign> {
    let taken = match formula {
        Formula::JobPay
        | Formula::Hours
        | Formula::Atp
        | Formula::SetupCosts
        | Formula::LocalRate
        | Formula::Tax
        | Formula::OpeningMonth => false,
        Formula::BenefitRate if matches!(role, Role::Rate | Role::Supplement) => false,
        Formula::LastInstalment if matches!(role, Role::Debt | Role::Interest) => false,
        Formula::Wage => role == Role::Atp,
        Formula::CountableEarnings => role == Role::JobContribution,
        Formula::Surplus => role != Role::Revenue,
        Formula::BusinessClosing => role == Role::Draw,
        Formula::BusinessClosingNotOpen => role == Role::WoundUp,
        Formula::Outstanding => role == Role::Instalment,
        Formula::TaxResult => role != Role::Surplus,
        Formula::TaxedIncome => matches!(role, Role::JobContribution | Role::ProfitContribution),
        Formula::BeforeDraw => {
            matches!(role, Role::LoanFee | Role::SetupCosts | Role::AccountSetup | Role::Instalment)
        }
        Formula::HouseholdClosing => {
            matches!(role, Role::Atp | Role::OwnContribution | Role::Tax | Role::LivingCosts | Role::Instalment)
        }
        Formula::PayOfJob | Formula::LabourMarketContribution | Formula::VariableCosts => return Some(Sign::Times),
        Formula::RevenueFull if matches!(role, Role::FullMonth | Role::Season) => return Some(Sign::Times),
        _ => return None,
    };
    Some(if taken { Sign::Minus } else { Sign::Plus })
}

fn name(role: Role, node: &Node) -> Cow<'static, str> {
    match node.origin {
        Origin::Line(LineOf { month, line }) => t::trace::of_month(&words::line(line), MonthOf(month)).into(),
        _ => words::role(role).into(),
    }
}

fn rate(taken: &RateInForce, month: Month) -> Rate {
    let RateInForce { figure, period, unit, carried } = *taken;
    let months = figures::period(period.from(), period.to());
    Rate {
        name: figure.name(),
        in_force: [&figures::value(unit, period.scaled()), ". ", &t::trace::in_force(&months)].concat(),
        carried: carried.then(|| t::trace::carried(MonthOf(month))),
        source: SourceView {
            name: period.law().unwrap_or_else(|| period.source.title()).to_owned(),
            url: period.source.url(),
            tag: basis::standing(period.status),
        },
    }
}

fn own(entry: &Entry) -> From {
    let is_answer = entry.path.starts_with("answers.");
    let is_override = entry.path.starts_with("overrides.");
    let (words, tag) = match (entry.default, is_answer) {
        _ if is_override => (t::trace::municipality_place(), t::rules::standing::municipality()),
        (true, _) => (t::trace::not_written(), t::tag::assumption()),
        (false, true) => (t::trace::answer_place(), t::tag::own()),
        (false, false) => (t::trace::own_place(), t::tag::own()),
    };
    From::Own { words, tag, change: Some(Route::Budget) }
}

/// A value as it is read; the part it plays says what a whole number counts.
pub fn value(value: Value, role: Option<Role>) -> String {
    match value {
        Value::Money(money) => write::amount(money),
        Value::Unrounded(amount) => t::trace::unrounded(Amount::Exact(amount.round())),
        Value::Rate(rate) => t::unit::percent_value(&write::percent(rate)),
        Value::Factor(rate) => write::factor(rate),
        Value::MonthlyHours(hours) => {
            t::trace::hours_value(Hours(WeeklyHours::from_hundredths(hours.rounded_hundredths())))
        }
        Value::WeeklyHours(hours) => t::trace::hours_week(Hours(hours)),
        Value::Month(month) => write::month_year(month),
        Value::Whole(number) => whole(number, role),
        Value::Truth(truth) => if truth { t::common::yes() } else { t::common::no() }.to_owned(),
        Value::Word(word) => words::word(word).to_owned(),
    }
}

/// Nothing to ask about.
pub fn is_nothing(value: Value) -> bool {
    matches!(value, Value::Money(Money::ZERO) | Value::Truth(false))
}

fn whole(number: u32, role: Option<Role>) -> String {
    match role {
        Some(
            Role::CourseMonths
            | Role::AccountWaitMonths
            | Role::SupportMonths
            | Role::RampMonths
            | Role::FirstInstalmentAfter
            | Role::MonthsSincePayout,
        ) => write::months(number),
        Some(Role::Age) => t::answers::age(number.into()),
        _ => write::whole(i64::from(number)),
    }
}

#[cfg(test)]
#[path = "trace_tests.rs"]
mod tests;
