//! What the questions besides a case alone are asked with. Each object is read by a file of [`requests`](crate::case::requests);
//! a test holds every member here against that reader.

use super::render::head;
use super::{SCHEMA_ID, render};
use crate::case::bounds::{self, Bounds};
use crate::case::requests::annual_percentage_rate::{FLOWS, LONGEST_TIME};
use crate::case::write::JsonText;
use crate::insight::goal_seek::{Goal, Vary};
use crate::trace::Line;

/// A time in years: a decimal number, or a sum of fractions.
const YEARS: &str = r"^([0-9]+(\.[0-9]+)?|[0-9]+/0*[1-9][0-9]*)(\+([0-9]+(\.[0-9]+)?|[0-9]+/0*[1-9][0-9]*))*$";

/// All of them, under `$defs`.
pub(super) fn schema() -> String {
    let mut text = JsonText::default();
    text.open('{');
    head(&mut text, "urn:mikrolaan:requests:1", "Requests");
    text.member_object("$defs", |text| {
        let about_scenario: [Member; 2] = [
            ("case", "The case.", |text| text.member_text("$ref", SCHEMA_ID)),
            ("scenario", "The position of a scenario in the case.", |text| {
                render::whole(text, 0, bounds::SCENARIOS.max.saturating_sub(1));
            }),
        ];
        let seek: [Member; 2] = [
            ("vary", "What is varied.", |text| text.member_texts("enum", Vary::IDS)),
            ("goal", "What is to hold.", |text| text.member_texts("enum", Goal::IDS)),
        ];
        let explain: [Member; 2] = [
            ("month", "A month of the scenario.", |text| in_case(text, "month")),
            ("line", "Which line of it.", |text| text.member_texts("enum", Line::IDS)),
        ];
        let apr: [Member; 2] =
            [("payouts", "What is paid out.", flows), ("payments", "What is paid back, fees included.", flows)];
        request(text, "SeekRequest", "The least that would be enough.", &[about_scenario, seek].concat(), |text| {
            member(
                text,
                &("hourly_wage", "Of one more small job; needed where its hours are varied.", |text| {
                    in_case(text, "hourly_wage");
                }),
            );
        });
        request(text, "SensitivityRequest", "What matters most, one change at a time.", &about_scenario, |_| {});
        request(
            text,
            "ExplainRequest",
            "Where a line of a month comes from.",
            &[about_scenario, explain].concat(),
            |_| {},
        );
        request(text, "AprRequest", "What a loan costs a year.", &apr, |_| {});
        let flow: [Member; 2] = [
            ("amount", "How much.", |text| in_case(text, "amount")),
            (
                "years",
                "When, in years from the beginning: a decimal text, or a sum of fractions such as 1/12+3/365.",
                |text| {
                    text.member_text("type", "string");
                    text.member_text("pattern", YEARS);
                    text.member_raw("maxLength", &LONGEST_TIME.to_string());
                },
            ),
        ];
        request(text, "Flow", "An amount at a time.", &flow, |_| {});
    });
    text.close('}');
    text.finish()
}

/// The key of a member, what it is about, and what it may be.
type Member = (&'static str, &'static str, fn(&mut JsonText));

/// An object whose `required` members must be there.
fn request(text: &mut JsonText, name: &str, about: &str, required: &[Member], optional: fn(&mut JsonText)) {
    text.member_object(name, |text| {
        text.member_text("title", name);
        text.member_text("description", about);
        text.member_text("type", "object");
        text.member_raw("additionalProperties", "false");
        let keys: Vec<&str> = required.iter().map(|(key, ..)| *key).collect();
        text.member_texts("required", &keys);
        text.member_object("properties", |text| {
            required.iter().for_each(|one| member(text, one));
            optional(text);
        });
    });
}

fn member(text: &mut JsonText, (key, about, shape): &Member) {
    text.member_object(key, |text| {
        text.member_text("description", about);
        shape(text);
    });
}

/// A kind of value of the case.
fn in_case(text: &mut JsonText, name: &str) {
    text.member_text("$ref", &format!("{SCHEMA_ID}#/$defs/{name}"));
}

fn flows(text: &mut JsonText) {
    let Bounds { max, .. } = FLOWS;
    text.member_text("type", "array");
    text.member_raw("maxItems", &max.to_string());
    text.member_object("items", |text| text.member_text("$ref", "#/$defs/Flow"));
}
