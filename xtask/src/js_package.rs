//! The engine as a JavaScript package, for the comparison of native with browser and for timing.

use crate::failure::Outcome;
use crate::process::Process;
use crate::project;
use crate::terminal;
use crate::tools::Tools;

/// Compiles `crates/js` and writes `target/js-package/`.
pub(crate) fn build(tools: &Tools) -> Outcome {
    terminal::doing("building the JavaScript package");
    Process::new("cargo build --profile web --target wasm32-unknown-unknown --package mikrolaan-js").run()?;
    let module = project::target().join("wasm32-unknown-unknown/web/mikrolaan_js.wasm");
    Process::new("wasm-bindgen --target web --no-typescript --out-name engine --out-dir")
        .arg(project::target().join("js-package"))
        .arg(module)
        .env("PATH", tools.path()?)
        .run()
}
