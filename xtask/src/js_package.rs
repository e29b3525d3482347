//! The engine as a JavaScript package: `cargo xtask npm`, and what only `cargo xtask bench` measures with.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::process::Process;
use crate::tools::Tools;
use crate::wasm::Module;
use crate::{licences, project, site, terminal};

const ENGINE: Module = Module { target: "--package mikrolaan-js", compiled: "mikrolaan_js.wasm", name: "engine" };
const MEASURED: Module = Module { target: "--package mikrolaan-js --features bench", ..ENGINE };

/// What wasm-opt does: the passes of the site's module (`index.html`), for which brotli finds least to write, and a search
/// for functions that are nearly the same.
const SHRINK: &str = "-Oz --merge-similar-functions --converge --skip-pass=local-cse --one-caller-inline-max-function-size=20 \
     --always-inline-max-function-size=4 --skip-pass=memory-packing --reorder-functions-by-name --low-memory-unused \
     --zero-filled-memory --strip-producers --strip-target-features --enable-bulk-memory --enable-nontrapping-float-to-int \
     --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue";

/// `cargo xtask npm`: the package in `target/npm/mikrolaan-engine`, ready for `npm publish` or `npm install FOLDER`.
pub(crate) fn run() -> Outcome {
    build(&Tools::for_site()?)?;
    println!("\nThe package is in {}.", folder().display());
    Ok(())
}

fn folder() -> PathBuf {
    project::target().join("npm/mikrolaan-engine")
}

/// The package, and beside it the cases it is tried with.
pub(crate) fn build(tools: &Tools) -> Outcome {
    terminal::doing("building the JavaScript package");
    let made = project::target().join("npm/made");
    ENGINE.build(tools, &made)?;
    shrink(tools, &made.join("engine_bg.wasm"))?;
    for name in ["case", "requests", "results"] {
        let schema =
            Process::new(&format!("cargo run --locked --quiet --package mikrolaan-js --example schemas {name}"));
        project::write(&made.join(format!("{name}.schema.json")), &format!("{}\n", schema.output()?))?;
    }
    Process::new("node xtask/npm/pack.mjs").arg(&made).arg(folder()).arg(env!("CARGO_PKG_VERSION")).run()?;
    licences::of_package(&folder())?;
    cases(&project::target().join("npm/cases.jsonl"))
}

fn shrink(tools: &Tools, module: &Path) -> Outcome {
    Process::new(&format!("wasm-opt {SHRINK}"))
        .arg(module)
        .arg(format!("--output={}", module.display()))
        .env("PATH", site::with_our_wasm_opt(&tools.path()?)?)
        .env("TRIM_ENGINE", "yes")
        .run()
}

fn cases(file: &Path) -> Outcome {
    let cases = Process::new("cargo run --locked --quiet --package mikrolaan-js --example cases").output()?;
    project::write(file, &cases)
}

/// The module with what is measured, in `target/js-package`.
pub(crate) fn build_measured(tools: &Tools) -> Outcome {
    terminal::doing("building the engine that is measured");
    MEASURED.build(tools, &project::target().join("js-package"))
}
