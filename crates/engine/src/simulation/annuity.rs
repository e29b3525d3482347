//! The level payment of a loan, exactly.

use num_bigint::BigUint;

use crate::quantity::{Money, Rate};

/// The level monthly payment that repays `debt` in `term` months at a yearly rate, up to the next øre:
/// ⌈P/T⌉ without interest, else ⌈P·r / (1 − (1+r)⁻ᵀ)⌉ with r a twelfth of the rate.
///
/// With r = m/d the payment is P·m·qᵀ / (d·(qᵀ − dᵀ)), q = d + m: whole numbers, however long, so the
/// rounding up is right even where the quotient is a whole øre.
pub(super) fn level_payment(debt: Money, annual_rate: Rate, term: u32) -> Money {
    let debt = debt.oere().max(0).unsigned_abs();
    let months = u64::from(term.max(1));
    let millionths = annual_rate.millionths().max(0).unsigned_abs();
    if millionths == 0 {
        return Money::from_oere(debt.div_ceil(months).try_into().unwrap_or(i64::MAX));
    }
    let denominator = BigUint::from(12_000_000_u64);
    let grown = (&denominator + millionths).pow(term.max(1));
    let interest_part = &grown - denominator.pow(term.max(1));
    let numerator = grown * debt * millionths;
    let divisor = denominator * interest_part;
    let payment: BigUint = (numerator + &divisor - 1_u32) / divisor;
    Money::from_oere(i64::try_from(payment).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::level_payment;
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
}
