//! Turns `texts/da.toml` into Rust: every key becomes a function, so a missing text is a compile error.
//!
//! The texts are checked on the way in. What is wrong stops the build, with the file and the key:
//! an empty text, a placeholder that cannot be read, a word the calculator must not use, stray spaces,
//! letters that are not composed, and a language file whose keys or placeholders differ from the Danish ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The language that decides which keys there are.
const MASTER: &str = "da.toml";

/// The start page, whose words stand in the file itself.
const PAGE: &str = "../../index.html";

/// The calculator guides and never decides, so it must not sound as if it did.
const FORBIDDEN: [&str; 4] = ["godkend", "afslag", "afvis", "berettig"];

/// Texts that speak of the municipality's own decision, not of a result.
const MAY_SPEAK_OF_DECISIONS: [&str; 1] = ["footer.appeal"];

/// Words Rust keeps for itself and does not take as a name.
const RESERVED: &str = "abstract as async await become box break const continue crate do dyn else \
    enum extern false final fn for gen if impl in let loop macro match mod move mut override priv pub \
    ref return self static struct super trait true try type typeof unsafe unsized use virtual where \
    while yield";

/// One language: texts by their dotted key.
type Texts = BTreeMap<String, String>;

fn main() {
    let folder = Path::new("../../texts");
    println!("cargo:rerun-if-changed=../../texts");
    println!("cargo:rerun-if-changed={PAGE}");
    println!("cargo:rerun-if-changed=build.rs");

    let mut errors = Vec::new();
    let danish = read(&folder.join(MASTER), &mut errors);
    for file in other_languages(folder) {
        let texts = read(&file, &mut errors);
        compare(&danish, &texts, &file, &mut errors);
    }
    assert!(errors.is_empty(), "the texts have errors:\n  {}", errors.join("\n  "));

    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let page = fs::read_to_string(PAGE).expect("index.html is there");
    fs::write(out.join("texts.rs"), functions(&danish, &page)).expect("OUT_DIR can be written");
    fs::write(out.join("texts_list.rs"), list(&danish)).expect("OUT_DIR can be written");
}

/// Every `texts/*.toml` beside the Danish one.
fn other_languages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder texts/ is there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder texts/ can be read").path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml") && !path.ends_with(MASTER))
        .collect();
    files.sort();
    files
}

// ── reading and checking

fn read(file: &Path, errors: &mut Vec<String>) -> Texts {
    let source = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let table: toml::Table = source.parse().unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let mut texts = Texts::new();
    flatten(&table, "", &mut texts, file, errors);
    for (key, text) in &texts {
        for wrong in faults(key, text) {
            errors.push(format!("{}: {key}: {wrong}", file.display()));
        }
    }
    texts.into_iter().map(|(key, text)| (key, keep_together(&text))).collect()
}

fn flatten(table: &toml::Table, prefix: &str, into: &mut Texts, file: &Path, errors: &mut Vec<String>) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            toml::Value::Table(inner) => flatten(inner, &key, into, file, errors),
            toml::Value::String(text) => drop(into.insert(key, text.clone())),
            _ => errors.push(format!("{}: {key}: a text must be a string", file.display())),
        }
    }
}

/// Everything that is wrong with one text.
fn faults(key: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let lower = text.to_lowercase();
    let mut check = |bad: bool, what: &str| {
        if bad {
            wrong.push(what.to_owned());
        }
    };
    check(!key.split('.').all(is_name), "a key is made of a-z, 0-9 and _, and is no word of Rust");
    check(text.trim().is_empty(), "the text is empty");
    check(text.trim() != text, "the text begins or ends with a space");
    check(text.contains("  "), "two spaces in a row");
    check(text.contains(is_combining), "a letter is not composed (NFC)");
    check(text.chars().any(char::is_control), "a control character");
    if let Err(e) = placeholders(text) {
        check(true, &e);
    }
    if !MAY_SPEAK_OF_DECISIONS.contains(&key) {
        for word in FORBIDDEN {
            check(lower.contains(word), &format!("»{word}…« sounds like a decision"));
        }
    }
    wrong
}

fn is_name(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_lowercase())
        && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !RESERVED.split_whitespace().any(|word| word == part)
}

/// Danish and its neighbours need no combining marks once composed.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The placeholders of a text, in alphabetical order, so that every language has the same signature.
fn placeholders(text: &str) -> Result<BTreeSet<String>, String> {
    let parts = split(text)?;
    Ok(parts.into_iter().filter_map(|part| part.strip_prefix('{').map(str::to_owned)).collect())
}

/// Plain pieces as they are; a placeholder as its name after `{`.
fn split(text: &str) -> Result<Vec<String>, String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (plain, brace) = rest.split_at(at);
        let end = brace.find('}').filter(|_| brace.starts_with('{'));
        let end = end.ok_or("a brace without its partner")?;
        let name = &brace[1..end];
        if !is_name(name) {
            return Err(format!("»{{{name}}}« is no placeholder: use a-z, 0-9 and _"));
        }
        if !plain.is_empty() {
            parts.push(plain.to_owned());
        }
        parts.push(format!("{{{name}"));
        rest = &brace[end + 1..];
    }
    if !rest.is_empty() {
        parts.push(rest.to_owned());
    }
    Ok(parts)
}

fn compare(danish: &Texts, other: &Texts, file: &Path, errors: &mut Vec<String>) {
    let file = file.display();
    for (key, text) in danish {
        match other.get(key) {
            None => errors.push(format!("{file}: {key}: missing")),
            Some(found) if placeholders(found) != placeholders(text) => {
                errors.push(format!("{file}: {key}: the placeholders differ from {MASTER}"));
            }
            Some(_) => {}
        }
    }
    for key in other.keys().filter(|key| !danish.contains_key(*key)) {
        errors.push(format!("{file}: {key}: not a key of {MASTER}"));
    }
}

// ── typography

/// Puts no-break spaces where a line must not end: before "kr." and "%", after "§" and inside dates.
fn keep_together(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = String::from(words[0]);
    for pair in words.windows(2) {
        out.push(if belongs(pair[0], pair[1]) { '\u{a0}' } else { ' ' });
        out.push_str(pair[1]);
    }
    out
}

fn belongs(left: &str, right: &str) -> bool {
    let number = left.ends_with(|c: char| c.is_ascii_digit() || c == '}');
    let unit = right.starts_with("kr.") || right.starts_with('%');
    let day = left.strip_suffix('.').is_some_and(|l| !l.is_empty() && l.chars().all(|c| c.is_ascii_digit()));
    (number && unit) || left == "§" || (day && right.starts_with(char::is_lowercase))
}

// ── writing

/// The module tree, as Rust source. The compiler tells which texts nobody uses; those the static page
/// uses are excused.
fn functions(texts: &Texts, page: &str) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    for (key, text) in in_tree_order(texts) {
        let mut path: Vec<&str> = key.split('.').collect();
        let name = path.pop().expect("a key has a last part");
        let common = open.iter().zip(&path).take_while(|(a, b)| a == b).count();
        out.push_str(&"}\n".repeat(open.len() - common));
        for module in &path[common..] {
            let _ = writeln!(out, "pub mod {module} {{");
        }
        open = path;
        if page.contains(&format!("data-t=\"{key}\"")) {
            out.push_str("#[allow(dead_code)]\n");
        }
        out.push_str(&function(name, text));
    }
    out.push_str(&"}\n".repeat(open.len()));
    out
}

/// Texts of a module before its inner modules, so that each module is opened once.
fn in_tree_order(texts: &Texts) -> Vec<(&str, &str)> {
    let mut pairs: Vec<(&str, &str)> = texts.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    pairs.sort_by_key(|(key, _)| {
        let parts: Vec<&str> = key.split('.').collect();
        let last = parts.len() - 1;
        parts.into_iter().enumerate().map(|(i, part)| (i != last, part)).collect::<Vec<_>>()
    });
    pairs
}

fn function(name: &str, text: &str) -> String {
    let arguments = placeholders(text).expect("the text was checked");
    if arguments.is_empty() {
        return format!("/// {text}\npub fn {name}() -> &'static str {{ {text:?} }}\n");
    }
    let list: Vec<String> = arguments.iter().map(|a| format!("{a}: &str")).collect();
    let parts = split(text).expect("the text was checked");
    let parts: Vec<String> =
        parts.iter().map(|part| part.strip_prefix('{').map_or_else(|| format!("{part:?}"), str::to_owned)).collect();
    format!(
        "/// {text}\npub fn {name}({}) -> String {{ crate::locale::texts::join(&[{}]) }}\n",
        list.join(", "),
        parts.join(", ")
    )
}

/// The flat list `&[(key, text)]`, for the tests.
fn list(texts: &Texts) -> String {
    let mut out = String::from("&[\n");
    for (key, text) in texts {
        let _ = writeln!(out, "    ({key:?}, {text:?}),");
    }
    out.push(']');
    out
}
