//! The text for the municipality: the figure, the answers, what changes it most, by which rules it was worked out and when. It has
//! no name: nobody is asked for one.

use mikrolaan_engine::quantity::Date;

use super::{DoubtedValue, tag};
use crate::locale::argument::DateOf;
use crate::locale::texts::common;
use crate::locale::texts::help::letter as words;
use crate::locale::texts::named::{AnswerQuestion, FromNameValue, NameValue};
use crate::locale::words::answer::Given;
use crate::state::State;
use crate::views::answers::{AnswerRow, AnswersView, RowStatus};
use crate::views::months::ruleset;

/// The text, as it is copied.
pub(super) fn letter(state: &State, figure: &[&str], values: &[DoubtedValue], today: Date) -> String {
    let day = DateOf(today);
    let mut lines = vec![words::head(day)];
    lines.extend(state.viewed().map(|_| words::example().to_owned()));
    let mut part = |title: &str, of: Vec<String>| {
        if !of.is_empty() {
            lines.extend([String::new(), title.to_owned()]);
            lines.extend(of);
        }
    };
    part(&words::figure(), figure.iter().filter(|text| !text.is_empty()).map(|text| (*text).to_owned()).collect());
    part(&words::values(), values.iter().map(value).collect());
    let answers = AnswersView::of(state).map(|view| view.rows).unwrap_or_default();
    part(&words::answers(), answers.iter().filter_map(answer).collect());
    let end = [ruleset(day, state.case().scheme), words::guidance().to_owned()];
    part(&words::question(), end.into());
    lines.join("\n")
}

fn value(value: &DoubtedValue) -> String {
    let (name, shown) = (value.name.words(), value.value.as_str());
    match tag(value) {
        Some(from) => words::sourced(FromNameValue { from: from.words(), name, value: shown }),
        None => words::line(NameValue { name, value: shown }),
    }
}

/// An answer that counts; what is not answered yet and what no longer matters is left out.
fn answer(row: &AnswerRow) -> Option<String> {
    let unknown = common::dont_know();
    let answer = match &row.standing {
        RowStatus::Given(Given::Words(words)) => words.as_str(),
        RowStatus::Given(Given::Unknown) => unknown.words(),
        RowStatus::Missing | RowStatus::Void(..) => return None,
    };
    Some(words::answer(AnswerQuestion { answer, question: &row.question }))
}
