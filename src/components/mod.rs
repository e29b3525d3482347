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
pub mod money_field;
pub mod month_table;
mod progress_band;
pub mod refuse;
mod route_list;
mod say;
pub mod source;
mod sprite;
mod verdict_card;
mod why_box;

pub use alert::Notice;
pub use answer_list::{AnswerList, Row as AnswerRow, Standing as AnswerStanding};
pub use choices::{Choices, Kind, Unsure, first_row};
pub use condition_list::{Condition, ConditionList};
pub use error_summary::{ERRORS, ErrorSummary, FieldError};
pub use flag_boxes::{GoodToKnow, WarningBox};
pub use heading::Heading;
pub use progress_band::{Cell, ProgressBand};
pub use route_list::RouteList;
pub use say::Say;
pub use sprite::Icon;
pub use verdict_card::VerdictCard;
pub use why_box::WhyBox;
