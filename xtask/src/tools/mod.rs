//! The tools, pinned, installed only when missing.
//!
//! Three sets: what builds the site, what also tests it, and what also measures it. Nobody who only
//! wants to see the site has to install a browser, and nobody who only tests it Python. `spark` has one of its own.

mod browser;
mod cargo_tools;
mod node;
mod python;
mod servers;
mod spark;
mod system_packages;
mod toolchain;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::project;
use node::Packages;
use servers::Servers;
use spark::SparkTools;

/// Proof that the tools are there, and the way to them.
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
    browsers: Option<Browsers>,
    webkit: Option<PathBuf>,
    servers: Option<Servers>,
    python: Option<PathBuf>,
    spark: Option<SparkTools>,
}

/// The browsers, by their paths.
struct Browsers {
    chromium: PathBuf,
    firefox: PathBuf,
}

impl Tools {
    /// What builds and serves the site.
    pub(crate) fn for_site() -> Outcome<Self> {
        Self::with_packages(Packages::Site)
    }

    /// What builds the site and shows it in a browser.
    pub(crate) fn for_browser() -> Outcome<Self> {
        let browsers = Browsers { chromium: browser::CHROMIUM.ensure()?, firefox: browser::FIREFOX.ensure()? };
        // Android's: what is measured on a phone is measured in the font most phones have.
        system_packages::ensure_font("Roboto", "fontconfig fonts-roboto-unhinted")?;
        Ok(Self { browsers: Some(browsers), ..Self::with_packages(Packages::All)? })
    }

    /// What also tests it, and the files it is hosted with.
    pub(crate) fn for_tests() -> Outcome<Self> {
        let mut tools = Self::for_browser()?;
        toolchain::ensure_components()?;
        // Reads what a browser has printed.
        system_packages::ensure("pdftotext", "poppler-utils")?;
        tools.webkit = Some(browser::WEBKIT.ensure()?);
        // WebKit always draws on a screen: this is one without a monitor.
        system_packages::ensure("Xvfb", "xvfb")?;
        tools.servers = Some(servers::ensure()?);
        tools.folders.push(cargo_tools::ensure_deny()?);
        Ok(tools)
    }

    /// What also measures it.
    pub(crate) fn for_bench() -> Outcome<Self> {
        Ok(Self { python: Some(python::ensure()?), ..Self::for_browser()? })
    }

    /// What `cargo xtask mutants` needs, and nothing else.
    pub(crate) fn for_mutants() -> Outcome<Self> {
        Ok(Self::of(vec![cargo_tools::ensure_mutants()?]))
    }

    /// What `cargo xtask audit` needs, and nothing else.
    pub(crate) fn for_audit() -> Outcome<Self> {
        Ok(Self::of(vec![cargo_tools::ensure_deny()?]))
    }

    /// What `cargo xtask spark` needs, and nothing else.
    pub(crate) fn for_spark() -> Outcome<Self> {
        let spark = spark::ensure()?;
        let folders = vec![spark.programs()];
        Ok(Self { spark: Some(spark), ..Self::of(folders) })
    }

    fn with_packages(packages: Packages) -> Outcome<Self> {
        toolchain::ensure_wasm_target()?;
        node::ensure_node()?;
        let mut folders = cargo_tools::ensure_all()?;
        folders.push(node::ensure_packages(packages)?);
        Ok(Self::of(folders))
    }

    fn of(folders: Vec<PathBuf>) -> Self {
        Self { folders, browsers: None, webkit: None, servers: None, python: None, spark: None }
    }

    /// `PATH` with these tools first.
    pub(crate) fn path(&self) -> Outcome<OsString> {
        let before = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned();
        env::join_paths(folders.chain(env::split_paths(&before)))
            .map_err(|error| Failure::new(format!("PATH cannot be set: {error}")))
    }

    /// A script in the browsers, where these tools include them: it finds their paths in its environment.
    pub(crate) fn in_browsers(&self, script: &str) -> Outcome<Process> {
        let Browsers { chromium, firefox } = self.browsers()?;
        Ok(Process::new(&format!("node {script}")).env("CHROMIUM", chromium).env("FIREFOX", firefox))
    }

    fn browsers(&self) -> Outcome<&Browsers> {
        self.browsers.as_ref().ok_or_else(|| Failure::new("This command has no browser."))
    }

    /// WebKit's driver, where these tools include it.
    pub(crate) fn webkit(&self) -> Outcome<&PathBuf> {
        self.webkit.as_ref().ok_or_else(|| Failure::new("This command has no WebKit."))
    }

    /// The web servers, where these tools include them.
    pub(crate) fn servers(&self) -> Outcome<&Servers> {
        self.servers.as_ref().ok_or_else(|| Failure::new("This command has no web servers."))
    }

    /// Spark, where these tools include it.
    pub(crate) fn spark(&self) -> Outcome<&SparkTools> {
        self.spark.as_ref().ok_or_else(|| Failure::new("This command has no Spark."))
    }

    /// The Python with NumPy, where these tools include one.
    pub(crate) fn python(&self) -> Outcome<&PathBuf> {
        self.python.as_ref().ok_or_else(|| Failure::new("This command has no Python."))
    }
}

/// `cargo xtask setup`.
pub(crate) fn run() -> Outcome {
    let tools = Tools::for_tests()?;
    println!("Everything is there for building, serving and testing.");
    for folder in &tools.folders {
        println!("  {}", folder.display());
    }
    let Browsers { chromium, firefox } = tools.browsers()?;
    let servers = tools.servers()?;
    for program in [chromium, firefox, tools.webkit()?, &servers.nginx, &servers.apache, &servers.caddy] {
        println!("  {}", program.display());
    }
    println!("  (kept between check-outs in {})", project::cache()?.display());
    Ok(())
}

/// Where a program is on `PATH`.
fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
