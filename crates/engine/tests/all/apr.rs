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
    let text = run(
        Command::Simulate,
        Options { key_figures_only: true, ..Options::default() },
        case(&loan).to_string().as_bytes(),
    );
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

/// Flows of whole kroner that follow each other month by month, payouts where the sign is above zero.
fn monthly(amounts: &[i64]) -> Value {
    in_oere(&amounts.iter().map(|kroner| kroner * 100).collect::<Vec<_>>(), 12)
}

fn refusal(question: &Value) -> Vec<(String, String, Option<String>)> {
    let problems = run(Command::Apr, Options::default(), question.to_string().as_bytes()).expect_err("too much");
    problems.into_iter().map(|it| (it.code.id().to_owned(), it.path, it.max)).collect()
}

#[test]
fn two_thousand_flows_at_most_and_a_hundred_changes_of_sign() {
    let level = |months: usize| [vec![i64::try_from(months).expect("months")], vec![-1; months]].concat();
    let out_of_range = |path: &str, max: &str| vec![("out_of_range".to_owned(), path.to_owned(), Some(max.to_owned()))];
    let question = |flows: usize| {
        let at_once = vec![json!({ "years": "1", "amount": 1 }); flows - 1];
        json!({ "payouts": [{ "years": "0", "amount": flows - 1 }], "payments": at_once })
    };
    assert_eq!(answer(Command::Apr, &question(2_000))["percent"], "0.000000");
    assert_eq!(refusal(&question(2_001)), out_of_range("", "2000"));
    assert_eq!(refusal(&question(2_002)), out_of_range("payments", "2000"));
    assert_eq!(answer(Command::Apr, &monthly(&level(1_199)))["percent"], "0.000000");

    let alternating = |flows: i64| (0..flows).map(|month| if month % 2 == 0 { 100 } else { -90 }).collect::<Vec<_>>();
    assert_eq!(answer(Command::Apr, &monthly(&alternating(101)))["percent"], Value::Null);
    assert_eq!(refusal(&monthly(&alternating(102))), out_of_range("", "100"));
    assert_eq!(refusal(&monthly(&alternating(201))), out_of_range("", "100"));
    // What falls at one time is one flow; what comes to nothing is none; the order written does not matter.
    let mut same_time = monthly(&alternating(102));
    same_time["payouts"][0]["years"] = json!("1/12");
    answer(Command::Apr, &same_time);
    let mut reversed = monthly(&alternating(102));
    reversed["payouts"].as_array_mut().expect("payouts").reverse();
    assert_eq!(refusal(&reversed), out_of_range("", "100"));
}

#[test]
fn many_roots_and_the_nearest_of_them() {
    // Σ of (1 − 1.1 v)(1 − 1.2 v) … at yearly times, in whole kroner; the last has no root at 10 %.
    let products: [(&[i64], Option<&str>); 4] = [
        (&[100, -230, 132], Some("10.000000")),
        (&[1_000, -3_600, 4_310, -1_716], Some("10.000000")),
        (&[10_000, -49_000, 89_900, -73_190, 22_308], Some("10.000000")),
        (&[100, -230, 133], None),
    ];
    for (amounts, percent) in products {
        let (mut question, names) = (json!({ "payouts": [], "payments": [] }), ["payouts", "payments"]);
        for (year, amount) in amounts.iter().enumerate() {
            let flow = json!({ "years": year.to_string(), "amount": amount.abs() });
            question[names[usize::from(*amount < 0)]].as_array_mut().expect("flows").push(flow);
        }
        assert_eq!(answer(Command::Apr, &question)["percent"].as_str(), percent, "{amounts:?}");
    }
}

/// The coefficients of (a − b x)ⁿ.
fn power(a: i64, b: i64, n: u32) -> Vec<i64> {
    (0..n).fold(vec![1], |product, _| times(&product, &[a, -b]))
}

/// The coefficients of a product.
fn times(one: &[i64], other: &[i64]) -> Vec<i64> {
    let mut product = vec![0; one.len() + other.len() - 1];
    for (i, a) in one.iter().enumerate() {
        for (j, b) in other.iter().enumerate() {
            product[i + j] += a * b;
        }
    }
    product
}

/// Flows of so many øre, so many times a year.
fn in_oere(amounts: &[i64], a_year: u32) -> Value {
    let flow = |(number, amount): (usize, &i64)| json!({ "years": format!("{number}/{a_year}"), "amount": format!("{}.{:02}", amount.abs() / 100, amount.abs() % 100) });
    let flows = |of_sign: fn(i64) -> bool| {
        amounts.iter().enumerate().filter(|(_, amount)| of_sign(**amount)).map(flow).collect::<Vec<_>>()
    };
    json!({ "payouts": flows(|amount| amount > 0), "payments": flows(|amount| amount < 0) })
}

#[test]
fn roots_as_flat_and_as_near_as_amounts_can_make_them() {
    let spread = |amounts: &[i64]| times(amounts, &[1; 100]);
    let found = |amounts: &[i64], a_year| answer(Command::Apr, &in_oere(amounts, a_year))["percent"].clone();
    // 2² − 1, nineteen times over; and many flows of which six, four and two times (11/10)¹² − 1 makes zero.
    assert_eq!(found(&power(1, 2, 19), 2), "300.000000");
    for flat in [6, 4, 2] {
        assert_eq!(found(&spread(&power(10, 11, flat)), 12), "213.842838", "{flat}");
    }
    // Two flat roots; two roots close by; and almost a root, which an øre more makes none.
    assert_eq!(found(&spread(&times(&power(10, 11, 3), &power(5, 6, 4))), 12), "213.842838");
    assert_eq!(found(&spread(&times(&power(1_000, 1_001, 1), &power(500, 501, 1))), 12), "1.206622");
    let mut almost = spread(&power(100, 101, 2));
    assert_eq!(found(&almost, 12), "12.682503");
    almost[50] += 1;
    assert_eq!(found(&almost, 12), Value::Null);
}

/// What the flows come to at u = ln(1+X), in floating point, and how large their parts are together.
fn worth(amounts: &[i64], u: f64) -> (f64, f64) {
    let parts = (0_u32..).zip(amounts).map(|(month, &amount)| amount as f64 * (-u * f64::from(month) / 12.0).exp());
    parts.fold((0.0, 0.0), |(sum, size), part| (sum + part, size + part.abs()))
}

/// Is the sum above zero? `None` where floating point cannot tell it from zero.
fn certain_sign(amounts: &[i64], u: f64) -> Option<bool> {
    let (sum, size) = worth(amounts, u);
    (sum.abs() > 1e-9 * size).then_some(sum > 0.0)
}

proptest! {
    #![proptest_config(random(60))]

    /// Flows that change their sign up to a hundred times: at what is found the sum is zero, and on the way there,
    /// on both sides of zero, it has the sign it has at zero.
    #[test]
    fn however_often_the_flows_change_their_sign(amounts in prop::collection::vec(-1_000_i64..=1_000, 2..101)) {
        let total: i64 = amounts.iter().sum();
        prop_assume!(total != 0 && amounts.iter().any(|&amount| amount > 0));
        let found = answer(Command::Apr, &monthly(&amounts))["percent"].as_str().map(str::to_owned);
        let (least, greatest) = ((1e-4_f64).ln(), (10_001_f64).ln());
        let percent: Option<f64> = found.map(|percent| percent.parse().expect("a number"));
        let (from, to) = match percent {
            Some(percent) => {
                let far = (percent / 100.0).abs();
                let before = |x: f64| certain_sign(&amounts, (x - 5.1e-9).ln_1p());
                let after = |x: f64| certain_sign(&amounts, (x + 5.1e-9).ln_1p());
                let (before, after) = (before(percent / 100.0), after(percent / 100.0));
                prop_assert!(before.is_none() || after.is_none() || before != after, "no root at {percent}");
                ((-far).max(1e-4 - 1.0).ln_1p(), far.ln_1p())
            }
            None => (least, greatest),
        };
        for step in 1..2_000 {
            let part = f64::from(step) / 2_000.0;
            for u in [from * part, to * part] {
                prop_assert!(certain_sign(&amounts, u) != Some(total < 0), "a nearer root than {percent:?} before {u}");
            }
        }
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
