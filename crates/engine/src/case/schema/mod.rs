//! The format of a case as a JSON Schema (2020-12), for whoever checks or writes case files elsewhere.
//!
//! It is no second description: [`shape`] goes through the one there is ([`format`](super::format)) and notes what it is asked
//! for, [`defaults`] what a member comes to that is left out, and [`relation`] what must fit together, found by leaving out one
//! member after the other. [`pattern`] puts bounds into regular expressions, and [`render`] writes it all down. What a member is
//! about is said by the tables of questions, fields and [members].

mod defaults;
mod members;
mod pattern;
mod relation;
mod render;
mod requests;
mod shape;
#[cfg(test)]
mod tests;

use members::CaseMember;
use shape::{FormatShape, MemberShape};

use super::write::JsonText;
use crate::rulebook::OverrideKey;
use crate::screening::AnswerKey;
use crate::simulation::ScenarioField;

/// Where the schema says it is from: a name, no address that is asked for.
pub const SCHEMA_ID: &str = "urn:mikrolaan:case:1";
/// The dialect it is written in.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The JSON Schema of the case file, indented, with a newline at its end.
///
/// It takes every case the reader takes. What no schema can hold, because it compares two values or looks at how one is written,
/// only the reader refuses; the package's README lists it.
#[must_use]
pub fn case_schema() -> String {
    let mut text = JsonText::default();
    text.open('{');
    render::head(&mut text, SCHEMA_ID, "Case");
    render::case(&mut text);
    text.close('}');
    text.finish()
}

/// The JSON Schema of what `seek`, `sensitivity`, `apr` and `explain` are asked, under `$defs`; a case in it is that of
/// [`case_schema`].
#[must_use]
pub fn requests_schema() -> String {
    requests::schema()
}

/// A part of the case, by its path: `[]` stands for the position in a list.
fn about(path: &str) -> Option<&'static str> {
    let of_scenario = || ScenarioField::from_id(path.strip_prefix("scenarios[].")?).map(ScenarioField::about);
    let of_answers = || AnswerKey::from_id(path.strip_prefix("answers.")?).map(AnswerKey::about);
    let of_overrides = || OverrideKey::from_id(path.strip_prefix("overrides.")?).map(OverrideKey::about);
    let of_case = || CaseMember::from_id(path).map(CaseMember::about);
    of_scenario().or_else(of_answers).or_else(of_overrides).or_else(of_case)
}

/// Every member of the shape with its path, in the order of the format.
fn each_member(shape: &FormatShape, path: &str, see: &mut dyn FnMut(&str, &MemberShape)) {
    match shape {
        FormatShape::Object(members) => {
            for member in members {
                let path = if path.is_empty() { member.key.to_owned() } else { format!("{path}.{}", member.key) };
                see(&path, member);
                each_member(&member.shape, &path, see);
            }
        }
        FormatShape::List { item, .. } => each_member(item, &format!("{path}[]"), see),
        FormatShape::Value(_) | FormatShape::Format(_) => {}
    }
}
