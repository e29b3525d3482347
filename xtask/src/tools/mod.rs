//! The tools, pinned, installed only when missing.
//!
//! Two sets: what builds the site, and what also tests it. Nobody who only wants to see the site
//! has to install a browser.

mod browser;
mod cargo_tools;
mod node;
mod toolchain;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::project;
use node::Packages;

/// Proof that the tools are there, and the way to them.
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
    browser: Option<PathBuf>,
}

impl Tools {
    /// What builds and serves the site.
    pub(crate) fn for_site() -> Outcome<Self> {
        Self::with_packages(Packages::Site)
    }

    /// What builds the site and tests it in a browser.
    pub(crate) fn for_tests() -> Outcome<Self> {
        let mut tools = Self::with_packages(Packages::All)?;
        toolchain::ensure_components()?;
        tools.browser = Some(browser::ensure()?);
        Ok(tools)
    }

    /// What `cargo xtask mutants` needs, and nothing else.
    pub(crate) fn for_mutants() -> Outcome<Self> {
        Ok(Self { folders: vec![cargo_tools::ensure_mutants()?], browser: None })
    }

    fn with_packages(packages: Packages) -> Outcome<Self> {
        toolchain::ensure_wasm_target()?;
        node::ensure_node()?;
        let mut folders = cargo_tools::ensure_all()?;
        folders.push(node::ensure_packages(packages)?);
        Ok(Self { folders, browser: None })
    }

    /// `PATH` with these tools first.
    pub(crate) fn path(&self) -> Outcome<OsString> {
        let before = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned();
        env::join_paths(folders.chain(env::split_paths(&before)))
            .map_err(|error| Failure::new(format!("PATH cannot be set: {error}")))
    }

    /// The browser, where these tools include one.
    pub(crate) fn browser(&self) -> Outcome<&PathBuf> {
        self.browser.as_ref().ok_or_else(|| Failure::new("This command has no browser."))
    }
}

/// `cargo xtask setup`.
pub(crate) fn run() -> Outcome {
    let tools = Tools::for_tests()?;
    println!("Everything is there.");
    for folder in &tools.folders {
        println!("  {}", folder.display());
    }
    println!("  {}", tools.browser()?.display());
    println!("  (kept between check-outs in {})", project::cache()?.display());
    Ok(())
}

/// Where a program is on `PATH`.
fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
