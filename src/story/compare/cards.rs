//! The plans as cards: the same key figures in the same order, with the difference to the own plan.

use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::{RuleId, Rulebook, figure};
use mikrolaan_engine::simulation::MonthRow;

use super::lead::rounded_difference;
use super::{Compared, LETTERS};
use crate::charts::series::Series;
use crate::danish::write::{kroner, month_year, months};
use crate::rulebook::RULEBOOK;
use crate::story::budget::full_month;
use crate::story::month::hole;
use crate::texts as t;
use crate::texts::compare as c;
use crate::wording::{basis, variant};

/// A plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The ready-made change; `None` = the person's own plan.
    pub variant: Option<Variant>,
    /// How it is called in the picture of the accounts and in the table.
    pub letter: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What is different.
    pub hint: String,
    /// Its months.
    pub picture: Series,
    /// Its key figures.
    pub figures: Vec<Figure>,
    /// What must be said beside them.
    pub notes: Vec<Note>,
}

/// A key figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: String,
    /// Money is missing.
    pub short: bool,
    /// When, and how far from the own plan.
    pub notes: Vec<String>,
}

/// Something a rule says about the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The sentence.
    pub text: String,
    /// Where it is written: name, address, kind.
    pub source: (String, Option<&'static str>, &'static str),
}

/// The cards, in order.
pub(super) fn cards(plans: &[Compared<'_>], pictures: Vec<Series>, hole: Option<Month>) -> Vec<Card> {
    let Some(own) = plans.first() else { return Vec::new() };
    let card = |((plan, picture), letter): ((&Compared<'_>, Series), &'static str)| Card {
        variant: plan.variant,
        letter,
        title: plan.variant.map_or_else(c::own, variant::title),
        hint: plan.variant.map_or_else(|| c::own_hint().to_owned(), |it| variant::hint(it, plan.plan.scenario)),
        picture,
        figures: figures(own, plan, hole),
        notes: notes(plan),
    };
    plans.iter().zip(pictures).zip(LETTERS).map(card).collect()
}

/// The amounts that are compared, one row each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Amount {
    Missing,
    Lowest,
    AtTheEnd,
    Surplus,
    Debt,
}

/// The same rows for every plan, so that they line up.
fn figures(own: &Compared<'_>, plan: &Compared<'_>, hole: Option<Month>) -> Vec<Figure> {
    let mut figures = Vec::new();
    for amount in [Amount::Missing, Amount::Lowest, Amount::AtTheEnd, Amount::Surplus, Amount::Debt] {
        if amount != Amount::Missing || hole.is_some() {
            figures.push(figure(own, plan, amount, hole));
        }
        if amount == Amount::Lowest {
            figures.push(self_supporting(own, plan));
        }
    }
    figures
}

/// An amount with when it is, and how far from the own plan's.
fn figure(own: &Compared<'_>, plan: &Compared<'_>, amount: Amount, hole: Option<Month>) -> Figure {
    let [before, this] = [own, plan].map(|plan| of(plan, amount, hole));
    let last = last_month(plan);
    let rounded = this.rounded_kroner();
    let (label, short) = match amount {
        Amount::Missing => (c::missing(&hole.map(month_year).unwrap_or_default()), rounded > 0),
        Amount::Lowest => (c::lowest().to_owned(), rounded < 0),
        Amount::AtTheEnd => (c::at_the_end(&last), rounded < 0),
        Amount::Surplus => (c::surplus().to_owned(), rounded < 0),
        Amount::Debt => (c::debt(&last), false),
    };
    if amount == Amount::Surplus && plan.plan.scenario.business.is_none() {
        return Figure { label, value: c::no_business().to_owned(), short, notes: Vec::new() };
    }
    let nothing = rounded == 0 && matches!(amount, Amount::Missing | Amount::Debt);
    let value = if nothing { t::unit::nothing().to_owned() } else { kroner(this) };
    let mut notes = Vec::new();
    if let Some(low) = plan.simulation.key_figures.lowest_household.filter(|_| amount == Amount::Lowest) {
        notes.push(c::in_month(&month_year(low.month)));
    }
    if plan.variant.is_some() {
        notes.push(difference(before, this));
    }
    Figure { label, value, short, notes }
}

fn of(plan: &Compared<'_>, amount: Amount, hole_in: Option<Month>) -> Money {
    let months = &plan.simulation.months;
    let figure = match amount {
        Amount::Missing => months.iter().find(|row| Some(row.month) == hole_in).map(hole),
        Amount::Lowest => plan.simulation.key_figures.lowest_household.map(|low| low.balance),
        Amount::AtTheEnd => months.last().map(|row| row.household.closing),
        Amount::Surplus => Some(full_month(plan.plan.scenario).surplus),
        Amount::Debt => months.last().map(|row| row.loan.outstanding),
    };
    figure.unwrap_or_default()
}

/// `2.211 kr. mindre end din plan`, from the amounts as people see them.
fn difference(own: Money, this: Money) -> String {
    match rounded_difference(own, this) {
        0 => c::same().to_owned(),
        less @ ..0 => c::less(&kroner(Money::from_kroner(-less))),
        more => c::more(&kroner(Money::from_kroner(more))),
    }
}

fn self_supporting(own: &Compared<'_>, plan: &Compared<'_>) -> Figure {
    let [before, from] = [own, plan].map(|plan| plan.simulation.key_figures.self_supporting_from);
    let value = match from {
        Some(from) => month_year(from),
        None => c::self_supporting_never(&last_month(plan)),
    };
    let notes = match (before, from) {
        (_, None) => still_benefit(plan).into_iter().collect(),
        (Some(before), Some(from)) if plan.variant.is_some() => vec![shift(from.months_since(before))],
        _ => Vec::new(),
    };
    Figure { label: c::self_supporting().to_owned(), value, short: false, notes }
}

/// Why not: whoever works full time can have a little benefit all the same.
fn still_benefit(plan: &Compared<'_>) -> Option<String> {
    let benefit = last(plan)?.household.benefit;
    benefit.is_positive().then(|| c::still_benefit(&kroner(benefit), &last_month(plan)))
}

fn shift(later: i32) -> String {
    match later {
        0 => c::same().to_owned(),
        1.. => c::later(&months(later.unsigned_abs())),
        _ => c::earlier(&months(later.unsigned_abs())),
    }
}

fn last<'a>(plan: &'a Compared<'_>) -> Option<&'a MonthRow> {
    plan.simulation.months.last()
}

fn last_month(plan: &Compared<'_>) -> String {
    month_year(plan.plan.timeline().last())
}

/// What the rules say: about a loan that is paused, and about the wage of a job nobody has yet.
fn notes(plan: &Compared<'_>) -> Vec<Note> {
    if plan.variant == Some(Variant::OrdinaryJob) {
        return wage(plan).into_iter().collect();
    }
    let Some(paused) = plan.simulation.months.iter().find(|row| row.loan.paused) else { return Vec::new() };
    let owed = of(plan, Amount::Debt, None);
    let mut waiver = c::waiver().to_owned();
    if owed.is_positive() {
        waiver = [&c::still_owed(&kroner(owed), &last_month(plan)), " ", &waiver].concat();
    }
    vec![note(c::paused(&month_year(paused.month)), RuleId::RulePause), note(waiver, RuleId::RuleWaiver)]
}

fn wage(plan: &Compared<'_>) -> Option<Note> {
    let found = figure::OVERENSKOMST_MINIMALLOEN.at(&RULEBOOK, plan.plan.scenario.start)?;
    let source = found.period.source;
    let source = (source.title.to_owned(), source.url, basis::standing(found.period.status));
    Some(Note { text: c::wage().to_owned(), source })
}

fn note(text: String, rule: RuleId) -> Note {
    let basis = Rulebook::basis(rule);
    let name = basis.source.map(|source| source.title).unwrap_or_default();
    let name = [name, ", ", basis.place.unwrap_or_default()].concat();
    Note { text, source: (name, basis.source.and_then(|source| source.url), basis::tag(basis.status)) }
}
