//! What nobody knows yet, with its price in kroner: an answer that is missing by the difference it makes before tax in the first
//! month, a guess by what a little of it is worth over the whole period. Each price is the difference of two simulations; what
//! changes no money says what it decides instead.

use mikrolaan_engine::case::{Case, FieldValue, apply_changed_answers, bounds};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::rulebook::Rulebook;
use mikrolaan_engine::screening::{AnswerKey, BusinessAccount, CoursePlan, YesNo};
use mikrolaan_engine::simulation::ScenarioField as F;

use super::case_field::CaseField;
use super::decides::{decides, none_here};
use super::fields::{CaseFieldId, FieldGroup};
use super::state::CaseworkerState;
use super::worked::{WorkedCase, rulebook_of};
use crate::forms::field_errors;
use crate::locale::argument::{Amount, Months};
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::named::{AmountNameStep, DecidesName};
use crate::locale::texts::office::caseworker::unknown as words;
use crate::locale::words::options;
use crate::locale::write;
use crate::rulebook::RULEBOOK;
use crate::state::answering;
use crate::state::provenance::{DECISIVE, Provenance, place, provenance};

/// What one step of an amount is, in kroner.
const STEP: i64 = 100;

/// Something nobody knows yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRow {
    /// What it is called.
    pub name: Text,
    /// The field it is answered in.
    pub field: CaseFieldId,
    /// The id of that field in the document.
    pub field_id: String,
    /// Under which answer, or for which step: "hvis nej", "100 kr. mindre"; empty where it has no price.
    pub under: String,
    /// "+1.575 kr./md.", "+2.400 kr. i alt", or that it cannot be priced.
    pub price: String,
    /// What it decides, where it has no price; else empty.
    pub decides: String,
    /// All of it in a sentence.
    pub said: String,
    /// It is a guess, and no question.
    pub is_guess: bool,
    /// What it is worth.
    pub worth: UnknownWorth,
}

/// What something unknown is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownWorth {
    /// So much more a month before tax with the one answer than with the other.
    Monthly(Money),
    /// So much more, or less, on the account at the end.
    InAll(Money),
    /// It changes no money.
    Nothing,
    /// The plan cannot be worked out yet.
    NotYet,
}

impl UnknownWorth {
    /// What is worth most comes first.
    fn rank(self) -> (u8, i64) {
        match self {
            UnknownWorth::Monthly(amount) => (0, -amount.oere().abs()),
            UnknownWorth::InAll(amount) => (1, -amount.oere().abs()),
            UnknownWorth::Nothing | UnknownWorth::NotYet => (2, 0),
        }
    }
}

/// Everything nobody knows yet, what is worth most first; nothing before anything is answered.
pub fn unknowns(state: &CaseworkerState, worked: &WorkedCase) -> Vec<UnknownRow> {
    if state.state().flow().is_untouched() {
        return Vec::new();
    }
    let rulebook = rulebook_of(state.case());
    let fields = FieldGroup::ALL.iter().flat_map(|group| group.fields()).map(|&of| CaseField::of(state, of));
    let fields: Vec<CaseField> = fields.filter(|field| field.matters).collect();
    let missing = fields.iter().filter(|field| field.is_unknown || field.is_open);
    let mut rows: Vec<UnknownRow> = missing.filter_map(|field| question(state, &rulebook, field)).collect();
    rows.extend(DECISIVE.into_iter().filter_map(|of| guess(state, worked, &rulebook, of)));
    rows.sort_by_key(|row| row.worth.rank());
    rows
}

// ── answers

fn question(state: &CaseworkerState, rulebook: &Rulebook, field: &CaseField) -> Option<UnknownRow> {
    let key = match field.of {
        CaseFieldId::Answer(key) => key,
        CaseFieldId::Borrowed => AnswerKey::LoanAmount,
        CaseFieldId::Plan(_) | CaseFieldId::Benefit => return None,
    };
    let case = state.case();
    // Without the plan's months nothing has a price, not even what has none.
    let Some(now) = at_the_end(case, rulebook) else {
        return Some(made(field.of, (String::new(), UnknownWorth::NotYet), decides(key), false));
    };
    let priced = if key == AnswerKey::LoanAmount {
        a_step(case, rulebook, F::Principal, now)
    } else {
        price(case, rulebook, key)
    };
    let nothing_here = AnswerKey::OF_BENEFIT.contains(&key) && key != AnswerKey::Married;
    let decided = if nothing_here { none_here() } else { decides(key) };
    Some(made(field.of, priced.unwrap_or((String::new(), UnknownWorth::Nothing)), decided, false))
}

/// The step or answer a price is for, in words, and the price.
type Priced = (String, UnknownWorth);

/// Two answers, and what the question is worth: the higher benefit of the first month against the lower, else what the second
/// leaves on the account at the end against the first, which is what is worked with until then.
fn price(case: &Case, rulebook: &Rulebook, key: AnswerKey) -> Option<Priced> {
    let (usual, other) = two_answers(key)?;
    let [usual_case, other_case] = [usual, other].map(|id| answered(case, key, id));
    let [first, second] = [&usual_case, &other_case].map(|case| first_benefit(case, rulebook));
    let (first, second) = (first?, second?);
    if first != second {
        let (id, amount) = if first > second { (usual, first - second) } else { (other, second - first) };
        return Some((if_answered(key, id), UnknownWorth::Monthly(amount)));
    }
    let worth = at_the_end(&other_case, rulebook)? - at_the_end(&usual_case, rulebook)?;
    (!worth.is_zero()).then(|| (if_answered(key, other), UnknownWorth::InAll(worth)))
}

/// The answer that is worked with while none is given, and the other one.
const fn two_answers(key: AnswerKey) -> Option<(&'static str, &'static str)> {
    match key {
        AnswerKey::Single
        | AnswerKey::Children
        | AnswerKey::ChildrenAtHome
        | AnswerKey::LivesWithParents
        | AnswerKey::LivedAbroad
        | AnswerKey::ResidenceAndWorkMet
        | AnswerKey::WorkedTwoAndAHalfYears
        | AnswerKey::Married => Some((YesNo::No.id(), YesNo::Yes.id())),
        AnswerKey::WillTakeCourse => Some((CoursePlan::Yes.id(), CoursePlan::Done.id())),
        AnswerKey::BusinessAccount => Some((BusinessAccount::None.id(), BusinessAccount::Open.id())),
        _ => None,
    }
}

/// The case with this answer, and what it puts into the plan. Who came from abroad is worth what it can cost: that the
/// requirements are not met.
fn answered(case: &Case, key: AnswerKey, id: &str) -> Case {
    let mut case = case.clone();
    let before = case.answers.clone();
    answering::choose(&mut case.answers, key, id);
    if key == AnswerKey::LivedAbroad && case.answers.lived_abroad == Some(true) {
        case.answers.residence_and_work_met = Some(false);
    }
    for scenario in &mut case.scenarios {
        apply_changed_answers(scenario, &before, &case.answers);
    }
    case
}

/// The benefit or subsidy of the first month before tax, other answers that are missing at their usual.
fn first_benefit(case: &Case, rulebook: &Rulebook) -> Option<Money> {
    let simulation = case.simulate(rulebook, 0).ok()?;
    simulation.months.first().map(|row| row.household.benefit + row.household.subsidy)
}

/// What is on the account at the end.
fn at_the_end(case: &Case, rulebook: &Rulebook) -> Option<Money> {
    let evaluated = evaluate(case, rulebook, 0).ok()?;
    evaluated.simulation.months.last().map(|row| row.household.closing)
}

fn if_answered(key: AnswerKey, id: &str) -> String {
    let label = match id {
        id if id == YesNo::Yes.id() && key != AnswerKey::WillTakeCourse => t::common::yes().to_owned(),
        id if id == YesNo::No.id() => t::common::no().to_owned(),
        id => {
            let mut offered = options::of(key).into_iter().flat_map(|group| group.choices);
            offered.find(|choice| choice.id == id).map(|choice| choice.label.to_owned()).unwrap_or_default()
        }
    };
    words::if_answered(&crate::locale::words::list(&[&label]))
}

// ── guesses

/// A value of the plan nobody gave, with a little less or more of it.
fn guess(state: &CaseworkerState, worked: &WorkedCase, rulebook: &Rulebook, field: F) -> Option<UnknownRow> {
    let from = provenance(state.case(), place(field))?;
    let is_guess = from == Provenance::Guess || (from == Provenance::Example && state.sample().is_none());
    let (case, outcome) = worked.plan()?;
    let now = outcome.as_ref().ok().filter(|_| is_guess)?.simulation.months.last()?.household.closing;
    let priced = a_step(case, rulebook, field, now).unwrap_or((String::new(), UnknownWorth::Nothing));
    let of = if field == F::Principal { CaseFieldId::Borrowed } else { CaseFieldId::Plan(field) };
    // Of the loan the answer is asked for already.
    let is_asked = field == F::Principal && state.case().answers.loan_amount.is_none();
    (!is_asked).then(|| made(of, priced, none_here(), true))
}

/// What a step of this value is worth against what is on the account at the end now; `None` where it is worth nothing.
fn a_step(case: &Case, rulebook: &Rulebook, field: F, now: Money) -> Option<Priced> {
    let (changed, words) = step(case, field)?;
    let worth = at_the_end(&changed, rulebook)? - now;
    (!worth.is_zero()).then_some((words, UnknownWorth::InAll(worth)))
}

/// The case with a step of this value, and the step in words; `None` where there is no room for one.
fn step(case: &Case, field: F) -> Option<(Case, String)> {
    let mut case = case.clone();
    let plan = case.scenarios.first_mut()?;
    let step = Money::from_kroner(STEP);
    let (value, words) = match (field, field.read(plan, &RULEBOOK, 0)?) {
        (F::LivingCosts | F::FixedCosts, FieldValue::Amount(amount)) if amount >= step => {
            (FieldValue::Amount(amount - step), words::less(Amount::Whole(step)))
        }
        (_, FieldValue::Amount(amount)) => (FieldValue::Amount(amount + step), words::more(Amount::Whole(step))),
        (_, FieldValue::Whole(months)) => (FieldValue::Whole(months.saturating_add(1)), words::longer(Months(1))),
        (F::VariableCostShare, FieldValue::Rate(rate)) => {
            let more = field_errors::percent(&write::plain(1), bounds::RATE).ok()?;
            (FieldValue::Rate(rate.plus(more)), words::share().to_owned())
        }
        _ => return None,
    };
    field.write(plan, &RULEBOOK, 0, Some(value));
    Some((case, words))
}

// ── in words

fn made(of: CaseFieldId, (under, worth): Priced, decided: Text, is_guess: bool) -> UnknownRow {
    let name = of.label();
    let (price, said) = match worth {
        UnknownWorth::Monthly(amount) => {
            let said = words::said_monthly(AmountNameStep { amount: Amount::Whole(amount), name: &name, step: &under });
            (words::monthly(&signed(amount)), said)
        }
        UnknownWorth::InAll(amount) => {
            let said = AmountNameStep { amount: Amount::Whole(amount.abs()), name: name.words(), step: under.as_str() };
            let said = if amount.is_negative() { words::said_less(said) } else { words::said_more(said) };
            (words::in_all(&signed(amount)), said)
        }
        UnknownWorth::Nothing => {
            (words::no_price().to_owned(), words::said_nothing(DecidesName { decides: &decided, name: &name }))
        }
        UnknownWorth::NotYet => {
            (words::no_price().to_owned(), words::said_not_yet(DecidesName { decides: &decided, name: &name }))
        }
    };
    let has_no_price = matches!(worth, UnknownWorth::Nothing | UnknownWorth::NotYet);
    let decides = if has_no_price { decided.to_owned() } else { String::new() };
    UnknownRow { name, field: of, field_id: CaseField::id(of), under, price, decides, said, is_guess, worth }
}

/// With its sign, and without the unit.
fn signed(amount: Money) -> String {
    [if amount.is_negative() { "" } else { "+" }, &write::whole_kroner(amount)].concat()
}

#[cfg(test)]
#[path = "unknowns_tests.rs"]
pub(in crate::office) mod tests;
