//! As many cases as are asked for, one a line, for whoever tries what is done with many.
//!
//! ```text
//! cargo run --release --example many_cases -p mikrolaan-engine -- COUNT SEED SPOILED > cases.jsonl
//! ```
//!
//! Valid ones over the whole format, written in every way a line may be, and among them lines that are no case, as they come
//! about in a file of many: cut off, empty, too long, with a field that is not known. Their numbers, from 1, are written
//! to the file `SPOILED`, one a line. The same COUNT and SEED give the same bytes, on however many cores. What is held at a
//! time are a few thousand lines.

#[path = "../tests/all/support/random_case.rs"]
mod random_case;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use mikrolaan_engine::case::LARGEST_FILE;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// How many lines a thread makes at a time; they come from one stream of random numbers.
const BLOCK: usize = 1_000;
/// One line in so many is no case.
const SPOILED_ONE_IN: usize = 50;
/// One of those in so many is longer than a case may be.
const LONG_ONE_IN: usize = 1_000;

/// A line without its newline, and whether it is a case.
struct Line {
    text: String,
    is_case: bool,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let read = |text: &String| text.parse().ok();
    let [count, seed, spoiled] = arguments.as_slice() else { return usage() };
    let (Some(count), Some(seed)) = (read(count), read(seed)) else { return usage() };
    match write_all(count, seed as u64, spoiled) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the cases cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("many_cases COUNT SEED SPOILED > cases.jsonl");
    ExitCode::FAILURE
}

/// Each thread makes every so-manieth block; they are taken from one after the other, so they come in order.
fn write_all(count: usize, seed: u64, spoiled: &str) -> io::Result<()> {
    let (mut cases, mut spoiled) = (BufWriter::new(io::stdout().lock()), BufWriter::new(File::create(spoiled)?));
    let makers = makers(count, seed);
    let mut number = 0;
    for block in 0..count.div_ceil(BLOCK) {
        let lines = makers[block % makers.len()].recv().map_err(io::Error::other)?;
        for line in lines {
            number += 1;
            writeln!(cases, "{}", line.text)?;
            if !line.is_case {
                writeln!(spoiled, "{number}")?;
            }
        }
    }
    spoiled.flush()?;
    cases.flush()
}

fn makers(count: usize, seed: u64) -> Vec<Receiver<Vec<Line>>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let started = |first| {
        let (sender, receiver) = mpsc::sync_channel(1);
        thread::spawn(move || make((first..count.div_ceil(BLOCK)).step_by(threads), count, seed, &sender));
        receiver
    };
    (0..threads).map(started).collect()
}

fn make(blocks: impl Iterator<Item = usize>, count: usize, seed: u64, sender: &SyncSender<Vec<Line>>) {
    let strategy = random_case::case();
    for block in blocks {
        let lines = lines(&strategy, block * BLOCK..count.min((block + 1) * BLOCK), seed);
        // Who reads went away.
        if sender.send(lines).is_err() {
            return;
        }
    }
}

/// These lines, from a stream of random numbers of their own.
fn lines(strategy: &impl Strategy<Value = serde_json::Value>, places: Range<usize>, seed: u64) -> Vec<Line> {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key[8..16].copy_from_slice(&(places.start as u64).to_le_bytes());
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &key));
    places
        .map(|_| {
            let case = strategy.new_tree(&mut runner).expect("nothing is filtered out").current().to_string();
            line(case, &mut |limit| (0..limit).new_tree(&mut runner).expect("a number").current())
        })
        .collect()
}

/// The case in one of the ways it may be written, or, now and then, what is none.
fn line(case: String, below: &mut impl FnMut(usize) -> usize) -> Line {
    if below(SPOILED_ONE_IN) == 0 {
        return Line { text: spoiled(&case, below), is_case: false };
    }
    let text = match below(20) {
        // From a system that ends lines with two characters.
        0 => case + "\r",
        // What may end a line elsewhere: between two values, and in a text.
        1 => case.replacen(',', ",\r\t", 1),
        2 => case.replace("Ønsket", "Ønsket\u{2028}"),
        3 => case.replacen(',', " , ", 3),
        _ => case,
    };
    Line { text, is_case: true }
}

/// What was a case. Every kind here is refused, whatever the case was.
fn spoiled(case: &str, below: &mut impl FnMut(usize) -> usize) -> String {
    if below(LONG_ONE_IN) == 0 {
        return format!("{case}{}", " ".repeat(LARGEST_FILE));
    }
    match below(9) {
        0 => cut(case, 1 + below(case.len() - 1)).to_owned(),
        1 => cut(case, 1 + below(case.len() - 1)).to_owned() + "\r",
        2 => String::new(),
        3 => case.replacen('{', r#"{"cpr":"","#, 1),
        4 => case.replacen(r#""age":"#, r#""age":9"#, 1),
        5 => case.replacen("mikrolaan-case/1", "mikrolaan-case/9", 1),
        6 => case.replacen(r#""months":"#, r#""months":"tolv","months":"#, 1),
        7 => "ansøger;alder;ydelse".to_owned(),
        _ => format!("{case}\r{case}"),
    }
}

/// The beginning, of about so many bytes.
fn cut(text: &str, length: usize) -> &str {
    &text[..text.floor_char_boundary(length)]
}
