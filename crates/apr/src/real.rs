//! Real numbers to 256 binary places, from whole numbers: the same bytes natively and in the browser.

use num_bigint::{BigInt, Sign};

/// How many binary places a [`Real`] has.
const PLACES: u64 = 256;
/// How often an argument is halved before the series for its exponential, and squared after.
const HALVINGS: u64 = 16;

/// A real number, as a whole number of 2⁻²⁵⁶.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Real(BigInt);

impl Real {
    pub(crate) fn zero() -> Self {
        Real(BigInt::ZERO)
    }

    pub(crate) fn whole(value: impl Into<BigInt>) -> Self {
        Real(value.into() << PLACES)
    }

    /// `numerator / denominator`; the denominator is not zero.
    pub(crate) fn ratio(numerator: &BigInt, denominator: &BigInt) -> Self {
        Real((numerator << PLACES) / denominator)
    }

    pub(crate) fn is_negative(&self) -> bool {
        self.0.sign() == Sign::Minus
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.0.sign() == Sign::NoSign
    }

    pub(crate) fn plus(&self, other: &Real) -> Real {
        Real(&self.0 + &other.0)
    }

    pub(crate) fn minus(&self, other: &Real) -> Real {
        Real(&self.0 - &other.0)
    }

    pub(crate) fn times(&self, other: &Real) -> Real {
        Real((&self.0 * &other.0) >> PLACES)
    }

    pub(crate) fn over(&self, other: &Real) -> Option<Real> {
        (!other.is_zero()).then(|| Real((&self.0 << PLACES) / &other.0))
    }

    pub(crate) fn add(&mut self, other: &Real) {
        self.0 += &other.0;
    }

    pub(crate) fn add_magnitude(&mut self, other: &Real) {
        if other.is_negative() { self.0 -= &other.0 } else { self.0 += &other.0 }
    }

    /// This number so many times.
    pub(crate) fn times_whole(&self, times: &BigInt) -> Real {
        Real(&self.0 * times)
    }

    /// A part of this number; the number of parts is not zero.
    pub(crate) fn divided(&self, parts: u32) -> Real {
        Real(&self.0 / parts)
    }

    /// So many units of 2⁻⁶³.
    pub(crate) fn from_coarse(units: i128) -> Real {
        Real(BigInt::from(units) << (PLACES - 63))
    }

    /// This number, from 0 to 1, in units of 2⁻¹²⁷, rounded down.
    pub(crate) fn to_units(&self) -> u128 {
        let mut digits = self.0.iter_u64_digits().skip(2).map(u128::from);
        let mut next = || digits.next().unwrap_or(0);
        let (low, high, whole) = (next(), next(), next());
        (whole << 127) | (high << 63) | (low >> 1)
    }

    pub(crate) fn halved(&self) -> Real {
        Real(&self.0 >> 1_u32)
    }

    /// This number × 2⁻ᵇⁱᵗˢ.
    pub(crate) fn shifted_down(&self, bits: u64) -> Real {
        Real(&self.0 >> bits)
    }

    pub(crate) fn magnitude(&self) -> Real {
        Real(self.0.magnitude().clone().into())
    }

    /// Between the two, whichever is the greater?
    pub(crate) fn is_between(&self, one: &Real, other: &Real) -> bool {
        (one < self && self < other) || (other < self && self < one)
    }

    /// Closer to zero than 2⁻ᵇⁱᵗˢ?
    pub(crate) fn is_within(&self, bits: u64) -> bool {
        self.0.bits() + bits <= PLACES
    }

    /// To the nearest whole number of `1/parts`, halves away from zero. What lies closer to a half than
    /// the precision can tell counts as the half.
    pub(crate) fn round_to(&self, parts: u64) -> BigInt {
        let doubled: BigInt = &self.0 * BigInt::from(2 * parts);
        let half_unit = BigInt::from(1) << (PLACES - 1);
        // Halves of the unit, to the nearest.
        let halves: BigInt = (&doubled + &half_unit) >> PLACES;
        let gap = Real(&doubled - (&halves << PLACES));
        let is_half = gap.is_within(96) && halves.bit(0);
        let magnitude = if is_half {
            (BigInt::from(halves.magnitude().clone()) + 1) / 2
        } else {
            (BigInt::from(doubled.magnitude().clone()) + (BigInt::from(1) << PLACES)) >> (PLACES + 1)
        };
        if self.is_negative() { -magnitude } else { magnitude }
    }

    /// e to the power of this number.
    pub(crate) fn exp(&self) -> Real {
        // e^x = (e^(x/2^h))^(2^h), with guard bits for what the squarings lose.
        let guard = 64;
        let scale = PLACES + guard;
        let shrunk: BigInt = (&self.0 << guard) >> HALVINGS;
        let one = BigInt::from(1) << scale;
        let (mut sum, mut term, mut n) = (one.clone(), one, 1_u32);
        while term.sign() != Sign::NoSign {
            term = ((&term * &shrunk) >> scale) / n;
            sum += &term;
            n += 1;
        }
        for _ in 0..HALVINGS {
            sum = (&sum * &sum) >> scale;
        }
        Real(sum >> guard)
    }
}

#[cfg(test)]
mod tests {
    use super::Real;
    use num_bigint::BigInt;

    #[test]
    fn e_is_known() {
        // 2.718281828459045235360287471352662497757…
        let e = Real::whole(1).exp();
        assert_eq!(e.round_to(1_000_000_000_000_000_000).to_string(), "2718281828459045235");
        let inverse = Real::whole(-1).exp();
        assert!(e.times(&inverse).minus(&Real::whole(1)).is_within(230));
    }

    #[test]
    fn a_number_is_the_same_in_coarser_units() {
        for numerator in [0_i64, 1, 3, 4] {
            let quarters = Real::ratio(&BigInt::from(numerator), &BigInt::from(4));
            assert_eq!(quarters.to_units(), u128::from(numerator.unsigned_abs()) << 125);
            assert_eq!(Real::from_coarse(i128::from(numerator) << 61), quarters);
        }
        let third = Real::ratio(&BigInt::from(1), &BigInt::from(3));
        assert_eq!(third.to_units(), (1_u128 << 127) / 3);
        assert!(Real::from_coarse(-1).is_negative());
    }

    #[test]
    fn between_is_without_the_ends_whichever_is_the_greater() {
        let [one, two, three] = [1, 2, 3].map(Real::whole);
        assert!(two.is_between(&one, &three) && two.is_between(&three, &one));
        for (number, end, other) in [
            (&one, &one, &three),
            (&three, &one, &three),
            (&one, &two, &three),
            (&three, &one, &two),
            (&two, &two, &two),
        ] {
            assert!(!number.is_between(end, other) && !number.is_between(other, end));
        }
    }

    #[test]
    fn halves_go_away_from_zero_even_when_they_are_only_nearly_halves() {
        let third = Real::ratio(&BigInt::from(1), &BigInt::from(3));
        let half = third.plus(&third.halved());
        assert_eq!(half.round_to(1), BigInt::from(1));
        assert_eq!(Real::zero().minus(&half).round_to(1), BigInt::from(-1));
        assert_eq!(third.round_to(1), BigInt::from(0));
        assert_eq!(Real::whole(-7).round_to(10), BigInt::from(-70));
    }
}
