//! `cargo xtask build`: the app as a folder of files for any web server.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::tools::Tools;
use crate::{assets, languages, licences, office, project, terminal, wasm};

/// Builds the site with whatever tools that takes, and says how large it is.
pub(crate) fn run() -> Outcome {
    let tools = Tools::for_site()?;
    build(&tools)?;
    println!("\nThe site is in {}. How to serve it: docs/hosting.md", project::dist().display());
    Ok(())
}

/// Trunk compiles, writes the glue, shrinks the module, and names every file after its content;
/// then each file gets its compressed companions.
pub(crate) fn build(tools: &Tools) -> Outcome {
    terminal::doing("building the site");
    assets::prepare(tools)?;
    // Trunk reads NO_COLOR as true or false and stops at the usual 1; with RUST_BACKTRACE it buries
    // the compiler's message under its own stack.
    Process::new("trunk build --locked")
        .env("PATH", with_our_wasm_opt(&tools.path()?)?)
        .env(wasm::FLAGS, wasm::flags())
        .env("SPLIT_LINKED", wasm::of_profile_web("mikrolaansberegneren.wasm"))
        .env("SPLIT_SECOND", second())
        .without_env("NO_COLOR")
        .without_env("RUST_BACKTRACE")
        .run()
        .map_err(|failure| Failure::new(format!("The site was not built.\n{failure}")))?;
    leave_loading_to_boot()?;
    licences::of_site()?;
    Process::new("node xtask/site/shrink.mjs").arg(project::dist()).arg(second()).run()?;
    languages::offer()?;
    office::build(tools)?;
    Process::new("node xtask/site/embed.mjs").arg(project::dist()).run()?;
    Process::new("node xtask/site/compress.mjs").arg(project::dist()).run()
}

/// The module with what is fetched when a page is opened to look something up, before it has its name on the site.
fn second() -> PathBuf {
    project::target().join("site/looked-up.wasm")
}

/// `PATH` with the script first that trims the module before wasm-opt shrinks it: only Trunk knows the moment.
pub(crate) fn with_our_wasm_opt(path: &OsStr) -> Outcome<OsString> {
    let ours = project::root().join("xtask/site/bin");
    env::join_paths([ours].into_iter().chain(env::split_paths(path)))
        .map_err(|error| Failure::new(format!("PATH cannot be set: {error}")))
}

/// Trunk writes links that load the program at once. Then it would share a slow connection with the style
/// sheet, and the first text would come later; so the page only names it, and boot.js loads it. That also
/// checks the integrity, which browsers do not do for a preloaded module.
fn leave_loading_to_boot() -> Outcome {
    let page = project::dist().join("index.html");
    let text = project::read(&page)?;
    project::write(&page, &with_names_for_boot(&text)?)
}

fn with_names_for_boot(page: &str) -> Outcome<String> {
    let named = name(page, "<link rel=\"modulepreload\"", "program-glue")
        .and_then(|page| name(&page, "<link rel=\"preload\"", "program"));
    named.ok_or_else(|| Failure::new("Trunk wrote no links to the program with their integrity."))
}

/// The page with a link replaced by the name of what it would have loaded, and its integrity.
fn name(page: &str, link: &str, name: &str) -> Option<String> {
    let (before, rest) = page.split_once(link)?;
    let (attributes, after) = rest.split_once('>')?;
    let value = |attribute: &str| attributes.split_once(attribute)?.1.split('"').next();
    let (href, integrity) = (value(" href=\"")?, value(" integrity=\"")?);
    let meta = format!("<meta name=\"{name}\" content=\"{href}\" data-integrity=\"{integrity}\">");
    Some([before, &meta, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_named_with_its_integrity_and_not_loaded() {
        let page = r#"<link rel="modulepreload" href="a" integrity="b"><link rel="preload" href="c" x integrity="d" as="fetch"></head>"#;
        let wanted = r#"<meta name="program-glue" content="a" data-integrity="b"><meta name="program" content="c" data-integrity="d"></head>"#;
        assert_eq!(with_names_for_boot(page).unwrap(), wanted);
    }

    #[test]
    fn a_page_without_integrity_is_refused() {
        let page = r#"<link rel="preload" href="b"><link rel="modulepreload" href="a" integrity="a">"#;
        assert!(with_names_for_boot(page).is_err());
    }
}
