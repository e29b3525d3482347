//! The Rust toolchain: whichever is active, with the WebAssembly target, rustfmt and clippy.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::terminal;

const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for WebAssembly.
pub(crate) fn ensure_wasm_target() -> Outcome {
    if has_wasm_target() {
        return Ok(());
    }
    let install = format!("rustup target add {TARGET}");
    add(&install, &format!("the target {TARGET}"))
}

fn has_wasm_target() -> bool {
    let asked = format!("rustc --print target-libdir --target {TARGET}");
    Process::new(&asked).output().is_ok_and(|folder| Path::new(&folder).is_dir())
}

/// rustfmt and clippy, for the checks.
pub(crate) fn ensure_components() -> Outcome {
    for (probe, component) in [("rustfmt --version", "rustfmt"), ("cargo clippy --version", "clippy")] {
        if !Process::new(probe).succeeds() {
            add(&format!("rustup component add {component}"), component)?;
        }
    }
    Ok(())
}

fn add(install: &str, what: &str) -> Outcome {
    terminal::doing(&format!("installing {what}"));
    Process::new(install).env("RUSTUP_AUTO_INSTALL", "0").run().map_err(|failure| {
        Failure::new(format!("{what} is missing and could not be installed.\n{failure}")).remedy(format!(
            "check the network, then run `{install}`; without rustup, install it with the package that brought rustc"
        ))
    })
}
