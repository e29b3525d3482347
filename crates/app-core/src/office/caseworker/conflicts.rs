//! Where an answer and the plan say different things: the caseworker is asked which holds, in words about the citizen.

use mikrolaan_engine::case::conflicts::{Conflict, ConflictSide, conflicts};

use super::event::CaseworkerEvent;
use super::state::CaseworkerState;
use crate::locale::argument::{Amount, Months};
use crate::locale::texts::named::AnsweredPlanned;
use crate::locale::texts::office::caseworker::conflict as words;
use crate::state::event::Event;

/// An answer that says something else than the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseConflict {
    /// What differs.
    pub text: String,
    /// What can hold, in words, and what letting it hold does: the answer first, then the plan.
    pub sides: [(String, CaseworkerEvent); 2],
}

/// Every answer that says something else than the plan.
pub fn case_conflicts(state: &CaseworkerState) -> Vec<CaseConflict> {
    let case = state.case();
    let found = case.scenarios.first().map(|plan| conflicts(&case.answers, plan)).unwrap_or_default();
    found.into_iter().map(told).collect()
}

fn told(conflict: Conflict) -> CaseConflict {
    let (text, answer, plan) = match conflict {
        Conflict::Loan { answered, planned } => {
            let [answered, planned] = [answered, planned].map(Amount::Exact);
            (words::loan(AnsweredPlanned { answered, planned }), words::holds(answered), words::holds(planned))
        }
        Conflict::Course { planned: 0 } => {
            (words::course_to_come().to_owned(), words::course_comes().to_owned(), words::course_is_done().to_owned())
        }
        Conflict::Course { planned } => {
            (words::course_done(Months(planned)), words::course_is_done().to_owned(), words::course_comes().to_owned())
        }
        Conflict::Account { planned: 0 } => (
            words::account_to_come().to_owned(),
            words::account_waits().to_owned(),
            words::account_is_open().to_owned(),
        ),
        Conflict::Account { planned } => (
            words::account_open(Months(planned)),
            words::account_is_open().to_owned(),
            words::account_waits().to_owned(),
        ),
    };
    let holds = |label, side| (label, CaseworkerEvent::Of(Event::Resolve(conflict, side)));
    CaseConflict { text, sides: [holds(answer, ConflictSide::Answer), holds(plan, ConflictSide::Plan)] }
}

#[cfg(test)]
#[path = "conflicts_tests.rs"]
mod tests;
