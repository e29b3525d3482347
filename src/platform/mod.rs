//! The browser: the only files that name `web_sys` and `js_sys`.

pub mod clock;
mod drawing;
pub mod focus;
pub mod layout;
pub mod leaving;
pub mod location;
pub mod pause;
pub mod printer;
pub mod shell;
pub mod stop;
pub mod tab;
pub mod typing;
