//! The plans as cards: the same key figures in the same order, with the difference to the own plan.

use crate::locale::language::Text;
use mikrolaan_engine::insight::comparison::{Changed, Comparison, compare};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::rulebook::{Period, RuleId, figure};
use mikrolaan_engine::simulation::{FullMonth, MonthRow};

use super::lead::{difference, first_short, is_short, only_longer};
use super::{ComparedPlan, LETTERS};
use crate::charts::mini_columns;
use crate::charts::series::Series;
use crate::locale::argument::{Amount, MonthOf, Months};
use crate::locale::texts as t;
use crate::locale::texts::compare as c;
use crate::locale::words::{basis, variant};
use crate::locale::write::{kroner, month_year};
use crate::rulebook::RULEBOOK;
use crate::views::source::SourceView;

/// A plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The ready-made change; `None` = the person's own plan.
    pub variant: Option<Variant>,
    /// How it is called in the picture of the accounts and in the table.
    pub letter: &'static str,
    /// Its name.
    pub title: Text,
    /// What is different.
    pub hint: String,
    /// Its months.
    pub picture: Series,
    /// Its key figures.
    pub figures: Vec<KeyFigure>,
    /// What must be said beside them.
    pub notes: Vec<PlanNote>,
}

impl Card {
    /// The id of one of its parts: the heading is `plan`.
    pub fn id(&self, part: &str) -> String {
        [part, "-", self.letter].concat()
    }

    /// Its class.
    pub fn class(&self) -> &'static str {
        if self.variant.is_none() { "card plan plan--own" } else { "card plan" }
    }

    /// The class of its picture: of many months the bars are thin.
    pub fn chart_class(&self) -> &'static str {
        let is_long = self.picture.months.len() > mini_columns::LONG;
        if is_long { "chart plan__chart plan__chart--long" } else { "chart plan__chart" }
    }
}

/// A key figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// What it is.
    pub label: Text,
    /// The figure.
    pub value: String,
    /// Money is missing.
    pub short: bool,
    /// When, and how far from the own plan.
    pub notes: Vec<String>,
}

/// Something a rule says about the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNote {
    /// The sentence.
    pub text: String,
    /// Where it is written.
    pub source: SourceView,
}

/// The cards, in order.
pub(super) fn cards(plans: &[ComparedPlan<'_>], pictures: Vec<Series>) -> Vec<Card> {
    let Some(own) = plans.first() else { return Vec::new() };
    let card = |((plan, picture), letter): ((&ComparedPlan<'_>, Series), &'static str)| Card {
        variant: plan.variant,
        letter,
        title: plan.title,
        hint: plan
            .variant
            .map_or_else(|| c::own_hint().to_owned(), |it| variant::hint(it, plan.plan.scenario, plan.simulation)),
        picture,
        figures: figures(own, plan),
        notes: notes(plan),
    };
    plans.iter().zip(pictures).zip(LETTERS).map(card).collect()
}

/// What is compared, one row each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ComparedFigure {
    Missing,
    Lowest,
    Manages,
    AtTheEnd,
    Surplus,
    Debt,
}

/// The same rows for every plan, so that they line up.
fn figures(own: &ComparedPlan<'_>, plan: &ComparedPlan<'_>) -> Vec<KeyFigure> {
    use ComparedFigure::{AtTheEnd, Debt, Lowest, Manages, Missing, Surplus};
    let compared = compare(own.side(), plan.side());
    let amounts = [Missing, Lowest, Manages, AtTheEnd, Surplus, Debt];
    amounts.map(|amount| figure(own, plan, amount, &compared)).into()
}

/// An amount with when it is, and how far from the own plan's.
fn figure(own: &ComparedPlan<'_>, plan: &ComparedPlan<'_>, amount: ComparedFigure, compared: &Comparison) -> KeyFigure {
    let this = of(plan, amount);
    let rounded = this.rounded_kroner();
    // What is on the account without what only a longer time on benefit has put there.
    let mut apart = Some((of(own, amount), this));
    let mut notes = Vec::new();
    let label = match amount {
        ComparedFigure::Missing => {
            apart = None;
            notes.extend(missing(plan, compared));
            c::missing()
        }
        ComparedFigure::Lowest => {
            apart = Some((compared.lowest_household.from, compared.lowest_household.to));
            notes.extend(plan.simulation.key_figures.lowest_household.map(|low| c::in_month(MonthOf(low.month))));
            c::lowest()
        }
        ComparedFigure::Manages => return manages(plan, compared),
        ComparedFigure::AtTheEnd => {
            apart = Some((compared.household_at_end.from, compared.household_at_end.to));
            notes.push(c::in_month(last_month(plan)));
            c::at_the_end()
        }
        ComparedFigure::Surplus if plan.plan.scenario.business.is_none() => {
            return KeyFigure { label: c::surplus(), value: c::no_business().to_owned(), short: false, notes };
        }
        ComparedFigure::Surplus => c::surplus(),
        ComparedFigure::Debt => {
            notes.push(c::in_month(last_month(plan)));
            c::debt()
        }
    };
    if let Some((before, counted)) = apart.filter(|_| plan.variant.is_some()) {
        notes.push(difference(before, counted));
        notes.extend(not_counted(Changed { from: counted, to: this }.difference()));
    }
    let nothing = rounded == 0 && matches!(amount, ComparedFigure::Missing | ComparedFigure::Debt);
    let value = if nothing { t::unit::nothing().to_owned() } else { kroner(this) };
    let is_short = if amount == ComparedFigure::Missing { rounded > 0 } else { rounded < 0 };
    KeyFigure { label, value, short: is_short, notes }
}

/// From when on it is missing, or what the account would be missing without.
fn missing(plan: &ComparedPlan<'_>, compared: &Comparison) -> Option<String> {
    if is_short(plan) {
        return first_short(plan).map(c::first_time);
    }
    only_longer(plan, compared).then(|| c::needs(Amount::Whole(compared.not_counted)))
}

fn not_counted(amount: Money) -> Option<String> {
    (amount.rounded_kroner() > 0).then(|| c::not_counted(Amount::Whole(amount)))
}

fn of(plan: &ComparedPlan<'_>, amount: ComparedFigure) -> Money {
    let figures = &plan.simulation.key_figures;
    let last = plan.simulation.months.last();
    let found = match amount {
        ComparedFigure::Missing => Some(figures.deepest_shortfall),
        ComparedFigure::Lowest => figures.lowest_household.map(|low| low.balance),
        ComparedFigure::AtTheEnd => last.map(|row| row.household.closing),
        ComparedFigure::Surplus => Some(FullMonth::of(plan.plan.scenario).surplus),
        ComparedFigure::Debt => last.map(|row| row.loan.outstanding),
        ComparedFigure::Manages => None,
    };
    found.unwrap_or_default()
}

/// Money every month and never below zero: nothing less is called managing.
fn manages(plan: &ComparedPlan<'_>, compared: &Comparison) -> KeyFigure {
    let from = plan.simulation.key_figures.manages_from;
    let counted = compared.manages_from;
    let value = from.map_or_else(|| c::manages_never(last_month(plan)), month_year);
    let mut notes = Vec::new();
    match (counted.from, counted.to) {
        _ if from.is_none() => notes.extend(still_benefit(plan)),
        (Some(before), Some(from)) if plan.variant.is_some() => notes.push(shift(from.months_since(before))),
        _ => {}
    }
    if from != counted.to {
        notes.push(c::needs(Amount::Whole(compared.not_counted)));
    }
    KeyFigure { label: c::manages(), value, short: false, notes }
}

/// Why not: whoever works full time can have a little benefit all the same.
fn still_benefit(plan: &ComparedPlan<'_>) -> Option<String> {
    let benefit = last(plan)?.household.benefit;
    benefit.is_positive().then(|| c::still_benefit(Amount::Whole(benefit), last_month(plan)))
}

fn shift(later: i32) -> String {
    match later {
        0 => c::same().to_owned(),
        1.. => c::later(Months(later.unsigned_abs())),
        _ => c::earlier(Months(later.unsigned_abs())),
    }
}

fn last<'a>(plan: &'a ComparedPlan<'_>) -> Option<&'a MonthRow> {
    plan.simulation.months.last()
}

fn last_month(plan: &ComparedPlan<'_>) -> MonthOf {
    MonthOf(plan.plan.timeline().last())
}

/// What the rules say: about a loan that is paused, and about the wage of a job nobody has yet.
fn notes(plan: &ComparedPlan<'_>) -> Vec<PlanNote> {
    if plan.variant == Some(Variant::OrdinaryJob) {
        return wage(plan).into_iter().collect();
    }
    let Some(paused) = plan.simulation.months.iter().find(|row| row.loan.paused) else { return Vec::new() };
    let owed = of(plan, ComparedFigure::Debt);
    let mut waiver = c::waiver().to_owned();
    if owed.is_positive() {
        waiver = [&c::still_owed(Amount::Whole(owed), last_month(plan)), " ", &waiver].concat();
    }
    let notes = [note(c::paused(MonthOf(paused.month)), RuleId::RulePause), note(waiver, RuleId::RuleWaiver)];
    notes.into_iter().flatten().collect()
}

fn wage(plan: &ComparedPlan<'_>) -> Option<PlanNote> {
    let found = figure::OVERENSKOMST_MINIMALLOEN.at(&RULEBOOK, plan.plan.scenario.start)?;
    let Period { source, status, .. } = found.period;
    let source = SourceView { name: source.title().to_owned(), url: source.url(), tag: basis::standing(*status) };
    Some(PlanNote { text: c::wage().to_owned(), source })
}

fn note(text: String, rule: RuleId) -> Option<PlanNote> {
    Some(PlanNote { text, source: SourceView::of(RULEBOOK.basis(rule))? })
}
