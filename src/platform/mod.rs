//! The browser: the only files that name `web_sys` and `js_sys`.

pub mod by_name;
pub mod clipboard;
pub mod clock;
pub mod debounce;
pub mod device;
pub mod download;
pub mod drawing;
pub mod focus;
pub mod frame;
pub mod layout;
pub mod leaving;
pub mod location;
pub mod opening;
pub mod printer;
pub mod shell;
pub mod slices;
pub mod stop;
pub mod tab;
pub mod toolbar;
pub mod typing;
