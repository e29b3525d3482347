//! `cargo xtask shots`: pictures of every page, and the one in the README.

use crate::failure::Outcome;
use crate::site;
use crate::tools::Tools;

/// Builds the site and photographs it.
pub(crate) fn run() -> Outcome {
    let tools = Tools::for_browser()?;
    site::build(&tools)?;
    tools.in_browsers("tests/browser/shots.mjs")?.run()
}
