//! The questions that name a case and something about it: goal seek, sensitivity, where a line comes
//! from, and the annual percentage rate.

use mikrolaan_apr::{Flow, Years, changes_of_sign};
use num_bigint::BigInt;

use super::bounds::{self, Bounds};
use super::careful::case;
use super::decode::{Read, list, text};
use super::file::read_document;
use super::node::JsonNode;
use super::object::{Object, optional_choice};
use super::problems::{Path, Problems, quoted};
use super::{Case, ErrorCode, Obstacle, Problem};
use crate::insight::goal_seek::{Found, Goal, Question, Refused, Vary, seek};
use crate::insight::sensitivity::{Row, sensitivity};
use crate::quantity::{Money, Month};
use crate::rulebook::Rulebook;
use crate::simulation::{NotCovered, Plan, Timeline};
use crate::string_enum::Listed;
use crate::trace::{Line, Node as Tree, explain};

/// How many flows of money there can be, payouts and payments together.
const FLOWS: Bounds<u32> = Bounds { min: 0, max: 2_000 };
/// How often, in their order of time, payouts can follow payments or payments payouts.
const CHANGES_OF_SIGN: Bounds<u32> = Bounds { min: 0, max: 100 };
/// How late a flow of money can be.
const LATEST_YEARS: u32 = 100;
/// How many characters a time may have.
const LONGEST_TIME: usize = 200;

/// A case and which of its scenarios is asked about.
struct About {
    case: Case,
    scenario: usize,
}

/// A goal seek, read.
struct SeekQuestion {
    about: About,
    question: Question,
    goal: Goal,
}

/// A line of a month, read.
struct ExplainQuestion {
    about: About,
    month: Month,
    line: Line,
}

/// A line of a month with the tree behind it.
pub(super) struct Explained {
    pub(super) case: Case,
    pub(super) month: Month,
    pub(super) line: Line,
    /// `None` cannot be: the month was held against the scenario.
    pub(super) tree: Option<Tree>,
}

/// The flows of an annual percentage rate, read.
pub(super) struct Flows {
    pub(super) payouts: Vec<Flow>,
    pub(super) payments: Vec<Flow>,
}

/// Reads a goal seek and answers it.
///
/// # Errors
/// Every [`Problem`] of the document, or why the question does not fit the scenario.
pub(super) fn seek_in(input: &[u8], rulebook: &Rulebook) -> Result<Option<Found>, Vec<Problem>> {
    let asked = read_document(input, seek_question)?;
    let plan = plan_of(&asked.about.case, asked.about.scenario)?;
    seek(rulebook, &plan, asked.question, asked.goal).map_err(|refused| vec![refusal(refused, asked.about.scenario)])
}

/// Reads a sensitivity and works it out.
///
/// # Errors
/// Every [`Problem`] of the document.
pub(super) fn sensitivity_in(input: &[u8], rulebook: &Rulebook) -> Result<Vec<Row>, Vec<Problem>> {
    let asked = read_document(input, |node, problems| {
        let mut object = Object::of(node, Path::ROOT, &["case", "scenario"], problems)?;
        about(&mut object)
    })?;
    let plan = plan_of(&asked.case, asked.scenario)?;
    sensitivity(rulebook, &plan).map_err(|missing| vec![not_covered(asked.scenario, missing)])
}

/// Reads which line of which month is asked about, and explains it.
///
/// # Errors
/// Every [`Problem`] of the document.
pub(super) fn explain_in(input: &[u8], rulebook: &Rulebook) -> Result<Explained, Vec<Problem>> {
    let ExplainQuestion { about, month, line } = read_document(input, explain_question)?;
    let plan = plan_of(&about.case, about.scenario)?;
    let tree = explain(rulebook, &plan, month, line).map_err(|missing| vec![not_covered(about.scenario, missing)])?;
    Ok(Explained { case: about.case, month, line, tree })
}

/// Reads the flows of an annual percentage rate.
///
/// # Errors
/// Every [`Problem`] of the document.
pub(super) fn flows_in(input: &[u8]) -> Result<Flows, Vec<Problem>> {
    read_document(input, |node, problems| {
        let mut object = Object::of(node, Path::ROOT, &["payouts", "payments"], problems)?;
        let payouts = flows(&mut object, "payouts");
        let payments = flows(&mut object, "payments");
        let (payouts, payments) = (payouts?, payments?);
        let too_many = |read: usize, bounds: Bounds<u32>| u32::try_from(read).map_or(true, |read| !bounds.allow(&read));
        let flows = payouts.len() + payments.len();
        if too_many(flows, FLOWS) {
            refuse(node, &format!("{flows} payouts and payments"), FLOWS, problems);
            return None;
        }
        let changes = changes_of_sign(&payouts, &payments);
        if too_many(changes, CHANGES_OF_SIGN) {
            refuse(node, &format!("{changes} changes of sign in the order of time"), CHANGES_OF_SIGN, problems);
            return None;
        }
        Some(Flows { payouts, payments })
    })
}

/// The document as a whole is out of range.
fn refuse(document: &JsonNode<'_>, read: &str, bounds: Bounds<u32>, problems: &mut Problems) {
    problems.out_of_range(document, Path::ROOT, read, (&bounds.min.to_string(), &bounds.max.to_string()));
}

fn about(object: &mut Object<'_, '_, '_, '_>) -> Option<About> {
    let path = object.path;
    let read = object.fields.require("case", path, object.problems);
    let case = read.and_then(|node| case(node, path.key("case"), true, object.problems));
    let scenario: Option<u32> =
        object.required("scenario", Bounds { min: 0, max: bounds::SCENARIOS.max.saturating_sub(1) });
    let (case, scenario) = (case?, scenario?);
    let index = usize::try_from(scenario).ok()?;
    if index < case.scenarios.len() {
        return Some(About { case, scenario: index });
    }
    let last = case.scenarios.len().saturating_sub(1).to_string();
    if let Some(node) = object.fields.get("scenario") {
        object.problems.out_of_range(node, path.key("scenario"), &scenario.to_string(), ("0", &last));
    }
    None
}

fn explain_question(node: &JsonNode<'_>, problems: &mut Problems) -> Option<ExplainQuestion> {
    let mut object = Object::of(node, Path::ROOT, &["case", "scenario", "month", "line"], problems)?;
    let about = about(&mut object);
    let asked = about.as_ref().and_then(|about| about.case.scenarios.get(about.scenario));
    let months =
        asked.map_or(bounds::month(), |scenario| Bounds { min: scenario.start, max: Timeline::of(scenario).last() });
    let month = object.required("month", months);
    let line = required_choice(&mut object, "line");
    Some(ExplainQuestion { about: about?, month: month?, line: line? })
}

fn seek_question(node: &JsonNode<'_>, problems: &mut Problems) -> Option<SeekQuestion> {
    let known = ["case", "scenario", "vary", "goal", "hourly_wage"];
    let mut object = Object::of(node, Path::ROOT, &known, problems)?;
    let about = about(&mut object);
    let vary = required_choice(&mut object, "vary");
    let goal = required_choice(&mut object, "goal");
    let wage = object.optional("hourly_wage", bounds::HOURLY_WAGE);
    let question = match (vary?, wage?) {
        (Vary::JobHours, Some(wage)) => Question::JobHours(wage),
        (Vary::JobHours, None) => {
            object.fields.require("hourly_wage", object.path, object.problems);
            return None;
        }
        (Vary::RevenueFactor, _) => Question::RevenueFactor,
        (Vary::Principal, _) => Question::Principal,
        (Vary::LivingCostsCut, _) => Question::LivingCostsCut,
        (Vary::ExtraSavings, _) => Question::ExtraSavings,
    };
    Some(SeekQuestion { about: about?, question, goal: goal? })
}

fn required_choice<T: Listed>(object: &mut Object<'_, '_, '_, '_>, key: &str) -> Option<T> {
    object.fields.require(key, object.path, object.problems)?;
    optional_choice(object, key).flatten()
}

fn refusal(refused: Refused, scenario: usize) -> Problem {
    let (path, message) = match refused {
        Refused::NothingToVary => ("vary", "the scenario has nothing of this within its horizon"),
        Refused::NothingToReach => ("goal", "the scenario has nothing this goal could be about within its horizon"),
        Refused::NotCovered(missing) => return not_covered(scenario, missing),
    };
    Problem::new(path, ErrorCode::Inconsistent, message)
}

fn not_covered(scenario: usize, missing: NotCovered) -> Problem {
    let mut problem = Obstacle::NotCovered(missing).problem(scenario);
    problem.path = format!("case.{}", problem.path);
    problem
}

fn plan_of(case: &Case, scenario: usize) -> Result<Plan<'_>, Vec<Problem>> {
    case.plan(scenario).map_err(|obstacles| Obstacle::problems(&obstacles, scenario))
}

fn flows(object: &mut Object<'_, '_, '_, '_>, key: &str) -> Option<Vec<Flow>> {
    let path = object.path;
    let node = object.fields.require(key, path, object.problems)?;
    list(node, path.key(key), FLOWS, object.problems, |_, node, path, problems| flow(node, path, problems))
}

fn flow(node: &JsonNode<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Flow> {
    let mut object = Object::of(node, path, &["amount", "years"], problems)?;
    let amount: Option<Money> = object.required("amount", bounds::AMOUNT);
    let years: Option<Years> = object.required("years", ());
    Some(Flow { amount: amount?.oere(), years: years? })
}

impl Read for Years {
    type Limits = ();
    fn read(node: &JsonNode<'_>, path: Path<'_>, (): (), problems: &mut Problems) -> Option<Self> {
        let written = text(node, path, "years as a string, such as \"0.5\" or \"1/12+3/365\"", problems)?;
        match years(written) {
            Some(years) if years.is_within(LATEST_YEARS) => Some(years),
            Some(_) => {
                problems.out_of_range(node, path, written, ("0", &LATEST_YEARS.to_string()));
                None
            }
            None => {
                let message = format!("read {:?}, expected years such as 0.5 or 1/12+3/365", quoted(written));
                problems.add(node, path, ErrorCode::NotANumber, message);
                None
            }
        }
    }
}

/// A decimal number, or a sum of fractions.
fn years(written: &str) -> Option<Years> {
    if written.len() > LONGEST_TIME {
        return None;
    }
    let mut terms = written.split('+').map(term);
    let first = terms.next()??;
    terms.try_fold(first, |sum, term| Some(sum.plus(&term?)))
}

fn term(written: &str) -> Option<Years> {
    if let Some((numerator, denominator)) = written.split_once('/') {
        return Years::new(digits(numerator)?, digits(denominator)?);
    }
    let (whole, decimals) = match written.split_once('.') {
        Some((whole, decimals)) => (digits(whole).map(|_| whole)?, digits(decimals).map(|_| decimals)?),
        None => (written, ""),
    };
    let places = u32::try_from(decimals.len()).ok()?;
    Years::new(digits(&format!("{whole}{decimals}"))?, BigInt::from(10).pow(places))
}

fn digits(written: &str) -> Option<BigInt> {
    let plain = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| written.parse().ok()).flatten()
}
