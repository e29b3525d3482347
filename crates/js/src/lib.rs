//! The engine for JavaScript: text in, text out, the same bytes as the command `mikrolaan` writes. What the package shows of it
//! stands in `npm/`: objects in and out, and errors that are thrown.

#[cfg(feature = "bench")]
mod bench;

use mikrolaan_engine::case::command::{self, Command, Options};
use mikrolaan_engine::case::{self, ErrorCode, LARGEST_FILE, Problem, bounds, quoted};
use mikrolaan_engine::evaluation;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::{AnswerKey, AnswerKeys};
use wasm_bindgen::prelude::wasm_bindgen;

/// What a question is answered with, or everything that is wrong.
type Answered = Result<String, Vec<Problem>>;

/// Without it the module carries `dlmalloc`, 2 kB more to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Asks `screen`, `simulate`, `check`, `seek`, `sensitivity`, `apr`, `explain`, `case`, `link` or `evaluate` as the command does.
/// Gives one line of JSON (of `case`, its file; of `link`, the link), or `{"error": […]}` with everything that is wrong.
#[wasm_bindgen]
#[must_use]
pub fn run(question: &str, input: &str) -> String {
    written(asked(question, input, Options::default()))
}

/// `simulate` without the months, as `--key-figures`.
#[wasm_bindgen]
#[must_use]
pub fn key_figures(input: &str) -> String {
    written(asked(Command::Simulate.id(), input, Options { key_figures_only: true, ..Options::default() }))
}

/// `link` without some answers, as `--without`: their keys, a comma between them.
#[wasm_bindgen]
#[must_use]
pub fn link_without(input: &str, keys: &str) -> String {
    let options = |without| Options { without, ..Options::default() };
    written(answer_keys(keys).and_then(|keys| asked(Command::Link.id(), input, options(keys))))
}

/// `rules`; of one month, as `--month`, or of all where the text is empty.
#[wasm_bindgen]
#[must_use]
pub fn rules(month: &str) -> String {
    let month = if month.is_empty() { Ok(None) } else { month_of(month).map(Some) };
    written(month.map(case::rules))
}

fn written(answered: Answered) -> String {
    answered.unwrap_or_else(|problems| Problem::to_json(&problems))
}

fn asked(question: &str, input: &str, options: Options) -> Answered {
    match Command::from_id(question) {
        // As the command reads a file: no further than needed to see that it is too large.
        Some(command) => command::run(command, options, &input.as_bytes()[..input.len().min(LARGEST_FILE + 1)]),
        // The one question that is about many cases.
        None => evaluation::run([input]),
    }
}

fn answer_keys(keys: &str) -> Result<AnswerKeys, Vec<Problem>> {
    let mut all = AnswerKeys::default();
    for name in keys.split(',').filter(|name| !name.is_empty()) {
        let key = AnswerKey::from_id(name);
        all.add(key.ok_or_else(|| {
            refused("without", ErrorCode::UnknownValue, &format!("no answer is called {}", quoted(name)))
        })?);
    }
    Ok(all)
}

fn month_of(text: &str) -> Result<Month, Vec<Problem>> {
    let allowed = bounds::month();
    let not_a_month = || refused("month", ErrorCode::NotAMonth, "expected a month such as 2026-11");
    let month = Month::parse(text).ok_or_else(not_a_month)?;
    if allowed.allow(&month) {
        return Ok(month);
    }
    let message = format!("read {month}, allowed is {} to {}", allowed.min, allowed.max);
    Err(vec![Problem::new("month", ErrorCode::OutOfRange, message).between(allowed.min, allowed.max)])
}

/// An option that cannot be taken.
fn refused(option: &str, code: ErrorCode, message: &str) -> Vec<Problem> {
    vec![Problem::new(option, code, message)]
}
