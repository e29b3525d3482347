//! Python with NumPy, in which the benchmark has the simulation a second and a third time.
//!
//! The system's packages, like the browser: then there is one place to install from, and one remedy. A private
//! environment through pip would need a second registry, and pip itself, which Debian's Python comes without.

use std::env;
use std::path::{Path, PathBuf};

use super::system_packages;
use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::terminal;

const PACKAGES: &str = "python3 python3-numpy";
/// The first Python that reads TOML by itself.
const OLDEST: &str = "3.11";
/// Ends well in a Python that is new enough and has NumPy.
const PROBE: &str = "import sys, numpy; sys.exit(sys.version_info < (3, 11))";
/// Where the system's own Python is when another one comes first on `PATH`.
const OF_THE_SYSTEM: &str = "/usr/bin/python3";

/// A Python's path; installs it where that is possible.
pub(crate) fn ensure() -> Outcome<PathBuf> {
    if let Some(named) = env::var_os("PYTHON") {
        return named_python(PathBuf::from(named));
    }
    match first(PROBE) {
        Some(python) => Ok(python),
        None => install(),
    }
}

fn named_python(path: PathBuf) -> Outcome<PathBuf> {
    if serves(&path, PROBE) {
        return Ok(path);
    }
    let what = format!("PYTHON names {}, which is no Python {OLDEST} or newer with NumPy.", path.display());
    Err(Failure::new(what).remedy("correct it, or unset it"))
}

/// The first in which this program ends well: several may be there, and the first often lacks something.
pub(super) fn first(probe: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path).map(|folder| folder.join("python3"));
    on_path.chain([PathBuf::from(OF_THE_SYSTEM)]).find(|python| serves(python, probe))
}

fn serves(python: &Path, probe: &str) -> bool {
    python.is_file() && Process::of(python).arg("-c").arg(probe).succeeds()
}

fn install() -> Outcome<PathBuf> {
    let none = format!("No Python {OLDEST} or newer with NumPy was found.");
    if !system_packages::can_install() {
        return Err(missing(&none));
    }
    terminal::doing("installing Python and NumPy for the benchmark (half a minute, once)");
    system_packages::install(PACKAGES)
        .map_err(|failure| missing(&format!("Python and NumPy could not be installed.\n{failure}")))?;
    first(PROBE).ok_or_else(|| missing(&format!("Python and NumPy were installed. {none}")))
}

fn missing(what: &str) -> Failure {
    Failure::new(what).remedy(format!(
        "run {}, or install Python {OLDEST} with NumPy in another way and set PYTHON to its path",
        system_packages::by_hand(PACKAGES)
    ))
}
