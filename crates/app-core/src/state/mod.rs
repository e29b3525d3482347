//! Everything a person has said, written, passed, taken from an example and chosen to compare: one plain
//! value, and [`State::apply`], the one way to change it. No signal, no browser.

pub mod answering;
pub mod event;
mod flow;
mod keep;
pub mod trial;

use mikrolaan_engine::case::conflicts::{Conflict, ConflictSide, conflicts};
use mikrolaan_engine::case::examples::{self, ExampleId};
use mikrolaan_engine::case::{Case, ValuePath, apply_changed_answers, starter_scenario};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::{Loan, Scenario, ScenarioField as F};

use self::event::{Event, GivenAnswer, RowList};
use self::trial::Trial;
use crate::rulebook::RULEBOOK;

/// The ready-made changes that stand beside the plan before anybody has chosen: with the job that is enough,
/// and with the benefit instead of the business.
pub const FIRST_COMPARED: [Variant; 2] = [Variant::EnoughJob, Variant::StayOnBenefit];

/// The state of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The case that is worked on: the person's own, or the example that is looked at.
    case: Case,
    /// Questions passed with *Ved ikke* whose answer has no such value in the case.
    skipped: Vec<AnswerKey>,
    /// The ready-made changes that are compared with the plan, by their ids.
    compared: Vec<&'static str>,
    /// What stands in fields and could not be read. The value from before is in force meanwhile.
    drafts: Vec<Draft>,
    /// What stands on a question's page and was not sent yet.
    pages: Vec<(AnswerKey, QuestionEntry)>,
    /// The loan as it was before its amount became nothing: its terms come back with an amount.
    resting_loan: Option<Loan>,
    /// The example that is looked at, and what is the person's own meanwhile.
    viewed: Option<Box<Viewed>>,
    /// Counts the changes of the case: what follows from the case need not follow anything else.
    revision: usize,
    /// Counts the changes after which fields are drawn anew, because what they showed belongs to another case.
    epoch: usize,
    /// Counts the changes after which the whole page is another one.
    redrawn: usize,
    /// What one tap has replaced, to be had back until the next change.
    undo: Option<Box<Undo>>,
    /// A change of the plan that is tried, and the plan without it.
    trial: Option<Box<Trial>>,
}

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where what stands in the field belongs.
    pub field: ValuePath,
    /// What it is called.
    pub label: String,
    /// The text.
    pub text: String,
    /// Has the person been told? Not while they are still typing.
    pub told: bool,
}

/// What is chosen and typed on the page of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionEntry {
    /// The ids of what is chosen.
    pub chosen: Vec<&'static str>,
    /// What is typed.
    pub typed: String,
}

/// An example in the place of the person's own case.
#[derive(Clone, Debug, PartialEq)]
struct Viewed {
    id: ExampleId,
    /// As it was first shown: who has changed nothing in it loses nothing by leaving.
    example: Case,
    own: Case,
    drafts: Vec<Draft>,
    resting_loan: Option<Loan>,
}

/// What can be had back.
#[derive(Clone, Debug, PartialEq)]
struct Undo {
    what: Undoable,
    before: State,
}

/// What was done with one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undoable {
    /// Everything was wiped.
    StartedOver,
    /// The business was filled in from an example.
    Filled(ExampleId),
    /// A changed example was left or replaced.
    LeftExample,
    /// A cost of starting was removed.
    RemovedCost,
    /// A small job was removed.
    RemovedJob,
    /// An answer and the plan were made to say the same.
    Resolved,
}

impl State {
    /// Nothing has been said yet.
    pub fn new(as_of: Month) -> Self {
        State {
            case: Case::new(as_of),
            skipped: Vec::new(),
            compared: FIRST_COMPARED.map(Variant::id).to_vec(),
            drafts: Vec::new(),
            pages: Vec::new(),
            resting_loan: None,
            viewed: None,
            revision: 0,
            epoch: 0,
            redrawn: 0,
            undo: None,
            trial: None,
        }
    }

    // ── reading

    /// The case that is worked on.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// The questions passed with *Ved ikke*.
    pub fn skipped(&self) -> &[AnswerKey] {
        &self.skipped
    }

    /// The ready-made changes that are compared with the plan.
    pub fn compared(&self) -> impl Iterator<Item = Variant> + use<'_> {
        self.compared.iter().copied().filter_map(Variant::from_id)
    }

    /// What stands in fields and could not be read.
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// What could not be read in a field.
    pub fn draft(&self, field: ValuePath) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.field == field)
    }

    /// What stands on a question's page and was not sent yet.
    pub fn page(&self, key: AnswerKey) -> Option<&QuestionEntry> {
        self.pages.iter().find(|(of, _)| *of == key).map(|(_, page)| page)
    }

    /// The example that is looked at.
    pub fn viewed(&self) -> Option<ExampleId> {
        self.viewed.as_ref().map(|viewed| viewed.id)
    }

    /// Changes of the case.
    pub fn revision(&self) -> usize {
        self.revision
    }

    /// Changes after which fields are drawn anew.
    pub fn epoch(&self) -> usize {
        self.epoch
    }

    /// Changes after which the whole page is another one: something was taken back, or is no longer asked.
    pub fn redrawn(&self) -> usize {
        self.redrawn
    }

    /// What the last tap did that can be taken back.
    pub fn undoable(&self) -> Option<Undoable> {
        self.undo.as_ref().map(|undo| undo.what)
    }

    // ── changing

    /// The state after an event: the one way it changes. Where the event changes nothing, it is the same state.
    #[must_use]
    pub fn apply(&self, event: Event) -> State {
        let mut next = self.clone();
        let keeps_trial = matches!(event, Event::Try(..) | Event::Undo);
        next.take(event);
        let changed = next.case != self.case;
        if changed && !keeps_trial {
            next.trial = None;
        }
        next.revision = self.revision + usize::from(changed);
        next
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Answer(key, answer) => self.answer(key, answer),
            Event::KeepPage(key, page) => {
                self.forget_page(key);
                self.pages.extend(page.map(|page| (key, page)));
            }
            Event::KeepDraft(draft) => {
                self.forget_draft(draft.field);
                self.drafts.push(draft);
            }
            Event::ForgetDraft(field) => self.forget_draft(field),
            Event::Edit(scenario) => self.edit(*scenario),
            Event::EnsureScenario => self.ensure_scenario(),
            Event::AddRow(row) => {
                if let Some(mut scenario) = self.case.scenarios.first().cloned() {
                    row.push(&mut scenario);
                    self.edit(scenario);
                }
            }
            Event::RemoveRow(list, at) => self.remove_row(list, at),
            Event::Compare(variant, wanted) => {
                self.compared.retain(|&id| id != variant.id());
                self.compared.extend(wanted.then(|| variant.id()));
            }
            Event::FillBusiness(id) => self.fill_business(id),
            Event::ViewExample(id) if self.viewed() == Some(id) => {}
            Event::ViewExample(id) => self.leave_for(Some(id)),
            Event::LeaveExample if self.viewed.is_none() => {}
            Event::LeaveExample => self.leave_for(None),
            Event::Try(question, found) => self.start_trial(question, found),
            Event::EndTrial => self.end_trial(),
            Event::Resolve(conflict, holds) => self.resolve(conflict, holds),
            Event::StartOver => self.start_over(),
            Event::Undo => self.undo(),
        }
    }

    /// Writes an answer; the question counts as passed only if that is the answer, and its page no longer as
    /// unsent. What the answers once put into the plan follows, where nobody has written over it.
    fn answer(&mut self, key: AnswerKey, answer: GivenAnswer) {
        self.undo = None;
        self.forget_page(key);
        self.skipped.retain(|&passed| passed != key);
        self.skipped.extend(answer.passes(key).then_some(key));
        let (answers, loan) = (self.case.answers.clone(), self.loan());
        answer.write(&mut self.case.answers, key);
        for scenario in &mut self.case.scenarios {
            apply_changed_answers(scenario, &answers, &self.case.answers);
        }
        self.rest_or_wake(loan);
    }

    /// Takes the first scenario as it is written now.
    fn edit(&mut self, written: Scenario) {
        let loan = self.loan();
        if let Some(scenario) = self.case.scenarios.first_mut()
            && *scenario != written
        {
            self.undo = None;
            *scenario = written;
            self.rest_or_wake(loan);
        }
    }

    fn loan(&self) -> Option<Loan> {
        self.case.scenarios.first().and_then(|scenario| scenario.loan.clone())
    }

    /// A loan that became nothing is kept; one that was nothing for a while has the terms it had `before`.
    fn rest_or_wake(&mut self, before: Option<Loan>) {
        let now = self.case.scenarios.first_mut().and_then(|scenario| scenario.loan.as_mut());
        match (before, now) {
            (Some(before), None) => self.resting_loan = Some(before),
            (None, Some(now)) => {
                if let Some(rested) = self.resting_loan.take() {
                    *now = Loan { principal: now.principal, ..rested };
                }
            }
            _ => {}
        }
    }

    fn forget_page(&mut self, key: AnswerKey) {
        self.pages.retain(|(of, _)| *of != key);
    }

    fn forget_draft(&mut self, field: ValuePath) {
        self.drafts.retain(|kept| kept.field != field);
    }

    /// A first scenario made from the answers, when there is none.
    fn ensure_scenario(&mut self) {
        if self.case.scenarios.is_empty() {
            let scenario = starter_scenario(&self.case, &RULEBOOK);
            self.case.scenarios.push(scenario);
        }
    }

    // ── with one tap

    /// The state to be had back after what one tap is about to do.
    fn before(&mut self) -> State {
        self.undo = None;
        self.clone()
    }

    fn keep_undo(&mut self, what: Undoable, before: State) {
        self.undo = Some(Box::new(Undo { what, before }));
    }

    /// Everything is as it was before the last tap.
    fn undo(&mut self) {
        if let Some(undo) = self.undo.take() {
            let (epoch, redrawn) = (self.epoch + 1, self.redrawn + 1);
            *self = State { epoch, redrawn, ..undo.before };
        }
    }

    fn start_over(&mut self) {
        let before = self.before();
        *self = State { epoch: before.epoch + 1, redrawn: before.redrawn, ..State::new(before.case.as_of) };
        if before.is_worth_keeping() || before.viewed.is_some() {
            self.keep_undo(Undoable::StartedOver, before);
        }
    }

    /// Lets the answer or the plan hold, while the two still differ.
    fn resolve(&mut self, conflict: Conflict, holds: ConflictSide) {
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

    fn fill_business(&mut self, id: ExampleId) {
        self.ensure_scenario();
        let before = self.before();
        self.drafts.retain(|draft| is_the_persons(draft.field));
        if let Some(scenario) = self.case.scenarios.first_mut() {
            examples::fill_business(id, scenario);
        }
        self.epoch += 1;
        self.keep_undo(Undoable::Filled(id), before);
    }

    /// The rows that stay are drawn by numbers of their own and keep what is in them: nothing is drawn anew.
    fn remove_row(&mut self, list: RowList, at: usize) {
        let before = self.before();
        if let Some(scenario) = self.case.scenarios.first_mut() {
            list.remove(scenario, at);
        }
        self.drafts = self.drafts.drain(..).filter_map(|draft| list.after_removal(draft, at)).collect();
        let what = if list == RowList::Costs { Undoable::RemovedCost } else { Undoable::RemovedJob };
        self.keep_undo(what, before);
    }

    /// Leaves the example that is looked at, if one is, for another one or for the own case; to be had back when
    /// it was changed.
    fn leave_for(&mut self, next: Option<ExampleId>) {
        let changed = self.viewed.as_ref().is_some_and(|viewed| viewed.example != self.case);
        let before = changed.then(|| self.before());
        if let Some(viewed) = self.viewed.take() {
            let Viewed { own, drafts, resting_loan, .. } = *viewed;
            (self.case, self.drafts, self.resting_loan) = (own, drafts, resting_loan);
        }
        if let Some(id) = next {
            let example = examples::example(id, self.case.as_of);
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

/// Is this the person's own, which an example of a business leaves alone?
fn is_the_persons(place: ValuePath) -> bool {
    let ValuePath::Field { field, .. } = place else { return true };
    let (own, jobs) = ([F::Household, F::Benefit], F::SmallJobs);
    own.iter().chain([&jobs]).any(|part| field.is_within(*part))
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
