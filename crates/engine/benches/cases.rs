//! How long the engine takes for many cases, on one core: what `cargo xtask bench` compares Python and NumPy with.
//!
//! ```text
//! cargo bench -p mikrolaan-engine --bench cases -- FILE
//! ```
//!
//! FILE has one case a line. Timed, and printed in microseconds a case, are `arithmetic`, from cases that have been
//! read to months, key figures, notes and figures used, and `lines`, from lines of JSON to the key figures as JSON.

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use mikrolaan_engine::case::command::{Command, Options, run};
use mikrolaan_engine::case::{Case, parse};
use mikrolaan_engine::rulebook::Rulebook;

/// At least so many rounds, and for at least so long: as long as the other programs.
const ROUNDS: usize = 3;
const LEAST: Duration = Duration::from_secs(3);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test` builds this too and runs it, without a file.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let path = arguments.iter().find(|argument| !argument.starts_with("--")).expect("a file of cases is named");
    let text = fs::read_to_string(path).expect("the file of cases");
    let lines: Vec<&str> = text.lines().collect();
    let cases: Vec<Case> = lines.iter().map(|line| parse(line.as_bytes()).expect("a valid case")).collect();
    let rulebook = Rulebook::embedded();

    println!("arithmetic {:.3}", fastest(&cases, |case| case.simulate(&rulebook, 0).expect("a month that is covered")));
    let short = Options { key_figures_only: true, ..Options::default() };
    println!(
        "lines {:.3}",
        fastest(&lines, |line| run(Command::Simulate, short, line.as_bytes()).expect("a valid case"))
    );
}

/// Microseconds for one item: each is timed by itself and counts with its fastest round, so that a
/// moment in which the machine does something else does not count.
fn fastest<I, T>(items: &[I], work: impl Fn(&I) -> T) -> f64 {
    let mut times = vec![Duration::MAX; items.len()];
    let begun = Instant::now();
    let mut rounds = 0;
    while rounds < ROUNDS || begun.elapsed() < LEAST {
        for (item, time) in items.iter().zip(&mut times) {
            let before = Instant::now();
            black_box(work(black_box(item)));
            *time = before.elapsed().min(*time);
        }
        rounds += 1;
    }
    times.iter().sum::<Duration>().as_secs_f64() * 1e6 / items.len() as f64
}
