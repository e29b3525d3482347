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
    if on_path(program).is_some() {
        return Ok(());
    }
    let remedy = |failure: Failure| failure.remedy(format!("run {}", by_hand(package)));
    if !can_install() {
        return Err(remedy(Failure::new(format!("{program} is missing."))));
    }
    terminal::doing(&format!("installing {package}"));
    install(package).map_err(|failure| remedy(Failure::new(format!("{package} could not be installed.\n{failure}"))))
}
