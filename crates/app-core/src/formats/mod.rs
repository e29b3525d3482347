//! What the app writes for other programs: a calendar.

pub mod calendar;
