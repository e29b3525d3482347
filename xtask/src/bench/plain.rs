//! The engine's speed beside that of the same simulation in Python and in NumPy (`xtask/bench/*.py`).
//!
//! All three do the same cases on one core, and each times itself, so that starting a program and reading its files
//! is left out. Both Python programs first hold every month and key figure against the engine's, to the øre, over these
//! cases and many unlike them; a difference ends the benchmark. The engine's time includes what the others leave out:
//! checking what it reads, the notes, and the list of figures used.

use std::path::Path;

use super::{command, lines_with};
use crate::failure::{Failure, Outcome};
use crate::process::Process;

/// Enough for NumPy to be at its best.
const CASES: usize = 4_000;
const LOWEST_REVENUE: usize = 15_000;
const STEP: usize = 5;

/// What a program prints of itself: microseconds a case.
struct Times {
    /// From cases that have been read to months and key figures.
    arithmetic: f64,
    /// From lines of JSON to the key figures as lines of JSON.
    lines: f64,
}

/// Checks, measures and prints.
pub(super) fn run(python: &Path) -> Outcome {
    println!("\n━━ The same simulation in Python and in NumPy, {CASES} cases, one core");
    let cases = lines_with("plain.jsonl", (0..CASES).map(|index| LOWEST_REVENUE + index * STEP))?;
    let engine =
        Process::new("cargo bench --locked --package mikrolaan-engine --bench cases --").arg(&cases).output()?;
    let numpy = checked(python, "vectorised.py", &cases)?;
    let plain = checked(python, "plain.py", &cases)?;
    println!("equal to the øre in all three: every month and key figure of {} cases", figure(&plain, "checked")?);
    println!(
        "timed in the running program, without start-up and files; only the engine checks what it reads, and gives"
    );
    println!("notes and the figures used");
    let (engine, numpy, plain) = (Times::read(&engine)?, Times::read(&numpy)?, Times::read(&plain)?);
    print_rows("a case that has been read, to its months", [engine.arithmetic, numpy.arithmetic, plain.arithmetic]);
    print_rows("a line of JSON, to its key figures in JSON", [engine.lines, numpy.lines, plain.lines]);
    Ok(())
}

/// What a Python program prints once it agrees with the engine.
fn checked(python: &Path, program: &str, cases: &Path) -> Outcome<String> {
    // -B: nothing compiled is left among the sources.
    let program = Path::new("xtask/bench").join(program);
    Process::of(python).arg("-B").arg(program).arg(command()).arg(cases).output()
}

impl Times {
    fn read(printed: &str) -> Outcome<Self> {
        Ok(Self { arithmetic: figure(printed, "arithmetic")?, lines: figure(printed, "lines")? })
    }
}

/// The number on the line that begins with this name.
fn figure(printed: &str, name: &str) -> Outcome<f64> {
    let mut values = printed.lines().filter_map(|line| line.strip_prefix(name)?.trim().parse().ok());
    values.next().ok_or_else(|| Failure::new(format!("The benchmark printed no `{name}`:\n{printed}")))
}

/// One row a program, with its time as a multiple of the engine's.
fn print_rows(what: &str, [engine, numpy, plain]: [f64; 3]) {
    println!("{:<52} {engine:>9.1} µs", format!("{what}: engine"));
    for (program, time) in [("NumPy, all cases at once", numpy), ("Python", plain)] {
        println!("{:<52} {time:>9.1} µs   {:>8.2} × the engine's time", format!("  {program}"), time / engine);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_by_its_name() {
        let printed = "checked 12\narithmetic 3.250\nlines 40.000";
        assert_eq!(figure(printed, "lines").unwrap(), 40.0);
        assert_eq!(figure(printed, "arithmetic").unwrap(), 3.25);
        assert!(figure(printed, "months").unwrap_err().to_string().contains("no `months`"));
    }
}
