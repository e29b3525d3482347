//! The engine as a JavaScript package, for the comparison of native with browser and for timing.

use crate::failure::Outcome;
use crate::process::Process;
use crate::tools::Tools;
use crate::{project, terminal, wasm};

/// Compiles `crates/js` and writes `target/js-package/`, with the cases to compare beside it.
pub(crate) fn build(tools: &Tools) -> Outcome {
    terminal::doing("building the JavaScript package");
    Process::new("cargo build --locked --profile web --target wasm32-unknown-unknown --package mikrolaan-js")
        .env(wasm::FLAGS, wasm::flags())
        .run()?;
    let module = project::target().join("wasm32-unknown-unknown/web/mikrolaan_js.wasm");
    Process::new("wasm-bindgen --target web --no-typescript --out-name engine --out-dir")
        .arg(project::target().join("js-package"))
        .arg(module)
        .env("PATH", tools.path()?)
        .run()?;
    let cases = Process::new("cargo run --locked --quiet --package mikrolaan-js --example cases").output()?;
    project::write(&project::target().join("js-package/cases.jsonl"), &cases)
}
