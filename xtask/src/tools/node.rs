//! Node and the packages of `package-lock.json`.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::{project, terminal};

const OLDEST: u32 = 20;

/// Which packages are needed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packages {
    /// `dependencies`: what builds the site.
    Site,
    /// Those and `devDependencies`: what tests it.
    All,
}

/// Node, new enough.
pub(crate) fn ensure_node() -> Outcome {
    let remedy = format!("install Node {OLDEST} or newer with npm (Debian, Ubuntu: apt-get install nodejs npm)");
    let version =
        Process::new("node --version").output().map_err(|_| Failure::new("Node is missing.").remedy(&remedy))?;
    match major(&version) {
        Some(found) if found >= OLDEST => Ok(()),
        _ => Err(Failure::new(format!("Node {version} is too old.")).remedy(remedy)),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The packages, as the lock file says; the folder of their programs.
pub(crate) fn ensure_packages(wanted: Packages) -> Outcome<PathBuf> {
    let root = project::root();
    let lock = project::read(&root.join("package-lock.json"))?;
    let stamp = root.join("node_modules/.installed-from");
    let installed = project::read(&stamp).unwrap_or_default();
    if !satisfied(&installed, wanted, &lock) {
        install(wanted)?;
        project::write(&stamp, &stamp_text(wanted, &lock))?;
    }
    Ok(root.join("node_modules/.bin"))
}

/// What was installed, and from which lock file.
fn stamp_text(packages: Packages, lock: &str) -> String {
    let set = match packages {
        Packages::Site => "site",
        Packages::All => "all",
    };
    format!("{set}\n{lock}")
}

fn satisfied(stamp: &str, wanted: Packages, lock: &str) -> bool {
    stamp == stamp_text(Packages::All, lock) || stamp == stamp_text(wanted, lock)
}

fn install(wanted: Packages) -> Outcome {
    let (line, what) = match wanted {
        Packages::Site => ("npm ci --omit=dev --ignore-scripts", "wasm-opt"),
        Packages::All => ("npm ci --ignore-scripts", "wasm-opt and the test packages"),
    };
    terminal::doing(&format!("installing {what} ({line})"));
    Process::new(line).run().map_err(|failure| {
        Failure::new(format!("The Node packages could not be installed.\n{failure}"))
            .remedy("check that npm is installed and its registry can be reached, and run the same command again")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
    }

    #[test]
    fn all_packages_serve_for_the_site_but_not_the_other_way() {
        let all = stamp_text(Packages::All, "lock");
        let site = stamp_text(Packages::Site, "lock");
        assert!(satisfied(&all, Packages::Site, "lock"));
        assert!(!satisfied(&site, Packages::All, "lock"));
        assert!(!satisfied(&all, Packages::All, "another lock"));
    }
}
