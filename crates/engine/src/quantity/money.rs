//! Amounts of money: Danish kroner, exact to the øre.

use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use super::{DecimalError, Exact, Rate, parse_scaled};

/// An amount in whole øre. It may be negative.
///
/// Addition saturates: it neither wraps nor stops the program. The bounds of the case file keep
/// every sum of a calculation below 10¹⁴ øre, ten thousand times from the edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    oere: i64,
}

impl Money {
    /// No money.
    pub const ZERO: Money = Money { oere: 0 };

    /// So many øre.
    #[must_use]
    pub const fn from_oere(oere: i64) -> Self {
        Money { oere }
    }

    /// So many kroner.
    #[must_use]
    pub const fn from_kroner(kroner: i64) -> Self {
        Money { oere: kroner.saturating_mul(100) }
    }

    /// The amount in øre.
    #[must_use]
    pub const fn oere(self) -> i64 {
        self.oere
    }

    /// Reads `"12345"`, `"12345.5"` or `"12345.50"`, in kroner.
    ///
    /// # Errors
    /// [`DecimalError`] when the text is not such a number.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        parse_scaled(text, 2).map(Money::from_oere)
    }

    /// The amount, or zero when it is negative.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        self.max(Money::ZERO)
    }

    /// How large it is, whatever its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Money { oere: self.oere.saturating_abs() }
    }

    /// The amount with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Money { oere: self.oere.saturating_neg() }
    }

    /// Below zero?
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.oere < 0
    }

    /// Above zero?
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.oere > 0
    }

    /// Exactly zero?
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.oere == 0
    }

    /// This amount times a rate, unrounded.
    #[must_use]
    pub fn times(self, rate: Rate) -> Exact {
        Exact::product(self, rate)
    }

    /// A twelfth of this amount, unrounded: a yearly amount in one month.
    #[must_use]
    pub fn twelfth(self) -> Exact {
        Exact::twelfth_of(self)
    }

    /// The amount in whole kroner, to the nearest, halves away from zero.
    #[must_use]
    pub const fn rounded_kroner(self) -> i64 {
        self.oere.saturating_add(50 * self.oere.signum()) / 100
    }

    /// How many whole kroner more this is than another amount, when both are rounded as people see them.
    #[must_use]
    pub const fn kroner_above(self, other: Money) -> i64 {
        self.rounded_kroner() - other.rounded_kroner()
    }
}

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money { oere: self.oere.saturating_add(other.oere) }
    }
}

impl Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money { oere: self.oere.saturating_sub(other.oere) }
    }
}

impl Neg for Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money { oere: self.oere.saturating_neg() }
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Money) {
        *self = *self - other;
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}

/// Kroner with two decimals: `-12.30`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MoneyText::new(*self).as_str())
    }
}

impl serde::Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(MoneyText::new(*self).as_str())
    }
}

/// The text of an amount, made without the general formatting machinery: a result of sixty months
/// holds two thousand of them.
struct MoneyText {
    bytes: [u8; 24],
    start: usize,
}

impl MoneyText {
    fn new(money: Money) -> Self {
        let mut text = MoneyText { bytes: [b'0'; 24], start: 24 };
        let mut rest = money.oere.unsigned_abs();
        for place in 0.. {
            if place == 2 {
                text.push_front(b'.');
            }
            text.push_front(b'0' + (rest % 10) as u8);
            rest /= 10;
            if rest == 0 && place >= 2 {
                break;
            }
        }
        if money.is_negative() {
            text.push_front(b'-');
        }
        text
    }

    fn push_front(&mut self, byte: u8) {
        self.start = self.start.saturating_sub(1);
        if let Some(slot) = self.bytes.get_mut(self.start) {
            *slot = byte;
        }
    }

    fn as_str(&self) -> &str {
        self.bytes.get(self.start..).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or("0.00")
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn prints_kroner_with_two_decimals() {
        let cases =
            [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-1230, "-12.30"), (100, "1.00"), (123_456_789, "1234567.89")];
        for (oere, text) in cases {
            assert_eq!(Money::from_oere(oere).to_string(), text);
        }
        assert_eq!(Money::from_oere(i64::MIN).to_string(), "-92233720368547758.08");
    }

    #[test]
    fn text_is_read_back() {
        for oere in [0, 1, 99, 100, 101, -1, -12_345, 1_000_000_000] {
            let money = Money::from_oere(oere);
            assert_eq!(Money::parse(&money.to_string()), Ok(money));
        }
    }

    #[test]
    fn whole_kroner_round_halves_away_from_zero() {
        let rounded: Vec<i64> =
            [0, 49, 149, 150, -49, -149, -150].map(|o| Money::from_oere(o).rounded_kroner()).to_vec();
        assert_eq!(rounded, [0, 0, 1, 2, 0, -1, -2]);
    }

    #[test]
    fn a_difference_in_kroner_is_that_of_the_amounts_as_people_see_them() {
        let above = |one, other| Money::from_oere(one).kroner_above(Money::from_oere(other));
        assert_eq!([above(150, 149), above(149, 150), above(149, 51)], [1, -1, 0]);
    }

    #[test]
    fn sums_saturate() {
        let most = Money::from_oere(i64::MAX);
        assert_eq!(most + most, most);
    }
}
