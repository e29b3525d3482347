//! From bytes to a case, with all errors at once.

use super::json::{self, JsonNode, Path, Problems, refuse_duplicates};
#[cfg(not(target_arch = "wasm32"))]
use super::quick;
use super::{Case, ErrorCode, Problem, careful, link, sound, write};

/// The most bytes of a case.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// Reads a case.
///
/// # Errors
/// Every [`Problem`] in the bytes, in document order, up to [`MOST_PROBLEMS`](super::MOST_PROBLEMS). A case read
/// without one can be screened; whether its scenarios can be worked out too is what [`parse_whole`] asks.
pub fn parse(bytes: &[u8]) -> Result<Case, Vec<Problem>> {
    read_case(bytes, false)
}

/// Reads a case as [`parse`] does, by the one reader that names errors: less program, for who reads one file and not a
/// hundred thousand.
///
/// # Errors
/// As [`parse`].
pub fn parse_carefully(bytes: &[u8]) -> Result<Case, Vec<Problem>> {
    read_document(bytes, |root, problems| careful::case(root, Path::ROOT, false, problems))
}

/// Reads a case all of whose scenarios can be worked out.
///
/// # Errors
/// Every [`Problem`] in the bytes, and every scenario whose benefit the answers do not give.
pub fn parse_whole(bytes: &[u8]) -> Result<Case, Vec<Problem>> {
    read_case(bytes, true)
}

/// Reads a case from its file or its link, as [`parse`] does.
///
/// # Errors
/// Every [`Problem`] in a file; of a link first what is wrong with the link itself.
pub fn parse_any(bytes: &[u8]) -> Result<Case, Vec<Problem>> {
    match str::from_utf8(bytes) {
        Ok(text) if link::is_link(text) => {
            let case = link::unpacked(text).map_err(|error| vec![error.problem()])?;
            // What does not keep to the format is written out, so that its errors are the file's.
            if sound::is_sound(&case) { Ok(case) } else { parse(write(&case).as_bytes()) }
        }
        _ => parse(bytes),
    }
}

/// In one pass where nothing is wrong; else once more, with everything that is. In a browser at once with everything: nobody
/// reads a hundred thousand cases there, and the quick reader is 7 kB to download.
fn read_case(bytes: &[u8], whole: bool) -> Result<Case, Vec<Problem>> {
    #[cfg(not(target_arch = "wasm32"))]
    if let Some(case) = quick::case(bytes, whole) {
        return Ok(case);
    }
    read_document(bytes, |root, problems| careful::case(root, Path::ROOT, whole, problems))
}

/// Reads a document of at most the largest size by `read`, with every problem in document order.
pub(super) fn read_document<T>(
    bytes: &[u8],
    read: impl FnOnce(&JsonNode<'_>, &mut Problems) -> Option<T>,
) -> Result<T, Vec<Problem>> {
    let whole_document = |code, message| Err(vec![Problem::new("", code, message)]);
    if bytes.len() > LARGEST_FILE {
        return whole_document(ErrorCode::TooLarge, format!("read {} bytes, at most {LARGEST_FILE}", bytes.len()));
    }
    let root = match json::read(bytes) {
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
