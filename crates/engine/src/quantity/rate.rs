//! Rates: exact decimal fractions.

use std::fmt;

use super::exact::round_quotient;

/// A decimal fraction with at most six decimals: `0.256` is 25.6 %.
///
/// Held in whole millionths. The case file allows six decimals and no published percentage has
/// more than four, so nothing is lost and a product with an amount is one integer multiplication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate {
    millionths: i64,
}

impl Rate {
    /// No rate at all: 0 %.
    pub const ZERO: Rate = Rate { millionths: 0 };

    /// The whole: 100 %.
    pub const ONE: Rate = Rate { millionths: 1_000_000 };

    /// So many millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Rate { millionths }
    }

    /// The rate in millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.millionths
    }

    /// How many whole per cent a factor adds: 21 for 1.21.
    #[must_use]
    pub const fn percent_above_one(self) -> i64 {
        (self.millionths - Rate::ONE.millionths) / 10_000
    }

    /// Exactly 0 %?
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.millionths == 0
    }

    /// This rate times a factor, to the nearest millionth.
    #[must_use]
    pub fn times(self, factor: Rate) -> Rate {
        let product = i128::from(self.millionths) * i128::from(factor.millionths);
        Rate { millionths: round_quotient(product, 1_000_000) }
    }

    /// The sum of two rates of the same amount.
    #[must_use]
    pub const fn plus(self, other: Rate) -> Rate {
        Rate { millionths: self.millionths.saturating_add(other.millionths) }
    }
}

/// The shortest decimal fraction: `0.256`.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.millionths < 0 { "-" } else { "" }, self.millionths.unsigned_abs());
        let fraction = format!("{:06}", size % 1_000_000);
        match fraction.trim_end_matches('0') {
            "" => write!(f, "{sign}{}", size / 1_000_000),
            shortest => write!(f, "{sign}{}.{shortest}", size / 1_000_000),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[test]
    fn prints_the_shortest_fraction() {
        assert_eq!(Rate::from_millionths(256_000).to_string(), "0.256");
        assert_eq!(Rate::ONE.to_string(), "1");
        assert_eq!(Rate::from_millionths(333_333).to_string(), "0.333333");
        let shown = [0, 1, -1, 12_000_000, 10_050_000, -256_000].map(|it| Rate::from_millionths(it).to_string());
        assert_eq!(shown, ["0", "0.000001", "-0.000001", "12", "10.05", "-0.256"]);
    }

    #[test]
    fn a_factor_adds_whole_per_cent() {
        let added = [1_210_000, 1_000_000, 1_219_999].map(|it| Rate::from_millionths(it).percent_above_one());
        assert_eq!(added, [21, 0, 21]);
    }

    #[test]
    fn a_product_is_rounded_to_a_millionth() {
        let times = |one, other| Rate::from_millionths(one).times(Rate::from_millionths(other)).millionths();
        assert_eq!((times(333_333, 800_000), times(333_333, 1_200_000)), (266_666, 400_000));
        assert_eq!(times(1, 500_000), 1);
    }
}
