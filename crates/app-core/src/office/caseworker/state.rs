//! Everything that stands on the caseworker's screen, as one plain value, and [`CaseworkerState::apply`], the one way it changes.
//!
//! The citizen's case is a [`State`] like the citizen's own, so that every field, answer and guess behaves as there. Its first
//! scenario is the plan. A further one is the plan with something of its own: what is not its own follows when the plan is changed,
//! so that columns differ by what is seen to differ. In which column the plan stands is kept beside it.

mod columns;

use mikrolaan_engine::case::Case;
use mikrolaan_engine::quantity::Month;

use super::as_of;
use super::checklist::CheckId;
use super::event::CaseworkerEvent;
use super::examples::SampleCase;
use super::scenario_parts::OwnParts;
use super::tracing::TracedFigure;
use crate::forms::inputs;
use crate::locale::texts::office::caseworker as words;
use crate::locale::write;
use crate::state::State;
use crate::state::event::{Event, GivenAnswer};
use crate::state::typed_text::looks_like_cpr;
use crate::views::compare::LETTERS;
use mikrolaan_engine::screening::AnswerKey;

/// The most columns with fields.
pub const MOST_COLUMNS: usize = LETTERS.len();

/// Everything that stands on the caseworker's screen.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseworkerState {
    /// The citizen's case; its first scenario is the plan.
    state: State,
    /// The month it is today.
    today: Month,
    /// What each further plan has of its own.
    own: Vec<OwnParts>,
    /// In which column the plan stands.
    plan_column: usize,
    /// What the caseworker has noted. It is in no case.
    notes: String,
    /// The notes go along in link and file.
    notes_travel: bool,
    /// What of the checklist is done.
    done: Vec<CheckId>,
    /// What was said to the citizen, by the titles.
    told: Vec<String>,
    /// Where this figure comes from is shown.
    traced: Option<TracedFigure>,
    /// It is an invented case, or began as one.
    sample: Option<SampleCase>,
}

impl CaseworkerState {
    /// Nothing has been said yet; there is a plan of which nothing is anybody's.
    pub fn new(today: Month) -> Self {
        let state = State::new(today).apply(Event::EnsureScenario);
        let state = state.with_further_plans(name_plan);
        CaseworkerState {
            state,
            today,
            own: Vec::new(),
            plan_column: 0,
            notes: String::new(),
            notes_travel: false,
            done: Vec::new(),
            told: Vec::new(),
            traced: None,
            sample: None,
        }
    }

    // ── reading

    /// The citizen's case, as the citizen's own pages have it.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The case.
    pub fn case(&self) -> &Case {
        self.state.case()
    }

    /// The month it is today.
    pub fn today(&self) -> Month {
        self.today
    }

    /// What the caseworker has noted.
    pub fn notes(&self) -> &str {
        &self.notes
    }

    /// Do the notes go along in link and file?
    pub fn notes_travel(&self) -> bool {
        self.notes_travel
    }

    /// Is this of the checklist done?
    pub fn is_done(&self, check: CheckId) -> bool {
        self.done.contains(&check)
    }

    /// What was said to the citizen: titles of warnings, and other sentences.
    pub fn told(&self) -> &[String] {
        &self.told
    }

    /// Was this said to the citizen?
    pub fn is_told(&self, title: &str) -> bool {
        self.told.iter().any(|told| told == title)
    }

    /// The figure of which it is shown where it comes from.
    pub fn traced(&self) -> Option<TracedFigure> {
        self.traced
    }

    /// The invented case it is, or began as.
    pub fn sample(&self) -> Option<SampleCase> {
        self.sample
    }

    /// In which column the plan stands.
    pub fn plan_column(&self) -> usize {
        self.plan_column
    }

    /// How many columns there are, the benefit's not counted.
    pub fn columns(&self) -> usize {
        self.case().scenarios.len().min(MOST_COLUMNS)
    }

    /// How many plans came along that have no column.
    pub fn hidden_plans(&self) -> usize {
        self.case().scenarios.len() - self.columns()
    }

    /// Which scenario of the case stands in this column: the plan in its own, the others round it in their order.
    pub fn scenario_of(&self, column: usize) -> Option<usize> {
        let at = match column {
            _ if column == self.plan_column => 0,
            _ if column < self.plan_column => column + 1,
            _ => column,
        };
        (column < self.columns()).then_some(at)
    }

    /// The case with the plan of this column first, and nothing but that: what a field of the column reads and writes.
    pub fn case_of(&self, column: usize) -> Option<Case> {
        let at = self.scenario_of(column)?;
        let scenario = self.case().scenarios.get(at)?.clone();
        let app = self.case().app.clone().filter(|_| at == 0);
        Some(Case { scenarios: vec![scenario], app, ..self.case().clone() })
    }

    // ── changing

    /// The state after an event. Where the event changes nothing, it is the same state.
    #[must_use]
    pub fn apply(&self, event: CaseworkerEvent) -> CaseworkerState {
        let mut next = self.clone();
        next.take(event);
        next
    }

    fn take(&mut self, event: CaseworkerEvent) {
        match event {
            CaseworkerEvent::Of(event) => self.take_shared(event),
            CaseworkerEvent::Borrow(amount) => {
                self.take_shared(Event::Answer(AnswerKey::LoanAmount, GivenAnswer::Amount(amount)));
                let written = inputs::PRINCIPAL.take(self.case(), 0, &write::typed(amount));
                if let Ok(Some(event)) = written {
                    self.take_shared(event);
                }
            }
            CaseworkerEvent::SetOwnRules(own) => {
                self.state = self.state.with_further_plans(|case| case.overrides = own);
                self.follow();
            }
            CaseworkerEvent::WriteColumn(column, scenario) => self.write_column(column, *scenario),
            CaseworkerEvent::NameColumn(column, name) => self.name_column(column, name),
            CaseworkerEvent::AddColumn => self.add_column(),
            CaseworkerEvent::RemoveColumn(column) => self.remove_column(column),
            CaseworkerEvent::UseAsPlan(column) => self.use_as_plan(column),
            CaseworkerEvent::WorkOutAsOf(month) => {
                self.state = as_of::moved(&self.state, month);
                self.traced = None;
                self.follow();
            }
            CaseworkerEvent::Note(text) if looks_like_cpr(&text) => {}
            CaseworkerEvent::Note(text) => self.notes = text,
            CaseworkerEvent::LetNotesTravel(travel) => self.notes_travel = travel,
            CaseworkerEvent::Tick(check, done) => {
                self.done.retain(|other| *other != check);
                self.done.extend(done.then_some(check));
            }
            CaseworkerEvent::TickGuidance(title, told) => {
                self.told.retain(|other| *other != title);
                self.told.extend(told.then_some(title));
            }
            CaseworkerEvent::Trace(figure) => self.traced = figure,
            CaseworkerEvent::LoadSample(sample) => {
                self.open(State::of_invented(sample.case(self.today), self.today), String::new());
                self.sample = Some(sample);
            }
            CaseworkerEvent::Open(state, notes) => self.open(*state, notes),
            CaseworkerEvent::Wipe => *self = CaseworkerState::new(self.today),
        }
    }

    /// Something happens to the citizen's state; what the further plans have not of their own follows.
    fn take_shared(&mut self, event: Event) {
        let other_case = matches!(
            event,
            Event::Open(_) | Event::StartOver | Event::Undo | Event::ViewExample(_) | Event::LeaveExample
        );
        self.state = self.state.apply(event);
        if self.case().scenarios.is_empty() {
            self.state = self.state.apply(Event::EnsureScenario).with_further_plans(name_plan);
        }
        if other_case {
            self.look_again();
        }
        self.follow();
    }

    /// Another citizen's case: nothing of the one before is left.
    fn open(&mut self, state: State, notes: String) {
        let state = self.state.replaced_by(state).apply(Event::EnsureScenario);
        let notes_travel = !notes.is_empty();
        *self = CaseworkerState { state, notes, notes_travel, ..CaseworkerState::new(self.today) };
        self.look_again();
    }
}

fn name_plan(case: &mut Case) {
    if let Some(plan) = case.scenarios.first_mut() {
        plan.name = words::column::plan().to_owned();
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
pub(in crate::office) mod tests;
