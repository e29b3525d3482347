//! How Rust is compiled for the browser.

use std::env;
use std::path::PathBuf;

use crate::project;

/// Cargo joins this variable with the `rustflags` of `.cargo/config.toml`.
pub(crate) const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Takes the folders of this machine out of the module: where a panic happened is named in it. So the
/// module is the same wherever it is built, and nobody reads the builder's folders.
pub(crate) fn flags() -> String {
    let folders = [(project::root(), "."), (cargo_home().join("registry/src"), "/crates")];
    let remaps = folders.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    remaps.join(" ")
}

fn cargo_home() -> PathBuf {
    let home = || env::var_os("HOME").map_or_else(PathBuf::new, PathBuf::from).join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}
