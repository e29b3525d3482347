//! Turns `texts/da.toml` into Rust and into the file of its language, and checks every other language beside it; and the
//! municipality's contact and the deadlines into constants.

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/compile.rs"]
mod compile;
#[path = "build/contact.rs"]
mod contact;
#[path = "build/deadlines.rs"]
mod deadlines;
#[path = "build/functions.rs"]
mod functions;
#[path = "build/plural.rs"]
mod plural;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The language that decides which keys there are.
const MASTER: &str = "da.toml";

/// What the texts stand on, in every language alike: read by `tests/statements.rs` alone.
const SOURCES: &str = "sources.toml";

/// Whom to turn to, and the addresses pages lead to.
const CONTACT: &str = "../../contact.toml";

/// Deadlines, and the sources they name.
const DEADLINES: [&str; 2] = ["../engine/rulebook/deadlines.toml", "../engine/rulebook/sources.toml"];

fn main() {
    let folder = Path::new("../../texts");
    println!("cargo:rerun-if-changed=../../texts");
    println!("cargo:rerun-if-changed=build.rs");
    for file in DEADLINES.iter().chain([&CONTACT]) {
        println!("cargo:rerun-if-changed={file}");
    }
    println!("cargo:rerun-if-changed=build");

    let mut errors = Vec::new();
    let danish = catalogue::read_whole(&folder.join(MASTER), &mut errors);
    for file in other_languages(folder) {
        let mut texts = catalogue::read(&file, &mut errors);
        danish.compare(&mut texts, &file, &mut errors);
    }
    let compiled = compile::without_what_is_looked_up(&danish).unwrap_or_else(|wrong| {
        errors.push(wrong);
        String::new()
    });
    let contact = contact::constants(&table(CONTACT), &mut errors);
    let deadlines = deadlines::constants(&table(DEADLINES[0]), &table(DEADLINES[1]), &mut errors);
    assert!(errors.is_empty(), "the texts have errors:\n  {}", errors.join("\n  "));

    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let write = |name: &str, text: String| fs::write(out.join(name), text).expect("OUT_DIR can be written");
    write("texts.rs", functions::functions(&danish));
    write("da.txt", compiled);
    write("da-whole.txt", compile::compile(&danish).unwrap_or_default());
    write("texts_list.rs", functions::list(&danish));
    write("contact.rs", contact);
    write("deadlines.rs", deadlines);
}

fn table(file: &str) -> toml::Table {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    text.parse().unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Every `texts/*.toml` that is a language, beside the Danish one.
fn other_languages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder texts/ is there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder texts/ can be read").path())
        .filter(|path| {
            path.extension().is_some_and(|e| e == "toml") && ![MASTER, SOURCES].iter().any(|name| path.ends_with(name))
        })
        .collect();
    files.sort();
    files
}
