//! The shape of a case as the text of a schema.

use std::collections::BTreeMap;

use super::relation::Relation;
use super::shape::{FormatShape, MemberNeed, MemberShape, ValueShape, probe};
use super::{DIALECT, about, defaults, pattern, relation};
use crate::case::bounds::{self, Bounds};
use crate::case::walk::RateLimits;
use crate::case::write::JsonText;
use crate::quantity::{Money, WeeklyHours};
use crate::rulebook::MunicipalityId;
use crate::screening::AnswerKey;
use crate::simulation::ScenarioField;

impl JsonText {
    /// A member with any JSON.
    pub(super) fn member_raw(&mut self, key: &str, json: &str) {
        self.begin(key);
        self.raw(json);
    }

    /// A member with a text.
    pub(super) fn member_text(&mut self, key: &str, value: &str) {
        self.begin(key);
        self.quoted(value);
    }

    /// A member with a list of texts.
    pub(super) fn member_texts(&mut self, key: &str, values: &[&str]) {
        self.member_list(key, |text| {
            for value in values {
                text.next();
                text.quoted(value);
            }
        });
    }

    /// A member with a list.
    pub(super) fn member_list(&mut self, key: &str, items: impl FnOnce(&mut Self)) {
        self.begin(key);
        self.open('[');
        items(self);
        self.close(']');
    }

    /// A member with an object.
    pub(super) fn member_object(&mut self, key: &str, members: impl FnOnce(&mut Self)) {
        self.begin(key);
        self.open('{');
        members(self);
        self.close('}');
    }

    /// An item that is an object.
    pub(super) fn item_object(&mut self, members: impl FnOnce(&mut Self)) {
        self.next();
        self.open('{');
        members(self);
        self.close('}');
    }

    fn begin(&mut self, key: &str) {
        self.next();
        self.quoted(key);
        self.raw(": ");
    }
}

/// What every schema begins with.
pub(super) fn head(text: &mut JsonText, id: &str, title: &str) {
    text.member_text("$schema", DIALECT);
    text.member_text("$id", id);
    text.member_text("title", title);
}

/// The schema of a case: the members of its object, and the kinds of values below `$defs`.
pub(super) fn case(text: &mut JsonText) {
    text.member_text("description", "A case: what a person answered, and the plans they look at.");
    let relations = relation::all();
    let defaults = defaults::all();
    let case = CaseShape { relations: &relations, defaults: &defaults };
    case.shape(text, "", &probe(None).shape);
    text.member_object("$defs", |text| {
        for named in NAMED {
            text.member_object(named.name, |text| {
                text.member_text("title", named.title);
                text.member_text("description", named.about);
                value(text, named.shape);
            });
        }
    });
}

/// A kind of value that many members share.
struct NamedSchema {
    name: &'static str,
    title: &'static str,
    about: &'static str,
    shape: ValueShape,
}

const fn named(name: &'static str, title: &'static str, about: &'static str, shape: ValueShape) -> NamedSchema {
    NamedSchema { name, title, about, shape }
}

const fn rate(decimals: u32, bounds: Bounds<crate::quantity::Rate>) -> ValueShape {
    ValueShape::Rate(RateLimits { decimals, bounds })
}

const NAMED: [NamedSchema; 11] = [
    named(
        "amount",
        "Amount",
        "Kroner: a decimal text with at most two decimals, or a whole number.",
        ValueShape::Amount(bounds::AMOUNT),
    ),
    named("positive_amount", "PositiveAmount", "Kroner, above zero.", ValueShape::Amount(bounds::POSITIVE_AMOUNT)),
    named("hourly_wage", "HourlyWage", "Kroner an hour.", ValueShape::Amount(bounds::HOURLY_WAGE)),
    named("hours", "WeeklyHours", "Hours a week, with at most two decimals.", ValueShape::Hours(bounds::HOURS)),
    named("rate", "Rate", "A fraction from 0 to 1 as a decimal text.", rate(6, bounds::RATE)),
    named(
        "local_tax_rate",
        "LocalTaxRate",
        "A municipal or church rate as a decimal text.",
        rate(6, bounds::LOCAL_TAX_RATE),
    ),
    named("season_factor", "SeasonFactor", "A factor on a month's revenue as a decimal text.", rate(3, bounds::SEASON)),
    named("month", "Month", "A month, such as 2027-01.", ValueShape::Month(bounds::month())),
    named(
        "name",
        "Name",
        "A name or label, without control or bidirectional characters.",
        ValueShape::Text(bounds::NAME),
    ),
    named("municipality_id", "MunicipalityId", "The id of a municipality.", ValueShape::Municipality),
    named(
        "value_path",
        "ValuePath",
        "The place of a value in a case, such as scenarios[0].household.savings.",
        ValueShape::Path,
    ),
];

/// What is known of a case besides its shape.
struct CaseShape<'s> {
    relations: &'s [(String, Relation)],
    defaults: &'s BTreeMap<String, String>,
}

impl CaseShape<'_> {
    fn shape(&self, text: &mut JsonText, path: &str, shape: &FormatShape) {
        match shape {
            FormatShape::Format(format) => text.member_raw("const", &serde_json::Value::from(*format).to_string()),
            FormatShape::Object(members) => self.object(text, path, members),
            FormatShape::List { lengths, item } => {
                text.member_text("type", "array");
                if lengths.min > 0 {
                    text.member_raw("minItems", &lengths.min.to_string());
                }
                if lengths.max < u32::MAX {
                    text.member_raw("maxItems", &lengths.max.to_string());
                }
                let (object, key) = path.rsplit_once('.').unwrap_or(("", path));
                if self.of(object).any(|relation| matches!(relation, Relation::Unique(unique) if unique == key)) {
                    text.member_raw("uniqueItems", "true");
                }
                text.member_object("items", |text| self.titled(text, &format!("{path}[]"), item));
            }
            FormatShape::Value(shape) => match NAMED.iter().find(|named| named.shape == *shape) {
                Some(named) => text.member_text("$ref", &format!("#/$defs/{}", named.name)),
                None => value(text, *shape),
            },
        }
    }

    /// An object of its own has a name.
    fn titled(&self, text: &mut JsonText, path: &str, shape: &FormatShape) {
        if matches!(shape, FormatShape::Object(_)) {
            text.member_text("title", &title(path));
        }
        self.shape(text, path, shape);
    }

    fn of(&self, path: &str) -> impl Iterator<Item = Relation> {
        self.relations.iter().filter(move |(object, _)| object == path).map(|(_, relation)| *relation)
    }

    fn object(&self, text: &mut JsonText, path: &str, members: &[MemberShape]) {
        text.member_text("type", "object");
        text.member_raw("additionalProperties", "false");
        let required: Vec<&str> =
            members.iter().filter(|member| member.need == MemberNeed::Required).map(|member| member.key).collect();
        if !required.is_empty() {
            text.member_texts("required", &required);
        }
        text.member_object("properties", |text| {
            for member in members {
                let path = if path.is_empty() { member.key.to_owned() } else { format!("{path}.{}", member.key) };
                text.member_object(member.key, |text| self.member(text, &path, member));
            }
        });
        let relations: Vec<Relation> =
            self.of(path).filter(|relation| !matches!(relation, Relation::Unique(_))).collect();
        if !relations.is_empty() {
            text.member_list("allOf", |text| relations.iter().for_each(|relation| relation.write(text)));
        }
    }

    fn member(&self, text: &mut JsonText, path: &str, member: &MemberShape) {
        if let Some(about) = about(path) {
            text.member_text("description", about);
        }
        if let Some(default) = self.defaults.get(path) {
            text.member_raw("default", default);
        }
        if member.need == MemberNeed::Nullable {
            text.member_list("anyOf", |text| {
                text.item_object(|text| self.titled(text, path, &member.shape));
                text.item_object(|text| text.member_text("type", "null"));
            });
        } else {
            self.titled(text, path, &member.shape);
        }
    }
}

/// `scenarios[].business.setup_costs[]` → `SetupCost`; a part of the case itself → `CaseOutcome`.
fn title(path: &str) -> String {
    let key = path.rsplit('.').next().unwrap_or(path);
    let one = key.strip_suffix("s[]").unwrap_or(key);
    let of_case = if one == path { "Case" } else { "" };
    let words = one.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    });
    std::iter::once(of_case.to_owned()).chain(words).collect()
}

fn value(text: &mut JsonText, shape: ValueShape) {
    match shape {
        ValueShape::Whole(bounds) => whole(text, bounds.min, bounds.max),
        ValueShape::Amount(bounds) => amount(text, bounds),
        ValueShape::Hours(bounds) => hours(text, bounds),
        ValueShape::Rate(limits) => {
            decimal_text(text, &pattern::decimal(limits.bounds.max.millionths(), 6, limits.decimals));
        }
        ValueShape::Month(bounds) => decimal_text(text, &pattern::month(bounds)),
        ValueShape::Text(lengths) => {
            decimal_text(text, r"^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$");
            text.member_raw("minLength", &lengths.min.to_string());
            text.member_raw("maxLength", &lengths.max.to_string());
        }
        ValueShape::Municipality => {
            decimal_text(text, &format!("^[a-z][a-z0-9-]{{0,{}}}$", MunicipalityId::LONGEST - 1))
        }
        ValueShape::Path => decimal_text(text, &path_pattern()),
        ValueShape::Truth => text.member_text("type", "boolean"),
        ValueShape::Choice(ids) => text.member_texts("enum", ids),
    }
}

fn decimal_text(text: &mut JsonText, pattern: &str) {
    text.member_text("type", "string");
    text.member_text("pattern", pattern);
}

pub(super) fn whole(text: &mut JsonText, min: u32, max: u32) {
    text.member_text("type", "integer");
    text.member_raw("minimum", &min.to_string());
    text.member_raw("maximum", &max.to_string());
}

fn amount(text: &mut JsonText, bounds: Bounds<Money>) {
    let is_positive = bounds.min > Money::ZERO;
    text_or_whole(text, bounds.max.oere(), is_positive);
}

fn hours(text: &mut JsonText, bounds: Bounds<WeeklyHours>) {
    text_or_whole(text, bounds.max.hundredths(), false);
}

/// A decimal text or a whole number from zero (or above it) to so many hundredths.
fn text_or_whole(text: &mut JsonText, hundredths: i64, is_positive: bool) {
    text.member_list("anyOf", |text| {
        text.item_object(|text| {
            decimal_text(text, &pattern::decimal(hundredths, 2, 2));
            if is_positive {
                text.member_object("not", |text| text.member_text("pattern", pattern::ZERO));
            }
        });
        text.item_object(|text| {
            whole(text, u32::from(is_positive), u32::try_from(hundredths / 100).unwrap_or(u32::MAX))
        });
    });
}

/// Every path a value can have.
fn path_pattern() -> String {
    let below = |bound: u32| {
        let all: Vec<String> = (0..bound).map(|number| number.to_string()).collect();
        all.join("|")
    };
    let at = format!(r"\[({})\]", below(bounds::SETUP_COSTS.max));
    let fields: Vec<String> =
        ScenarioField::ALL.iter().map(|field| field.id().replace('.', r"\.").replace("[]", &at)).collect();
    let answers: Vec<&str> = AnswerKey::ALL.iter().map(|key| key.id()).collect();
    format!(
        r"^(answers\.({})|scenarios\[({})\]\.({}))$",
        answers.join("|"),
        below(bounds::SCENARIOS.max),
        fields.join("|")
    )
}
