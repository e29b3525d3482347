//! Fractions of whole numbers, for checks that must not round.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

/// A fraction in lowest terms, its denominator above zero. Sums too large for it stop the test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    pub(crate) fn new(numerator: i128, denominator: i128) -> Self {
        let (mut a, mut b) = (numerator.unsigned_abs(), denominator.unsigned_abs());
        while b > 0 {
            (a, b) = (b, a % b);
        }
        let common = i128::try_from(a.max(1)).expect("a small number") * denominator.signum();
        Fraction { numerator: numerator / common, denominator: denominator / common }
    }

    pub(crate) fn whole(number: i128) -> Self {
        Fraction::new(number, 1)
    }

    pub(crate) const ZERO: Fraction = Fraction { numerator: 0, denominator: 1 };

    /// Reads `12`, `-12.50` and `130/3`.
    pub(crate) fn parse(text: &str) -> Self {
        let number = |text: &str| text.parse::<i128>().unwrap_or_else(|_| panic!("{text:?} is no number"));
        if let Some((numerator, denominator)) = text.split_once('/') {
            return Fraction::new(number(numerator), number(denominator));
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        Fraction::new(number(&format!("{whole}{decimals}")), 10_i128.pow(u32::try_from(decimals.len()).expect("few")))
    }

    pub(crate) fn min(self, other: Self) -> Self {
        if self <= other { self } else { other }
    }

    pub(crate) fn max(self, other: Self) -> Self {
        if self >= other { self } else { other }
    }

    pub(crate) fn or_zero(self) -> Self {
        self.max(Fraction::ZERO)
    }

    pub(crate) fn is_positive(self) -> bool {
        self.numerator > 0
    }

    /// Kroner to the nearest øre, halves away from zero.
    pub(crate) fn round(self) -> Self {
        let (size, sign) = (self.numerator.abs() * 100, self.numerator.signum());
        Fraction::new(sign * ((2 * size + self.denominator) / (2 * self.denominator)), 100)
    }

    /// The whole number it is.
    pub(crate) fn to_whole(self) -> i128 {
        assert_eq!(self.denominator, 1, "{self:?} is no whole number");
        self.numerator
    }
}

impl Add for Fraction {
    type Output = Fraction;
    fn add(self, other: Fraction) -> Fraction {
        let numerator = self.numerator * other.denominator + other.numerator * self.denominator;
        Fraction::new(numerator, self.denominator * other.denominator)
    }
}

impl Sub for Fraction {
    type Output = Fraction;
    fn sub(self, other: Fraction) -> Fraction {
        self + Fraction::new(-other.numerator, other.denominator)
    }
}

impl Mul for Fraction {
    type Output = Fraction;
    fn mul(self, other: Fraction) -> Fraction {
        Fraction::new(self.numerator * other.numerator, self.denominator * other.denominator)
    }
}

impl Div for Fraction {
    type Output = Fraction;
    fn div(self, other: Fraction) -> Fraction {
        Fraction::new(self.numerator * other.denominator, self.denominator * other.numerator)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some((self.numerator * other.denominator).cmp(&(other.numerator * self.denominator)))
    }
}
