//! Pictures as SVG: shapes from `mikrolaan_app_core::charts`, drawn.

mod figure;
mod render;

pub use figure::{Drawn, described, figure, legend, row_picture};
pub use render::{picture, plot};
