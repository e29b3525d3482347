//! The web servers that the files of `hosting/` are for: the tests start each with them.

use std::env;
use std::path::{Path, PathBuf};

use super::{on_path, system_packages};
use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::terminal;

const PACKAGES: &str = "nginx libnginx-mod-http-brotli-static apache2 caddy";
/// Where Debian's programs for the system are, which is not on everybody's `PATH`.
const OF_THE_SYSTEM: &str = "/usr/sbin";
/// Runs as the system starts: where it does, the packages start their servers.
const SYSTEMD: &str = "/run/systemd/system";

/// The programs' paths.
pub(crate) struct Servers {
    pub(crate) nginx: PathBuf,
    pub(crate) apache: PathBuf,
    pub(crate) caddy: PathBuf,
}

/// All of them; installs them where that is possible.
pub(crate) fn ensure() -> Outcome<Servers> {
    match find() {
        Some(servers) => Ok(servers),
        None => install(),
    }
}

fn find() -> Option<Servers> {
    let nginx = program("NGINX", "nginx").filter(|nginx| has_brotli(nginx))?;
    Some(Servers { nginx, apache: program("APACHE", "apache2")?, caddy: program("CADDY", "caddy")? })
}

/// A program named by a variable, on `PATH`, or the system's.
fn program(variable: &str, name: &str) -> Option<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from);
    let found = named.or_else(|| on_path(name)).unwrap_or_else(|| Path::new(OF_THE_SYSTEM).join(name));
    found.is_file().then_some(found)
}

/// Has this nginx the module that sends ready-made `.br` files?
fn has_brotli(nginx: &Path) -> bool {
    let folder = Process::of(nginx).arg("-V").errors().ok().and_then(|(_, built)| modules_folder(&built));
    folder.is_some_and(|folder| folder.join("ngx_http_brotli_static_module.so").is_file())
}

fn modules_folder(built: &str) -> Option<PathBuf> {
    let folder = built.split_once("--modules-path=")?.1.split_whitespace().next()?;
    Some(PathBuf::from(folder))
}

fn install() -> Outcome<Servers> {
    if !system_packages::can_install() {
        return Err(missing("nginx with the module brotli_static, Apache or Caddy was not found."));
    }
    terminal::doing("installing nginx, Apache and Caddy, to try the files of hosting/ (half a minute, once)");
    system_packages::install(PACKAGES)
        .map_err(|failure| missing(&format!("nginx, Apache and Caddy could not be installed.\n{failure}")))?;
    // The tests start their own; nobody asked for a web server on this machine.
    if Path::new(SYSTEMD).is_dir() {
        Process::new("systemctl disable --now nginx apache2 caddy").run()?;
    }
    find().ok_or_else(|| missing("nginx, Apache and Caddy were installed, yet they are not found."))
}

fn missing(what: &str) -> Failure {
    Failure::new(what).remedy(format!(
        "run {}, or install them in another way and set NGINX, APACHE and CADDY to their paths",
        system_packages::by_hand(PACKAGES)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_modules_is_read() {
        let built = "nginx version: nginx/1.22.1\nconfigure arguments: --prefix=/a --modules-path=/b/modules --with-x";
        assert_eq!(modules_folder(built), Some(PathBuf::from("/b/modules")));
        assert_eq!(modules_folder("nginx version: nginx/1.22.1"), None);
    }
}
