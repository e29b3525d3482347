//! `cargo xtask test`: everything that must hold, one step after the other.
//!
//! A step that fails does not stop the others: one run shows all there is to mend.

use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::tools::Tools;
use crate::{figures, js_package, languages, licences, markup_page, project, site, terminal};

type CheckStep = (&'static str, fn(&Tools) -> Outcome);

const STEPS: [CheckStep; 14] = [
    ("format", |_| Process::new("cargo fmt --all --check").run()),
    ("lints", |_| Process::new("cargo clippy --locked --workspace --all-targets -- -D warnings").run()),
    ("lints in WebAssembly", |_| lints_in_webassembly()),
    ("licences and sources of the libraries", libraries),
    ("tests", |_| tests()),
    ("examples in the documentation", |_| Process::new("cargo test --locked --doc --workspace").run()),
    ("the command", |_| command()),
    ("the site", site::build),
    ("the JavaScript package", js_package::build),
    ("the package in Node", package),
    ("the page of the markup", markup_page::build),
    ("HTML", html),
    ("sizes", sizes),
    ("browser", browser),
];

/// Runs every step; fails when one did.
pub(crate) fn run() -> Outcome {
    let mut tools = None;
    let (outcome, took) = terminal::step("set-up", || {
        tools = Some(Tools::for_tests()?);
        Ok(())
    });
    outcome?;
    let tools = tools.ok_or_else(|| Failure::new("There are no tools."))?;

    let mut results = vec![("set-up", true, took)];
    for (title, work) in STEPS {
        let (outcome, took) = terminal::step(title, || work(&tools));
        results.push((title, outcome.is_ok(), took));
    }
    let outcome = summary(&results);
    figures::warn();
    outcome
}

/// The app and the package as they are compiled for the browser.
fn lints_in_webassembly() -> Outcome {
    Process::new(
        "cargo clippy --locked --target wasm32-unknown-unknown --package mikrolaansberegneren --package mikrolaan-js --package mikrolaan-office -- -D warnings",
    )
    .run()
}

fn tests() -> Outcome {
    if Process::new("cargo nextest --version").succeeds() {
        Process::new("cargo nextest run --locked --workspace --no-fail-fast").run()
    } else {
        Process::new("cargo test --locked --workspace --all-targets --no-fail-fast").run()
    }
}

fn command() -> Outcome {
    Process::new("cargo build --locked --release --package mikrolaan-cli").run()?;
    licences::of_command()
}

/// What `deny.toml` asks of every library, known faults left out: those need the network (`cargo xtask audit`).
fn libraries(tools: &Tools) -> Outcome {
    Process::new("cargo deny --locked check --hide-inclusion-graph licenses bans sources")
        .env("PATH", tools.path()?)
        .run()
}

/// The page as it is served.
fn html(tools: &Tools) -> Outcome {
    Process::new("html-validate --config tests/browser/html-validate.mjs")
        .arg(project::dist().join("index.html"))
        .arg(project::dist().join("sag/index.html"))
        .arg(project::dist().join("evaluering/index.html"))
        .arg(project::dist().join("indlejring.html"))
        .env("PATH", tools.path()?)
        .run()
}

/// What the package is, holds and says, its types and its README among it; that it answers as the command does is tried in
/// Node and in a browser (`parity.test.mjs`).
fn package(tools: &Tools) -> Outcome {
    Process::new("node --test --test-reporter=spec tests/npm/").env("PATH", tools.path()?).run()
}

/// What a browser fetches on a first visit.
fn sizes(tools: &Tools) -> Outcome {
    tools.in_browsers("--test --test-reporter=spec tests/browser/sizes.mjs")?.run()
}

fn browser(tools: &Tools) -> Outcome {
    languages::pseudo()?;
    let servers = tools.servers()?;
    let tests = tools.in_browsers("tests/browser/run.mjs")?.env("WEBKIT_DRIVER", tools.webkit()?);
    tests.env("NGINX", &servers.nginx).env("APACHE", &servers.apache).env("CADDY", &servers.caddy).run()
}

fn summary(results: &[(&str, bool, Duration)]) -> Outcome {
    println!();
    for (title, passed, took) in results {
        let mark = if *passed { "passed" } else { "FAILED" };
        println!("  {mark}  {title} ({})", terminal::seconds(*took));
    }
    let all: Duration = results.iter().map(|(_, _, took)| *took).sum();
    let failed = results.iter().filter(|(_, passed, _)| !passed).count();
    println!("  in all {}", terminal::seconds(all));
    println!("\n{} passed, {failed} failed", results.len() - failed);
    if failed == 0 { Ok(()) } else { Err(Failure::new("Not everything holds.")) }
}
