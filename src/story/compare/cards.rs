//! The plans as cards: the same key figures in the same order, with the difference to the own plan.

use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::{RuleId, Rulebook, figure};
use mikrolaan_engine::simulation::MonthRow;

use super::lead::rounded_difference;
use super::{Compared, LETTERS};
use crate::charts::series::Series;
use crate::danish::write::{kroner, month_year, months};
use crate::session::RULEBOOK;
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

/// The same rows for every plan, so that they line up.
fn figures(own: &Compared<'_>, plan: &Compared<'_>, hole: Option<Month>) -> Vec<Figure> {
    let missing = hole.map(|month| missing(own, plan, month));
    let mut figures: Vec<Figure> = missing.into_iter().collect();
    figures.extend([lowest(own, plan), self_supporting(own, plan), at_the_end(own, plan)]);
    figures.extend([surplus(own, plan), debt(own, plan)]);
    figures
}

/// An amount with its difference to the own plan's.
fn figure(label: String, [own, this]: [Money; 2], is_own: bool) -> Figure {
    let notes = if is_own { Vec::new() } else { vec![difference(own, this)] };
    Figure { label, value: kroner(this), short: this.rounded_kroner() < 0, notes }
}

/// `2.211 kr. mindre end din plan`, from the amounts as people see them.
fn difference(own: Money, this: Money) -> String {
    match rounded_difference(own, this) {
        0 => c::same().to_owned(),
        less @ ..0 => c::less(&kroner(Money::from_kroner(-less))),
        more => c::more(&kroner(Money::from_kroner(more))),
    }
}

fn missing(own: &Compared<'_>, plan: &Compared<'_>, month: Month) -> Figure {
    let amount = |plan: &Compared<'_>| plan.simulation.months.iter().find(|row| row.month == month).map(hole);
    let amounts = [own, plan].map(|plan| amount(plan).unwrap_or_default());
    let mut figure = figure(c::missing(&month_year(month)), amounts, plan.variant.is_none());
    figure.short = amounts[1].rounded_kroner() > 0;
    or_nothing(figure, amounts[1])
}

fn or_nothing(figure: Figure, amount: Money) -> Figure {
    if amount.rounded_kroner() == 0 { Figure { value: t::unit::nothing().to_owned(), ..figure } } else { figure }
}

fn lowest(own: &Compared<'_>, plan: &Compared<'_>) -> Figure {
    let low = |plan: &Compared<'_>| plan.simulation.key_figures.lowest_household;
    let amounts = [own, plan].map(|plan| low(plan).map(|low| low.balance).unwrap_or_default());
    let mut figure = figure(c::lowest().to_owned(), amounts, plan.variant.is_none());
    if let Some(low) = low(plan) {
        figure.notes.insert(0, c::in_month(&month_year(low.month)));
    }
    figure
}

fn self_supporting(own: &Compared<'_>, plan: &Compared<'_>) -> Figure {
    let [before, from] = [own, plan].map(|plan| plan.simulation.key_figures.self_supporting_from);
    let value = match from {
        Some(from) => month_year(from),
        None => c::self_supporting_never(&month_year(plan.plan.timeline().last())),
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

fn at_the_end(own: &Compared<'_>, plan: &Compared<'_>) -> Figure {
    let amounts = [own, plan].map(|plan| last(plan).map(|row| row.household.closing).unwrap_or_default());
    figure(c::at_the_end(&last_month(plan)), amounts, plan.variant.is_none())
}

fn surplus(own: &Compared<'_>, plan: &Compared<'_>) -> Figure {
    let amounts = [own, plan].map(|plan| full_month(plan.plan.scenario).surplus);
    let figure = figure(c::surplus().to_owned(), amounts, plan.variant.is_none());
    if plan.plan.scenario.business.is_some() {
        return figure;
    }
    Figure { value: c::no_business().to_owned(), notes: Vec::new(), ..figure }
}

fn debt(own: &Compared<'_>, plan: &Compared<'_>) -> Figure {
    let amounts = [own, plan].map(owed);
    or_nothing(figure(c::debt(&last_month(plan)), amounts, plan.variant.is_none()), amounts[1])
}

fn owed(plan: &Compared<'_>) -> Money {
    last(plan).map(|row| row.loan.outstanding).unwrap_or_default()
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
    let owed = owed(plan);
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
