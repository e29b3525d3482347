//! The request of `explain`: a line of a month of a scenario.

use super::{RequestedScenario, required_choice};
use crate::case::bounds::{self, Bounds};
use crate::case::file::read_document;
use crate::case::json::{JsonNode, Object, Path, Problems};
use crate::case::{Case, Problem};
use crate::quantity::Month;
use crate::rulebook::Rulebook;
use crate::simulation::Timeline;
use crate::trace::{Line, Node as Tree, explain};

/// A line of a month, read.
struct ExplainRequest {
    about: RequestedScenario,
    month: Month,
    line: Line,
}

/// A line of a month with the tree behind it.
pub(in crate::case) struct Explained {
    pub(in crate::case) case: Case,
    pub(in crate::case) month: Month,
    pub(in crate::case) line: Line,
    /// `None` cannot be: the month was held against the scenario.
    pub(in crate::case) tree: Option<Tree>,
}

/// Reads which line of which month is asked about, and explains it.
///
/// # Errors
/// Every [`Problem`] of the document.
pub(in crate::case) fn run(input: &[u8], rulebook: &Rulebook) -> Result<Explained, Vec<Problem>> {
    let ExplainRequest { about, month, line } = read_document(input, request)?;
    let plan = about.plan()?;
    let tree = explain(rulebook, &plan, month, line).map_err(|missing| vec![about.not_covered(missing)])?;
    Ok(Explained { case: about.case, month, line, tree })
}

fn request(node: &JsonNode<'_>, problems: &mut Problems) -> Option<ExplainRequest> {
    let mut object = Object::of(node, Path::ROOT, &["case", "scenario", "month", "line"], problems)?;
    let about = RequestedScenario::read(&mut object);
    let asked = about.as_ref().and_then(|about| about.case.scenarios.get(about.scenario));
    let months =
        asked.map_or(bounds::month(), |scenario| Bounds { min: scenario.start, max: Timeline::of(scenario).last() });
    let month = object.required("month", months);
    let line = required_choice(&mut object, "line");
    Some(ExplainRequest { about: about?, month: month?, line: line? })
}
