//! The annual percentage rate against published examples, and where its roots are hard to tell.

use mikrolaan_apr::{Flow, Years, annual_percentage_rate};
use num_bigint::BigInt;

fn flow(kroner: &str, numerator: i64, denominator: i64) -> Flow {
    let years = Years::new(BigInt::from(numerator), BigInt::from(denominator)).expect("a time");
    Flow { amount: oere(kroner), years }
}

/// `1464.1` is 146,410.
fn oere(kroner: &str) -> i64 {
    let (whole, decimals) = kroner.split_once('.').unwrap_or((kroner, ""));
    format!("{whole}{decimals:0<2}").parse().expect("an amount")
}

/// The rate with its six decimals.
fn percent(payouts: &[Flow], payments: &[Flow]) -> Option<String> {
    let millionths = annual_percentage_rate(payouts, payments)?;
    let (sign, size) = (if millionths < 0 { "-" } else { "" }, millionths.unsigned_abs());
    Some(format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000))
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

/// The flows whose sum is these amounts at 0, 1, 2 … years.
fn yearly(kroner: &[&str]) -> (Vec<Flow>, Vec<Flow>) {
    let flows = (0..)
        .zip(kroner)
        .map(|(year, amount)| (amount.starts_with('-'), flow(amount.trim_start_matches('-'), year, 1)));
    let (payments, payouts): (Vec<_>, Vec<_>) = flows.partition(|(is_payment, _)| *is_payment);
    let all = |flows: Vec<(bool, Flow)>| flows.into_iter().map(|(_, flow)| flow).collect();
    (all(payouts), all(payments))
}

#[test]
fn however_flat_the_sum_lies_on_its_root() {
    // 1,000 × (1 − 1.1 v)³, then to the fourth, and 100 × (1 − 2 v)⁸.
    let powers: [(&[&str], &str); 3] = [
        (&["1000", "-3300", "3630", "-1331"], "10.000000"),
        (&["1000", "-4400", "7260", "-5324", "1464.1"], "10.000000"),
        (&["100", "-1600", "11200", "-44800", "112000", "-179200", "179200", "-102400", "25600"], "100.000000"),
    ];
    for (kroner, expected) in powers {
        let (payouts, payments) = yearly(kroner);
        assert_eq!(percent(&payouts, &payments).as_deref(), Some(expected), "{kroner:?}");
    }
    // In half years, where the order of the times is not that of their numerators alone: 1.1² − 1.
    let half_years =
        |flows: &[(&str, i64, i64)]| -> Vec<Flow> { flows.iter().map(|&(k, n, d)| flow(k, n, d)).collect() };
    let payouts = half_years(&[("3630", 1, 1), ("1000", 0, 1)]);
    let payments = half_years(&[("1331", 3, 2), ("3300", 2, 4)]);
    assert_eq!(percent(&payouts, &payments).as_deref(), Some("21.000000"));
    // A flat root that is not the nearest: 100 × (1 − 1.05 v) × (1 − 1.5 v)².
    let (payouts, payments) = yearly(&["100", "-405", "540", "-236.25"]);
    assert_eq!(percent(&payouts, &payments).as_deref(), Some("5.000000"));
    // Up, down and up again before it: 10,000 × (1 − 0.85 v) × (1 − 1.1 v) × (1 − 1.12 v).
    let (payouts, payments) = yearly(&["10000", "-30700", "31190", "-10472"]);
    assert_eq!(percent(&payouts, &payments).as_deref(), Some("10.000000"));
    // Almost flat, and no root: 1,000 × ((1 − 1.1 v)² + 0.0001 v²).
    let (payouts, payments) = yearly(&["1000", "-2200", "1210.1"]);
    assert_eq!(percent(&payouts, &payments), None);
}

#[test]
fn the_ends_of_the_search() {
    // 10,000 is a solution, −0.9999 is none; beyond either nothing is looked for.
    assert_eq!(percent(&[flow("1", 0, 1)], &[flow("10001", 1, 1)]).as_deref(), Some("1000000.000000"));
    assert_eq!(percent(&[flow("1", 0, 1)], &[flow("10001.01", 1, 1)]), None);
    assert_eq!(percent(&[flow("10000", 0, 1)], &[flow("1", 1, 1)]), None);
    assert_eq!(percent(&[flow("10000", 0, 1)], &[flow("1.01", 1, 1)]).as_deref(), Some("-99.989900"));
    // Closer to −0.9999 than six decimals show, and still a solution.
    let nearly = [flow("1000", 1, 1), flow("0.01", 1, 365)];
    assert_eq!(percent(&[flow("10000000", 0, 1)], &nearly).as_deref(), Some("-99.990000"));
    // Roots at −0.9999, which is none, and at 2: 10,000 × (1 − 0.0001 v) × (1 − 3 v).
    let (payouts, payments) = yearly(&["10000", "-30001", "3"]);
    assert_eq!(percent(&payouts, &payments).as_deref(), Some("200.000000"));
}

#[test]
fn only_what_lies_between_the_flows_counts() {
    // The same a hundred years later, where at 5,000 a krone is worth 10⁻³⁶⁶.
    assert_eq!(percent(&[flow("100", 99, 1)], &[flow("500100", 100, 1)]).as_deref(), Some("500000.000000"));
    assert_eq!(percent(&[flow("500100", 99, 1)], &[flow("100", 100, 1)]).as_deref(), Some("-99.980004"));
    // What is paid out and paid back at once is no loan, before the loan or beside it.
    let payouts = [flow("70", 0, 1), flow("100", 99, 1)];
    assert_eq!(percent(&payouts, &[flow("70", 0, 1), flow("500100", 100, 1)]).as_deref(), Some("500000.000000"));
    let same_time = [flow("30", 1, 2), flow("100", 0, 1)];
    assert_eq!(percent(&same_time, &[flow("30", 2, 4), flow("105", 12, 12)]).as_deref(), Some("5.000000"));
}

#[test]
fn of_a_root_below_and_one_above_the_nearer_and_of_two_as_near_the_one_above() {
    // 100 × (1 − (1+X) v) × (1 − (1+Y) v)
    let pairs: [(&[&str], &str); 7] = [
        (&["100", "-210", "108"], "-10.000000"), // −10 and 20
        (&["100", "-190", "88"], "10.000000"),   // −20 and 10
        (&["100", "-200", "99"], "10.000000"),   // −10 and 10, and so on
        (&["10000", "-20000", "9999"], "1.000000"),
        (&["10000", "-20000", "9975"], "5.000000"),
        (&["100", "-200", "75"], "50.000000"),
        (&["100", "-200", "19"], "90.000000"),
    ];
    for (kroner, expected) in pairs {
        let (payouts, payments) = yearly(kroner);
        assert_eq!(percent(&payouts, &payments).as_deref(), Some(expected), "{kroner:?}");
    }
}

#[test]
fn when_it_all_begins_does_not_matter_nor_in_which_order_it_is_told() {
    // Later by thirds, sevenths and months, in times that have no denominator in common.
    for (numerator, denominator) in [(0, 1), (1, 3), (5, 7), (13, 12), (99, 100)] {
        let at = |kroner: &str, n: i64, d: i64| flow(kroner, n * denominator + numerator * d, d * denominator);
        let mut payments = vec![at("272", 1, 4), at("272", 1, 2), at("544", 6, 6)];
        let found = percent(&[at("1000", 0, 1)], &payments);
        assert_eq!(found.as_deref(), Some("13.185495"), "{numerator}/{denominator}");
        payments.reverse();
        assert_eq!(percent(&[at("400", 0, 3), at("600", 0, 5)], &payments), found);
    }
    assert_eq!(percent(&[flow("100", 1, 3)], &[flow("105", 8, 6)]).as_deref(), Some("5.000000"));
}

#[test]
fn a_year_of_monthly_payments() {
    let payments: Vec<Flow> = (1..=12).map(|month| Flow { amount: 9_000, years: Years::months(month) }).collect();
    let solved = percent(&[flow("1000", 0, 1)], &payments);
    assert_eq!(solved.as_deref(), Some("15.448936"));
}
