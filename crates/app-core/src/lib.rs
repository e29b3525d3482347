//! What the app says and shows, without a screen.
//!
//! Here is everything between the engine and the page: the [`state`] of a session and what can happen to it, the
//! addresses of its pages ([`navigation`]), the words, numbers and dates of a language ([`locale`]), what a field takes
//! and what it says when it does not ([`forms`]), what each page shows ([`views`]), the pages for the municipality's own people ([`office`]), what is taken along as a calendar or a code ([`formats`]), and the geometry of its pictures
//! ([`charts`]). It knows no browser and no framework, so its tests run natively in seconds.

pub mod charts;
pub mod formats;
pub mod forms;
pub mod locale;
pub mod navigation;
pub mod office;
pub mod rulebook;
pub mod state;
pub mod views;
