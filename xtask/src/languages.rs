//! Languages as files: each `texts/*.toml` is compiled and offered by the site, which fetches it when it is asked for. The
//! Danish one, of which the program brings most along, when a page is opened whose texts it does not have.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::project;

/// What the texts stand on, in every language alike.
const SOURCES: &str = "sources";
/// The language that shows what was written past the texts; made for the tests alone.
const PSEUDO: &str = "pseudo";

/// Offers every language on the site.
pub(crate) fn offer() -> Outcome {
    let mut offers = Process::new("node xtask/site/languages.mjs").arg(project::dist());
    for texts in all()? {
        let code = texts.file_stem().and_then(OsStr::to_str).unwrap_or_default().to_owned();
        let file = compiled(&code, &texts)?;
        offers = offers.arg(format!("{code}={}", file.display()));
    }
    offers.run()
}

/// The language for the tests, beside what else the site is made of.
pub(crate) fn pseudo() -> Outcome {
    compiled(PSEUDO, Path::new(PSEUDO)).map(|_| ())
}

/// Every Danish text, with those of the pages for the municipality's own people, for those pages.
pub(crate) fn of_office() -> Outcome<PathBuf> {
    compiled_for("office", Path::new("office"), &["office/page.html"])
}

fn all() -> Outcome<Vec<PathBuf>> {
    let folder = project::root().join("texts");
    let entries = fs::read_dir(&folder).map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    let is_offered = |stem: &OsStr| stem != SOURCES;
    files.retain(|file| file.extension() == Some(OsStr::new("toml")) && file.file_stem().is_some_and(is_offered));
    files.sort();
    Ok(files)
}

/// For the page, and what stands in it where it is in a frame.
fn compiled(code: &str, texts: &Path) -> Outcome<PathBuf> {
    compiled_for(code, texts, &["index.html", "embed/frame/parts.html"])
}

fn compiled_for(code: &str, texts: &Path, pages: &[&str]) -> Outcome<PathBuf> {
    let file = project::target().join("site").join(format!("texts-{code}.txt"));
    let command = Process::new("cargo run --locked --quiet --package mikrolaan-app-core --example language --");
    let command = pages.iter().fold(command.arg(texts), |command, page| command.arg(page));
    project::write(&file, &command.output()?)?;
    Ok(file)
}
