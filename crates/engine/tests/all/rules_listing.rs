//! What `rules` writes has the shape `docs/rules.md` describes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use mikrolaan_engine::case::rules;
use mikrolaan_engine::quantity::Month;
use serde_json::Value;

fn listing(month: Option<Month>) -> Value {
    serde_json::from_str(&rules(month)).expect("JSON")
}

/// The paths of everything in a listing; a source is one thing.
fn paths(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) if members.keys().ne(["id", "title", "url"]) || path == "sources[]" => {
            let inside = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            members.iter().for_each(|(key, member)| paths(member, &inside(key), found));
        }
        Value::Array(items) => items.iter().for_each(|item| paths(item, &format!("{path}[]"), found)),
        _ => {
            found.insert(path.to_owned());
        }
    }
}

fn documented() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
    let text = fs::read_to_string(path).expect("docs/rules.md");
    text.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned())).collect()
}

#[test]
fn the_document_lists_every_key_and_no_other() {
    let mut found = BTreeSet::new();
    paths(&listing(None), "", &mut found);
    assert!(!found.contains("figures[].values[].carried"), "only with a month");
    paths(&listing(Month::new(2026, 11)), "", &mut found);
    assert_eq!(found, documented());
}

#[test]
fn a_month_shows_one_value_a_figure_and_says_what_is_carried() {
    let carried = |month| {
        let listing = listing(month);
        let values = listing["figures"].as_array().expect("figures").iter().map(|figure| figure["values"].as_array());
        let values: Vec<&Vec<Value>> = values.map(|values| values.expect("values")).collect();
        assert!(values.iter().all(|values| values.len() <= 1));
        values.into_iter().flatten().filter(|value| value["carried"] == true).count()
    };
    assert!(carried(Month::new(2027, 1)) > carried(Month::new(2026, 11)));
}
