//! A case as its file and as its link: both ways, over everything the reader takes.

use std::fs;
use std::path::{Path, PathBuf};

use mikrolaan_engine::case::command::{Command, Options, run};
use mikrolaan_engine::case::link::LinkError;
use mikrolaan_engine::case::{ErrorCode, link, parse, parse_any, write};
use mikrolaan_engine::screening::{AnswerKey, AnswerKeys, AnswerKind};
use mikrolaan_engine::simulation::ScenarioField;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::whole_case::whole_case;
use crate::support::{random, random_case};

/// A random case with everything that can stand in one, half answered too.
fn any_case() -> impl Strategy<Value = Value> {
    let parts = (option::of(outcome()), option::of(overrides()), option::of(app()), texts());
    (random_case::case(), answers(), parts, any::<[bool; 4]>()).prop_map(|(mut case, answers, parts, leave_out)| {
        let (outcome, overrides, app, text) = parts;
        case["answers"] = answers;
        for (key, part) in [("outcome", outcome), ("overrides", overrides), ("app", app)] {
            if let Some(part) = part {
                case[key] = part;
            }
        }
        case["scenarios"][0]["name"] = json!(text);
        let whole = case.as_object_mut().expect("an object");
        for (key, leaves) in ["scheme", "answers", "scenarios", "outcome"].into_iter().zip(leave_out) {
            if leaves {
                whole.remove(key);
            }
        }
        case
    })
}

/// Names with everything a name can have.
fn texts() -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        6 => prop::char::range('a', 'z'),
        2 => prop::sample::select("æøåÆØÅAZ .,-/&0123456789»«é".chars().collect::<Vec<_>>()),
        1 => prop::sample::select("ßıİǅ🙂漢\u{10FFFF}\u{300}".chars().collect::<Vec<_>>()),
    ];
    prop::collection::vec(letters, 1..=60).prop_map(|letters| letters.into_iter().collect())
}

fn answers() -> impl Strategy<Value = Value> {
    let one = |key: AnswerKey| {
        let value: BoxedStrategy<Value> = match key.kind() {
            AnswerKind::Whole(bounds) => (bounds.min..=bounds.max).prop_map(|it| json!(it)).boxed(),
            AnswerKind::Amount(_) => {
                (0..=1_000_000_000_i64).prop_map(|oere| json!(format!("{}.{:02}", oere / 100, oere % 100))).boxed()
            }
            AnswerKind::Choice(ids) => prop::sample::select(ids).prop_map(|id| json!(id)).boxed(),
            AnswerKind::Several(ids) => {
                prop::sample::subsequence(ids, 0..=ids.len()).prop_map(|ids| json!(ids)).boxed()
            }
            AnswerKind::Truth => any::<bool>().prop_map(|it| json!(it)).boxed(),
        };
        option::weighted(0.7, value).prop_map(move |value| value.map(|value| (key.id().to_owned(), value)))
    };
    let all: Vec<_> = AnswerKey::ALL.iter().map(|&key| one(key)).collect();
    all.prop_map(|answers| Value::Object(answers.into_iter().flatten().collect()))
}

fn outcome() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!({}),
        json!({ "course": "ongoing", "course_from": "2021-02" }),
        json!({ "loan": "refused", "subsidy": false, "result": "other", "loan_amount": 0 }),
    ])
}

fn overrides() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!({}),
        json!({ "largest_loan": "75000", "support_months": 0 }),
        json!({ "municipal_rate": "0.263", "church_rate": "0", "municipality": "ny-by-2" }),
    ])
}

fn app() -> impl Strategy<Value = Value> {
    let path = prop_oneof![
        prop::sample::select(AnswerKey::ALL).prop_map(|key| format!("answers.{}", key.id())),
        (0..8, prop::sample::select(ScenarioField::ALL), 0..40).prop_map(|(scenario, field, at)| format!(
            "scenarios[{scenario}].{}",
            field.id().replace("[]", &format!("[{at}]"))
        )),
    ];
    let paths = prop::collection::vec(path, 0..=6);
    let skipped = prop::collection::vec(prop::sample::select(AnswerKey::IDS), 0..=4);
    let example = prop::sample::select(vec![json!(null), json!("courier")]);
    (option::of(paths), option::of(skipped), option::of(example)).prop_map(|(paths, skipped, example)| {
        let mut app = json!({ "compare": ["closes", "enough_job"] });
        for (key, part) in
            [("guessed", paths.map(|it| json!(it))), ("skipped", skipped.map(|it| json!(it))), ("example", example)]
        {
            if let Some(part) = part {
                app[key] = part;
            }
        }
        app
    })
}

/// The same members, the same lists, the same values: `"0012"`, `12` and `"12.00"` are one amount.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len() && one.iter().all(|(key, value)| other.get(key).is_some_and(|it| same(value, it)))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Bool(_) | Value::Null, _) => one == other,
        _ => {
            let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let (one, other) = (text(one), text(other));
            one == other
                || one.parse::<f64>().ok().zip(other.parse::<f64>().ok()).is_some_and(|(one, other)| one == other)
        }
    }
}

proptest! {
    #![proptest_config(random(400))]

    /// What was written stands there, and nothing else; read again it is the same case, and written again the
    /// same bytes.
    #[test]
    fn a_file_says_what_was_written(document in any_case()) {
        let case = parse(document.to_string().as_bytes()).expect("a case");
        let written = write(&case);
        let value: Value = serde_json::from_str(&written).expect("JSON");
        prop_assert!(same(&document, &value), "{document}\n{written}");
        let again = parse(written.as_bytes()).expect("a case");
        prop_assert_eq!(&again, &case);
        prop_assert_eq!(write(&again), written);
    }

    /// A link gives the file back, but for what became of the person.
    #[test]
    fn a_link_gives_the_case_back(document in any_case()) {
        let mut case = parse(document.to_string().as_bytes()).expect("a case");
        match link::link(&case) {
            Ok(link) => {
                case.outcome = None;
                prop_assert!(link.len() <= link::LONGEST);
                prop_assert_eq!(link::read(&link), Ok(case.clone()));
                let back = parse_any(link.as_bytes()).expect("a case");
                prop_assert_eq!(write(&back), write(&case));
                prop_assert_eq!(back, case);
            }
            Err(error) => prop_assert_eq!(error.code(), ErrorCode::TooLarge),
        }
    }
}

fn canonical(document: &Value) -> String {
    run(Command::Case, Options::default(), document.to_string().as_bytes()).expect("a case")
}

#[test]
fn every_key_of_the_format_is_written_in_its_order() {
    let text = canonical(&whole_case());
    let order = |keys: &[&str]| {
        let places: Vec<usize> =
            keys.iter().map(|key| text.find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key}"))).collect();
        assert!(places.is_sorted(), "{keys:?}");
    };
    order(&["format", "as_of", "scheme", "answers", "scenarios", "outcome", "overrides", "app"]);
    order(&AnswerKey::IN_FILE.map(AnswerKey::id));
    order(&["name", "start", "months", "course_months", "account_wait_months", "household", "benefit", "subsidy"]);
    order(&[
        "own_contribution",
        "setup_costs",
        "revenue",
        "seasonality",
        "variable_cost_share",
        "fixed_costs",
        "account_fee",
    ]);
    order(&["account_setup", "buffer", "vat", "closes", "small_jobs", "tax", "after_closure"]);
    for written in [
        "\"living_costs\": \"12500.00\"",
        "\"hourly_wage\": \"145.00\"",
        "\"hours_per_week\": \"10\"",
        "\"annual_rate\": \"0.035\"",
    ] {
        assert!(text.contains(written), "{written}");
    }
}

#[test]
fn numbers_have_one_form() {
    let mut document = whole_case();
    document["scenarios"][0]["household"] = json!({ "savings": "-0", "living_costs": "00012.5", "other_income": 7 });
    document["scenarios"][0]["tax"] = json!({ "church_rate": "-0.0", "municipal_rate": "00.250000" });
    document["scenarios"][0]["business"]["seasonality"] =
        json!(["-0", "01.10", "1.000", "0.8", "1", "1", "1", "1", "1", "1", "1", "10"]);
    document["scenarios"][0]["small_jobs"][0]["hours_per_week"] = json!("07.50");
    let text = canonical(&document);
    for written in [
        "\"savings\": \"0.00\"",
        "\"living_costs\": \"12.50\"",
        "\"other_income\": \"7.00\"",
        "\"municipal_rate\": \"0.25\"",
        "\"church_rate\": \"0\"",
        "\"hours_per_week\": \"7.5\"",
        "\"0\",\n          \"1.1\",\n          \"1\",",
    ] {
        assert!(text.contains(written), "{written} in {text}");
    }
}

#[test]
fn a_scenario_nobody_has_named_is_called_by_its_place() {
    let mut document = whole_case();
    let nameless = json!({ "start": "2027-01", "benefit": { "monthly": "14000" } });
    document["scenarios"] = vec![nameless; 8].into();
    document.as_object_mut().expect("an object").remove("app");
    let case = parse(document.to_string().as_bytes()).expect("a case");
    let names: Vec<&str> = case.scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
    let expected: Vec<String> = (1..=8).map(|number| format!("Scenarie {number}")).collect();
    assert_eq!(names, expected);
}

#[test]
fn an_empty_case_stays_empty() {
    let document = r#"{"as_of":"2026-11","format":"mikrolaan-case/1"}"#;
    let text = run(Command::Case, Options::default(), document.as_bytes()).expect("a case");
    assert_eq!(text, "{\n  \"format\": \"mikrolaan-case/1\",\n  \"as_of\": \"2026-11\"\n}");
    let document = r#"{"scenarios":[],"answers":{},"as_of":"2026-11","format":"mikrolaan-case/1"}"#;
    let text = run(Command::Case, Options::default(), document.as_bytes()).expect("a case");
    assert_eq!(
        text,
        "{\n  \"format\": \"mikrolaan-case/1\",\n  \"as_of\": \"2026-11\",\n  \"answers\": {},\n  \"scenarios\": []\n}"
    );
}

/// All questions answered, one scenario with four costs of twenty letters and a job.
fn typical() -> Value {
    let mut case = whole_case();
    for key in ["outcome", "overrides", "app"] {
        case.as_object_mut().expect("an object").remove(key);
    }
    let labels = ["Inventar og møbler 1", "Sakse, tørrer, udst.", "Skilt og hjemmeside!", "Depositum for lokale"];
    case["scenarios"][0]["business"]["setup_costs"] =
        labels.iter().map(|label| json!({ "label": label, "amount": "12345.67" })).collect();
    case["scenarios"].as_array_mut().expect("a list").truncate(1);
    case
}

fn link_of(document: &Value) -> String {
    run(Command::Link, Options::default(), document.to_string().as_bytes()).expect("a link")
}

#[test]
fn links_are_short() {
    let mut case = typical();
    assert!(link_of(&case).len() <= 300, "{}", link_of(&case).len());
    let one = case["scenarios"][0].clone();
    case["scenarios"] = vec![one; 8].into();
    assert!(link_of(&case).len() <= 2_000, "{}", link_of(&case).len());
    println!("{} and {} characters", link_of(&typical()).len(), link_of(&case).len());
}

/// Every change of one character: another one, one less, one more, two swapped.
#[test]
fn a_changed_link_is_noticed() {
    let link = link_of(&typical());
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    let (mut tried, mut taken) = (0, Vec::new());
    let mut try_one = |changed: String| {
        if changed != link {
            tried += 1;
            taken.extend(parse_any(changed.as_bytes()).ok().map(|_| changed));
        }
    };
    // The `#` before it may be missing.
    for at in 1..link.len() {
        let (before, after) = link.split_at(at);
        let rest = &after[1..];
        try_one([before, rest].concat());
        for letter in letters.chars() {
            try_one(format!("{before}{letter}{rest}"));
            try_one(format!("{before}{letter}{after}"));
        }
        if let Some(next) = rest.chars().next() {
            try_one(format!("{before}{next}{}{}", &after[..1], &rest[1..]));
        }
    }
    assert!(taken.is_empty(), "{} of {tried}: {taken:?}", taken.len());
    println!("{tried} changed links");
}

#[test]
fn a_link_is_read_from_an_address_too() {
    let (link, file) = (link_of(&typical()), canonical(&typical()));
    for text in [link.clone(), link[1..].to_owned(), format!("https://example.dk/a?b=c{link}"), format!("  {link}\r\n")]
    {
        let read = run(Command::Case, Options::default(), text.as_bytes()).expect("a case");
        assert_eq!(read, file, "{text}");
    }
}

#[test]
fn answers_can_be_left_out_of_a_link() {
    let mut without = AnswerKeys::default();
    without.add(AnswerKey::PublicDebt);
    without.add(AnswerKey::Age);
    let options = Options { without, ..Options::default() };
    let link = run(Command::Link, options, typical().to_string().as_bytes()).expect("a link");
    let mut fewer = typical();
    let answers = fewer["answers"].as_object_mut().expect("an object");
    answers.remove("public_debt");
    answers.remove("age");
    assert_eq!(link, link_of(&fewer));
}

#[test]
fn a_case_too_large_for_a_link_is_told() {
    let mut case = typical();
    let cost = json!({ "label": "漢".repeat(60), "amount": "1" });
    case["scenarios"][0]["business"]["setup_costs"] = vec![cost; 40].into();
    let problems = run(Command::Link, Options::default(), case.to_string().as_bytes()).expect_err("too large");
    assert_eq!((problems.len(), problems[0].code), (1, ErrorCode::TooLarge));
}

#[test]
fn what_a_link_holds_keeps_to_the_format() {
    let case = parse(typical().to_string().as_bytes()).expect("a case");
    let refused = |change: fn(&mut mikrolaan_engine::case::Case)| {
        let mut case = case.clone();
        change(&mut case);
        let link = link::link(&case).expect("a link");
        assert_eq!(link::read(&link), Err(LinkError::OutOfRange));
        let found = parse_any(link.as_bytes()).expect_err("refused");
        found.iter().map(|problem| format!("{} {}", problem.code.id(), problem.path)).collect::<Vec<_>>().join(", ")
    };
    let restored = |change: fn(&mut mikrolaan_engine::case::Case)| {
        let mut case = case.clone();
        change(&mut case);
        let made = link::link(&case).expect("a link");
        // What stood in the file of a part that is gone is not in the link: the links are compared.
        link::restore(&made).and_then(|again| link::link(&again).ok()) == Some(made)
    };
    assert!(restored(|case| case.scenarios[0].business.as_mut().expect("a business").closes = Some(case.as_of)));
    assert!(restored(|case| case.scenarios[0].business = None), "what does not fit together yet");
    assert!(!restored(|case| case.scenarios[0].months = 121), "what is out of bounds");
    assert_eq!(refused(|case| case.scenarios[0].months = 121), "out_of_range scenarios[0].months");
    assert_eq!(refused(|case| case.scenarios[0].name = "a\u{202e}b".to_owned()), "unknown_value scenarios[0].name");
    assert_eq!(refused(|case| case.scenarios[0].business = None), "inconsistent scenarios[0].loan");
    assert_eq!(refused(|case| case.answers.age = Some(4_000_000_000)), "out_of_range answers.age");
}

// ── links that were written once

fn links() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/links")
}

/// Each `*.link` of the corpus reads as its `*.json`. Both are kept for ever: never write one of them anew.
#[test]
fn links_once_written_read_unchanged() {
    let mut read = 0;
    for entry in fs::read_dir(links()).expect("the corpus") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|extension| extension == "link") {
            let link = fs::read(&path).expect("a link");
            let file = fs::read_to_string(path.with_extension("json")).expect("its file");
            let case = parse_any(&link).unwrap_or_else(|problems| panic!("{}: {problems:?}", path.display()));
            assert_eq!(write(&case), file, "{}", path.display());
            read += 1;
        }
    }
    assert!(read >= 8, "{read} links");
}
