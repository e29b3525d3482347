//! What `evaluate` reads: one case, a list, or a case or link a line, and what it says of those it cannot read.

use mikrolaan_engine::case::{ErrorCode, LARGEST_FILE, Problem, link, parse, pieces};
use mikrolaan_engine::evaluation::{CountOf, People, run};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::random;

const CASE: &str = r#"{"format":"mikrolaan-case/1","as_of":"2026-11"}"#;

/// How many files there are, and those that could not be read, each with its errors as code and path.
fn read<D: AsRef<[u8]>>(documents: impl IntoIterator<Item = D>) -> (u64, Vec<String>) {
    let found: Value = serde_json::from_str(&run(documents).expect("something is JSON")).expect("JSON");
    let word = |error: &Value| {
        format!("{} {}", error["code"].as_str().expect("a code"), error["path"].as_str().expect("a path"))
    };
    let one = |bad: &Value| {
        let errors = bad["error"].as_array().expect("errors").iter().map(|error| word(error).trim_end().to_owned());
        format!("{}: {}", bad["file"], errors.collect::<Vec<_>>().join(", "))
    };
    let unreadable = found["unreadable"].as_array().expect("a list").iter().map(one).collect();
    (found["files"].as_u64().expect("a count"), unreadable)
}

/// The document by itself is no JSON.
fn refused(document: &[u8]) {
    let problems = run([document]).expect_err("no JSON");
    let text = String::from_utf8_lossy(document);
    assert_eq!(problems.len(), 1, "{text:?}");
    assert_eq!((problems[0].code, problems[0].path.as_str()), (ErrorCode::NotJson, ""), "{text:?}");
    assert_eq!(pieces(document), Err(problems[0].clone()));
}

fn none() -> Vec<String> {
    Vec::new()
}

#[test]
fn one_case_is_one_object_over_one_line_or_several() {
    let pretty = CASE.replace(',', ",\n  ");
    for document in [CASE.to_owned(), format!("{CASE}\n"), format!("\r\n{pretty}\r\n\n"), pretty] {
        assert_eq!(read([&document]), (1, none()), "{document:?}");
    }
}

#[test]
fn a_list_has_a_case_an_item() {
    let pretty = CASE.replace(',', ",\n  ");
    assert_eq!(read(["[]"]), (0, none()));
    assert_eq!(read([format!("[{CASE}]")]), (1, none()));
    assert_eq!(read([format!(" [\n{pretty} ,\t{CASE},{pretty}\n]\n")]), (3, none()));
    let bad = r#"{"format":"mikrolaan-case/1","as_of":"2026-13","answers":{"age":-1}}"#;
    let twice = r#"{"format":"mikrolaan-case/1","as_of":"2026-11","as_of":"2026-12"}"#;
    let list = format!(r##"[{CASE},{bad},7,null,{CASE},[{CASE}],{twice},"#v1.x",{{"a":"\ud800"}}]"##);
    let expected = [
        "1: not_a_month as_of, out_of_range answers.age",
        "2: wrong_type",
        "3: wrong_type",
        "5: wrong_type",
        "6: duplicate_key as_of",
        "7: wrong_type",
        "8: not_json",
    ];
    assert_eq!(read([list]), (9, expected.map(str::to_owned).to_vec()));
}

#[test]
fn else_a_line_is_a_case_or_a_link() {
    let link = link::link(&parse(CASE.as_bytes()).expect("a case")).expect("a link");
    let bare = link.trim_start_matches('#');
    for document in [
        format!("{CASE}\n{CASE}"),
        format!("{CASE}\n{link}\n"),
        format!("{link}\r\n{CASE}\r\n"),
        format!("{bare}\nhttps://example.org/side/{link}\n"),
    ] {
        assert_eq!(read([&document]), (2, none()), "{document:?}");
    }
    assert_eq!(read([&link]), (1, none()));
    // Lines split at \n alone, an empty one is one too, the last needs no end.
    let lines = format!("\n{CASE}\n\n  \nnonsense\n{{\n[{CASE}]\n7\n{link}\n{}x\nv2.abc\n{{}}\n\n", &link[..12]);
    let expected = [
        "0: not_json",
        "2: not_json",
        "3: not_json",
        "4: not_json",
        "5: not_json",
        "6: wrong_type",
        "7: wrong_type",
        "9: damaged_link",
        "10: unsupported_format",
        "11: missing format, missing as_of",
        "12: not_json",
    ];
    assert_eq!(read([lines]), (13, expected.map(str::to_owned).to_vec()));
    let bytes = [b"\xff\xfe\n", CASE.as_bytes(), b"\n\0"].concat();
    assert_eq!(read([bytes]), (3, vec!["0: not_json".to_owned(), "2: not_json".to_owned()]));
}

#[test]
fn a_link_carries_no_outcome_and_counts_as_without() {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    case["outcome"] = json!({ "course": "completed" });
    let read_case = parse(case.to_string().as_bytes()).expect("a case");
    let link = link::link(&read_case).expect("a link");
    let people = People::read([format!("{case}\n{link}\n")]).expect("cases");
    assert_eq!(people.who(CountOf::WithoutOutcome).map(|person| person.file).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_single_value_that_is_no_case_is_one_bad_case() {
    for document in ["7", "null", "\"#v1.x\"", "true"] {
        assert_eq!(read([document]), (1, vec!["0: wrong_type".to_owned()]), "{document}");
    }
    assert_eq!(read(["{}"]), (1, vec!["0: missing format, missing as_of".to_owned()]));
}

#[test]
fn what_is_no_json_at_all_is_refused() {
    let truncated = &CASE.replace(',', ",\n  ")[..30];
    // A case cut off among its setup costs: some of its lines are JSON, and none is a case.
    let cut_off = "{\n  \"as_of\": \"2026-11\",\n  \"loan_purposes\": [\n    \"stock\",\n    \"equipment\"\n";
    let deep = "[".repeat(101) + &"]".repeat(101);
    for document in ["", "\n", "  \n\n", "nonsense", "a\nb\n", "{", "[1,]", "[1\n2]", "7\n8", truncated, cut_off, &deep]
    {
        refused(document.as_bytes());
    }
    refused(b"\xff\xfe");
    refused(format!("\u{feff}{CASE}").as_bytes());
    refused(format!("[{CASE},{CASE}").as_bytes());
    refused(&vec![b' '; 2 * LARGEST_FILE]);
    let problems = run(["nonsense", "{"]).expect_err("no JSON");
    assert_eq!(problems, [pieces(b"nonsense").expect_err("no JSON")], "why the first is none");
    let message = |document: &str| pieces(document.as_bytes()).expect_err("no JSON").message;
    assert_eq!(
        (message("[7,x]"), message("{]")),
        ("not JSON after 3 bytes".to_owned(), "not JSON after 1 bytes".to_owned())
    );
}

#[test]
fn files_are_counted_over_all_documents() {
    let lines = format!("{CASE}\n{{}}\n");
    let list = format!("[{{}},{CASE}]");
    let expected = ["1: missing format, missing as_of", "2: not_json", "3: missing format, missing as_of"];
    assert_eq!(read([lines.as_str(), "nonsense", &list, CASE]), (6, expected.map(str::to_owned).to_vec()));
    assert_eq!(read(["", CASE]), (2, vec!["0: not_json".to_owned()]));
    assert_eq!(read([CASE, ""]), (2, vec!["1: not_json".to_owned()]));
}

/// Each case may have one mebibyte, however many there are.
#[test]
fn a_case_that_is_too_large_is_one_bad_case() {
    let sized = |length: usize| {
        let text = "x".repeat(length - CASE.len() - ",\"x\":\"\"".len());
        CASE.replace('}', &format!(",\"x\":\"{text}\"}}"))
    };
    let (largest, larger) = (sized(LARGEST_FILE), sized(LARGEST_FILE + 1));
    assert_eq!((largest.len(), larger.len()), (LARGEST_FILE, LARGEST_FILE + 1));
    assert_eq!(read([&larger]), (1, vec!["0: too_large".to_owned()]));
    let expected = ["0: unknown_key x", "1: too_large"].map(str::to_owned).to_vec();
    assert_eq!(read([format!("[{largest},{larger},{CASE}]")]), (3, expected.clone()));
    assert_eq!(read([format!("{largest}\n{larger}\n{CASE}\n")]), (3, expected));
}

#[test]
fn people_can_be_made_of_cases_that_are_read_already() {
    let bad = || Problem::new("", ErrorCode::NotJson, "none");
    let case = parse(CASE.as_bytes()).expect("a case");
    let people = People::of([Err(vec![bad()]), Ok(&case), Err(vec![bad(), bad()]), Ok(&case)]);
    assert_eq!(people.files(), 4);
    assert_eq!(people.persons.iter().map(|person| person.file).collect::<Vec<_>>(), [1, 3]);
    let unreadable: Vec<_> = people.unreadable.iter().map(|bad| (bad.file, bad.error.len())).collect();
    assert_eq!(unreadable, [(0, 1), (2, 2)]);
}

proptest! {
    #![proptest_config(random(400))]

    /// Whatever the text: it is refused, or every piece of it is a file, in the order they stand in.
    #[test]
    fn every_piece_is_a_file(text in r#"(\[|\]|\{|\}|,|\n|"| |1|:|æ|\{\}|v1\.x){0,24}"#) {
        let people = People::read([&text]);
        match pieces(text.as_bytes()) {
            Err(problem) => prop_assert_eq!(people, Err(problem)),
            Ok(pieces) => {
                prop_assert_eq!(people.map(|people| people.files()), Ok(pieces.len()));
                let places = pieces.iter().map(|piece| piece.as_ptr().addr() - text.as_ptr().addr());
                prop_assert!(places.is_sorted());
            }
        }
    }
}
