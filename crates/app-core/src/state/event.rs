//! Everything that can happen to the [`State`](super::State), as plain values: no signal, no closure, no
//! browser. What a field or a button does is to name one of these.

use mikrolaan_engine::case::ValuePath;
use mikrolaan_engine::case::conflicts::{Conflict, ConflictSide};
use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::insight::goal_seek::{Found, Question};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::Money;
use mikrolaan_engine::screening::{AnswerKey, Answers, LoanPurpose};
use mikrolaan_engine::simulation::{Scenario, ScenarioField as F, SetupCost, SmallJob};

use super::answering::{self, UNKNOWN};
use super::{Draft, QuestionEntry, State};

/// What happens to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A question is answered. With [`GivenAnswer::Unknown`], where the case has no word for *Ved ikke*, the answer is
    /// taken out and the question counts as passed.
    Answer(AnswerKey, GivenAnswer),
    /// The page of a question is left before what stands on it was sent; `None` = as it was answered before.
    KeepPage(AnswerKey, Option<QuestionEntry>),
    /// A text stands in a field that could not be read.
    KeepDraft(Draft),
    /// The field of this place can be read again.
    ForgetDraft(ValuePath),
    /// The first scenario as a choice has left it.
    Edit(Box<Scenario>),
    /// The first scenario as it is after somebody has written the value at this place, perhaps the one that stood there.
    Write(ValuePath, Box<Scenario>),
    /// A page is shown that needs a scenario.
    EnsureScenario,
    /// From the start page: to the result by all questions, or (`true`) to the months by the few they rest on.
    TakeWay(bool),
    /// One more row at the end of a list of the first scenario.
    AddRow(NewRow),
    /// The row at this position, counted from nothing, is removed, and what stood half written in it.
    RemoveRow(RowList, usize),
    /// One more ready-made change is compared with the plan, or (`false`) one less.
    Compare(Variant, bool),
    /// The business is filled in from an example, and nothing of the person's; `None` = from nobody.
    FillBusiness(Option<ExampleId>),
    /// An example is looked at, whole, in the place of the own case.
    ViewExample(ExampleId),
    /// Back to the own case.
    LeaveExample,
    /// A change of the plan is tried, in the place of the one that was tried before.
    Try(Question, Found),
    /// What is tried is taken back.
    EndTrial,
    /// Where an answer and the plan say different things, the person says which holds.
    Resolve(Conflict, ConflictSide),
    /// Something is ticked or noted on the page of the next steps, which says so in a text of its own.
    KeepNextSteps(String),
    /// What was saved or sent takes the place of everything.
    Open(Box<State>),
    /// Everything that was answered and written is forgotten.
    StartOver,
    /// What the last tap replaced is had back.
    Undo,
}

/// What a person answers to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenAnswer {
    /// *Ved ikke*.
    Unknown,
    /// One of the offered answers, by its id.
    Chosen(&'static str),
    /// What the loan is for.
    Purposes(Vec<LoanPurpose>),
    /// Whole years.
    Age(u32),
    /// An amount.
    Amount(Money),
}

impl GivenAnswer {
    /// Writes the answer. *Ved ikke* takes it out where the case has no word for it.
    pub(super) fn write(self, answers: &mut Answers, key: AnswerKey) {
        match self {
            GivenAnswer::Unknown if answering::knows_unknown(key) => answering::choose(answers, key, UNKNOWN),
            GivenAnswer::Unknown => answering::clear(answers, key),
            GivenAnswer::Chosen(id) => answering::choose(answers, key, id),
            GivenAnswer::Purposes(purposes) => answers.loan_purposes = Some(purposes),
            GivenAnswer::Age(age) => answers.age = Some(age),
            GivenAnswer::Amount(amount) => answers.loan_amount = Some(amount),
        }
    }

    /// Does the case have no word for this answer, so that the question is passed?
    pub(super) fn passes(&self, key: AnswerKey) -> bool {
        *self == GivenAnswer::Unknown && !answering::knows_unknown(key)
    }
}

/// A row to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewRow {
    /// A cost of starting.
    Cost(SetupCost),
    /// A small job.
    Job(SmallJob),
}

impl NewRow {
    /// Puts the row at the end of its list.
    pub(super) fn push(self, scenario: &mut Scenario) {
        match self {
            NewRow::Cost(cost) => scenario.business.get_or_insert_default().setup_costs.push(cost),
            NewRow::Job(job) => scenario.small_jobs.push(job),
        }
    }
}

/// A list of the scenario whose rows come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowList {
    /// The costs of starting.
    Costs,
    /// The small jobs.
    Jobs,
}

impl RowList {
    /// The field that is the list.
    const fn field(self) -> F {
        match self {
            RowList::Costs => F::SetupCosts,
            RowList::Jobs => F::SmallJobs,
        }
    }

    /// Where a place is after the row at this position was removed: in a later row it moves up, in the removed row it is gone.
    pub(super) fn after_removal(self, place: ValuePath, at: usize) -> Option<ValuePath> {
        match place {
            ValuePath::Field { scenario, field, at: Some(row) } if field.is_within(self.field()) => {
                let moved = if row > at { row - 1 } else { row };
                (row != at).then_some(ValuePath::Field { scenario, field, at: Some(moved) })
            }
            elsewhere => Some(elsewhere),
        }
    }

    /// Removes the row at this position; nothing where there is none.
    pub(super) fn remove(self, scenario: &mut Scenario, at: usize) {
        match (self, &mut scenario.business) {
            (RowList::Jobs, _) if at < scenario.small_jobs.len() => drop(scenario.small_jobs.remove(at)),
            (RowList::Costs, Some(business)) if at < business.setup_costs.len() => {
                drop(business.setup_costs.remove(at));
            }
            _ => {}
        }
    }
}
