//! `cargo xtask names`: which names of types mean several things, and where.
//!
//! A name that stands for two ideas in one workspace is read wrong by whoever knows the other. Counted are types
//! declared at the left margin of a program's files: what stands inside a function is nobody else's.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::project;

/// The folders of the workspace's programs.
const PROGRAMS: [&str; 3] = ["src", "crates", "xtask/src"];
/// What declares a type.
const KEYWORDS: [&str; 5] = ["struct", "enum", "trait", "type", "union"];

/// Prints each name that is declared in several files, the most used first.
pub(crate) fn run() -> Outcome {
    let (all, several) = declared_several_times()?;
    several.iter().for_each(|(name, places)| println!("{name}: {}", places.join(", ")));
    println!("\n{} of {all} names mean several things", several.len());
    Ok(())
}

/// A name, and the files that declare it.
type Declared = (String, Vec<String>);

/// How many names there are, and those that are declared more than once.
fn declared_several_times() -> Outcome<(usize, Vec<Declared>)> {
    let mut declared: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in PROGRAMS.iter().flat_map(|folder| sources(&project::root().join(folder))) {
        let place = path.strip_prefix(project::root()).unwrap_or(&path).display().to_string();
        for name in project::read(&path)?.lines().filter_map(declared_in) {
            declared.entry(name.to_owned()).or_default().push(place.clone());
        }
    }
    let all = declared.len();
    let mut several: Vec<_> = declared.into_iter().filter(|(_, places)| places.len() > 1).collect();
    several.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
    Ok((all, several))
}

/// The files of programs below a folder: no tests, no examples, no benchmarks.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> =
        entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect();
    let outside = |part: &str| ["tests", "examples", "benches"].contains(&part) || part.ends_with("tests.rs");
    found.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    found.retain(|path| !path.iter().filter_map(|part| part.to_str()).any(outside));
    found.sort();
    found
}

/// The type a line declares: `pub(super) struct Name<T> {`.
fn declared_in(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub").map_or(line, |rest| match rest.strip_prefix('(') {
        Some(scope) => scope.split_once(')').map_or(rest, |(_, rest)| rest).trim_start(),
        None => rest.trim_start(),
    });
    let (keyword, rest) = line.split_once(' ')?;
    let name = rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()?;
    (KEYWORDS.contains(&keyword) && !name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{declared_in, declared_several_times};

    #[test]
    fn every_name_of_a_type_means_one_thing() {
        let Ok((all, several)) = declared_several_times() else { panic!("the files can be read") };
        assert!(all > 400, "{all} names are not all of them");
        assert!(several.is_empty(), "{several:?}");
    }

    #[test]
    fn a_type_is_found_whoever_may_see_it() {
        for (line, name) in [
            ("struct Row;", "Row"),
            ("pub struct Row {", "Row"),
            ("pub(super) enum Row<T> {", "Row"),
            ("pub(in crate::views) trait Row: Copy {", "Row"),
            ("type Row = (usize, Cell);", "Row"),
        ] {
            assert_eq!(declared_in(line), Some(name), "{line}");
        }
    }

    #[test]
    fn what_is_no_declaration_at_the_margin_is_none() {
        for line in ["    struct Row;", "fn row() {", "use super::Row;", "// struct Row", "pub fn row() -> Row {", ""] {
            assert_eq!(declared_in(line), None, "{line}");
        }
    }
}
