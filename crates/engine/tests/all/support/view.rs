//! A result as the case files speak of it: findings by criterion, months by month, notes as words.

use mikrolaan_engine::case::Problem;
use serde_json::{Map, Value, json};

/// The view of what the engine answered.
pub(crate) fn of(answer: Result<String, Vec<Problem>>) -> Value {
    match answer {
        Err(problems) => json!({ "errors": problems.iter().map(error).collect::<Vec<_>>() }),
        Ok(text) => {
            let result: Value = serde_json::from_str(&text).expect("the result is JSON");
            match result.get("scenarios") {
                Some(scenarios) => simulations(items(scenarios)),
                None => screening(&result),
            }
        }
    }
}

/// The value at a path of the view.
pub(crate) fn at<'v>(view: &'v Value, path: &[String]) -> Option<&'v Value> {
    path.iter().try_fold(view, |value, step| value.get(step))
}

/// A value as the case files write it: TOML has no null, so it is the word.
pub(crate) fn written(value: &Value) -> Value {
    match value {
        Value::Null => json!("null"),
        other => other.clone(),
    }
}

fn error(problem: &Problem) -> String {
    format!("{} {}", problem.code.id(), problem.path)
}

fn screening(result: &Value) -> Value {
    json!({
        "verdict": result["verdict"],
        "findings": by(&result["findings"], "criterion"),
        "flags": names(&result["flags"], "flag"),
        "severity": values(&result["flags"], "flag", "severity"),
        "routes": by(&result["routes"], "route"),
        "next_questions": result["next_questions"],
        "notes": notes(&result["notes"]),
        "rulebook": result["rulebook"],
    })
}

/// The first scenario stands at the top; all of them by number under `scenarios`.
fn simulations(results: &[Value]) -> Value {
    let all: Map<String, Value> =
        results.iter().enumerate().map(|(index, result)| (index.to_string(), simulation(result))).collect();
    let mut view = all.get("0").cloned().unwrap_or_else(|| json!({}));
    view["scenarios"] = Value::Object(all);
    view
}

fn simulation(result: &Value) -> Value {
    json!({
        "name": result["name"],
        "before_tax": result["before_tax"],
        "months": by(&result["months"], "month"),
        "phases": phases(&result["months"]),
        "key_figures": result["key_figures"],
        "benefit_range": range(&result["benefit_range"]),
        "notes": notes(&result["notes"]),
        "figures": figures(&result["figures_used"]),
        "figures_used": used(&result["figures_used"]),
    })
}

/// With its open answers by path.
fn range(range: &Value) -> Value {
    match range {
        Value::Null => Value::Null,
        range => {
            let mut view = range.clone();
            view["paths"] = names(&range["open"], "path");
            view["open"] = by(&range["open"], "path");
            view
        }
    }
}

/// The phases in order, each with its number of months: `course 3`.
fn phases(months: &Value) -> Value {
    let mut runs: Vec<(&str, usize)> = Vec::new();
    for month in items(months) {
        let phase = month["phase"].as_str().unwrap_or_default();
        match runs.last_mut() {
            Some((last, count)) if *last == phase => *count += 1,
            _ => runs.push((phase, 1)),
        }
    }
    runs.iter().map(|(phase, count)| json!(format!("{phase} {count}"))).collect()
}

/// `rates_carried formue_enlig 2027-01`: a note with what it is about.
fn notes(notes: &Value) -> Value {
    items(notes)
        .iter()
        .map(|note| {
            let parts = ["note", "figure", "path", "from"].map(|key| note[key].as_str());
            json!(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
        })
        .collect()
}

/// The ids of the figures used, each once.
fn figures(used: &Value) -> Value {
    let mut ids: Vec<&Value> = items(used).iter().map(|figure| &figure["figure"]).collect();
    ids.dedup();
    json!(ids)
}

/// By figure and then by the first month of the period.
fn used(used: &Value) -> Value {
    let mut view = json!({});
    for figure in items(used) {
        let (id, from) = (key(&figure["figure"]), key(&figure["from"]));
        view[id][from] = figure.clone();
    }
    view
}

fn by(list: &Value, id: &str) -> Value {
    let entries = items(list).iter().map(|item| (key(&item[id]), item.clone()));
    Value::Object(entries.collect())
}

fn names(list: &Value, id: &str) -> Value {
    items(list).iter().map(|item| item[id].clone()).collect()
}

fn values(list: &Value, id: &str, value: &str) -> Value {
    let entries = items(list).iter().map(|item| (key(&item[id]), item[value].clone()));
    Value::Object(entries.collect())
}

fn items(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn key(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
