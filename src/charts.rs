//! Pictures: plain series in, shapes out, and the shapes as SVG.
//!
//! The geometry ([`scale`], [`upright`], [`lying`], [`small`], [`balances`],
//! [`tornado`]) is pure and counts in whole numbers. Widths are percents
//! of the box, so that nothing is scaled and type keeps its size; heights are pixels.

pub mod balances;
mod figure;
pub mod lying;
mod render;
pub mod row;
pub mod scale;
pub mod series;
pub mod shape;
pub mod small;
pub mod tornado;
pub mod upright;

pub use figure::{Drawn, figure, legend};
pub use render::{picture, plot};
