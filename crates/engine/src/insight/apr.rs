//! ÅOP, the annual percentage rate: what a loan costs a year, fees included.
//!
//! Directive 2008/48/EC, annex I: the X for which the payouts and the payments, each discounted by
//! (1+X) to the power of its time in years, come to the same.
//!
//! With u = ln(1+X) the difference is a sum of exponentials, each monotone in u, so over an interval
//! it can be enclosed from its two ends. Intervals that cannot hold a root are thrown away, those in
//! which the sum is monotone are bisected, the rest are halved: no root is missed, and none is made up
//! by a floating-point accident.

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

    /// Not before the start and not later than so many years?
    #[must_use]
    pub fn is_within(&self, years: u32) -> bool {
        self.numerator >= BigInt::ZERO && self.numerator <= &self.denominator * years
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
/// An interval narrower than 2⁻ᵇⁱᵗˢ in which the sum cannot be told from zero holds a root.
const TOUCHING: u64 = 100;
/// How many times an interval may be halved to find its root.
const BISECTIONS: u32 = 160;

/// One term of the sum: amount × e^(−time × u).
struct Term {
    amount: Real,
    time: Real,
}

struct Sum {
    terms: Vec<Term>,
}

/// The values of the terms at one point, kept so that an end shared by two intervals is worked out once.
struct Point {
    u: Real,
    discounts: Vec<Real>,
}

/// What the sum and its derivative can be over an interval.
struct Enclosure {
    low: Real,
    high: Real,
    slope_low: Real,
    slope_high: Real,
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
    let sum = Sum::of(payouts, payments);
    let above = sum.nearest_root(&ln(&Real::whole(GREATEST))).map(|u| growth(&u));
    let least = ln(&Real::ratio(&BigInt::from(LEAST.0), &BigInt::from(LEAST.1)));
    let below = sum.nearest_root(&least).map(|u| growth(&u));
    let nearest = match (above, below) {
        (Some(above), Some(below)) if below.magnitude() < above.magnitude() => below,
        (Some(above), _) => above,
        (None, below) => below?,
    };
    percent(&nearest)
}

/// X as a percentage, unless it lies on the excluded end.
fn percent(growth: &Real) -> Option<Percent> {
    let millionths = i64::try_from(growth.round_to(100_000_000)).ok()?;
    (millionths > -99_990_000).then(|| Percent::from_millionths(millionths))
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
    fn of(payouts: &[Flow], payments: &[Flow]) -> Self {
        let term = |flow: &Flow, sign: i64| Term {
            amount: Real::whole(flow.amount.oere().saturating_mul(sign)),
            time: flow.years.as_real(),
        };
        let terms = payouts.iter().map(|flow| term(flow, 1)).chain(payments.iter().map(|flow| term(flow, -1)));
        Sum { terms: terms.filter(|term| !term.amount.is_zero()).collect() }
    }

    fn at(&self, u: Real) -> Point {
        let discounts = self.terms.iter().map(|term| Real::zero().minus(&term.time.times(&u)).exp()).collect();
        Point { u, discounts }
    }

    fn value(&self, point: &Point) -> Real {
        let terms = self.terms.iter().zip(&point.discounts);
        terms.fold(Real::zero(), |sum, (term, discount)| sum.plus(&term.amount.times(discount)))
    }

    /// Every term is monotone in u: its least and greatest value over an interval are at the ends.
    fn enclose(&self, a: &Point, b: &Point) -> Enclosure {
        let zero = Real::zero();
        let mut sums =
            Enclosure { low: zero.clone(), high: zero.clone(), slope_low: zero.clone(), slope_high: zero.clone() };
        for (term, (at_a, at_b)) in self.terms.iter().zip(a.discounts.iter().zip(&b.discounts)) {
            let (one, other) = (term.amount.times(at_a), term.amount.times(at_b));
            let (less, more) = if one <= other { (one, other) } else { (other, one) };
            sums.slope_low = sums.slope_low.minus(&term.time.times(&more));
            sums.slope_high = sums.slope_high.minus(&term.time.times(&less));
            sums.low = sums.low.plus(&less);
            sums.high = sums.high.plus(&more);
        }
        sums
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
        let enclosure = self.enclose(near, far);
        if enclosure.excludes_zero() {
            return None;
        }
        if far.u.minus(&near.u).is_within(TOUCHING) {
            return Some(near.u.clone());
        }
        if enclosure.is_monotone() {
            return self.bisect(near, far);
        }
        let middle = self.at(near.u.plus(&far.u).halved());
        self.first_root(near, &middle).or_else(|| self.first_root(&middle, far))
    }

    /// The root of a monotone stretch, if its ends lie on different sides.
    fn bisect(&self, near: &Point, far: &Point) -> Option<Real> {
        let (at_near, at_far) = (self.value(near), self.value(far));
        if !at_near.is_zero() && !at_far.is_zero() && at_near.is_negative() == at_far.is_negative() {
            return None;
        }
        let (mut near, mut far, near_is_negative) = (near.u.clone(), far.u.clone(), at_near.is_negative());
        for _ in 0..BISECTIONS {
            let middle = near.plus(&far).halved();
            let value = self.value(&self.at(middle.clone()));
            if value.is_zero() {
                return Some(middle);
            }
            if value.is_negative() == near_is_negative {
                near = middle;
            } else {
                far = middle;
            }
        }
        Some(near)
    }
}

impl Enclosure {
    fn excludes_zero(&self) -> bool {
        let (zero, low, high) = (Real::zero(), &self.low, &self.high);
        *low > zero || *high < zero
    }

    fn is_monotone(&self) -> bool {
        let zero = Real::zero();
        self.slope_low > zero || self.slope_high < zero
    }
}
