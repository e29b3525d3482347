//! `cargo xtask mutants`: changes the engine one small thing at a time and sees whether a test notices.
//!
//! Two rounds: all tests but the longest, then that one too for what they missed. What is left out stands in
//! `.cargo/mutants.toml`, what is known to survive in `docs/mutants.md`. It takes more than an hour, so it is no part
//! of `cargo xtask test`.

use std::fs;

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::project;
use crate::tools::Tools;

/// Goes through every combination of outcomes, which takes longer than everything else together.
const LONGEST_TEST: &str = "screening_space";

/// How many mutants met which fate.
struct Fates {
    caught: usize,
    missed: usize,
    unviable: usize,
}

/// The arguments go to cargo-mutants.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let tools = Tools::for_mutants()?;
    // What an earlier run listed is no result of this one.
    let _ = fs::remove_dir_all(project::target().join("mutants.out"));
    // cargo-mutants fails when a mutant is missed, which is no news before the second round.
    let quick = round(&tools, arguments, Some(LONGEST_TEST));
    let mut fates = Fates::of_round()?;
    if fates.caught + fates.missed == 0 {
        return quick;
    }
    if fates.missed > 0 {
        let _ = round(&tools, &just_the_missed()?, None);
        let second = Fates::of_round()?;
        fates = Fates { caught: fates.caught + second.caught, missed: second.missed, ..fates };
    }
    fates.print();
    if fates.missed == 0 { Ok(()) } else { Err(Failure::new("Some are missed: see target/mutants.out/missed.txt.")) }
}

/// What cargo-mutants is told to try the missed ones again and no others: each by its whole name. (Its own
/// `--iterate` leaves out the caught ones before it takes a shard, and a shard of what is left is another.)
fn just_the_missed() -> Outcome<Vec<String>> {
    let missed = project::read(&project::target().join("mutants.out/missed.txt"))?;
    Ok(missed.lines().flat_map(|name| ["--re".to_owned(), format!("^{}$", literally(name))]).collect())
}

/// A regular expression for just this text.
fn literally(text: &str) -> String {
    let mut expression = String::new();
    for letter in text.chars() {
        if r"\.+*?()|[]{}^$#&-~".contains(letter) {
            expression.push('\\');
        }
        expression.push(letter);
    }
    expression
}

fn round(tools: &Tools, arguments: &[String], without: Option<&str>) -> Outcome {
    let line = "cargo mutants --package mikrolaan-engine --output";
    let command = arguments.iter().fold(Process::new(line).arg(project::target()), Process::arg);
    // The examples and benchmarks need not be built; for building and testing alike.
    let command = command.arg("--cargo-arg=--lib").arg("--cargo-arg=--test=all");
    let command = match without {
        Some(test) => ["--", "--", "--skip", test].into_iter().fold(command, Process::arg),
        None => command,
    };
    // Few random cases each: what needs many to be noticed is a case file missing.
    command.env("PATH", tools.path()?).env("PROPTEST_CASES", "40").run()
}

impl Fates {
    /// What the last round listed.
    fn of_round() -> Outcome<Self> {
        // A change that never ends is noticed, too.
        let caught = listed("caught")? + listed("timeout")?;
        Ok(Fates { caught, missed: listed("missed")?, unviable: listed("unviable")? })
    }

    fn print(&self) {
        let Fates { caught, missed, unviable } = self;
        let tried = caught + missed;
        println!("\n{caught} caught, {missed} missed, {unviable} do not compile");
        println!("{}.{} % of {tried} caught", caught * 100 / tried, caught * 1_000 / tried % 10);
    }
}

/// How many mutants are listed under a fate.
fn listed(fate: &str) -> Outcome<usize> {
    let path = project::target().join(format!("mutants.out/{fate}.txt"));
    Ok(if path.is_file() { project::read(&path)?.lines().count() } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::literally;

    #[test]
    fn a_name_is_taken_as_it_is_written() {
        let name = "loan.rs:9:5: replace Debt<'_>::step -> Option<Money> with None";
        assert_eq!(literally(name), r"loan\.rs:9:5: replace Debt<'_>::step \-> Option<Money> with None");
    }
}
