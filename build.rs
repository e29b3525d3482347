//! Asks the linker to leave in the module which functions and data name each other: the build divides it by that
//! (`xtask/site/split`, docs/adr/0014). Only where `cargo xtask` builds the site, which takes it out again.

use std::env;

/// Where the linker's module is found; `cargo xtask` says it to whoever divides it.
const WANTED: &str = "SPLIT_LINKED";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed={WANTED}");
    if env::var_os(WANTED).is_some() && env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
