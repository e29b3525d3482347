//! The style sheet and the scripts, made small before Trunk takes them.
//!
//! `style/main.css` imports the others; they become one file, one request.

use crate::failure::Outcome;
use crate::process::Process;
use crate::tools::Tools;

/// Writes what `index.html` names in `target/site/`.
pub(crate) fn prepare(tools: &Tools) -> Outcome {
    let options = "--bundle --minify --format=esm --target=esnext --charset=utf8";
    let place = "--outdir=target/site --entry-names=[name] --log-level=warning";
    Process::new(&format!("esbuild style/main.css boot.js sw.js {options} {place}")).env("PATH", tools.path()?).run()
}
