//! Everything a person has said, written, passed, taken from an example and chosen to compare: one plain
//! value, and the ways to change it. No signal, no browser.

use mikrolaan_engine::case::examples::{self, ExampleId};
use mikrolaan_engine::case::{Case, follow, propose};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::{AnswerKey, Answers};
use mikrolaan_engine::simulation::{Loan, Scenario};

use crate::rulebook::RULEBOOK;
use crate::story::compare;

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
    pages: Vec<(AnswerKey, Page)>,
    /// The loan as it was before its amount became nothing: its terms come back with an amount.
    resting_loan: Option<Loan>,
    /// The example that is looked at, and what is the person's own meanwhile.
    viewed: Option<Box<Viewed>>,
    /// Counts the changes after which fields are drawn anew, because what they showed belongs to another case.
    epoch: usize,
    /// Counts what was taken back: then the whole page is another one.
    undone: usize,
    /// What one tap has replaced, to be had back until the next change.
    undo: Option<Box<Undo>>,
}

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The field, with its position where it stands in a list.
    pub field: String,
    /// What it is called.
    pub label: String,
    /// The text.
    pub text: String,
    /// Has the person been told? Not while they are still typing.
    pub told: bool,
}

/// What is chosen and typed on the page of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
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
}

/// A list of the scenario whose rows come and go, by the first part of their fields' ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowList {
    /// The costs of starting.
    Costs,
    /// The small jobs.
    Jobs,
}

impl RowList {
    /// The first part of the ids of its fields.
    pub const fn id(self) -> &'static str {
        match self {
            RowList::Costs => "cost",
            RowList::Jobs => "job",
        }
    }
}

impl State {
    /// Nothing has been said yet.
    pub fn new(as_of: Month) -> Self {
        State {
            case: Case::new(as_of),
            skipped: Vec::new(),
            compared: compare::FIRST.map(Variant::id).to_vec(),
            drafts: Vec::new(),
            pages: Vec::new(),
            resting_loan: None,
            viewed: None,
            epoch: 0,
            undone: 0,
            undo: None,
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
    pub fn draft(&self, field: &str) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.field == field)
    }

    /// What stands on a question's page and was not sent yet.
    pub fn page(&self, key: AnswerKey) -> Option<&Page> {
        self.pages.iter().find(|(of, _)| *of == key).map(|(_, page)| page)
    }

    /// The example that is looked at.
    pub fn viewed(&self) -> Option<ExampleId> {
        self.viewed.as_ref().map(|viewed| viewed.id)
    }

    /// Changes after which fields are drawn anew.
    pub fn epoch(&self) -> usize {
        self.epoch
    }

    /// How often something was taken back.
    pub fn undone(&self) -> usize {
        self.undone
    }

    /// What the last tap did that can be taken back.
    pub fn undoable(&self) -> Option<Undoable> {
        self.undo.as_ref().map(|undo| undo.what)
    }

    /// Would something be lost with the page?
    pub fn is_worth_keeping(&self) -> bool {
        let own = self.viewed.as_ref().map_or(&self.case, |viewed| &viewed.own);
        let untouched = own.answers == Answers::default()
            && self.skipped.is_empty()
            && own.scenarios.first().is_none_or(|scenario| *scenario == propose(own, &RULEBOOK));
        !untouched || !self.drafts.is_empty() || !self.pages.is_empty()
    }

    // ── changing

    /// Changes the case.
    pub fn change(&mut self, change: impl FnOnce(&mut Case)) {
        self.undo = None;
        let loan = |case: &Case| case.scenarios.first().and_then(|scenario| scenario.loan.clone());
        let before = loan(&self.case);
        change(&mut self.case);
        match (before, loan(&self.case)) {
            (Some(before), None) => self.resting_loan = Some(before),
            (None, Some(_)) => self.wake_loan(),
            _ => {}
        }
    }

    /// A loan that was nothing for a while has the terms it had before.
    fn wake_loan(&mut self) {
        let now = self.case.scenarios.first_mut().and_then(|scenario| scenario.loan.as_mut());
        if let (Some(now), Some(rested)) = (now, self.resting_loan.take()) {
            *now = Loan { principal: now.principal, ..rested };
        }
    }

    /// Changes the answers; what they once put into the plan follows, where nobody has written over it.
    fn change_answers(&mut self, write: impl FnOnce(&mut Answers)) {
        self.change(|case| {
            let before = case.answers.clone();
            write(&mut case.answers);
            for scenario in &mut case.scenarios {
                follow(scenario, &before, &case.answers);
            }
        });
    }

    /// Writes an answer; the question no longer counts as passed, and its page as unsent.
    pub fn answer(&mut self, key: AnswerKey, write: impl FnOnce(&mut Answers)) {
        self.skipped.retain(|&passed| passed != key);
        self.pages.retain(|(of, _)| *of != key);
        self.change_answers(write);
    }

    /// *Ved ikke* where the case has no word for it: the answer is taken out and the question passed.
    pub fn skip(&mut self, key: AnswerKey, clear: impl FnOnce(&mut Answers)) {
        self.answer(key, clear);
        self.skipped.push(key);
    }

    /// Keeps what stands on a question's page, or forgets it.
    pub fn keep_page(&mut self, key: AnswerKey, page: Option<Page>) {
        self.pages.retain(|(of, _)| *of != key);
        self.pages.extend(page.map(|page| (key, page)));
    }

    /// Keeps a text that could not be read.
    pub fn keep_draft(&mut self, draft: Draft) {
        self.drafts.retain(|kept| kept.field != draft.field);
        self.drafts.push(draft);
    }

    /// The field can be read again.
    pub fn forget_draft(&mut self, field: &str) {
        self.drafts.retain(|kept| kept.field != field);
    }

    /// A first scenario made from the answers, when there is none.
    pub fn ensure_scenario(&mut self) {
        if self.case.scenarios.is_empty() {
            let scenario = propose(&self.case, &RULEBOOK);
            self.case.scenarios.push(scenario);
        }
    }

    /// Compares with one more, or with one less.
    pub fn compare_with(&mut self, variant: Variant, wanted: bool) {
        self.compared.retain(|&id| id != variant.id());
        self.compared.extend(wanted.then(|| variant.id()));
    }

    // ── with one tap

    fn undoably(&mut self, what: Undoable, change: impl FnOnce(&mut State)) {
        self.undo = None;
        let before = self.clone();
        change(self);
        (self.epoch, self.undone) = (before.epoch + 1, before.undone);
        self.undo = Some(Box::new(Undo { what, before }));
    }

    /// Everything is as it was before the last tap.
    pub fn undo(&mut self) {
        if let Some(undo) = self.undo.take() {
            let (epoch, undone) = (self.epoch + 1, self.undone + 1);
            *self = State { epoch, undone, ..undo.before };
        }
    }

    /// Forgets everything that was answered and written.
    pub fn start_over(&mut self) {
        let as_of = self.case.as_of;
        let worth_keeping = self.is_worth_keeping() || self.viewed.is_some();
        let wipe = |state: &mut State| *state = State::new(as_of);
        if worth_keeping { self.undoably(Undoable::StartedOver, wipe) } else { wipe(self) }
    }

    /// Fills in the business from an example, and nothing of the person's.
    pub fn fill_business(&mut self, id: ExampleId) {
        self.ensure_scenario();
        self.undoably(Undoable::Filled(id), |state| {
            let kept = ["living_costs", "other_income", "savings", "benefit", "age", "job-"];
            state.drafts.retain(|draft| kept.iter().any(|field| draft.field.starts_with(field)));
            if let Some(scenario) = state.case.scenarios.first_mut() {
                examples::fill_business(id, scenario);
            }
        });
    }

    /// Removes a row of a list, and what stood half written in it.
    pub fn remove_row(&mut self, list: RowList, at: usize) {
        let what = if list == RowList::Costs { Undoable::RemovedCost } else { Undoable::RemovedJob };
        let epoch = self.epoch;
        self.undoably(what, |state| {
            state.change(|case| {
                let scenario = case.scenarios.first_mut();
                let _ = scenario.is_some_and(|scenario| remove(scenario, list, at));
            });
            state.drafts = state.drafts.drain(..).filter_map(|draft| after_removal(draft, list, at)).collect();
        });
        // The rows that stay are drawn by numbers of their own and keep what is in them.
        self.epoch = epoch;
    }

    /// Looks at an example, whole, in the place of the own case.
    pub fn view_example(&mut self, id: ExampleId) {
        if self.viewed() == Some(id) {
            return;
        }
        let example = examples::example(id, self.case.as_of);
        self.leave_for(move |state| {
            let own = std::mem::replace(&mut state.case, example.clone());
            let drafts = std::mem::take(&mut state.drafts);
            let resting_loan = state.resting_loan.take();
            state.viewed = Some(Box::new(Viewed { id, example, own, drafts, resting_loan }));
        });
    }

    /// Back to the own case.
    pub fn leave_example(&mut self) {
        if self.viewed.is_some() {
            self.leave_for(|_| {});
        }
    }

    /// Leaves the example that is looked at, if one is, and goes on; to be had back when it was changed.
    fn leave_for(&mut self, go_on: impl FnOnce(&mut State)) {
        let changed = self.viewed.as_ref().is_some_and(|viewed| viewed.example != self.case);
        let leave = |state: &mut State| {
            if let Some(viewed) = state.viewed.take() {
                let Viewed { own, drafts, resting_loan, .. } = *viewed;
                (state.case, state.drafts, state.resting_loan) = (own, drafts, resting_loan);
            }
            go_on(state);
        };
        if changed {
            return self.undoably(Undoable::LeftExample, leave);
        }
        leave(self);
        self.epoch += 1;
    }
}

fn remove(scenario: &mut Scenario, list: RowList, at: usize) -> bool {
    match (list, &mut scenario.business) {
        (RowList::Jobs, _) if at < scenario.small_jobs.len() => drop(scenario.small_jobs.remove(at)),
        (RowList::Costs, Some(business)) if at < business.setup_costs.len() => drop(business.setup_costs.remove(at)),
        _ => return false,
    }
    true
}

/// A draft in a later row moves up; one in the removed row is gone.
fn after_removal(draft: Draft, list: RowList, at: usize) -> Option<Draft> {
    let Some(rest) = draft.field.strip_prefix(list.id()).and_then(|rest| rest.strip_prefix('-')) else {
        return Some(draft);
    };
    let Some((row, name)) = rest.split_once('-') else { return Some(draft) };
    match row.parse::<usize>() {
        Ok(row) if row == at => None,
        Ok(row) if row > at => {
            let field = [list.id(), "-", &(row - 1).to_string(), "-", name].concat();
            Some(Draft { field, ..draft })
        }
        _ => Some(draft),
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
