//! *Ser tallet forkert ud?*: the figure again, what changes it most, the usual reasons, and a text for the municipality.
//!
//! The page knows where one came from: a line of a month, a month, or the months, whose first sentence is then the figure. What
//! nobody has answered and what is guessed stands first among what changes it, with what it could be instead.

mod letter;

use mikrolaan_engine::case::Obstacle;
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::insight::sensitivity::Input;
use mikrolaan_engine::quantity::{Date, Money};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::Scenario;
use mikrolaan_engine::trace::Line;

use super::contact::{CONTACT, ContactView};
use super::months::{Said, Unsayable, sayable};
use super::sensitivity::{ChangeSentence, most_effective};
use super::trace::{From, Step, TraceView, title};
use super::unsure::unsure;
use super::{View, in_order};
use crate::forms::inputs::{self, FigureInput};
use crate::locale::argument::Amount;
use crate::locale::language::Text;
use crate::locale::texts::help as words;
use crate::locale::texts::named::{AmountMost, ChangeDifferenceUntil};
use crate::locale::words::origin;
use crate::locale::write;
use crate::navigation::{FigurePlace, MoneyStep, Route};
use crate::state::State;
use crate::state::provenance::Provenance;

/// So many figures are named.
const NAMED: usize = 3;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub enum HelpView {
    /// The figure, and what can be wrong with it.
    Told(Box<HelpTold>),
    /// There is no figure: a value is missing, in words.
    Asked(Text),
    /// There is no figure, and why.
    CannotCalculate(Vec<Obstacle>),
}

/// A figure, and what can be wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpTold {
    /// The figure in a sentence, or with its name.
    pub fact: String,
    /// Money is missing.
    pub is_short: bool,
    /// How it is made up, or what else is said of it.
    pub parts: String,
    /// What changes it most, what nobody has answered or given first.
    pub values: Vec<DoubtedValue>,
    /// The usual reasons: a title, and what to do.
    pub reasons: Vec<(Text, String)>,
    /// The whole working-out.
    pub whole: Option<Route>,
    /// The text for the municipality.
    pub letter: String,
    /// Whom to turn to.
    pub contact: ContactView,
}

/// A value that changes the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubtedValue {
    /// What it is called.
    pub name: Text,
    /// What it is now; where an answer is missing, what it can be.
    pub value: String,
    /// An answer is missing that decides it.
    pub is_missing: bool,
    /// Where it comes from, where that is kept.
    pub from: Option<Provenance>,
    /// What else the figure would be, or which answer is missing.
    pub note: String,
    /// Where it is answered or put right.
    pub page: Route,
}

impl DoubtedValue {
    /// Is it nobody's, so that it is dashed?
    pub fn is_unsure(&self) -> bool {
        self.is_missing || matches!(self.from, Some(Provenance::Guess | Provenance::Example))
    }
}

impl HelpView {
    /// About this figure of the first scenario, or about what the months say first.
    pub fn of(
        state: &State,
        outcome: &Result<Evaluated, Vec<Obstacle>>,
        asked: Option<FigurePlace>,
        today: Date,
    ) -> Self {
        let evaluated = match sayable(outcome) {
            Ok(evaluated) => evaluated,
            Err(Unsayable::Asked(unwritten)) => return HelpView::Asked(unwritten.words()),
            Err(Unsayable::CannotCalculate(obstacles)) => return HelpView::CannotCalculate(obstacles.to_vec()),
        };
        let said = Said::of(evaluated);
        let doubted = asked.and_then(|place| of_line(state, place)).unwrap_or_else(|| of_months(&said));
        let Doubted { fact, is_short, parts, whole } = doubted;
        let values = values(state, evaluated);
        let letter = letter::letter(state, &[&fact, &parts], &values, today);
        let reasons = reasons(&said);
        let contact = ContactView::of(CONTACT);
        HelpView::Told(Box::new(HelpTold { fact, is_short, parts, values, reasons, whole, letter, contact }))
    }
}

/// The figure itself.
struct Doubted {
    fact: String,
    is_short: bool,
    parts: String,
    whole: Option<Route>,
}

/// A line of a month with what it is made up of; of a whole month what is on the account at its end. `None` where the plan has no
/// such month or line.
fn of_line(state: &State, (month, line): FigurePlace) -> Option<Doubted> {
    let asked = line.unwrap_or(Line::HouseholdClosing);
    let TraceView::Line(Some(step)) = TraceView::of(state.case(), month, Some(asked)) else { return None };
    let parts = match &step.from {
        From::Formula(how) => how.steps.as_slice(),
        _ => &[],
    };
    // What is nothing makes no difference.
    let nothing = write::amount(Money::ZERO);
    let part = |part: &Step| {
        let sign = part.sign.map(|sign| sign.drawn_and_read().0).unwrap_or_default();
        (part.value != nothing).then(|| [sign, " ", &part.name, " ", &part.value].concat().trim_start().to_owned())
    };
    Some(Doubted {
        fact: [&title(month, Some(asked)), ": ", &step.value].concat(),
        is_short: false,
        parts: parts.iter().filter_map(part).collect::<Vec<_>>().join(" "),
        whole: Some(Route::Trace(month, line)),
    })
}

/// What the months say first.
fn of_months(said: &Said) -> Doubted {
    let lead = said.lead();
    Doubted {
        fact: lead.map(|lead| lead.fact.to_string()).unwrap_or_default(),
        is_short: lead.is_some_and(|lead| lead.short),
        parts: said.facts(),
        whole: lead.and_then(|lead| lead.origin),
    }
}

// ── what changes it

/// What changes it most: the answer that is missing, and then figures; of those named, what is nobody's comes first.
fn values(state: &State, evaluated: &Evaluated) -> Vec<DoubtedValue> {
    let plan = evaluated.plan();
    let view = View { plan: &plan, simulation: &evaluated.simulation };
    let missing = missing_answer(&view);
    let room = NAMED - usize::from(missing.is_some());
    let effective = most_effective(&view).into_iter().filter_map(|of| value(state, plan.scenario, of));
    // What matters most stays first among its like.
    let values = in_order(effective.take(room), |value| !value.is_unsure());
    missing.into_iter().chain(values).collect()
}

/// The benefit, where an answer it depends on is missing.
fn missing_answer(view: &View<'_>) -> Option<DoubtedValue> {
    let range = view.simulation.benefit_range.as_ref()?;
    let question = unsure(view).into_iter().find(|unsure| unsure.asked)?;
    let (amount, most) = (Amount::Whole(range.low), Amount::Whole(range.high));
    Some(DoubtedValue {
        name: words::benefit(),
        value: words::benefit_other(AmountMost { amount, most }),
        is_missing: true,
        from: None,
        note: [&words::benefit_note(), " ", &*question.what].concat(),
        page: AnswerKey::from_id(question.field).map_or(Route::Budget, Route::Question),
    })
}

/// A figure with what it is now, and what the result would be with less or more of it. `None` where it is several figures.
fn value(
    state: &State,
    scenario: &Scenario,
    (input, name, sentence): (Input, Text, ChangeSentence),
) -> Option<DoubtedValue> {
    let (figure, step): (&FigureInput, MoneyStep) = match input {
        Input::Revenue => (&inputs::FULL_MONTH, MoneyStep::Business),
        Input::VariableCostShare => (&inputs::VARIABLE_SHARE, MoneyStep::Business),
        Input::FixedCosts => (&inputs::FIXED_COSTS, MoneyStep::Business),
        Input::LivingCosts => (&inputs::LIVING_COSTS, MoneyStep::Home),
        Input::AccountWaitMonths => (&inputs::ACCOUNT_WAIT_MONTHS, MoneyStep::Start),
        Input::SubsidyMonths => (&inputs::SUBSIDY_MONTHS, MoneyStep::Start),
        Input::SmallJobHours if scenario.small_jobs.len() == 1 => (&inputs::JOB_HOURS, MoneyStep::Start),
        Input::SmallJobHours => return None,
    };
    let case = state.case();
    let ChangeSentence { change, until, amount, .. } = sentence;
    Some(DoubtedValue {
        name,
        value: [&figure.text(case, 0), "\u{a0}", &*figure.unit()].concat(),
        is_missing: false,
        from: figure.origin(case, 0),
        note: words::effect(ChangeDifferenceUntil { change: &change, difference: &amount, until: &until }),
        page: Route::Money(step),
    })
}

// ── usual reasons

fn reasons(said: &Said) -> Vec<(Text, String)> {
    use words::reason as r;
    let known = [(r::before_tax(), r::before_tax_text()), (r::yearly(), r::yearly_text()), (r::vat(), r::vat_text())];
    let known = known.into_iter().map(|(title, text)| (title, text.to_owned()));
    let carried = said.rates_carried.iter().map(|carried| (r::rates(), carried.text.to_string()));
    known.chain(carried).collect()
}

/// The tag of a value: where it comes from.
pub(super) fn tag(value: &DoubtedValue) -> Option<Text> {
    value.from.map(origin::tag)
}

#[cfg(test)]
#[path = "help/tests.rs"]
mod tests;
