//! What is taken along and read by something else than this program: a calendar, a spreadsheet, a code for a camera.

pub mod calendar;
pub mod qr;
pub mod spreadsheet;
