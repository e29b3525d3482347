//! Printing.

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Calls back before the page goes to paper, however that was asked for, as long as the page stands.
pub fn before(callback: impl Fn() + 'static) {
    super::layout::on_window("beforeprint", callback);
}

/// Calls back when the page has gone to paper.
pub fn after(callback: impl Fn() + 'static) {
    super::layout::on_window("afterprint", callback);
}
