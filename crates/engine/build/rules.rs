//! `rules.toml` and `schemes.toml`: what the rules stand on.

use std::collections::BTreeMap;
use std::path::Path;

use super::sources::Sources;
use super::{Built, camel_case, month_index, option_literal, read_toml};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    status: String,
    source: Option<String>,
    place: Option<String>,
    quote: Option<String>,
    assumption: Option<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Scheme {
    from: String,
    to: Option<String>,
    largest_loan: Option<i64>,
    largest_loan_source: Option<String>,
    normal_support_months: u32,
    normal_support_source: String,
    source: String,
}

/// The rules as Rust: an enum of their ids and the table of what they stand on.
pub(super) fn to_rust(path: &Path, sources: &Sources) -> Built<String> {
    let rules: BTreeMap<String, RuleEntry> = read_toml(path)?;
    let (mut ids, mut table, mut assumptions) = (String::new(), String::new(), String::new());
    for (id, rule) in &rules {
        ids += &format!("    {} = {id:?},\n", camel_case(id));
        if let Some(assumption) = &rule.assumption {
            assumptions += &format!("        RuleId::{} => {assumption:?},\n", camel_case(id));
        }
        table += &basis(id, rule, sources).map_err(|e| format!("rule {id}: {e}"))?;
    }
    Ok(format!(
        "string_enum! {{\n/// A criterion or a rule of the calculation.\nRuleId {{\n{ids}}}\n}}\n\
         pub(super) static RULES: [Basis; {}] = [\n{table}];\n\
         pub(super) fn assumption(rule: RuleId) -> &'static str {{\n    match rule {{\n{assumptions}        _ => \"\",\n    }}\n}}\n",
        rules.len()
    ))
}

fn basis(id: &str, rule: &RuleEntry, sources: &Sources) -> Built<String> {
    let status = match rule.status.as_str() {
        "law" => "Law",
        "municipal_experience" => "MunicipalExperience",
        "press" => "Press",
        "assumption" => "Assumption",
        other => return Err(format!("unknown status {other:?}")),
    };
    let assumed = rule.status == "assumption";
    if rule.assumption.is_some() != assumed || rule.quote.is_some() == assumed {
        return Err("needs the words it stands on: quote, or assumption where nothing is published".to_owned());
    }
    if !assumed && (rule.source.is_none() || rule.place.is_none()) {
        return Err("needs a source and the place in it".to_owned());
    }
    let source = rule.source.as_deref().map(|key| sources.index(key, &rule.status)).transpose()?;
    Ok(format!(
        "    Basis {{ rule: RuleId::{}, status: BasisStatus::{status}, quote: {}, place: {}, source: {} }},\n",
        camel_case(id),
        option_literal(rule.quote.as_deref()),
        option_literal(rule.place.as_deref()),
        source.map_or("None".to_owned(), |index| format!("Some(Source({index}))")),
    ))
}

/// The schemes as Rust: one row each, by id.
pub(super) fn schemes_to_rust(path: &Path, sources: &Sources) -> Built<String> {
    let schemes: BTreeMap<String, Scheme> = read_toml(path)?;
    let mut table = String::new();
    for (id, scheme) in &schemes {
        table += &scheme_row(id, scheme, sources).map_err(|e| format!("scheme {id}: {e}"))?;
    }
    Ok(format!("pub(super) static SCHEMES: [SchemeRules; {}] = [\n{table}];\n", schemes.len()))
}

fn scheme_row(id: &str, scheme: &Scheme, sources: &Sources) -> Built<String> {
    let month = |text: &String| month_index(text).map(|index| format!("Month::from_index({index})"));
    let to = scheme.to.as_ref().map(month).transpose()?;
    let loan_source = scheme.largest_loan_source.as_deref().map(|key| sources.index(key, "press")).transpose()?;
    if scheme.largest_loan.is_some() != loan_source.is_some() {
        return Err("a largest loan needs its source".to_owned());
    }
    Ok(format!(
        "    SchemeRules {{ scheme: Scheme::{}, from: {}, to: {}, largest_loan: {}, largest_loan_source: {}, \
         normal_support_months: {}, normal_support_source: Source({}), source: Source({}) }},\n",
        camel_case(id),
        month(&scheme.from)?,
        to.map_or("None".to_owned(), |month| format!("Some({month})")),
        scheme.largest_loan.map_or("None".to_owned(), |kroner| format!("Some(Money::from_kroner({kroner}))")),
        loan_source.map_or("None".to_owned(), |index| format!("Some(Source({index}))")),
        scheme.normal_support_months,
        sources.index(&scheme.normal_support_source, "law")?,
        sources.index(&scheme.source, "law")?,
    ))
}
