//! `cargo xtask audit`: do the libraries have known faults, and are they still looked after?
//!
//! It holds `Cargo.lock` against the public database of faults, so it needs the network; `cargo xtask test` does not.

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::terminal;
use crate::tools::Tools;

/// What cargo-deny writes when it has no database to look in.
const NO_DATABASE: [&str; 3] =
    ["failed to fetch advisory database", "failed to load advisory database", "failed to open advisory"];

/// Fails when a fault is known, and in other words when nobody could look.
pub(crate) fn run() -> Outcome {
    let tools = Tools::for_audit()?;
    terminal::doing("fetching the database of known faults");
    let check = Process::new("cargo deny --locked check advisories").env("PATH", tools.path()?);
    let (succeeded, said) = check.errors()?;
    eprintln!("{said}");
    verdict(succeeded, &said)
}

fn verdict(succeeded: bool, said: &str) -> Outcome {
    if succeeded {
        println!("No fault is known in the libraries we use.");
        return Ok(());
    }
    if NO_DATABASE.iter().any(|words| said.contains(words)) {
        return Err(Failure::new(
            "The database of known faults could not be fetched. So nothing is known, good or bad.",
        )
        .remedy("check that GitHub can be reached, where the database is, and run `cargo xtask audit` again"));
    }
    Err(Failure::new("A library has a known fault; it stands above.")
        .remedy("update it (`cargo update -p NAME`), or write in deny.toml why it does not concern us"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_database_is_not_taken_for_a_verdict() {
        let message = verdict(false, "[ERROR] failed to fetch advisory database").unwrap_err().to_string();
        assert!(message.contains("nothing is known"), "{message}");
    }

    #[test]
    fn a_fault_is_one() {
        let message = verdict(false, "error[vulnerability]: a fault").unwrap_err().to_string();
        assert!(message.contains("known fault; it stands above"), "{message}");
        assert!(verdict(true, "advisories ok").is_ok());
    }
}
