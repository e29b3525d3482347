//! Spark, for `cargo xtask spark`: Java and Python of the system, and pyspark from PyPI in an environment of its own.
//!
//! pyspark is no package of the system's. It has Spark itself in it, so nothing else is downloaded; which version, and
//! the hash it must have, stands in `tests/spark/requirements.txt`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::{on_path, python, system_packages};
use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::{project, terminal};

/// Below the root of the project.
const REQUIREMENTS: &str = "tests/spark/requirements.txt";
/// The first Java this Spark runs on.
const OLDEST_JAVA: u32 = 17;
const PYTHON_PACKAGES: &str = "python3 python3-venv";
/// Ends well in a Python that is new enough and makes environments with pip in them.
const PROBE: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

/// Where Spark is.
pub(crate) struct SparkTools {
    /// The environment.
    home: PathBuf,
    /// Its Python, with pyspark.
    pub(crate) python: PathBuf,
}

/// Spark and Java; installs them where that is possible.
pub(super) fn ensure() -> Outcome<SparkTools> {
    system_packages::ensure_where(!has_java(), "Java 17 or newer", "default-jre-headless")?;
    // Another program is called so, too.
    system_packages::ensure_where(!has_gnu_parallel(), "GNU parallel", "parallel")?;
    let home = project::cache()?.join("pyspark");
    let wanted = project::read(&project::root().join(REQUIREMENTS))?;
    let stamp = home.join("installed-from");
    if project::read(&stamp).unwrap_or_default() != wanted {
        install(&home)?;
        project::write(&stamp, &wanted)?;
    }
    Ok(SparkTools { python: home.join("bin/python3"), home })
}

impl SparkTools {
    /// The folder of its programs.
    pub(super) fn programs(&self) -> PathBuf {
        self.home.join("bin")
    }

    /// Removes what the workers of a cluster on this machine leave beside Spark: copies of what they were sent, and what they said.
    pub(crate) fn forget_work(&self) -> Outcome {
        let libraries = self.home.join("lib");
        let versions = fs::read_dir(&libraries).map_err(|error| cannot_read(&libraries, &error))?;
        for version in versions {
            let version = version.map_err(|error| cannot_read(&libraries, &error))?;
            let _ = fs::remove_dir_all(version.path().join("site-packages/pyspark/work"));
        }
        Ok(())
    }
}

fn cannot_read(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("Cannot read {}: {error}", path.display()))
}

fn has_java() -> bool {
    // Spark asks the same variable first.
    let named = env::var_os("JAVA_HOME").map(|home| PathBuf::from(home).join("bin/java"));
    let java = named.or_else(|| on_path("java"));
    let said = java.and_then(|java| Process::of(&java).arg("-version").errors().ok());
    said.is_some_and(|(_, version)| java_major(&version).is_some_and(|major| major >= OLDEST_JAVA))
}

/// The first number of a version such as `openjdk version "17.0.15"`; of the old ones, `"1.8.0"`, it is 1.
fn java_major(said: &str) -> Option<u32> {
    let version = said.split_once("version \"")?.1;
    version.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

fn has_gnu_parallel() -> bool {
    Process::new("parallel --version").output().is_ok_and(|version| version.starts_with("GNU parallel"))
}

/// What is there without its stamp is half an installation.
fn install(home: &Path) -> Outcome {
    let python = python_with_venv()?;
    terminal::doing("installing Spark from PyPI (456 MB, once)");
    let _ = fs::remove_dir_all(home);
    Process::of(&python).arg("-m").arg("venv").arg(home).run()?;
    let pip = Process::of(&home.join("bin/python3"));
    let line = "-m pip install --quiet --require-hashes --no-cache-dir --requirement";
    line.split_whitespace().fold(pip, Process::arg).arg(REQUIREMENTS).run().map_err(|failure| {
        Failure::new(format!("Spark could not be installed.\n{failure}"))
            .remedy("check that PyPI can be reached, and run the same command again")
    })
}

fn python_with_venv() -> Outcome<PathBuf> {
    if let Some(python) = python::first(PROBE) {
        return Ok(python);
    }
    let what = "Python 3.11 or newer with venv";
    system_packages::ensure_where(true, what, PYTHON_PACKAGES)?;
    python::first(PROBE)
        .ok_or_else(|| Failure::new(format!("{PYTHON_PACKAGES} were installed, yet there is no {what}.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_java_is_read() {
        assert_eq!(java_major("openjdk version \"17.0.15\" 2025-04-15\nOpenJDK Runtime"), Some(17));
        assert_eq!(java_major("java version \"1.8.0_401\""), Some(1));
        assert_eq!(java_major("openjdk version \"25\" 2025-09-16"), Some(25));
        assert_eq!(java_major("command not found"), None);
    }

    #[test]
    fn everything_from_pypi_has_one_version_and_one_hash() {
        let text = project::read(&project::root().join(REQUIREMENTS)).expect("the list");
        let packages: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(packages.iter().any(|line| line.starts_with("pyspark==")), "{text}");
        for line in packages {
            assert_eq!((line.matches("==").count(), line.matches("--hash=sha256:").count()), (1, 1), "{line}");
        }
    }
}
