//! The table of the form's point 7, and what is said where a number in it points at single persons.

use mikrolaan_engine::evaluation::{Column, CountOf, Evaluation, Milestone, People};
use mikrolaan_engine::screening::Support;

use super::counted::{CountView, DraftSegment, is_small, segments};
use super::half_years::HalfYearTable;
use super::names;
use crate::locale::argument::Count;
use crate::locale::language::Text;
use crate::locale::texts::named::CountLoans;
use crate::locale::texts::office::evaluation::{action, draft, small as s, table as t};

/// The groups the form has.
const OF_THE_FORM: [Support; 3] =
    [Support::KontanthjaelpJobparat, Support::Uddannelsesparat, Support::Selvforsoergende];

/// The table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormTable {
    /// What the three columns are called: the form's two, and who became self-supporting.
    pub columns: [Text; 3],
    /// The groups: the form's three, and every other somebody is in. None where only totals are shown.
    pub rows: Vec<FormTableRow>,
    /// The last row.
    pub total: FormTableRow,
    /// How many of those with a loan became self-supporting; nothing while there is no loan.
    pub sentence: Vec<DraftSegment>,
    /// What stands below.
    pub hint: Text,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormTableRow {
    /// Who.
    pub label: Text,
    /// Course, loan, self-supporting.
    pub counts: [CountView; 3],
}

impl FormTable {
    pub(super) fn of(people: &People, evaluation: &Evaluation, totals_only: bool) -> Self {
        let is_there =
            |group: Support| OF_THE_FORM.contains(&group) || evaluation.groups.iter().any(|row| row.group == group);
        let has_files = people.files() > 0;
        let count = |group, milestone| match has_files {
            true => CountView::of(people, CountOf::Table(group, Column::Reached(milestone))),
            false => CountView::nothing(),
        };
        let row = |group: Support| FormTableRow {
            label: names::group(group),
            counts: Milestone::ALL.map(|milestone| count(Some(group), milestone).of_part()),
        };
        let groups = Support::ALL.iter().copied().filter(|&group| !totals_only && is_there(group));
        FormTable {
            columns: Milestone::ALL.map(names::milestone),
            rows: groups.map(row).collect(),
            total: FormTableRow { label: t::total(), counts: Milestone::ALL.map(|milestone| count(None, milestone)) },
            sentence: of_loans(people),
            hint: t::hint(),
        }
    }

    /// The table in cells, its head first.
    pub(super) fn cells(&self) -> Vec<Vec<String>> {
        let head = [Text::NONE].into_iter().chain(self.columns).map(Text::to_owned).collect();
        let row = |row: &FormTableRow| {
            [row.label.to_owned()].into_iter().chain(row.counts.iter().map(|count| count.number.to_string())).collect()
        };
        [head].into_iter().chain(self.rows.iter().chain([&self.total]).map(row)).collect()
    }

    /// The table as it is copied: tabulators between the cells.
    pub fn text(&self) -> String {
        self.cells().iter().map(|row| row.join("\t") + "\n").collect()
    }
}

/// *Af de 14 med mikrolån er 8 blevet selvforsørgende.*
pub(super) fn of_loans(people: &People) -> Vec<DraftSegment> {
    let [loans, selves] = [Milestone::Loan, Milestone::SelfSupporting]
        .map(|milestone| CountView::of(people, CountOf::Table(None, Column::Reached(milestone))));
    if loans.number == 0 {
        return Vec::new();
    }
    let words = draft::of_loans(CountLoans { count: Count::of(selves.number), loans: Count::of(loans.number) });
    segments(&words, [loans, selves])
}

/// What is said where a count may point at single persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallNumbers {
    /// How many counts of groups and half years do; nothing to say of them where only totals are shown.
    pub fields: Option<String>,
    /// What it means, or what is shown now.
    pub text: String,
    /// The words on the button.
    pub button: Text,
    /// What the button does: what [`TotalsOnly`](super::EvaluationEvent::TotalsOnly) is given.
    pub totals_only: bool,
}

impl SmallNumbers {
    pub(super) fn of(table: &FormTable, half_years: &HalfYearTable, totals_only: bool) -> Option<Self> {
        if totals_only {
            let few = table.total.counts.iter().any(|count| is_small(count.number));
            let told = [Some(s::totals()), few.then(s::totals_small)].into_iter().flatten();
            let text = told.map(Text::to_owned).collect::<Vec<_>>().join(" ");
            return Some(SmallNumbers { fields: None, text, button: action::parts(), totals_only: false });
        }
        let counts = table.rows.iter().flat_map(|row| &row.counts).chain(half_years.counts_of_parts());
        let fields = counts.filter(|count| count.is_small).count();
        (fields > 0).then(|| SmallNumbers {
            fields: Some(s::fields(Count::of(fields))),
            text: s::text().to_owned(),
            button: action::totals(),
            totals_only: true,
        })
    }
}
