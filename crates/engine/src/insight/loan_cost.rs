//! What a scenario's own loan costs a year (ÅOP).
//!
//! One amount is paid out and equal months of payments follow, so there is one root and it is above
//! zero: that is found by Newton's method in whole numbers of 2⁻⁶⁴, and then proved. The monthly
//! discount v lies between two neighbouring numbers for which the sign of the difference is certain,
//! rounded against us; when the percentage is the same at both ends, to six decimals, it is the
//! percentage. Where the ends disagree – a root that close to a half – the general search decides.

use super::apr::{Flow, Years, apr};
use crate::quantity::{Money, Percent};
use crate::simulation::{Loan, payments};

/// How long a plan may take.
const MOST_MONTHS: u32 = 1_200;

/// The loan's annual percentage rate: the principal at the start, the fee as a payment at the start,
/// and the whole plan without pauses. `None` when the plan does not end within 1,200 months, or when
/// no rate makes the two sides equal.
#[must_use]
pub fn loan_apr(loan: &Loan) -> Option<Percent> {
    let payments = payments(loan, MOST_MONTHS)?;
    let received = loan.principal - loan.fee;
    if payments.iter().copied().sum::<Money>() == received {
        return Some(Percent::ZERO);
    }
    if !received.is_positive() {
        return None;
    }
    proved(received, &payments).or_else(|| general(loan, &payments))
}

/// The same by the search that knows any flows.
pub(super) fn general(loan: &Loan, payments: &[Money]) -> Option<Percent> {
    let flow = |amount, months| Flow { amount, years: Years::months(months) };
    let fee = flow(loan.fee, 0);
    let later = (1..).zip(payments).map(|(month, &amount)| flow(amount, month));
    apr(&[flow(loan.principal, 0)], &[fee].into_iter().chain(later).collect::<Vec<_>>())
}

/// The discount of a month at 10,000: 10,001^(−1/12) = 0.46416…, rounded down to hundredths, in units of 2⁻⁶⁴.
const LEAST_DISCOUNT: u64 = u64::MAX / 100 * 46;
/// How far from the approximate root the two ends are taken: some hundred times what rounding can weigh, and
/// a hundred thousandth of what the sixth decimal is.
const REACH: u64 = 1 << 16;
/// A step after which the next would be below the precision: each is about the square of the one before.
const CLOSE: i128 = 1 << 30;
/// How many steps Newton's method may take.
const STEPS: u32 = 64;
/// Amounts, times their month, below which no sum of products overflows.
const LARGEST_MOMENT: u128 = 1 << 60;
/// Millionths of a percent in the whole.
const UNITS: u128 = 100_000_000;

/// The percentage, if it can be proved.
pub(super) fn proved(received: Money, payments: &[Money]) -> Option<Percent> {
    let plan = Payments::of(received, payments)?;
    plan.proved_within(plan.root()?, REACH)
}

#[derive(Clone, Copy)]
enum Rounding {
    Down,
    Up,
}

/// The first, second, third … power of a discount; all in units of 2⁻⁶⁴.
fn powers(discount: u64, rounding: Rounding) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(discount), move |&power| {
        let whole = wide(power, discount) >> 64;
        let rounded = match rounding {
            Rounding::Down => whole,
            Rounding::Up => whole + 1,
        };
        // Two numbers below one: so is their product, rounded up too.
        u64::try_from(rounded).ok()
    })
}

fn wide(one: u64, other: u64) -> u128 {
    u128::from(one) * u128::from(other)
}

/// X in millionths of a percent, to the nearest, from the discount of a month: v⁻¹² − 1, with the
/// twelfth power rounded as asked.
fn percent(discount: u64, rounding: Rounding) -> Option<Percent> {
    let year = powers(discount, rounding).nth(11)?;
    let halves = ((2 * UNITS) << 64).checked_div(u128::from(year))?;
    let nearest = halves.div_ceil(2).checked_sub(UNITS)?;
    i64::try_from(nearest).ok().map(Percent::from_millionths)
}

/// What was received, and the payments of the months after, in øre.
struct Payments {
    received: u128,
    payments: Vec<u64>,
}

impl Payments {
    /// `None` where a sum could overflow.
    fn of(received: Money, payments: &[Money]) -> Option<Self> {
        let whole = |amount: Money| u64::try_from(amount.oere()).ok();
        let payments = payments.iter().map(|&payment| whole(payment)).collect::<Option<Vec<u64>>>()?;
        let received = u128::from(whole(received)?);
        let moments = (1..).zip(&payments).map(|(month, &payment)| wide(month, payment));
        let fits = moments.fold(received, u128::saturating_add) < LARGEST_MOMENT;
        fits.then_some(Payments { received, payments })
    }

    /// What the payments are worth at the payout, in units of 2⁻⁶⁴ øre.
    fn worth(&self, discount: u64, rounding: Rounding) -> u128 {
        self.payments.iter().zip(powers(discount, rounding)).map(|(&payment, power)| wide(payment, power)).sum()
    }

    /// How fast the worth grows with the discount, in øre.
    fn slope(&self, discount: u64) -> u128 {
        let moments = (1..).zip(&self.payments).map(|(month, payment)| month * payment);
        let sum: u128 = moments.zip(powers(discount, Rounding::Down)).map(|(moment, power)| wide(moment, power)).sum();
        sum.checked_div(u128::from(discount)).unwrap_or(0).max(1)
    }

    /// About where the payments are worth what was received, by Newton's method from one downwards.
    fn root(&self) -> Option<u64> {
        let mut discount = u64::MAX;
        for _ in 0..STEPS {
            let surplus = self.worth(discount, Rounding::Down).cast_signed() - (self.received << 64).cast_signed();
            let step = surplus / self.slope(discount).cast_signed();
            discount = u64::try_from(i128::from(discount) - step).ok().filter(|&next| next > LEAST_DISCOUNT)?;
            if step.abs() <= CLOSE {
                break;
            }
        }
        Some(discount)
    }

    /// The percentage, if the root certainly lies this close and both ends give the same.
    fn proved_within(&self, near: u64, reach: u64) -> Option<Percent> {
        let (low, high) = (near.checked_sub(reach)?, near.checked_add(reach)?);
        // The larger v is, the more the payments are worth, and the lower the rate.
        let received = self.received << 64;
        let enclosed = self.worth(low, Rounding::Up) < received && self.worth(high, Rounding::Down) > received;
        let (least, most) = (percent(high, Rounding::Up)?, percent(low, Rounding::Down)?);
        (enclosed && least == most).then_some(most)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MOST_MONTHS, Payments, general, loan_apr, proved};
    use crate::quantity::{Money, Percent, Rate};
    use crate::simulation::{Loan, Repayment, payments};

    fn loan(principal: i64, rate: i64, fee: i64, first: u32, repayment: Repayment) -> Loan {
        Loan {
            principal: Money::from_oere(principal),
            annual_rate: Rate::from_millionths(rate),
            fee: Money::from_oere(fee),
            first_instalment_after_months: first,
            repayment,
        }
    }

    fn text(loan: &Loan) -> Option<String> {
        loan_apr(loan).map(|percent| percent.to_string())
    }

    #[test]
    fn a_loan_that_costs_nothing_costs_exactly_nothing() {
        for repayment in [Repayment::Term(60), Repayment::Instalment(Money::from_kroner(750))] {
            assert_eq!(loan_apr(&loan(4_500_000, 0, 0, 6, repayment)), Some(Percent::ZERO));
        }
        // One øre at 3 %: the interest rounds to nothing.
        assert_eq!(loan_apr(&loan(1, 30_000, 0, 6, Repayment::Term(1))), Some(Percent::ZERO));
    }

    #[test]
    fn one_month_at_one_percent() {
        // 1.01¹² − 1
        assert_eq!(text(&loan(1_000_000, 120_000, 0, 1, Repayment::Term(1))).as_deref(), Some("12.682503"));
        // Half of it as a fee: 10,000 / 9,000 a month, (10/9)¹² − 1
        assert_eq!(text(&loan(1_000_000, 0, 100_000, 1, Repayment::Term(1))).as_deref(), Some("254.070616"));
    }

    #[test]
    fn a_plan_without_an_end_has_no_rate() {
        // 1 % of 10,000 is 100 a month: the debt stays.
        let interest_only = Repayment::Instalment(Money::from_kroner(100));
        assert_eq!(loan_apr(&loan(1_000_000, 120_000, 0, 1, interest_only)), None);
        let just_within = Repayment::Instalment(Money::from_oere(100));
        assert_eq!(loan_apr(&loan(120_000, 0, 0, 1, just_within)), Some(Percent::ZERO));
        assert_eq!(loan_apr(&loan(120_001, 0, 0, 1, just_within)), None);
        assert_eq!(loan_apr(&loan(120_000, 0, 0, 2, just_within)), None);
    }

    #[test]
    fn nothing_received_has_no_rate() {
        assert_eq!(loan_apr(&loan(100_000, 0, 100_000, 1, Repayment::Term(5))), None);
        assert_eq!(loan_apr(&loan(100_000, 0, 100_001, 1, Repayment::Term(5))), None);
        // 99.99 of 100 as a fee, back within a month: far above 10,000.
        assert_eq!(loan_apr(&loan(10_000, 0, 9_999, 1, Repayment::Term(1))), None);
    }

    #[test]
    fn nothing_is_proved_where_the_root_is_not_or_the_ends_disagree() {
        let loan = loan(4_000_000, 30_000, 50_000, 7, Repayment::Term(40));
        let payments = payments(&loan, MOST_MONTHS).expect("it ends");
        let plan = Payments::of(loan.principal - loan.fee, &payments).expect("small amounts");
        let near = plan.root().expect("a root");
        assert_eq!(plan.proved_within(near, 1 << 10), proved(loan.principal - loan.fee, &payments));
        assert_eq!(plan.proved_within(near - (1 << 20), 1 << 10), None);
        assert_eq!(plan.proved_within(near + (1 << 20), 1 << 10), None);
        assert_eq!(plan.proved_within(near, 1 << 50), None);
    }

    #[test]
    fn amounts_too_large_for_the_proof_are_left_to_the_general_search() {
        let most = Money::from_oere(i64::MAX);
        assert!(Payments::of(most, &[Money::from_oere(1)]).is_none());
        assert!(Payments::of(Money::from_oere(1), &[most]).is_none());
        assert!(Payments::of(Money::from_oere(-1), &[Money::from_oere(1)]).is_none());
        assert!(Payments::of(Money::from_oere(1 << 58), &[Money::from_oere(1 << 58); 2]).is_none(), "2⁶⁰ exactly");
        assert!(Payments::of(Money::from_oere(1 << 57), &[Money::from_oere(1 << 57); 2]).is_some());
    }

    fn loans() -> impl Strategy<Value = Loan> {
        let principal = prop_oneof![4 => 100_000_i64..=6_000_000, 1 => 1_i64..=10_000, 1 => 1_i64..=1_000_000_000];
        let rate = prop_oneof![2 => 0_i64..=100_000, 1 => 0_i64..=1_000_000, 1 => Just(1)];
        let repayment = prop_oneof![
            (1_u32..=72).prop_map(Repayment::Term),
            (20_i64..=200).prop_map(|parts| Repayment::Instalment(Money::from_oere(parts)))
        ];
        (principal, rate, 0_i64..=30, 1_u32..=12, repayment).prop_map(|(principal, rate, fee, first, repayment)| {
            let repayment = match repayment {
                Repayment::Instalment(parts) => {
                    Repayment::Instalment(Money::from_oere((principal / parts.oere()).max(1)))
                }
                term => term,
            };
            loan(principal, rate, principal / 1_000 * fee, first, repayment)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

        /// The quick way says what the general search says, or nothing.
        #[test]
        fn the_proof_agrees_with_the_general_search(loan in loans()) {
            if let Some(payments) = payments(&loan, MOST_MONTHS) {
                let found = proved(loan.principal - loan.fee, &payments);
                if payments.len() < 60 && found.is_some() {
                    prop_assert_eq!(found, general(&loan, &payments));
                }
            }
        }

        /// A usual loan does not need the general search.
        #[test]
        fn a_usual_loan_is_proved(principal in 500_000_i64..=5_000_000, rate in 1_000_i64..=200_000, fee in 0_i64..=100_000, term in 1_u32..=120) {
            let loan = loan(principal, rate, fee, 6, Repayment::Term(term));
            let payments = payments(&loan, MOST_MONTHS).expect("it ends");
            prop_assert!(proved(loan.principal - loan.fee, &payments).is_some(), "{:?}", loan);
        }
    }
}
