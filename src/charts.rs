//! Pictures: plain series in, shapes out, and the shapes as SVG.
//!
//! The geometry ([`scale`], [`upright`], [`lying`], [`tornado`]) is pure and counts in whole numbers. Widths are percents
//! of the box, so that nothing is scaled and type keeps its size; heights are pixels.

mod figure;
pub mod lying;
mod render;
pub mod scale;
pub mod series;
pub mod shape;
pub mod tornado;
pub mod upright;

pub use figure::{Drawn, figure};
pub use render::picture;
