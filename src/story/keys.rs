//! The key sentences: what somebody should know before looking at a single figure.

use std::borrow::Cow;

use mikrolaan_engine::explain::Line;
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::simulation::{LoanFigures, Lowest, MonthRow, Phase, Purse};

use super::View;
use super::month::{has_hole, hole};
use crate::danish::write::{kroner, last_day, month_year};
use crate::route::Route;
use crate::rulebook::RULEBOOK;
use crate::texts::key as k;

/// One key sentence with what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The sentence.
    pub fact: Cow<'static, str>,
    /// What follows from it.
    pub notes: Vec<Cow<'static, str>>,
    /// Money is missing.
    pub short: bool,
    /// Where its figure comes from.
    pub origin: Option<Route>,
}

impl Key {
    pub(super) fn new(fact: impl Into<Cow<'static, str>>, note: impl Into<Cow<'static, str>>) -> Self {
        Key::made(fact.into(), note.into())
    }

    /// Kept out of its callers: there are many of them.
    #[inline(never)]
    fn made(fact: Cow<'static, str>, note: Cow<'static, str>) -> Self {
        Key { fact, notes: vec![note], short: false, origin: None }
    }

    /// Its figure is a line of a month, or made of several.
    fn of(self, month: Month, line: Option<Line>) -> Self {
        Key { origin: Some(Route::Trace(month, line)), ..self }
    }

    fn short(self) -> Self {
        Key { short: true, ..self }
    }
}

/// The key sentences, the most pressing first.
pub(super) fn keys(view: &View<'_>) -> Vec<Key> {
    let first = unwritten(view).unwrap_or_else(|| pressing(view));
    let enough = first.fact == k::enough::fact();
    let mut keys = vec![first];
    keys.extend(support(view));
    let mut loan = loan(view);
    if enough {
        keys.extend(self_supporting(view));
        keys.extend(loan);
    } else {
        keys.extend(lowest(view));
        let mut own = self_supporting(view);
        if let (Some(own), Some(loan)) = (&mut own, loan.take()) {
            own.notes.push(loan.fact);
        }
        keys.extend(own);
    }
    keys.extend(closed(view));
    keys.extend(vat(view));
    keys
}

/// A figure without which nothing can be said.
pub(super) fn unwritten(view: &View<'_>) -> Option<Key> {
    if no_revenue(view) {
        return Some(Key::new(k::needs_revenue::fact(), k::needs_revenue::note()));
    }
    let costs = view.plan.scenario.household.living_costs;
    costs.is_zero().then(|| Key::new(k::needs_living_costs::fact(), k::needs_living_costs::note()))
}

/// There is a business, and it sells nothing.
pub(super) fn no_revenue(view: &View<'_>) -> bool {
    let revenue = view.plan.scenario.business.as_ref().map(|business| business.revenue);
    revenue.is_some_and(|revenue| revenue.first_month.is_zero() && revenue.full_month.is_zero())
}

/// The hole that the first sentence and the picture name: in the first month in which it leaves the
/// household with less than nothing, else the first one on one's own, else the first there is.
pub(super) fn named_hole<'a>(view: &View<'a>) -> Option<&'a MonthRow> {
    let holes = || view.simulation.months.iter().filter(|row| has_hole(row));
    let short = holes().find(|row| row.household.closing.is_negative());
    let first_on_own = view.simulation.months.iter().find(|row| row.phase == Phase::OnOwn);
    short.or_else(|| first_on_own.filter(|row| has_hole(row))).or_else(|| holes().next())
}

fn pressing(view: &View<'_>) -> Key {
    let figures = &view.simulation.key_figures;
    let named = named_hole(view).map(|row| (row.month, kroner(hole(row))));
    match (figures.first_shortfall, named) {
        (Some(short), Some((month, amount))) if short.purse == Purse::Household && short.month == month => {
            let key = Key::new(k::gap::fact(&amount, &month_year(month)), "").of(month, None);
            Key { notes: Vec::new(), ..key }.short()
        }
        (Some(short), _) if short.purse == Purse::Household => {
            let amount = kroner(-short.household);
            Key::new(k::shortfall_household::fact(&amount, &month_year(short.month)), k::shortfall_household::note())
                .of(short.month, Some(Line::HouseholdClosing))
                .short()
        }
        (Some(short), _) => {
            let amount = kroner(-short.business);
            Key::new(k::shortfall_business::fact(&amount, &month_year(short.month)), k::shortfall_business::note())
                .of(short.month, Some(Line::BusinessClosing))
                .short()
        }
        (None, Some((month, amount))) => {
            Key::new(k::gap_covered::fact(&amount, &month_year(month)), k::gap_covered::note()).of(month, None)
        }
        (None, None) => enough(figures.lowest_household),
    }
}

fn enough(lowest: Option<Lowest>) -> Key {
    let note = lowest.map(|low| k::enough::note(&kroner(low.balance), &month_year(low.month)));
    let key = Key::new(k::enough::fact(), note.unwrap_or_default());
    Key { origin: lowest.map(|low| Route::Trace(low.month, Some(Line::HouseholdClosing))), ..key }
}

fn support(view: &View<'_>) -> Option<Key> {
    let scenario = view.plan.scenario;
    scenario.business.as_ref()?;
    let figures = &view.simulation.key_figures;
    let last = view.plan.timeline().last();
    if figures.business_start.is_none() {
        return Some(Key::new(k::opens_later::fact(), k::opens_later::note()));
    }
    if scenario.subsidy.months == 0 {
        return Some(Key::new(k::support_none::fact(), k::support_none::note()));
    }
    let Some(ends) = figures.support_ends else {
        return Some(Key::new(k::support_later::fact(&month_year(last)), k::support_later::note()));
    };
    Some(Key::new(k::support_ends::fact(&last_day(ends)), after_support(view, ends.plus(1))))
}

/// What the person lives on when the support has ended.
fn after_support(view: &View<'_>, month: Month) -> String {
    let row = view.simulation.months.iter().find(|row| row.month == month);
    let month = month_year(month);
    match row {
        Some(row) if row.phase == Phase::Closed && !row.household.benefit.is_zero() => {
            k::support_ends::note_benefit(&month)
        }
        Some(row) if row.phase == Phase::Closed => k::support_ends::note_closed(&month),
        Some(row) if row.household.job_pay.is_positive() => k::support_ends::note_job(&month),
        _ => k::support_ends::note(&month),
    }
}

fn lowest(view: &View<'_>) -> Option<Key> {
    let low = view.simulation.key_figures.lowest_household?;
    let note = if low.balance.is_negative() { k::lowest::note_negative() } else { k::lowest::note() };
    let key = Key::new(k::lowest::fact(&kroner(low.balance), &month_year(low.month)), note);
    Some(key.of(low.month, Some(Line::HouseholdClosing)))
}

fn self_supporting(view: &View<'_>) -> Option<Key> {
    let figures = &view.simulation.key_figures;
    if let Some(from) = figures.self_supporting_from {
        return Some(Key::new(k::self_supporting::fact(&month_year(from)), k::self_supporting::note()));
    }
    let last = view.plan.timeline().last();
    Some(Key::new(k::self_supporting_never::fact(&month_year(last)), k::self_supporting_never::note()))
}

fn loan(view: &View<'_>) -> Option<Key> {
    view.plan.scenario.business.as_ref()?;
    let Some(LoanFigures { total_repaid, outstanding_end, repaid_in, .. }) = view.simulation.key_figures.loan else {
        let wanted = view.plan.scenario.loan.is_some();
        return (!wanted).then(|| Key::new(k::loan_none::fact(), k::loan_none::note()));
    };
    let paid = kroner(total_repaid);
    if let Some(month) = repaid_in {
        return Some(Key::new(k::loan_repaid::fact(&month_year(month)), k::loan_repaid::note(&paid)));
    }
    let last = month_year(view.plan.timeline().last());
    Some(Key::new(k::loan_left::fact(&kroner(outstanding_end), &last), k::loan_left::note(&paid)))
}

/// What a closed business leaves, good or bad.
fn closed(view: &View<'_>) -> Option<Key> {
    let row = view.simulation.months.iter().find(|row| row.phase == Phase::Closed)?;
    let over = row.household.wound_up;
    let note =
        if over.is_negative() { k::closed::note_debt(&kroner(-over)) } else { k::closed::note_left(&kroner(over)) };
    Some(Key::new(k::closed::fact(&month_year(row.month)), note).of(row.month, Some(Line::HouseholdWoundUp)))
}

fn vat(view: &View<'_>) -> Option<Key> {
    let month = view.simulation.key_figures.turnover_over_vat_threshold?;
    let limit: Money = figure::MOMS_GRAENSE.at(&RULEBOOK, month)?.value;
    Some(Key::new(k::vat::fact(&kroner(limit), &month_year(month)), k::vat::note()))
}
