//! The app: mounts inside the page that `index.html` has already drawn.

mod app;
mod charts;
mod components;
mod pages;
mod platform;
mod session;

fn main() {
    platform::stop::report_panics();
    platform::shell::speak();
    platform::shell::mount(app::App);
}
