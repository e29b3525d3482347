//! The root nearest to zero of a sum of exponentials that all shrink: amount × e^(−time × v).
//!
//! The search goes away from zero cell by cell. A cell is so narrow that over it the sum is a short
//! series, whose terms one pass over the flows gives. That is done first with 63 binary places, which
//! nearly always shows that a cell has no root; only where it does not, again with all of them.
//! What has shrunk to nothing is dropped, and the cells widen as the fastest terms go.

use num_bigint::BigInt;

use crate::cell::SearchCell;
use crate::real::Real;

/// How many terms the series of a first look has: the next is below 2⁻⁵⁶ of the sum's terms.
const FIRST_LOOK: usize = 20;
/// What a first look may be wrong by: 2⁻ᵇⁱᵗˢ of the amounts, several hundred times what rounding loses.
const FIRST_LOOK_ERROR: u32 = 52;
/// How many terms the series has beyond the derivatives that are looked at: the next is below 2⁻²⁵⁶.
const SERIES: usize = 58;
/// A part of a term that is below 2⁻ᵇⁱᵗˢ of its sum cannot be told from what rounding leaves.
const ZERO: u64 = 198;
/// e to the power of minus this, 2⁻²⁵⁰, is nothing, however large the amount.
const NOTHING: i64 = 174;
/// Half of a cell is not wider than this, however slow the terms are: it reaches as far as rates do.
const WIDEST: i64 = 8;
/// How many derivatives are looked at: a root is as flat only when amounts are powers so high.
const DERIVATIVES: usize = 48;

/// A number from 0 to 1 in units of 2⁻¹²⁷: for what a first look needs in every cell.
#[derive(Clone, Copy)]
struct UnitPart(u128);

impl UnitPart {
    /// The product, too small by a few units at most.
    fn times(self, other: UnitPart) -> UnitPart {
        let halves = |part: UnitPart| (part.0 >> 64, part.0 & u128::from(u64::MAX));
        let ((high, low), (other_high, other_low)) = (halves(self), halves(other));
        UnitPart((high * other_high + ((high * other_low) >> 64) + ((low * other_high) >> 64)) << 1)
    }
}

/// An amount × e^(−time × v), seen from a cell.
pub(crate) struct Exponential {
    amount: BigInt,
    /// The amount, where it is small enough for a first look.
    coarse: Option<i64>,
    time: Real,
    /// The time × half the cell's width: at most 1.
    pace: Real,
    /// e^(−pace), and its square: half a cell, and a whole one.
    step: UnitPart,
    stride: UnitPart,
    /// e^(−time × v) at the centre of the cell.
    discount: UnitPart,
}

impl Exponential {
    /// An amount that shrinks with this time.
    pub(crate) fn new(amount: &BigInt, time: Real) -> Self {
        let coarse = i64::try_from(amount).ok().filter(|oere| oere.unsigned_abs() < 1 << 50);
        let (pace, one) = (Real::zero(), UnitPart(1 << 127));
        Exponential { amount: amount.clone(), coarse, time, pace, step: one, stride: one, discount: one }
    }

    /// For the first cell.
    fn enter_first_cell(&mut self, half_width: &Real) {
        self.pace = self.time.times(half_width);
        self.step = UnitPart(Real::zero().minus(&self.pace).exp().to_units());
        self.stride = self.step.times(self.step);
        self.discount = self.step;
    }

    /// For cells twice as wide.
    fn widen(&mut self) {
        self.pace = self.pace.plus(&self.pace);
        self.step = self.stride;
        self.stride = self.step.times(self.step);
    }

    /// e^(−time × v), to all the places there are.
    fn discount_at(&self, v: &Real) -> Real {
        Real::zero().minus(&self.time.times(v)).exp()
    }
}

/// The root nearest to zero between zero (which is none) and `end`, both ends included. The terms stand
/// in the order of their times, and the first of those is 0.
pub(crate) fn nearest_root(terms: Vec<Exponential>, end: &Real) -> Option<Real> {
    let mut search = Search::new(terms)?;
    // One term alone is never zero, and what was dropped is nothing.
    while search.terms.len() > 1 && search.near < *end {
        let centre = search.near.plus(&search.half_width);
        let far = end.minus(&centre).over(&search.half_width)?.min(Real::whole(1));
        if let Some(root) = search.root_in_cell(&centre, &far) {
            return Some(centre.plus(&root.times(&search.half_width)));
        }
        search.go_on(centre.plus(&search.half_width));
    }
    None
}

struct Search {
    terms: Vec<Exponential>,
    /// Where the cell begins.
    near: Real,
    half_width: Real,
    /// No root is counted more often: no derivative beyond this one need be looked at.
    most_roots: usize,
}

impl Search {
    fn new(mut terms: Vec<Exponential>) -> Option<Self> {
        let (one, fastest) = (Real::whole(1), terms.last()?.time.clone());
        let mut half_width = Real::whole(WIDEST);
        while fastest.times(&half_width) > one {
            half_width = half_width.halved();
        }
        terms.iter_mut().for_each(|term| term.enter_first_cell(&half_width));
        // Descartes: no more roots than changes of sign, each counted as often as it is one.
        let changes = terms.windows(2).filter(|pair| pair[0].amount.sign() != pair[1].amount.sign()).count();
        Some(Search { terms, near: Real::zero(), half_width, most_roots: changes.min(DERIVATIVES) })
    }

    /// The next cell: without what has shrunk to nothing, and as wide as what is left allows.
    fn go_on(&mut self, near: Real) {
        self.near = near;
        let nothing = Real::whole(NOTHING);
        while self.terms.last().is_some_and(|term| term.time.times(&self.near) > nothing) {
            self.terms.pop();
        }
        if !self.can_widen() {
            self.terms.iter_mut().for_each(|term| term.discount = term.discount.times(term.stride));
            return;
        }
        self.shrink_by_half_a_cell();
        while self.can_widen() {
            self.terms.iter_mut().for_each(Exponential::widen);
            self.half_width = self.half_width.plus(&self.half_width);
        }
        self.shrink_by_half_a_cell();
    }

    fn shrink_by_half_a_cell(&mut self) {
        self.terms.iter_mut().for_each(|term| term.discount = term.discount.times(term.step));
    }

    fn can_widen(&self) -> bool {
        let half = Real::whole(1).halved();
        self.half_width < Real::whole(WIDEST) && self.terms.last().is_some_and(|term| term.pace <= half)
    }

    /// The root nearest to the beginning of the cell, from its centre in halves of its width.
    fn root_in_cell(&self, centre: &Real, far: &Real) -> Option<Real> {
        let near = Real::whole(-1);
        if self.first_look().is_some_and(|cell| cell.is_certainly_rootless(&near, far)) {
            return None;
        }
        self.close_look(centre).first_root(&near, far)
    }

    /// The cell to 63 binary places; `None` when the amounts are too large for that.
    fn first_look(&self) -> Option<SearchCell> {
        let (mut derivatives, mut amounts) = ([0_i128; FIRST_LOOK], 0_i128);
        for term in &self.terms {
            let (amount, pace) = (term.coarse?, term.pace.to_units() >> 64);
            let mut part = u64::try_from(term.discount.0 >> 64).ok()?;
            amounts += i128::from(amount).abs();
            if amounts >> 62 != 0 {
                return None;
            }
            for derivative in &mut derivatives {
                if part == 0 {
                    break;
                }
                *derivative += i128::from(amount) * i128::from(part);
                part = u64::try_from((u128::from(part) * pace) >> 63).ok()?;
            }
        }
        let error = Real::from_coarse(amounts << (63 - FIRST_LOOK_ERROR));
        let signed = derivatives.iter().map(|&units| Real::from_coarse(units));
        Some(SearchCell::new(alternating(signed), vec![error; FIRST_LOOK], 0))
    }

    /// The cell to all the places there are.
    fn close_look(&self, centre: &Real) -> SearchCell {
        let length = SERIES + self.most_roots + 1;
        let (mut derivatives, mut sizes) = (vec![Real::zero(); length], vec![Real::zero(); length]);
        for term in &self.terms {
            let mut part = term.discount_at(centre);
            for (derivative, size) in derivatives.iter_mut().zip(&mut sizes) {
                if part.is_zero() {
                    break;
                }
                let amount = part.times_whole(&term.amount);
                size.add_magnitude(&amount);
                derivative.add(&amount);
                part = part.times(&term.pace);
            }
        }
        let least = Real::whole(1).shifted_down(ZERO);
        let errors = sizes.iter().map(|size| size.shifted_down(ZERO).plus(&least)).collect();
        SearchCell::new(alternating(derivatives.into_iter()), errors, self.most_roots)
    }
}

/// Every second one with its sign turned: each derivative of e^(−x) turns it.
fn alternating(sums: impl Iterator<Item = Real>) -> Vec<Real> {
    sums.enumerate().map(|(order, sum)| if order % 2 == 0 { sum } else { Real::zero().minus(&sum) }).collect()
}
