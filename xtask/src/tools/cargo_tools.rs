//! Trunk, wasm-bindgen, cargo-deny and cargo-mutants, built from source once and kept by version.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::{project, terminal};

/// A program that `cargo install` builds.
struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    options: &'static str,
    takes: &'static str,
}

/// Bundles the site. Without its default features it has neither TLS nor an update check, and so
/// downloads nothing: it uses the tools we put on its path.
const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    version: "0.21.14",
    options: "--no-default-features",
    takes: "about two minutes",
};

/// Writes the JavaScript glue. Must be of the same version as the library in `Cargo.lock`.
const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.126",
    options: "",
    takes: "about a minute",
};

/// Holds the libraries against `deny.toml`: licences, sources, known faults.
const DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    program: "cargo-deny",
    version: "0.20.2",
    options: "",
    takes: "about two minutes",
};

/// Changes the engine one small thing at a time, to see whether a test notices. Only `cargo xtask mutants` needs it.
const MUTANTS: CargoTool = CargoTool {
    package: "cargo-mutants",
    program: "cargo-mutants",
    version: "27.1.0",
    options: "",
    takes: "about three minutes",
};

/// The folder of cargo-deny, which is there afterwards.
pub(super) fn ensure_deny() -> Outcome<PathBuf> {
    DENY.ensure()
}

/// The folder of cargo-mutants, which is there afterwards.
pub(super) fn ensure_mutants() -> Outcome<PathBuf> {
    MUTANTS.ensure()
}

/// The folders of the programs, which are there afterwards.
pub(crate) fn ensure_all() -> Outcome<Vec<PathBuf>> {
    let lock = project::read(&project::root().join("Cargo.lock"))?;
    check_same_version(&lock)?;
    [TRUNK, WASM_BINDGEN].iter().map(CargoTool::ensure).collect()
}

fn check_same_version(lock: &str) -> Outcome {
    let ours = WASM_BINDGEN.version;
    match locked_version(lock, "wasm-bindgen") {
        Some(locked) if locked == ours => Ok(()),
        locked => Err(Failure::new(format!(
            "Cargo.lock has wasm-bindgen {}, xtask installs wasm-bindgen-cli {ours}. They must be equal.",
            locked.unwrap_or("(none)")
        ))
        .remedy(format!(
            "run `cargo update -p wasm-bindgen --precise {ours}`, or change the version in xtask/src/tools/cargo_tools.rs"
        ))),
    }
}

/// The version of a package in a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

impl CargoTool {
    fn ensure(&self) -> Outcome<PathBuf> {
        let programs = self.folder("")?.join("bin");
        if !programs.join(self.program).is_file() {
            self.install()?;
        }
        Ok(programs)
    }

    fn folder(&self, suffix: &str) -> Outcome<PathBuf> {
        let name = format!("{}-{}{suffix}", self.package, self.version);
        Ok(project::cache()?.join(name))
    }

    /// Builds beside the final place and moves it there whole: half an installation never counts.
    fn install(&self) -> Outcome {
        terminal::doing(&format!("installing {} {} ({}, once)", self.package, self.version, self.takes));
        let (home, unfinished) = (self.folder("")?, self.folder(".unfinished")?);
        let build = self.folder(".build")?;
        self.cargo_install(&unfinished, &build)?;
        let _ = fs::remove_dir_all(&build);
        let _ = fs::remove_dir_all(&home);
        fs::rename(&unfinished, &home)
            .map_err(|error| Failure::new(format!("Cannot write {}: {error}", home.display())))
    }

    /// Unoptimised: a quarter of the time to build, and as good for programs that run for a second.
    fn cargo_install(&self, into: &Path, build: &Path) -> Outcome {
        let Self { package, version, options, .. } = self;
        let line = format!("cargo install {package} --version ={version} --locked --force {options} --root");
        Process::new(&line)
            .arg(into)
            .arg("--target-dir")
            .arg(build)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .run()
            .map_err(|failure| {
                Failure::new(format!("{package} {version} could not be installed.\n{failure}"))
                    .remedy("check that the crates registry can be reached, and run the same command again")
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.9\"\n\n[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.7\"\n";

    #[test]
    fn a_locked_version_is_found_by_whole_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.9"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-futures"), Some("0.4.7"));
        assert_eq!(locked_version(LOCK, "bindgen"), None);
    }

    #[test]
    fn another_version_is_refused_with_a_remedy() {
        let message = check_same_version(LOCK).unwrap_err().to_string();
        assert!(message.contains("0.2.9") && message.contains("What to do"));
    }
}
