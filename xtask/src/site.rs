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
    leave_loading_to_boot()?;
    Process::new("node xtask/site/compress.mjs").arg(project::dist()).run()
}

/// What Trunk writes to load the program, and what boot.js reads in its place. Loaded at once, the program
/// would share a slow connection with the style sheet, and the first text would come later. And browsers do
/// not check the integrity of a preloaded module: boot.js does, when it fetches it.
const LINKS: [(&str, &str); 3] = [
    (r#"<link rel="modulepreload""#, r#"<link rel="program-glue""#),
    (r#"<link rel="preload""#, r#"<link rel="program""#),
    (" integrity=", " data-integrity="),
];

/// The links to the program as `boot.js` reads them.
fn leave_loading_to_boot() -> Outcome {
    let page = project::dist().join("index.html");
    let text = project::read(&page)?;
    project::write(&page, &with_links_for_boot(&text)?)
}

fn with_links_for_boot(page: &str) -> Outcome<String> {
    let [glue, module, integrity] = LINKS;
    let changed = page.split_once(module.0).and_then(|(before, link)| {
        let (attributes, after) = link.split_once(integrity.0)?;
        let before = before.contains(glue.0).then(|| before.replacen(glue.0, glue.1, 1))?;
        (!attributes.contains('>')).then(|| [&before, module.1, attributes, integrity.1, after].concat())
    });
    changed.ok_or_else(|| Failure::new("Trunk wrote no links to the program with their integrity."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_links_no_longer_load_and_keep_their_integrity() {
        let page = r#"<link rel="modulepreload" integrity="a"><link rel="preload" href="b" integrity="c"></head>"#;
        let wanted =
            r#"<link rel="program-glue" integrity="a"><link rel="program" href="b" data-integrity="c"></head>"#;
        assert_eq!(with_links_for_boot(page).unwrap(), wanted);
    }

    #[test]
    fn a_page_without_integrity_is_refused() {
        let page = r#"<link rel="preload" href="b"><link rel="modulepreload" integrity="a">"#;
        assert!(with_links_for_boot(page).is_err());
    }
}
