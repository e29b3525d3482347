//! `cargo xtask mutants`: changes the engine one small thing at a time and sees whether a test notices.
//!
//! Two rounds: the tests from outside but the long ones, then all of the engine's for what they missed. What is
//! left out stands in `.cargo/mutants.toml`, what is known to survive in `docs/mutants.md`. It takes
//! two hours, so it is no part of `cargo xtask test`.

use std::collections::BTreeSet;
use std::fs;

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::project;
use crate::tools::Tools;

/// The engine's tests from outside, built in two seconds.
const OUTSIDE: &[&str] = &["--test=all"];
/// Every combination of outcomes, and every line of every case file: they take longer than all the others together.
const LONG: &[&str] = &["screening_space", "the_case_files_show_every_formula"];

/// What became of the mutants of a round, each by its name.
struct Fates {
    caught: BTreeSet<String>,
    missed: BTreeSet<String>,
    unviable: usize,
}

/// The arguments go to cargo-mutants.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let tools = Tools::for_mutants()?;
    // What an earlier run listed is no result of this one.
    let _ = fs::remove_dir_all(project::target().join("mutants.out"));
    // cargo-mutants fails when a mutant is missed, which is no news before the second round.
    let first = round(&tools, arguments, OUTSIDE, LONG);
    let mut fates = Fates::of_round()?;
    if fates.caught.is_empty() && fates.missed.is_empty() {
        return first;
    }
    if !fates.missed.is_empty() {
        let _ = round(&tools, &just(&fates.missed), &[OUTSIDE, &["--lib"]].concat(), &[]);
        fates.settle(&Fates::of_round()?);
    }
    fates.print();
    if fates.missed.is_empty() { Ok(()) } else { Err(Failure::new("What is missed stands above.")) }
}

/// What cargo-mutants is told to try these again: each by its whole name. (Its own `--iterate` leaves out the
/// caught ones before it takes a shard, and a shard of what is left is another.)
fn just(mutants: &BTreeSet<String>) -> Vec<String> {
    mutants.iter().flat_map(|name| ["--re".to_owned(), format!("^{}$", literally(name))]).collect()
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

fn round(tools: &Tools, arguments: &[String], targets: &[&str], without: &[&str]) -> Outcome {
    let line = "cargo mutants --package mikrolaan-engine --output";
    let command = arguments.iter().fold(Process::new(line).arg(project::target()), Process::arg);
    // For building and testing alike: the examples and benchmarks need not be built.
    let command = targets.iter().fold(command, |command, target| command.arg(format!("--cargo-arg={target}")));
    let filter = if without.is_empty() { "" } else { "-- --" };
    let command = filter.split_whitespace().fold(command, Process::arg);
    let command = without.iter().fold(command, |command, test| command.arg("--skip").arg(test));
    // Few random cases each: what needs many to be noticed is a case file missing.
    let cases = if without.is_empty() { "40" } else { "8" };
    command.env("PATH", tools.path()?).env("PROPTEST_CASES", cases).run()
}

impl Fates {
    /// What the last round listed.
    fn of_round() -> Outcome<Self> {
        let mut caught = listed("caught")?;
        // A change that never ends is noticed, too.
        caught.append(&mut listed("timeout")?);
        Ok(Fates { caught, missed: listed("missed")?, unviable: listed("unviable")?.len() })
    }

    /// What a second round caught is caught. (It tries others beside what it was told to: cargo-mutants leaves
    /// no deleted field out.)
    fn settle(&mut self, second: &Fates) {
        let (missed, caught) =
            std::mem::take(&mut self.missed).into_iter().partition(|name| !second.caught.contains(name));
        self.missed = missed;
        self.caught.extend::<BTreeSet<String>>(caught);
    }

    fn print(&self) {
        let (caught, missed) = (self.caught.len(), self.missed.len());
        let tried = caught + missed;
        println!("\n{caught} caught, {missed} missed, {} do not compile", self.unviable);
        println!("{}.{} % of {tried} caught", caught * 100 / tried, caught * 1_000 / tried % 10);
        self.missed.iter().for_each(|name| println!("missed: {name}"));
    }
}

/// The mutants listed under a fate.
fn listed(fate: &str) -> Outcome<BTreeSet<String>> {
    let path = project::target().join(format!("mutants.out/{fate}.txt"));
    let text = if path.is_file() { project::read(&path)? } else { String::new() };
    Ok(text.lines().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Fates, literally};

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn a_second_round_settles_what_the_first_missed_and_nothing_else() {
        let mut fates = Fates { caught: names(&["a"]), missed: names(&["b", "c"]), unviable: 3 };
        fates.settle(&Fates { caught: names(&["b", "other"]), missed: names(&["c", "a"]), unviable: 0 });
        assert_eq!((fates.caught, fates.missed), (names(&["a", "b"]), names(&["c"])));
    }

    #[test]
    fn a_name_is_taken_as_it_is_written() {
        let name = "loan.rs:9:5: replace Debt<'_>::step -> Option<Money> with None";
        assert_eq!(literally(name), r"loan\.rs:9:5: replace Debt<'_>::step \-> Option<Money> with None");
    }
}
