//! Printing.

use std::time::Duration;

use leptos::prelude::set_timeout;

use super::{drawing, layout};

/// What tells the style sheet that one sheet is enough.
const EXTENT: &str = "data-print";

/// How long a page may need to be drawn.
const DRAWN: Duration = Duration::from_millis(400);

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Opens the browser's print dialogue when the page that was gone to stands; the first sheet of it alone (`short`), or all.
pub fn print_soon(short: bool) {
    let root = || web_sys::window()?.document()?.document_element();
    set_timeout(
        move || {
            if let Some(root) = root() {
                let _ = if short { root.set_attribute(EXTENT, "short") } else { root.remove_attribute(EXTENT) };
            }
            print();
            // Where the dialogue does not wait, the browser has long taken its picture by then.
            set_timeout(move || drop(root().map(|root| root.remove_attribute(EXTENT))), Duration::from_secs(60));
        },
        DRAWN,
    );
}

/// Calls back before the page goes to paper, however that was asked for, as long as the page stands.
/// What changes then is on the paper: the browser takes its picture when this returns. It is laid out before that, because
/// Firefox prints a field empty that has never been.
pub fn before(callback: impl Fn() + 'static) {
    layout::on_window("beforeprint", move || {
        callback();
        drawing::at_once();
        layout::is_shown("body");
    });
}

/// Calls back when the page has gone to paper.
pub fn after(callback: impl Fn() + 'static) {
    layout::on_window("afterprint", callback);
}
