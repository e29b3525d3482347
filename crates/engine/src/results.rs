//! What the command writes, as a JSON Schema: made of the types that are written, so that it says neither more nor less.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value as Json, json};

use crate::case::command::{
    AprOutput, CheckOutput, ExplainOutput, ScreenOutput, SeekOutput, SensitivityOutput, SimulateOutput,
};
use crate::case::{Listing, Problem};
use crate::evaluation::{Evaluation, HalfYear};
use crate::quantity::{AnnualPercentage, Money, Month};
use crate::rulebook::InForce;
use crate::trace::{Entry, Formula, Line, LineOf, Node, Place, Term, TermRole, Value, ValueKind};

/// The JSON Schema of every result, each under `$defs`: `ScreenOutput`, `SimulateOutput` … and of one error, `Problem`. A
/// result has these members and no others.
#[must_use]
pub fn results_schema() -> String {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    for add in [
        SchemaGenerator::subschema_for::<ScreenOutput>,
        SchemaGenerator::subschema_for::<SimulateOutput>,
        SchemaGenerator::subschema_for::<CheckOutput>,
        SchemaGenerator::subschema_for::<SeekOutput>,
        SchemaGenerator::subschema_for::<SensitivityOutput>,
        SchemaGenerator::subschema_for::<AprOutput>,
        SchemaGenerator::subschema_for::<ExplainOutput>,
        SchemaGenerator::subschema_for::<Listing<'static>>,
        SchemaGenerator::subschema_for::<Evaluation>,
        SchemaGenerator::subschema_for::<Problem>,
    ] {
        add(&mut generator);
    }
    let mut definitions = Json::Object(generator.take_definitions(true));
    close(&mut definitions);
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:mikrolaan:results:1",
        "title": "Results",
        "$defs": definitions,
    });
    format!("{schema:#}\n")
}

/// An object has the members that are named, and no others.
fn close(schema: &mut Json) {
    match schema {
        Json::Object(members) => {
            members.values_mut().for_each(close);
            // How many bits a whole number has in Rust is no format of JSON Schema.
            if members.get("type") == Some(&json!("integer"))
                || members.get("type") == Some(&json!(["integer", "null"]))
            {
                members.remove("format");
            }
            if members.get("properties").is_some_and(Json::is_object) && members.get("type") == Some(&json!("object")) {
                members.insert("additionalProperties".to_owned(), json!(false));
            }
        }
        Json::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// Types that are written as a text of one form.
macro_rules! texts {
    ($($type:ty, $name:literal, $about:literal, $pattern:literal;)+) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
                json_schema!({ "description": $about, "type": "string", "pattern": $pattern })
            }
        }
    )+};
}

texts! {
    Money, "Money", "Kroner, always with two decimals, such as -12.30.", r"^-?[0-9]+\.[0-9]{2}$";
    Month, "Month", "A month, such as 2027-01.", r"^[0-9]{4}-(0[1-9]|1[0-2])$";
    AnnualPercentage, "AnnualPercentage", "Percent a year, always with six decimals.", r"^-?[0-9]+\.[0-9]{6}$";
    HalfYear, "HalfYear", "January to June or July to December of a year, such as 2021-2.", r"^[0-9]{4}-[12]$";
    Place, "Place", "A place in the case, such as scenarios[0].household.savings.", r"^(answers|overrides|scenarios\[[0-7]\])\..+$";
}

impl JsonSchema for Value {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        let about = "Whole numbers and truths as JSON has them, everything else as its text.";
        json_schema!({ "description": about, "type": ["string", "integer", "boolean"] })
    }
}

impl JsonSchema for Node {
    fn schema_name() -> Cow<'static, str> {
        "Node".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        tree(generator, "A value, and where it comes from.", None)
    }
}

impl JsonSchema for Term {
    fn schema_name() -> Cow<'static, str> {
        "Term".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let role = generator.subschema_for::<TermRole>();
        tree(generator, "A value that enters a formula, with the part it plays.", Some(role))
    }
}

/// A node (with a role, a term): one object for each origin a value can have.
fn tree(generator: &mut SchemaGenerator, about: &str, role: Option<Schema>) -> Schema {
    let formula =
        [("formula", generator.subschema_for::<Formula>()), ("inputs", generator.subschema_for::<Vec<Term>>())];
    let origins = [
        formula.to_vec(),
        vec![("rate", generator.subschema_for::<InForce<Value>>())],
        vec![("entry", generator.subschema_for::<Entry>())],
        vec![("reference", generator.subschema_for::<LineOf>())],
        vec![("given", json_schema!({ "const": true }))],
    ];
    let (value, kind) = (generator.subschema_for::<Value>(), generator.subschema_for::<ValueKind>());
    let line = generator.subschema_for::<Line>();
    let one = |origin: &Vec<(&str, Schema)>| {
        let mut properties = serde_json::Map::new();
        let always =
            role.iter().map(|role| ("role", role.clone())).chain([("value", value.clone()), ("kind", kind.clone())]);
        properties.extend(always.chain(origin.iter().cloned()).map(|(key, schema)| (key.to_owned(), schema.into())));
        let required: Vec<String> = properties.keys().cloned().collect();
        properties.insert("line".to_owned(), line.clone().into());
        json!({ "type": "object", "properties": properties, "required": required })
    };
    let origins: Vec<Json> = origins.iter().map(one).collect();
    json_schema!({ "description": about, "oneOf": origins })
}
