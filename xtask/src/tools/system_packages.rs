//! What the system's package manager installs: Debian's, and that of its kind.

use super::on_path;
use crate::failure::Outcome;
use crate::process::Process;

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
