//! Reads the rulebook's data files, refuses a rulebook that is not whole, and writes it as Rust tables.
//!
//! Nothing is parsed in the browser, and a figure without a known source, with a gap or with an
//! overlap stops the build with the file and the figure named.

#[path = "build/figures.rs"]
mod figures;
#[path = "build/rules.rs"]
mod rules;
#[path = "build/sources.rs"]
mod sources;

use std::path::{Path, PathBuf};
use std::{env, fs};

type Built<T> = Result<T, String>;

fn main() {
    println!("cargo:rerun-if-changed=rulebook");
    println!("cargo:rerun-if-changed=build");
    if let Err(problem) = generate() {
        println!("cargo::error=rulebook: {problem}");
    }
}

fn generate() -> Built<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?).join("rulebook");
    let sources = sources::read(&root.join("sources.toml"))?;
    let mut code = sources.to_rust()?;
    code += &figures::to_rust(&root.join("figures"), &sources)?;
    code += &rules::to_rust(&root.join("rules.toml"), &sources)?;
    code += &rules::schemes_to_rust(&root.join("schemes.toml"), &sources)?;
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?).join("rulebook.rs");
    fs::write(&out, code).map_err(|e| format!("{}: {e}", out.display()))
}

/// Reads a data file; the error names it.
fn read_toml<T: serde::de::DeserializeOwned>(path: &Path) -> Built<T> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// `ny_grundsats` → `NyGrundsats`.
fn camel_case(id: &str) -> String {
    id.split(['_', '-']).map(capitalised).collect()
}

fn capitalised(part: &str) -> String {
    let mut letters = part.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

/// `"2025-07"` as months since year 0.
fn month_index(text: &str) -> Built<i32> {
    let wrong = || format!("{text:?} is not a month");
    let (year, month) = text.split_once('-').ok_or_else(wrong)?;
    let (year, month): (i32, i32) = (year.parse().map_err(|_| wrong())?, month.parse().map_err(|_| wrong())?);
    if text.len() == 7 && (1..=12).contains(&month) { Ok(year * 12 + month - 1) } else { Err(wrong()) }
}

/// Texts as one literal, a line each: many texts in a table of their own are an address each.
fn lines_literal(texts: &[impl AsRef<str>]) -> Built<String> {
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    match texts.iter().find(|text| text.contains('\n')) {
        Some(text) => Err(format!("{text:?} is more than one line")),
        None => Ok(format!("{:?}", texts.join("\n"))),
    }
}

fn option_literal<T: std::fmt::Debug>(value: Option<T>) -> String {
    format!("{value:?}")
}
