//! `cargo xtask mutants`: changes the engine or the app's core one small thing at a time and sees whether a test notices.
//!
//! Two rounds: the tests that are built soon and do not take long, then all of the crate's for what they missed. What is
//! left out stands in `.cargo/mutants.toml`, what is known to survive in `docs/mutants.md`. It takes hours, so it is no
//! part of `cargo xtask test`.

use std::collections::BTreeSet;
use std::fs;

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::project;
use crate::tools::Tools;

/// A crate whose changes are tried, and how its tests are run.
#[derive(Debug)]
struct MutatedCrate {
    /// How it is called as the first argument.
    name: &'static str,
    package: &'static str,
    /// What the first round builds.
    first: &'static [&'static str],
    /// The tests of it that the first round leaves out: they take longer than all the others together.
    long: &'static [&'static str],
    /// What the second round builds.
    second: &'static [&'static str],
}

/// Its tests from outside are built in two seconds. Long are every combination of outcomes, and every line of every case file.
static ENGINE: MutatedCrate = MutatedCrate {
    name: "engine",
    package: "mikrolaan-engine",
    first: &["--test=all"],
    long: &["screening_space", "the_case_files_show_every_formula"],
    second: &["--test=all", "--lib"],
};

/// Its unit tests are the ones built soonest; the recorded pages need the crate built once more.
static CORE: MutatedCrate = MutatedCrate {
    name: "core",
    package: "mikrolaan-app-core",
    first: &["--lib"],
    long: &["what_is_called_enough_is_enough"],
    second: &["--lib", "--test=pages"],
};

/// What became of the mutants of a round, each by its name.
struct Fates {
    caught: BTreeSet<String>,
    missed: BTreeSet<String>,
    unviable: usize,
}

/// The first argument names the part, the engine where it names none; the others go to cargo-mutants.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (part, arguments) = part_of(arguments);
    let tools = Tools::for_mutants()?;
    // What an earlier run listed is no result of this one.
    let _ = fs::remove_dir_all(project::target().join("mutants.out"));
    // cargo-mutants fails when a mutant is missed, which is no news before the second round.
    let first = round(&tools, part, arguments, Round::First);
    let mut fates = Fates::of_round()?;
    if fates.caught.is_empty() && fates.missed.is_empty() {
        return first;
    }
    if !fates.missed.is_empty() {
        let _ = round(&tools, part, &just(&fates.missed), Round::Second);
        fates.settle(&Fates::of_round()?);
    }
    fates.print();
    if fates.missed.is_empty() { Ok(()) } else { Err(Failure::new("What is missed stands above.")) }
}

fn part_of(arguments: &[String]) -> (&'static MutatedCrate, &[String]) {
    let named = arguments.split_first().and_then(|(name, rest)| {
        let part = [&ENGINE, &CORE].into_iter().find(|part| part.name == name)?;
        Some((part, rest))
    });
    named.unwrap_or((&ENGINE, arguments))
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

#[derive(Clone, Copy)]
enum Round {
    First,
    Second,
}

fn round(tools: &Tools, part: &MutatedCrate, arguments: &[String], round: Round) -> Outcome {
    // Few random cases at first: what needs many to be noticed is an ordinary test missing.
    let (targets, without, cases) = match round {
        Round::First => (part.first, part.long, "8"),
        Round::Second => (part.second, &[][..], "40"),
    };
    let command = Process::new(&format!("cargo mutants --package {} --output", part.package)).arg(project::target());
    let command = arguments.iter().fold(command, Process::arg);
    // For building and testing alike: the examples and benchmarks need not be built.
    let command = targets.iter().fold(command, |command, target| command.arg(format!("--cargo-arg={target}")));
    let filter = if without.is_empty() { "" } else { "-- --" };
    let command = filter.split_whitespace().fold(command, Process::arg);
    let command = without.iter().fold(command, |command, test| command.arg("--skip").arg(test));
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

    use super::{CORE, ENGINE, Fates, literally, part_of};

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn the_first_argument_names_the_part_and_the_others_go_on() {
        let of = |line: &str| {
            let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
            let (part, rest) = part_of(&arguments);
            (part.package, rest.join(" "))
        };
        assert_eq!(of(""), (ENGINE.package, String::new()));
        assert_eq!(of("engine"), (ENGINE.package, String::new()));
        assert_eq!(of("core --shard 0/6"), (CORE.package, "--shard 0/6".to_owned()));
        assert_eq!(of("--re core"), (ENGINE.package, "--re core".to_owned()), "only the first argument names it");
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
