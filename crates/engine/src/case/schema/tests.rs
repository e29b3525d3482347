//! The schema has every member of the format, each with what it is about. Whether it takes and refuses the right files is tried
//! with a validator, in `tests/npm/schema.test.mjs`.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::members::CaseMember;
use super::relation::{self, Relation};
use super::shape::{FormatShape, probe};
use super::{about, case_schema, defaults, each_member, pattern, requests_schema};
use crate::quantity::Month;
use crate::rulebook::OverrideKey;
use crate::screening::AnswerKey;
use crate::simulation::ScenarioField;

fn paths() -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    each_member(&probe(None).shape, "", &mut |path, _| {
        paths.insert(path.to_owned());
    });
    paths
}

/// The schema of a member; `[]` leads to the items of a list.
fn at<'s>(schema: &'s Json, path: &str) -> Option<&'s Json> {
    path.split('.').try_fold(schema, |object, step| {
        let key = step.trim_end_matches("[]");
        let of_object = |one: &'s Json| one.get("properties").and_then(|members| members.get(key));
        let member = of_object(object).or_else(|| object.get("anyOf").and_then(|all| of_object(all.get(0)?)))?;
        if step.ends_with("[]") { member.get("items") } else { Some(member) }
    })
}

#[test]
fn every_row_of_the_tables_is_a_member_of_the_schema_and_every_member_is_a_row() {
    let fields = ScenarioField::ALL.iter().map(|field| format!("scenarios[].{}", field.id()));
    let answers = AnswerKey::ALL.iter().map(|key| format!("answers.{}", key.id()));
    let overrides = OverrideKey::ALL.iter().map(|key| format!("overrides.{}", key.id()));
    let others = CaseMember::IDS.iter().map(|&path| path.to_owned());
    let rows: BTreeSet<String> = fields.chain(answers).chain(overrides).chain(others).collect();
    assert_eq!(rows, paths());
    let schema: Json = serde_json::from_str(&case_schema()).expect("JSON");
    for path in rows {
        let member = at(&schema, &path).unwrap_or_else(|| panic!("{path} is not in the schema"));
        assert_eq!(member.get("description").and_then(Json::as_str), about(&path), "{path}");
        assert!(about(&path).is_some_and(|about| about.len() > 3), "{path}");
    }
}

#[test]
fn what_must_fit_together_is_found() {
    let all = relation::all();
    let has =
        |path: &str, wanted: &dyn Fn(Relation) -> bool| all.iter().any(|(at, found)| at == path && wanted(*found));
    assert!(has("answers", &|it| it == Relation::Unique("loan_purposes")));
    assert!(has("scenarios[]", &|it| it == Relation::Needs(["loan", "business"])));
    assert!(has("scenarios[].benefit", &|it| it == Relation::OneOf(["monthly", "profile"])));
    assert!(has("scenarios[].benefit", &|it| it == Relation::NotBoth(["deduction", "profile"])));
    assert!(has("scenarios[].benefit.profile", &|it| it == Relation::Implies(["children_at_home", "children"])));
    assert!(has("scenarios[].loan.repayment", &|it| it == Relation::OneOf(["instalment", "term_months"])));
    assert_eq!(all.len(), 6);
}

#[test]
fn a_default_stands_there_where_it_is_always_the_same() {
    let all = defaults::all();
    let of = |path: &str| all.get(path).map(String::as_str);
    for (path, value) in [
        ("scheme", "\"viderefoert\""),
        ("answers", "{}"),
        ("scenarios", "[]"),
        ("scenarios[].months", "36"),
        ("scenarios[].household", "{}"),
        ("scenarios[].household.savings", "\"0.00\""),
        ("scenarios[].loan", "null"),
        ("scenarios[].loan.first_instalment_after_months", "6"),
        ("scenarios[].business.closes", "null"),
        ("scenarios[].business.setup_costs", "[]"),
        ("scenarios[].benefit.profile.residence_and_work_met", "true"),
        ("scenarios[].tax.mode", "\"simplified\""),
    ] {
        assert_eq!(of(path), Some(value), "{path}");
    }
    // The position, the answers, another field, the rulebook.
    for path in ["name", "account_wait_months", "benefit", "benefit.profile.children_at_home", "tax.municipal_rate"] {
        assert_eq!(of(&format!("scenarios[].{path}")), None, "{path}");
    }
}

#[test]
fn bounds_are_their_pattern() {
    let simple = pattern::decimal(40, 2, 2);
    assert_eq!(simple, r"^(-0+(\.0{1,2})?|0*(0(\.40{0,1}|\.[0-3][0-9]{0,1})?))$");
    let months = pattern::month(crate::case::bounds::month());
    let first = Month::parse("2017-07").expect("a month").to_string();
    assert!(months.starts_with("^(2017-(07|08|09|10|11|12)|(201[8-9]|202[0-9]|"), "{first}: {months}");
    assert!(months.ends_with("|2099-(01|02|03|04|05|06|07|08|09|10|11|12))$"), "{months}");
}

#[test]
fn a_request_knows_the_case_by_its_name() {
    let schema: Json = serde_json::from_str(&requests_schema()).expect("JSON");
    let seek = schema.pointer("/$defs/SeekRequest/properties/case/$ref").and_then(Json::as_str);
    assert_eq!(seek, Some(super::SCHEMA_ID));
}

#[test]
fn a_list_has_items() {
    each_member(&probe(None).shape, "", &mut |path, member| {
        if let FormatShape::List { item, .. } = &member.shape {
            assert!(!matches!(item.as_ref(), FormatShape::Object(members) if members.is_empty()), "{path}");
        }
    });
}
