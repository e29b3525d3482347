//! Everything a person has said, written, passed, taken from an example and chosen to compare: one plain
//! value, and [`State::apply`], the one way to change it. No signal, no browser.

pub mod answering;
mod carried;
pub mod event;
mod flow;
mod keep;
pub mod kept_copy;
pub mod plan;
pub mod provenance;
mod several;
pub mod trial;
pub mod typed_text;
mod undo;

use mikrolaan_engine::case::examples::ExampleId;
use mikrolaan_engine::case::{Case, ValuePath, apply_changed_answers, starter_scenario};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::{Loan, Scenario};

use self::event::{Event, GivenAnswer};
use self::provenance::{Provenance, provenance};
use self::trial::Trial;
use self::typed_text::looks_like_cpr;
use self::undo::Undo;
pub use self::undo::Undoable;
use crate::rulebook::RULEBOOK;

/// The ready-made changes that stand beside the plan before anybody has chosen: with the job that is enough,
/// and with the benefit instead of the business.
pub const FIRST_COMPARED: [Variant; 2] = [Variant::EnoughJob, Variant::StayOnBenefit];

/// The state of a session.
#[derive(Debug, PartialEq)]
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
    /// The person only wants to see the months.
    is_short: bool,
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
    /// Where the value came from that somebody has begun to write over: back there it goes if what they type cannot be read.
    overwritten: Option<(ValuePath, Provenance)>,
    /// A change of the plan that is tried, and the plan without it.
    trial: Option<Box<Trial>>,
    /// What is ticked and noted on the page of the next steps, as that page writes it: the code that knows what is in it
    /// comes with the page.
    next_steps: String,
}

impl Clone for State {
    /// Written out: the derived one is compiled anew in every crate that copies a state, 1 kB of the page.
    #[inline(never)]
    fn clone(&self) -> Self {
        State {
            case: self.case.clone(),
            skipped: self.skipped.clone(),
            compared: self.compared.clone(),
            drafts: self.drafts.clone(),
            pages: self.pages.clone(),
            resting_loan: self.resting_loan.clone(),
            is_short: self.is_short,
            viewed: self.viewed.clone(),
            revision: self.revision,
            epoch: self.epoch,
            redrawn: self.redrawn,
            undo: self.undo.clone(),
            overwritten: self.overwritten,
            trial: self.trial.clone(),
            next_steps: self.next_steps.clone(),
        }
    }
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
            is_short: false,
            viewed: None,
            revision: 0,
            epoch: 0,
            redrawn: 0,
            undo: None,
            overwritten: None,
            trial: None,
            next_steps: String::new(),
        }
    }

    // ── reading

    /// The case that is worked on.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// Where a value of the plan comes from.
    pub fn provenance(&self, of: ValuePath) -> Option<Provenance> {
        provenance(&self.case, of)
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

    /// What is ticked and noted on the page of the next steps (`StepProgress` in the views reads it).
    pub fn next_steps(&self) -> &str {
        &self.next_steps
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
        let keeps_trial = matches!(event, Event::Try(..) | Event::Undo | Event::Open(_));
        next.take(event);
        let changed = next.case != self.case;
        if changed {
            provenance::follow(&mut next.case);
            next.trial = next.trial.filter(|_| keeps_trial);
        }
        next.revision = self.revision + usize::from(changed);
        next
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Answer(key, answer) => self.answer(key, answer),
            Event::KeepPage(key, page) => {
                self.forget_page(key);
                self.pages.extend(page.filter(|page| !looks_like_cpr(&page.typed)).map(|page| (key, page)));
            }
            Event::KeepDraft(draft) => {
                self.forget_draft(draft.field);
                // Nobody's number is kept, half written or whole.
                if looks_like_cpr(&draft.text) {
                    return;
                }
                self.is_written_no_more(draft.field);
                self.drafts.push(draft);
            }
            Event::ForgetDraft(field) => self.forget_draft(field),
            Event::Edit(scenario) => self.edit(*scenario),
            Event::Write(place, scenario) => self.write(place, *scenario),
            Event::EnsureScenario => self.ensure_scenario(),
            Event::TakeWay(short) => self.is_short = short,
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
            Event::KeepNextSteps(text) => self.next_steps = text,
            Event::Open(opened) => self.open(*opened),
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
        let Some(scenario) = self.case.scenarios.first_mut() else { return };
        if *scenario != written {
            self.undo = None;
            let before = std::mem::replace(scenario, written);
            provenance::own_what_differs(&mut self.case, &before);
            self.rest_or_wake(loan);
        }
    }

    /// Takes the first scenario, in which somebody has written this value: from now on it is theirs.
    fn write(&mut self, place: ValuePath, written: Scenario) {
        if let Some(from) = provenance(&self.case, place).filter(|&from| from != Provenance::Own) {
            self.overwritten = Some((place, from));
        }
        self.edit(written);
        provenance::own(&mut self.case, place);
    }

    /// What stands in the field cannot be read, so that the value from before is in force again: it is nobody's again, too.
    fn is_written_no_more(&mut self, place: ValuePath) {
        if let Some((_, from)) = self.overwritten.take_if(|(overwritten, _)| *overwritten == place) {
            provenance::give_back(&mut self.case, place, from);
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
            provenance::begin(&mut self.case);
        }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
