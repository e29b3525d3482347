//! The command as a program: what it writes where, and with which exit status.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use serde_json::Value;

const MEBIBYTE: usize = 1024 * 1024;

const HEAD: &str = r#""format":"mikrolaan-case/1","as_of":"2026-11""#;

/// A case with one scenario of this name.
fn named(name: &str) -> String {
    format!(
        r#"{{{HEAD},"scenarios":[{{"name":"{name}","start":"2027-01","months":3,"benefit":{{"monthly":"9000"}}}}]}}"#
    )
}

/// A case with two errors.
fn wrong() -> String {
    format!(r#"{{{HEAD},"answers":{{"age":-1}},"scenarios":[{{"start":"2027-13","benefit":{{"monthly":1}}}}]}}"#)
}

fn mikrolaan<S: AsRef<OsStr>>(arguments: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mikrolaan"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the command with this on standard input. A program that stops reading early is no failure.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = mikrolaan(arguments).spawn().expect("the command starts");
    let mut pipe = child.stdin.take().expect("standard input");
    let input = input.to_vec();
    let writer = thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the input is written");
    output
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("UTF-8")
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(bytes)))
}

/// A link and its file, from the links that were written once.
fn linked(name: &str, extension: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../tests/links/{name}.{extension}"));
    fs::read_to_string(path).expect("a link of the project")
}

#[test]
fn a_case_becomes_a_link_and_a_file_again() {
    let (link, file) = (linked("everything", "link"), linked("everything", "json"));
    for input in [file.as_str(), link.as_str(), link.trim_start_matches('#')] {
        let output = run(&["case"], input.as_bytes());
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), file.as_str()), "{input}");
        let output = run(&["link"], input.as_bytes());
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), link.as_str()), "{input}");
    }
    let three = format!("{link}oops\n{}", file.replace('\n', ""));
    let output = run(&["link", "--lines"], three.as_bytes());
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!((lines.len(), lines[0], lines[2]), (3, link.trim_end(), link.trim_end()));
    assert_eq!(json(lines[1].as_bytes())["error"][0]["code"], "not_json");
}

#[test]
fn answers_are_left_out_by_name() {
    let file = linked("everything", "json");
    let output = run(&["link", "--without", "public_debt,age"], file.as_bytes());
    let case = run(&["case"], &output.stdout);
    let answers = &json(&case.stdout)["answers"];
    assert_eq!((&answers["public_debt"], &answers["age"]), (&Value::Null, &Value::Null));
    assert_eq!(answers["support"], "kontanthjaelp_jobparat");
    for wrong in ["rent", "", "age,", "Age"] {
        let output = run(&["link", "--without", wrong], file.as_bytes());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{wrong}");
        assert_eq!(json(&output.stderr)["error"][0]["code"], "usage", "{wrong}");
    }
}

#[test]
fn a_damaged_link_and_one_of_another_version_are_told_apart() {
    let link = linked("hairdresser", "link");
    let damaged = link.replacen('A', "B", 1);
    for (input, code) in [(damaged, "damaged_link"), (link.replace("v1.", "v2."), "unsupported_format")] {
        let output = run(&["case"], input.as_bytes());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        assert_eq!(json(&output.stderr)["error"][0]["code"], code);
        assert_eq!(json(&output.stderr)["error"][0]["path"], "");
    }
}

/// The answer: exit status 0, one line on standard output, nothing on standard error.
fn answer(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).matches('\n').count(), 1);
    assert!(output.stdout.ends_with(b"\n"));
    json(&output.stdout)
}

/// The errors as code and path: exit status 2, nothing on standard output, one line on standard error.
fn refusal(output: &Output) -> Vec<String> {
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
    assert_eq!(text(&output.stderr).matches('\n').count(), 1, "{}", text(&output.stderr));
    codes(&json(&output.stderr))
}

fn codes(document: &Value) -> Vec<String> {
    let errors = document["error"].as_array().expect("a list of errors");
    assert!(!errors.is_empty());
    let word = |error: &Value, key: &str| error[key].as_str().expect("a word").to_owned();
    errors
        .iter()
        .map(|error| format!("{} {}", word(error, "code"), word(error, "path")).trim_end().to_owned())
        .collect()
}

/// Each line of the output as JSON.
fn lines(output: &Output) -> Vec<Value> {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    text(&output.stdout).lines().map(|line| json(line.as_bytes())).collect()
}

/// A file that goes away with the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, content: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("mikrolaan-{}-{name}", std::process::id()));
        fs::write(&path, content).expect("a file that can be written");
        Scratch(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path in UTF-8")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A file that is gone already is as good.
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn each_question_is_answered_on_one_line() {
    let case = named("Ønsket 🙂");
    assert_eq!(answer(&run(&["screen"], case.as_bytes()))["verdict"], "undecided");
    assert_eq!(answer(&run(&["check"], case.as_bytes())), serde_json::json!({ "valid": true }));
    let simulated = run(&["simulate"], case.as_bytes());
    assert!(text(&simulated.stdout).contains("Ønsket 🙂"), "letters stay as they are");
    let simulated = answer(&simulated);
    assert_eq!(simulated["scenarios"][0]["months"].as_array().map(Vec::len), Some(3));
    let members: Vec<&str> =
        simulated["scenarios"][0].as_object().expect("a scenario").keys().map(String::as_str).collect();
    assert!(members.contains(&"key_figures") && members.contains(&"figures_used"));
}

/// A question about one line of a case.
fn about(line: &str, month: &str) -> String {
    format!(r#"{{"case":{},"scenario":0,"month":"{month}","line":"{line}"}}"#, named("x"))
}

#[test]
fn a_line_is_explained_and_a_wrong_question_refused() {
    let found = answer(&run(&["explain"], about("household.tax", "2027-02").as_bytes()));
    assert_eq!(found["tree"]["formula"], "tax");
    let wrong = run(&["explain"], about("tax", "2027-04").as_bytes());
    assert_eq!(refusal(&wrong), ["out_of_range month", "unknown_value line"]);
    let input =
        [about("household.tax", "2027-02"), about("tax", "2027-02"), about("loan.paused", "2027-03")].join("\n");
    let found = lines(&run(&["explain", "--lines"], input.as_bytes()));
    assert_eq!((&found[0]["tree"]["formula"], codes(&found[1]).len()), (&Value::from("tax"), 1));
    assert_eq!(found[2]["tree"]["value"], false);
}

#[test]
fn key_figures_leave_out_the_months() {
    let output = run(&["simulate", "--key-figures"], named("x").as_bytes());
    assert!(answer(&output)["scenarios"][0].get("months").is_none());
}

#[test]
fn the_keys_stand_in_the_order_of_the_format() {
    let output = run(&["simulate"], named("x").as_bytes());
    let written = text(&output.stdout);
    let mut from = 0;
    for key in [
        "rulebook",
        "scenarios",
        "name",
        "before_tax",
        "months",
        "month",
        "phase",
        "household",
        "opening",
        "benefit",
        "key_figures",
        "notes",
        "figures_used",
    ] {
        let at = written[from..].find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key} does not follow"));
        from += at;
    }
}

#[test]
fn a_file_a_dash_and_standard_input_are_the_same() {
    let case = named("x");
    let file = Scratch::new("same.json", case.as_bytes());
    let from_input = run(&["simulate"], case.as_bytes()).stdout;
    assert_eq!(run(&["simulate", file.path()], b"").stdout, from_input);
    assert_eq!(run(&["simulate", "-"], case.as_bytes()).stdout, from_input);
    assert!(!from_input.is_empty());
}

#[test]
fn a_wrong_case_is_refused_with_all_its_errors() {
    for command in ["screen", "simulate", "check"] {
        let found = refusal(&run(&[command], wrong().as_bytes()));
        assert_eq!(found, ["out_of_range answers.age", "not_a_month scenarios[0].start"], "{command}");
    }
}

#[test]
fn hostile_bytes_are_refused() {
    let deep = "[".repeat(200_000);
    let two_mebibytes = vec![b' '; 2 * MEBIBYTE];
    let documents: [(&[u8], &str); 7] = [
        (b"", "not_json"),
        (b"\0", "not_json"),
        (b"\xff\xfe\xfd", "not_json"),
        (b"{\"a\":1e400", "not_json"),
        (deep.as_bytes(), "not_json"),
        ("\u{feff}{}".as_bytes(), "not_json"),
        (&two_mebibytes, "too_large"),
    ];
    for (document, code) in documents {
        assert_eq!(refusal(&run(&["check"], document)), [code]);
    }
}

#[test]
fn a_file_of_two_mebibytes_is_refused_and_one_of_exactly_one_is_read() {
    let case = named("x");
    let padded = |length: usize| [case.as_bytes(), &vec![b' '; length - case.len()]].concat();
    let too_large = Scratch::new("large.json", &padded(2 * MEBIBYTE));
    let largest = Scratch::new("largest.json", &padded(MEBIBYTE));
    assert_eq!(refusal(&run(&["simulate", too_large.path()], b"")), ["too_large"]);
    assert_eq!(answer(&run(&["check", largest.path()], b""))["valid"], true);
}

#[test]
fn a_wrong_call_is_refused_in_the_same_form() {
    let missing = Scratch::new("missing.json", b"");
    let path = missing.path().to_owned();
    drop(missing);
    let calls: [&[&str]; 9] = [
        &[],
        &["godkend"],
        &["simulate", "--fast"],
        &["simulate", "a.json", "b.json"],
        &["screen", "--key-figures"],
        &["rules", "--month", "2026-13"],
        &["rules", "--month"],
        &["check", &path],
        &["check", env!("CARGO_MANIFEST_DIR")],
    ];
    for call in calls {
        assert_eq!(refusal(&run(call, b"")), ["usage"], "{call:?}");
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_refused_and_not_fatal() {
    use std::os::unix::ffi::OsStrExt;
    let output = mikrolaan(&[OsStr::new("check"), OsStr::from_bytes(b"\xff\xfe")]).output().expect("the command ends");
    assert_eq!(refusal(&output), ["usage"]);
}

/// What `mikrolaan ARGUMENTS --help` prints.
fn help(arguments: &[&str]) -> String {
    let output = run(&[arguments, &["--help"]].concat(), b"");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
    text(&output.stdout).to_owned()
}

/// The commands `mikrolaan --help` lists, `help` itself left out.
fn listed_commands() -> Vec<String> {
    let help = help(&[]);
    let list = help.split("Commands:\n").nth(1).expect("a list of commands");
    let lines = list.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    let names = lines.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn help_names_every_command_and_says_what_each_does() {
    let commands = listed_commands();
    for command in ["screen", "simulate", "check", "seek", "sensitivity", "apr", "explain", "evaluate", "rules"] {
        assert!(commands.iter().any(|listed| listed == command), "--help does not name {command}");
    }
    for command in &commands {
        let own = help(&[command]);
        assert!(own.contains(&format!("mikrolaan {command}")), "{command} --help does not show how to call it");
        assert!(own.lines().count() > 5, "{command} --help says nothing");
    }
    for word in ["exit status 2", "standard input", "mikrolaan-case/1"] {
        assert!(
            help(&[]).split_whitespace().collect::<Vec<_>>().join(" ").contains(word),
            "--help does not say {word}"
        );
    }
    let options = [("simulate", "--key-figures"), ("simulate", "--lines"), ("screen", "--lines"), ("rules", "--month")];
    for (command, option) in options {
        assert!(help(&[command]).contains(option), "{command} --help does not name {option}");
    }
    assert!(text(&run(&["--version"], b"").stdout).starts_with("mikrolaan "));
}

#[test]
fn help_fits_a_terminal() {
    let pages = listed_commands().into_iter().map(|command| help(&[&command])).chain([help(&[])]);
    for page in pages {
        let wide: Vec<&str> = page.lines().filter(|line| line.chars().count() > 100).collect();
        assert!(wide.is_empty(), "wider than 100 characters: {wide:#?}");
    }
}

#[test]
fn schema_is_that_of_the_case_file() {
    let output = run(&["schema"], b"");
    assert!(output.status.success());
    let schema = json(&output.stdout);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["properties"]["format"]["const"], "mikrolaan-case/1");
    assert!(output.stdout.ends_with(b"}\n"));
}

#[test]
fn rules_list_the_rulebook_and_one_month_of_it() {
    let whole = answer(&run(&["rules"], b""));
    let month = answer(&run(&["rules", "--month", "2026-11"], b""));
    let values = |listing: &Value| -> usize {
        listing["figures"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|figure| figure["values"].as_array())
            .map(Vec::len)
            .sum()
    };
    assert!(values(&whole) > values(&month) && values(&month) > 0);
    assert_eq!((&whole["month"], &month["month"]), (&Value::Null, &Value::from("2026-11")));
}

#[test]
fn check_refuses_whatever_simulate_refuses() {
    let scenario = |rest: &str| format!(r#"{{{HEAD},"scenarios":[{{"start":"2027-01"{rest}}}]}}"#);
    let documents = [
        named("x"),
        wrong(),
        scenario(""),
        scenario(r#","benefit":{"monthly":1}"#),
        scenario(r#","benefit":{"monthly":1},"months":0"#),
        scenario(r#","benefit":{"profile":{}}"#),
        scenario(r#","benefit":{"monthly":1},"loan":{"principal":1,"repayment":{"instalment":"0"}}"#),
        format!(r#"{{{HEAD}}}"#),
        "{".to_owned(),
    ];
    for document in documents {
        let (checked, simulated) = (run(&["check"], document.as_bytes()), run(&["simulate"], document.as_bytes()));
        assert_eq!(checked.status.code(), simulated.status.code(), "{document}");
        assert_eq!(checked.stderr, simulated.stderr, "{document}");
    }
}

#[test]
fn lines_come_out_in_the_order_they_went_in() {
    let input: String = (0..6_000).map(|number| named(&format!("nr. {number}")) + "\n").collect();
    for options in [&["simulate", "--lines", "--key-figures"][..], &["--lines", "simulate"], &["simulate", "--lines"]] {
        if options[0] == "--lines" {
            assert_eq!(refusal(&run(options, input.as_bytes())), ["usage"]);
            continue;
        }
        let found = lines(&run(options, input.as_bytes()));
        assert_eq!(found.len(), 6_000);
        for (number, line) in found.iter().enumerate() {
            assert_eq!(line["scenarios"][0]["name"], format!("nr. {number}"));
        }
    }
}

#[test]
fn a_line_says_what_the_document_alone_says() {
    let alone = text(&run(&["simulate"], named("x").as_bytes()).stdout).to_owned();
    let refused = text(&run(&["simulate"], wrong().as_bytes()).stderr).to_owned();
    let input = format!("{}\n{}\n{}\n", named("x"), wrong(), named("x"));
    let output = run(&["simulate", "--lines"], input.as_bytes());
    assert_eq!(text(&output.stdout), [alone.as_str(), refused.as_str(), alone.as_str()].concat());
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn bad_lines_get_their_errors_and_the_rest_go_on() {
    let input = [
        named("før").as_bytes(),
        b"\n\n   \nnot json\n\xff\xfe\n\0\n",
        &vec![b'['; 5_000],
        b"\n",
        named("efter").as_bytes(),
    ]
    .concat();
    let found = lines(&run(&["simulate", "--lines"], &input));
    assert_eq!(found.len(), 8);
    assert_eq!(found[0]["scenarios"][0]["name"], "før");
    for line in &found[1..7] {
        assert_eq!(codes(line), ["not_json"]);
    }
    assert_eq!(found[7]["scenarios"][0]["name"], "efter");
}

#[test]
fn the_last_line_needs_no_newline_and_an_empty_input_has_no_lines() {
    assert!(lines(&run(&["check", "--lines"], b"")).is_empty());
    assert_eq!(lines(&run(&["check", "--lines"], b"\n")).len(), 1);
    assert_eq!(lines(&run(&["check", "--lines"], b"\n\n")).len(), 2);
    let case = named("x");
    assert_eq!(lines(&run(&["check", "--lines"], case.as_bytes())).len(), 1);
    assert_eq!(lines(&run(&["check", "--lines"], format!("{case}\n").as_bytes())).len(), 1);
    assert_eq!(lines(&run(&["check", "--lines"], format!("{case}\n{case}").as_bytes())).len(), 2);
    // Lines split at \n only: a carriage return before it is white space of the document.
    let valid = lines(&run(&["check", "--lines"], format!("{case}\r\n{case}\r\n").as_bytes()));
    assert!(valid.len() == 2 && valid.iter().all(|line| line["valid"] == true));
}

#[test]
fn a_line_may_have_one_mebibyte() {
    let case = named("x");
    let padded = |length: usize| format!("{case}{}", " ".repeat(length - case.len()));
    let input = [padded(MEBIBYTE), padded(MEBIBYTE + 1), "x".repeat(3 * MEBIBYTE), case.clone()].join("\n");
    let found = lines(&run(&["check", "--lines"], input.as_bytes()));
    assert_eq!(found.len(), 4);
    assert_eq!(found[0]["valid"], true);
    assert_eq!((codes(&found[1]), codes(&found[2])), (vec!["too_large".to_owned()], vec!["too_large".to_owned()]));
    assert_eq!(found[3]["valid"], true);
}

#[test]
fn lines_are_read_from_a_file_too() {
    let file = Scratch::new("lines.jsonl", format!("{}\n{}\n", named("a"), named("b")).as_bytes());
    let found = lines(&run(&["screen", "--lines", file.path()], b""));
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|line| line["verdict"] == "undecided"));
}

/// A case of somebody with this outcome.
fn with_outcome(outcome: &str) -> String {
    format!(r#"{{{HEAD},"answers":{{"support":"selvforsoergende"}},"outcome":{{{outcome}}}}}"#)
}

/// How many files there were, who completed the course, who was granted a loan, and the places of what could not be read.
fn counted(output: &Output) -> (u64, u64, u64, Vec<u64>) {
    let found = answer(output);
    let count = |value: &Value| value.as_u64().expect("a count");
    let places = found["unreadable"].as_array().expect("a list").iter().map(|bad| count(&bad["file"])).collect();
    (count(&found["files"]), count(&found["total"]["course"]), count(&found["total"]["loan"]), places)
}

#[test]
fn people_are_counted_from_standard_input_and_from_files() {
    let course = with_outcome(r#""course":"completed""#);
    let both = with_outcome(r#""course":"completed","loan":"granted""#);
    let pretty = both.replace(',', ",\n  ");
    let lines = format!("{course}\n{both}\n\n{}", linked("hairdresser", "link"));
    assert_eq!(counted(&run(&["evaluate"], lines.as_bytes())), (4, 2, 1, vec![2]));
    assert_eq!(counted(&run(&["evaluate", "-"], pretty.as_bytes())), (1, 1, 1, vec![]));
    let one = Scratch::new("one.json", pretty.as_bytes());
    let list = Scratch::new("list.json", format!("[{course},{},\n{both}]", wrong()).as_bytes());
    let several = Scratch::new("several.jsonl", lines.as_bytes());
    let torn = Scratch::new("torn.json", &pretty.as_bytes()[..50]);
    assert_eq!(counted(&run(&["evaluate", one.path()], b"")), (1, 1, 1, vec![]));
    assert_eq!(counted(&run(&["evaluate", list.path()], b"")), (3, 2, 1, vec![1]));
    let all = ["evaluate", list.path(), torn.path(), "-", one.path(), several.path()];
    assert_eq!(counted(&run(&all, both.as_bytes())), (10, 6, 4, vec![1, 3, 8]));
}

#[test]
fn a_bad_case_has_its_errors_beside_the_counts() {
    let input = format!("[{},{}]", with_outcome(r#""loan":"granted""#), wrong());
    let found = answer(&run(&["evaluate"], input.as_bytes()));
    assert_eq!(found["unreadable"][0]["file"], 1);
    assert_eq!(codes(&found["unreadable"][0]), ["out_of_range answers.age", "not_a_month scenarios[0].start"]);
    assert_eq!(found["findings"], serde_json::json!([{ "file": 0, "code": "loan_without_course" }]));
}

#[test]
fn an_evaluation_of_nothing_that_is_json_and_one_of_no_file_are_refused() {
    let torn = Scratch::new("only-torn.json", b"{\n\"format\"");
    for (call, input) in
        [(&["evaluate"][..], ""), (&["evaluate"], "nonsense\n"), (&["evaluate", torn.path(), "-"], "x")]
    {
        assert_eq!(refusal(&run(call, input.as_bytes())), ["not_json"], "{call:?}");
    }
    let case = Scratch::new("whole.json", with_outcome("").as_bytes());
    let missing = format!("{}.missing", case.path());
    for call in [[case.path(), &missing], [case.path(), env!("CARGO_MANIFEST_DIR")], [case.path(), "--lines"]] {
        assert_eq!(refusal(&run(&["evaluate", call[0], call[1]], b"")), ["usage"], "{call:?}");
    }
    assert_eq!(counted(&run(&["evaluate", case.path()], b"")), (1, 0, 0, vec![]));
}

/// Twenty-five mebibytes of cases: each may have one, all together are not bounded.
#[test]
fn people_are_counted_from_more_than_one_case_may_have() {
    let padded = format!("{}{}\n", with_outcome(r#""course":"completed""#), " ".repeat(MEBIBYTE / 2));
    assert_eq!(counted(&run(&["evaluate"], padded.repeat(50).as_bytes())), (50, 50, 0, vec![]));
}

/// Starts the command with its output still open.
fn started(arguments: &[&str]) -> Child {
    mikrolaan(arguments).spawn().expect("the command starts")
}

#[test]
fn an_answer_comes_before_the_next_line_is_written() {
    let mut child = started(&["check", "--lines"]);
    let mut input = child.stdin.take().expect("standard input");
    let mut output = BufReader::new(child.stdout.take().expect("standard output"));
    for _ in 0..3 {
        writeln!(input, "{}", named("x")).expect("the command reads");
        let mut line = String::new();
        output.read_line(&mut line).expect("the command answers");
        assert_eq!(line, "{\"valid\":true}\n");
    }
    drop(input);
    assert!(child.wait().expect("the command ends").success());
}

#[test]
fn a_reader_that_goes_away_is_told_by_the_exit_status_alone() {
    let mut child = started(&["simulate", "--lines"]);
    let mut input = child.stdin.take().expect("standard input");
    let writer = thread::spawn(move || {
        let line = named("x") + "\n";
        // The command stops reading once nobody reads it: then writing fails, as it should.
        while input.write_all(line.as_bytes()).is_ok() {}
    });
    let mut output = child.stdout.take().expect("standard output");
    let mut first = [0; 64];
    output.read_exact(&mut first).expect("the command answers");
    drop(output);
    let status = child.wait().expect("the command ends");
    writer.join().expect("the writer ends");
    let mut complaint = String::new();
    child.stderr.take().expect("standard error").read_to_string(&mut complaint).expect("UTF-8");
    assert_eq!((status.code(), complaint.as_str()), (Some(2), ""));
}
