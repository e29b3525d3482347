//! The columns of a state: what follows the plan, what is written in one, and which is the plan.

use mikrolaan_engine::simulation::Scenario;

use super::{CaseworkerState, MOST_COLUMNS};
use crate::locale::texts::office::caseworker::column as words;
use crate::office::caseworker::scenario_parts::OwnParts;
use crate::state::event::Event;
use crate::state::typed_text::looks_like_cpr;
use crate::views::compare::LETTERS;

impl CaseworkerState {
    /// Every further plan is the plan but for what it has of its own.
    pub(super) fn follow(&mut self) {
        let own = self.own.clone();
        self.state = self.state.with_further_plans(|case| {
            if let Some((plan, further)) = case.scenarios.split_first_mut() {
                for (scenario, own) in further.iter_mut().zip(own) {
                    own.follow(plan, scenario);
                }
            }
        });
    }

    /// What the further plans have of their own is what is different in them now.
    pub(super) fn look_again(&mut self) {
        self.own = match self.case().scenarios.split_first() {
            Some((plan, further)) => further.iter().map(|scenario| OwnParts::of(plan, scenario)).collect(),
            None => Vec::new(),
        };
        self.plan_column = self.plan_column.min(self.columns().saturating_sub(1));
        self.traced = None;
    }

    /// What is different in the column after somebody has written in it is its own.
    pub(super) fn write_column(&mut self, column: usize, written: Scenario) {
        match self.scenario_of(column) {
            None => {}
            Some(0) => self.take_shared(Event::Edit(Box::new(written))),
            Some(at) => {
                self.state = self.state.with_further_plans(|case| {
                    if let Some(scenario) = case.scenarios.get_mut(at) {
                        *scenario = written;
                    }
                });
                let plans = self.case().scenarios.first().zip(self.case().scenarios.get(at));
                let now = plans.map(|(plan, further)| OwnParts::of(plan, further));
                if let (Some(now), Some(own)) = (now, self.own.get_mut(at - 1)) {
                    *own = now;
                }
            }
        }
    }

    /// A name with what looks like a CPR number is never kept.
    pub(super) fn name_column(&mut self, column: usize, name: String) {
        let Some(at) = self.scenario_of(column).filter(|_| !looks_like_cpr(&name)) else { return };
        self.state = self.state.with_further_plans(|case| {
            if let Some(scenario) = case.scenarios.get_mut(at) {
                scenario.name = name;
            }
        });
    }

    /// A copy of the plan comes last of those with a column.
    pub(super) fn add_column(&mut self) {
        let (columns, plan) = (self.columns(), self.case().scenarios.first().cloned());
        let (Some(plan), Some(letter)) = (plan, LETTERS.get(columns)) else { return };
        let copy = Scenario { name: words::copy(letter), ..plan };
        self.state = self.state.with_case(|case| case.scenarios.insert(columns, copy));
        self.own.insert(columns.saturating_sub(1).min(self.own.len()), OwnParts::default());
    }

    /// The plan stays.
    pub(super) fn remove_column(&mut self, column: usize) {
        let Some(at) = self.scenario_of(column).filter(|&at| at > 0) else { return };
        self.state = self.state.with_case(|case| drop(case.scenarios.remove(at))).without_drafts_of_plans();
        self.own.remove(at - 1);
        self.plan_column -= usize::from(column < self.plan_column);
        self.traced = None;
    }

    /// The columns stay where they are; the case has the new plan first.
    pub(super) fn use_as_plan(&mut self, column: usize) {
        let Some(at) = self.scenario_of(column).filter(|&at| at > 0) else { return };
        let order: Vec<usize> = (0..self.columns()).filter_map(|column| self.scenario_of(column)).collect();
        self.state = self.state.with_first_plan(|case| {
            let others = order.into_iter().filter(|&other| other != at).chain(MOST_COLUMNS..case.scenarios.len());
            let all: Vec<usize> = std::iter::once(at).chain(others).collect();
            case.scenarios = all.into_iter().filter_map(|at| case.scenarios.get(at).cloned()).collect();
        });
        self.state = self.state.without_drafts_of_plans();
        self.plan_column = column;
        self.look_again();
    }
}
