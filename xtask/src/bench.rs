//! `cargo xtask bench`: prints how fast and how large. Figures and ratios, never a verdict.
//!
//! Every row has the same shape: what, the figure, the figure aimed for, and how the two compare.
//! `tests/browser/bench.mjs` prints the rows that need a browser, `bench/plain.rs` those that need Python.

mod plain;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::tools::Tools;
use crate::{js_package, project, site};

/// One case of sixty months with everything in it; `REVENUE` differs from line to line.
const SIXTY_MONTHS: &str = include_str!("../bench/sixty-months.json");
const ROUNDS: usize = 3;

/// A way of running the command over many lines.
struct Throughput {
    what: &'static str,
    arguments: &'static [&'static str],
    lines: usize,
    wanted: u32,
}

const THROUGHPUTS: [Throughput; 3] = [
    Throughput {
        what: "simulate --lines --key-figures, cases a second",
        arguments: &["simulate", "--lines", "--key-figures"],
        lines: 80_000,
        wanted: 40_000,
    },
    Throughput {
        what: "simulate --lines with all months, cases a second",
        arguments: &["simulate", "--lines"],
        lines: 8_000,
        wanted: 3_000,
    },
    Throughput {
        what: "screen --lines, cases a second",
        arguments: &["screen", "--lines"],
        lines: 40_000,
        wanted: 40_000,
    },
];

/// Builds everything, then measures.
pub(crate) fn run() -> Outcome {
    let tools = Tools::for_bench()?;
    Process::new("cargo build --locked --release --package mikrolaan-cli").run()?;
    site::build(&tools)?;
    js_package::build_measured(&tools)?;
    println!("\n━━ The engine, native");
    Process::new("cargo bench --locked --package mikrolaan-engine --bench simulate").run()?;
    println!("\n━━ The command, on every core");
    check_case()?;
    for throughput in &THROUGHPUTS {
        throughput.measure()?;
    }
    plain::run(tools.python()?)?;
    tools.in_browsers("tests/browser/bench.mjs")?.run()
}

impl Throughput {
    fn measure(&self) -> Outcome {
        let input = many_lines(self.lines)?;
        let fastest = (0..ROUNDS)
            .map(|_| self.one_round(&input))
            .collect::<Outcome<Vec<_>>>()?
            .into_iter()
            .min()
            .unwrap_or_default();
        let a_second = self.lines as f64 / fastest.as_secs_f64();
        print_row(self.what, a_second, f64::from(self.wanted));
        Ok(())
    }

    fn one_round(&self, input: &Path) -> Outcome<Duration> {
        let lines = File::open(input).map_err(|error| cannot("read", input, &error))?;
        let program = command();
        let begun = Instant::now();
        let status = Command::new(&program)
            .args(self.arguments)
            .stdin(lines)
            .stdout(Stdio::null())
            .status()
            .map_err(|error| cannot("run", &program, &error))?;
        if !status.success() {
            return Err(Failure::new(format!("{} ended with {status}.", self.what)));
        }
        Ok(begun.elapsed())
    }
}

/// With `--lines` a wrong case is answered too, only faster: make sure that it is right.
fn check_case() -> Outcome {
    let input = many_lines(1)?;
    Process::of(&command()).arg("check").arg(input).output().map(drop)
}

/// The command as it was built.
fn command() -> PathBuf {
    project::target().join("release/mikrolaan")
}

/// A file with one case a line, each with another revenue.
fn many_lines(count: usize) -> Outcome<PathBuf> {
    lines_with(&format!("{count}.jsonl"), (0..count).map(|index| 15_000 + index % 20_000))
}

/// A file with one case a line, each with one of these revenues.
fn lines_with(name: &str, revenues: impl Iterator<Item = usize>) -> Outcome<PathBuf> {
    let folder = project::target().join("bench");
    let path = folder.join(name);
    let template: String = SIXTY_MONTHS.lines().map(str::trim).collect();
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut file = BufWriter::new(File::create(&path)?);
        for revenue in revenues {
            writeln!(file, "{}", template.replace("REVENUE", &revenue.to_string()))?;
        }
        file.flush()
    };
    write().map_err(|error| cannot("write", &path, &error))?;
    Ok(path)
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("Cannot {what} {}: {error}", path.display()))
}

/// A figure of which more is better.
fn print_row(what: &str, measured: f64, wanted: f64) {
    println!("{what:<52} {measured:>12.0}   aim ≥ {wanted:>8.0}   {:>6.2} × the aim", measured / wanted);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_is_one_line_once_joined_and_has_its_placeholder() {
        let line: String = SIXTY_MONTHS.lines().map(str::trim).collect();
        assert!(!line.contains('\n'));
        assert_eq!(line.matches("REVENUE").count(), 1);
    }
}
