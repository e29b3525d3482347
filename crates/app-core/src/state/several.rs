//! What only the pages for the municipality's own people do to a state: several plans beside each other, another month, an
//! invented case. Kept apart from the events, so that a page that does none of it does not bring it along.

use mikrolaan_engine::case::{Case, ValuePath};
use mikrolaan_engine::quantity::Month;

use super::{State, provenance};

impl State {
    /// The state with its case changed, and every field drawn anew. What the last tap replaced cannot be had back, and what is
    /// tried is the plan's own: both belong to plans that may stand elsewhere now.
    #[must_use]
    pub fn with_case(&self, change: impl FnOnce(&mut Case)) -> State {
        let mut next = self.clone();
        change(&mut next.case);
        if next.case != self.case {
            (next.undo, next.trial, next.overwritten) = (None, None, None);
            provenance::follow(&mut next.case);
            next.revision += 1;
            next.epoch += 1;
        }
        next
    }

    /// The state without what is half written in its plans: they stand elsewhere now.
    #[must_use]
    pub fn without_drafts_of_plans(&self) -> State {
        let mut next = self.clone();
        next.drafts.retain(|draft| matches!(draft.field, ValuePath::Answer(_)));
        next
    }

    /// The state with one of its further plans changed by somebody who writes in it: no field is drawn anew.
    #[must_use]
    pub fn with_further_plans(&self, change: impl FnOnce(&mut Case)) -> State {
        let mut next = self.clone();
        change(&mut next.case);
        next.revision += usize::from(next.case != self.case);
        next
    }

    /// The state with another plan first. A value that is the same in the one that was first comes from where it came from; any
    /// other has been written.
    #[must_use]
    pub fn with_first_plan(&self, change: impl FnOnce(&mut Case)) -> State {
        let before = self.case.scenarios.first().cloned();
        self.with_case(|case| {
            change(case);
            if let Some(before) = before {
                provenance::own_what_differs(case, &before);
            }
        })
    }

    /// Another state in the place of this one, of which nothing can be had back: it is about somebody else.
    #[must_use]
    pub fn replaced_by(&self, other: State) -> State {
        let (revision, epoch, redrawn) = (self.revision + 1, self.epoch + 1, self.redrawn + 1);
        State { revision, epoch, redrawn, ..other }
    }

    /// The state of an invented case, of which nothing is anybody's.
    #[must_use]
    pub fn of_invented(mut case: Case, as_of: Month) -> State {
        provenance::invent(&mut case);
        State::of_case(case, as_of)
    }
}
