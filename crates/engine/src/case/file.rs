//! From bytes to a case, with all errors at once.

use super::bounds;
use super::decode::{Fields, Read, choice, list};
use super::duplicates::refuse_duplicates;
use super::node::{self, Node, Value};
use super::problems::{Path, Problems, quoted};
use super::read_answers::{ReadAnswers, answers};
use super::read_scenario::{Place, scenario};
use super::resolve::account_is_open;
use super::{Case, ErrorCode, Problem};
use crate::rulebook::Scheme;
use crate::simulation::Plan;

/// The format this program reads.
pub const FORMAT: &str = "mikrolaan-case/1";

/// The most bytes of a case.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// Reads a case.
///
/// # Errors
/// Every [`Problem`] in the bytes, in document order, up to [`MOST_PROBLEMS`](super::MOST_PROBLEMS). A case read without one can be screened; whether
/// its scenarios can be worked out too is what [`parse_whole`] asks.
pub fn parse(bytes: &[u8]) -> Result<Case, Vec<Problem>> {
    read_case(bytes, false)
}

/// Reads a case all of whose scenarios can be worked out.
///
/// # Errors
/// Every [`Problem`] in the bytes, and every scenario whose benefit the answers do not give.
pub fn parse_whole(bytes: &[u8]) -> Result<Case, Vec<Problem>> {
    read_case(bytes, true)
}

fn read_case(bytes: &[u8], whole: bool) -> Result<Case, Vec<Problem>> {
    read_document(bytes, |root, problems| case(root, Path::ROOT, whole, problems))
}

/// Reads a document of at most the largest size by `read`, with every problem in document order.
pub(super) fn read_document<T>(
    bytes: &[u8],
    read: impl FnOnce(&Node<'_>, &mut Problems) -> Option<T>,
) -> Result<T, Vec<Problem>> {
    let whole_document = |code, message| Err(vec![Problem::new("", code, message)]);
    if bytes.len() > LARGEST_FILE {
        return whole_document(ErrorCode::TooLarge, format!("read {} bytes, at most {LARGEST_FILE}", bytes.len()));
    }
    let root = match node::read(bytes) {
        Ok(root) => root,
        Err(message) => return whole_document(ErrorCode::NotJson, message),
    };
    let mut problems = Problems::default();
    if let Err(error) = refuse_duplicates(&root, Path::ROOT, &mut problems) {
        return whole_document(ErrorCode::NotJson, error.to_string());
    }
    let document = read(&root, &mut problems);
    let problems = problems.in_order();
    match document {
        Some(document) if problems.is_empty() => Ok(document),
        _ => Err(problems),
    }
}

/// The case at a place of the document; `whole` asks that its scenarios can be worked out.
pub(super) fn case(root: &Node<'_>, path: Path<'_>, whole: bool, problems: &mut Problems) -> Option<Case> {
    let fields = Fields::of(root, path, &["format", "as_of", "scheme", "answers", "scenarios"], problems)?;
    format(&fields, path, problems);
    let as_of = fields
        .require("as_of", path, problems)
        .and_then(|node| Read::read(node, path.key("as_of"), bounds::month(), problems));
    let scheme = match fields.get("scheme") {
        Some(node) => choice(node, path.key("scheme"), (Scheme::ALL, Scheme::id), problems),
        None => Some(Scheme::Viderefoert),
    };
    let answers = match fields.get("answers") {
        Some(node) => answers(node, path.key("answers"), problems),
        None => ReadAnswers::none_given(),
    };
    let root_path = path;
    let usual_account_wait = Plan::usual_account_wait(account_is_open(&answers.given));
    let for_benefit = (whole && answers.benefit_is_known).then_some(&answers.given);
    let scenarios = match fields.get("scenarios") {
        Some(node) => list(node, path.key("scenarios"), bounds::SCENARIOS, problems, |index, node, path, problems| {
            let place = Place { case: root_path, path, index, answers: for_benefit, usual_account_wait };
            scenario(node, place, problems)
        }),
        None => Some(Vec::new()),
    };
    Some(Case { as_of: as_of?, scheme: scheme?, answers: answers.given, scenarios: scenarios? })
}

/// The format must be there and be ours.
fn format(fields: &Fields<'_, '_>, path: Path<'_>, problems: &mut Problems) {
    let Some(node) = fields.require("format", path, problems) else {
        return;
    };
    match &node.value {
        Value::Text(text) if text == FORMAT => {}
        Value::Text(text) => {
            let message = format!("read {:?}, this program reads {FORMAT:?}", quoted(text));
            problems.add(node, path.key("format"), ErrorCode::UnsupportedFormat, message);
        }
        other => {
            let message = format!("read {}, expected {FORMAT:?}", other.kind());
            problems.add(node, path.key("format"), ErrorCode::WrongType, message);
        }
    }
}
