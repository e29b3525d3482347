//! `cargo xtask a11y-report`: what axe says of every page, as a file somebody can read.

use crate::failure::Outcome;
use crate::site;
use crate::tools::Tools;

/// Builds the site and looks at all of it.
pub(crate) fn run() -> Outcome {
    let tools = Tools::for_browser()?;
    site::build(&tools)?;
    tools.in_browsers("tests/browser/a11y-report.mjs")?.run()
}
