//! Case files: `tests/cases/**/*.toml`, as `tests/cases/README.md` defines them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// What is asked of every row of a file.
#[derive(Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Command {
    Screen,
    Simulate,
}

/// A file of rows that show one rule.
pub(crate) struct CaseFile {
    pub(crate) path: String,
    pub(crate) command: Command,
    pub(crate) rows: Vec<Row>,
}

/// One case, and what is expected of it.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) case: Value,
    /// Path and value, such as `findings.adult.outcome` and `"met"`.
    pub(crate) expected: Vec<(Vec<String>, Value)>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: String,
    law: String,
    source: String,
    command: Command,
    base: Value,
    expect: Option<Value>,
    #[serde(default)]
    case: Vec<WrittenRow>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRow {
    name: String,
    #[serde(default = "nothing")]
    change: Value,
    #[serde(default)]
    without: Vec<String>,
    expect: Value,
}

fn nothing() -> Value {
    json!({})
}

/// The folder of the case files.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases")
}

/// Every case file, by path.
pub(crate) fn all() -> Vec<CaseFile> {
    let mut paths = Vec::new();
    find(&folder(), &mut paths);
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn find(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder of the case files") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            find(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
}

/// One case file, given where it stands.
pub(crate) fn read(path: &Path) -> CaseFile {
    let short = path.strip_prefix(folder()).unwrap_or(path).to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("a case file that can be read");
    let written: Written = toml::from_str(&text).unwrap_or_else(|error| panic!("{short}: {error}"));
    for (what, text) in [("title", &written.title), ("law", &written.law), ("source", &written.source)] {
        assert!(!text.trim().is_empty(), "{short}: {what} says nothing");
    }
    CaseFile { rows: rows(&short, &written), path: short, command: written.command }
}

fn rows(file: &str, written: &Written) -> Vec<Row> {
    let whole = written.expect.iter().map(|expect| Row {
        name: written.title.clone(),
        case: finished(file, &written.title, written.base.clone()),
        expected: flat(expect),
    });
    let changed = written.case.iter().map(|row| Row {
        name: row.name.clone(),
        case: finished(file, &row.name, changed(file, written, row)),
        expected: flat(&row.expect),
    });
    let rows: Vec<Row> = whole.chain(changed).collect();
    for row in &rows {
        let place = format!("{file}, {:?}", row.name);
        assert!(!row.expected.is_empty(), "{place}: nothing is expected");
        let same = rows.iter().filter(|other| other.name == row.name).count();
        assert_eq!(same, 1, "{place}: two rows have this name");
    }
    rows
}

fn changed(file: &str, written: &Written, row: &WrittenRow) -> Value {
    let mut case = written.base.clone();
    merge(&mut case, &row.change);
    for path in &row.without {
        assert!(remove(&mut case, path), "{file}, {:?}: there is no {path} to take away", row.name);
    }
    case
}

/// Tables are merged, everything else is replaced.
fn merge(base: &mut Value, change: &Value) {
    match (base, change) {
        (Value::Object(base), Value::Object(change)) => {
            for (key, value) in change {
                merge(base.entry(key.clone()).or_insert(Value::Null), value);
            }
        }
        (base, change) => *base = change.clone(),
    }
}

fn remove(case: &mut Value, path: &str) -> bool {
    let (parent, key) = path.rsplit_once('.').unwrap_or(("", path));
    let mut steps = parent.split('.').filter(|step| !step.is_empty());
    let table = steps.try_fold(case, |table, step| table.get_mut(step));
    table.and_then(Value::as_object_mut).is_some_and(|table| table.remove(key).is_some())
}

/// The case in the format of the case file: `format` is added, `scenario` becomes a list of one.
fn finished(file: &str, row: &str, case: Value) -> Value {
    let Value::Object(mut case) = case else {
        panic!("{file}, {row:?}: the case is no table");
    };
    refuse_floats(file, row, &Value::Object(case.clone()));
    case.entry("format").or_insert(json!("mikrolaan-case/1"));
    if let Some(scenario) = case.remove("scenario") {
        let twice = case.insert("scenarios".to_owned(), json!([scenario])).is_some();
        assert!(!twice, "{file}, {row:?}: both scenario and scenarios");
    }
    Value::Object(case)
}

fn refuse_floats(file: &str, row: &str, value: &Value) {
    match value {
        Value::Number(number) => {
            assert!(!number.is_f64(), "{file}, {row:?}: write {number} as a string or a whole number")
        }
        Value::Array(items) => items.iter().for_each(|item| refuse_floats(file, row, item)),
        Value::Object(members) => members.values().for_each(|member| refuse_floats(file, row, member)),
        _ => {}
    }
}

/// Nested tables as paths to their leaves. A list is a leaf.
fn flat(expect: &Value) -> Vec<(Vec<String>, Value)> {
    fn walk(table: &Map<String, Value>, path: &[String], leaves: &mut Vec<(Vec<String>, Value)>) {
        for (key, value) in table {
            let path = [path, std::slice::from_ref(key)].concat();
            match value {
                Value::Object(inner) => walk(inner, &path, leaves),
                leaf => leaves.push((path, leaf.clone())),
            }
        }
    }
    let mut leaves = Vec::new();
    walk(expect.as_object().expect("`expect` is a table"), &[], &mut leaves);
    leaves
}
