//! The request of `sensitivity`: a scenario, and nothing else.

use super::RequestedScenario;
use crate::case::Problem;
use crate::case::file::read_document;
use crate::case::json::{Object, Path};
use crate::insight::sensitivity::{Row, sensitivity};
use crate::rulebook::Rulebook;

/// Reads a sensitivity and works it out.
///
/// # Errors
/// Every [`Problem`] of the document.
pub(in crate::case) fn run(input: &[u8], rulebook: &Rulebook) -> Result<Vec<Row>, Vec<Problem>> {
    let asked = read_document(input, |node, problems| {
        let mut object = Object::of(node, Path::ROOT, &["case", "scenario"], problems)?;
        RequestedScenario::read(&mut object)
    })?;
    let plan = asked.plan()?;
    sensitivity(rulebook, &plan).map_err(|missing| vec![asked.not_covered(missing)])
}
