//! The level payment of a loan, exactly.

use crate::quantity::{Money, Rate};

/// The level monthly payment that repays `debt` in `term` months at a yearly rate, up to the next øre:
/// ⌈P/T⌉ without interest, else ⌈P·r / (1 − (1+r)⁻ᵀ)⌉ with r a twelfth of the rate.
///
/// With r = m/d the payment is the least A for which A·d·(qᵀ − dᵀ) ≥ P·m·qᵀ, q = d + m: whole numbers,
/// however long, so the rounding up is right even where the quotient is a whole øre.
pub(super) fn level_payment(debt: Money, annual_rate: Rate, term: u32) -> Money {
    let debt = debt.oere().max(0).unsigned_abs();
    let months = term.max(1);
    let millionths = annual_rate.millionths().max(0).unsigned_abs();
    if millionths == 0 {
        return Money::from_oere(debt.div_ceil(u64::from(months)).try_into().unwrap_or(i64::MAX));
    }
    // In lowest terms: 3 % a year is 1/400 a month, and its powers are a third as long as 30,000/12,000,000's.
    let common = common_divisor(DENOMINATOR, millionths);
    let (m, d) = (millionths / common, DENOMINATOR / common);
    if let Some(payment) = by_leading_digits(debt, m, d, months) {
        return Money::from_oere(payment);
    }
    let grown = Natural::power(d + m, months);
    let per_payment = grown.minus(&Natural::power(d, months)).times(d);
    let owed = grown.times(debt).times(m);
    // Bernoulli: P/T ≤ A ≤ P/T + P·r.
    let without_interest = debt / u64::from(months);
    let interest = (u128::from(debt) * u128::from(millionths)).div_ceil(u128::from(DENOMINATOR));
    let most = without_interest.saturating_add(u64::try_from(interest).unwrap_or(u64::MAX)).saturating_add(1);
    let payment = least(without_interest, most, |payment| per_payment.times(payment).is_at_least(&owed));
    Money::from_oere(i64::try_from(payment).unwrap_or(i64::MAX))
}

/// The payment where its leading digits decide it: P·r / (1 − vᵀ), v = 1/(1+r), with vᵀ between two neighbouring
/// numbers of 64 binary places. `None` where the two do not round up to the same øre, or do not fit.
fn by_leading_digits(debt: u64, m: u64, d: u64, months: u32) -> Option<i64> {
    let discount = u64::try_from((u128::from(d) << 64) / u128::from(d + m)).ok()?;
    let interest = u128::from(debt.checked_mul(m)?) << 64;
    // What the last payment is worth less than the first, rounded so that the payment is too small, then too large.
    let most = (1_u128 << 64) - u128::from(power(discount, months, 0)?);
    let least = (1_u128 << 64) - u128::from(power(discount.checked_add(1)?, months, u64::MAX)?);
    let payment = |lost: u128| Some(interest.div_ceil(lost.checked_mul(u128::from(d)).filter(|&lost| lost > 0)?));
    let (smallest, largest) = (payment(most)?, payment(least)?);
    (smallest == largest).then(|| i64::try_from(smallest).ok()).flatten()
}

/// A power of a number below one in units of 2⁻⁶⁴, each product rounded down, or up where `rounding` is all ones.
fn power(base: u64, exponent: u32, rounding: u64) -> Option<u64> {
    let times = |one: u64, other: u64| {
        let product = u128::from(one) * u128::from(other) + u128::from(rounding);
        u64::try_from(product >> 64).ok()
    };
    let mut power = base;
    for bit in (0..exponent.checked_ilog2()?).rev() {
        power = times(power, power)?;
        if exponent >> bit & 1 == 1 {
            power = times(power, base)?;
        }
    }
    Some(power)
}

/// Twelve months of millionths.
const DENOMINATOR: u64 = 12_000_000;

/// The greatest number that divides both; neither is zero.
fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The least number from `low` to `high` that is enough, where everything above it is enough too.
fn least(mut low: u64, mut high: u64, is_enough: impl Fn(u64) -> bool) -> u64 {
    while low < high {
        let middle = low + (high - low) / 2;
        if is_enough(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// A whole number of any length, in digits of 32 bits, the smallest first; no leading zeros.
///
/// The three operations a level payment needs. A library for all of arithmetic would be a fifteenth
/// of what the page may weigh.
struct Natural(Vec<u32>);

impl Natural {
    fn power(base: u64, exponent: u32) -> Natural {
        (0..exponent).fold(Natural(vec![1]), |power, _| power.times(base))
    }

    fn times(&self, factor: u64) -> Natural {
        let mut digits = Vec::with_capacity(self.0.len().saturating_add(2));
        let mut carry = 0_u128;
        for &digit in &self.0 {
            let product = u128::from(digit) * u128::from(factor) + carry;
            digits.push(low_digit(product));
            carry = product >> 32;
        }
        while carry > 0 {
            digits.push(low_digit(carry));
            carry >>= 32;
        }
        Natural::trimmed(digits)
    }

    /// The difference; `smaller` is not larger.
    fn minus(&self, smaller: &Natural) -> Natural {
        let mut borrowed = false;
        let others = smaller.0.iter().copied().chain(std::iter::repeat(0));
        let mut digits: Vec<u32> = Vec::with_capacity(self.0.len());
        for (&digit, other) in self.0.iter().zip(others) {
            let (rest, first) = digit.overflowing_sub(other);
            let (rest, second) = rest.overflowing_sub(u32::from(borrowed));
            borrowed = first || second;
            digits.push(rest);
        }
        Natural::trimmed(digits)
    }

    /// Without leading zeros, by which numbers are compared.
    fn trimmed(mut digits: Vec<u32>) -> Natural {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Natural(digits)
    }

    fn is_at_least(&self, other: &Natural) -> bool {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev())).is_ge()
    }
}

fn low_digit(number: u128) -> u32 {
    (number & u128::from(u32::MAX)) as u32
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::{by_leading_digits, level_payment};
    use crate::quantity::{Money, Rate};

    fn payment(debt: i64, rate: i64, term: u32) -> i64 {
        level_payment(Money::from_oere(debt), Rate::from_millionths(rate), term).oere()
    }

    #[test]
    fn without_interest_the_debt_is_divided() {
        assert_eq!(payment(5_000_000, 0, 60), 83_334);
        assert_eq!(payment(6_000_000, 0, 60), 100_000);
    }

    #[test]
    fn one_month_pays_debt_and_interest_to_the_oere() {
        // 1,200.00 at 12 % a year: 1 % in the month, exactly.
        assert_eq!(payment(120_000, 120_000, 1), 121_200);
        assert_eq!(payment(120_001, 120_000, 1), 121_202);
    }

    #[test]
    fn level_payments_of_a_known_loan() {
        // 50,000 kr. over 24 months at 3.5 %: 2,160.136… a month.
        assert_eq!(payment(5_000_000, 35_000, 24), 216_014);
    }

    #[test]
    fn a_debt_of_one_oere_is_paid() {
        assert_eq!(payment(1, 35_000, 24), 1);
        assert_eq!(payment(1, 1_000_000, 1), 2);
    }

    #[test]
    fn leading_digits_decide_all_but_whole_oere_and_what_does_not_fit() {
        // 3 % a year is 1/400 a month.
        assert_eq!(by_leading_digits(4_500_000, 1, 400, 60), Some(80_860));
        assert_eq!(payment(4_500_000, 30_000, 60), 80_860);
        // 1 % in one month, on what makes a whole øre and on one øre more.
        assert_eq!(by_leading_digits(4_500_000, 1, 100, 1), None);
        assert_eq!(payment(4_500_000, 120_000, 1), 4_545_000);
        assert_eq!(by_leading_digits(4_500_001, 1, 100, 1), Some(4_545_002));
        assert_eq!(by_leading_digits(u64::MAX, 2, 100, 1), None);
        assert_eq!(by_leading_digits(4_500_000, 1, 400, 0), None);
    }

    /// The formula as it stands, by a library's division.
    fn by_division(debt: u64, millionths: u64, term: u32) -> BigUint {
        let denominator = BigUint::from(12_000_000_u64);
        let grown = (&denominator + millionths).pow(term);
        let divisor = &denominator * (&grown - denominator.pow(term));
        (grown * debt * millionths + &divisor - 1_u32) / divisor
    }

    proptest! {
        #[test]
        fn any_loan_agrees_with_the_formula(debt in prop_oneof![1_u64..200, 1_u64..2_000_000_000, 1_u64 << 32..1 << 45], rate in 1_u64..=1_000_000, term in 1_u32..=360) {
            let found = level_payment(Money::from_oere(debt.cast_signed()), Rate::from_millionths(rate.cast_signed()), term);
            prop_assert_eq!(BigUint::from(found.oere().unsigned_abs()), by_division(debt, rate, term));
        }
    }
}
