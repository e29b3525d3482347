//! The plans beside each other: every column can be written in, and every figure below leads to where it comes from. Last, and
//! without a field, what the benefit would be instead.

use mikrolaan_engine::case::{Case, Obstacle, ValuePath};
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::simulation::{ScenarioField as F, Timeline};

use super::column_results::{ResultCell, ResultRow, results};
use super::event::CaseworkerEvent;
use super::fields::CaseFieldId;
use super::state::{CaseworkerState, MOST_COLUMNS};
use super::worked::{WorkedCase, WorkedPlan};
use crate::forms::FieldError;
use crate::forms::choices::misfit;
use crate::forms::field_errors;
use crate::forms::field_props::{FieldProps, Layout, Width};
use crate::forms::scope::Scope;
use crate::locale::argument::{Count, MonthOf};
use crate::locale::language::Text;
use crate::locale::texts as t;
use crate::locale::texts::named::{LetterName, NamePlan};
use crate::locale::texts::office::caseworker::{column as words, unit};
use crate::locale::write;
use crate::state::event::Event;
use crate::state::provenance::{Provenance, provenance};
use crate::views::compare::LETTERS;
use crate::views::obstacles;

/// What ids of a column's fields begin with.
const PREFIXES: [&str; MOST_COLUMNS] = ["a-", "b-", "c-", "d-"];

/// What can be written in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnRow {
    /// Hours a week of a small job.
    SmallJob,
    /// What is sold in a good month.
    Sales,
    /// What is spent at home.
    Home,
    /// Months until the account is open.
    Account,
}

impl ColumnRow {
    /// The rows, in their order.
    pub const ALL: [ColumnRow; 4] = [ColumnRow::SmallJob, ColumnRow::Sales, ColumnRow::Home, ColumnRow::Account];

    const fn field(self) -> F {
        match self {
            ColumnRow::SmallJob => F::JobHours,
            ColumnRow::Sales => F::FullMonth,
            ColumnRow::Home => F::LivingCosts,
            ColumnRow::Account => F::AccountWaitMonths,
        }
    }

    /// What the row is called; a small job begins in a month of the plan's.
    fn label(self, plan: &Case) -> String {
        match self {
            ColumnRow::SmallJob => match plan.scenarios.first() {
                Some(plan) => {
                    let job = plan.small_jobs.first().map(|job| job.from);
                    words::small_job_from(MonthOf(job.unwrap_or_else(|| Timeline::of(plan).after_support())))
                }
                None => words::small_job().to_owned(),
            },
            ColumnRow::Sales => words::sales().to_owned(),
            ColumnRow::Home => words::home().to_owned(),
            ColumnRow::Account => words::account().to_owned(),
        }
    }
}

/// The plans beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnsView {
    /// What the rows with fields are called.
    pub input_rows: Vec<(ColumnRow, String)>,
    /// What the rows with figures are called.
    pub result_rows: Vec<(ResultRow, String)>,
    /// The columns.
    pub columns: Vec<ScenarioColumn>,
    /// The benefit in their stead.
    pub benefit: BenefitColumn,
    /// One more column can be added.
    pub can_add: bool,
    /// How many plans came along that have no column, in a sentence; empty where there is none.
    pub hidden: String,
}

/// One plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioColumn {
    /// Its letter.
    pub letter: &'static str,
    /// The field of its name.
    pub name_props: FieldProps,
    /// Its name.
    pub name: String,
    /// It is the plan.
    pub is_plan: bool,
    /// What can be written in it.
    pub cells: Vec<ColumnCell>,
    /// What it comes to.
    pub results: Vec<ResultCell>,
    /// Why it comes to nothing; empty where it does.
    pub why_not: String,
    /// The words on its button; of the plan, that it is the plan.
    pub use_label: Text,
    /// The same, for who listens: with letter and name.
    pub use_name: String,
    /// The button that takes it away, for who listens; `None` = it stays.
    pub remove_name: Option<String>,
}

/// A field of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnCell {
    /// Which row it stands in.
    pub row: ColumnRow,
    /// Which column.
    pub column: usize,
    /// Id, unit and width; the label is its whole name, with the column.
    pub props: FieldProps,
    /// What stands in it.
    pub text: String,
    /// It differs from the plan.
    pub is_changed: bool,
    /// It is nobody's.
    pub is_dashed: bool,
    /// Where it stands in the case: what is half written is kept under it.
    pub path: ValuePath,
}

/// The benefit instead of the business: nothing of it can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenefitColumn {
    /// What it is called.
    pub title: Text,
    /// What is different in it.
    pub hint: Text,
    /// What stands beside the fields of the others, in the order of their rows.
    pub cells: Vec<String>,
    /// What it comes to.
    pub results: Vec<ResultCell>,
    /// Why it comes to nothing; empty where it does.
    pub why_not: String,
}

impl ColumnsView {
    /// The columns of what was worked out.
    pub fn of(state: &CaseworkerState, worked: &WorkedCase) -> Self {
        let months = state.case().scenarios.first().map_or(0, |plan| plan.months);
        let hidden = state.hidden_plans();
        ColumnsView {
            input_rows: ColumnRow::ALL.map(|row| (row, row.label(state.case()))).into(),
            result_rows: ResultRow::ALL.map(|row| (row, row.label(months))).into(),
            columns: (0..).zip(&worked.columns).map(|(at, plan)| column(state, worked, at, plan)).collect(),
            benefit: benefit(worked),
            can_add: state.columns() < MOST_COLUMNS,
            hidden: if hidden == 0 { String::new() } else { words::hidden(Count::of(hidden)) },
        }
    }
}

impl ColumnCell {
    /// What happens when this is typed into it.
    ///
    /// # Errors
    /// What is wrong with what was typed; then nothing happens.
    pub fn take(&self, state: &CaseworkerState, text: &str) -> Result<Option<CaseworkerEvent>, FieldError> {
        let figure = CaseFieldId::Plan(self.row.field()).figure();
        let (Some(figure), Some(case)) = (figure, state.case_of(self.column)) else { return Ok(None) };
        let taken = figure.take(&case, 0, text)?;
        Ok(taken.map(|event| match event {
            Event::Write(_, written) if self.column != state.plan_column() => {
                CaseworkerEvent::WriteColumn(self.column, written)
            }
            event => CaseworkerEvent::Of(event),
        }))
    }
}

impl ScenarioColumn {
    /// What happens when this is typed as the name of the column.
    ///
    /// # Errors
    /// What is wrong with it; then nothing happens.
    pub fn take_name(column: usize, text: &str) -> Result<CaseworkerEvent, FieldError> {
        Ok(CaseworkerEvent::NameColumn(column, field_errors::name(text)?))
    }
}

fn column(state: &CaseworkerState, worked: &WorkedCase, at: usize, (case, outcome): &WorkedPlan) -> ScenarioColumn {
    let letter = LETTERS.get(at).copied().unwrap_or_default();
    let name = case.scenarios.first().map(|plan| plan.name.clone()).unwrap_or_default();
    let is_plan = at == worked.plan_column;
    let named = || LetterName { letter, name: name.as_str() };
    ScenarioColumn {
        letter,
        name_props: FieldProps {
            id: [PREFIXES.get(at).copied().unwrap_or_default(), F::Name.key()].concat(),
            label: words::name(letter),
            width: Width::Wide,
            layout: Layout::Row,
            ..FieldProps::default()
        },
        is_plan,
        cells: ColumnRow::ALL.map(|row| cell(state, worked, row, at, case)).into(),
        results: results(Some(at), &[letter, " ", &name].concat(), outcome.as_ref().ok()),
        why_not: outcome.as_ref().err().map(|obstacles| why_not(case, obstacles)).unwrap_or_default(),
        use_label: if is_plan { words::is_plan() } else { words::use_as_plan() },
        use_name: if is_plan { words::is_plan_name(named()) } else { words::use_name(named()) },
        remove_name: (!is_plan).then(|| words::remove(named())),
        name,
    }
}

fn cell(state: &CaseworkerState, worked: &WorkedCase, row: ColumnRow, column: usize, case: &Case) -> ColumnCell {
    let figure = CaseFieldId::Plan(row.field()).figure();
    let text = |case: &Case| figure.map(|figure| figure.text(case, 0)).unwrap_or_default();
    let of_plan = worked.plan().map(|(plan, _)| text(plan));
    let scenario = state.scenario_of(column).unwrap_or_default();
    let at = row.field().is_in_list().then_some(0);
    let path = ValuePath::Field { scenario, field: row.field(), at };
    let scope = Scope { prefix: PREFIXES.get(column).copied().unwrap_or_default(), row: None };
    let plan = case.scenarios.first().map_or("", |plan| plan.name.as_str());
    let label = words::cell(NamePlan { name: &row.label(state.case()), plan });
    let text = text(case);
    ColumnCell {
        row,
        column,
        props: figure.map(|figure| of_column(row, figure.props(scope, Layout::Row, &label))).unwrap_or_default(),
        is_changed: of_plan.is_some_and(|of_plan| of_plan != text),
        is_dashed: matches!(provenance(case, path), Some(Provenance::Guess)),
        text,
        path,
    }
}

fn of_column(row: ColumnRow, props: FieldProps) -> FieldProps {
    let unit = if row == ColumnRow::SmallJob { unit::per_week() } else { props.unit };
    FieldProps { unit, has_origin: false, ..props }
}

/// The first thing that keeps a plan from being worked out, in words.
pub(super) fn why_not(case: &Case, found: &[Obstacle]) -> String {
    let plan = case.scenarios.first();
    let misfit = plan.and_then(misfit);
    let rows = obstacles::rows(found, plan.map(|plan| plan.start), misfit.as_deref());
    rows.into_iter().next().map(|row| row.text).unwrap_or_default()
}

fn benefit(worked: &WorkedCase) -> BenefitColumn {
    let dash = || words::none().to_owned();
    let plan: Option<&Evaluated> = worked.benefit.as_ref().map(|(_, evaluated)| evaluated);
    let home = plan.map(|plan| write::kroner(plan.plan().scenario.household.living_costs));
    let cell = |row: ColumnRow| match row {
        ColumnRow::Home => home.clone().unwrap_or_else(dash),
        ColumnRow::SmallJob | ColumnRow::Sales | ColumnRow::Account => dash(),
    };
    BenefitColumn {
        title: t::variant::stay_on_benefit::title(),
        hint: t::variant::stay_on_benefit::hint(),
        cells: ColumnRow::ALL.map(cell).into(),
        results: results(None, &t::variant::stay_on_benefit::title(), plan),
        why_not: if plan.is_some() { String::new() } else { words::no_benefit().to_owned() },
    }
}

#[cfg(test)]
#[path = "scenario_columns_tests.rs"]
mod tests;
