//! The geometry of pictures: plain series in, shapes out.
//!
//! It is pure and counts in whole numbers. Widths are percents of the box, so that nothing is scaled and type keeps its
//! size; heights are pixels.

pub mod balances;
pub mod bars;
pub mod columns;
pub mod legend;
pub mod mini_columns;
pub mod row;
pub mod scale;
pub mod series;
pub mod shape;
pub mod tornado;
