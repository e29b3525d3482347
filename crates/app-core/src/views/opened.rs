//! What is in a file, a link, or what was kept: told before anything of it is taken, or what is wrong with it.

use mikrolaan_engine::case::link::{LinkError, is_link, read};
use mikrolaan_engine::case::{Case, ErrorCode, Problem, ValuePath, parse_carefully};
use mikrolaan_engine::quantity::{Date, Month};
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::ScenarioField;

use crate::forms::inputs;
use crate::forms::subject::Subject;
use crate::locale::argument::Count;
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::named::{MaxMin, PlaceProblem};
use crate::locale::texts::take_along::{error as e, row as r};
use crate::locale::words::answer::{Given, given};
use crate::locale::words::question;
use crate::locale::write;
use crate::state::State;
use crate::state::kept_copy::{KeptCopy, SavedState};
use crate::state::typed_text::looks_like_cpr;

/// How many errors are told.
const MOST_TOLD: usize = 10;

/// What was opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenedView {
    /// It cannot be used: everything that is wrong with it.
    Refused(Vec<String>),
    /// It can.
    Found(Box<FoundCase>),
}

/// A case that can be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundCase {
    /// What is in it: what it is, and what stands there.
    pub rows: Vec<(Text, String)>,
    /// The state it becomes.
    pub state: State,
}

impl OpenedView {
    /// A text that is a file, a link, an address that ends in one, or what was kept here, on this day.
    pub fn of_text(text: &str, today: Date) -> Self {
        if let KeptCopy::Of(saved) = KeptCopy::read(Some(text), today) {
            return OpenedView::of_saved(*saved);
        }
        match read_any(text) {
            Ok(case) => OpenedView::of_case(case, today.month()),
            Err(unusable) => OpenedView::Refused(told(&unusable, today.month())),
        }
    }

    fn of_saved(saved: SavedState) -> Self {
        let day = write::date(saved.saved);
        let mut rows = vec![(r::saved(), day)];
        rows.extend(summary(saved.state.case()));
        OpenedView::Found(Box::new(FoundCase::of(rows, &saved.state)))
    }

    fn of_case(case: Case, as_of: Month) -> Self {
        let mut rows = vec![(r::written(), write::month_year(case.as_of))];
        rows.extend(summary(&case));
        OpenedView::Found(Box::new(FoundCase::of(rows, &State::of_case(case, as_of))))
    }

    /// What can be taken, if anything can.
    pub fn found(&self) -> Option<&FoundCase> {
        if let OpenedView::Found(found) = self { Some(found) } else { None }
    }
}

impl FoundCase {
    /// A name that looks like a CPR number is not taken along, and that is told.
    fn of(mut rows: Vec<(Text, String)>, found: &State) -> Self {
        let mut is_left_out = false;
        let state = found.with_further_plans(|case| is_left_out = leave_out_cpr_numbers(case));
        if is_left_out {
            rows.push((r::left_out(), r::cpr_number().to_owned()));
        }
        FoundCase { rows, state }
    }
}

/// Takes such names out of the plans; tells whether there were any.
fn leave_out_cpr_numbers(case: &mut Case) -> bool {
    let mut is_left_out = false;
    let names = case.scenarios.iter_mut().flat_map(|scenario| {
        let costs = scenario.business.iter_mut().flat_map(|business| &mut business.setup_costs);
        costs.map(|cost| &mut cost.label).chain([&mut scenario.name])
    });
    for name in names.filter(|name| looks_like_cpr(name)) {
        *name = r::unnamed().to_owned();
        is_left_out = true;
    }
    is_left_out
}

// ── what is in it

/// Who it is about and what the plans borrow, in as few rows as tell one case from another.
fn summary(case: &Case) -> Vec<(Text, String)> {
    let answer = |key| match given(&case.answers, key) {
        Some(Given::Words(words)) => words,
        Some(Given::Unknown) => t::common::dont_know().to_owned(),
        None => t::common::not_answered().to_owned(),
    };
    let mut rows = vec![
        (r::age(), answer(AnswerKey::Age)),
        (r::support(), answer(AnswerKey::Support)),
        (r::idea(), answer(AnswerKey::Idea)),
        (r::plans(), write::whole(Count::of(case.scenarios.len()).number())),
    ];
    let loans = case.scenarios.iter().map(|scenario| match &scenario.loan {
        Some(loan) => write::amount(loan.principal),
        None => r::no_loan().to_owned(),
    });
    let loans: Vec<String> = loans.collect();
    if !loans.is_empty() {
        rows.push((r::loans(), loans.join(" · ")));
    }
    rows
}

// ── what is wrong with it

/// What keeps a text from being a case.
enum Unusable {
    /// Nothing stands there.
    Nothing,
    /// It is neither a link nor a file.
    NoCase,
    /// A link that cannot be used.
    Link(LinkError),
    /// A file with errors.
    File(Vec<Problem>),
}

fn read_any(text: &str) -> Result<Case, Unusable> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Unusable::Nothing);
    }
    if text.starts_with(['{', '[']) {
        return parse_carefully(text.as_bytes()).map_err(Unusable::File);
    }
    // A letter breaks a long link into lines.
    let link: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if is_link(&link) { read(&link).map_err(Unusable::Link) } else { Err(Unusable::NoCase) }
}

fn told(unusable: &Unusable, as_of: Month) -> Vec<String> {
    match unusable {
        Unusable::Nothing => vec![e::nothing().to_owned()],
        Unusable::NoCase => vec![e::no_case().to_owned()],
        Unusable::Link(error) => vec![link_error(*error).to_owned()],
        Unusable::File(problems) => told_of_file(problems, as_of),
    }
}

/// The errors of a file in words, the first ten of them.
pub fn told_of_file(problems: &[Problem], as_of: Month) -> Vec<String> {
    let mut told: Vec<String> = problems.iter().take(MOST_TOLD).map(|problem| words(problem, as_of)).collect();
    if problems.len() > MOST_TOLD {
        told.push(e::more().to_owned());
    }
    told
}

fn link_error(error: LinkError) -> Text {
    match error {
        LinkError::NoLink => e::no_case(),
        LinkError::TooLong(_) => e::long_link(),
        LinkError::OtherVersion | LinkError::Newer => e::newer(),
        LinkError::Damaged => e::damaged_link(),
        LinkError::OutOfRange => e::link_value(),
    }
}

/// An error of a file, with where it stands when it is not about the whole of it.
fn words(problem: &Problem, as_of: Month) -> String {
    let what = match problem.code {
        ErrorCode::NotJson => e::not_json(),
        ErrorCode::DuplicateKey => e::twice(),
        ErrorCode::UnknownKey => e::unknown_key(),
        ErrorCode::Missing => e::missing(),
        ErrorCode::TooManyDecimals => e::decimals(),
        ErrorCode::OutOfRange => return at(problem, as_of, &bounds(problem)),
        ErrorCode::Inconsistent => e::inconsistent(),
        ErrorCode::NotCovered => e::not_covered(),
        ErrorCode::UnsupportedFormat => return e::newer().to_owned(),
        ErrorCode::DamagedLink => e::damaged_link(),
        ErrorCode::TooLarge => e::large_file(),
        ErrorCode::TooManyErrors => e::more(),
        ErrorCode::WrongType
        | ErrorCode::NotANumber
        | ErrorCode::NotAMonth
        | ErrorCode::UnknownValue
        | ErrorCode::Usage => e::unreadable_value(),
    };
    at(problem, as_of, &what)
}

/// What is allowed, where both ends are whole numbers.
fn bounds(problem: &Problem) -> String {
    let whole = |bound: &Option<String>| bound.as_ref()?.parse().ok().map(Count);
    match (whole(&problem.min), whole(&problem.max)) {
        (Some(min), Some(max)) => e::between(MaxMin { max, min }),
        _ => e::out_of_range().to_owned(),
    }
}

fn at(problem: &Problem, as_of: Month, what: &str) -> String {
    if problem.path.is_empty() {
        return what.to_owned();
    }
    e::at(PlaceProblem { place: &place(&problem.path, as_of), problem: what })
}

/// The name of a place in a file: that of the question or the field, or else the key as it is written.
fn place(path: &str, as_of: Month) -> String {
    match ValuePath::parse(path) {
        Some(ValuePath::Answer(key)) => question::words(key, as_of).title,
        Some(ValuePath::Field { scenario, field, .. }) => {
            let name = name(field).map_or_else(|| key(path), Text::to_owned);
            if scenario == 0 { name } else { e::in_plan(Count::of(scenario + 1), &name) }
        }
        None => key(path),
    }
}

/// The last key of a path, short and with what cannot be seen made visible.
fn key(path: &str) -> String {
    t::common::quoted(&write::quoted(path.rsplit('.').next().unwrap_or(path)))
}

/// What the field is called on the page of all figures; `None` where it has no label there.
fn name(field: ScenarioField) -> Option<Text> {
    inputs::ALL.iter().find(|input| input.of == Subject::Field(field)).map(|input| (input.label)())
}

#[cfg(test)]
#[path = "opened_tests.rs"]
mod tests;
