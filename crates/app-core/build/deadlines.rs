//! `deadlines.toml` as constants, each with the title and the address of its source.

use std::fmt::Write as _;

/// A constant for each deadline.
pub fn constants(file: &toml::Table, sources: &toml::Table, errors: &mut Vec<String>) -> String {
    let mut out = String::new();
    for (name, deadline) in file {
        match constant(deadline, sources) {
            Ok(constant) => {
                let _ = writeln!(out, "/// `{name}` in `deadlines.toml`.");
                let _ = writeln!(out, "pub const {}: Deadline = {constant};", name.to_uppercase());
            }
            Err(wrong) => errors.push(format!("deadlines.toml: {name}: {wrong}")),
        }
    }
    out
}

fn constant(deadline: &toml::Value, sources: &toml::Table) -> Result<String, String> {
    let number = |key: &str| deadline.get(key).and_then(toml::Value::as_integer).filter(|number| *number > 0);
    let (unit, number) = match (number("working_days"), number("weeks")) {
        (Some(days), None) => ("WorkingDays", days),
        (None, Some(weeks)) => ("Weeks", weeks),
        _ => return Err("it has either working_days or weeks".to_owned()),
    };
    let text = |table: &toml::Value, key: &str| table.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    let name = text(deadline, "source").ok_or("it names no source")?;
    let source = sources.get(&name).ok_or_else(|| format!("no source is called {name}"))?;
    let title = text(source, "title").ok_or("its source has no title")?;
    let place = text(deadline, "place").ok_or("it names no place in its source")?;
    let name = format!("{title}, {place}");
    let url = text(source, "url");
    Ok(format!("Deadline {{ number: {number}, unit: DeadlineUnit::{unit}, source: {name:?}, url: {url:?} }}"))
}
