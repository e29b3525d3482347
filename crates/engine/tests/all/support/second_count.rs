//! A second evaluation, from the documents alone: one walk over them that puts each person where they belong. It
//! knows nothing of the engine: months are compared as texts, amounts are counted in øre, results are plain JSON.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

/// The groups in the order of the answer.
const GROUPS: [&str; 16] = [
    "kontanthjaelp_jobparat",
    "kontanthjaelp_aktivitetsparat",
    "uddannelsesparat",
    "uddannelse_aktivitetsparat",
    "selvforsoergende",
    "revalidend",
    "overgangsydelse",
    "dagpenge",
    "sygedagpenge",
    "fleksjob",
    "ressourceforloeb",
    "foertidspension",
    "su",
    "employed",
    "other",
    "unknown",
];
const RESULTS: [&str; 7] =
    ["self_supporting", "ordinary_job", "ordinary_effort", "education", "on_support", "other", "unknown"];

/// How often each word was counted.
type Tally = BTreeMap<String, usize>;

fn add(tally: &mut Tally, word: &str) {
    *tally.entry(word.to_owned()).or_default() += 1;
}

/// These words with how often each was counted.
fn written(tally: &Tally, words: &[&str]) -> Value {
    words.iter().map(|&word| (word.to_owned(), json!(tally.get(word).copied().unwrap_or(0)))).collect()
}

/// A row of the table while it is counted.
#[derive(Default)]
struct Row {
    reached: Tally,
    results: Tally,
}

impl Row {
    fn written(&self) -> Value {
        let mut row = written(&self.reached, &["course", "loan", "self_supporting"]);
        row["results"] = written(&self.results, &RESULTS);
        row
    }
}

/// What `evaluate` is to say of valid cases whose amounts, where they are written, have two decimals.
pub(crate) fn evaluation(cases: &[Value]) -> Value {
    let (mut rows, mut total) = (BTreeMap::<&str, Row>::new(), Row::default());
    let (mut without_outcome, mut with_loan, mut without_loan) = (0, Tally::new(), Tally::new());
    let (mut amounts, mut dated, mut undated) = (Vec::new(), BTreeMap::<(u32, u32), Tally>::new(), Tally::new());
    let mut findings = Vec::new();
    for (file, case) in cases.iter().enumerate() {
        let outcome = &case["outcome"];
        let word = |key: &str| outcome[key].as_str();
        without_outcome += usize::from(outcome.as_object().is_none_or(|outcome| outcome.is_empty()));
        let (course, loan) = (word("course") == Some("completed"), word("loan") == Some("granted"));
        let result = word("result").unwrap_or("unknown");
        let supports_self = loan && result == "self_supporting";
        if course || loan {
            let row = rows.entry(case["answers"]["support"].as_str().unwrap_or("unknown")).or_default();
            for row in [row, &mut total] {
                add(&mut row.results, result);
                for (is_so, key) in [(course, "course"), (loan, "loan"), (supports_self, "self_supporting")] {
                    if is_so {
                        add(&mut row.reached, key);
                    }
                }
            }
        }
        match (course, loan) {
            (_, true) if !supports_self => add(&mut with_loan, result),
            (true, false) => add(&mut without_loan, result),
            _ => {}
        }
        amounts.extend(word("loan_amount").filter(|_| loan).map(in_oere));
        for (is_so, key, month) in [
            (course, "courses", word("course_until").or_else(|| word("course_from"))),
            (loan, "loans", word("loan_from")),
            (supports_self, "self_supporting", word("result_from")),
        ] {
            match month {
                _ if !is_so => {}
                Some(month) => add(dated.entry(half_year(month)).or_default(), key),
                None => add(&mut undated, key),
            }
        }
        let found = codes(case, cases[..file].iter().any(|other| same(other, case)));
        findings.extend(found.into_iter().map(|code| match code {
            "same_file_twice" => {
                let first = cases.iter().position(|other| same(other, case));
                json!({ "file": file, "code": code, "same_as": first })
            }
            _ => json!({ "file": file, "code": code }),
        }));
    }
    let milestones = ["courses", "loans", "self_supporting"];
    json!({
        "files": cases.len(),
        "without_outcome": without_outcome,
        "groups": GROUPS.iter().filter_map(|&group| {
            let mut row = rows.get(group)?.written();
            row["group"] = json!(group);
            Some(row)
        }).collect::<Vec<_>>(),
        "total": total.written(),
        "loan_without_self_support": written(&with_loan, &RESULTS[1..]),
        "course_without_loan": written(&without_loan, &RESULTS),
        "money": money(amounts),
        "timeline": half_years(&dated).into_iter().map(|(year, half)| {
            let mut row = written(dated.get(&(year, half)).unwrap_or(&Tally::new()), &milestones);
            row["half_year"] = json!(format!("{year}-{half}"));
            row
        }).collect::<Vec<_>>(),
        "undated": written(&undated, &milestones),
        "findings": findings,
        "unreadable": [],
    })
}

/// Is there the same in both? An outcome without a key is none.
fn same(one: &Value, other: &Value) -> bool {
    let bare = |case: &Value| {
        let mut case = case.as_object().expect("an object").clone();
        case.retain(|key, value| key != "outcome" || value != &json!({}));
        case
    };
    bare(one) == bare(other)
}

/// What is worth a second look.
fn codes(case: &Value, is_again: bool) -> Vec<&'static str> {
    let word = |key: &str| case["outcome"][key].as_str();
    let (loan, course) = (word("loan") == Some("granted"), word("course").unwrap_or("none"));
    let is_before = |one: &str, other: &str| match (word(one), word(other)) {
        (Some(one), Some(other)) => one < other,
        _ => false,
    };
    let has_result = word("result").is_some();
    let mut found = Vec::new();
    if loan && ["none", "stopped"].contains(&course) {
        found.push("loan_without_course");
    }
    if case["outcome"]["subsidy"] == json!(true) && !loan {
        found.push("subsidy_without_loan");
    }
    if has_result && course == "none" {
        found.push("result_without_course");
    }
    if loan && has_result && is_before("result_from", "loan_from") {
        found.push("result_before_loan");
    }
    if loan && (course == "ongoing" || is_before("loan_from", "course_until")) {
        found.push("loan_before_course_ends");
    }
    if is_again {
        found.push("same_file_twice");
    }
    if case["answers"]["age"].as_u64().is_some_and(|age| age < 18) {
        found.push("under_18");
    }
    found
}

/// `"45000.50"` is 4 500 050.
fn in_oere(amount: &str) -> u64 {
    amount.replace('.', "").parse().expect("an amount with two decimals")
}

fn in_kroner(oere: u64) -> String {
    format!("{}.{:02}", oere / 100, oere % 100)
}

fn money(mut amounts: Vec<u64>) -> Value {
    let (count, sum) = (amounts.len(), amounts.iter().sum());
    amounts.sort_unstable();
    // The smallest and the largest are taken away until one or two are left.
    while amounts.len() > 2 {
        amounts.remove(0);
        amounts.pop();
    }
    let median = match amounts[..] {
        [] => None,
        [one] => Some(one),
        _ => Some(amounts.iter().sum::<u64>().div_ceil(2)),
    };
    json!({ "lent": in_kroner(sum), "median_loan": median.map(in_kroner), "loans_with_amount": count })
}

/// `"2021-06"` lies in the first half of 2021.
fn half_year(month: &str) -> (u32, u32) {
    let (year, month) = month.split_once('-').expect("a month");
    (year.parse().expect("a year"), if month <= "06" { 1 } else { 2 })
}

/// Every half year from the first to the last.
fn half_years(dated: &BTreeMap<(u32, u32), Tally>) -> BTreeSet<(u32, u32)> {
    let (Some((&first, _)), Some((&last, _))) = (dated.first_key_value(), dated.last_key_value()) else {
        return BTreeSet::new();
    };
    let all = (first.0..=last.0).flat_map(|year| [(year, 1), (year, 2)]);
    all.filter(|half_year| (first..=last).contains(half_year)).collect()
}
