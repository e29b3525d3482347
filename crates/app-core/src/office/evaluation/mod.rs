//! *Evaluering*: what became of the people, marked and counted from their case files.
//!
//! [`EvaluationState`] is a plain value that changes by [events](EvaluationEvent) alone; [`EvaluationView`] is everything the
//! page shows of it, every string ready to draw. Each file is read once, when it is added: what is kept of it is the case with
//! its outcome and the person the engine counts, so that an event costs a count and never a reading. Nothing is stored
//! anywhere; what was marked leaves the page as [one file of lines](EvaluationState::saved_lines).

mod checks;
mod counted;
mod draft;
mod event;
mod file;
mod half_years;
mod list;
mod marks;
mod names;
mod outcomes;
mod sheet;
mod state;
mod table;
mod view;

pub use checks::{CheckKind, CheckView, FileLink};
pub use counted::{CountView, DraftSegment};
pub use draft::{DraftPart, DraftPoint, DraftView};
pub use event::{AddedFile, EvaluationEvent, OutcomeField};
pub use file::{EvaluationFile, FileContent, FileFault, FileNumber, ReadCase};
pub use half_years::{HalfYearPicture, HalfYearRow, HalfYearTable, PictureColumn, PictureGroup};
pub use list::{EvaluationRow, FileListView, MarkControl, MarkInput, RowFault};
pub use outcomes::{LendingView, OutcomeRow, OutcomeTable};
pub use sheet::{SAVED_MEDIA_TYPE, saved_name, sheet_name};
pub use state::EvaluationState;
pub use table::{FormTable, FormTableRow, SmallNumbers};
pub use view::{EvaluationView, EvaluationWords};

#[cfg(test)]
mod draft_tests;
#[cfg(test)]
mod list_tests;
#[cfg(test)]
mod state_tests;
#[cfg(test)]
mod support_tests;
#[cfg(test)]
mod view_tests;
