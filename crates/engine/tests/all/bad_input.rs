//! Whatever bytes come in: a result, or every error with its place, its kind and what is allowed.

use std::collections::BTreeSet;

use mikrolaan_engine::case::command::{Command, Options, run};
use mikrolaan_engine::case::{ErrorCode, LARGEST_FILE, Problem};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{random, random_case, whole_case::whole_case};

fn check(document: &[u8]) -> Result<String, Vec<Problem>> {
    run(Command::Check, Options::default(), document)
}

/// Each error as its code and path.
fn errors(document: &str) -> Vec<String> {
    let problems = check(document.as_bytes()).expect_err("the document is refused");
    problems.iter().map(|problem| format!("{} {}", problem.code.id(), problem.path)).collect()
}

/// The whole case as text, with `raw` JSON at a path such as `scenarios[0].loan.principal`.
fn spoiled(path: &str, raw: &str) -> String {
    let mut case = whole_case();
    *at(&mut case, path) = Value::from("the place");
    case.to_string().replacen("\"the place\"", raw, 1)
}

/// The whole case without what stands at a path.
fn lacking(path: &str) -> String {
    let mut case = whole_case();
    let (parent, key) = path.rsplit_once('.').unwrap_or(("", path));
    at(&mut case, parent).as_object_mut().expect("an object").remove(key).expect("a key of the whole case");
    case.to_string()
}

fn at<'v>(case: &'v mut Value, path: &str) -> &'v mut Value {
    path.split(['.', '[', ']']).filter(|step| !step.is_empty()).fold(case, |value, step| match step.parse::<usize>() {
        Ok(index) => &mut value[index],
        Err(_) => &mut value[step],
    })
}

/// The one error of the whole case spoiled at a path.
fn only_error(path: &str, raw: &str) -> Problem {
    let mut problems = check(spoiled(path, raw).as_bytes()).expect_err(&format!("{path} = {raw} is refused"));
    assert_eq!(problems.len(), 1, "{path} = {raw}: {problems:?}");
    problems.remove(0)
}

#[test]
fn the_whole_case_is_valid() {
    assert_eq!(check(whole_case().to_string().as_bytes()), Ok(r#"{"valid":true}"#.to_owned()));
}

#[test]
fn what_is_not_json_is_refused_as_a_whole() {
    let bom = format!("\u{feff}{}", whole_case());
    let documents: [&[u8]; 22] = [
        b"",
        b" ",
        b"\n",
        b"{",
        b"}",
        b"tru",
        b"nul",
        b"NaN",
        b"{\"a\":NaN}",
        b"{\"a\":Infinity}",
        b"{'a':1}",
        b"{\"a\":01}",
        b"{\"a\":1.}",
        b"{\"a\":+1}",
        b"{\"a\":1,}",
        b"[1 2]",
        b"{\"a\":\"\t\"}",
        b"{} {}",
        b"\xff\xfe",
        b"{\"a\":\"\xc3\x28\"}",
        b"{\"a\":\"\\ud800\"}",
        bom.as_bytes(),
    ];
    for document in documents {
        let problems = check(document).expect_err("not JSON");
        let place = String::from_utf8_lossy(document);
        assert_eq!(problems.len(), 1, "{place}");
        assert_eq!((problems[0].code, problems[0].path.as_str()), (ErrorCode::NotJson, ""), "{place}");
    }
}

#[test]
fn json_that_is_no_object_is_of_the_wrong_type() {
    for document in ["[]", "null", "3", "-1.5e300", "\"x\"", "true"] {
        assert_eq!(errors(document), ["wrong_type "], "{document}");
    }
}

#[test]
fn a_hundred_levels_are_deep_enough() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(errors(&nested(100)), ["wrong_type "]);
    assert_eq!(errors(&nested(101)), ["not_json "]);
    assert_eq!(errors(&"[".repeat(500_000)), ["not_json "]);
    // Brackets inside a string are no levels.
    let name = format!("\"{}\"", "[".repeat(60));
    let twice = spoiled("scenarios[0].name", &name).replacen("\"Efter satserne\"", &name, 1);
    assert!(twice.matches('[').count() > 120 && check(twice.as_bytes()).is_ok());
    // Nor between quotes that are escaped.
    let quoted = format!(r#""\"{}\"""#, "[".repeat(55));
    let twice = spoiled("scenarios[0].name", &quoted).replacen("\"Efter satserne\"", &quoted, 1);
    assert!(twice.matches('[').count() > 110 && check(twice.as_bytes()).is_ok(), "{twice}");
    // Closing brackets inside a string close nothing.
    let closing = |depth: usize| format!("{}0{}", "[\"]\",".repeat(depth), "]".repeat(depth));
    assert_eq!(errors(&closing(100)), ["wrong_type "]);
    assert_eq!(errors(&closing(101)), ["not_json "]);
}

#[test]
fn a_wrong_type_says_what_was_read() {
    let kinds = [
        ("null", "read null,"),
        ("true", "read true or false,"),
        ("1.5", "read 1.5,"),
        ("\"3\"", "read a string,"),
        ("[3]", "read a list,"),
        ("{}", "read an object,"),
    ];
    for (raw, said) in kinds {
        let problem = only_error("scenarios[0].months", raw);
        assert!(problem.code == ErrorCode::WrongType && problem.message.starts_with(said), "{raw}: {problem:?}");
    }
    assert!(only_error("scenarios[0].name", "3").message.starts_with("read a number,"));
    // An amount with decimals is the mistake to expect: how to write it is said.
    let amount = only_error("scenarios[0].household.savings", "12.5").message;
    assert!(amount.contains("12.5") && amount.contains("as a string"), "{amount}");
}

#[test]
fn what_the_answers_lack_for_the_benefit_is_said_beside_every_other_error() {
    let found = |as_of: &str, answers: &str| {
        errors(&format!(
            r#"{{"format":"mikrolaan-case/1","as_of":{as_of},"answers":{answers},"scenarios":[{{"start":"2027-01"}}]}}"#
        ))
    };
    let jobparat = r#"{"support":"kontanthjaelp_jobparat"}"#;
    assert_eq!(found("\"2026-11\"", jobparat), ["missing scenarios[0].benefit.profile.age"]);
    assert_eq!(found("7", jobparat), ["wrong_type as_of", "missing scenarios[0].benefit.profile.age"]);
    // An answer that cannot be read is not said to be missing as well; one that is not needed for it hides nothing.
    assert_eq!(
        found("7", r#"{"age":"x","support":"kontanthjaelp_jobparat"}"#),
        ["wrong_type as_of", "wrong_type answers.age"]
    );
    assert_eq!(
        found("7", r#"{"age":"x","support":"sygedagpenge"}"#),
        ["wrong_type as_of", "wrong_type answers.age", "missing scenarios[0].benefit"]
    );
}

#[test]
fn one_mebibyte_is_enough() {
    let case = whole_case().to_string();
    let padded = |length: usize| format!("{case}{}", " ".repeat(length - case.len()));
    assert!(check(padded(LARGEST_FILE).as_bytes()).is_ok());
    assert_eq!(errors(&padded(LARGEST_FILE + 1)), ["too_large "]);
    assert_eq!(errors(&" ".repeat(2 * LARGEST_FILE)), ["too_large "]);
    // The largest one that is wrong is told what is wrong in it.
    let wrong = spoiled("answers.age", "200");
    let largest = format!("{wrong}{}", " ".repeat(LARGEST_FILE - wrong.len()));
    assert_eq!(errors(&largest), ["out_of_range answers.age"]);
    let problems = check(&vec![0xff; 2 * LARGEST_FILE]).expect_err("too large");
    assert_eq!(problems[0].code, ErrorCode::TooLarge);
}

/// Where, what is written there, and the code.
const WRONG_VALUES: &[(&str, &str, &str)] = &[
    ("format", "\"mikrolaan-case/2\"", "unsupported_format"),
    ("format", "\"\"", "unsupported_format"),
    ("format", "1", "wrong_type"),
    ("format", "null", "wrong_type"),
    ("as_of", "\"2027-13\"", "not_a_month"),
    ("as_of", "\"2027-00\"", "not_a_month"),
    ("as_of", "\"2027-1\"", "not_a_month"),
    ("as_of", "\"2027-01-01\"", "not_a_month"),
    ("as_of", "\"２０２７-01\"", "not_a_month"),
    ("as_of", "\"\"", "not_a_month"),
    ("as_of", "202701", "wrong_type"),
    ("as_of", "null", "wrong_type"),
    ("scheme", "\"måneloven\"", "unknown_value"),
    ("scheme", "\"Viderefoert\"", "unknown_value"),
    ("scheme", "null", "wrong_type"),
    ("answers", "null", "wrong_type"),
    ("answers", "[]", "wrong_type"),
    ("answers.age", "\"34\"", "wrong_type"),
    ("answers.age", "34.0", "wrong_type"),
    ("answers.age", "1e400", "wrong_type"),
    ("answers.age", "1E1", "wrong_type"),
    ("answers.age", "null", "wrong_type"),
    ("answers.age", "true", "wrong_type"),
    ("answers.single", "\"yes\"", "wrong_type"),
    ("answers.single", "1", "wrong_type"),
    ("answers.single", "null", "wrong_type"),
    ("answers.plan", "\"maybe\"", "unknown_value"),
    ("answers.plan", "\"None\"", "unknown_value"),
    ("answers.support", "\"kontanthjælp\"", "unknown_value"),
    ("answers.loan_amount", "45000.0", "wrong_type"),
    ("answers.loan_amount", "4.5e4", "wrong_type"),
    ("answers.loan_amount", "1e400", "wrong_type"),
    ("answers.loan_amount", "\"45.000\"", "too_many_decimals"),
    ("answers.loan_amount", "\"12,50\"", "not_a_number"),
    ("answers.loan_amount", "\"+5\"", "not_a_number"),
    ("answers.loan_amount", "\".5\"", "not_a_number"),
    ("answers.loan_amount", "\"5.\"", "not_a_number"),
    ("answers.loan_amount", "\"1e3\"", "not_a_number"),
    ("answers.loan_amount", "\" 5\"", "not_a_number"),
    ("answers.loan_amount", "\"5\\n\"", "not_a_number"),
    ("answers.loan_amount", "\"٣\"", "not_a_number"),
    ("answers.loan_amount", "\"NaN\"", "not_a_number"),
    ("answers.loan_amount", "\"\"", "not_a_number"),
    ("answers.loan_amount", "\"-\"", "not_a_number"),
    ("answers.loan_amount", "{}", "wrong_type"),
    ("answers.loan_purposes", "\"stock\"", "wrong_type"),
    ("answers.loan_purposes[1]", "\"gambling\"", "unknown_value"),
    ("answers.loan_purposes[1]", "5", "wrong_type"),
    ("scenarios", "{}", "wrong_type"),
    ("scenarios[0]", "null", "wrong_type"),
    ("scenarios[0].name", "\"a\\u202eb\"", "unknown_value"),
    ("scenarios[0].name", "\"a\u{202e}b\"", "unknown_value"),
    ("scenarios[0].name", "\"\u{2067}\"", "unknown_value"),
    ("scenarios[0].name", "\"a\\nb\"", "unknown_value"),
    ("scenarios[0].name", "\"\\u0000\"", "unknown_value"),
    ("scenarios[0].name", "\"\u{9b}\"", "unknown_value"),
    ("scenarios[0].name", "null", "wrong_type"),
    ("scenarios[0].household", "null", "wrong_type"),
    ("scenarios[0].household.savings", "null", "wrong_type"),
    ("scenarios[0].benefit", "null", "wrong_type"),
    ("scenarios[0].benefit.deduction", "\"timefradrag\"", "unknown_value"),
    ("scenarios[1].benefit.profile", "[]", "wrong_type"),
    ("scenarios[1].benefit.profile.children", "\"ja\"", "wrong_type"),
    ("scenarios[0].subsidy.model", "\"half\"", "unknown_value"),
    ("scenarios[0].loan", "[]", "wrong_type"),
    ("scenarios[0].loan.annual_rate", "0", "wrong_type"),
    ("scenarios[0].loan.annual_rate", "0.035", "wrong_type"),
    ("scenarios[0].loan.annual_rate", "\"0.0350000\"", "too_many_decimals"),
    ("scenarios[0].loan.annual_rate", "\"3,5 %\"", "not_a_number"),
    ("scenarios[0].loan.repayment", "null", "wrong_type"),
    ("scenarios[0].business", "\"x\"", "wrong_type"),
    ("scenarios[0].business.revenue", "null", "wrong_type"),
    ("scenarios[0].business.seasonality", "null", "wrong_type"),
    ("scenarios[0].business.seasonality[3]", "1", "wrong_type"),
    ("scenarios[0].business.seasonality[3]", "\"1.0001\"", "too_many_decimals"),
    ("scenarios[0].business.setup_costs[0].label", "\"\\u202eb\"", "unknown_value"),
    ("scenarios[0].business.closes", "\"2029\"", "not_a_month"),
    ("scenarios[0].small_jobs", "null", "wrong_type"),
    ("scenarios[0].small_jobs[0].until", "\"snart\"", "not_a_month"),
    ("scenarios[0].small_jobs[0].hours_per_week", "\"10.001\"", "too_many_decimals"),
    ("scenarios[0].small_jobs[0].hours_per_week", "10.5", "wrong_type"),
    ("scenarios[0].tax.mode", "\"full\"", "unknown_value"),
    ("scenarios[0].tax.municipal_rate", "null", "wrong_type"),
    ("scenarios[0].after_closure", "\"\"", "unknown_value"),
];

#[test]
fn a_wrong_value_gives_its_code_at_its_place() {
    for &(path, raw, code) in WRONG_VALUES {
        let problem = only_error(path, raw);
        assert_eq!((problem.path.as_str(), problem.code.id()), (path, code), "{path} = {raw}: {}", problem.message);
        assert!(!problem.message.is_empty() && problem.min.is_none() && problem.max.is_none(), "{path} = {raw}");
    }
    println!("{} wrong values", WRONG_VALUES.len());
}

/// Where, the bounds as they are said, what lies just outside them, and what lies on them.
type Bound = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const AMOUNT_OUTSIDE: &[&str] = &[
    "-1",
    "\"-0.01\"",
    "\"10000000.01\"",
    "10000001",
    "\"99999999999999999999999999999999\"",
    "1000000000000000000000",
];
const AMOUNT_INSIDE: &[&str] = &["0", "\"0.00\"", "\"-0\"", "10000000", "\"10000000.00\"", "\"00012\""];
const ABOVE_ZERO: &[&str] = &["0", "\"0\"", "\"0.00\"", "-1", "\"10000000.01\""];
const POSITIVE_INSIDE: &[&str] = &["\"0.01\"", "10000000"];
const MONTH_OUTSIDE: &[&str] = &["\"2017-06\"", "\"2100-01\"", "\"0000-01\"", "\"9999-12\""];

const BOUNDS: &[Bound] = &[
    ("as_of", "2017-07", "2099-12", MONTH_OUTSIDE, &["\"2017-07\"", "\"2099-12\""]),
    ("answers.age", "0", "120", &["-1", "121", "4294967330", "-99999999999999999999"], &["0", "120", "-0"]),
    ("answers.loan_amount", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    (
        "scenarios[0].name",
        "1",
        "60",
        &["\"\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""],
        &["\"æ\""],
    ),
    ("scenarios[0].start", "2017-07", "2099-12", MONTH_OUTSIDE, &[]),
    ("scenarios[0].months", "1", "120", &["0", "-1", "121"], &["1", "120"]),
    ("scenarios[0].course_months", "0", "12", &["-1", "13"], &["0", "12"]),
    ("scenarios[0].account_wait_months", "0", "12", &["-1", "13"], &["0", "12"]),
    ("scenarios[0].household.savings", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].household.living_costs", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].household.other_income", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].benefit.monthly", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[1].benefit.profile.age", "18", "66", &["17", "67"], &["18", "66"]),
    ("scenarios[0].subsidy.months", "0", "24", &["-1", "25"], &["0", "24"]),
    ("scenarios[0].subsidy.monthly", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].loan.principal", "0", "10000000", ABOVE_ZERO, POSITIVE_INSIDE),
    ("scenarios[0].loan.annual_rate", "0", "1", &["\"-0.000001\"", "\"1.000001\""], &["\"0\"", "\"1.000000\""]),
    ("scenarios[0].loan.fee", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].loan.first_instalment_after_months", "1", "60", &["0", "61"], &["1", "60"]),
    ("scenarios[0].loan.repayment.instalment", "0", "10000000", ABOVE_ZERO, POSITIVE_INSIDE),
    ("scenarios[1].loan.repayment.term_months", "1", "360", &["0", "361"], &["1", "360"]),
    ("scenarios[0].business.own_contribution", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].business.setup_costs[0].label", "1", "60", &["\"\""], &["\"🙂\""]),
    ("scenarios[0].business.setup_costs[0].amount", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].business.revenue.first_month", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].business.revenue.full_month", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].business.revenue.ramp_months", "1", "60", &["0", "61"], &["1", "60"]),
    ("scenarios[0].business.seasonality[0]", "0", "10", &["\"-1\"", "\"10.001\""], &["\"0\"", "\"10.000\""]),
    ("scenarios[0].business.seasonality", "12", "12", &["[]", "[\"1\"]"], &[]),
    ("scenarios[0].business.variable_cost_share", "0", "1", &["\"1.000001\"", "\"-1\""], &["\"0\"", "\"1\""]),
    ("scenarios[0].business.fixed_costs", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].business.account_fee", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].business.account_setup", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].business.buffer", "0", "10000000", AMOUNT_OUTSIDE, AMOUNT_INSIDE),
    ("scenarios[0].business.closes", "2017-07", "2099-12", MONTH_OUTSIDE, &["\"2099-12\"", "null"]),
    ("scenarios[0].small_jobs[0].from", "2017-07", "2099-12", MONTH_OUTSIDE, &["\"2017-07\""]),
    ("scenarios[0].small_jobs[0].until", "2017-07", "2099-12", MONTH_OUTSIDE, &["\"2099-12\"", "null"]),
    ("scenarios[0].small_jobs[0].hours_per_week", "0", "60", &["\"60.01\"", "-1"], &["0", "\"60.00\""]),
    ("scenarios[0].small_jobs[0].hourly_wage", "0", "2000", &["0", "\"2000.01\"", "\"0.00\""], &["\"0.01\"", "2000"]),
    ("scenarios[0].tax.municipal_rate", "0", "0.4", &["\"0.400001\"", "\"-0.1\""], &["\"0\"", "\"0.40\""]),
    ("scenarios[0].tax.church_rate", "0", "0.4", &["\"0.400001\"", "\"1\""], &["\"0.400000\""]),
];

#[test]
fn a_value_outside_its_bounds_is_told_them() {
    let mut tried = 0;
    for &(path, min, max, outside, inside) in BOUNDS {
        for raw in outside {
            let problem = only_error(path, raw);
            assert_eq!((problem.path.as_str(), problem.code), (path, ErrorCode::OutOfRange), "{path} = {raw}");
            assert_eq!((problem.min.as_deref(), problem.max.as_deref()), (Some(min), Some(max)), "{path} = {raw}");
        }
        for raw in inside {
            let result = check(spoiled(path, raw).as_bytes());
            assert!(result.is_ok(), "{path} = {raw}: {result:?}");
        }
        tried += outside.len() + inside.len();
    }
    println!("{tried} values on and just outside {} bounds", BOUNDS.len());
}

#[test]
fn lists_have_a_greatest_length() {
    let repeat = |item: &str, times: usize| format!("[{}]", vec![item; times].join(","));
    let cost = r#"{"label":"x","amount":1}"#;
    let job = r#"{"from":"2027-01","hours_per_week":1,"hourly_wage":150}"#;
    let scenario = r#"{"start":"2027-01","benefit":{"monthly":1}}"#;
    let lists = [
        ("scenarios[0].business.setup_costs", cost, 40),
        ("scenarios[0].small_jobs", job, 6),
        ("scenarios", scenario, 8),
        ("scenarios[0].business.seasonality", "\"1\"", 12),
        ("app.skipped", "\"age\"", 30),
        ("app.guessed", "\"answers.age\"", 200),
        ("app.from_example", "\"answers.age\"", 200),
        ("app.from_answers", "\"answers.age\"", 200),
        ("app.compare", "\"closes\"", 8),
    ];
    for (path, item, most) in lists {
        assert!(check(spoiled(path, &repeat(item, most)).as_bytes()).is_ok(), "{path}");
        let problem = only_error(path, &repeat(item, most + 1));
        assert_eq!((problem.code, problem.max), (ErrorCode::OutOfRange, Some(most.to_string())), "{path}");
    }
    assert!(check(spoiled("scenarios", "[]").as_bytes()).is_ok());
}

#[test]
fn what_is_required_is_missed() {
    let required = [
        "format",
        "as_of",
        "scenarios[0].start",
        "scenarios[1].benefit.profile.age",
        "scenarios[0].loan.principal",
        "scenarios[0].loan.repayment",
        "scenarios[0].business.revenue",
        "scenarios[0].business.revenue.first_month",
        "scenarios[0].business.revenue.full_month",
        "scenarios[0].business.setup_costs[0].label",
        "scenarios[0].business.setup_costs[0].amount",
        "scenarios[0].small_jobs[0].from",
        "scenarios[0].small_jobs[0].hours_per_week",
        "scenarios[0].small_jobs[0].hourly_wage",
    ];
    for path in required {
        assert_eq!(errors(&lacking(path)), [format!("missing {path}")]);
    }
}

#[test]
fn every_other_key_may_be_left_out() {
    let optional = [
        "scheme",
        "outcome",
        "outcome.course_from",
        "overrides",
        "overrides.municipality",
        "app",
        "app.example",
        "answers",
        "answers.married",
        "scenarios[0].business.vat",
        "scenarios[0].tax.single_parent",
        "scenarios[1].benefit.profile.children_at_home",
        "scenarios",
        "answers.age",
        "answers.plan",
        "answers.loan_purposes",
        "scenarios[0].name",
        "scenarios[0].months",
        "scenarios[0].household",
        "scenarios[0].household.savings",
        "scenarios[0].benefit",
        "scenarios[0].benefit.deduction",
        "scenarios[0].subsidy",
        "scenarios[0].subsidy.months",
        "scenarios[0].subsidy.model",
        "scenarios[0].subsidy.monthly",
        "scenarios[0].loan",
        "scenarios[0].loan.annual_rate",
        "scenarios[0].loan.fee",
        "scenarios[0].loan.first_instalment_after_months",
        "scenarios[0].business.own_contribution",
        "scenarios[0].business.setup_costs",
        "scenarios[0].business.revenue.ramp_months",
        "scenarios[0].business.seasonality",
        "scenarios[0].business.variable_cost_share",
        "scenarios[0].business.fixed_costs",
        "scenarios[0].business.account_fee",
        "scenarios[0].business.account_setup",
        "scenarios[0].business.buffer",
        "scenarios[0].business.closes",
        "scenarios[0].small_jobs",
        "scenarios[0].small_jobs[0].until",
        "scenarios[0].tax",
        "scenarios[0].tax.mode",
        "scenarios[0].tax.municipal_rate",
        "scenarios[0].tax.church_rate",
        "scenarios[0].after_closure",
        "scenarios[1].benefit.profile.children",
        "scenarios[1].benefit.profile.residence_and_work_met",
    ];
    for path in optional {
        let result = check(lacking(path).as_bytes());
        assert!(result.is_ok(), "{path}: {result:?}");
    }
}

/// Every object of the format.
const OBJECTS: [&str; 17] = [
    "outcome",
    "overrides",
    "app",
    "",
    "answers",
    "scenarios[0]",
    "scenarios[0].household",
    "scenarios[0].benefit",
    "scenarios[1].benefit.profile",
    "scenarios[0].subsidy",
    "scenarios[0].loan",
    "scenarios[0].loan.repayment",
    "scenarios[0].business",
    "scenarios[0].business.revenue",
    "scenarios[0].business.setup_costs[0]",
    "scenarios[0].small_jobs[0]",
    "scenarios[0].tax",
];

#[test]
fn unknown_keys_are_refused_in_every_object() {
    for object in OBJECTS {
        for key in ["cpr", "navn", "Age", "start ", "æøå", ""] {
            let mut case = whole_case();
            at(&mut case, object).as_object_mut().expect("an object").insert(key.to_owned(), Value::from(1));
            let found = errors(&case.to_string());
            assert_eq!(found.len(), 1, "{object}: {found:?}");
            assert!(found[0].starts_with("unknown_key "), "{object}: {found:?}");
            assert!(found[0].ends_with(key), "{object}: {found:?}");
        }
    }
}

#[test]
fn duplicate_keys_are_refused_in_every_object() {
    for object in OBJECTS {
        let mut case = whole_case();
        let members = at(&mut case, object).as_object_mut().expect("an object");
        let key = members.keys().next().expect("a key").clone();
        let value = members[&key].clone();
        members.insert("the place".to_owned(), value);
        let text = case.to_string().replacen("\"the place\":", &format!("{}:", Value::from(key.as_str())), 1);
        let dot = if object.is_empty() { "" } else { "." };
        assert_eq!(errors(&text), [format!("duplicate_key {object}{dot}{key}")]);
    }
    assert_eq!(errors(r#"{"format":"mikrolaan-case/1","as_of":"2026-11","as_of":"2026-12"}"#), ["duplicate_key as_of"]);
    assert_eq!(
        errors(r#"{"format":"mikrolaan-case/1","as_of":"2026-11","\u0061s_of":"2026-12"}"#),
        ["duplicate_key as_of"]
    );
    // Also where nothing is known of the object it stands in.
    let found = errors(r#"{"format":"mikrolaan-case/1","as_of":"2026-11","x":{"a":1,"a":2}}"#);
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), 2);
    assert!(found.contains(&"unknown_key x".to_owned()) && found.contains(&"duplicate_key x.a".to_owned()));
}

/// What does not go together: where, what is written there, and the error.
const INCONSISTENT: &[(&str, &str, &str)] = &[
    ("scenarios[0].business", "null", "inconsistent scenarios[0].loan"),
    ("scenarios[0].small_jobs[0].until", "\"2027-10\"", "inconsistent scenarios[0].small_jobs[0].until"),
    ("scenarios[0].start", "\"2099-01\"", "inconsistent scenarios[0].months"),
    ("scenarios[0].business.closes", "\"2027-05\"", "inconsistent scenarios[0].business.closes"),
    ("scenarios[0].business.closes", "\"2027-01\"", "inconsistent scenarios[0].business.closes"),
    ("scenarios[0].benefit", "{}", "missing scenarios[0].benefit"),
    ("scenarios[0].benefit", r#"{"deduction":"none"}"#, "missing scenarios[0].benefit"),
    ("scenarios[0].benefit", r#"{"monthly":1,"profile":{"age":30}}"#, "inconsistent scenarios[0].benefit"),
    (
        "scenarios[0].benefit",
        r#"{"profile":{"age":30},"deduction":"none"}"#,
        "inconsistent scenarios[0].benefit.deduction",
    ),
    ("scenarios[0].loan.repayment", "{}", "missing scenarios[0].loan.repayment"),
    ("scenarios[0].loan.repayment", r#"{"instalment":1,"term_months":2}"#, "inconsistent scenarios[0].loan.repayment"),
    (
        "scenarios[1].benefit.profile",
        r#"{"age":34,"children":false,"children_at_home":true}"#,
        "inconsistent scenarios[1].benefit.profile.children_at_home",
    ),
    ("outcome.course_until", "\"2026-10\"", "inconsistent outcome.course_until"),
    ("answers.support", "\"dagpenge\"", "missing scenarios[2].benefit"),
    ("answers.age", "17", "out_of_range scenarios[2].benefit.profile.age"),
];

#[test]
fn what_does_not_go_together_is_refused() {
    for &(path, raw, error) in INCONSISTENT {
        // A third scenario takes its benefit from the answers.
        let mut case: Value = serde_json::from_str(&spoiled(path, raw)).expect("JSON");
        let third = serde_json::json!({ "start": "2027-01" });
        case["scenarios"].as_array_mut().expect("scenarios").push(third);
        let mut expected = vec![error.to_owned()];
        if path == "scenarios[0].start" {
            // The business then also closes before it opens.
            expected.push("inconsistent scenarios[0].business.closes".to_owned());
        }
        let mut found = errors(&case.to_string());
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{path} = {raw}");
    }
}

/// Where, what is written there, and that it goes together with the rest.
const CONSISTENT: &[(&str, &str)] = &[
    ("scenarios[1].benefit.profile", r#"{"age":34,"children":true,"children_at_home":true}"#),
    ("scenarios[1].benefit.profile", r#"{"age":34,"children":false,"children_at_home":false}"#),
    ("outcome.course_until", "\"2026-11\""),
];

#[test]
fn what_goes_together_is_taken() {
    for &(path, raw) in CONSISTENT {
        let found = check(spoiled(path, raw).as_bytes());
        assert!(found.is_ok(), "{path} = {raw}: {found:?}");
    }
}

/// What follows from something that cannot be read is not known, so nothing is said of it.
#[test]
fn what_cannot_be_read_is_the_only_thing_that_is_wrong() {
    // A business that closes before the month it would open in, were the default taken for what cannot be read.
    for (key, raw, error) in [
        ("start", "7", "wrong_type"),
        ("course_months", "\"x\"", "wrong_type"),
        ("account_wait_months", "[]", "wrong_type"),
    ] {
        let mut case: Value = serde_json::from_str(&spoiled(&format!("scenarios[0].{key}"), raw)).expect("JSON");
        case["scenarios"][0]["business"]["closes"] = "2017-07".into();
        assert_eq!(errors(&case.to_string()), [format!("{error} scenarios[0].{key}")]);
    }
    for key in ["course_from", "course_until"] {
        assert_eq!(errors(&spoiled(&format!("outcome.{key}"), "7")), [format!("wrong_type outcome.{key}")]);
    }
    // A plan that would go beyond the last month there is.
    let mut case: Value = serde_json::from_str(&spoiled("scenarios[0].months", "\"x\"")).expect("JSON");
    case["scenarios"][0]["start"] = "2099-12".into();
    case["scenarios"][0]["business"]["closes"] = Value::Null;
    case["scenarios"][0]["small_jobs"] = Value::Array(Vec::new());
    assert_eq!(errors(&case.to_string()), ["wrong_type scenarios[0].months"]);
}

#[test]
fn all_errors_come_at_once_in_document_order() {
    let document = r#"{
        "scheme": 7, "format": "mikrolaan-case/1", "svar": 1,
        "answers": { "age": -1, "idea": "x", "idea": "y" },
        "scenarios": [ { "months": 0 }, { "start": "x", "loan": { "principal": "0", "repayment": { "instalment": "0" } } } ]
    }"#;
    let expected = [
        "missing as_of",
        "wrong_type scheme",
        "unknown_key svar",
        "out_of_range answers.age",
        "unknown_value answers.idea",
        "duplicate_key answers.idea",
        "missing scenarios[0].start",
        "missing scenarios[0].benefit",
        "out_of_range scenarios[0].months",
        "missing scenarios[1].benefit",
        "not_a_month scenarios[1].start",
        "inconsistent scenarios[1].loan",
        "out_of_range scenarios[1].loan.principal",
        "out_of_range scenarios[1].loan.repayment.instalment",
    ];
    assert_eq!(errors(document), expected);
}

#[test]
fn errors_are_one_line_of_json_with_bounds_only_where_there_are_some() {
    let problems = check(spoiled("answers.age", "121").as_bytes()).expect_err("out of range");
    let json = Problem::to_json(&problems);
    assert!(!json.contains('\n'));
    let parsed: Value = serde_json::from_str(&json).expect("JSON");
    let keys = |value: &Value| value.as_object().expect("an error").keys().cloned().collect::<BTreeSet<_>>();
    let five = ["path", "code", "message", "min", "max"].map(str::to_owned).into();
    assert_eq!(keys(&parsed["error"][0]), five);
    let problems = check(spoiled("answers.age", "null").as_bytes()).expect_err("wrong type");
    let parsed: Value = serde_json::from_str(&Problem::to_json(&problems)).expect("JSON");
    assert_eq!(keys(&parsed["error"][0]), ["path", "code", "message"].map(str::to_owned).into());
}

#[test]
fn what_is_read_back_in_a_message_does_not_break_the_line() {
    for raw in ["\"a\\u0000b\"", "\"\\n\\n\"", "\"\u{202e}abc\"", "\"\\\"\\\\\""] {
        let problems = check(spoiled("scheme", raw).as_bytes()).expect_err("refused");
        assert_eq!(Problem::to_json(&problems).lines().count(), 1, "{raw}");
    }
}

/// The promise for any bytes: a result, or at least one error of a known kind; and `check` refuses what
/// `simulate` refuses.
fn holds_for(document: &[u8]) {
    let simulated = run(Command::Simulate, Options::default(), document);
    let checked = check(document);
    assert_eq!(simulated.is_ok(), checked.is_ok());
    let screened = run(Command::Screen, Options::default(), document);
    for problems in [simulated.err(), checked.err(), screened.err()].into_iter().flatten() {
        assert!(!problems.is_empty());
        assert!(problems.iter().all(|problem| problem.code != ErrorCode::Usage && !problem.message.is_empty()));
        assert!(serde_json::from_str::<Value>(&Problem::to_json(&problems)).is_ok());
    }
}

/// Pieces of JSON and of the format, to make documents that get further than random bytes do.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "null",
    "true",
    "-",
    "0",
    "1e400",
    "1.5",
    "\"\"",
    "\"format\":\"mikrolaan-case/1\"",
    "\"as_of\":\"2026-11\"",
    "\"answers\":{",
    "\"scenarios\":[{",
    "\"start\":\"2027-01\"",
    "\"loan\":{",
    "\"age\":34",
    "\u{202e}",
    "\\ud800",
    "🙂",
    "\n",
];

proptest! {
    #![proptest_config(random(1_000))]

    #[test]
    fn any_bytes(document in prop::collection::vec(any::<u8>(), 0..400)) {
        holds_for(&document);
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        holds_for(pieces.concat().as_bytes());
    }

    /// A valid document with some bytes replaced, taken out or put in.
    #[test]
    fn a_valid_document_with_bytes_changed(
        case in random_case::case(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..6),
    ) {
        let mut document = case.to_string().into_bytes();
        for (place, byte, kind) in changes {
            if document.is_empty() {
                break;
            }
            let at = place.index(document.len());
            match kind {
                0 => { document.remove(at); }
                1 => document.insert(at, byte),
                2 => document.truncate(at.max(1)),
                _ => document[at] = byte,
            }
        }
        holds_for(&document);
    }

    /// A valid document with one value replaced by any other.
    #[test]
    fn a_valid_document_with_a_value_changed(case in random_case::case(), place in any::<prop::sample::Index>(), piece in any_value()) {
        let mut case = case;
        let mut pointers = Vec::new();
        pointers_of(&case, String::new(), &mut pointers);
        let pointer = &pointers[place.index(pointers.len())];
        *case.pointer_mut(pointer).expect("a place in the document") = piece;
        holds_for(case.to_string().as_bytes());
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "-?[0-9]{1,30}(\\.[0-9]{1,8})?".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}".prop_map(Value::from),
        Just(Value::Array(Vec::new())),
        Just(Value::Object(serde_json::Map::new())),
    ]
}

fn pointers_of(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| pointers_of(member, format!("{pointer}/{key}"), found))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| pointers_of(item, format!("{pointer}/{at}"), found))
        }
        _ => {}
    }
    found.push(pointer);
}
