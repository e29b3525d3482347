//! What the command is asked besides a case alone: a document that names a case, one of its scenarios and something
//! about it, or the flows of a loan. One file a command: each reads its document and answers it.

pub(super) mod annual_percentage_rate;
pub(super) mod explain;
pub(super) mod goal_seek;
pub(super) mod sensitivity;

use super::bounds::{self, Bounds};
use super::careful::case;
use super::json::{Object, optional_choice};
use super::{Case, Obstacle, Problem};
use crate::simulation::{NotCovered, Plan};
use crate::string_enum::Listed;

/// A case and which of its scenarios is asked about.
struct RequestedScenario {
    case: Case,
    scenario: usize,
}

impl RequestedScenario {
    /// The members `case` and `scenario`.
    fn read(object: &mut Object<'_, '_, '_, '_>) -> Option<Self> {
        let path = object.path;
        let read = object.fields.require("case", path, object.problems);
        let case = read.and_then(|node| case(node, path.key("case"), true, object.problems));
        let scenario: Option<u32> =
            object.required("scenario", Bounds { min: 0, max: bounds::SCENARIOS.max.saturating_sub(1) });
        let (case, scenario) = (case?, scenario?);
        let index = usize::try_from(scenario).ok()?;
        if index < case.scenarios.len() {
            return Some(RequestedScenario { case, scenario: index });
        }
        let last = case.scenarios.len().saturating_sub(1).to_string();
        if let Some(node) = object.fields.get("scenario") {
            object.problems.out_of_range(node, path.key("scenario"), &scenario.to_string(), ("0", &last));
        }
        None
    }

    /// The scenario with what follows for it from the answers.
    fn plan(&self) -> Result<Plan<'_>, Vec<Problem>> {
        self.case.plan(self.scenario).map_err(|obstacles| Obstacle::problems(&obstacles, self.scenario))
    }

    /// The scenario needs a figure of a month before its first period.
    fn not_covered(&self, missing: NotCovered) -> Problem {
        let mut problem = Obstacle::NotCovered(missing).problem(self.scenario);
        problem.path = format!("case.{}", problem.path);
        problem
    }
}

/// A member of a closed list that must be there.
fn required_choice<T: Listed>(object: &mut Object<'_, '_, '_, '_>, key: &str) -> Option<T> {
    object.fields.require(key, object.path, object.problems)?;
    optional_choice(object, key).flatten()
}
