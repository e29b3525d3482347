//! What comes along with the site and the command: our own licence, and those of the libraries that are in them.

use std::path::Path;

use crate::failure::Outcome;
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

fn put(part: &str, folder: &Path) -> Outcome {
    let own = project::read(&project::root().join("LICENSE"))?;
    project::write(&folder.join("LICENSE.txt"), &own)?;
    Process::new("node xtask/site/third-party.mjs").arg(part).arg(folder.join("THIRD-PARTY.txt")).run()
}
