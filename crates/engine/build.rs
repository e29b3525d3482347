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
    let is_page = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32");
    let has_reference = !is_page || env::var_os("CARGO_FEATURE_REFERENCE").is_some();
    let WrittenRulebook { code, looked_up } = rulebook(&root, has_reference)?;
    // Figures and sources are numbers, and a page numbers those alone that it has.
    let of_page = rulebook(&root, false)?.looked_up;
    let code = format!(
        "{code}#[cfg(any(not(target_arch = \"wasm32\"), feature = \"reference\"))]\npub(super) const LOOKED_UP: &str = {looked_up:?};\npub(super) const LOOKED_UP_BY_PAGE: &str = {of_page:?};\n"
    );
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?).join("rulebook.rs");
    fs::write(&out, code).map_err(|e| format!("{}: {e}", out.display()))
}

/// A rulebook as Rust, and what only a page says of it that somebody opens to look something up.
struct WrittenRulebook {
    code: String,
    looked_up: String,
}

fn rulebook(root: &Path, has_reference: bool) -> Built<WrittenRulebook> {
    let all_figures = |sources: &sources::Sources| figures::to_rust(&root.join("figures"), sources, has_reference);
    let sources = sources::read(&root.join("sources.toml"))?;
    // Once to see which sources are named, and by what; then with those alone: a source is its place in the table.
    of_rules(root, &sources)?;
    let by_rules = sources.take_named();
    all_figures(&sources)?;
    let by_figures = sources.take_named();
    let sources = sources.in_order(&by_rules, &by_figures);
    let (figures, rules) = (all_figures(&sources)?, of_rules(root, &sources)?);
    let looked_up = looked_up(&sources, by_rules.len(), &figures)?;
    Ok(WrittenRulebook { code: sources.to_rust(by_rules.len())? + &figures.code + &rules, looked_up })
}

/// The rules and the schemes.
fn of_rules(root: &Path, sources: &sources::Sources) -> Built<String> {
    let rules = rules::to_rust(&root.join("rules.toml"), sources)?;
    Ok(rules + &rules::schemes_to_rust(&root.join("schemes.toml"), sources)?)
}

/// What only a page says that somebody opens to look something up: names of figures, sections of the law, and the sources
/// that no rule names, each list with a line each.
fn looked_up(sources: &sources::Sources, first: usize, figures: &figures::WrittenFigures) -> Built<String> {
    let (titles, addresses) = sources.words(first..);
    let lists = [figures.names.clone(), figures.laws.clone(), owned(&titles), owned(&addresses)];
    let lists: Built<Vec<String>> = lists.iter().map(|list| lines(list)).collect();
    Ok(lists?.join("\u{1d}"))
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
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
    Ok(format!("{:?}", lines(texts)?))
}

/// Texts as one, a line each.
fn lines(texts: &[impl AsRef<str>]) -> Built<String> {
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    match texts.iter().find(|text| text.contains(['\n', '\u{1d}'])) {
        Some(text) => Err(format!("{text:?} is more than one line")),
        None => Ok(texts.join("\n")),
    }
}

fn option_literal<T: std::fmt::Debug>(value: Option<T>) -> String {
    format!("{value:?}")
}
