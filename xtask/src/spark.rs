//! `cargo xtask spark`: many cases through the command, in one process, in GNU parallel and in Spark.
//!
//! It runs what `docs/batch.md` shows, over cases it has made, among them bad ones whose places it knows; so that page
//! cannot go stale. The results must be those of one process, byte for byte, with an error on each bad line and on no
//! other. `tests/spark/claims.py` holds the rest of what is said of Spark. It takes its time and a gigabyte of tools, so
//! it is no part of `cargo xtask test`.

mod page;
mod results;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::tools::Tools;
use crate::{project, terminal};
use page::ShownCommand;

const PAGE: &str = "docs/batch.md";
/// The programs the page runs by their names.
const PROGRAMS: [&str; 2] = ["pipe.py", "join.py"];
/// How many of the cases are joined with their results.
const JOINED: usize = 20_000;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct ManyCases {
    cases: usize,
    seed: u64,
}

/// Makes the cases, runs the page, compares.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let asked = ManyCases::read(arguments)?;
    let tools = Tools::for_spark()?;
    Process::new("cargo build --locked --release --package mikrolaan-cli").run()?;
    Process::new("cargo build --locked --release --package mikrolaan-engine --example many_cases").run()?;
    let batch = BatchFolder::empty()?;
    terminal::doing(&format!("making {} cases with seed {}", asked.cases, asked.seed));
    batch.make_cases(&asked)?;
    let environment = environment(&tools)?;
    println!("\n━━ {PAGE}: every command, {} cases", asked.cases);
    for command in page::commands(&project::read(&project::root().join(PAGE))?) {
        command.run(&batch.folder, &environment, asked.cases)?;
    }
    println!("\n━━ The results");
    batch.check(&asked)?;
    println!("\n━━ What is said of Spark");
    batch.check_claims(&tools, &environment)?;
    tools.spark()?.forget_work()?;
    fs::remove_dir_all(&batch.folder).map_err(|error| cannot("remove", &batch.folder, &error))
}

impl ManyCases {
    fn read(arguments: &[String]) -> Outcome<Self> {
        let mut asked = Self { cases: 1_000_000, seed: 1 };
        for pair in arguments.chunks(2) {
            match pair {
                [name, value] if name == "--cases" => asked.cases = number(name, value)?,
                [name, value] if name == "--seed" => asked.seed = number(name, value)?,
                _ => return Err(Failure::new("cargo xtask spark [--cases N] [--seed S]")),
            }
        }
        Ok(asked)
    }
}

fn number<N: std::str::FromStr + PartialOrd + From<u8>>(name: &str, value: &str) -> Outcome<N> {
    let found = value.parse().ok().filter(|number| *number >= N::from(1));
    found.ok_or_else(|| Failure::new(format!("{name}: read {value:?}, expected a whole number of at least 1")))
}

/// What the page's commands find around them: the command, Spark, and no name of this machine to be looked up.
fn environment(tools: &Tools) -> Outcome<Vec<(&'static str, OsString)>> {
    let release = project::target().join("release");
    let paths = tools.path()?;
    let all = std::iter::once(release).chain(std::env::split_paths(&paths));
    let path = std::env::join_paths(all).map_err(|error| Failure::new(format!("PATH cannot be set: {error}")))?;
    Ok(vec![
        ("PATH", path),
        ("PYSPARK_PYTHON", tools.spark()?.python.clone().into_os_string()),
        ("SPARK_LOCAL_IP", "127.0.0.1".into()),
        ("SPARK_LOCAL_HOSTNAME", "localhost".into()),
    ])
}

fn with(process: Process, environment: &[(&'static str, OsString)]) -> Process {
    environment.iter().fold(process, |process, (name, value)| process.env(name, value))
}

impl ShownCommand {
    /// Runs it where the cases are; prints how long it took, and, where it answered all of them, how many a second.
    fn run(&self, folder: &Path, environment: &[(&'static str, OsString)], cases: usize) -> Outcome {
        println!("\n$ {}", self.script);
        let shell = with(Process::new("sh -e -c").arg(&self.script).inside(folder), environment);
        let begun = Instant::now();
        match &self.prints {
            None => shell.run()?,
            Some(prints) => same_print(&self.script, &shell.output()?, prints)?,
        }
        println!("{}", self.took(begun.elapsed(), cases));
        Ok(())
    }

    fn took(&self, time: Duration, cases: usize) -> String {
        let answers_all = self.script.contains("simulate") && self.script.contains("cases.jsonl");
        let a_second = cases as f64 / time.as_secs_f64();
        let speed = if answers_all { format!(", {a_second:.0} cases a second") } else { String::new() };
        format!("  {}{speed}", terminal::seconds(time))
    }
}

fn same_print(script: &str, printed: &str, shown: &str) -> Outcome {
    if printed == shown {
        return Ok(());
    }
    Err(Failure::new(format!("{PAGE} says that\n{script}\nprints\n{shown}\nand it printed\n{printed}")))
}

/// The folder with the cases and what becomes of them.
struct BatchFolder {
    folder: PathBuf,
}

impl BatchFolder {
    fn empty() -> Outcome<Self> {
        let folder = project::target().join("spark");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|error| cannot("make", &folder, &error))?;
        for name in PROGRAMS {
            let from = project::root().join("tests/spark").join(name);
            fs::copy(&from, folder.join(name)).map_err(|error| cannot("copy", &from, &error))?;
        }
        Ok(Self { folder })
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn make_cases(&self, asked: &ManyCases) -> Outcome {
        let script = format!("\"$0\" {} {} spoiled.txt > cases.jsonl", asked.cases, asked.seed);
        let maker = project::target().join("release/examples/many_cases");
        Process::new("sh -e -c").arg(script).arg(maker).inside(&self.folder).run()
    }

    /// Everything the page's commands have written.
    fn check(&self, asked: &ManyCases) -> Outcome {
        let spoiled = results::numbers(&self.file("spoiled.txt"))?;
        let one = self.file("results.jsonl");
        let answered = results::check_errors(results::lines_of(&one)?, &spoiled)?;
        if answered.lines != asked.cases {
            return Err(Failure::new(format!("{} cases have {} answers.", asked.cases, answered.lines)));
        }
        println!("one process: {} answers, {} of them errors, each in its place", answered.lines, answered.errors);
        let parallel = results::open(&self.file("parallel.jsonl"))?;
        results::check_same("The results of GNU parallel", parallel, results::open(&one)?)?;
        let parts = parts(&self.file("spark"))?;
        results::check_same("Spark's results", results::joined(&parts)?, results::open(&one)?)?;
        println!("GNU parallel, and Spark in {} partitions: the same, byte for byte", parts.len());
        self.check_bad(&spoiled)?;
        self.check_joined(asked, &spoiled)
    }

    fn check_bad(&self, spoiled: &[usize]) -> Outcome {
        if results::numbers(&self.file("bad-numbers.txt"))? != spoiled {
            return Err(Failure::new("bad-numbers.txt has not the numbers of the bad lines."));
        }
        let listed = results::lines_of(&self.file("bad.jsonl"))?;
        results::check_listed(listed, results::lines_of(&self.file("cases.jsonl"))?, spoiled)?;
        println!("the bad lines are found by their errors");
        Ok(())
    }

    fn check_joined(&self, asked: &ManyCases, spoiled: &[usize]) -> Outcome {
        let cases = asked.cases.min(JOINED);
        let refused = spoiled.iter().filter(|&&number| number <= cases).count();
        let joined = project::read(&self.file("joined.txt"))?;
        let first = joined.lines().next().unwrap_or_default();
        same_print("join.py", first, &format!("{cases} cases, {refused} refused"))
    }

    fn check_claims(&self, tools: &Tools, environment: &[(&'static str, OsString)]) -> Outcome {
        let python = Process::of(&tools.spark()?.python).arg("-B").arg("tests/spark/claims.py");
        let said = python.arg(project::target().join("release/mikrolaan")).arg(self.file("claims"));
        println!("{}", with(said, environment).output()?);
        Ok(())
    }
}

/// The files of Spark's partitions, in order.
fn parts(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| cannot("read", folder, &error))?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let is_part = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("part-"));
    let mut parts: Vec<PathBuf> = paths.filter(is_part).collect();
    parts.sort();
    Ok(parts)
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("Cannot {what} {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<ManyCases, String> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        ManyCases::read(&arguments).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_million_unless_said_and_anything_else_is_refused() {
        assert_eq!(asked(""), Ok(ManyCases { cases: 1_000_000, seed: 1 }));
        assert_eq!(asked("--seed 7 --cases 500"), Ok(ManyCases { cases: 500, seed: 7 }));
        assert!(asked("--cases 0").unwrap_err().contains("--cases: read \"0\""));
        assert!(asked("--cases").is_err());
        assert!(asked("500").is_err());
    }

    #[test]
    fn only_what_answers_every_case_has_a_speed() {
        let took = |script: &str| {
            let command = ShownCommand { script: script.to_owned(), prints: None };
            command.took(Duration::from_secs(2), 500)
        };
        assert_eq!(took("mikrolaan simulate --lines < cases.jsonl"), "  2.0 s, 250 cases a second");
        assert_eq!(took("paste results.jsonl cases.jsonl"), "  2.0 s");
    }

    #[test]
    fn what_is_printed_must_be_what_is_shown() {
        assert!(same_print("echo a", "a", "a").is_ok());
        assert!(same_print("echo a", "b", "a").unwrap_err().to_string().contains("it printed\nb"));
    }
}
