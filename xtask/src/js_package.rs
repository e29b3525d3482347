//! The engine as a JavaScript package, for the comparison of native with browser and for timing.

use crate::failure::Outcome;
use crate::process::Process;
use crate::tools::Tools;
use crate::wasm::Module;
use crate::{project, terminal};

const ENGINE: Module = Module { target: "--package mikrolaan-js", compiled: "mikrolaan_js.wasm", name: "engine" };

/// Compiles `crates/js` and writes `target/js-package/`, with the cases to compare beside it.
pub(crate) fn build(tools: &Tools) -> Outcome {
    terminal::doing("building the JavaScript package");
    let folder = project::target().join("js-package");
    ENGINE.build(tools, &folder)?;
    let cases = Process::new("cargo run --locked --quiet --package mikrolaan-js --example cases").output()?;
    project::write(&folder.join("cases.jsonl"), &cases)
}
