//! The annual percentage rate against published examples, goal seek and sensitivity against plain simulations.

use super::apr::{Flow, Years, apr};
use crate::quantity::Money;
use num_bigint::BigInt;

fn flow(kroner: &str, numerator: i64, denominator: i64) -> Flow {
    let years = Years::new(BigInt::from(numerator), BigInt::from(denominator)).expect("a time");
    Flow { amount: Money::parse(kroner).expect("an amount"), years }
}

fn percent(payouts: &[Flow], payments: &[Flow]) -> Option<String> {
    apr(payouts, payments).map(|percent| percent.to_string())
}

#[test]
fn one_payout_one_payment() {
    // Directive 98/7/EC, annex III, first example: 1,000 and 1,200 after 546 days: 12.96 %.
    assert_eq!(percent(&[flow("1000", 0, 1)], &[flow("1200", 546, 365)]).as_deref(), Some("12.962038"));
    assert_eq!(percent(&[flow("100", 0, 1)], &[flow("105", 1, 1)]).as_deref(), Some("5.000000"));
    assert_eq!(percent(&[flow("100", 0, 1)], &[flow("95", 1, 1)]).as_deref(), Some("-5.000000"));
}

#[test]
fn zero_cost_is_exactly_zero_and_nothing_is_none() {
    assert_eq!(percent(&[flow("100", 0, 1)], &[flow("40", 1, 2), flow("60", 1, 1)]).as_deref(), Some("0.000000"));
    assert_eq!(percent(&[], &[flow("40", 1, 2)]), None);
    assert_eq!(percent(&[flow("100", 0, 1)], &[]), None);
    assert_eq!(percent(&[flow("100", 0, 1)], &[flow("101", 0, 1)]), None);
}

#[test]
fn half_a_unit_goes_up() {
    // X = 5·10⁻⁹ exactly: 0.0000005 %.
    let percent = percent(&[flow("2000000", 0, 1)], &[flow("2000000.01", 1, 1)]);
    assert_eq!(percent.as_deref(), Some("0.000001"));
}

#[test]
fn of_several_roots_the_nearest_to_zero() {
    // 100 paid out, 230 paid back after a year, 132 paid out after two: roots at 10 % and 20 %.
    let payouts = [flow("100", 0, 1), flow("132", 2, 1)];
    assert_eq!(percent(&payouts, &[flow("230", 1, 1)]).as_deref(), Some("10.000000"));
    // A root the sum only touches: (1+X)² − 2·1.1·(1+X) + 1.21.
    let touching = [flow("100", 0, 1), flow("121", 2, 1)];
    assert_eq!(percent(&touching, &[flow("220", 1, 1)]).as_deref(), Some("10.000000"));
}

#[test]
fn a_year_of_monthly_payments() {
    let payments: Vec<Flow> =
        (1..=12).map(|month| Flow { amount: Money::from_kroner(90), years: Years::months(month) }).collect();
    let solved = percent(&[flow("1000", 0, 1)], &payments);
    assert_eq!(solved.as_deref(), Some("15.448936"));
}
