//! However much is wrong with a document and however long its keys and values: the errors are few and short.

use mikrolaan_engine::case::command::{Command, Options, run};
use mikrolaan_engine::case::{ErrorCode, LARGEST_FILE, MOST_PROBLEMS, Problem};
use serde_json::{Value, json};

use crate::support::whole_case::whole_case;

fn refused(command: Command, document: &str) -> Vec<Problem> {
    assert!(document.len() <= LARGEST_FILE, "a document that is read at all");
    run(command, Options::default(), document.as_bytes()).expect_err("the document is refused")
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{} {}", problem.code.id(), problem.path)).collect()
}

/// What is promised of any errors.
fn are_few_and_short(problems: &[Problem], what: &str) {
    assert!(!problems.is_empty() && problems.len() <= MOST_PROBLEMS + 1, "{what}: {} errors", problems.len());
    let json = Problem::to_json(problems);
    assert!(json.len() <= LARGEST_FILE, "{what}: {} bytes of errors", json.len());
    let too_many = problems.iter().filter(|problem| problem.code == ErrorCode::TooManyErrors).count();
    assert_eq!(too_many, usize::from(problems.len() > MOST_PROBLEMS), "{what}");
}

#[test]
fn a_key_of_50_000_letters_with_5_000_items() {
    let document = format!("{{\"{}\":{{{}}}}}", "k".repeat(50_000), vec!["\"a\":1"; 5_000].join(","));
    let problems = refused(Command::Check, &document);
    let key = "k".repeat(80);
    let mut expected = vec!["missing format".to_owned(), "missing as_of".to_owned(), format!("unknown_key {key}")];
    expected.resize(100, format!("duplicate_key {key}.a"));
    expected.push("too_many_errors ".to_owned());
    assert_eq!(told(&problems), expected);
    assert!(Problem::to_json(&problems).len() < 30_000);
}

/// A case with so many keys it does not know after a month that is none.
fn with_unknown_keys(number: usize) -> String {
    let keys: String = (0..number).map(|number| format!(",\"key {number}\":1")).collect();
    format!(r#"{{"as_of":"soon","format":"mikrolaan-case/1"{keys}}}"#)
}

#[test]
fn a_hundred_errors_are_told_and_of_more_the_first_hundred_of_the_document() {
    let problems = refused(Command::Check, &with_unknown_keys(99));
    assert_eq!((problems.len(), problems[99].path.as_str()), (100, "key 98"));
    for number in [100, 101, 150, 1_000, 40_000] {
        let problems = refused(Command::Check, &with_unknown_keys(number));
        assert_eq!(problems.len(), 101, "{number}");
        // Found after all the keys, and the first all the same.
        assert_eq!(told(&problems[..2]), ["not_a_month as_of", "unknown_key key 0"], "{number}");
        assert_eq!(told(&problems[99..]), ["unknown_key key 98", "too_many_errors "], "{number}");
    }
}

#[test]
fn a_list_over_its_length_is_not_read() {
    let item = |wrong: &str, times: usize| format!("[{}]", vec![wrong; times].join(","));
    let lists = [
        ("/scenarios", "{\"start\":7}", 9, "8"),
        ("/scenarios/0/small_jobs", "7", 7, "6"),
        ("/scenarios/0/business/setup_costs", "{\"label\":7}", 41, "40"),
        ("/scenarios/0/business/seasonality", "7", 13, "12"),
    ];
    for (pointer, wrong, length, most) in lists {
        let mut case = whole_case();
        *case.pointer_mut(pointer).expect("a list of the case") = json!("the list");
        let document = case.to_string().replacen("\"the list\"", &item(wrong, length), 1);
        let problems = refused(Command::Check, &document);
        assert_eq!((problems.len(), problems[0].code), (1, ErrorCode::OutOfRange), "{pointer}: {problems:?}");
        assert_eq!(problems[0].max.as_deref(), Some(most), "{pointer}");
    }
    let flows = json!({ "payouts": [{ "amount": 1, "years": "0" }], "payments": vec![json!(7); 2_001] }).to_string();
    assert_eq!(told(&refused(Command::Apr, &flows)), ["out_of_range payments"]);
}

/// Every value of the whole case, as a JSON pointer.
fn values(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| values(member, format!("{pointer}/{key}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| values(item, format!("{pointer}/{at}"), found));
        }
        _ => {}
    }
    found.push(pointer);
}

#[test]
fn a_long_value_is_cut_wherever_it_stands() {
    let questions = [
        (Command::Check, whole_case()),
        (
            Command::Seek,
            json!({ "case": whole_case(), "scenario": 0, "vary": "job_hours", "goal": "month", "hourly_wage": 1 }),
        ),
        (Command::Explain, json!({ "case": whole_case(), "scenario": 0, "month": "2027-01", "line": "household.tax" })),
        (Command::Apr, json!({ "payouts": [{ "amount": 1, "years": "0" }], "payments": [] })),
    ];
    let long = [
        format!("\"{}\"", "x".repeat(4_000)),
        format!("\"{}\"", "🙂".repeat(4_000)),
        format!("\"{}\"", "\\u0007".repeat(4_000)),
        format!("\"{}\"", "\u{202e}".repeat(4_000)),
        format!("\"{}\"", "9".repeat(4_000)),
        format!("\"0.{}\"", "9".repeat(4_000)),
        "9".repeat(4_000),
        format!("1.{}", "9".repeat(4_000)),
    ];
    for (command, question) in questions {
        let mut pointers = Vec::new();
        values(&question, String::new(), &mut pointers);
        for pointer in &pointers {
            let mut spoiled = question.clone();
            *spoiled.pointer_mut(pointer).expect("a value") = json!("the place");
            for long in &long {
                let document = spoiled.to_string().replacen("\"the place\"", long, 1);
                for problem in refused(command, &document) {
                    let length = problem.message.chars().count();
                    assert!(length < 1_600, "{pointer}: {} of {length} characters", problem.code.id());
                    assert!(!problem.message.contains(&"9".repeat(81)), "{pointer}: {}", problem.message);
                }
            }
        }
    }
}

#[test]
fn what_is_cut_in_a_message_says_so() {
    let message = |scheme: String| {
        let document = format!(r#"{{"format":"mikrolaan-case/1","as_of":"2026-11","scheme":"{scheme}"}}"#);
        refused(Command::Check, &document).remove(0).message
    };
    assert!(message("å".repeat(80)).contains(&format!("\"{}\"", "å".repeat(80))));
    assert!(message("å".repeat(81)).contains(&format!("\"{}…\"", "å".repeat(80))));
}

/// How long the innermost value of such a document is.
const ROOM: usize = 60_000;

/// Documents that are made to be answered at length. Those of a mebibyte are the fuzzer's.
fn hostile() -> Vec<(String, String)> {
    let mut documents = Vec::new();
    let fill = |piece: &str, room: usize| vec![piece; (room / (piece.len() + 1)).max(2)].join(",");
    let keys = ["", "k", "\\u0000", &"k".repeat(100), &"\\u0001".repeat(100), &"🙂".repeat(100), &"\\\"".repeat(100)]
        .map(str::to_owned);
    let values = ["1", "[]", "{}", "[0]", "{\"\":0}", "\"\"", "\"\\n\"", "[[]]", "{\"a\":1,\"a\":2}"];
    for depth in [0, 1, 10, 90] {
        for key in &keys {
            let (open, close) = (format!("{{\"{key}\":").repeat(depth), "}".repeat(depth));
            for value in values {
                let members = fill(&format!("\"{key}\":{value}"), ROOM);
                documents.push((format!("{depth} × {key}: {value}"), format!("{open}{{{members}}}{close}")));
            }
        }
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        for value in values {
            documents.push((format!("{depth} lists of {value}"), format!("{open}[{}]{close}", fill(value, ROOM))));
        }
    }
    documents
}

#[test]
fn no_document_has_many_or_long_errors() {
    let head = r#""format":"mikrolaan-case/1","as_of":"2026-11""#;
    let documents = hostile();
    for (turn, (what, document)) in documents.iter().enumerate() {
        // One command each, as itself or in a place where a list or an object is read.
        let command = Command::ALL[turn % Command::ALL.len()];
        are_few_and_short(&refused(command, document), what);
        let places = [
            (Command::Check, format!(r#"{{{head},"answers":{document}}}"#)),
            (Command::Check, format!(r#"{{{head},"answers":{{"loan_purposes":{document}}}}}"#)),
            (Command::Simulate, format!(r#"{{{head},"scenarios":[{document},{{}}]}}"#)),
            (Command::Seek, format!(r#"{{"case":{document},"scenario":0}}"#)),
            (Command::Apr, format!(r#"{{"payouts":[],"payments":{document}}}"#)),
        ];
        let (command, placed) = &places[turn % places.len()];
        are_few_and_short(&refused(*command, placed), what);
    }
    println!("{} documents", documents.len());
}
