//! The letter to the caseworker: three questions, and what the person has answered *Ved ikke* to. No name, no amount.

use mikrolaan_engine::screening::{QuestionStatus, Relevance};

use crate::locale::texts::next_steps::letter as words;
use crate::locale::words::answer::{Given, given};
use crate::locale::words::question;
use crate::state::State;

/// The letter, as it is copied.
pub(super) fn letter(state: &State) -> String {
    let questions = [words::what_help(), words::what_happens(), words::what_to_report()];
    let mut lines = vec![words::greeting().to_owned(), String::new(), words::intro().to_owned()];
    lines.extend(
        questions.iter().zip(1..).map(|(question, number): (_, u32)| format!("{number}. {}", question.words())),
    );
    let unknown = unknown(state);
    if !unknown.is_empty() {
        lines.extend([String::new(), words::unknown().to_owned()]);
        lines.extend(unknown.iter().map(|question| ["- ", question].concat()));
    }
    lines.extend([String::new(), words::end().to_owned()]);
    lines.join("\n")
}

/// The questions that matter and were answered *Ved ikke*.
fn unknown(state: &State) -> Vec<String> {
    let case = state.case();
    let flow = state.flow();
    let asked = flow.steps().iter().filter(|step| !matches!(step.relevance, Relevance::Not(_)));
    let unknown = asked.filter(|step| {
        step.status == QuestionStatus::Skipped || given(&case.answers, step.key) == Some(Given::Unknown)
    });
    unknown.map(|step| question::words(step.key, case.as_of).title).collect()
}
