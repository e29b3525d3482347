//! The program for the municipality's own people: a case with the citizen beside (`sag/`), and the evaluation
//! (`evaluering/`). Which of the two it is, the page says.
//!
//! What touches the browser, draws the charts, and is a piece of a page is the app's, taken in as source: as a library of two
//! programs it would make the citizen's first visit larger (docs/adr/0020).

mod browser;
mod caseworker;
#[allow(dead_code, unused_imports, reason = "the citizen's program uses the rest")]
#[path = "../../src/charts/mod.rs"]
mod charts;
#[allow(dead_code, unused_imports, reason = "the citizen's program uses the rest")]
#[path = "../../src/components/mod.rs"]
mod components;
mod evaluation;
mod office_page;
mod page_head;
#[allow(dead_code, reason = "the citizen's program uses the rest")]
#[path = "../../src/platform/mod.rs"]
mod platform;

use office_page::OfficePage;

fn main() {
    platform::stop::report_panics();
    platform::shell::speak();
    match OfficePage::of_document() {
        Some(OfficePage::Caseworker) => platform::shell::mount(caseworker::caseworker_page),
        Some(OfficePage::Evaluation) => platform::shell::mount(evaluation::evaluation_page),
        None => {}
    }
}
