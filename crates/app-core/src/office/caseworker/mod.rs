//! *Sag*: the caseworker's screen beside a citizen, as plain values.
//!
//! [`CaseworkerState`] is everything that stands on it, [`CaseworkerEvent`] everything that can happen, [`CaseworkerView`] everything
//! it shows: fields by group, what is to be assessed, what nobody knows yet with its price, the money and the plans beside each
//! other. The note for the municipality's own system is worked out when it is asked for ([`case_note`]).

pub mod all_figures;
pub mod as_of;
pub mod assessment;
pub mod case_field;
pub mod case_note;
pub mod checklist;
pub mod column_results;
pub mod conflicts;
mod decides;
pub mod event;
pub mod examples;
pub mod fields;
pub mod notes;
pub mod own_rules;
pub mod scenario_columns;
mod scenario_parts;
pub mod sentence;
pub mod state;
pub mod state_line;
pub mod tracing;
pub mod travel;
pub mod unknowns;
pub mod view;
pub mod worked;

pub use event::CaseworkerEvent;
pub use state::CaseworkerState;
pub use view::CaseworkerView;
