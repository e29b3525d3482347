//! How Rust is compiled for the browser.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::process::Process;
use crate::project;
use crate::tools::Tools;

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

/// Where the linker leaves a module that is compiled as the site is.
pub(crate) fn of_profile_web(name: &str) -> PathBuf {
    project::target().join("wasm32-unknown-unknown/web").join(name)
}

/// Something beside the site that runs in a browser: compiled as the site is, its glue written by wasm-bindgen.
pub(crate) struct Module {
    /// What Cargo calls it: `--package NAME`, and what of the package.
    pub(crate) target: &'static str,
    /// Where Cargo puts it, below the folder of the profile.
    pub(crate) compiled: &'static str,
    /// What its glue is called.
    pub(crate) name: &'static str,
}

impl Module {
    /// Compiles it, and writes module and glue into `folder`.
    pub(crate) fn build(&self, tools: &Tools, folder: &Path) -> Outcome {
        let Module { target, compiled, name } = self;
        Process::new(&format!("cargo build --locked --profile web --target wasm32-unknown-unknown {target}"))
            .env(FLAGS, flags())
            .run()?;
        Process::new(&format!("wasm-bindgen --target web --no-typescript --out-name {name} --out-dir"))
            .arg(folder)
            .arg(of_profile_web(compiled))
            .env("PATH", tools.path()?)
            .run()
    }
}
