//! The browser the tests run in: any Chromium, the system's own if there is one.

use std::env;
use std::path::{Path, PathBuf};

use super::{on_path, system_packages};
use crate::failure::{Failure, Outcome};
use crate::terminal;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PACKAGES: &str = "chromium fonts-liberation";

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
    if !system_packages::can_install() {
        return Err(missing("No browser was found."));
    }
    terminal::doing("installing chromium (about a minute, once)");
    system_packages::install(PACKAGES)
        .map_err(|failure| missing(&format!("Chromium could not be installed.\n{failure}")))?;
    find().ok_or_else(|| missing("Chromium was installed, yet it is not on PATH."))
}

fn missing(what: &str) -> Failure {
    Failure::new(what).remedy(format!(
        "run {}, or install Chrome or Chromium in another way and set CHROMIUM to its path",
        system_packages::by_hand(PACKAGES)
    ))
}
