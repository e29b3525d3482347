//! What one tap does to the state, and how it is had back.

use mikrolaan_engine::case::conflicts::{Conflict, ConflictSide, conflicts};
use mikrolaan_engine::case::examples::{self, ExampleId};
use mikrolaan_engine::case::{Case, ValuePath, starter_scenario};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::simulation::ScenarioField as F;

use super::event::RowList;
use super::provenance::{self, Provenance};
use super::{Draft, State, Viewed};
use crate::rulebook::RULEBOOK;

/// What can be had back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Undo {
    pub(super) what: Undoable,
    before: State,
}

/// What was done with one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undoable {
    /// Everything was wiped.
    StartedOver,
    /// The business was filled in from an example.
    Filled(ExampleId),
    /// What an example had filled in was taken out.
    Emptied,
    /// A changed example was left or replaced.
    LeftExample,
    /// A cost of starting was removed.
    RemovedCost,
    /// A small job was removed.
    RemovedJob,
    /// An answer and the plan were made to say the same.
    Resolved,
    /// What was saved or sent took the place of everything.
    Opened,
}

impl State {
    /// The state to be had back after what one tap is about to do.
    fn before(&mut self) -> State {
        self.undo = None;
        self.clone()
    }

    fn keep_undo(&mut self, what: Undoable, before: State) {
        self.undo = Some(Box::new(Undo { what, before }));
    }

    /// Everything is as it was before the last tap. What is ticked since then stays: only wiping everything took ticks away.
    pub(super) fn undo(&mut self) {
        if let Some(Undo { what, mut before }) = self.undo.take().map(|undo| *undo) {
            if what != Undoable::StartedOver {
                before.next_steps = std::mem::take(&mut self.next_steps);
            }
            let (epoch, redrawn) = (self.epoch + 1, self.redrawn + 1);
            *self = State { epoch, redrawn, ..before };
        }
    }

    pub(super) fn start_over(&mut self) {
        let before = self.before();
        *self = State { epoch: before.epoch + 1, redrawn: before.redrawn, ..State::new(before.case.as_of) };
        if before.is_worth_keeping() || before.viewed.is_some() {
            self.keep_undo(Undoable::StartedOver, before);
        }
    }

    pub(super) fn open(&mut self, opened: State) {
        let before = self.before();
        *self = State { epoch: before.epoch + 1, redrawn: before.redrawn + 1, ..opened };
        self.keep_undo(Undoable::Opened, before);
    }

    /// Lets the answer or the plan hold, while the two still differ.
    pub(super) fn resolve(&mut self, conflict: Conflict, holds: ConflictSide) {
        let found = self.case.scenarios.first().map(|scenario| conflicts(&self.case.answers, scenario));
        if !found.is_some_and(|found| found.contains(&conflict)) {
            return;
        }
        let (before, loan) = (self.before(), self.loan());
        self.forget_page(conflict.question());
        if let Some(scenario) = self.case.scenarios.first_mut() {
            conflict.resolve(holds, &mut self.case.answers, scenario);
        }
        self.rest_or_wake(loan);
        self.redrawn += 1;
        self.keep_undo(Undoable::Resolved, before);
    }

    /// What the person has written of the business stays.
    pub(super) fn fill_business(&mut self, id: Option<ExampleId>) {
        self.ensure_scenario();
        let before = self.before();
        self.drafts.retain(|draft| is_the_persons(draft.field));
        let mut filled = starter_scenario(&self.case, &RULEBOOK);
        let (from, what) = match id {
            Some(id) => {
                examples::fill_business(id, &mut filled);
                (Provenance::Example, Undoable::Filled(id))
            }
            None => (Provenance::Guess, Undoable::Emptied),
        };
        provenance::fill(&mut self.case, &filled, from);
        self.epoch += 1;
        self.keep_undo(what, before);
    }

    /// The rows that stay are drawn by numbers of their own and keep what is in them: nothing is drawn anew.
    pub(super) fn remove_row(&mut self, list: RowList, at: usize) {
        let before = self.before();
        if let Some(scenario) = self.case.scenarios.first_mut() {
            list.remove(scenario, at);
        }
        provenance::remove_row(&mut self.case, list, at);
        let moved = |draft: Draft| Some(Draft { field: list.after_removal(draft.field, at)?, ..draft });
        self.drafts = self.drafts.drain(..).filter_map(moved).collect();
        let what = if list == RowList::Costs { Undoable::RemovedCost } else { Undoable::RemovedJob };
        self.keep_undo(what, before);
    }

    /// Leaves the example that is looked at, if one is, for another one or for the own case; to be had back when
    /// it was changed.
    pub(super) fn leave_for(&mut self, next: Option<ExampleId>) {
        let changed = self.viewed.as_ref().is_some_and(|viewed| viewed.example != self.case);
        let before = changed.then(|| self.before());
        if let Some(viewed) = self.viewed.take() {
            let Viewed { own, drafts, resting_loan, .. } = *viewed;
            (self.case, self.drafts, self.resting_loan) = (own, drafts, resting_loan);
        }
        if let Some(id) = next {
            let example = invented(id, self.case.as_of);
            let own = std::mem::replace(&mut self.case, example.clone());
            let (drafts, resting_loan) = (std::mem::take(&mut self.drafts), self.resting_loan.take());
            self.viewed = Some(Box::new(Viewed { id, example, own, drafts, resting_loan }));
        }
        self.epoch += 1;
        if let Some(before) = before {
            self.keep_undo(Undoable::LeftExample, before);
        }
    }
}

/// An example to be looked at, of which nothing is anybody's.
pub(super) fn invented(id: ExampleId, as_of: Month) -> Case {
    let mut example = examples::example(id, as_of);
    provenance::invent(&mut example);
    example
}

/// Is this the person's own, which an example of a business leaves alone?
fn is_the_persons(place: ValuePath) -> bool {
    let ValuePath::Field { field, .. } = place else { return true };
    let (own, jobs) = ([F::Household, F::Benefit], F::SmallJobs);
    own.iter().chain([&jobs]).any(|part| field.is_within(*part))
}
