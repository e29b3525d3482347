//! What the system's package manager installs: Debian's, and that of its kind.

use super::on_path;
use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::terminal;

const UPDATE: &str = "apt-get update";
const INSTALL: &str = "apt-get install --yes --no-install-recommends";

/// Is there such a package manager, and may we use it?
pub(super) fn can_install() -> bool {
    on_path("apt-get").is_some() && Process::new("id -u").output().is_ok_and(|id| id == "0")
}

/// Installs packages, named with spaces between them.
pub(super) fn install(packages: &str) -> Outcome {
    Process::new(UPDATE).run()?;
    Process::new(&format!("{INSTALL} {packages}")).env("DEBIAN_FRONTEND", "noninteractive").run()
}

/// What a person types to the same end.
pub(super) fn by_hand(packages: &str) -> String {
    format!("`sudo {UPDATE} && sudo {INSTALL} {packages}`")
}

/// Installs the package a program is in, unless the program is there.
pub(super) fn ensure(program: &str, package: &str) -> Outcome {
    ensure_where(on_path(program).is_none(), program, package)
}

/// Installs the package of the font, unless the font is there. A Mac has none of Android's, and need not.
pub(super) fn ensure_font(family: &str, package: &str) -> Outcome {
    let is_there =
        || Process::new(&format!("fc-list :family={family} family")).output().is_ok_and(|list| !list.is_empty());
    ensure_where(!cfg!(target_os = "macos") && !is_there(), family, package)
}

/// Installs the package where the thing, named by `what`, is missing.
pub(super) fn ensure_where(is_missing: bool, what: &str, package: &str) -> Outcome {
    if !is_missing {
        return Ok(());
    }
    let remedy = |failure: Failure| failure.remedy(format!("run {}", by_hand(package)));
    if !can_install() {
        return Err(remedy(Failure::new(format!("{what} is missing."))));
    }
    terminal::doing(&format!("installing {package}"));
    install(package).map_err(|failure| remedy(Failure::new(format!("{package} could not be installed.\n{failure}"))))
}
