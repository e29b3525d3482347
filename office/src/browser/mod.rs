//! What only the municipality's own pages ask of the browser; the rest is the app's `platform`.

pub mod files;
pub mod focus_back;
pub mod keys;
pub mod links;
pub mod pictures;
pub mod unsaved;
pub mod wiping;
