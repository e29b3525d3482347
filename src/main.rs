//! The app: mounts inside the page that `index.html` has already drawn.

mod app;
mod charts;
mod components;
mod danish;
mod pages;
mod platform;
mod route;
mod rulebook;
mod session;
mod story;
mod texts;
mod watch;
mod wording;

fn main() {
    platform::stop::report_panics();
    platform::shell::mount(app::App);
}
