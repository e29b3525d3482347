//! What to do about a result: the smallest change that would be enough, what matters most, and what
//! would be otherwise.
//!
//! Everything here asks [`simulate`](crate::simulation::simulate) again with something changed; there
//! is no second calculation.

pub mod comparison;
pub mod feasible;
pub mod goal_seek;
pub mod loan_cost;
pub mod sensitivity;
pub mod variants;

use crate::quantity::{Money, Rate};

/// An amount times a factor, to the øre.
fn scaled(amount: Money, factor: Rate) -> Money {
    amount.times(factor).round()
}
