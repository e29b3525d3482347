//! Amounts between two roundings.

use std::fmt;
use std::ops::{Add, Sub};

use super::{Money, Rate};

/// How many units an øre has: twelfths (yearly amounts in a month) of millionths (rates).
const UNITS: i128 = 12_000_000;
const MILLIONTHS: i128 = 1_000_000;

/// An unrounded amount: a whole number of twelve-millionths of an øre.
///
/// Fine enough for everything the rules add together before they round: money times a rate, and a
/// twelfth of a yearly amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact {
    units: i128,
}

impl Exact {
    /// Nothing.
    pub const ZERO: Exact = Exact { units: 0 };

    pub(super) fn product(money: Money, rate: Rate) -> Self {
        Exact { units: i128::from(money.oere()) * i128::from(rate.millionths()) * 12 }
    }

    pub(super) fn twelfth_of(money: Money) -> Self {
        Exact { units: i128::from(money.oere()) * MILLIONTHS }
    }

    /// `oere / parts` of an øre, where `parts` divides twelve million.
    pub(super) fn fraction(oere: i64, parts: i64) -> Self {
        Exact { units: i128::from(oere) * (UNITS / i128::from(parts)) }
    }

    /// This amount times a rate, unrounded. Nothing is lost for an amount in whole twelfths of an
    /// øre, which is what a month's share of a yearly amount is.
    #[must_use]
    pub fn times(self, rate: Rate) -> Self {
        Exact { units: self.units.saturating_mul(i128::from(rate.millionths())) / MILLIONTHS }
    }

    /// A twelfth: yearly interest in a month. The rest of the division is not lost: a product of
    /// money and rate is a multiple of twelve units.
    #[must_use]
    pub fn twelfth(self) -> Self {
        Exact { units: self.units / 12 }
    }

    /// The amount, or nothing when it is negative.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        self.max(Exact::ZERO)
    }

    /// To the nearest øre, halves away from zero.
    #[must_use]
    pub fn round(self) -> Money {
        Money::from_oere(round_quotient(self.units, UNITS))
    }

    /// This amount times a rate, to the nearest øre, halves away from zero.
    #[must_use]
    pub fn times_rounded(self, rate: Rate) -> Money {
        let product = self.units.saturating_mul(i128::from(rate.millionths()));
        Money::from_oere(round_quotient(product, UNITS * MILLIONTHS))
    }
}

impl From<Money> for Exact {
    fn from(money: Money) -> Self {
        Exact { units: i128::from(money.oere()) * UNITS }
    }
}

impl Add for Exact {
    type Output = Exact;
    fn add(self, other: Exact) -> Exact {
        Exact { units: self.units.saturating_add(other.units) }
    }
}

impl Sub for Exact {
    type Output = Exact;
    fn sub(self, other: Exact) -> Exact {
        Exact { units: self.units.saturating_sub(other.units) }
    }
}

/// Kroner as a whole number or a fraction in lowest terms: `5536/3`.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_fraction(f, self.units, UNITS * 100)
    }
}

/// `numerator/denominator` in lowest terms, without the denominator where it is one.
pub(super) fn write_fraction(f: &mut fmt::Formatter<'_>, numerator: i128, denominator: i128) -> fmt::Result {
    let (mut a, mut b) = (numerator.unsigned_abs(), denominator.unsigned_abs());
    while b > 0 {
        (a, b) = (b, a % b);
    }
    let common = a.max(1).cast_signed();
    match denominator / common {
        1 => write!(f, "{}", numerator / common),
        parts => write!(f, "{}/{parts}", numerator / common),
    }
}

/// The weighted sum of amounts times a rate, divided by `parts` and then rounded once: a point on a
/// straight line between two amounts. `parts` is positive.
#[must_use]
pub fn rounded_product(weighted: &[(Money, i64)], rate: Rate, parts: i64) -> Money {
    let sum: i128 = weighted.iter().map(|&(money, weight)| i128::from(money.oere()) * i128::from(weight)).sum();
    let numerator = sum.saturating_mul(i128::from(rate.millionths()));
    Money::from_oere(round_quotient(numerator, i128::from(parts) * MILLIONTHS))
}

/// `numerator / denominator` to the nearest whole, halves away from zero. The denominator is positive.
pub(super) fn round_quotient(numerator: i128, denominator: i128) -> i64 {
    // Sixty-four bits are enough for nearly every amount and many times faster in WebAssembly.
    if let (Ok(n), Ok(d)) = (i64::try_from(numerator), i64::try_from(denominator)) {
        let half = d / 2;
        if let Some(shifted) = n.unsigned_abs().checked_add(half.unsigned_abs()) {
            let whole = (shifted / d.unsigned_abs()).cast_signed();
            return if n < 0 { -whole } else { whole };
        }
    }
    let whole = (numerator.unsigned_abs() + denominator.unsigned_abs() / 2) / denominator.unsigned_abs();
    let whole = i64::try_from(whole).unwrap_or(i64::MAX);
    if numerator < 0 { -whole } else { whole }
}

#[cfg(test)]
mod tests {
    use super::{Exact, round_quotient};
    use crate::quantity::{Money, Rate};

    #[test]
    fn halves_go_away_from_zero() {
        let half = Rate::from_millionths(500_000);
        assert_eq!(Money::from_oere(1).times(half).round(), Money::from_oere(1));
        assert_eq!(Money::from_oere(-1).times(half).round(), Money::from_oere(-1));
        assert_eq!(round_quotient(5, 3), 2);
        assert_eq!(round_quotient(4, 3), 1);
        assert_eq!(round_quotient(-5, 3), -2);
        assert_eq!(round_quotient(i128::from(i64::MAX) * 7, 7), i64::MAX);
        // Beyond 64 bits the other way round is taken.
        let large = 1_i64 << 62;
        let tenths = |rest| round_quotient(i128::from(large) * 10 + rest, 10) - large;
        assert_eq!([4, 5, 6].map(tenths), [0, 1, 1]);
        assert_eq!([4, 5, 6].map(|rest| round_quotient(-i128::from(large) * 10 - rest, 10) + large), [0, -1, -1]);
        // No amount is so large; what is, stays at the end.
        assert_eq!([1, -1].map(|sign| round_quotient(i128::MAX / 4 * sign, 3)), [i64::MAX, -i64::MAX]);
    }

    #[test]
    fn prints_kroner_in_lowest_terms() {
        let printed = |amount: Exact| amount.to_string();
        assert_eq!(printed(Exact::from(Money::from_oere(150))), "3/2");
        assert_eq!(printed(Exact::from(Money::from_kroner(-7))), "-7");
        assert_eq!(printed(Money::from_kroner(7).twelfth()), "7/12");
        assert_eq!(printed(Exact::ZERO), "0");
    }

    #[test]
    fn odd_denominators_have_no_half() {
        assert_eq!(round_quotient(1, 3), 0);
        assert_eq!(round_quotient(2, 3), 1);
    }

    #[test]
    fn two_rates_in_a_row_stay_exact() {
        let income = Money::from_oere(1_234_567);
        let deduction = income.times(Rate::from_millionths(127_500));
        let taxed = Exact::from(income) - deduction;
        // 1234567 × 0.8725 × 0.256 = 275754.88512…
        assert_eq!(taxed.times_rounded(Rate::from_millionths(256_000)), Money::from_oere(275_753));
    }
}
