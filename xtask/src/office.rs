//! The pages for the municipality's own people (`sag/`, `evaluering/`): a program of their own, so that the citizen's first
//! visit carries none of it.

use crate::failure::Outcome;
use crate::process::Process;
use crate::tools::Tools;
use crate::wasm::Module;
use crate::{languages, project, site, terminal};

const PROGRAM: Module =
    Module { target: "--package mikrolaan-office", compiled: "mikrolaan-office.wasm", name: "office" };

/// What wasm-opt does: as for the citizen's module (`index.html`), where the passes were measured.
const SHRINK: &str = "-Os --converge --skip-pass=local-cse --one-caller-inline-max-function-size=20 \
     --always-inline-max-function-size=4 --skip-pass=memory-packing --reorder-functions-by-name --low-memory-unused \
     --zero-filled-memory --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
     --enable-mutable-globals --enable-reference-types --enable-multivalue";

/// Puts the pages and their program into the finished site.
pub(crate) fn build(tools: &Tools) -> Outcome {
    terminal::doing("building the pages for the municipality's own people");
    let made = project::target().join("office");
    PROGRAM.build(tools, &made)?;
    let module = made.join("office_bg.wasm");
    Process::new(&format!("wasm-opt {SHRINK}"))
        .arg(&module)
        .arg("-o")
        .arg(&module)
        .env("PATH", site::with_our_wasm_opt(&tools.path()?)?)
        .run()?;
    let options = "--bundle --minify --format=esm --target=esnext --charset=utf8";
    Process::new(&format!(
        "esbuild style/office.css office/boot.js office/qr.js {options} --entry-names=[name] --log-level=warning"
    ))
    .arg(format!("--outdir={}", made.display()))
    .env("PATH", tools.path()?)
    .run()?;
    let texts = languages::of_office()?;
    Process::new("node xtask/site/office.mjs").arg(project::dist()).arg(made).arg(texts).run()
}
