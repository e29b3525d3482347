//! What comes along with the site and the command: our own licence, and those of the libraries that are in them.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::project;

/// Beside the page, which links to both.
pub(crate) fn of_site() -> Outcome {
    put("site", &project::dist())
}

/// Beside the command.
pub(crate) fn of_command() -> Outcome {
    put("command", &project::target().join("release"))
}

/// In the package, where `LICENSE` is what npm looks for.
pub(crate) fn of_package(folder: &Path) -> Outcome {
    put("package", folder)?;
    let (ours, theirs) = (folder.join("LICENSE.txt"), folder.join("LICENSE"));
    std::fs::rename(&ours, &theirs).map_err(|error| Failure::new(format!("Cannot rename {}: {error}", ours.display())))
}

fn put(part: &str, folder: &Path) -> Outcome {
    let own = project::read(&project::root().join("LICENSE"))?;
    project::write(&folder.join("LICENSE.txt"), &own)?;
    Process::new("node xtask/site/third-party.mjs").arg(part).arg(folder.join("THIRD-PARTY.txt")).run()
}
