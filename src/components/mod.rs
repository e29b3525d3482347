//! The pieces pages are put together from: signals and values in, callbacks out. None knows the session.

mod alert;
mod answer_list;
pub mod choice_field;
mod choices;
mod condition_list;
mod error_summary;
pub mod field;
mod flag_boxes;
pub mod ground_list;
mod heading;
pub mod key_sentences;
pub mod matters;
pub mod month_table;
pub mod plan_cards;
mod progress_band;
pub mod refuse;
mod route_list;
mod say;
pub mod source;
mod sprite;
pub mod trace;
mod verdict_card;
mod why_box;

pub use alert::notice;
pub use answer_list::{Row as AnswerRow, Standing as AnswerStanding, answer_list};
pub use choices::{Kind, Rows, choices, first_row, unsure};
pub use condition_list::{Condition, condition_list};
pub use error_summary::{ERRORS, FieldError, error_summary};
pub use flag_boxes::{good_to_know, warning_box};
pub use heading::{heading, heading_with_errors};
pub use progress_band::{Cell, PROGRESS, progress_band};
pub use route_list::route_list;
pub use say::{Announcer, say};
pub use sprite::Icon;
pub use verdict_card::verdict_card;
pub use why_box::why_box;
