//! The pieces pages are put together from: signals and values in, callbacks out. None knows the session.

mod alert;
mod answer_list;
pub mod assumption_list;
pub mod choice_field;
mod choices;
mod error_summary;
pub mod field;
mod fold;
mod heading;
pub mod headlines;
mod icons;
mod live_text;
pub mod month_list;
pub mod month_table;
pub mod plan_cards;
mod progress_band;
pub mod result;
pub mod sensitivity;
pub mod source;
pub mod trace;
mod way_to;
mod why_box;

pub use alert::{information, notice};
pub use answer_list::{answer_list, nothing_yet};
pub use choices::{Choosing, choices, row_group};
pub use error_summary::{ERRORS, error_summary};
pub use fold::fold;
pub use heading::{heading, heading_with_errors};
pub use icons::{Icon, glyph};
pub use live_text::{Announcer, live_text};
pub use progress_band::{PROGRESS, cells, step_head};
pub use way_to::way_to;
pub use why_box::why_box;
