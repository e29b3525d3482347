//! The browsers the tests run in: any Chromium, any Firefox and WebKit's driver, the system's own if there is one.

use std::env;
use std::path::PathBuf;

use super::{on_path, system_packages};
use crate::failure::{Failure, Outcome};
use crate::terminal;

/// A kind of browser, and where it may be found.
pub(crate) struct Browser {
    name: &'static str,
    /// The variable of the environment that names another one.
    variable: &'static str,
    programs: &'static [&'static str],
    /// Where it is on a Mac, where there is one.
    mac: Option<&'static str>,
    packages: &'static str,
}

/// Chromium, and what is built on it.
pub(crate) const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"],
    mac: Some("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    packages: "chromium fonts-liberation",
};

/// Firefox, the one with long support where there is a choice.
pub(crate) const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    mac: Some("/Applications/Firefox.app/Contents/MacOS/firefox"),
    packages: "firefox-esr",
};

/// WebKit, by its driver, which starts the browser that comes with it; there is none for a Mac.
pub(crate) const WEBKIT: Browser = Browser {
    name: "WebKitGTK's driver",
    variable: "WEBKIT_DRIVER",
    programs: &["WebKitWebDriver"],
    mac: None,
    packages: "webkit2gtk-driver xvfb",
};

impl Browser {
    /// Its path; installs it where that is possible.
    pub(crate) fn ensure(&self) -> Outcome<PathBuf> {
        if let Some(named) = env::var_os(self.variable) {
            return self.named(PathBuf::from(named));
        }
        match self.find() {
            Some(browser) => Ok(browser),
            None => self.install(),
        }
    }

    fn named(&self, path: PathBuf) -> Outcome<PathBuf> {
        if path.is_file() {
            return Ok(path);
        }
        let what = format!("{} names {}, which is no file.", self.variable, path.display());
        Err(Failure::new(what).remedy("correct it, or unset it"))
    }

    fn find(&self) -> Option<PathBuf> {
        let on_mac = || self.mac.map(PathBuf::from).filter(|mac| mac.is_file());
        self.programs.iter().find_map(|name| on_path(name)).or_else(on_mac)
    }

    fn install(&self) -> Outcome<PathBuf> {
        if !system_packages::can_install() {
            return Err(self.missing(&format!("{} was not found.", self.name)));
        }
        terminal::doing(&format!("installing {} (about a minute, once)", self.name));
        system_packages::install(self.packages)
            .map_err(|failure| self.missing(&format!("{} could not be installed.\n{failure}", self.name)))?;
        self.find().ok_or_else(|| self.missing(&format!("{} was installed, yet it is not on PATH.", self.name)))
    }

    fn missing(&self, what: &str) -> Failure {
        Failure::new(what).remedy(format!(
            "run {}, or install {} in another way and set {} to its path",
            system_packages::by_hand(self.packages),
            self.name,
            self.variable
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_says_how_to_get_it() {
        let said = WEBKIT.missing("There is none.").to_string();
        assert!(said.contains("webkit2gtk-driver xvfb"), "{said}");
        assert!(said.contains("WEBKIT_DRIVER"), "{said}");
    }

    #[test]
    fn a_named_one_is_taken_where_it_is_a_file() {
        let file = std::env::current_exe().expect("the test is a program");
        assert_eq!(WEBKIT.named(file.clone()).ok(), Some(file));
        let refused = WEBKIT.named(PathBuf::from("/nowhere/WebKitWebDriver")).expect_err("no file").to_string();
        assert!(refused.contains("WEBKIT_DRIVER names /nowhere/WebKitWebDriver"), "{refused}");
    }
}
