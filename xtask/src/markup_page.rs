//! The page on which the browser tests look at what `view!` promises.

use crate::failure::Outcome;
use crate::tools::Tools;
use crate::wasm::Module;
use crate::{project, terminal};

const PAGE: Module =
    Module { target: "--package mikrolaan-markup --example page", compiled: "examples/page.wasm", name: "page" };

/// Compiles the example of `crates/markup` and writes `target/markup-page/`, ready to be served.
pub(crate) fn build(tools: &Tools) -> Outcome {
    terminal::doing("building the page of the markup");
    let folder = project::target().join("markup-page");
    PAGE.build(tools, &folder)?;
    let sources = project::root().join("crates/markup/examples/page");
    for file in ["index.html", "start.js"] {
        project::write(&folder.join(file), &project::read(&sources.join(file))?)?;
    }
    Ok(())
}
