//! What is taken along and read by something else than this program: a calendar, a code for a camera. The spreadsheet is what a
//! page says, and among the views.

pub mod calendar;
pub mod qr;
