//! The annual percentage rate (ÅOP): what a loan costs a year, fees included.
//!
//! Amounts are whole numbers of any unit, such as øre; rates are millionths of a percent. The same bytes come
//! out natively and in the browser: everything is worked out in whole numbers.
//!
//! Directive 2008/48/EC, annex I: the X for which the payouts and the payments, each discounted by
//! (1+X) to the power of its time in years, come to the same.
//!
//! With u = ln(1+X) the difference is a sum of exponentials. It is searched away from zero, first
//! upwards and then downwards, each time with the times counted so that every exponential shrinks on
//! the way (a common factor moves no root): see `search.rs`. A loan that is paid back month by month has a
//! quicker way, see [`of_monthly_payments`].

use std::cmp::Ordering;

use num_bigint::BigInt;

mod cell;
mod monthly;
mod real;
mod search;

pub use monthly::of_monthly_payments;
use real::Real;
use search::{Exponential, nearest_root};

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
    /// How much, in whole units such as øre.
    pub amount: i64,
    /// When.
    pub years: Years,
}

/// The ends of the search: X from −0.9999 (excluded) to 10,000.
const LEAST: (i64, i64) = (1, 10_000);
const GREATEST: i64 = 10_001;
/// Two roots whose distances differ by less than 2⁻ᵇⁱᵗˢ are as near.
const AS_NEAR: u64 = 100;

/// The annual percentage rate in millionths of a percent, to the nearest; `None` without payouts or without a
/// solution. Of several solutions it is the one nearest to zero, and of two as near the one above.
#[must_use]
pub fn annual_percentage_rate(payouts: &[Flow], payments: &[Flow]) -> Option<i64> {
    if !payouts.iter().any(|flow| flow.amount > 0) {
        return None;
    }
    let total = |flows: &[Flow]| flows.iter().map(|flow| i128::from(flow.amount)).sum::<i128>();
    if total(payouts) == total(payments) {
        return Some(0);
    }
    let flows = net(payouts, payments);
    let above = nearest_root(forwards(&flows)?, &ln(&Real::whole(GREATEST))).map(|u| growth(&u));
    let end = below_at_most(above.as_ref());
    let below = nearest_root(backwards(&flows)?, &end)
        .filter(|u| !end.minus(u).is_within(AS_NEAR))
        .map(|u| growth(&Real::zero().minus(&u)));
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
    !gap.is_negative() && !gap.is_within(AS_NEAR)
}

/// X in millionths of a percent.
fn percent(growth: &Real) -> Option<i64> {
    i64::try_from(growth.round_to(100_000_000)).ok()
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

/// How far below zero a root is looked for: as far as X goes, and no further than the one above.
fn below_at_most(above: Option<&Real>) -> Real {
    let least = Real::ratio(&BigInt::from(LEAST.0), &BigInt::from(LEAST.1));
    let opposite = above.map(|above| Real::whole(1).minus(above)).filter(|opposite| *opposite > least);
    Real::zero().minus(&ln(&opposite.unwrap_or(least)))
}

/// What is paid out less what is paid at each time at which the two are not the same, earliest first.
fn net(payouts: &[Flow], payments: &[Flow]) -> Vec<(Years, BigInt)> {
    let amount = |flow: &Flow| BigInt::from(flow.amount);
    let received = payouts.iter().map(|flow| (flow.years.clone(), amount(flow)));
    let paid = payments.iter().map(|flow| (flow.years.clone(), -amount(flow)));
    let mut flows: Vec<(Years, BigInt)> = Vec::with_capacity(payouts.len() + payments.len());
    for flow in received.chain(paid) {
        // Put in its place by hand: they mostly come in their order, and a sort is 1 kB of the package.
        let place = flows.partition_point(|(years, _)| years.order(&flow.0).is_le());
        flows.insert(place, flow);
    }
    flows.dedup_by(|(later, amount), (kept, sum)| {
        let is_same = later.order(kept).is_eq();
        if is_same {
            *sum += &*amount;
        }
        is_same
    });
    flows.retain(|(_, amount)| *amount != BigInt::ZERO);
    flows
}

/// How often, in their order of time, a payment follows a payout or a payout a payment. Flows at the same
/// time count as one.
#[must_use]
pub fn changes_of_sign(payouts: &[Flow], payments: &[Flow]) -> usize {
    let flows = net(payouts, payments);
    flows.windows(2).filter(|pair| pair[0].1.sign() != pair[1].1.sign()).count()
}

/// For u above zero: times counted from the first flow.
fn forwards(flows: &[(Years, BigInt)]) -> Option<Vec<Exponential>> {
    let (first, _) = flows.first()?;
    Some(flows.iter().map(|(years, amount)| Exponential::new(amount, years.since(first).as_real())).collect())
}

/// For u below zero: times counted back from the last flow.
fn backwards(flows: &[(Years, BigInt)]) -> Option<Vec<Exponential>> {
    let (last, _) = flows.last()?;
    Some(flows.iter().rev().map(|(years, amount)| Exponential::new(amount, last.since(years).as_real())).collect())
}
