//! The command where something is in its way: hostile documents, few threads, little memory, closed or full outputs.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::Value;

const MEBIBYTE: usize = 1024 * 1024;
const PROGRAM: &str = env!("CARGO_BIN_EXE_mikrolaan");
const CASE: &str = r#"{"format":"mikrolaan-case/1","as_of":"2026-11"}"#;

/// Runs a program with this on standard input.
fn run(command: &mut Command, input: &[u8]) -> Output {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut pipe = child.stdin.take().expect("standard input");
    let input = input.to_vec();
    let writer = thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

fn mikrolaan<S: AsRef<OsStr>>(arguments: &[S]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments);
    command
}

/// A shell script in which `"$0"` is the command.
#[cfg(unix)]
fn shell(script: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script, PROGRAM]);
    command
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("UTF-8")
}

/// Refused with one error: its code and message. Nothing on standard output, one line on standard error.
fn refusal(output: &Output) -> (String, String) {
    let complaint = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{complaint}");
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
    assert_eq!(complaint.matches('\n').count(), 1, "{complaint}");
    let errors: Value = serde_json::from_str(complaint).expect("JSON");
    assert_eq!(errors["error"].as_array().map(Vec::len), Some(1), "{complaint}");
    let word = |key: &str| errors["error"][0][key].as_str().expect("a word").to_owned();
    (word("code"), word("message"))
}

/// Refused as a wrong call, in these words.
fn usage(output: &Output, words: &str) {
    let (code, message) = refusal(output);
    assert_eq!(code, "usage", "{message}");
    assert!(message.contains(words), "{message:?} does not say {words:?}");
}

#[test]
fn without_a_command_that_is_what_is_missing() {
    let output = run(&mut mikrolaan::<&str>(&[]), b"");
    usage(&output, "the command is missing, one of screen, simulate, check");
    usage(&output, "mikrolaan --help");
}

#[test]
fn a_wrong_call_says_what_is_wrong_with_it() {
    let long = "x".repeat(100_000);
    let calls: [(&[&str], &str); 10] = [
        (&["godkend"], "'godkend'"),
        (&["check", "--fast"], "'--fast'"),
        (&["--lines"], "'--lines'"),
        (&["check", "--lines", "--lines"], "cannot be used multiple times"),
        (&["rules", "--month"], "a value is required"),
        (&["rules", "--month", "2026-11", "--month", "2026-12"], "cannot be used multiple times"),
        (&["rules", "--month", "2026-13"], "--month: read \"2026-13\", expected a month such as 2026-11"),
        (&["rules", "x"], "'x'"),
        (&["check", ""], "there is no such file"),
        (&["check", &long], "cannot read xxx"),
    ];
    for (call, words) in calls {
        usage(&run(&mut mikrolaan(call), b""), words);
    }
    for call in [&[long.as_str()][..], &["check", &long], &["rules", "--month", &long], &["check", "a", &long]] {
        let output = run(&mut mikrolaan(call), b"");
        usage(&output, "xxx");
        assert!(output.stderr.len() < 2_000, "{} bytes for a long argument", output.stderr.len());
    }
}

#[test]
fn a_month_of_the_rulebook_is_within_those_of_a_case() {
    for month in ["2017-06", "2100-01", "9999-12", "0000-01"] {
        let output = run(&mut mikrolaan(&["rules", "--month", month]), b"");
        let (code, message) = refusal(&output);
        assert_eq!(code, "out_of_range", "{month}");
        assert!(message.contains("--month") && message.contains(month), "{message}");
        let errors: Value = serde_json::from_slice(&output.stderr).expect("JSON");
        assert_eq!((&errors["error"][0]["min"], &errors["error"][0]["max"]), (&"2017-07".into(), &"2099-12".into()));
    }
    for month in ["2017-07", "2099-12"] {
        assert_eq!(run(&mut mikrolaan(&["rules", "--month", month]), b"").status.code(), Some(0), "{month}");
    }
}

#[test]
fn a_directory_is_no_case() {
    for lines in [&["check"][..], &["check", "--lines"]] {
        let file = run(mikrolaan(lines).arg(env!("CARGO_MANIFEST_DIR")), b"");
        usage(&file, "it is a directory");
        usage(&file, "crates/cli");
    }
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_not_what_cannot_be_written() {
    for lines in ["", "--lines"] {
        usage(
            &run(&mut shell(&format!("exec \"$0\" check {lines} < /")), b""),
            "cannot read standard input: it is a directory",
        );
    }
    if cfg!(target_os = "linux") {
        for lines in ["", "--lines"] {
            let output = run(&mut shell(&format!("exec \"$0\" check {lines} /proc/self/mem")), b"");
            usage(&output, "cannot read /proc/self/mem: ");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_no_success() {
    for call in ["rules", "check", "check --lines", "--help", "rules --month 2026-11"] {
        let full = run(&mut shell(&format!("exec \"$0\" {call} > /dev/full")), CASE.as_bytes());
        usage(&full, "cannot write: No space left");
        // Thrown away is written.
        for null in ["> /dev/null", "1<> /dev/null"] {
            let output = run(&mut shell(&format!("exec \"$0\" {call} {null}")), CASE.as_bytes());
            assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{call} {null}");
        }
    }
    // What is wrong with the document is said all the same, and without a place to say it the status does.
    let wrong = run(&mut shell("exec \"$0\" check >&-"), b"[]");
    assert_eq!(refusal(&wrong).0, "wrong_type");
    assert_eq!(run(&mut shell("exec \"$0\" check 2>&-"), b"[]").status.code(), Some(2));
    assert_eq!(run(&mut shell("exec \"$0\" check >&- 2>&-"), b"[]").status.code(), Some(2));
    assert_eq!(refusal(&run(&mut shell("exec \"$0\" check <&-"), b"")).0, "not_json");
}

/// A reader that went away before there was anything to read.
#[test]
fn an_answer_nobody_reads_is_told_by_the_status_alone() {
    for call in [&["check"][..], &["check", "--lines"]] {
        let mut command = mikrolaan(call);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        writeln!(child.stdin.take().expect("standard input"), "{CASE}").expect("the command reads");
        let output = child.wait_with_output().expect("the command ends");
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(2), ""), "{call:?}");
    }
}

/// Three lines and what is answered to them.
const LINES: &str = "{\"format\":\"mikrolaan-case/1\",\"as_of\":\"2026-11\"}\n[]\n{\"format\":\"mikrolaan-case/1\",\"as_of\":\"2026-11\"}";

fn three_answers(output: &Output) {
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let answers: Vec<&str> = text(&output.stdout).lines().collect();
    assert!(answers.len() == 3 && answers[1].contains("wrong_type"), "{answers:?}");
    assert_eq!((answers[0], answers[2]), (r#"{"valid":true}"#, r#"{"valid":true}"#));
}

#[test]
fn lines_are_answered_where_no_thread_can_start() {
    // No system gives a thread so large a stack.
    let mut alone = mikrolaan(&["check", "--lines"]);
    three_answers(&run(alone.env("RUST_MIN_STACK", "100000000000000"), LINES.as_bytes()));
}

#[cfg(target_os = "linux")]
#[test]
fn lines_are_answered_where_a_few_threads_can_start() {
    // Room for no, one, two threads.
    for room in [1_000_000, 1_500_000, 2_600_000, 3_700_000] {
        let mut few = shell(&format!("ulimit -v {room}; exec \"$0\" check --lines"));
        three_answers(&run(few.env("RUST_MIN_STACK", "1000000000"), LINES.as_bytes()));
    }
}

#[test]
fn a_number_of_threads_that_is_none_is_as_good_as_no_number() {
    for threads in ["0", "-1", "x", "", "99999999999999999999999", "1", "9999"] {
        three_answers(&run(mikrolaan(&["check", "--lines"]).env("RAYON_NUM_THREADS", threads), LINES.as_bytes()));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn there_are_no_more_threads_than_cores() {
    let mut command = mikrolaan(&["check", "--lines"]);
    let command = command.env("RAYON_NUM_THREADS", "9999").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    let mut input = child.stdin.take().expect("standard input");
    let mut output = BufReader::new(child.stdout.take().expect("standard output"));
    writeln!(input, "{CASE}").expect("the command reads");
    output.read_line(&mut String::new()).expect("the command answers");
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("its status");
    let threads = status.lines().find_map(|line| line.strip_prefix("Threads:")).expect("a number of threads");
    let cores = thread::available_parallelism().expect("a number of cores").get();
    // The cores', the one that reads ahead and the first.
    assert!(threads.trim().parse::<usize>().expect("a number") <= cores + 2, "{threads} threads on {cores} cores");
    drop(input);
    assert!(child.wait().expect("the command ends").success());
}

/// A mebibyte of items in brackets.
fn filled(open: &str, item: &str, close: &str) -> Vec<u8> {
    let room = MEBIBYTE - open.len() - close.len();
    let mut document = Vec::with_capacity(MEBIBYTE);
    document.extend_from_slice(open.as_bytes());
    document.extend_from_slice(vec![item; (room + 1) / (item.len() + 1)].join(",").as_bytes());
    document.extend_from_slice(close.as_bytes());
    assert!(document.len() <= MEBIBYTE && document.len() > MEBIBYTE - 70_000);
    document
}

/// Documents that could cost a hundred times their size.
fn hostile() -> Vec<(String, Vec<u8>)> {
    let head = r#"{"format":"mikrolaan-case/1","as_of":"2026-11","#;
    let long = "k".repeat(50_000);
    let control = "\\u0001".repeat(80);
    let mut documents = Vec::new();
    for item in ["0", "[]", "{}", "[0]", "[[]]", "\"\"", "\"\\n\"", "{\"\":0}", "[0,0,0,0,0]", "{\"a\":0,\"a\":0}"] {
        documents.push((format!("a list of {item}"), filled("[", item, "]")));
        documents.push((
            format!("purposes {item}"),
            filled(&format!("{head}\"answers\":{{\"loan_purposes\":["), item, "]}}"),
        ));
        documents.push((format!("payments {item}"), filled("{\"payouts\":[],\"payments\":[", item, "]}")));
        if item.len() > 3 {
            continue;
        }
        for (name, key) in [("no", ""), ("a short", "k"), ("a long", long.as_str()), ("an odd", control.as_str())] {
            documents.push((
                format!("below {name} key {item}"),
                filled(&format!("{{\"{key}\":{{"), &format!("\"a\":{item}"), "}}"),
            ));
            documents.push((format!("{name} key: {item}"), filled("{", &format!("\"{key}\":{item}"), "}")));
        }
    }
    let keys = (0..85_000).map(|number| format!("\"{number}\":0")).collect::<Vec<_>>().join(",");
    documents.push(("many keys".to_owned(), format!("{{{keys}}}").into_bytes()));
    documents.push(("deep".to_owned(), filled(&"[".repeat(99), "[]", &"]".repeat(99))));
    documents.push(("deep objects".to_owned(), filled(&format!("{{\"{control}\":").repeat(90), "{}", &"}".repeat(90))));
    documents.push(("one string".to_owned(), format!("\"{}\"", "\\u0007".repeat(170_000)).into_bytes()));
    documents.push(("not UTF-8".to_owned(), vec![0xff; MEBIBYTE]));
    documents.push(("zeros".to_owned(), vec![0; MEBIBYTE]));
    documents
}

/// The least that the command needs for a document, in kibibytes of address space: within 1 MiB.
#[cfg(target_os = "linux")]
fn least_room() -> usize {
    let can = |room: &usize| {
        let output = run(&mut shell(&format!("ulimit -v {room}; exec \"$0\" check")), CASE.as_bytes());
        output.status.code() == Some(0)
    };
    (1..400).map(|mebibytes| mebibytes * 1_024).find(can).expect("room enough")
}

/// The row's own example first: 80 kB that took 513 MB and 250 MB of errors.
#[cfg(target_os = "linux")]
#[test]
fn hostile_documents_take_64_mebibytes_at_most_and_give_one_of_errors() {
    let (room, long) = (least_room() + 64 * 1_024, "k".repeat(50_000));
    let mut documents = vec![(
        "the long key".to_owned(),
        format!("{{\"{long}\":{{{}}}}}", vec!["\"a\":1"; 5_000].join(",")).into_bytes(),
    )];
    documents.extend(hostile());
    for (turn, (name, document)) in documents.iter().enumerate() {
        let commands = if turn == 0 { &["check", "screen", "seek", "apr", "explain"][..] } else { &["check"] };
        let commands = if name.starts_with("payments") { &["apr"][..] } else { commands };
        for command in commands {
            let output = run(&mut shell(&format!("ulimit -v {room}; exec \"$0\" {command}")), document);
            assert_eq!(output.status.code(), Some(2), "{command}, {name}: {}", String::from_utf8_lossy(&output.stderr));
            assert!(output.stderr.len() <= MEBIBYTE, "{command}, {name}: {} bytes of errors", output.stderr.len());
            let errors: Value = serde_json::from_slice(&output.stderr).expect("JSON");
            assert!(
                errors["error"].as_array().is_some_and(|errors| (1..=101).contains(&errors.len())),
                "{command}, {name}"
            );
        }
    }
    println!("{} documents, {} MiB beside the program's own", documents.len(), 64);
}

#[test]
fn a_hostile_line_is_one_line_among_others() {
    let long = format!("{{\"{}\":{{{}}}}}", "k".repeat(50_000), vec!["\"a\":1"; 5_000].join(","));
    let output = run(&mut mikrolaan(&["check", "--lines"]), format!("{CASE}\n{long}\n\n{CASE}\n").as_bytes());
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let lines: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let errors = |line: &Value| line["error"].as_array().map_or(0, Vec::len);
    assert_eq!(lines.iter().map(errors).collect::<Vec<_>>(), [0, 101, 1, 0]);
    assert!(output.stdout.len() < 40_000, "{} bytes", output.stdout.len());
}

/// A hundred and fifty answers of more than half a mebibyte each.
#[cfg(target_os = "linux")]
#[test]
fn answers_do_not_pile_up() {
    let scenario = r#"{"start":"2027-01","months":120,"benefit":{"monthly":1}}"#;
    let case = format!("{},\"scenarios\":[{}]}}\n", CASE.trim_end_matches('}'), [scenario; 8].join(","));
    let room = least_room() + 60 * 1_024;
    let mut few = shell(&format!("ulimit -v {room}; \"$0\" simulate --lines | wc"));
    let output = run(few.env("RAYON_NUM_THREADS", "1").env("MALLOC_ARENA_MAX", "1"), case.repeat(150).as_bytes());
    let counted: Vec<usize> = text(&output.stdout).split_whitespace().filter_map(|word| word.parse().ok()).collect();
    assert_eq!((counted[0], text(&output.stderr)), (150, ""));
    assert!(counted[2] > 80 * MEBIBYTE, "{} bytes are no test", counted[2]);
}
