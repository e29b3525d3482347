//! Random valid cases over the whole format, as JSON.
//!
//! Values lie on both sides of every threshold of the rules, and at both ends of every bound of the
//! format, more often than chance would put them there.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// July 2017 and December 2099, in months since year 0.
const FIRST_MONTH: i32 = 2017 * 12 + 6;
const LAST_MONTH: i32 = 2099 * 12 + 11;
/// June 2025 and December 2026: the months around which rules and figures change.
const CHANGES: [i32; 5] = [2023 * 12 + 11, 2024 * 12 + 11, 2025 * 12 + 5, 2025 * 12 + 11, 2026 * 12 + 11];

/// A valid case with one to three scenarios.
pub(crate) fn case() -> impl Strategy<Value = Value> {
    let scheme = prop::sample::select(vec!["frikommune", "revalidering", "viderefoert"]);
    (month(), scheme, answers(), vec(scenario(), 1..=3)).prop_map(|(as_of, scheme, answers, scenarios)| {
        json!({
            "format": "mikrolaan-case/1",
            "as_of": month_text(as_of),
            "scheme": scheme,
            "answers": answers,
            "scenarios": scenarios,
        })
    })
}

/// `"2027-01"`.
pub(crate) fn month_text(index: i32) -> String {
    format!("{:04}-{:02}", index / 12, index % 12 + 1)
}

type Field = BoxedStrategy<Option<(&'static str, Value)>>;

fn required(key: &'static str, value: impl Strategy<Value = Value> + 'static) -> Field {
    value.prop_map(move |value| Some((key, value))).boxed()
}

fn optional(key: &'static str, value: impl Strategy<Value = Value> + 'static) -> Field {
    option::of(value).prop_map(move |value| value.map(|value| (key, value))).boxed()
}

fn object(fields: Vec<Field>) -> BoxedStrategy<Value> {
    let members = |fields: Vec<Option<(&'static str, Value)>>| -> Map<String, Value> {
        fields.into_iter().flatten().map(|(key, value)| (key.to_owned(), value)).collect()
    };
    fields.prop_map(move |fields| Value::Object(members(fields))).boxed()
}

fn one_of(words: &[&'static str]) -> BoxedStrategy<Value> {
    prop::sample::select(words.to_vec()).prop_map(|word| json!(word)).boxed()
}

fn truth() -> BoxedStrategy<Value> {
    any::<bool>().prop_map(|answer| json!(answer)).boxed()
}

fn whole(least: u32, most: u32) -> BoxedStrategy<Value> {
    prop_oneof![Just(least), Just(most), least..=most].prop_map(|number| json!(number)).boxed()
}

fn month() -> impl Strategy<Value = i32> {
    let change = (prop::sample::select(CHANGES.to_vec()), -6..=6).prop_map(|(month, offset)| month + offset);
    prop_oneof![3 => change, 1 => FIRST_MONTH..=2040 * 12, 1 => Just(FIRST_MONTH), 1 => Just(LAST_MONTH)]
}

/// Kroner from `least` øre up, in the forms the format allows.
fn amount(least: u64, usual: u64) -> BoxedStrategy<Value> {
    let most = 1_000_000_000;
    let oere = prop_oneof![
        8 => least..=usual * 100,
        1 => Just(least),
        1 => Just(most),
        1 => prop::sample::select(vec![1_620_000_u64, 1_620_001, 5_000_000, 5_000_001, 1_550_000, 1_000_001]),
    ];
    oere.prop_map(|oere| match (oere % 100, oere % 3) {
        (0, 0) => json!(oere / 100),
        (0, 1) => json!((oere / 100).to_string()),
        _ => json!(format!("{}.{:02}", oere / 100, oere % 100)),
    })
    .boxed()
}

/// A decimal fraction up to `most` millionths.
fn rate(most: u32) -> BoxedStrategy<Value> {
    let millionths =
        prop_oneof![Just(0), Just(most), 0..=most, (0..=most / 10_000).prop_map(|percent| percent * 10_000)];
    millionths.prop_map(|rate| json!(format!("{}.{:06}", rate / 1_000_000, rate % 1_000_000))).boxed()
}

fn hours() -> BoxedStrategy<Value> {
    let thresholds = vec![0_u32, 899, 900, 901, 1_799, 1_800, 2_699, 2_700, 3_692, 3_693, 6_000];
    let hundredths = prop_oneof![prop::sample::select(thresholds), 0_u32..=6_000, 0_u32..=1_500];
    hundredths.prop_map(|hours| json!(format!("{}.{:02}", hours / 100, hours % 100))).boxed()
}

fn wage() -> BoxedStrategy<Value> {
    prop_oneof![Just(1_u32), Just(200_000), 12_000_u32..=22_000]
        .prop_map(|oere| json!(format!("{}.{:02}", oere / 100, oere % 100)))
        .boxed()
}

/// Answers from which a benefit follows, whatever else is answered.
fn answers() -> BoxedStrategy<Value> {
    let support = [
        "kontanthjaelp_jobparat",
        "kontanthjaelp_aktivitetsparat",
        "uddannelsesparat",
        "uddannelse_aktivitetsparat",
        "selvforsoergende",
        "employed",
    ];
    object(vec![
        required("age", benefit_age()),
        required("support", one_of(&support)),
        optional("business_account", one_of(&["open", "applied", "refused", "none", "unknown"])),
        optional("loan_amount", amount(0, 60_000)),
        optional("plan", one_of(&["none", "partial", "complete", "unknown"])),
        optional("single", truth()),
        optional("children", truth()),
        optional("lives_with_parents", truth()),
        optional("residence_and_work_met", truth()),
        optional("worked_two_and_a_half_years", truth()),
        optional("children_at_home", truth()),
        optional("lived_abroad", truth()),
        optional("married", truth()),
    ])
}

fn benefit_age() -> BoxedStrategy<Value> {
    prop_oneof![prop::sample::select(vec![18_u32, 24, 25, 29, 30, 66]), 18_u32..=66].prop_map(|age| json!(age)).boxed()
}

fn profile() -> BoxedStrategy<Value> {
    object(vec![
        required("age", benefit_age()),
        optional("children", truth()),
        optional("single", truth()),
        optional("lives_with_parents", truth()),
        optional("education_help", truth()),
        optional("residence_and_work_met", truth()),
        optional("worked_two_and_a_half_years", truth()),
        optional("children_at_home", truth()),
    ])
    .prop_map(|mut profile| {
        // A child cannot live with somebody who has none.
        if profile["children"] != json!(true) && profile["children_at_home"] == json!(true) {
            profile["children_at_home"] = json!(false);
        }
        profile
    })
    .boxed()
}

fn benefit() -> BoxedStrategy<Value> {
    let own =
        object(vec![required("monthly", amount(0, 25_000)), optional("deduction", one_of(&["kontanthjaelp", "none"]))]);
    prop_oneof![own, profile().prop_map(|profile| json!({ "profile": profile }))].boxed()
}

fn subsidy() -> BoxedStrategy<Value> {
    object(vec![
        optional("months", whole(0, 24)),
        optional("model", one_of(&["need_based", "full"])),
        optional("monthly", amount(0, 20_000)),
    ])
}

fn loan() -> BoxedStrategy<Value> {
    let instalment = amount(1, 5_000).prop_map(|instalment| json!({ "instalment": instalment }));
    let term = whole(1, 360).prop_map(|term| json!({ "term_months": term }));
    let short = whole(1, 24).prop_map(|term| json!({ "term_months": term }));
    object(vec![
        required("principal", amount(1, 60_000)),
        optional("annual_rate", rate(1_000_000)),
        optional("fee", amount(0, 2_000)),
        optional("first_instalment_after_months", prop_oneof![whole(1, 60), whole(1, 6)]),
        required("repayment", prop_oneof![instalment, term, short]),
    ])
}

fn business() -> BoxedStrategy<Value> {
    let cost = object(vec![required("label", one_of(&["Varer", "Værktøj"])), required("amount", amount(0, 30_000))]);
    let revenue = object(vec![
        required("first_month", amount(0, 30_000)),
        required("full_month", amount(0, 40_000)),
        optional("ramp_months", prop_oneof![whole(1, 60), whole(1, 12)]),
    ]);
    let factor = prop_oneof![Just(0_u32), Just(1_000), Just(10_000), 0_u32..=2_000]
        .prop_map(|factor| json!(format!("{}.{:03}", factor / 1_000, factor % 1_000)));
    object(vec![
        optional("own_contribution", amount(0, 20_000)),
        optional("setup_costs", vec(cost, 0..=4).prop_map(Value::Array)),
        required("revenue", revenue),
        optional("seasonality", vec(factor, 12).prop_map(Value::Array)),
        optional("variable_cost_share", rate(1_000_000)),
        optional("fixed_costs", amount(0, 12_000)),
        optional("account_fee", amount(0, 500)),
        optional("account_setup", amount(0, 4_000)),
        optional("buffer", amount(0, 20_000)),
        optional("vat", one_of(&["ignored", "absorbed"])),
    ])
}

fn household() -> BoxedStrategy<Value> {
    object(vec![
        optional("savings", amount(0, 40_000)),
        optional("living_costs", amount(0, 18_000)),
        optional("other_income", amount(0, 6_000)),
    ])
}

fn tax() -> BoxedStrategy<Value> {
    object(vec![
        optional("mode", one_of(&["simplified", "simplified", "none"])),
        optional("municipal_rate", rate(400_000)),
        optional("church_rate", rate(400_000)),
        optional("single_parent", truth()),
    ])
}

/// A job by months from the start: when it begins and, maybe, how long it lasts.
type Job = (i32, Option<i32>, Value, Value);

fn jobs() -> impl Strategy<Value = Vec<Job>> {
    vec((-3..=40, option::of(0..=24), hours(), wage()), 0..=3)
}

fn scenario() -> BoxedStrategy<Value> {
    let months = prop_oneof![2 => 1_u32..=36, 2 => 1_u32..=120, 1 => Just(1), 1 => Just(120)];
    let before_opening = || prop_oneof![3 => 0_u32..=4, 1 => 0_u32..=12];
    let plan = (option::weighted(0.85, (business(), option::of(loan()), option::of(1_i32..=40))), jobs());
    let parts = object(vec![
        optional("household", household()),
        optional("benefit", benefit()),
        optional("subsidy", subsidy()),
        optional("tax", tax()),
        optional("after_closure", one_of(&["benefit", "nothing"])),
        optional("name", one_of(&["Forventet", "Ønsket 🙂"])),
    ]);
    (month(), months, before_opening(), before_opening(), plan, parts)
        .prop_map(|(start, months, course, wait, (business, jobs), parts)| {
            let opening = start + (course + wait) as i32;
            let months = months.min((LAST_MONTH - start + 1) as u32);
            let mut scenario = parts;
            scenario["start"] = json!(month_text(start));
            scenario["months"] = json!(months);
            scenario["course_months"] = json!(course);
            scenario["account_wait_months"] = json!(wait);
            scenario["small_jobs"] = jobs.into_iter().map(|job| small_job(start, job)).collect();
            if let Some((mut business, loan, closes_after)) = business {
                business["closes"] = closes(opening, closes_after);
                scenario["business"] = business;
                scenario["loan"] = loan.unwrap_or(Value::Null);
            }
            scenario
        })
        .boxed()
}

fn closes(opening: i32, after: Option<i32>) -> Value {
    match after.map(|after| opening + after) {
        Some(month) if month <= LAST_MONTH => json!(month_text(month)),
        _ => Value::Null,
    }
}

fn small_job(start: i32, (offset, length, hours, wage): Job) -> Value {
    let from = (start + offset).clamp(FIRST_MONTH, LAST_MONTH);
    let until = length.map(|length| month_text((from + length).min(LAST_MONTH)));
    json!({ "from": month_text(from), "until": until, "hours_per_week": hours, "hourly_wage": wage })
}
