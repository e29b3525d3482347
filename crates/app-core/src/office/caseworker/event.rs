//! Everything that can happen on the caseworker's screen, as plain values.

use mikrolaan_engine::quantity::{Money, Month};
use mikrolaan_engine::rulebook::Overrides;
use mikrolaan_engine::simulation::Scenario;

use super::checklist::CheckId;
use super::examples::SampleCase;
use super::tracing::TracedFigure;
use crate::state::State;
use crate::state::event::Event;

/// What happens on the caseworker's screen.
#[derive(Clone, Debug, PartialEq)]
pub enum CaseworkerEvent {
    /// Something that can happen to the citizen's own state too: an answer, a value of the plan, half a number in a field.
    Of(Event),
    /// So much is borrowed: it is the answer and the value of the plan.
    Borrow(Money),
    /// The municipality has set these rules itself, or none.
    SetOwnRules(Option<Overrides>),
    /// The plan of this column is as somebody has written it.
    WriteColumn(usize, Box<Scenario>),
    /// The plan of this column is called this.
    NameColumn(usize, String),
    /// One more column: a copy of the plan.
    AddColumn,
    /// The column goes; that of the plan stays.
    RemoveColumn(usize),
    /// The plan of this column is the plan from now on, where it stands.
    UseAsPlan(usize),
    /// Everything is worked out as of this month.
    WorkOutAsOf(Month),
    /// The notes are this.
    Note(String),
    /// The notes go along in link and file, or (`false`) not.
    LetNotesTravel(bool),
    /// A thing of the checklist is done, or (`false`) not.
    Tick(CheckId, bool),
    /// This was said to the citizen, or (`false`) not: the title of a warning, or another sentence of the screen.
    TickGuidance(String, bool),
    /// Where this figure comes from is shown, or nothing of the kind.
    Trace(Option<TracedFigure>),
    /// An invented case takes the place of everything.
    LoadSample(SampleCase),
    /// A file or a link takes the place of everything, with the notes that came along.
    Open(Box<State>, String),
    /// *Ny borger*: nothing is left.
    Wipe,
}
