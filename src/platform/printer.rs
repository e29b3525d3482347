//! Printing.

use super::{drawing, layout};

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
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
