//! The list of the files: who each is about, what is marked, and what is wrong.

use std::sync::Arc;

use mikrolaan_engine::case::{CaseOutcome, CourseOutcome, LoanOutcome, ResultOutcome};
use mikrolaan_engine::evaluation::{CountOf, Evaluation, Milestone, People};
use mikrolaan_engine::quantity::Month;

use super::event::OutcomeField;
use super::file::{EvaluationFile, FileContent, FileFault, FileNumber, ReadCase};
use super::marks::yes_no;
use super::names;
use super::state::EvaluationState;
use crate::forms::FieldError;
use crate::forms::choices::SelectOption;
use crate::locale::argument::Count;
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::named::ColumnFile;
use crate::locale::texts::office::evaluation::{action, list, section};
use crate::locale::texts::take_along::error;
use crate::views::opened::told_of_file;

/// So many rows are always all there.
const FEW: usize = 10;
/// Of more, so many are there whatever they say.
const FIRST: usize = 5;

/// The list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileListView {
    /// What stands above: the heading, or whose files they are.
    pub heading: String,
    /// What the columns are called: the file, the group, and one for each control.
    pub columns: [Text; 11],
    /// The rows that are there, by the numbers of their files.
    pub rows: Vec<Arc<EvaluationRow>>,
    /// How many are not, or that nobody belongs here.
    pub hidden: Option<String>,
    /// How many are only there because they were just marked.
    pub kept: Option<String>,
    /// The button that shows all rows.
    pub show_all: Option<String>,
    /// The button that shows fewer again.
    pub show_few: Option<Text>,
    /// The button that shows those without a result alone.
    pub without: Option<(String, CountOf)>,
    /// The button that ends looking behind a count.
    pub everybody: Option<Text>,
}

/// A row: one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationRow {
    /// Which file.
    pub file: FileNumber,
    /// What it is called.
    pub name: String,
    /// What the way to the case is called where it stands alone.
    pub open: String,
    /// What the person lived on; nothing where the file cannot be read.
    pub group: String,
    /// What is marked, in the order of [`OutcomeField::ALL`]; none where the file cannot be read.
    pub controls: Vec<MarkControl>,
    /// Is nothing marked yet?
    pub is_unmarked: bool,
    /// *Maybe the same as …*
    pub same_as: Option<String>,
    /// Why there is no case.
    pub fault: Option<RowFault>,
    /// What the button that takes it out is called where it stands alone.
    pub remove: String,
}

/// Why a file is no case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The first reason, and what became of the others.
    pub text: String,
    /// Every further reason.
    pub more: Vec<String>,
}

/// What is marked of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkControl {
    /// Which: what [`Mark`](super::EvaluationEvent::Mark) is given, with the file and what is chosen or typed.
    pub field: OutcomeField,
    /// The id of its element.
    pub id: String,
    /// What it is called, by column and row.
    pub name: String,
    /// Is it not known, and is it still asked for?
    pub is_missing: bool,
    /// How it is filled in.
    pub input: MarkInput,
}

/// How something is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkInput {
    /// One of these is chosen.
    Choice {
        /// The words there are; the first is nothing: not known.
        options: Vec<SelectOption>,
        /// The one that is chosen.
        chosen: String,
    },
    /// It is typed.
    Typed {
        /// What stands there.
        text: String,
        /// What stands there while nothing does.
        placeholder: Text,
        /// What is wrong with it.
        error: Option<FieldError>,
    },
}

impl FileListView {
    pub(super) fn of(state: &EvaluationState, people: &People, evaluation: &Evaluation, as_of: Month) -> Self {
        let files: Vec<&EvaluationFile> = state.files().collect();
        let is_short = state.filter().is_none() && !state.shows_all() && files.len() > FEW;
        let belongs = |file: &EvaluationFile, count: CountOf| file.read().is_some_and(|read| count.has(&read.person));
        let is_shown = |place: usize, file: &EvaluationFile| match state.filter() {
            Some(count) => belongs(file, count) || state.is_kept(file.number),
            None => !is_short || place < FIRST || wants_a_look(file) || state.is_kept(file.number),
        };
        let row = |(place, file): (usize, &&EvaluationFile)| {
            let same = evaluation.findings.iter().find(|found| found.file == place && found.same_as.is_some());
            let same = same.and_then(|found| files.get(found.same_as?));
            EvaluationRow::of(file, same.map(|file| file.name.as_str()), people, as_of)
        };
        let shown = files.iter().enumerate().filter(|(place, file)| is_shown(*place, file));
        let rows: Vec<Arc<EvaluationRow>> = shown.map(row).map(Arc::new).collect();
        let hidden = files.len() - rows.len();
        let only_kept = state
            .filter()
            .map_or(0, |count| files.iter().filter(|file| state.is_kept(file.number) && !belongs(file, count)).count());
        let without = people.count(CountOf::WithoutOutcome);
        let is_without = state.filter() == Some(CountOf::WithoutOutcome);
        FileListView {
            heading: match state.filter() {
                Some(count) => list::filtered(Count::of(people.count(count)), &names::what(count)),
                None => section::files().to_owned(),
            },
            columns: columns(),
            hidden: match state.filter() {
                Some(_) => rows.is_empty().then(|| list::none().to_owned()),
                None => (hidden > 0).then(|| list::hidden(Count::of(hidden))),
            },
            rows,
            kept: (only_kept > 0).then(|| list::kept(Count::of(only_kept))),
            show_all: (is_short && hidden > 0).then(|| action::show_all(Count::of(files.len()))),
            show_few: (state.filter().is_none() && state.shows_all() && files.len() > FEW).then(action::show_few),
            without: (without > 0 && !is_without)
                .then(|| (action::without(Count::of(without)), CountOf::WithoutOutcome)),
            everybody: state.filter().map(|_| action::everybody()),
        }
    }
}

impl FileListView {
    /// The same list, in which every row that says what it said `before` is that row: who draws it need not draw it anew.
    #[must_use]
    pub fn sharing(mut self, before: &FileListView) -> Self {
        for row in &mut self.rows {
            if let Some(same) = before.row(row.file).filter(|same| *same == row) {
                *row = Arc::clone(same);
            }
        }
        self
    }

    /// The row of a file, where it is there.
    pub fn row(&self, file: FileNumber) -> Option<&Arc<EvaluationRow>> {
        let place = self.rows.binary_search_by_key(&file, |row| row.file).ok()?;
        self.rows.get(place)
    }
}

fn columns() -> [Text; 11] {
    let [course, from, until, loan, amount, paid, subsidy, result, since] = OutcomeField::ALL.map(names::field);
    [list::file(), list::group(), course, from, until, loan, amount, paid, subsidy, result, since]
}

/// Is nothing marked, or something wrong?
fn wants_a_look(file: &EvaluationFile) -> bool {
    file.read().is_none_or(|read| !read.person.has_outcome() || !read.typed.is_empty())
}

impl EvaluationRow {
    fn of(file: &EvaluationFile, same_as: Option<&str>, people: &People, as_of: Month) -> Self {
        let name = file.name.as_str();
        let (group, controls, is_unmarked, fault) = match &file.content {
            FileContent::Read(read) => {
                let controls = OutcomeField::ALL.map(|field| MarkControl::of(file, read, field, as_of)).to_vec();
                let is_unmarked = !read.person.has_outcome() && read.typed.is_empty();
                (names::listed_group(read.person.group).to_owned(), controls, is_unmarked, None)
            }
            FileContent::Unreadable(fault) => {
                (String::new(), Vec::new(), false, Some(RowFault::of(fault, people.persons.len(), as_of)))
            }
        };
        EvaluationRow {
            file: file.number,
            name: name.to_owned(),
            open: list::open(name),
            group,
            controls,
            is_unmarked,
            same_as: same_as.map(list::same),
            fault,
            remove: list::remove(name),
        }
    }
}

impl RowFault {
    fn of(fault: &FileFault, others: usize, as_of: Month) -> Self {
        let reasons = match fault {
            FileFault::NoCase => vec![list::no_case_inside().to_owned()],
            FileFault::NoLink => vec![error::no_case().to_owned()],
            FileFault::Problems(problems) => told_of_file(problems, as_of),
        };
        let mut reasons = reasons.into_iter();
        let mut text = list::unreadable(&reasons.next().unwrap_or_default());
        if others > 0 {
            text = [text, list::rest(Count::of(others))].join(" ");
        }
        RowFault { text, more: reasons.collect() }
    }
}

impl MarkControl {
    fn of(file: &EvaluationFile, read: &ReadCase, field: OutcomeField, as_of: Month) -> Self {
        let outcome = read.case.outcome.unwrap_or_default();
        let is_unmarked = !read.person.has_outcome() && read.typed.is_empty();
        let standing = read.standing(field);
        let is_missing = standing.is_empty() && (is_unmarked || is_asked_for(field, &outcome, read));
        let choice = |options: Vec<(&'static str, Text)>| {
            let nothing = if is_unmarked { list::choose() } else { t::common::dont_know() };
            let all = [("", nothing)].into_iter().chain(options);
            let option =
                |(value, label): (&str, Text)| SelectOption { value: value.to_owned(), label: label.to_owned() };
            MarkInput::Choice { options: all.map(option).collect(), chosen: standing.clone() }
        };
        let typed = |placeholder: Text| MarkInput::Typed {
            text: standing.clone(),
            placeholder: if is_missing { placeholder } else { list::nothing() },
            error: read.error(field, as_of),
        };
        let input = match field {
            OutcomeField::Course => {
                choice(CourseOutcome::ALL.iter().map(|&value| (value.id(), names::course(value))).collect())
            }
            OutcomeField::Loan => {
                choice(LoanOutcome::ALL.iter().map(|&value| (value.id(), names::loan(value))).collect())
            }
            OutcomeField::Result => {
                choice(ResultOutcome::ALL.iter().map(|&value| (value.id(), names::result(Some(value)))).collect())
            }
            OutcomeField::Subsidy => choice(vec![(yes_no(true), t::common::yes()), (yes_no(false), t::common::no())]),
            OutcomeField::LoanAmount => typed(list::amount()),
            OutcomeField::CourseFrom
            | OutcomeField::CourseUntil
            | OutcomeField::LoanFrom
            | OutcomeField::ResultFrom => typed(list::month()),
        };
        MarkControl {
            field,
            id: format!("fil-{}-{}", file.number.0, field.id()),
            name: list::control(ColumnFile { column: &names::field(field), file: &file.name }),
            is_missing,
            input,
        }
    }
}

/// Is there something for it to say, after what else is marked?
fn is_asked_for(field: OutcomeField, outcome: &CaseOutcome, read: &ReadCase) -> bool {
    match field {
        OutcomeField::Course | OutcomeField::Loan => true,
        OutcomeField::CourseUntil => read.person.has_reached(Milestone::Course) && outcome.course_from.is_none(),
        OutcomeField::LoanAmount | OutcomeField::LoanFrom => read.person.has_reached(Milestone::Loan),
        OutcomeField::Result => read.person.is_in_table(),
        OutcomeField::ResultFrom => read.person.has_reached(Milestone::SelfSupporting),
        OutcomeField::CourseFrom | OutcomeField::Subsidy => false,
    }
}
