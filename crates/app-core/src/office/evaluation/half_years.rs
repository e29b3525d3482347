//! Half year for half year: the table, and the picture in which a person is a cell.

use mikrolaan_engine::evaluation::{Column, CountOf, Evaluation, Milestone, People};

use super::counted::CountView;
use super::names;
use crate::charts::shape::Pct;
use crate::locale::argument::Count;
use crate::locale::language::Text;
use crate::locale::texts::named::CoursesHalfYearLoansSelves;
use crate::locale::texts::office::evaluation::{count as c, table, timeline as t};

/// More people than this in one column and the columns are bars.
const MOST_CELLS: usize = 12;
/// More half years than this have no room beside each other.
const MOST_HALF_YEARS: usize = 16;

/// The half years as a table, with the picture beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfYearTable {
    /// What the first column is called, and the three others.
    pub columns: [Text; 4],
    /// The half years from the first to the last in which something was. None where only totals are shown.
    pub rows: Vec<HalfYearRow>,
    /// What came in a month that is not known, if anything did.
    pub undated: Option<HalfYearRow>,
    /// The last row.
    pub total: HalfYearRow,
    /// The picture, where there is one.
    pub picture: Option<HalfYearPicture>,
    /// What is to be known beside it: what is not in the picture, or why there is none.
    pub note: Option<String>,
}

/// A row of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfYearRow {
    /// When.
    pub label: String,
    /// Courses, loans, self-supporting.
    pub counts: [CountView; 3],
}

/// The picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfYearPicture {
    /// What it shows, and when most courses ended.
    pub caption: String,
    /// What the three columns of each half year are.
    pub legend: [Text; 3],
    /// Is each column one bar, because somewhere there are more than twelve people? Else it has a cell for each.
    pub is_bars: bool,
    /// The half years, from left to right.
    pub groups: Vec<PictureGroup>,
}

/// A half year of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureGroup {
    /// What stands below.
    pub label: String,
    /// All of it in words.
    pub name: String,
    /// Courses, loans, self-supporting.
    pub columns: [PictureColumn; 3],
}

/// A column of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureColumn {
    /// How many people: how many cells it has, where it has cells.
    pub people: usize,
    /// What stands above, nought too.
    pub text: String,
    /// How high it is, of the highest column.
    pub height: Pct,
}

impl HalfYearTable {
    pub(super) fn of(people: &People, evaluation: &Evaluation, totals_only: bool) -> Self {
        let row = |label: String, count: &dyn Fn(Milestone) -> CountOf| HalfYearRow {
            label,
            counts: Milestone::ALL.map(|milestone| CountView::of(people, count(milestone))),
        };
        let part = |label, count: &dyn Fn(Milestone) -> CountOf| {
            let HalfYearRow { label, counts } = row(label, count);
            HalfYearRow { label, counts: counts.map(CountView::of_part) }
        };
        let shown = if totals_only { &[][..] } else { &evaluation.timeline[..] };
        let rows = shown.iter().map(|row| row.half_year);
        let rows: Vec<HalfYearRow> =
            rows.map(|when| part(names::half_year(when), &|milestone| CountOf::Dated(when, milestone))).collect();
        let undated = Some(part(c::undated().to_owned(), &CountOf::Undated));
        let undated = undated.filter(|row| !totals_only && row.counts.iter().any(|count| count.number > 0));
        let fits = (1..=MOST_HALF_YEARS).contains(&rows.len());
        HalfYearTable {
            columns: [t::half_year(), t::courses(), t::loans(), t::self_supporting()],
            picture: fits.then(|| HalfYearPicture::of(&rows)),
            note: note(rows.len(), undated.as_ref()).filter(|_| !totals_only),
            rows,
            undated,
            total: row(table::total().to_owned(), &|milestone| CountOf::Table(None, Column::Reached(milestone))),
        }
    }

    /// The counts that are of less than all the time there is.
    pub(super) fn counts_of_parts(&self) -> impl Iterator<Item = &CountView> {
        self.rows.iter().chain(&self.undated).flat_map(|row| &row.counts)
    }

    /// The table in cells, its head first.
    pub(super) fn cells(&self) -> Vec<Vec<String>> {
        let head = self.columns.map(Text::to_owned).to_vec();
        let row = |row: &HalfYearRow| {
            [row.label.clone()].into_iter().chain(row.counts.iter().map(|count| count.number.to_string())).collect()
        };
        [head].into_iter().chain(self.rows.iter().chain(&self.undated).chain([&self.total]).map(row)).collect()
    }
}

fn note(half_years: usize, undated: Option<&HalfYearRow>) -> Option<String> {
    let events: usize = undated.iter().flat_map(|row| &row.counts).map(|count| count.number).sum();
    match half_years {
        0 => Some(t::none().to_owned()),
        1..=MOST_HALF_YEARS => (events > 0).then(|| t::undated(Count::of(events))),
        _ => Some(t::too_long().to_owned()),
    }
}

impl HalfYearPicture {
    fn of(rows: &[HalfYearRow]) -> Self {
        let highest = rows.iter().flat_map(|row| &row.counts).map(|count| count.number).max().unwrap_or_default();
        let is_bars = highest > MOST_CELLS;
        let what = if is_bars { t::bars() } else { t::cells() };
        let most = most_courses(rows).map(t::most);
        HalfYearPicture {
            caption: [Some(what.to_owned()), most].into_iter().flatten().collect::<Vec<_>>().join(" "),
            legend: [t::legend_courses(), t::legend_loans(), t::legend_self_supporting()],
            is_bars,
            groups: rows.iter().map(|row| PictureGroup::of(row, highest)).collect(),
        }
    }
}

impl PictureGroup {
    fn of(row: &HalfYearRow, highest: usize) -> Self {
        let [courses, loans, selves] = row.counts.each_ref().map(|count| Count::of(count.number));
        let column = |count: &CountView| PictureColumn {
            people: count.number,
            text: count.text.clone(),
            height: Pct::part(count.number, highest),
        };
        PictureGroup {
            label: row.label.clone(),
            name: t::group(CoursesHalfYearLoansSelves { courses, half_year: row.label.as_str(), loans, selves }),
            columns: row.counts.each_ref().map(column),
        }
    }
}

/// The half year in which most courses ended, where it is one alone.
fn most_courses(rows: &[HalfYearRow]) -> Option<&str> {
    let courses = |row: &HalfYearRow| row.counts[0].number;
    let most = rows.iter().map(courses).max().filter(|&most| most > 0)?;
    let mut there = rows.iter().filter(|row| courses(row) == most);
    let first = there.next()?;
    there.next().is_none().then_some(first.label.as_str())
}
