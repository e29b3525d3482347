//! A loan that is paid back month by month.
//!
//! One amount is paid out and equal months of payments follow, so there is one root and it is above
//! zero: that is found by Newton's method in whole numbers of 2⁻⁶⁴, and then proved. The monthly
//! discount v lies between two neighbouring numbers for which the sign of the difference is certain,
//! rounded against us; when the percentage is the same at both ends, to six decimals, it is the
//! percentage. Where the ends disagree – a root that close to a half – the general search decides.

use super::{Flow, Years, annual_percentage_rate};

/// The annual percentage rate, in millionths of a percent, of what is received at once and the payments of the
/// months after it; `None` when nothing is received or no rate makes the two sides equal.
#[must_use]
pub fn of_monthly_payments(received: i64, payments: &[i64]) -> Option<i64> {
    let paid: i128 = payments.iter().copied().map(i128::from).sum();
    if paid == i128::from(received) {
        return Some(0);
    }
    if received <= 0 {
        return None;
    }
    proved(received, payments).or_else(|| general(received, payments))
}

/// The same by the search that knows any flows.
fn general(received: i64, payments: &[i64]) -> Option<i64> {
    let flow = |amount, months| Flow { amount, years: Years::months(months) };
    let payments: Vec<Flow> = (1..).zip(payments).map(|(month, &amount)| flow(amount, month)).collect();
    annual_percentage_rate(&[flow(received, 0)], &payments)
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
fn proved(received: i64, payments: &[i64]) -> Option<i64> {
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
fn percent(discount: u64, rounding: Rounding) -> Option<i64> {
    let year = powers(discount, rounding).nth(11)?;
    let halves = ((2 * UNITS) << 64).checked_div(u128::from(year))?;
    let nearest = halves.div_ceil(2).checked_sub(UNITS)?;
    i64::try_from(nearest).ok()
}

/// What was received, and the payments of the months after.
struct Payments {
    received: u128,
    payments: Vec<u64>,
}

impl Payments {
    /// `None` where a sum could overflow.
    fn of(received: i64, payments: &[i64]) -> Option<Self> {
        let whole = |amount: i64| u64::try_from(amount).ok();
        let payments = payments.iter().map(|&payment| whole(payment)).collect::<Option<Vec<u64>>>()?;
        let received = u128::from(whole(received)?);
        let moments = (1..).zip(&payments).map(|(month, &payment)| wide(month, payment));
        let fits = moments.fold(received, u128::saturating_add) < LARGEST_MOMENT;
        fits.then_some(Payments { received, payments })
    }

    /// What the payments are worth at the payout, in units of 2⁻⁶⁴ of theirs.
    fn worth(&self, discount: u64, rounding: Rounding) -> u128 {
        self.payments.iter().zip(powers(discount, rounding)).map(|(&payment, power)| wide(payment, power)).sum()
    }

    /// How fast the worth grows with the discount.
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
    fn proved_within(&self, near: u64, reach: u64) -> Option<i64> {
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

    use super::{Payments, general, of_monthly_payments, proved};

    #[test]
    fn what_costs_nothing_and_what_nobody_receives() {
        assert_eq!(of_monthly_payments(100, &[60, 40]), Some(0));
        assert_eq!(of_monthly_payments(0, &[1]), None);
        assert_eq!(of_monthly_payments(-1, &[1]), None);
        // 99.99 of 100 as a fee, back within a month: far above 10,000.
        assert_eq!(of_monthly_payments(1, &[10_000]), None);
        // 1.01¹² − 1
        assert_eq!(of_monthly_payments(1_000_000, &[1_010_000]), Some(12_682_503));
    }

    #[test]
    fn nothing_is_proved_where_the_root_is_not_or_the_ends_disagree() {
        let payments = [0, 0, 0, 0, 0, 0].into_iter().chain([107_000; 40]).collect::<Vec<i64>>();
        let plan = Payments::of(3_950_000, &payments).expect("small amounts");
        let near = plan.root().expect("a root");
        assert_eq!(plan.proved_within(near, 1 << 10), proved(3_950_000, &payments));
        assert!(proved(3_950_000, &payments).is_some());
        assert_eq!(plan.proved_within(near - (1 << 20), 1 << 10), None);
        assert_eq!(plan.proved_within(near + (1 << 20), 1 << 10), None);
        assert_eq!(plan.proved_within(near, 1 << 50), None);
    }

    #[test]
    fn amounts_too_large_for_the_proof_are_left_to_the_general_search() {
        assert!(Payments::of(i64::MAX, &[1]).is_none());
        assert!(Payments::of(1, &[i64::MAX]).is_none());
        assert!(Payments::of(-1, &[1]).is_none());
        assert!(Payments::of(1 << 58, &[1 << 58; 2]).is_none(), "2⁶⁰ exactly");
        assert!(Payments::of(1 << 57, &[1 << 57; 2]).is_some());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

        /// The quick way says what the general search says, or nothing.
        #[test]
        fn the_proof_agrees_with_the_general_search(
            received in 1_i64..=1_000_000_000,
            cost in 0_i64..=900,
            wait in 0_usize..=12,
            months in 1_usize..=46,
        ) {
            let each = (received + received / 1_000 * cost) / i64::try_from(months).expect("small") + 1;
            let payments: Vec<i64> = vec![0; wait].into_iter().chain(vec![each; months]).collect();
            if let Some(found) = proved(received, &payments) {
                prop_assert_eq!(Some(found), general(received, &payments));
            }
        }
    }
}
