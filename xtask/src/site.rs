//! `cargo xtask build`: the app as a folder of files for any web server.

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::tools::Tools;
use crate::{assets, project, terminal, wasm};

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
    Process::new("trunk build")
        .env("PATH", tools.path()?)
        .env(wasm::FLAGS, wasm::flags())
        .without_env("NO_COLOR")
        .without_env("RUST_BACKTRACE")
        .run()
        .map_err(|failure| Failure::new(format!("The site was not built.\n{failure}")))?;
    keep_integrity_for_boot()?;
    Process::new("node xtask/site/compress.mjs").arg(project::dist()).run()
}

/// Browsers do not check the integrity of a preloaded module and say so in the console. boot.js
/// checks it when it fetches the module, and reads it here.
fn keep_integrity_for_boot() -> Outcome {
    let page = project::dist().join("index.html");
    let text = project::read(&page)?;
    project::write(&page, &integrity_as_data(&text)?)
}

/// The page with `integrity` of the `<link rel="preload">` renamed to `data-integrity`.
fn integrity_as_data(page: &str) -> Outcome<String> {
    let renamed = page
        .split_once("<link rel=\"preload\"")
        .and_then(|(before, link)| Some((before, link.split_once(" integrity=")?)))
        .filter(|(_, (attributes, _))| !attributes.contains('>'))
        .map(|(before, (attributes, after))| {
            format!("{before}<link rel=\"preload\"{attributes} data-integrity={after}")
        });
    renamed.ok_or_else(|| Failure::new("Trunk wrote no preload link with an integrity."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_preload_link_changes() {
        let page = r#"<link rel="modulepreload" integrity="a"><link rel="preload" href="b" integrity="c"></head>"#;
        let wanted =
            r#"<link rel="modulepreload" integrity="a"><link rel="preload" href="b" data-integrity="c"></head>"#;
        assert_eq!(integrity_as_data(page).unwrap(), wanted);
    }

    #[test]
    fn a_page_without_integrity_is_refused() {
        let page = r#"<link rel="preload" href="b"><link rel="modulepreload" integrity="a">"#;
        assert!(integrity_as_data(page).is_err());
    }
}
