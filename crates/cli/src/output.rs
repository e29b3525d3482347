//! Standard output, where there is one.
//!
//! A program can be started with its standard output closed (`mikrolaan rules >&-`). Before `main`
//! Rust opens /dev/null in its place, so that no file gets its number; after that every writing
//! succeeds, nothing arrives, and the exit status would say that all was well. So it is looked at
//! before Rust does that.

use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicBool, Ordering};

static WAS_CLOSED: AtomicBool = AtomicBool::new(false);

/// Standard output.
///
/// # Errors
/// It was closed when the program was started.
pub(crate) fn open() -> io::Result<io::Stdout> {
    if WAS_CLOSED.load(Ordering::Relaxed) {
        return Err(io::Error::new(ErrorKind::NotConnected, "standard output is closed"));
    }
    Ok(io::stdout())
}

#[cfg(target_os = "linux")]
#[ctor::ctor(unsafe)]
fn look() {
    // Where /proc is not there, nothing can be said.
    let missing = |path: &str| std::fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound);
    WAS_CLOSED.store(missing("/proc/self/fd/1") && !missing("/proc/self/fd"), Ordering::Relaxed);
}
