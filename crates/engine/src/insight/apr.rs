//! ÅOP, the annual percentage rate: what a loan costs a year, fees included.
//!
//! Directive 2008/48/EC, annex I: the X for which the payouts and the payments, each discounted by
//! (1+X) to the power of its time in years, come to the same.
//!
//! With u = ln(1+X) the difference is a sum of exponentials, each monotone in u, and so is each term of
//! its derivatives: over an interval they can be enclosed from its two ends. Intervals that cannot hold
//! a root are thrown away. Where some derivative has no root, the one before is monotone and has one at
//! most, which parts the interval into two in which the one before that is monotone, and so on down to
//! the sum itself; the rest are halved. No root is missed, however flat the sum lies on it, and none is
//! made up by a floating-point accident.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::real::Real;
use crate::quantity::{Money, Percent};

/// A time in years: a fraction of whole numbers, not negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    numerator: BigInt,
    denominator: BigInt,
}

impl Years {
    /// `numerator / denominator` of a year; `None` when the denominator is zero.
    #[must_use]
    pub fn new(numerator: BigInt, denominator: BigInt) -> Option<Self> {
        (denominator != BigInt::ZERO).then_some(Years { numerator, denominator })
    }

    /// So many equal months.
    #[must_use]
    pub fn months(months: u32) -> Self {
        Years { numerator: BigInt::from(months), denominator: BigInt::from(12) }
    }

    /// Both together.
    #[must_use]
    pub fn plus(&self, other: &Years) -> Years {
        Years {
            numerator: &self.numerator * &other.denominator + &other.numerator * &self.denominator,
            denominator: &self.denominator * &other.denominator,
        }
    }

    /// Not later than so many years?
    #[must_use]
    pub fn is_within(&self, years: u32) -> bool {
        self.numerator <= &self.denominator * years
    }

    /// This time, counted from an earlier one.
    fn since(&self, earlier: &Years) -> Years {
        Years {
            numerator: &self.numerator * &earlier.denominator - &earlier.numerator * &self.denominator,
            denominator: &self.denominator * &earlier.denominator,
        }
    }

    fn order(&self, other: &Years) -> Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }

    fn as_real(&self) -> Real {
        Real::ratio(&self.numerator, &self.denominator)
    }
}

/// An amount at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// How much.
    pub amount: Money,
    /// When.
    pub years: Years,
}

/// The ends of the search: X from −0.9999 (excluded) to 10,000.
const LEAST: (i64, i64) = (1, 10_000);
const GREATEST: i64 = 10_001;
/// A sum that is this small a part of its terms, 2⁻ᵇⁱᵗˢ, is zero: what rounding leaves of one is far smaller.
const ZERO: u64 = 200;
/// An interval narrower than 2⁻ᵇⁱᵗˢ in which the sum cannot be told from zero holds a root.
const TOUCHING: u64 = 100;
/// A step shorter than 2⁻ᵇⁱᵗˢ is the last to a root: the square of what is missing then is below [`ZERO`].
const CLOSE: u64 = 160;
/// How many steps are taken to a root: more than halving alone needs.
const STEPS: u32 = 400;
/// How many derivatives are looked at: a root is as flat only when amounts are powers so high.
const DERIVATIVES: usize = 48;

/// Amounts × e^(−time × u), earliest first.
struct Sum {
    times: Vec<Real>,
    /// The amounts, and those of the first derivative, the second, and so on: as many as can share a root.
    amounts: Vec<Vec<Real>>,
}

/// The exponentials at one point, kept so that an end shared by two intervals is worked out once.
#[derive(Clone)]
struct Point {
    u: Real,
    discounts: Vec<Real>,
}

/// The annual percentage rate; `None` without payouts or without a solution.
#[must_use]
pub fn apr(payouts: &[Flow], payments: &[Flow]) -> Option<Percent> {
    if !payouts.iter().any(|flow| flow.amount.is_positive()) {
        return None;
    }
    let total = |flows: &[Flow]| flows.iter().map(|flow| flow.amount).sum::<Money>();
    if total(payouts) == total(payments) {
        return Some(Percent::ZERO);
    }
    let sum = Sum::of(payouts, payments)?;
    let above = sum.nearest_root(&ln(&Real::whole(GREATEST))).map(|u| growth(&u));
    let least = ln(&Real::ratio(&BigInt::from(LEAST.0), &BigInt::from(LEAST.1)));
    let below = sum.nearest_root(&least).filter(|u| *u != least).map(|u| growth(&u));
    let nearest = match (above, below) {
        (Some(above), Some(below)) if is_nearer(&below, &above) => below,
        (Some(above), _) => above,
        (None, below) => below?,
    };
    percent(&nearest)
}

/// Nearer to zero, by more than rounding leaves between two that are as near?
fn is_nearer(one: &Real, other: &Real) -> bool {
    let gap = other.magnitude().minus(&one.magnitude());
    !gap.is_negative() && !gap.is_within(TOUCHING)
}

/// X as a percentage.
fn percent(growth: &Real) -> Option<Percent> {
    i64::try_from(growth.round_to(100_000_000)).ok().map(Percent::from_millionths)
}

/// X = e^u − 1.
fn growth(u: &Real) -> Real {
    u.exp().minus(&Real::whole(1))
}

/// The logarithm, by Newton's method on the exponential.
fn ln(value: &Real) -> Real {
    let mut u = Real::zero();
    for _ in 0..64 {
        let grown = u.exp();
        let Some(step) = value.minus(&grown).over(&value.plus(&grown)) else {
            break;
        };
        let step = step.plus(&step);
        u = u.plus(&step);
        if step.is_within(250) {
            break;
        }
    }
    u
}

impl Sum {
    /// What is paid out less what is paid; `None` when at every time the two are the same.
    fn of(payouts: &[Flow], payments: &[Flow]) -> Option<Self> {
        let amount = |flow: &Flow| BigInt::from(flow.amount.oere());
        let received = payouts.iter().map(|flow| (flow.years.clone(), amount(flow)));
        let paid = payments.iter().map(|flow| (flow.years.clone(), -amount(flow)));
        let mut flows: Vec<(Years, BigInt)> = received.chain(paid).collect();
        flows.sort_by(|(one, _), (other, _)| one.order(other));
        flows.dedup_by(|(later, amount), (kept, sum)| {
            let is_same = later.order(kept).is_eq();
            if is_same {
                *sum += &*amount;
            }
            is_same
        });
        flows.retain(|(_, amount)| *amount != BigInt::ZERO);
        // Counted from the first of them the roots are the same, and the first does not shrink away.
        let (first, _) = flows.first()?;
        let times: Vec<Real> = flows.iter().map(|(years, _)| years.since(first).as_real()).collect();
        // Descartes: no more roots than changes of sign, each counted as often as it is one.
        let most_roots = flows.windows(2).filter(|pair| pair[0].1.sign() != pair[1].1.sign()).count();
        let mut amounts = vec![flows.into_iter().map(|(_, amount)| Real::whole(amount)).collect::<Vec<Real>>()];
        while amounts.len() <= most_roots.min(DERIVATIVES) {
            let last = amounts.last()?;
            amounts
                .push(last.iter().zip(&times).map(|(amount, time)| Real::zero().minus(&amount.times(time))).collect());
        }
        Some(Sum { times, amounts })
    }

    fn at(&self, u: Real) -> Point {
        let discounts = self.times.iter().map(|time| Real::zero().minus(&time.times(&u)).exp()).collect();
        Point { u, discounts }
    }

    fn between(&self, near: &Point, far: &Point) -> Point {
        self.at(near.u.plus(&far.u).halved())
    }

    fn terms(&self, derivative: usize, point: &Point) -> impl Iterator<Item = Real> {
        self.amounts[derivative].iter().zip(&point.discounts).map(|(amount, discount)| amount.times(discount))
    }

    /// What it comes to: exactly zero where it is too small a part of its terms to be told from it.
    fn value(&self, derivative: usize, point: &Point) -> Real {
        let (mut sum, mut size) = (Real::zero(), Real::zero());
        for term in self.terms(derivative, point) {
            size = size.plus(&term.magnitude());
            sum = sum.plus(&term);
        }
        if sum.magnitude() <= size.shifted_down(ZERO) { Real::zero() } else { sum }
    }

    /// Has it certainly no root over an interval? Every term is monotone in u: its least and greatest
    /// value are at the ends.
    fn has_no_root(&self, derivative: usize, near: &Point, far: &Point) -> bool {
        let (mut low, mut high) = (Real::zero(), Real::zero());
        for (one, other) in self.terms(derivative, near).zip(self.terms(derivative, far)) {
            let (less, more) = if one <= other { (one, other) } else { (other, one) };
            low = low.plus(&less);
            high = high.plus(&more);
        }
        low > Real::zero() || high < Real::zero()
    }

    /// The root nearest to zero between zero (which is none) and `end`.
    fn nearest_root(&self, end: &Real) -> Option<Real> {
        // Nearest interval last: it is looked at first. The steps widen away from zero, where rates live.
        let mut ends: Vec<Real> = (0..6).map(|step| (0..step).fold(end.clone(), |u, _| u.halved())).collect();
        let mut near = self.at(Real::zero());
        while let Some(far) = ends.pop() {
            let far = self.at(far);
            if let Some(root) = self.first_root(&near, &far) {
                return Some(root);
            }
            near = far;
        }
        None
    }

    /// The root nearest to `near` in the interval, both ends included.
    fn first_root(&self, near: &Point, far: &Point) -> Option<Real> {
        if let Some(rootless) = (0..self.amounts.len()).find(|&derivative| self.has_no_root(derivative, near, far)) {
            return self.roots_below(rootless, near, far).into_iter().next().map(|root| root.u);
        }
        if far.u.minus(&near.u).is_within(TOUCHING) {
            return Some(near.u.clone());
        }
        let middle = self.between(near, far);
        self.first_root(near, &middle).or_else(|| self.first_root(&middle, far))
    }

    /// The roots of the sum in an interval in which this derivative has none, nearest first.
    fn roots_below(&self, rootless: usize, near: &Point, far: &Point) -> Vec<Point> {
        (0..rootless).rev().fold(Vec::new(), |turns, derivative| {
            let ends: Vec<&Point> = [near].into_iter().chain(&turns).chain([far]).collect();
            // Where a turn is a root, the pieces on both sides have it: twice is as good as once.
            ends.windows(2).filter_map(|piece| self.root_of_piece(derivative, piece[0], piece[1])).collect()
        })
    }

    /// The root in an interval over which it only rises or only falls: by Newton's method, and by halving
    /// where that leaves the interval or does not halve its step.
    fn root_of_piece(&self, derivative: usize, near: &Point, far: &Point) -> Option<Point> {
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
        let (mut near_end, mut far_end) = (near.u.clone(), far.u.clone());
        let mut step = far_end.minus(&near_end);
        let mut here = self.between(near, far);
        for _ in 0..STEPS {
            let value = self.value(derivative, &here);
            if value.is_zero() {
                break;
            }
            let is_near_side = value.is_negative() == at_near.is_negative();
            *(if is_near_side { &mut near_end } else { &mut far_end }) = here.u.clone();
            let newton = value.over(&self.value(derivative + 1, &here)).map(|step| Real::zero().minus(&step));
            let is_good = |newton: &Real| {
                newton.plus(newton).magnitude() <= step.magnitude()
                    && here.u.plus(newton).is_between(&near_end, &far_end)
            };
            step = newton.filter(is_good).unwrap_or_else(|| near_end.plus(&far_end).halved().minus(&here.u));
            here = self.at(here.u.plus(&step));
            if step.is_within(CLOSE) {
                break;
            }
        }
        Some(here)
    }
}
