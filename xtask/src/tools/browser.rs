//! The browser the tests run in: any Chromium, the system's own if there is one.

use std::env;
use std::path::{Path, PathBuf};

use super::on_path;
use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::terminal;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const UPDATE: &str = "apt-get update";
const INSTALL: &str = "apt-get install --yes --no-install-recommends chromium fonts-liberation";

/// The browser's path; installs it where that is possible.
pub(crate) fn ensure() -> Outcome<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return named_browser(PathBuf::from(named));
    }
    match find() {
        Some(browser) => Ok(browser),
        None => install(),
    }
}

fn named_browser(path: PathBuf) -> Outcome<PathBuf> {
    if path.is_file() {
        return Ok(path);
    }
    Err(Failure::new(format!("CHROMIUM names {}, which is no file.", path.display())).remedy("correct it, or unset it"))
}

fn find() -> Option<PathBuf> {
    let mac = Path::new(MAC);
    NAMES.iter().find_map(|name| on_path(name)).or_else(|| mac.is_file().then(|| mac.to_path_buf()))
}

fn install() -> Outcome<PathBuf> {
    if on_path("apt-get").is_none() || !is_root() {
        return Err(missing("No browser was found."));
    }
    terminal::doing("installing chromium (about a minute, once)");
    Process::new(UPDATE)
        .run()
        .and_then(|()| Process::new(INSTALL).env("DEBIAN_FRONTEND", "noninteractive").run())
        .map_err(|failure| missing(&format!("Chromium could not be installed.\n{failure}")))?;
    find().ok_or_else(|| missing("Chromium was installed, yet it is not on PATH."))
}

fn is_root() -> bool {
    Process::new("id -u").output().is_ok_and(|id| id == "0")
}

fn missing(what: &str) -> Failure {
    Failure::new(what).remedy(format!(
        "run `sudo {UPDATE} && sudo {INSTALL}`, or install Chrome or Chromium in another way and set CHROMIUM to its path"
    ))
}
