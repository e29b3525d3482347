//! The headline sentences: what somebody should know before looking at a single figure.

use crate::locale::language::Text;
use std::borrow::Cow;

use mikrolaan_engine::insight::goal_seek::{Goal, holds};
use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::simulation::{
    BenefitRange, LoanFigures, Lowest, MonthRow, Phase, Purse, Shortfall, SituationKey, Vat, vat_costs,
};
use mikrolaan_engine::trace::Line;

use super::View;
use crate::locale::argument::{Amount, DateOf, MonthOf};
use crate::locale::texts::headline as h;
use crate::locale::texts::named::{HighLow, NoQuestionYes};
use crate::locale::words::answer;
use crate::navigation::Route;
use crate::rulebook::RULEBOOK;

/// One headline sentence with what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The sentence.
    pub fact: Cow<'static, str>,
    /// What follows from it.
    pub notes: Vec<Cow<'static, str>>,
    /// Money is missing.
    pub short: bool,
    /// Where it stands.
    pub place: Standing,
    /// Where its figure comes from.
    pub origin: Option<Route>,
}

/// Where a headline stands on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// First, and largest.
    Lead,
    /// Its fact stands in the line below the first one, and all of it with the rest.
    Facts,
    /// With the rest.
    #[default]
    More,
}

impl Headline {
    /// The class of the one that stands first: with a brick rule when money is missing.
    pub fn lead_class(&self) -> &'static str {
        if self.short { "keys__first keys__first--short" } else { "keys__first" }
    }

    pub(super) fn new(fact: impl Into<Cow<'static, str>>, note: impl Into<Cow<'static, str>>) -> Self {
        Headline::made(fact.into(), note.into())
    }

    /// Kept out of its callers: there are many of them.
    #[inline(never)]
    fn made(fact: Cow<'static, str>, note: Cow<'static, str>) -> Self {
        Headline { fact, notes: vec![note], short: false, place: Standing::More, origin: None }
    }

    /// Its figure is a line of a month, or made of several.
    fn of(self, month: Month, line: Option<Line>) -> Self {
        Headline { origin: Some(Route::Trace(month, line)), ..self }
    }

    fn at(self, place: Standing) -> Self {
        Headline { place, ..self }
    }

    fn short(self) -> Self {
        Headline { short: true, ..self }
    }
}

/// The headline sentences, the most pressing first; none while a figure is missing without which nothing can be
/// said.
pub(super) fn headlines(view: &View<'_>) -> Vec<Headline> {
    if unwritten(view).is_some() {
        return Vec::new();
    }
    let mut headlines: Vec<Headline> =
        view.simulation.benefit_range.iter().map(|it| range(it).at(Standing::Facts)).collect();
    headlines.push(pressing(view).at(Standing::Lead));
    headlines.extend(support(view).map(|it| it.at(Standing::Facts)));
    let mut loan = loan(view);
    if view.simulation.key_figures.first_shortfall.is_none() {
        headlines.push(manages(view));
        headlines.extend(loan);
    } else {
        let mut own = manages(view);
        if let Some(loan) = loan.take() {
            own.notes.push(loan.fact);
        }
        headlines.push(own);
    }
    headlines.extend(closed(view));
    headlines.extend(vat(view));
    headlines
}

/// A figure without which nothing can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// What it costs to live.
    LivingCosts,
    /// What the business sells for.
    Revenue,
    /// The amount somebody lives on, where it does not follow from the answers.
    Benefit,
}

impl Unwritten {
    /// What is to be written, in words.
    pub fn words(self) -> Text {
        match self {
            Unwritten::LivingCosts => h::unwritten::living_costs(),
            Unwritten::Revenue => h::unwritten::revenue(),
            Unwritten::Benefit => h::unwritten::benefit(),
        }
    }
}

/// What is not written of a plan that can be worked out.
pub(super) fn unwritten(view: &View<'_>) -> Option<Unwritten> {
    if view.plan.scenario.household.living_costs.is_zero() {
        return Some(Unwritten::LivingCosts);
    }
    no_revenue(view).then_some(Unwritten::Revenue)
}

/// There is a business, and it sells nothing.
pub(super) fn no_revenue(view: &View<'_>) -> bool {
    let revenue = view.plan.scenario.business.as_ref().map(|business| business.revenue);
    revenue.is_some_and(|revenue| revenue.first_month.is_zero() && revenue.full_month.is_zero())
}

/// The first month whose household account ends below zero: what is missing is how far.
pub(super) fn first_short<'a>(view: &View<'a>) -> Option<&'a MonthRow> {
    view.simulation.months.iter().find(|row| row.household.closing.is_negative())
}

/// The month with more going out than coming in that is named when no account is below zero: the first one
/// on one's own, else the first there is.
pub(crate) fn named_gap<'a>(view: &View<'a>) -> Option<&'a MonthRow> {
    let mut on_own = view.simulation.months.iter().filter(|row| row.phase == Phase::OnOwn && row.has_gap());
    on_own.next().or_else(|| view.simulation.months.iter().find(|row| row.has_gap()))
}

/// Is the goal of the seeks reached, enough in every month? It is the strictest there is.
pub(super) fn is_goal_reached(view: &View<'_>) -> bool {
    holds(Goal::EnoughEveryMonth, view.simulation)
}

fn pressing(view: &View<'_>) -> Headline {
    let figures = &view.simulation.key_figures;
    match (figures.first_shortfall, named_gap(view)) {
        (Some(short), _) if short.purse == Purse::Business => {
            let amount = Amount::Whole(short.business.abs());
            Headline::new(h::shortfall_business::fact(amount, MonthOf(short.month)), h::shortfall_business::note())
                .of(short.month, Some(Line::BusinessClosing))
                .short()
        }
        (Some(short), _) => missing(view, short),
        (None, Some(row)) if !is_goal_reached(view) => {
            let fact = h::gap_covered::fact(Amount::Whole(row.gap()), MonthOf(row.month));
            Headline::new(fact, h::gap_covered::note()).of(row.month, None)
        }
        (None, gap) => enough_every_month(figures.lowest_household, gap),
    }
}

/// How long the money lasts, what is missing first, and what is missing when it is worst.
fn missing(view: &View<'_>, short: Shortfall) -> Headline {
    let figures = &view.simulation.key_figures;
    let first = h::missing::first(Amount::Whole(short.household.abs()), MonthOf(short.month));
    let mut headline = match figures.lasts_until {
        Some(month) => Headline::new(h::missing::lasts_until(MonthOf(month)), first),
        None => Headline { notes: Vec::new(), ..Headline::new(first, "") },
    };
    if let Some(lowest) = figures.lowest_household.filter(|lowest| lowest.month != short.month) {
        headline.notes.push(h::missing::in_all(Amount::Whole(figures.deepest_shortfall), MonthOf(lowest.month)).into());
    }
    headline.of(short.month, Some(Line::HouseholdClosing)).short()
}

/// No purse is below zero, and on one's own as much comes in as goes out. A month before that may take from
/// the savings, and says so.
fn enough_every_month(lowest: Option<Lowest>, gap_in: Option<&MonthRow>) -> Headline {
    let note = lowest.map(|low| h::enough::note(Amount::Whole(low.balance), MonthOf(low.month)));
    let mut headline = Headline::new(h::enough::fact(), note.unwrap_or_default());
    headline.notes.extend(gap_in.map(|row| h::enough::covered(Amount::Whole(row.gap()), MonthOf(row.month)).into()));
    Headline { origin: lowest.map(|low| Route::Trace(low.month, Some(Line::HouseholdClosing))), ..headline }
}

fn support(view: &View<'_>) -> Option<Headline> {
    let scenario = view.plan.scenario;
    scenario.business.as_ref()?;
    let figures = &view.simulation.key_figures;
    let last = view.plan.timeline().last();
    if figures.business_start.is_none() {
        return Some(Headline::new(h::opens_later::fact(), h::opens_later::note()));
    }
    if scenario.subsidy.months == 0 {
        return Some(Headline::new(h::support_none::fact(), h::support_none::note()));
    }
    let Some(ends) = figures.support_ends else {
        return Some(Headline::new(h::support_later::fact(MonthOf(last)), h::support_later::note()));
    };
    Some(Headline::new(h::support_ends::fact(DateOf::last_of(ends)), after_support(view, ends.plus(1))))
}

/// What the person lives on when the support has ended.
fn after_support(view: &View<'_>, month: Month) -> String {
    let row = view.simulation.months.iter().find(|row| row.month == month);
    let month = MonthOf(month);
    match row {
        Some(row) if row.phase == Phase::Closed && !row.household.benefit.is_zero() => {
            h::support_ends::note_benefit(month)
        }
        Some(row) if row.phase == Phase::Closed => h::support_ends::note_closed(month),
        Some(row) if row.household.job_pay.is_positive() => h::support_ends::note_job(month),
        _ => h::support_ends::note(month),
    }
}

/// *Klarer dig selv* is said of the months in which the money also lasts, and of nothing else.
fn manages(view: &View<'_>) -> Headline {
    let figures = &view.simulation.key_figures;
    if let Some(from) = figures.manages_from {
        return Headline::new(h::manages::fact(MonthOf(from)), h::manages::note());
    }
    let last = MonthOf(view.plan.timeline().last());
    let note: Cow<'static, str> = match figures.self_supporting_from {
        Some(from) => h::manages_never::note_below(MonthOf(from)).into(),
        None => h::manages_never::note().into(),
    };
    Headline::new(h::manages_never::fact(last), note)
}

fn loan(view: &View<'_>) -> Option<Headline> {
    view.plan.scenario.business.as_ref()?;
    let Some(LoanFigures { total_repaid, outstanding_end, repaid_in, .. }) = view.simulation.key_figures.loan else {
        let wanted = view.plan.scenario.loan.is_some();
        return (!wanted).then(|| Headline::new(h::loan_none::fact(), h::loan_none::note()));
    };
    let paid = Amount::Whole(total_repaid);
    if let Some(month) = repaid_in {
        return Some(Headline::new(h::loan_repaid::fact(MonthOf(month)), h::loan_repaid::note(paid)));
    }
    let last = MonthOf(view.plan.timeline().last());
    Some(Headline::new(h::loan_left::fact(Amount::Whole(outstanding_end), last), h::loan_left::note(paid)))
}

/// What a closed business leaves, good or bad.
fn closed(view: &View<'_>) -> Option<Headline> {
    let row = view.simulation.months.iter().find(|row| row.phase == Phase::Closed)?;
    let over = row.household.wound_up;
    let amount = Amount::Whole(over.abs());
    let note = if over.is_negative() { h::closed::note_debt(amount) } else { h::closed::note_left(amount) };
    Some(Headline::new(h::closed::fact(MonthOf(row.month)), note).of(row.month, Some(Line::HouseholdWoundUp)))
}

/// What the benefit can be while answers are missing, and which. All else on the page is with the least of it.
fn range(range: &BenefitRange) -> Headline {
    let (high, low) = (Amount::Whole(range.high), Amount::Whole(range.low));
    let mut headline = Headline::new(h::benefit_range::fact(HighLow { high, low }), h::benefit_range::note());
    let met = range.open.iter().find(|open| open.key == SituationKey::ResidenceAndWorkMet);
    let asks = |key| range.open.iter().any(|open| open.key == key);
    let (asks_abroad, asks_children) = (asks(SituationKey::LivedAbroad), asks(SituationKey::Children));
    for open in &range.open {
        let question = &answer::situation(open.key);
        let [no, yes] = [open.if_false, open.if_true].map(Amount::Whole);
        match (open.key, met) {
            // Whether the requirements are met is asked once somebody has said that they came from abroad, and where the
            // children live once there are some.
            (SituationKey::ResidenceAndWorkMet, _) if asks_abroad => {}
            (SituationKey::ChildrenAtHome, _) if asks_children => {}
            (SituationKey::LivedAbroad, Some(met)) => {
                let yes = Amount::Whole(met.if_false);
                headline.notes.push(h::benefit_range::down_to(NoQuestionYes { no, question, yes }).into());
            }
            _ => headline.notes.push(h::benefit_range::answer(NoQuestionYes { no, question, yes }).into()),
        }
    }
    headline
}

fn vat(view: &View<'_>) -> Option<Headline> {
    let month = view.simulation.key_figures.turnover_over_vat_threshold?;
    let limit: Money = figure::MOMS_GRAENSE.at(&RULEBOOK, month)?.value;
    let fact = h::vat::fact(Amount::Whole(limit), MonthOf(month));
    let first = month.plus(1);
    let costs = || vat_costs(&RULEBOOK, view.plan, first).filter(|costs| costs.is_positive());
    let note: Cow<'static, str> = match view.plan.scenario.business.as_ref()?.vat {
        Vat::Absorbed => h::vat::absorbed().into(),
        Vat::Ignored => match costs() {
            Some(costs) => h::vat::costs(Amount::Whole(costs), MonthOf(first)).into(),
            None => h::vat::note().into(),
        },
    };
    Some(Headline::new(fact, note))
}
