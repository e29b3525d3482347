//! Everything the page of the evaluation shows, every string ready to draw.

use mikrolaan_engine::evaluation::{CountOf, Evaluation};
use mikrolaan_engine::quantity::Date;

use super::checks::{CheckView, checks};
use super::draft::DraftView;
use super::file::how_many_invented;
use super::half_years::HalfYearTable;
use super::list::FileListView;
use super::outcomes::{LendingView, OutcomeTable};
use super::sheet::sheet;
use super::state::EvaluationState;
use super::table::{FormTable, SmallNumbers};
use crate::locale::argument::Count;
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::office::evaluation as e;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationView {
    /// Is nothing there yet? Then the page is the empty one.
    pub is_empty: bool,
    /// What was read, what could not be and what is not marked; of the empty page what it is for.
    pub lead: String,
    /// That the cases are invented, where they are.
    pub invented: Option<String>,
    /// That something marked is not saved, where it is not.
    pub unsaved: Option<Text>,
    /// How many fields cannot be read, and what that means for counts and file.
    pub not_read: Option<String>,
    /// The files.
    pub list: FileListView,
    /// The form's table.
    pub table: FormTable,
    /// What is said where single persons may be recognised.
    pub small: Option<SmallNumbers>,
    /// The results.
    pub outcomes: OutcomeTable,
    /// What was lent.
    pub lending: Option<LendingView>,
    /// What fits, what is worth a second look, and what is missing.
    pub checks: Vec<CheckView>,
    /// Half year for half year.
    pub half_years: HalfYearTable,
    /// The draft.
    pub draft: DraftView,
    /// The counts as a spreadsheet.
    pub sheet: String,
}

impl EvaluationView {
    /// What the page shows of this state on this day.
    pub fn of(state: &EvaluationState, today: Date) -> Self {
        let people = state.people();
        let evaluation = Evaluation::of(&people);
        let totals_only = state.totals_only();
        let table = FormTable::of(&people, &evaluation, totals_only);
        let half_years = HalfYearTable::of(&people, &evaluation, totals_only);
        let outcomes = OutcomeTable::of(&people);
        let lending = LendingView::of(&people, &evaluation);
        let is_empty = people.files() == 0;
        let lead = [
            Some(e::read(Count::of(people.persons.len()))),
            said_if_any(people.unreadable.len(), e::unread),
            said_if_any(people.count(CountOf::WithoutOutcome), e::without),
        ];
        EvaluationView {
            is_empty,
            lead: if is_empty {
                e::lead().to_owned()
            } else {
                lead.into_iter().flatten().collect::<Vec<_>>().join(" ")
            },
            invented: state.is_invented().then(|| e::invented(how_many_invented())),
            unsaved: state.is_unsaved().then(e::unsaved),
            not_read: said_if_any(
                state.files().filter_map(|file| file.read()).map(|read| read.typed.len()).sum(),
                e::not_read,
            ),
            list: FileListView::of(state, &people, &evaluation, today.month()),
            small: SmallNumbers::of(&table, &half_years, totals_only),
            checks: checks(state, &people, &evaluation),
            draft: DraftView::of(&people, &table, lending.as_ref()),
            sheet: sheet(&table, &outcomes, &half_years, evaluation.money),
            table,
            outcomes,
            lending,
            half_years,
        }
    }
}

fn said_if_any(count: usize, words: fn(Count) -> String) -> Option<String> {
    (count > 0).then(|| words(Count::of(count)))
}

/// The words that stand on the page whatever is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationWords {
    /// The title of the page.
    pub title: Text,
    /// Counts, no shares; and that nothing leaves the page.
    pub stays: Text,
    /// What *Gem* gives.
    pub save_hint: Text,
    /// The heading of the empty page.
    pub start_title: Text,
    /// Where files are dropped.
    pub drop: Text,
    /// That they stay.
    pub drop_stays: Text,
    /// How many, and what they are.
    pub drop_hint: Text,
    /// Above the table of the empty page.
    pub becomes: Text,
    /// The heading of the table.
    pub table: Text,
    /// The heading beside it, where a number points at single persons.
    pub small: Text,
    /// The heading of the results.
    pub results: Text,
    /// The heading of the checks.
    pub checks: Text,
    /// The heading of the half years.
    pub half_years: Text,
    /// The heading of the draft.
    pub draft: Text,
    /// Choose files.
    pub choose_files: Text,
    /// Choose a folder.
    pub choose_folder: Text,
    /// Open the field for links.
    pub paste_links: Text,
    /// The label of that field.
    pub links_label: Text,
    /// Read what was pasted.
    pub add_links: Text,
    /// Look at the invented cases.
    pub try_invented: String,
    /// Save what is marked.
    pub save: Text,
    /// Copy the table.
    pub copy_table: Text,
    /// Take the spreadsheet.
    pub sheet: Text,
    /// Copy the draft.
    pub copy_draft: Text,
    /// Print.
    pub print: Text,
    /// Take a case out; beside it stands which.
    pub remove: Text,
    /// Wipe everything.
    pub wipe: Text,
}

impl EvaluationWords {
    /// All of them.
    pub fn all() -> Self {
        use e::{action, section, start};
        EvaluationWords {
            title: e::title(),
            stays: e::stays(),
            save_hint: e::save_hint(),
            start_title: start::title(),
            drop: start::drop(),
            drop_stays: start::stays(),
            drop_hint: start::hint(),
            becomes: start::becomes(),
            table: section::table(),
            small: section::small(),
            results: section::results(),
            checks: section::checks(),
            half_years: section::timeline(),
            draft: section::draft(),
            choose_files: action::files(),
            choose_folder: action::folder(),
            paste_links: action::links(),
            links_label: action::links_label(),
            add_links: action::add_links(),
            try_invented: action::invented(how_many_invented()),
            save: action::save(),
            copy_table: action::copy_table(),
            sheet: action::sheet(),
            copy_draft: action::copy_draft(),
            print: t::common::print(),
            remove: t::common::remove(),
            wipe: action::wipe(),
        }
    }
}
