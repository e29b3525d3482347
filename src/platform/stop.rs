//! When the program stops for good.

use web_sys::{Event, console};

/// What `boot.js` listens for: it swaps in the calm message of `index.html`.
const STOPPED: &str = "mikrolaan:stopped";

/// Tells the page when the program panics; a panicked module must not be used again.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        console::error_1(&panic.to_string().into());
        if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(STOPPED)) {
            let _ = window.dispatch_event(&event);
        }
    }));
}
