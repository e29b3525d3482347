//! Spoils cases for as long as it is told to, and sees that the engine still only answers or refuses.
//!
//! ```text
//! cargo build --release --example fuzz -p mikrolaan-engine
//! (ulimit -v 400000; target/release/examples/fuzz SECONDS [SEED])
//! ```
//!
//! Most inputs are valid cases with a few bytes, pieces or whole values changed, some are two cases spliced, a few are
//! plain noise. One in 64 is large, up to a mebibyte: a value repeated in a list or under one key, long keys, deep
//! nesting, long strings, by itself or inside a case; so are questions about such a document (`seek`, `sensitivity`,
//! `explain`, `apr`). One in four is a link: its letters changed, or the bits behind its checksum, which is made right
//! again so that they are read. What is read from one is written and read again. Of every input the errors are counted and weighed: 101 and a mebibyte at most. A panic prints the
//! beginning of the input that caused it and ends the run, and so does a reader that takes more memory than `ulimit`
//! leaves. Each thread may take 64 MiB.

#[path = "../tests/all/support/random_case.rs"]
mod random_case;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use mikrolaan_engine::case::command::{Command, Options, run};
use mikrolaan_engine::case::link::link;
use mikrolaan_engine::case::{ErrorCode, LARGEST_FILE, MOST_PROBLEMS, Problem, parse, parse_any, write};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// How many valid cases the inputs are made from.
const SEEDS: usize = 400;

/// Pieces that mean something to JSON, to the format or to a reader of numbers.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "\u{feff}",
    "\u{202e}",
    "null",
    "true",
    "NaN",
    "1e400",
    "-0",
    "-1",
    "0.1",
    "99999999999999999999",
    "9223372036854775807",
    "\"\"",
    "\"1e3\"",
    "\"12,50\"",
    "\"10000000.01\"",
    "\"0.0000001\"",
    "\"2027-13\"",
    "\"2017-06\"",
    "\"2099-12\"",
    "\"closes\":",
    "\"months\":120",
    "\"loan\":null",
    "\"business\":null",
    "[[[[[[[[",
    "\"benefit\":{\"monthly\":1}",
    "\"answers\":{}",
    "\"age\":17",
    "\"scheme\":\"frikommune\"",
    "\"repayment\":{\"term_months\":360}",
];

/// Values to be repeated.
const REPEATED: &[&str] = &[
    "0",
    "1.5",
    "-99999999999999999999",
    "null",
    "[]",
    "{}",
    "[[]]",
    "[0]",
    "\"\"",
    "\"x\"",
    "\"\\n\"",
    "\"\\u0001\\ud83d\\ude00\"",
    "{\"\":0}",
    "{\"a\":0,\"a\":0}",
    "{\"start\":\"x\"}",
    "{\"amount\":\"1\",\"years\":\"1/3+1/7\"}",
    "{\"amount\":-1,\"years\":1}",
];

/// What keys and strings are made long of.
const LETTERS: &[&str] = &["k", "\\u0001", "\\\"", "🙂", "\u{202e}", "9", "\\ud83d\\ude00", "/"];

/// Where a value can be put to be read: `#` stands for it.
const PLACES: &[&str] = &[
    "#",
    r##"{"format":#,"as_of":#}"##,
    r##"{"format":"mikrolaan-case/1","as_of":"2026-11","scheme":#,"answers":#}"##,
    r##"{"format":"mikrolaan-case/1","as_of":"2026-11","answers":{"age":#,"loan_purposes":#}}"##,
    r##"{"format":"mikrolaan-case/1","as_of":"2026-11","scenarios":#}"##,
    r##"{"format":"mikrolaan-case/1","as_of":"2026-11","scenarios":[#,{"start":"2027-01","small_jobs":#}]}"##,
    r##"{"format":"mikrolaan-case/1","as_of":"2026-11","scenarios":[{"name":#,"business":{"setup_costs":#}}]}"##,
    r##"{"case":#,"scenario":#,"vary":#,"goal":#,"hourly_wage":#}"##,
    r##"{"case":#,"scenario":0,"month":#,"line":#}"##,
    r##"{"payouts":#,"payments":[]}"##,
    r##"{"payouts":[{"amount":1,"years":"0"}],"payments":#}"##,
];

thread_local! {
    /// What is being tried, for the message of a panic.
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// What a thread has seen.
#[derive(Default)]
struct Seen {
    inputs: u64,
    accepted: u64,
    large: u64,
    large_accepted: u64,
    links: u64,
    links_accepted: u64,
    /// Bytes of errors.
    longest: usize,
    codes: BTreeSet<ErrorCode>,
    slowest: Duration,
    slowest_input: Vec<u8>,
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(seconds) = arguments.next().and_then(|text| text.parse().ok()) else {
        eprintln!("fuzz SECONDS [SEED]");
        return ExitCode::FAILURE;
    };
    let seed: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    std::panic::set_hook(Box::new(|panic| {
        let input = INPUT.with_borrow(|input| String::from_utf8_lossy(&input[..input.len().min(20_000)]).into_owned());
        eprintln!("{panic}\nfor the input:\n{input:?}");
    }));
    let cases = valid_cases();
    let until = Instant::now() + Duration::from_secs(seconds);
    let threads = thread::available_parallelism().map_or(1, usize::from) as u64;
    println!("{SEEDS} valid cases, {threads} threads, seed {seed}, {seconds} s");
    let seen = thread::scope(|scope| {
        let started: Vec<_> = (0..threads)
            .map(|thread| {
                let cases = &cases;
                scope.spawn(move || fuzz(cases, Random(seed * 1_000_003 + thread * 7_919 + 1), until))
            })
            .collect();
        started.into_iter().map(|thread| thread.join().expect("no input makes the engine panic")).collect::<Vec<_>>()
    });
    report(&seen);
    ExitCode::SUCCESS
}

fn valid_cases() -> Vec<Vec<u8>> {
    let (mut runner, strategy) = (TestRunner::deterministic(), random_case::case());
    let case = |_| strategy.new_tree(&mut runner).expect("a case").current().to_string().into_bytes();
    (0..SEEDS).map(case).collect()
}

fn fuzz(cases: &[Vec<u8>], mut random: Random, until: Instant) -> Seen {
    let mut seen = Seen::default();
    while Instant::now() < until {
        for _ in 0..64 {
            if random.below(4) == 0 {
                try_link(&spoiled_link(cases, &mut random), &mut seen);
                continue;
            }
            let is_large = random.below(64) == 0;
            let input = if is_large { large(cases, &mut random) } else { spoiled(cases, &mut random) };
            INPUT.with_borrow_mut(|current| current.clone_from(&input));
            let begun = Instant::now();
            try_one(&input, &mut seen);
            if is_large {
                ask_everything(&input, &mut seen);
            }
            let took = begun.elapsed();
            if took > seen.slowest {
                (seen.slowest, seen.slowest_input) = (took, input);
            }
        }
    }
    seen
}

/// An answer, or at least one error of a known kind; and `check` refuses what `simulate` refuses.
fn try_one(input: &[u8], seen: &mut Seen) {
    let simulated = run(Command::Simulate, Options::default(), input);
    let screened = run(Command::Screen, Options::default(), input);
    assert_eq!(simulated.is_ok(), run(Command::Check, Options::default(), input).is_ok(), "check and simulate differ");
    assert!(screened.is_ok() || simulated.is_err(), "what can be worked out can be screened");
    seen.inputs += 1;
    seen.accepted += u64::from(simulated.is_ok());
    for problems in [simulated, screened].into_iter().filter_map(Result::err) {
        see(&problems, seen);
    }
}

/// A case that can be written and read again, as file and as link, or at least one error of a known kind.
fn try_link(text: &str, seen: &mut Seen) {
    INPUT.with_borrow_mut(|current| *current = text.as_bytes().to_vec());
    seen.links += 1;
    match parse_any(text.as_bytes()) {
        Ok(case) => {
            seen.links_accepted += 1;
            assert_eq!(parse(write(&case).as_bytes()), Ok(case.clone()), "the file of a link");
            if let Ok(again) = link(&case) {
                assert_eq!(parse_any(again.as_bytes()), Ok(case), "the link of a link");
            }
        }
        Err(problems) => see(&problems, seen),
    }
}

/// The link of a case with some letters changed, or some bits behind a checksum that is right.
fn spoiled_link(cases: &[Vec<u8>], random: &mut Random) -> String {
    let case: &Vec<u8> = random.of(cases);
    let made = parse(case).ok().and_then(|case| link(&case).ok()).unwrap_or_default();
    if random.below(2) == 0 {
        let mut text = made.into_bytes();
        for _ in 0..random.below(3) {
            let at = random.below(text.len());
            change(&mut text, at, random);
        }
        return String::from_utf8_lossy(&text).into_owned();
    }
    let packed = made.strip_prefix("#v1.").unwrap_or_default();
    let mut payload = from_letters(packed).split_off(4);
    for _ in 0..=random.below(4) {
        let at = random.below(payload.len());
        match random.below(3) {
            0 => payload.truncate(at + 1),
            1 => payload.insert(at, random.below(256) as u8),
            _ => payload[at] ^= 1 << random.below(8),
        }
    }
    // CRC-32 over the version, the payload and its length.
    let length = (payload.len() as u32).to_be_bytes();
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    let checked = b"v1.".iter().chain(&payload).chain(&length);
    let sum = !checked.fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step));
    ["v1.", &to_letters(&[&sum.to_be_bytes()[..], &payload].concat())].concat()
}

const LETTERS_OF_LINKS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bytes of base64url.
fn from_letters(text: &str) -> Vec<u8> {
    let values = text.bytes().filter_map(|letter| LETTERS_OF_LINKS.iter().position(|known| *known == letter));
    let bits: Vec<bool> = values.flat_map(|value| (0..6).rev().map(move |at| value >> at & 1 == 1)).collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit))).collect()
}

/// The base64url of bytes.
fn to_letters(bytes: &[u8]) -> String {
    let bits: Vec<bool> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1 == 1)).collect();
    let letter = |six: &[bool]| {
        let value = (0..6).fold(0, |value, at| value << 1 | usize::from(six.get(at) == Some(&true)));
        char::from(LETTERS_OF_LINKS[value])
    };
    bits.chunks(6).map(letter).collect()
}

/// Every question there is, of the document itself.
fn ask_everything(input: &[u8], seen: &mut Seen) {
    seen.large += 1;
    for &command in Command::ALL {
        match run(command, Options::default(), input) {
            Ok(_) => seen.large_accepted += 1,
            Err(problems) => see(&problems, seen),
        }
    }
}

/// Errors are of a known kind, few and short, and the first stand first.
fn see(problems: &[Problem], seen: &mut Seen) {
    assert!(!problems.is_empty(), "refused without an error");
    assert!(problems.iter().all(|problem| problem.code != ErrorCode::Usage), "an error of the call");
    assert!(problems.len() <= MOST_PROBLEMS + 1, "{} errors", problems.len());
    let told = problems.iter().position(|problem| problem.code == ErrorCode::TooManyErrors);
    assert!(told.is_none_or(|place| place == MOST_PROBLEMS), "too many errors after {told:?}");
    let json = Problem::to_json(problems);
    assert!(!json.is_empty() && json.len() <= LARGEST_FILE, "{} bytes of errors", json.len());
    seen.longest = seen.longest.max(json.len());
    seen.codes.extend(problems.iter().map(|problem| problem.code));
}

/// A value many times over, or a long one, by itself or where a case or a question has one.
fn large(cases: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    // The larger ones leave room for one place; in several of them they are too large, which is tried too.
    let room = (LARGEST_FILE - 4_096) >> random.below(8);
    let value = match random.below(4) {
        0 => {
            let item = *random.of(REPEATED);
            format!("[{}]", repeated(item, room))
        }
        1 => {
            let (key, value) = (long_text(random), *random.of(REPEATED));
            format!("{{{}}}", repeated(&format!("{key}:{value}"), room))
        }
        2 => {
            let members = (0..room / 12).map(|number| format!("\"{number}\":{}", number % 9));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        _ => format!("\"{}\"", random.of(LETTERS).repeat(room / 12)),
    };
    let (depth, key) = (random.below(95), long_text(random));
    let value = match random.below(6) {
        0 => format!("{}{value}{}", "[".repeat(depth), "]".repeat(depth)),
        1 => {
            let depth = depth.min((LARGEST_FILE - 4_096).saturating_sub(value.len()) / (key.len() + 3));
            format!("{}{value}{}", format!("{{{key}:").repeat(depth), "}".repeat(depth))
        }
        2 => {
            let case: &Vec<u8> = random.of(cases);
            let replaced = *random.of(&["\"0\"", "null", "36", "false"]);
            String::from_utf8_lossy(case).replacen(replaced, &value, 1)
        }
        _ => value,
    };
    let mut input = random.of(PLACES).replace('#', &value).into_bytes();
    if random.below(4) == 0 {
        let at = random.below(input.len());
        change(&mut input, at, random);
    }
    input.truncate(LARGEST_FILE + 1);
    input
}

/// A JSON string that can be long.
fn long_text(random: &mut Random) -> String {
    let most = 1 << random.below(17);
    let length = random.below(most);
    format!("\"{}\"", random.of(LETTERS).repeat(length))
}

fn repeated(piece: &str, room: usize) -> String {
    vec![piece; room / (piece.len() + 1) + 1].join(",")
}

fn spoiled(cases: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    if random.below(40) == 0 {
        return (0..random.below(300)).map(|_| random.below(256) as u8).collect();
    }
    let mut input = random.of(cases).clone();
    if random.below(10) == 0 {
        let other = random.of(cases);
        input.truncate(random.below(input.len()));
        input.extend_from_slice(&other[random.below(other.len())..]);
    }
    // Half of the inputs stay JSON, so that they get past the parser to the rules of the format.
    let values_only = random.below(2) == 0;
    for _ in 0..=random.below(3) {
        let at = random.below(input.len().max(1)).min(input.len());
        if values_only { replace_value(&mut input, at, random) } else { change(&mut input, at, random) }
    }
    input
}

/// One change: of a byte, of a whole value, of a stretch, or a piece put in.
fn change(input: &mut Vec<u8>, at: usize, random: &mut Random) {
    match random.below(7) {
        0 if at < input.len() => input[at] = random.below(256) as u8,
        1 if at < input.len() => input[at] ^= 1 << random.below(8),
        2 => {
            let end = (at + random.below(40)).min(input.len());
            input.drain(at..end);
        }
        3 => {
            let end = (at + random.below(80)).min(input.len());
            let stretch: Vec<u8> = input[at..end].to_vec();
            input.splice(at..at, stretch);
        }
        4 => {
            input.splice(at..at, random.of(PIECES).bytes());
        }
        _ => replace_value(input, at, random),
    }
}

/// Puts a piece where the next value after `at` stands: what follows a colon, up to a comma or brace.
fn replace_value(input: &mut Vec<u8>, at: usize, random: &mut Random) {
    let Some(colon) = input[at..].iter().position(|&byte| byte == b':').map(|offset| at + offset + 1) else {
        return;
    };
    let length = input[colon..].iter().position(|byte| b",}]".contains(byte)).unwrap_or(0);
    let number = random.below(200_000).to_string();
    let piece = if random.below(3) == 0 { number.as_str() } else { random.of(PIECES) };
    input.splice(colon..colon + length, piece.bytes());
}

fn report(seen: &[Seen]) {
    let inputs: u64 = seen.iter().map(|seen| seen.inputs).sum();
    let accepted: u64 = seen.iter().map(|seen| seen.accepted).sum();
    let codes: BTreeSet<&str> = seen.iter().flat_map(|seen| &seen.codes).map(|code| code.id()).collect();
    // Once more, for the machine may have been doing something else the first time.
    let slowest = seen.iter().map(|seen| timed(&seen.slowest_input)).max().unwrap_or_default();
    println!("{inputs} inputs, of which {accepted} were valid: no panic, every refusal with its errors");
    let (large, of_them): (u64, u64) =
        seen.iter().fold((0, 0), |(all, valid), seen| (all + seen.large, valid + seen.large_accepted));
    let (links, cases): (u64, u64) =
        seen.iter().fold((0, 0), |(all, valid), seen| (all + seen.links, valid + seen.links_accepted));
    println!("{links} links, of which {cases} hold a case");
    let longest = seen.iter().map(|seen| seen.longest).max().unwrap_or_default();
    println!("{large} of them large, and asked every question: {of_them} answers; the longest errors: {longest} bytes");
    if let Some(peak) = most_memory() {
        println!("most memory held, valid cases and inputs included: {peak}");
    }
    println!("kinds of error seen: {}", codes.into_iter().collect::<Vec<_>>().join(", "));
    println!("slowest input, asked three ways: {slowest:.1?}");
}

/// As Linux counts it.
fn most_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map(|size| size.trim().to_owned())
}

/// The shortest of a few tries.
fn timed(input: &[u8]) -> Duration {
    let once = |_| {
        let begun = Instant::now();
        try_one(input, &mut Seen::default());
        begun.elapsed()
    };
    (0..5).map(once).min().unwrap_or_default()
}

/// A small random number generator (xorshift64*), so that a run can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `limit`; 0 when there is none.
    fn below(&mut self, limit: usize) -> usize {
        ((self.next() >> 33) as usize).checked_rem(limit).unwrap_or(0)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
