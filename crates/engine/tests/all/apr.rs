//! ÅOP, the annual percentage rate: published examples, and a scenario's own loan against the definition.

use mikrolaan_engine::case::command::{Command, Options, run};
use num_bigint::BigUint;
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{annuity::level_payment, random};

fn answer(command: Command, document: &Value) -> Value {
    let text = run(command, Options::default(), document.to_string().as_bytes());
    serde_json::from_str(&text.unwrap_or_else(|problems| panic!("{problems:?}"))).expect("JSON")
}

/// An amount and the years after which it falls.
type Flow = (String, String);

/// A published example, as `published_apr.toml` writes it.
#[derive(Deserialize)]
struct Example {
    name: String,
    payouts: Vec<Flow>,
    payments: Vec<Flow>,
    /// Level payments: how many, how much, the years of the first and how many there are a year.
    #[serde(default)]
    level: Vec<(u32, String, String, u32)>,
    percent: String,
}

#[derive(Deserialize)]
struct Source {
    title: String,
    example: Vec<Example>,
}

#[derive(Deserialize)]
struct Published {
    source: Vec<Source>,
}

#[test]
fn published_examples_come_out_as_printed() {
    let published: Published = toml::from_str(include_str!("published_apr.toml")).expect("the examples");
    for Source { title, example } in published.source {
        for Example { name, payouts, payments, level, percent } in example {
            let flow = |(years, amount): &Flow| json!({ "years": years, "amount": amount });
            let level = level.iter().flat_map(|(count, amount, first, a_year)| {
                (0..*count).map(move |later| json!({ "years": format!("{first}+{later}/{a_year}"), "amount": amount }))
            });
            let payments: Vec<Value> = payments.iter().map(flow).chain(level).collect();
            let question = json!({ "payouts": payouts.iter().map(flow).collect::<Vec<_>>(), "payments": payments });
            let found = answer(Command::Apr, &question)["percent"].as_str().expect("a percentage").to_owned();
            assert_eq!(rounded_like(&found, &percent), percent, "{title}, {name}: {found}");
        }
    }
}

/// A percentage with six decimals, rounded to as many as the example prints.
fn rounded_like(found: &str, printed: &str) -> String {
    let decimals = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let millionths: u64 = found.replace('.', "").parse().expect("a number");
    let unit = 10_u64.pow(6 - u32::try_from(decimals).expect("few decimals"));
    let scaled = ((millionths + unit / 2) / unit).to_string();
    let (whole, rest) = scaled.split_at(scaled.len() - decimals);
    format!("{whole}.{rest}")
}

fn case(loan: &Value) -> Value {
    json!({ "format": "mikrolaan-case/1", "as_of": "2026-11", "scenarios": [{
        "start": "2027-01", "months": 12, "course_months": 0, "account_wait_months": 0, "benefit": { "monthly": "9000" },
        "business": { "revenue": { "first_month": "0", "full_month": "0" } }, "loan": loan,
    }] })
}

fn own_apr(loan: &Value) -> Value {
    answer(Command::Simulate, &case(loan))["scenarios"][0]["key_figures"]["loan"]["apr"].clone()
}

#[test]
fn a_scenario_says_what_its_loan_costs() {
    let loan = json!({ "principal": "45000", "repayment": { "instalment": "750" } });
    assert_eq!(own_apr(&loan), "0.000000", "the scheme's own loan costs nothing, beyond the horizon too");
    let loan = json!({ "principal": "10000", "annual_rate": "0.12", "first_instalment_after_months": 1, "repayment": { "term_months": 1 } });
    assert_eq!(own_apr(&loan), "12.682503");
    let loan = json!({ "principal": "10000", "annual_rate": "0.12", "repayment": { "instalment": "100" } });
    assert_eq!(own_apr(&loan), Value::Null, "a plan without an end");
}

#[test]
fn it_stands_at_the_end_of_the_loan_and_nowhere_without_one() {
    let loan = json!({ "principal": "45000", "repayment": { "instalment": "750" } });
    let text = run(Command::Simulate, Options { key_figures_only: true }, case(&loan).to_string().as_bytes());
    assert!(text.expect("a result").contains(r#""repaid_in":null,"apr":"0.000000"}"#));
    assert_eq!(answer(Command::Simulate, &case(&Value::Null))["scenarios"][0]["key_figures"]["loan"], Value::Null);
}

#[test]
fn pauses_do_not_change_it() {
    let loan = json!({ "principal": "40000", "annual_rate": "0.05", "fee": "500", "repayment": { "term_months": 24 } });
    let mut paused = case(&loan);
    paused["scenarios"][0]["business"]["closes"] = json!("2027-03");
    let simulated = answer(Command::Simulate, &paused);
    assert_eq!(simulated["scenarios"][0]["months"][4]["loan"]["paused"], true);
    assert_eq!(simulated["scenarios"][0]["key_figures"]["loan"]["apr"], own_apr(&loan));
}

#[test]
fn a_time_is_a_hundred_years_at_most_and_a_plain_number_or_fraction() {
    let asked = |years: &str| {
        let document =
            json!({ "payouts": [{ "years": "0", "amount": "1" }], "payments": [{ "years": years, "amount": "2" }] });
        run(Command::Apr, Options::default(), document.to_string().as_bytes())
    };
    let long = |length: usize| format!("0.{}", "0".repeat(length - 3) + "1");
    for accepted in ["0.5", "100", "100.00", "99+1", "1/12+3/365", "1200/12", "007", &long(200)] {
        assert!(asked(accepted).is_ok(), "{accepted}");
    }
    let refused = [
        ("100.01", "out_of_range"),
        ("1201/12", "out_of_range"),
        ("99+1/1+0.01", "out_of_range"),
        (&long(201), "not_a_number"),
        ("", "not_a_number"),
        ("+1", "not_a_number"),
        ("-1", "not_a_number"),
        ("1+", "not_a_number"),
        ("1/0", "not_a_number"),
        ("1/-2", "not_a_number"),
        ("1.", "not_a_number"),
        (".5", "not_a_number"),
        ("1.+5", "not_a_number"),
        ("1.5/2", "not_a_number"),
        ("1e1", "not_a_number"),
        ("½", "not_a_number"),
    ];
    for (years, code) in refused {
        let problems = asked(years).expect_err(years);
        let found: Vec<(&str, &str)> = problems.iter().map(|it| (it.code.id(), it.path.as_str())).collect();
        assert_eq!(found, [(code, "payments[0].years")], "{years:?}");
    }
}

/// How many binary places the check works with.
const PLACES: u32 = 192;

/// (1 + n·10⁻⁸/2)^(−1/12) by bisection, from below, in units of 2⁻ᴾᴸᴬᶜᴱˢ.
fn discount(half_units: u64) -> BigUint {
    let year = BigUint::from(200_000_000 + half_units);
    let one = BigUint::from(1_u32) << PLACES;
    let limit = (BigUint::from(200_000_000_u64) << (12 * PLACES)) / year;
    let (mut low, mut high) = (BigUint::ZERO, one);
    while &high - &low > BigUint::from(1_u32) {
        let middle: BigUint = (&low + &high) >> 1_u32;
        if middle.pow(12) <= limit { low = middle } else { high = middle }
    }
    low
}

/// The payments of a loan, worked out from the specification's words: level payments at a rate above
/// zero, or equal instalments.
fn plan(principal: u64, millionths: u64, first: u32, repayment: (bool, u64)) -> Vec<u64> {
    let (mut owed, mut paid, mut level) = (principal, Vec::new(), None);
    let (is_term, number) = repayment;
    for month in 1..=1_200 {
        let interest = (owed * millionths * 2 + 12_000_000) / 24_000_000;
        let instalment = match (month < first, is_term) {
            (true, _) => 0,
            (false, false) => number.min(owed + interest),
            (false, true) if u64::from(month - first) + 1 == number => owed + interest,
            (false, true) => {
                (*level.get_or_insert_with(|| level_payment(owed, millionths, number as u32))).min(owed + interest)
            }
        };
        owed = owed + interest - instalment;
        paid.push(instalment);
        if owed == 0 {
            break;
        }
    }
    paid
}

/// What the payments are worth at a rate, less what was received: is it below zero?
fn is_worth_less(received: u64, payments: &[u64], half_units: u64) -> bool {
    let discount = discount(half_units);
    let (mut power, mut worth) = (BigUint::from(1_u32) << PLACES, BigUint::ZERO);
    for &payment in payments {
        power = (power * &discount) >> PLACES;
        worth += &power * payment;
    }
    worth < BigUint::from(received) << PLACES
}

fn kroner(oere: u64) -> String {
    format!("{}.{:02}", oere / 100, oere % 100)
}

proptest! {
    #![proptest_config(random(48))]

    /// Half a unit less and the payments are worth more than what was received; half a unit more and they
    /// are worth less: every decimal is right.
    #[test]
    fn all_six_decimals_are_right(
        principal in 100_000_u64..=6_000_000, rate in prop_oneof![1_u64..=100_000, 1_u64..=1_000_000],
        fee in 0_u64..=50_000, first in 1_u32..=12, is_term in any::<bool>(), term in 1_u64..=72,
    ) {
        let rate = rate.min(if is_term { 1_000_000 } else { 150_000 });
        let instalment = principal / term + principal / 50;
        let repayment = if is_term { json!({ "term_months": term }) } else { json!({ "instalment": kroner(instalment) }) };
        let loan = json!({
            "principal": kroner(principal), "annual_rate": format!("0.{rate:06}").replace("0.1000000", "1.000000"),
            "fee": kroner(fee), "first_instalment_after_months": first, "repayment": repayment,
        });
        let payments = plan(principal, rate, first, (is_term, if is_term { term } else { instalment }));
        let found = own_apr(&loan);
        let units: u64 = found.as_str().expect("a rate").replace('.', "").parse().expect("a number");
        let received = principal - fee;
        if units == 0 && payments.iter().sum::<u64>() == received {
            return Ok(());
        }
        prop_assert!(is_worth_less(received, &payments, 2 * units + 1), "{found} is too low: {loan}");
        prop_assert!(units == 0 || !is_worth_less(received, &payments, 2 * units - 1), "{found} is too high: {loan}");
    }
}
