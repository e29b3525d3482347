//! The architecture as a test: what may know what, what may stand where, and how long a file may be.
//!
//! `cargo test --test tidy -- --nocapture` also prints how long files and functions are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use mikrolaan_engine::screening::{AnswerKey, Change, Reason, RouteReason};
use mikrolaan_engine::simulation::{NoteId, ScenarioField};
use mikrolaan_engine::trace::Formula;

/// No file is longer than this, its unit tests not counted.
const LONGEST_FILE: usize = 400;

/// No decision record is longer than this: about a page.
const LONGEST_RECORD: usize = 60;

/// A Rust file of the project.
struct Source {
    /// From the root of the project, with `/`.
    path: String,
    text: String,
    /// Without unit tests and without comments.
    code: String,
}

impl Source {
    fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.ends_with("tests.rs")
            || ["/tests/", "/benches/", "/examples/"].iter().any(|folder| self.path.contains(folder))
            || self.path.starts_with("tests/")
    }

    /// The lines of code in which one of these words stands, with their place.
    fn lines_with<'s>(&'s self, words: &'s [&'s str]) -> impl Iterator<Item = String> + 's {
        let found = self.code.lines().filter(|line| words.iter().any(|word| line.contains(word)));
        found.map(|line| format!("{}: {}", self.path, line.trim()))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of the project below a folder, by path; what tools make is left out.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).expect("a folder of the project") {
            let entry = entry.expect("an entry of the folder");
            let name = entry.file_name().into_string().expect("a name in UTF-8");
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            let made_by_tools = ["target", "node_modules", "dist", ".git"].contains(&name.as_str());
            // In a second working copy `.git` is a file.
            if made_by_tools {
                continue;
            }
            let list = if entry.path().is_dir() { &mut folders } else { &mut found };
            list.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The Rust files below a folder (or one file).
fn sources(folder: &str) -> Vec<Source> {
    let paths = if folder.ends_with(".rs") { vec![folder.to_owned()] } else { files(folder) };
    let rust = paths.into_iter().filter(|path| path.ends_with(".rs"));
    rust.map(|path| {
        let text = read(&path);
        Source { code: code_of(&text), path, text }
    })
    .collect()
}

fn all_sources() -> Vec<Source> {
    let folders = ["src", "crates", "office", "xtask", "tests"];
    folders.iter().flat_map(|folder| sources(folder)).collect()
}

/// The code itself: `#[cfg(test)]` items and comments taken out.
fn code_of(text: &str) -> String {
    let mut code = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            skip_item(&mut lines, line.len() - line.trim_start().len());
        } else if !line.trim_start().starts_with("//") {
            code.push(line);
        }
    }
    code.join("\n")
}

/// The item after an attribute: one line, or up to the brace that closes it.
fn skip_item<'l>(lines: &mut impl Iterator<Item = &'l str>, indent: usize) {
    let opens = |line: &str| line.trim_end().ends_with('{');
    let first = lines.find(|line| !line.trim_start().starts_with("#["));
    if first.is_some_and(opens) {
        let end = format!("{}}}", " ".repeat(indent));
        let _ = lines.find(|line| *line == end);
    }
}

/// Fails with everything found, each on a line of its own.
#[track_caller]
fn none(what: &str, found: impl IntoIterator<Item = String>) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

#[test]
fn every_module_says_what_it_is() {
    let silent = all_sources().into_iter().filter(|source| !source.text.starts_with("//! "));
    none("files that do not open with //!", silent.map(|source| source.path));
}

#[test]
fn no_file_is_too_long() {
    let long = all_sources().into_iter().filter(|source| !source.is_test()).filter_map(|source| {
        let lines = without_tests(&source.text);
        (lines > LONGEST_FILE).then(|| format!("{}: {lines} lines", source.path))
    });
    none(&format!("files above {LONGEST_FILE} lines"), long);
}

/// How many lines a file has before its unit tests.
fn without_tests(text: &str) -> usize {
    text.lines().take_while(|line| *line != "#[cfg(test)]" || !text.trim_end().ends_with('}')).count()
}

#[test]
fn the_browser_is_known_in_one_folder() {
    let outside = sources("src").into_iter().filter(|source| !source.path.starts_with("src/platform/"));
    let found: Vec<String> =
        outside.flat_map(|source| source.lines_with(&["web_sys", "js_sys"]).collect::<Vec<_>>()).collect();
    none("web_sys and js_sys outside src/platform", found);
}

/// Arithmetic and law belong to the engine. This is a textual check: it sees the ways into the numbers behind
/// an amount or a rate, how an amount is made of a number, and dates written as numbers. It cannot see types:
/// an operator between two amounts that are already there (`a - b`), an age or an amount compared through a name,
/// and a rule written as text all pass. `locale` reads and writes numbers and `charts` places them, so they may.
#[test]
fn the_app_has_no_arithmetic_on_amounts_and_no_date_age_or_amount_of_a_law() {
    let may = [
        "crates/app-core/src/locale/",
        "crates/app-core/src/charts/",
        // Counts the days a copy is kept: ours, and no law's.
        "crates/app-core/src/state/kept_copy.rs",
        "src/platform/",
    ];
    let app = sources("src").into_iter().chain(sources("crates/app-core/src")).filter(|source| !source.is_test());
    let app: Vec<Source> = app.filter(|source| !may.iter().any(|folder| source.path.starts_with(folder))).collect();
    let into_numbers = [
        "Month::new(",
        "Month::parse(\"",
        "Rate::from_millionths(",
        ".millionths()",
        ".times(",
        ".twelfth()",
        ".fold(Money",
        "sum::<Money>",
        "kroner(-",
        "amount(-",
    ];
    let found: Vec<String> =
        app.iter().flat_map(|source| source.lines_with(&into_numbers).collect::<Vec<_>>()).collect();
    none("law or arithmetic in the app", found);
    let numbers = app.iter().flat_map(|source| {
        // Nor is the number of a letter one of a law.
        let is_text = |line: &str| line.contains(['"', '\\']);
        source
            .code
            .lines()
            .filter(move |line| !is_text(line) && (has_a_number_of_a_law(line) || has_a_written_amount(line)))
            .map(|line| format!("{}: {}", source.path, line.trim()))
    });
    none("a year, an age of the benefit acts, or an amount", numbers.collect::<Vec<_>>());
}

/// A year of our time, or eighteen, twenty-five or thirty, as a number of its own.
fn has_a_number_of_a_law(line: &str) -> bool {
    let part_of_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    line.split(|letter| !part_of_word(letter)).any(|word| {
        let is_year = word.len() == 4 && ["19", "20"].iter().any(|century| word.starts_with(century));
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        is_number && (is_year || ["18", "25", "29", "30", "66"].contains(&word))
    })
}

/// An amount made of a number that stands there.
fn has_a_written_amount(line: &str) -> bool {
    let begins = ["Money::from_kroner(", "Money::from_oere("];
    let written = |begin: &str| line.split(begin).skip(1).any(|rest| rest.starts_with(|it: char| it.is_ascii_digit()));
    begins.into_iter().any(written)
}

/// Names of fields and questions that are words of the page, too.
const ALSO_OTHER_WORDS: [&str; 3] = ["months", "plan", "start"];

/// What a field is called stands in the engine's tables: a name written out beside them would be left behind when they
/// change. The trace alone is given words of the case format by the engine, and answers to them.
#[test]
fn no_field_and_no_question_is_named_by_a_text() {
    let names: BTreeSet<&str> = ScenarioField::ALL
        .iter()
        .flat_map(|field| [field.id(), field.key()])
        .chain(AnswerKey::ALL.iter().map(|key| key.id()))
        .filter(|name| !ALSO_OTHER_WORDS.contains(name))
        .collect();
    let app = sources("src").into_iter().chain(sources("crates/app-core/src"));
    let app = app.filter(|source| !source.is_test() && !source.path.ends_with("locale/words/trace.rs"));
    let found = app.flat_map(|source| {
        let texts = |line: &str| line.split('"').skip(1).step_by(2).any(|text| names.contains(text));
        let named = source.code.lines().filter(|line| texts(line));
        named.map(|line| format!("{}: {}", source.path, line.trim())).collect::<Vec<_>>()
    });
    none("a field or a question by its name", found);
}

/// The arithmetic of a month stands alone, and how it came about is only read from it (ADR 9). Like the check of the
/// app's arithmetic this one sees words: names of the telling on one side, operators, roundings and questions about an
/// amount on the other.
#[test]
fn the_simulation_tells_nothing_and_the_trace_works_nothing_out() {
    let of = |folder: &str| sources(folder).into_iter().filter(|source| !source.is_test()).collect::<Vec<_>>();
    let found = |sources: &[Source], words: &[&str]| -> Vec<String> {
        sources.iter().flat_map(|source| source.lines_with(words).collect::<Vec<_>>()).collect()
    };
    let simulation = of("crates/engine/src/simulation");
    let telling = ["crate::trace", "Formula", "TermRole", "Telling", "Intermediate", "Origin"];
    none("telling in the simulation", found(&simulation, &telling));
    let paths = ["\"scenarios[", "\"answers.", "\"overrides."];
    let writes_paths = ["simulation/field.rs", "simulation/situation.rs"];
    let (own, others): (Vec<Source>, Vec<Source>) =
        simulation.into_iter().partition(|source| writes_paths.iter().any(|file| source.path.ends_with(file)));
    assert_eq!(found(&own, &paths).len(), writes_paths.len(), "each kind of place is written once");
    none("a place of the case as a text", found(&others, &paths));
    let working = [
        " + ",
        " - ",
        " * ",
        " / ",
        " < ",
        " > ",
        " <= ",
        " >= ",
        "+=",
        "-=",
        ".plus(",
        ".times",
        ".twelfth",
        ".round",
        ".sum()",
        ".sum::",
        ".min(",
        ".max(",
        "at_least_zero",
        "is_positive",
        "is_negative",
        "is_zero",
        "Exact",
        "Figures",
    ];
    let trace = of("crates/engine/src/trace").into_iter().filter(|source| !source.path.ends_with("trace/value.rs"));
    none("arithmetic in the trace", found(&trace.collect::<Vec<_>>(), &working));
}

/// What a formula is made of stands in one place, so that nobody changes half of it.
#[test]
fn every_formula_is_told_in_one_place() {
    let trace = sources("crates/engine/src/trace").into_iter().filter(|source| !source.is_test());
    let code: String = trace.map(|source| source.code).collect::<Vec<_>>().join("\n");
    let told = |formula: Formula| {
        let name = format!("Formula::{formula:?}");
        let longer = |rest: &&str| rest.starts_with(|letter: char| letter.is_ascii_alphanumeric());
        code.split(&name).skip(1).filter(|rest| !longer(rest)).count()
    };
    let others = Formula::ALL.iter().filter(|&&formula| told(formula) != 1);
    none("not told, or told twice", others.map(|&formula| format!("{formula:?}: {} times", told(formula))));
}

#[test]
fn a_number_of_a_law_is_known_when_it_is_seen() {
    for line in ["Month::of(2025, 7)", "if age < 30 {", "ages: (25, 29)", "18..=66"] {
        assert!(has_a_number_of_a_law(line), "{line}");
    }
    for line in ["rate_2025", "130", "0x30", "RuleVatFrom2025", "1_800"] {
        assert!(!has_a_number_of_a_law(line), "{line}");
    }
    assert!(has_a_written_amount("let most = Money::from_kroner(50_000);"));
    assert!(!has_a_written_amount("Money::from_kroner(change)"));
}

#[test]
fn the_engine_knows_no_float_no_clock_and_no_panic() {
    let forbidden = [
        "f32",
        "f64",
        "panic!",
        ".unwrap()",
        ".expect(",
        "unreachable!",
        "todo!",
        "unimplemented!",
        "unsafe",
        "assert!",
        "assert_eq!",
        "std::time",
        "std::env",
        "std::fs",
        "std::thread",
        "println!",
        "dbg!",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "leptos",
    ];
    let all = sources("crates/engine/src").into_iter().chain(sources("crates/apr/src"));
    let engine = all.filter(|source| !source.is_test());
    let found: Vec<String> = engine.flat_map(|source| source.lines_with(&forbidden).collect::<Vec<_>>()).collect();
    none("not in the engine", found);
}

/// A room of the workspace and the rooms it may use. A crate is one room; of the engine, the app's core and the app
/// each module at the top is one, and `engine` alone is the engine as the others see it.
type Room = (&'static str, &'static [&'static str]);

const ROOMS: &[Room] = &[
    ("apr", &[]),
    ("engine/string_enum", &[]),
    ("engine/quantity", &["engine/string_enum"]),
    ("engine/rulebook", &["engine/string_enum", "engine/quantity"]),
    ("engine/screening", &["engine/string_enum", "engine/quantity", "engine/rulebook"]),
    ("engine/simulation", &["engine/string_enum", "engine/quantity", "engine/rulebook"]),
    ("engine/insight", &["apr", "engine/string_enum", "engine/quantity", "engine/rulebook", "engine/simulation"]),
    (
        "engine/trace",
        &["engine/string_enum", "engine/quantity", "engine/rulebook", "engine/screening", "engine/simulation"],
    ),
    (
        "engine/case",
        &[
            "apr",
            "engine/string_enum",
            "engine/quantity",
            "engine/rulebook",
            "engine/screening",
            "engine/simulation",
            "engine/insight",
            "engine/trace",
        ],
    ),
    (
        "engine/evaluate",
        &["engine/quantity", "engine/rulebook", "engine/screening", "engine/simulation", "engine/case"],
    ),
    (
        "engine/evaluation",
        &["engine/string_enum", "engine/quantity", "engine/screening", "engine/simulation", "engine/case"],
    ),
    ("engine/results", &["engine/quantity", "engine/rulebook", "engine/trace", "engine/case", "engine/evaluation"]),
    ("engine", &["engine/quantity", "engine/rulebook", "engine/screening", "engine/simulation", "engine/case"]),
    ("cli", &["engine"]),
    ("js", &["engine"]),
    ("markup/macro", &[]),
    ("markup", &["markup/macro", "core/locale"]),
    ("core/rulebook", &["engine"]),
    ("core/navigation", &["engine", "core/state"]),
    ("core/state", &["engine", "core/rulebook"]),
    ("core/locale", &["engine", "core/rulebook", "core/state"]),
    ("core/forms", &["engine", "core/locale", "core/rulebook", "core/state"]),
    ("core/charts", &["engine", "core/locale"]),
    ("core/formats", &["engine"]),
    (
        "core/views",
        &[
            "engine",
            "core/charts",
            "core/formats",
            "core/forms",
            "core/locale",
            "core/navigation",
            "core/rulebook",
            "core/state",
        ],
    ),
    (
        "core/office",
        &[
            "engine",
            "core/charts",
            "core/formats",
            "core/forms",
            "core/locale",
            "core/navigation",
            "core/rulebook",
            "core/state",
            "core/views",
        ],
    ),
    (
        "core",
        &[
            "core/charts",
            "core/formats",
            "core/forms",
            "core/locale",
            "core/navigation",
            "core/office",
            "core/rulebook",
            "core/state",
            "core/views",
        ],
    ),
    ("app/platform", &["engine", "core/locale"]),
    ("app/charts", &["markup", "core/charts", "core/locale"]),
    ("app/session", &["engine", "markup", "core/rulebook", "core/state", "app/platform"]),
    (
        "app/components",
        &[
            "engine",
            "markup",
            "core/charts",
            "core/forms",
            "core/locale",
            "core/navigation",
            "core/views",
            "app/charts",
            "app/platform",
        ],
    ),
    (
        "app/pages",
        &[
            "engine",
            "markup",
            "core/charts",
            "core/formats",
            "core/forms",
            "core/locale",
            "core/navigation",
            "core/rulebook",
            "core/state",
            "core/views",
            "app/charts",
            "app/components",
            "app/platform",
            "app/session",
        ],
    ),
    (
        "app/app",
        &[
            "engine",
            "markup",
            "core/locale",
            "core/navigation",
            "core/state",
            "core/views",
            "app/components",
            "app/pages",
            "app/platform",
            "app/session",
        ],
    ),
    ("app/main", &["app/app", "app/platform"]),
    // The other program of the browser takes pieces of the app in as source.
    (
        "office",
        &[
            "engine",
            "markup",
            "core/charts",
            "core/forms",
            "core/locale",
            "core/navigation",
            "core/office",
            "core/rulebook",
            "core/state",
            "core/views",
            "app/charts",
            "app/components",
            "app/platform",
        ],
    ),
    ("xtask", &[]),
];

/// The room a file stands in; `None` for what is no part of a program: tests, examples, scripts of the build.
fn room_of(path: &str) -> Option<String> {
    let module = |inside: &str| inside.split(['/', '.']).next().unwrap_or_default().to_owned();
    if let Some(inside) = path.strip_prefix("src/") {
        return Some(format!("app/{}", module(inside)));
    }
    match path.strip_prefix("crates/").unwrap_or(path).split_once("/src/")? {
        ("engine", "lib.rs") => Some("engine".to_owned()),
        ("engine", inside) => Some(format!("engine/{}", module(inside))),
        ("app-core", "lib.rs") => Some("core".to_owned()),
        ("app-core", inside) => Some(format!("core/{}", module(inside))),
        (crate_folder, _) => Some(crate_folder.to_owned()),
    }
}

/// The rooms a file uses: other crates of the workspace by their names, of the app's core what comes after its name,
/// and in the engine, the core and the app what comes after `crate::`. Where a file is itself a module at the top,
/// `super::` leads there too, and in `main.rs` the bare name does.
fn rooms_used(source: &Source, room: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let code = source.code.replace("mikrolaan_markup_macro", "mikrolaan_macro");
    for (name, other) in [
        ("mikrolaan_apr", "apr"),
        ("mikrolaan_engine", "engine"),
        ("mikrolaan_macro", "markup/macro"),
        ("mikrolaan_markup", "markup"),
    ] {
        // What a macro writes is not what it uses.
        used.extend((code.contains(name) && room != "markup/macro").then(|| other.to_owned()));
    }
    used.extend(modules_after(&code, "mikrolaan_app_core::").map(|name| format!("core/{name}")));
    if room == "core" {
        used.extend(modules_after(&code, "pub mod ").map(|name| format!("core/{name}")));
        return used;
    }
    if room == "office" {
        let pieces = ["charts", "components", "platform"];
        let taken = modules_after(&code, "crate::").filter(|name| pieces.contains(name));
        used.extend(taken.map(|name| format!("app/{name}")));
    }
    let Some((home, _)) = room.split_once('/').filter(|(home, _)| ["engine", "app", "core"].contains(home)) else {
        return used;
    };
    let at_the_top = source.path.matches('/').count() == if home == "app" { 1 } else { 3 };
    let before: &[&str] = if at_the_top { &["crate::", "super::"] } else { &["crate::"] };
    for before in before {
        used.extend(modules_after(&source.code, before).map(|name| format!("{home}/{name}")));
    }
    if room == "app/main" {
        let rooms = ROOMS.iter().filter_map(|(room, _)| room.strip_prefix("app/"));
        used.extend(rooms.filter(|name| source.code.contains(&format!("{name}::"))).map(|name| format!("app/{name}")));
    }
    used.remove(room);
    // A macro or a constant of the crate itself.
    used.remove(&format!("{home}/"));
    used
}

/// The modules that are named after `before`: one, or those in braces.
fn modules_after<'c>(code: &'c str, before: &'c str) -> impl Iterator<Item = &'c str> {
    code.split(before).skip(1).flat_map(|path| {
        let end = path.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_').unwrap_or(path.len());
        match path.strip_prefix('{').and_then(|list| list.split_once('}')) {
            Some((list, _)) => list.split(',').map(str::trim).collect(),
            None => vec![&path[..end]],
        }
    })
}

/// Every file of a program with the room it stands in.
fn rooms() -> Vec<(String, Source)> {
    let programs = all_sources().into_iter().filter(|source| !source.is_test());
    programs.filter_map(|source| Some((room_of(&source.path)?, source))).collect()
}

#[test]
fn every_room_is_listed_and_every_listed_room_is_there() {
    let there: BTreeSet<String> = rooms().into_iter().map(|(room, _)| room).collect();
    let listed: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(listed.len(), ROOMS.len(), "a room is listed twice");
    assert_eq!(there, listed);
}

#[test]
fn a_room_uses_what_the_table_allows() {
    let against = rooms().into_iter().flat_map(|(room, source)| {
        let allowed = ROOMS.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, allowed)| allowed);
        let used = rooms_used(&source, &room).into_iter().filter(|used| !allowed.contains(&used.as_str()));
        used.map(|used| format!("{} ({room}) uses {used}", source.path)).collect::<Vec<_>>()
    });
    none("against the arrow", against);
}

/// A room whose rooms all stand in no circle stands in none: what is left when those are taken away does.
#[test]
fn no_room_stands_in_a_circle() {
    let mut left: Vec<Room> = ROOMS.to_vec();
    loop {
        let names: Vec<&str> = left.iter().map(|(room, _)| *room).collect();
        let before = left.len();
        left.retain(|(_, uses)| uses.iter().any(|used| names.contains(used)));
        if left.len() == before {
            break;
        }
    }
    none("in a circle, or above one", left.into_iter().map(|(room, uses)| format!("{room} uses {}", uses.join(", "))));
    let listed: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    let unknown = ROOMS.iter().flat_map(|(_, uses)| uses.iter().filter(|used| !listed.contains(*used)));
    none("used and not listed", unknown.map(|used| (*used).to_owned()));
}

#[test]
fn what_a_file_uses_is_seen() {
    let used = |path: &str, code: &str| -> Vec<String> {
        let source = Source { path: path.to_owned(), text: String::new(), code: code.to_owned() };
        let room = room_of(path).expect("a room");
        rooms_used(&source, &room).into_iter().collect()
    };
    let code = "use mikrolaan_engine::case::Case;\nuse crate::{charts, watch};\nlet x = crate::session::flow::x();";
    assert_eq!(used("src/pages/budget/jobs.rs", code), ["app/charts", "app/session", "app/watch", "engine"]);
    let code = "use mikrolaan_app_core::{locale, views};\nlet x = mikrolaan_app_core::state::x();";
    assert_eq!(used("src/pages/budget/jobs.rs", code), ["core/locale", "core/state", "core/views"]);
    assert_eq!(used("crates/app-core/src/views/mod.rs", "use crate::charts::x;"), ["core/charts"]);
    assert_eq!(used("crates/app-core/src/lib.rs", "pub mod views;"), ["core/views"]);
    assert_eq!(used("src/session.rs", "use super::watch;"), ["app/watch"]);
    assert_eq!(used("src/pages/budget/jobs.rs", "use super::part;"), [""; 0]);
    assert_eq!(used("src/main.rs", "app::App"), ["app/app"]);
    assert_eq!(used("crates/engine/src/case/mod.rs", "use crate::screening::Answers;"), ["engine/screening"]);
    assert_eq!(used("crates/markup/src/lib.rs", "pub use mikrolaan_markup_macro::view;"), ["markup/macro"]);
    assert_eq!(used("crates/cli/src/main.rs", "use crate::lines; use mikrolaan_engine::case;"), ["engine"]);
}

#[test]
fn crates_use_the_engine_and_never_each_other() {
    for (manifest, forbidden) in [
        ("crates/apr/Cargo.toml", &["mikrolaan-engine", "mikrolaan-cli", "mikrolaan-js", "leptos", "wasm-bindgen"][..]),
        (
            "crates/engine/Cargo.toml",
            &["mikrolaan-cli", "mikrolaan-js", "mikrolaansberegneren", "leptos", "wasm-bindgen"],
        ),
        (
            "crates/app-core/Cargo.toml",
            &["mikrolaan-cli", "mikrolaan-js", "mikrolaansberegneren", "leptos", "web-sys", "js-sys", "wasm-bindgen"],
        ),
        ("crates/cli/Cargo.toml", &["mikrolaan-js", "mikrolaansberegneren", "leptos"]),
        ("crates/js/Cargo.toml", &["mikrolaan-cli", "mikrolaansberegneren", "leptos"]),
        ("Cargo.toml", &["mikrolaan-cli", "mikrolaan-js"]),
    ] {
        let text = read(manifest);
        let dependencies = text.lines().filter(|line| line.contains('=') && !line.starts_with("name"));
        let found = dependencies.filter(|line| forbidden.iter().any(|name| line.starts_with(&format!("{name} "))));
        none(manifest, found.map(str::to_owned));
    }
}

#[test]
fn no_markup_as_text_and_no_style_attributes() {
    let found: Vec<String> = sources("src")
        .iter()
        .flat_map(|source| source.lines_with(&["inner_html", "style="]).collect::<Vec<_>>())
        .collect();
    none("the content policy forbids it", found);
    none("index.html", read("index.html").lines().filter(|line| line.contains(" style=")).map(str::to_owned));
}

/// What is read as text: every file but pictures, the built package lists and the licence.
fn texts() -> impl Iterator<Item = (String, String)> {
    files("").into_iter().filter_map(|path| Some((path.clone(), fs::read_to_string(root().join(path)).ok()?)))
}

#[test]
fn the_project_stands_on_its_own() {
    let outside = [concat!("../", "shared"), concat!("/work", "/"), concat!("/home", "/"), concat!("/root", "/")];
    let found = texts().flat_map(|(path, text)| {
        let lines = text.lines().filter(|line| outside.iter().any(|place| line.contains(place)));
        lines.map(|line| format!("{path}: {}", line.trim())).collect::<Vec<_>>()
    });
    none("paths outside the project", found);
    let lock = read("package-lock.json");
    assert!(!lock.contains("\"resolved\""), "package-lock.json names download addresses");
}

#[test]
fn nothing_is_left_undone_or_switched_off() {
    let marks = [
        concat!("FIX", "ME"),
        concat!("TO", "DO"),
        concat!("#[ign", "ore"),
        concat!("test.sk", "ip"),
        concat!("it.sk", "ip"),
        // It takes the promise of an `async` function for true, and waits for nothing: `becomes` in tests/browser/site.mjs waits.
        concat!("waitForFunction(", "async"),
    ];
    let found = texts()
        .filter(|(path, _)| [".rs", ".mjs", ".js", ".css", ".toml"].iter().any(|end| path.ends_with(end)))
        .flat_map(|(path, text)| {
            let lines = text.lines().filter(|line| marks.iter().any(|mark| line.contains(mark)));
            lines.map(|line| format!("{path}: {}", line.trim())).collect::<Vec<_>>()
        });
    none("unfinished or switched off", found);
}

/// The ids in the first column of a document's tables.
fn first_column(document: &str) -> BTreeSet<String> {
    let text = read(document);
    let cells = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`').map(|(id, _)| id.to_owned()));
    cells.collect()
}

#[test]
fn every_reason_is_documented_and_every_documented_reason_exists() {
    let ids = Reason::ALL.iter().map(|reason| reason.id());
    let ids = ids
        .chain(RouteReason::ALL.iter().map(|reason| reason.id()))
        .chain(Change::ALL.iter().map(|change| change.id()));
    assert_eq!(first_column("docs/reasons.md"), ids.map(str::to_owned).collect());
}

#[test]
fn every_note_is_documented_and_every_documented_note_exists() {
    let ids: BTreeSet<String> = NoteId::ALL.iter().map(|note| note.id().to_owned()).collect();
    assert_eq!(first_column("docs/notes.md"), ids);
}

#[test]
fn the_glossary_names_what_the_code_has() {
    let engine: String = sources("crates/engine")
        .iter()
        .chain(&sources("crates/app-core"))
        .chain(&sources("src"))
        .map(|source| source.text.as_str())
        .collect();
    let data: String = files("crates/engine/rulebook").iter().map(|path| read(path)).collect();
    let glossary = read("docs/glossary.md");
    let rows = glossary.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Danish"));
    let names: Vec<&str> =
        rows.filter_map(|row| row.split('|').nth(2)).flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert!(names.len() > 30, "the glossary has {} names", names.len());
    let exists = |name: &str| {
        name.split("::").all(|part| {
            let part = part.trim_end_matches(['…', '_']);
            engine.contains(part) || data.contains(&part.to_lowercase())
        })
    };
    none("the glossary names what does not exist", names.into_iter().filter(|name| !exists(name)).map(str::to_owned));
}

#[test]
fn decisions_are_numbered_without_a_gap_and_fit_a_page() {
    let records: Vec<String> = files("docs/adr").into_iter().filter(|path| path.ends_with(".md")).collect();
    assert!(!records.is_empty());
    for (number, path) in (1..).zip(&records) {
        let text = read(path);
        assert!(path.starts_with(&format!("docs/adr/{number:04}-")), "{path} is not number {number}");
        assert!(text.starts_with(&format!("# {number}. ")), "{path}: the title has another number");
        assert!(text.lines().count() <= LONGEST_RECORD, "{path} is longer than a page");
        assert!(text.contains("**Status**"), "{path} has no status");
    }
}

#[test]
fn the_readme_names_the_two_commands() {
    let readme = read("README.md");
    for command in ["cargo xtask serve", "cargo xtask test"] {
        assert!(readme.contains(command), "README.md does not name {command}");
    }
}

#[test]
fn links_between_documents_lead_somewhere() {
    let documents = files("").into_iter().filter(|path| path.ends_with(".md"));
    let broken = documents.flat_map(|path| {
        let text = read(&path);
        let folder = Path::new(&path).parent().unwrap_or(Path::new("")).to_owned();
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        let local =
            targets.filter(|target| !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:"));
        let missing = local.filter(|target| !root().join(&folder).join(target).exists());
        missing.map(|target| format!("{path}: {target}")).collect::<Vec<_>>()
    });
    none("links that lead nowhere", broken);
}

#[test]
fn sizes_are_printed() {
    println!(
        "{:<10} {:>9} {:>7} {:>5} {:>5} {:>11} {:>7} {:>5} {:>5}",
        "lines of", "files", "median", "90 %", "most", "functions", "median", "90 %", "most"
    );
    for (what, folder) in [
        ("engine", "crates/engine/src"),
        ("command", "crates/cli/src"),
        ("core", "crates/app-core/src"),
        ("app", "src"),
        ("xtask", "xtask/src"),
    ] {
        let sources: Vec<Source> = sources(folder).into_iter().filter(|source| !source.is_test()).collect();
        let files = sizes(sources.iter().map(|source| without_tests(&source.text)).collect());
        let functions = sizes(sources.iter().flat_map(|source| function_lengths(&source.code)).collect());
        println!(
            "{what:<10} {:>9} {:>7} {:>5} {:>5} {:>11} {:>7} {:>5} {:>5}",
            files.count,
            files.median,
            files.ninth,
            files.most,
            functions.count,
            functions.median,
            functions.ninth,
            functions.most
        );
        assert!(files.count > 0 && functions.count > 0, "{folder} has code");
    }
}

struct Sizes {
    count: usize,
    median: usize,
    ninth: usize,
    most: usize,
}

fn sizes(mut all: Vec<usize>) -> Sizes {
    all.sort_unstable();
    let at = |part: usize| all.get(all.len() * part / 10).or(all.last()).copied().unwrap_or_default();
    Sizes { count: all.len(), median: at(5), ninth: at(9), most: at(10) }
}

/// The lengths of the functions of formatted code: from the `fn` to the brace in the same column.
fn function_lengths(code: &str) -> Vec<usize> {
    let lines: Vec<&str> = code.lines().collect();
    let begins = |line: &str| {
        line.starts_with("fn ") || (line.starts_with("pub") || line.starts_with("const ")) && line.contains(" fn ")
    };
    let starts = lines.iter().enumerate().filter(|(_, line)| begins(line.trim_start()));
    starts
        .filter_map(|(start, line)| {
            let end = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
            let length = lines[start..].iter().position(|line| *line == end)? + 1;
            Some(if line.trim_end().ends_with('}') { 1 } else { length })
        })
        .collect()
}
