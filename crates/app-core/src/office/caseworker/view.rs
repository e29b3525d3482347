//! Everything the caseworker's screen shows, from its state: what pages draw.

use mikrolaan_engine::evaluate::Evaluated;

use super::assessment::AssessmentView;
use super::case_field::{CaseFieldGroup, groups};
use super::checklist::ChecklistView;
use super::conflicts::{CaseConflict, case_conflicts};
use super::examples::SampleCase;
use super::scenario_columns::{ColumnsView, why_not};
use super::sentence::MoneySentence;
use super::state::CaseworkerState;
use super::state_line::StateLine;
use super::tracing::TracePanel;
use super::unknowns::{UnknownRow, unknowns};
use super::worked::WorkedCase;
use crate::views::months::{Said, Unsayable, sayable};

/// Everything the screen shows, but for the text of *Kopiér til sag*.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseworkerView {
    /// The line above everything.
    pub state_line: StateLine,
    /// The fields, by group.
    pub groups: Vec<CaseFieldGroup>,
    /// What is to be assessed.
    pub assessment: AssessmentView,
    /// Answers that say something else than the plan.
    pub conflicts: Vec<CaseConflict>,
    /// What nobody knows yet, with its price.
    pub unknowns: Vec<UnknownRow>,
    /// The money of the plan.
    pub money: PlanMoney,
    /// The plans beside each other.
    pub columns: ColumnsView,
    /// The checklist.
    pub checklist: ChecklistView,
    /// Where the figure that was asked about comes from.
    pub trace: Option<TracePanel>,
}

/// The money of the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanMoney {
    /// The first sentence; and what the citizen's page of the months says and draws.
    Said(Box<MoneySentence>, Box<Said>),
    /// A figure is missing: which, in a sentence, and the invented cases one can look at instead.
    Asked(String, [SampleCase; 2]),
    /// It cannot be worked out, and why.
    CannotCalculate(String),
}

impl CaseworkerView {
    /// Works everything out and puts it in words.
    pub fn of(state: &CaseworkerState) -> Self {
        CaseworkerView::of_worked(state, &WorkedCase::of(state))
    }

    /// The same where it was worked out already.
    pub fn of_worked(state: &CaseworkerState, worked: &WorkedCase) -> Self {
        CaseworkerView {
            state_line: StateLine::of(state, worked),
            groups: groups(state),
            assessment: AssessmentView::of(state, &worked.screening),
            conflicts: case_conflicts(state),
            unknowns: unknowns(state, worked),
            money: PlanMoney::of(state, worked),
            columns: ColumnsView::of(state, worked),
            checklist: ChecklistView::of(state),
            trace: state.traced().and_then(|figure| TracePanel::of(worked, figure)),
        }
    }
}

impl PlanMoney {
    /// Of the plan that was worked out.
    pub fn of(state: &CaseworkerState, worked: &WorkedCase) -> Self {
        let Some((case, outcome)) = worked.plan() else { return PlanMoney::CannotCalculate(String::new()) };
        match sayable(outcome) {
            Ok(evaluated) => {
                let sentence = MoneySentence::of(case, evaluated, worked.plan_column, state.sample().is_some());
                PlanMoney::Said(Box::new(sentence), Box::new(Said::of(evaluated)))
            }
            Err(Unsayable::Asked(unwritten)) => {
                PlanMoney::Asked(unwritten.words().to_owned(), [SampleCase::B, SampleCase::C])
            }
            Err(Unsayable::CannotCalculate(obstacles)) => PlanMoney::CannotCalculate(why_not(case, obstacles)),
        }
    }

    /// The first sentence, or what stands in its place.
    pub fn text(&self) -> String {
        match self {
            PlanMoney::Said(sentence, _) => sentence.text(),
            PlanMoney::Asked(words, _) | PlanMoney::CannotCalculate(words) => words.clone(),
        }
    }
}

/// The plan where something can be said of its months.
pub(super) fn said_plan(worked: &WorkedCase) -> Option<&Evaluated> {
    sayable(&worked.plan()?.1).ok()
}

#[cfg(test)]
#[path = "view_tests.rs"]
mod tests;
