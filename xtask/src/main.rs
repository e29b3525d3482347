//! `cargo xtask`: everything a developer runs, set-up included.

mod a11y_report;
mod assets;
mod audit;
mod bench;
mod check;
mod failure;
mod figures;
mod js_package;
mod languages;
mod licences;
mod markup_page;
mod monkey;
mod mutants;
mod names;
mod office;
mod process;
mod project;
mod serve;
mod shots;
mod site;
mod spark;
mod terminal;
mod tools;
mod wasm;

use std::process::ExitCode;

use failure::{Failure, Outcome};

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N]   build the site and serve it on http://127.0.0.1:8080
  test               every check: format, lints, licences, tests, the site, its size, the browser, nginx, Apache and Caddy
  build              leave the site in dist/, ready to be copied to a web server
  figures            list the yearly figures whose next values must be looked for (the only place that asks the date)
  audit              say whether a library we use has a known fault (needs the network; no part of test)
  a11y-report        look at every page with axe, in every language, and write target/a11y-report.md
  npm                leave the engine as a package for Node and browsers in target/npm/mikrolaan-engine
  bench              print speeds and sizes
  mutants [engine|core] [ARGS]
                     change the engine, or the app's core, one small thing at a time and see whether a test notices
                     (hours); ARGS go to cargo-mutants, such as --shard 0/10
  monkey [--minutes N] [--seed S]
                     do what nobody would, in Chromium and Firefox, and see what breaks (N minutes, 5 unless said);
                     a fault tells the seed that repeats it
  spark [--cases N] [--seed S]
                     run what docs/batch.md shows, over N generated cases, a million unless said (18 GB of disk), in one process,
                     GNU parallel and Spark, and hold the results against each other
  names              say which names of types mean several things
  shots              photograph every page (target/shots/) and make docs/screenshot.png
  setup              install what these need (for bench without Python), and nothing else

What is missing is installed by each command, as far as that command needs it.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    let (command, rest) = arguments.split_first().ok_or_else(usage)?;
    match (command.as_str(), rest) {
        ("serve", rest) => serve::run(rest),
        ("test", []) => check::run(),
        ("build", []) => site::run(),
        ("figures", []) => figures::run(),
        ("audit", []) => audit::run(),
        ("a11y-report", []) => a11y_report::run(),
        ("bench", []) => bench::run(),
        ("mutants", rest) => mutants::run(rest),
        ("monkey", rest) => monkey::run(rest),
        ("spark", rest) => spark::run(rest),
        ("npm", []) => js_package::run(),
        ("names", []) => names::run(),
        ("shots", []) => shots::run(),
        ("setup", []) => tools::run(),
        ("help" | "--help" | "-h", _) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(usage()),
    }
}

fn usage() -> Failure {
    Failure::new(USAGE)
}
