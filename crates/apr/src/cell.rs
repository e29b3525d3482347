//! A sum of exponentials over one cell of the search, as the series from its centre: with all its
//! derivatives there, so that over any part of the cell each of them can be enclosed.
//!
//! Parts that cannot hold a root are thrown away. Where some derivative has no root, the one before is
//! monotone and has one at most, which parts the interval into two in which the one before that is
//! monotone, and so on down to the sum itself; the rest are halved. No root is missed, however flat the
//! sum lies on it, and none is made up by a floating-point accident.

use crate::real::Real;

/// An interval narrower than 2⁻ᵇⁱᵗˢ in which the sum cannot be told from zero holds a root.
const TOUCHING: u64 = 100;
/// A step shorter than 2⁻ᵇⁱᵗˢ is the last to a root: the square of what is missing then is nothing.
const CLOSE: u64 = 160;
/// How many steps are taken to a root: more than halving alone needs.
const STEPS: u32 = 400;
/// How often a part of a cell is halved before it is left to a closer look.
const HALVINGS: u32 = 25;

/// The sum over a cell: places run from −1 to 1, the centre is 0.
pub(crate) struct SearchCell {
    /// The sum at the centre, its first derivative there, the second, and so on.
    derivatives: Vec<Real>,
    /// What each of them may be wrong by, anywhere in the cell.
    errors: Vec<Real>,
    /// The last derivative that is known everywhere in the cell.
    last: usize,
}

impl SearchCell {
    pub(crate) fn new(derivatives: Vec<Real>, errors: Vec<Real>, last: usize) -> Self {
        SearchCell { derivatives, errors, last }
    }

    /// Σ derivative × yʲ / j!, of these derivatives.
    fn series<'r>(derivatives: impl DoubleEndedIterator<Item = &'r Real> + ExactSizeIterator, y: &Real) -> Real {
        let numbered = (1..).zip(derivatives).collect::<Vec<(u32, &Real)>>();
        numbered
            .into_iter()
            .rev()
            .fold(Real::zero(), |sum, (next, derivative)| derivative.plus(&sum.times(y).divided(next)))
    }

    /// What a derivative comes to at a place: exactly zero where it cannot be told from it.
    fn value(&self, derivative: usize, y: &Real) -> Real {
        let value = Self::series(self.derivatives[derivative..].iter(), y);
        if value.magnitude() <= self.errors[derivative] { Real::zero() } else { value }
    }

    /// All derivatives at a place.
    fn around(&self, y: &Real) -> Vec<Real> {
        (0..self.derivatives.len()).map(|first| Self::series(self.derivatives[first..].iter(), y)).collect()
    }

    /// Has it certainly no root within `half` of the place with these derivatives? There it is larger
    /// than all it can change by.
    fn has_no_root(&self, derivative: usize, around: &[Real], half: &Real) -> bool {
        let sizes: Vec<Real> = around[derivative..].iter().map(Real::magnitude).collect();
        let at_most = Self::series(sizes.iter(), half);
        let change = at_most.minus(&sizes[0]);
        sizes[0] > change.plus(&self.errors[derivative])
    }

    /// Has the sum certainly no root in the interval? «No» may also mean that it cannot be told.
    pub(crate) fn is_certainly_rootless(&self, near: &Real, far: &Real) -> bool {
        self.is_rootless_after(HALVINGS, near, far)
    }

    fn is_rootless_after(&self, halvings: u32, near: &Real, far: &Real) -> bool {
        let (middle, half) = middle(near, far);
        if self.has_no_root(0, &self.around(&middle), &half) {
            return true;
        }
        let (at_near, at_far) = (self.value(0, near), self.value(0, far));
        let may_turn = at_near.is_zero() || at_far.is_zero() || at_near.is_negative() != at_far.is_negative();
        if halvings == 0 || may_turn {
            return false;
        }
        self.is_rootless_after(halvings - 1, near, &middle) && self.is_rootless_after(halvings - 1, &middle, far)
    }

    /// The root nearest to `near` in the interval, both ends included.
    pub(crate) fn first_root(&self, near: &Real, far: &Real) -> Option<Real> {
        let (middle, half) = middle(near, far);
        let around = self.around(&middle);
        if let Some(rootless) = (0..=self.last).find(|&derivative| self.has_no_root(derivative, &around, &half)) {
            return self.roots_below(rootless, near, far).into_iter().next();
        }
        if half.is_within(TOUCHING) {
            return Some(near.clone());
        }
        self.first_root(near, &middle).or_else(|| self.first_root(&middle, far))
    }

    /// The roots of the sum in an interval in which this derivative has none, nearest first.
    fn roots_below(&self, rootless: usize, near: &Real, far: &Real) -> Vec<Real> {
        (0..rootless).rev().fold(Vec::new(), |turns, derivative| {
            let ends: Vec<&Real> = [near].into_iter().chain(&turns).chain([far]).collect();
            // Where a turn is a root, the pieces on both sides have it: twice is as good as once.
            ends.windows(2).filter_map(|piece| self.root_of_piece(derivative, piece[0], piece[1])).collect()
        })
    }

    /// The root in an interval over which it only rises or only falls: by Newton's method, and by halving
    /// where that leaves the interval or does not halve its step.
    fn root_of_piece(&self, derivative: usize, near: &Real, far: &Real) -> Option<Real> {
        let (at_near, at_far) = (self.value(derivative, near), self.value(derivative, far));
        if at_near.is_zero() {
            return Some(near.clone());
        }
        if at_far.is_zero() {
            return Some(far.clone());
        }
        if at_near.is_negative() == at_far.is_negative() {
            return None;
        }
        let (mut near_end, mut far_end) = (near.clone(), far.clone());
        let mut step = far_end.minus(&near_end);
        let (mut here, _) = middle(near, far);
        for _ in 0..STEPS {
            let value = self.value(derivative, &here);
            if value.is_zero() {
                break;
            }
            let is_near_side = value.is_negative() == at_near.is_negative();
            *(if is_near_side { &mut near_end } else { &mut far_end }) = here.clone();
            let newton = value.over(&self.value(derivative + 1, &here)).map(|step| Real::zero().minus(&step));
            let is_good = |newton: &Real| {
                newton.plus(newton).magnitude() <= step.magnitude() && here.plus(newton).is_between(&near_end, &far_end)
            };
            step = newton.filter(is_good).unwrap_or_else(|| near_end.plus(&far_end).halved().minus(&here));
            here = here.plus(&step);
            if step.is_within(CLOSE) {
                break;
            }
        }
        Some(here)
    }
}

/// The middle of an interval, and half its width.
fn middle(near: &Real, far: &Real) -> (Real, Real) {
    (near.plus(far).halved(), far.minus(near).halved().magnitude())
}
