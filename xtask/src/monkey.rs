//! `cargo xtask monkey`: random use of the site, in both browsers.

use crate::failure::Outcome;
use crate::site;
use crate::tools::Tools;

/// Builds the site and lets the monkey at it; what it takes is read by the script.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let tools = Tools::for_tests()?;
    site::build(&tools)?;
    let script = tools.in_browsers("tests/browser/monkey.mjs")?;
    arguments.iter().fold(script, |script, argument| script.arg(argument)).run()
}
