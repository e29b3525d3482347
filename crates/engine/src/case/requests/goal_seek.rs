//! The request of `seek`: what is varied in a scenario, and the goal that is to be reached.

use super::{RequestedScenario, required_choice};
use crate::case::bounds;
use crate::case::file::read_document;
use crate::case::json::{JsonNode, Object, Path, Problems};
use crate::case::{ErrorCode, Problem};
use crate::insight::goal_seek::{Found, Goal, Question, Refused, Vary, seek};
use crate::rulebook::Rulebook;

/// A goal seek, read.
struct GoalSeekRequest {
    about: RequestedScenario,
    question: Question,
    goal: Goal,
}

/// Reads a goal seek and answers it.
///
/// # Errors
/// Every [`Problem`] of the document, or why the question does not fit the scenario.
pub(in crate::case) fn run(input: &[u8], rulebook: &Rulebook) -> Result<Option<Found>, Vec<Problem>> {
    let GoalSeekRequest { about, question, goal } = read_document(input, request)?;
    let plan = about.plan()?;
    seek(rulebook, &plan, question, goal).map_err(|refused| vec![refusal(refused, &about)])
}

fn request(node: &JsonNode<'_>, problems: &mut Problems) -> Option<GoalSeekRequest> {
    let known = ["case", "scenario", "vary", "goal", "hourly_wage"];
    let mut object = Object::of(node, Path::ROOT, &known, problems)?;
    let about = RequestedScenario::read(&mut object);
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
    Some(GoalSeekRequest { about: about?, question, goal: goal? })
}

fn refusal(refused: Refused, about: &RequestedScenario) -> Problem {
    let (path, message) = match refused {
        Refused::NothingToVary => ("vary", "the scenario has nothing of this within its horizon"),
        Refused::NothingToReach => ("goal", "the scenario has nothing this goal could be about within its horizon"),
        Refused::NotCovered(missing) => return about.not_covered(missing),
    };
    Problem::new(path, ErrorCode::Inconsistent, message)
}
