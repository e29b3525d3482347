//! Where a figure comes from, in the screen's words: what the engine recorded, nothing worked out again.

mod page;

use crate::locale::language::Text;
use std::borrow::Cow;

use mikrolaan_engine::quantity::{Money, Month, WeeklyHours};
use mikrolaan_engine::rulebook::InForce;
use mikrolaan_engine::trace::{Entry, Formula, Line, LineOf, Node, Origin, Place, Term, TermRole, Value};

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
    Rate(RateView),
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
pub struct RateView {
    /// Its name in the rulebook.
    pub name: &'static str,
    /// "Gælder fra januar 2026."
    pub in_force: String,
    /// Said when the figure is not known for the month.
    pub carried: Option<Text>,
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
    fn step(&mut self, term: &'n Term) -> Step {
        let Term { role, node } = term;
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
            Origin::Formula { formula, terms } => {
                self.said.push(node);
                let mut steps: Vec<Step> = terms.iter().map(|term| self.step(term)).collect();
                for (n, (step, term)) in steps.iter_mut().zip(terms).enumerate() {
                    // What comes first is there, and nothing has been done with it yet.
                    step.sign = sign(*formula, term.role).filter(|&sign| n > 0 || sign == Sign::Minus);
                }
                From::Formula(How { words: words::formula(*formula), steps })
            }
            Origin::Rate(taken) => From::Rate(rate(taken)),
            Origin::Entry(entry) => own(entry),
            Origin::Line(LineOf { month, line }) => From::Line(Route::Trace(*month, Some(*line))),
            Origin::Given => From::Given,
        }
    }
}

/// What a formula does with a part of it. Only formulas that are nothing but a sum or a product have
/// signs: where there is a least or a most in it, its sentence says so.
pub fn sign(formula: Formula, role: TermRole) -> Option<Sign> {
    let taken = match formula {
        Formula::JobPay
        | Formula::Hours
        | Formula::Atp
        | Formula::SetupCosts
        | Formula::LocalRate
        | Formula::Tax
        | Formula::OpeningMonth => false,
        Formula::BenefitRate if matches!(role, TermRole::Rate | TermRole::Supplement) => false,
        Formula::LastInstalment if matches!(role, TermRole::Debt | TermRole::Interest) => false,
        Formula::Wage => role == TermRole::Atp,
        Formula::CountableEarnings => role == TermRole::JobContribution,
        Formula::Surplus => role != TermRole::Revenue,
        Formula::BusinessClosing => role == TermRole::Draw,
        Formula::BusinessClosingNotOpen => role == TermRole::WoundUp,
        Formula::Outstanding => role == TermRole::Instalment,
        Formula::TaxResult => role != TermRole::Surplus,
        Formula::TaxedIncome => matches!(role, TermRole::JobContribution | TermRole::ProfitContribution),
        Formula::BeforeDraw => {
            matches!(role, TermRole::LoanFee | TermRole::SetupCosts | TermRole::AccountSetup | TermRole::Instalment)
        }
        Formula::HouseholdClosing => {
            matches!(
                role,
                TermRole::Atp
                    | TermRole::OwnContribution
                    | TermRole::Tax
                    | TermRole::LivingCosts
                    | TermRole::Instalment
            )
        }
        Formula::PayOfJob | Formula::LabourMarketContribution | Formula::VariableCosts => return Some(Sign::Times),
        Formula::RevenueFull if matches!(role, TermRole::FullMonth | TermRole::Season) => return Some(Sign::Times),
        _ => return None,
    };
    Some(if taken { Sign::Minus } else { Sign::Plus })
}

fn name(role: TermRole, node: &Node) -> Cow<'static, str> {
    match node.origin {
        Origin::Line(LineOf { month, line }) => t::trace::of_month(&words::line(line), MonthOf(month)).into(),
        _ => words::role(role).into(),
    }
}

fn rate(taken: &InForce<Value>) -> RateView {
    let InForce { figure, period, unit, carried, .. } = *taken;
    let months = figures::period(period.from(), period.to());
    RateView {
        name: figure.name(),
        in_force: [&figures::value(unit, &period.published()), ". ", &t::trace::in_force(&months)].concat(),
        carried: carried.then(t::trace::carried),
        source: SourceView {
            name: period.law().unwrap_or_else(|| period.source.title()).to_owned(),
            url: period.source.url(),
            tag: basis::standing(period.status),
        },
    }
}

fn own(entry: &Entry) -> From {
    let (words, tag) = match (entry.place, entry.default) {
        (Place::Override(_), _) => (t::trace::municipality_place(), t::rules::standing::municipality()),
        (Place::Answer(_) | Place::Field { .. }, true) => (t::trace::not_written(), t::tag::assumption()),
        (Place::Answer(_), false) => (t::trace::answer_place(), t::tag::own()),
        (Place::Field { .. }, false) => (t::trace::own_place(), t::tag::own()),
    };
    From::Own { words, tag, change: Some(Route::Budget) }
}

/// A value as it is read; the part it plays says what a whole number counts.
pub fn value(value: Value, role: Option<TermRole>) -> String {
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

fn whole(number: u32, role: Option<TermRole>) -> String {
    match role {
        Some(
            TermRole::CourseMonths
            | TermRole::AccountWaitMonths
            | TermRole::SupportMonths
            | TermRole::RampMonths
            | TermRole::FirstInstalmentAfter
            | TermRole::MonthsSincePayout,
        ) => write::months(number),
        Some(TermRole::Age) => t::answers::age(number.into()),
        _ => write::whole(i64::from(number)),
    }
}

#[cfg(test)]
#[path = "trace_tests.rs"]
mod tests;
