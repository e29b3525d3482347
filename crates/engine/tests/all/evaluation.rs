//! The evaluation: every count by hand, the evaluation's own table, and a second count of random cases.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use mikrolaan_engine::case::{Case, Problem, ResultOutcome, parse};
use mikrolaan_engine::evaluation::{
    Column, CountOf, Evaluation, FindingCode, HalfYear, Milestone, OtherResults, People, TotalRow, run,
};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::screening::Support;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::random;
use crate::support::second_count;

/// A case with these answers and this outcome.
fn case(answers: Value, outcome: Value) -> Value {
    json!({ "format": "mikrolaan-case/1", "as_of": "2026-11", "answers": answers, "outcome": outcome })
}

/// Somebody ready for a job, with this outcome.
fn jobparat(outcome: Value) -> Value {
    case(json!({ "support": "kontanthjaelp_jobparat" }), outcome)
}

fn evaluated(cases: &[Value]) -> Value {
    let text = run([json!(cases).to_string()]).expect("a list of cases");
    serde_json::from_str(&text).expect("JSON")
}

fn read(cases: &[Value]) -> People {
    People::of(cases.iter().map(|case| parse(case.to_string().as_bytes())))
}

/// The findings as words: file, code, and the file that says the same.
fn findings(cases: &[Value]) -> Vec<String> {
    let found = evaluated(cases);
    let word = |finding: &Value| {
        let same_as = finding.get("same_as").map(|file| format!(" {file}")).unwrap_or_default();
        format!("{} {}{same_as}", finding["file"], finding["code"].as_str().expect("a code"))
    };
    found["findings"].as_array().expect("findings").iter().map(word).collect()
}

/// The evaluation form, point 7: by group who completed the course and who was granted loan and subsidy; 8 of the 14
/// became self-supporting, the 6 without a loan were referred to the ordinary effort. And one whose file says nothing.
fn the_evaluations_own_files() -> Vec<Value> {
    let of_group = |support: &str, outcome: Value, many: usize| {
        let ages = 20..20 + many;
        ages.map(|age| case(json!({ "support": support, "age": age }), outcome.clone())).collect::<Vec<_>>()
    };
    let with_loan =
        |result: &str| json!({ "course": "completed", "loan": "granted", "subsidy": true, "result": result });
    let without_loan = json!({ "course": "completed", "loan": "not_applied", "result": "ordinary_effort" });
    [
        of_group("uddannelsesparat", with_loan("self_supporting"), 2),
        of_group("uddannelsesparat", with_loan("other"), 1),
        of_group("uddannelsesparat", without_loan.clone(), 4),
        of_group("selvforsoergende", without_loan.clone(), 1),
        of_group("kontanthjaelp_jobparat", with_loan("self_supporting"), 6),
        of_group("kontanthjaelp_jobparat", with_loan("on_support"), 5),
        of_group("kontanthjaelp_jobparat", without_loan, 1),
        vec![case(json!({ "support": "kontanthjaelp_jobparat", "age": 50 }), json!({}))],
    ]
    .concat()
}

#[test]
fn twenty_one_files_give_the_evaluations_own_table() {
    let files = the_evaluations_own_files();
    assert_eq!(files.len(), 21);
    let found = evaluated(&files);
    let row = |row: &Value| ["course", "loan", "self_supporting"].map(|key| row[key].as_u64().expect("a count"));
    let groups = found["groups"].as_array().expect("groups");
    let rows: Vec<_> = groups.iter().map(|group| (group["group"].as_str().expect("a group"), row(group))).collect();
    assert_eq!(
        rows,
        [("kontanthjaelp_jobparat", [12, 11, 6]), ("uddannelsesparat", [7, 3, 2]), ("selvforsoergende", [1, 0, 0])]
    );
    assert_eq!(row(&found["total"]), [20, 14, 8]);
    assert_eq!(
        found["course_without_loan"],
        json!({
            "self_supporting": 0, "ordinary_job": 0, "ordinary_effort": 6, "education": 0, "on_support": 0, "other": 0,
            "unknown": 0,
        })
    );
    assert_eq!(
        found["loan_without_self_support"],
        json!({
            "ordinary_job": 0, "ordinary_effort": 0, "education": 0, "on_support": 5, "other": 1, "unknown": 0,
        })
    );
    assert_eq!((&found["files"], &found["without_outcome"]), (&json!(21), &json!(1)));
    assert_eq!(found["undated"], json!({ "courses": 20, "loans": 14, "self_supporting": 8 }));
    assert_eq!((&found["timeline"], &found["findings"]), (&json!([]), &json!([])));
}

#[test]
fn what_is_written_is_this_text() {
    let outcome = json!({
        "course": "completed", "course_from": "2021-02", "course_until": "2021-05", "loan": "granted",
        "loan_from": "2021-06", "loan_amount": "45000", "subsidy": true, "result": "self_supporting",
        "result_from": "2022-01",
    });
    let written = run([format!("{}\n{{\"as_of\":\"2026-11\"}}\n", case(json!({ "age": 17 }), outcome))]);
    let expected = concat!(
        r#"{"files":2,"without_outcome":0,"#,
        r#""groups":[{"group":"unknown","course":1,"loan":1,"self_supporting":1,"results":{"self_supporting":1,"#,
        r#""ordinary_job":0,"ordinary_effort":0,"education":0,"on_support":0,"other":0,"unknown":0}}],"#,
        r#""total":{"course":1,"loan":1,"self_supporting":1,"results":{"self_supporting":1,"#,
        r#""ordinary_job":0,"ordinary_effort":0,"education":0,"on_support":0,"other":0,"unknown":0}},"#,
        r#""loan_without_self_support":{"ordinary_job":0,"ordinary_effort":0,"education":0,"on_support":0,"other":0,"#,
        r#""unknown":0},"course_without_loan":{"self_supporting":0,"ordinary_job":0,"ordinary_effort":0,"#,
        r#""education":0,"on_support":0,"other":0,"unknown":0},"#,
        r#""money":{"lent":"45000.00","median_loan":"45000.00","loans_with_amount":1},"#,
        r#""timeline":[{"half_year":"2021-1","courses":1,"loans":1,"self_supporting":0},"#,
        r#"{"half_year":"2021-2","courses":0,"loans":0,"self_supporting":0},"#,
        r#"{"half_year":"2022-1","courses":0,"loans":0,"self_supporting":1}],"#,
        r#""undated":{"courses":0,"loans":0,"self_supporting":0},"#,
        r#""findings":[{"file":0,"code":"under_18"}],"#,
        r#""unreadable":[{"file":1,"error":[{"path":"format","code":"missing","message":"this is required"}]}]}"#,
    );
    assert_eq!(written.as_deref(), Ok(expected));
}

#[test]
fn without_a_case_everything_is_nothing() {
    let found = evaluated(&[]);
    assert_eq!((&found["files"], &found["groups"], &found["timeline"]), (&json!(0), &json!([]), &json!([])));
    assert_eq!(found["money"], json!({ "lent": "0.00", "median_loan": null, "loans_with_amount": 0 }));
    assert_eq!(run(Vec::<String>::new()), run(["[]"]), "no document at all");
}

/// Only a completed course and a granted loan count, and self-supporting is only who was granted one.
#[test]
fn what_is_not_completed_and_not_granted_is_not_counted() {
    for outcome in [
        json!({ "course": "ongoing", "loan": "refused", "result": "self_supporting" }),
        json!({ "course": "stopped", "loan": "not_applied", "result": "ordinary_job" }),
        json!({ "course": "none", "result": "self_supporting", "result_from": "2022-01", "loan_amount": "45000" }),
        json!({ "course_from": "2021-02", "course_until": "2021-05", "loan_from": "2021-06", "subsidy": true }),
    ] {
        let mut found = evaluated(&[jobparat(outcome.clone())]);
        let nothing = evaluated(&[]);
        for (key, value) in [("files", json!(0)), ("findings", json!([]))] {
            found[key] = value;
        }
        assert_eq!(found, nothing, "{outcome}");
    }
    let found = evaluated(&[jobparat(json!({ "course": "completed", "result": "self_supporting" }))]);
    assert_eq!(
        (&found["total"]["self_supporting"], &found["total"]["results"]["self_supporting"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(found["course_without_loan"]["self_supporting"], 1);
    assert_eq!(found["undated"], json!({ "courses": 1, "loans": 0, "self_supporting": 0 }));
    let found = evaluated(&[jobparat(json!({ "course": "stopped", "loan": "granted", "result": "self_supporting" }))]);
    assert_eq!((&found["total"]["course"], &found["total"]["results"]["self_supporting"]), (&json!(0), &json!(1)));
}

#[test]
fn every_result_is_counted_in_its_own_place() {
    let results = ["self_supporting", "ordinary_job", "ordinary_effort", "education", "on_support", "other"];
    let with_result = |outcome: &Value, result: &str| {
        let mut outcome = outcome.clone();
        outcome["result"] = json!(result);
        jobparat(outcome)
    };
    // So many of each that no two are alike.
    let people = |outcome: Value| -> Vec<Value> {
        let known = results.iter().enumerate();
        let known = known.flat_map(|(place, result)| vec![with_result(&outcome, result); place + 1]);
        known.chain(vec![jobparat(outcome.clone()); 7]).collect()
    };
    let all = json!({
        "self_supporting": 1, "ordinary_job": 2, "ordinary_effort": 3, "education": 4, "on_support": 5, "other": 6,
        "unknown": 7,
    });
    let mut others = all.clone();
    others.as_object_mut().expect("an object").remove("self_supporting");
    let found = evaluated(&people(json!({ "course": "completed" })));
    assert_eq!(found["course_without_loan"], all);
    assert_eq!((&found["total"]["results"], &found["groups"][0]["results"]), (&all, &all));
    assert_eq!(found["loan_without_self_support"], evaluated(&[])["loan_without_self_support"]);
    for course in ["completed", "stopped", "ongoing", "none"] {
        let found = evaluated(&people(json!({ "course": course, "loan": "granted" })));
        assert_eq!(found["loan_without_self_support"], others, "{course}");
        assert_eq!(found["total"]["results"], all, "{course}");
        assert_eq!(found["course_without_loan"], evaluated(&[])["course_without_loan"], "{course}");
    }
}

#[test]
fn groups_stand_in_the_order_of_the_answer_and_the_unknown_last() {
    let completed = json!({ "course": "completed" });
    let answers =
        [json!({}), json!({ "support": "su" }), json!({ "support": "unknown" }), json!({ "support": "employed" })];
    let mut cases: Vec<Value> = answers.into_iter().map(|answers| case(answers, completed.clone())).collect();
    cases.push(json!({ "format": "mikrolaan-case/1", "as_of": "2026-11", "outcome": completed }));
    cases.push(case(json!({ "support": "dagpenge" }), json!({ "course": "stopped" })));
    cases.push(case(json!({ "support": "revalidend" }), json!({ "loan": "granted" })));
    let found = evaluated(&cases);
    let groups = found["groups"].as_array().expect("groups").iter();
    let groups: Vec<_> = groups.map(|row| (row["group"].as_str().expect("a group"), row["course"].clone())).collect();
    assert_eq!(groups, [("revalidend", json!(0)), ("su", json!(1)), ("employed", json!(1)), ("unknown", json!(3))]);
}

#[test]
fn without_outcome_is_who_was_read_and_says_nothing() {
    let mut cases = vec![jobparat(json!({})), json!({ "format": "mikrolaan-case/1", "as_of": "2026-11" })];
    assert_eq!(evaluated(&cases)["without_outcome"], 2);
    let keys = json!({
        "course": "none", "course_from": "2021-02", "course_until": "2021-05", "loan": "refused", "loan_from": "2021-06",
        "loan_amount": "0", "subsidy": false, "result": "other", "result_from": "2022-01",
    });
    for (key, value) in keys.as_object().expect("an object") {
        cases.push(jobparat(json!({ key: value })));
    }
    cases.push(json!({ "outcome": {} }));
    let found = evaluated(&cases);
    assert_eq!((&found["files"], &found["without_outcome"]), (&json!(12), &json!(2)), "any one key is something");
}

fn money(amounts: &[&str]) -> Value {
    let loan = |amount: &&str| jobparat(json!({ "loan": "granted", "loan_amount": amount }));
    let mut cases: Vec<Value> = amounts.iter().map(loan).collect();
    cases.push(jobparat(json!({ "loan": "granted" })));
    cases.push(jobparat(json!({ "loan": "refused", "loan_amount": "1" })));
    evaluated(&cases)["money"].clone()
}

#[test]
fn the_median_is_the_one_in_the_middle_or_the_mean_of_two() {
    for (amounts, lent, median) in [
        (&[][..], "0.00", json!(null)),
        (&["0"], "0.00", json!("0.00")),
        (&["50000"], "50000.00", json!("50000.00")),
        (&["50000", "10000"], "60000.00", json!("30000.00")),
        (&["50000", "10000", "12000.5"], "72000.50", json!("12000.50")),
        (&["40000", "1", "30000", "50000"], "120001.00", json!("35000.00")),
        (&["3", "1", "5", "2", "4"], "15.00", json!("3.00")),
        // A half øre goes up.
        (&["0.01", "0.02"], "0.03", json!("0.02")),
        (&["0.01", "0.03"], "0.04", json!("0.02")),
        (&["46000.01", "46000", "1", "99999"], "192000.01", json!("46000.01")),
        (&["10000000", "10000000"], "20000000.00", json!("10000000.00")),
    ] {
        let expected = json!({ "lent": lent, "median_loan": median, "loans_with_amount": amounts.len() });
        assert_eq!(money(amounts), expected, "{amounts:?}");
    }
}

#[test]
fn half_years_go_from_the_first_to_the_last_and_the_empty_ones_stand_between() {
    let found = evaluated(&[
        jobparat(json!({ "course": "completed", "course_from": "2021-12" })),
        jobparat(json!({ "course": "completed", "course_from": "2019-08", "course_until": "2020-06" })),
        jobparat(json!({ "course": "completed", "course_until": "2020-07", "loan": "granted" })),
        jobparat(json!({ "loan": "granted", "loan_from": "2022-01", "result": "other", "result_from": "2030-01" })),
        jobparat(json!({ "loan": "granted", "loan_from": "2020-01", "result": "self_supporting" })),
        jobparat(
            json!({ "loan": "granted", "loan_from": "2022-06", "result": "self_supporting", "result_from": "2022-07" }),
        ),
        jobparat(json!({ "course": "stopped", "course_until": "2017-07", "loan": "refused", "loan_from": "2017-07" })),
    ]);
    let row = |half_year: &str, courses: usize, loans: usize, self_supporting: usize| json!({ "half_year": half_year, "courses": courses, "loans": loans, "self_supporting": self_supporting });
    let expected = [
        row("2020-1", 1, 1, 0),
        row("2020-2", 1, 0, 0),
        row("2021-1", 0, 0, 0),
        row("2021-2", 1, 0, 0),
        row("2022-1", 0, 2, 0),
        row("2022-2", 0, 0, 1),
    ];
    assert_eq!(found["timeline"], json!(expected));
    assert_eq!(found["undated"], json!({ "courses": 0, "loans": 1, "self_supporting": 1 }));
}

#[test]
fn a_half_year_has_six_months() {
    let month = |number| Month::new(2021, number).expect("a month");
    for number in 1..=12 {
        let expected = if number <= 6 { "2021-1" } else { "2021-2" };
        assert_eq!(HalfYear::of(month(number)).to_string(), expected);
    }
    let next = HalfYear::of(month(12)).next();
    assert_eq!((next.to_string(), next.next().to_string()), ("2022-1".to_owned(), "2022-2".to_owned()));
    assert!(HalfYear::of(month(7)) < next);
}

/// What each finding is, and what is nearly one.
#[test]
fn findings_are_found_at_their_limits_and_not_beside_them() {
    let granted = |mut outcome: Value| {
        outcome["loan"] = json!("granted");
        outcome
    };
    let completed = |mut outcome: Value| {
        outcome["course"] = json!("completed");
        outcome
    };
    let rows: &[(Value, &[&str])] = &[
        (granted(json!({ "course": "completed" })), &[]),
        (granted(json!({})), &["loan_without_course"]),
        (granted(json!({ "course": "none" })), &["loan_without_course"]),
        (granted(json!({ "course": "stopped" })), &["loan_without_course"]),
        (granted(json!({ "course": "ongoing" })), &["loan_before_course_ends"]),
        (json!({ "loan": "refused", "course": "none" }), &[]),
        (json!({ "loan": "not_applied" }), &[]),
        (json!({ "course": "stopped" }), &[]),
        (completed(json!({ "subsidy": true })), &["subsidy_without_loan"]),
        (completed(json!({ "subsidy": true, "loan": "refused" })), &["subsidy_without_loan"]),
        (completed(json!({ "subsidy": true, "loan": "not_applied" })), &["subsidy_without_loan"]),
        (completed(json!({ "subsidy": false })), &[]),
        (completed(granted(json!({ "subsidy": true }))), &[]),
        (completed(granted(json!({ "subsidy": false }))), &[]),
        (json!({ "result": "other" }), &["result_without_course"]),
        (json!({ "course": "none", "result": "education" }), &["result_without_course"]),
        (json!({ "course": "stopped", "result": "education" }), &[]),
        (json!({ "course": "ongoing", "result": "education" }), &[]),
        (json!({ "course": "completed", "result": "education" }), &[]),
        (json!({ "course": "none", "result_from": "2022-01" }), &[]),
        (
            completed(granted(json!({ "loan_from": "2021-06", "result": "other", "result_from": "2021-05" }))),
            &["result_before_loan"],
        ),
        (completed(granted(json!({ "loan_from": "2021-06", "result": "other", "result_from": "2021-06" }))), &[]),
        (completed(granted(json!({ "loan_from": "2021-06", "result": "other", "result_from": "2021-07" }))), &[]),
        (completed(granted(json!({ "loan_from": "2021-06", "result_from": "2021-05" }))), &[]),
        (completed(granted(json!({ "result": "other", "result_from": "2021-05" }))), &[]),
        (completed(granted(json!({ "loan_from": "2021-06", "result": "other" }))), &[]),
        (
            completed(
                json!({ "loan": "refused", "loan_from": "2021-06", "result": "other", "result_from": "2021-05" }),
            ),
            &[],
        ),
        (
            completed(granted(json!({ "course_until": "2021-05", "loan_from": "2021-04" }))),
            &["loan_before_course_ends"],
        ),
        (completed(granted(json!({ "course_until": "2021-05", "loan_from": "2021-05" }))), &[]),
        (completed(granted(json!({ "course_until": "2021-05", "loan_from": "2021-06" }))), &[]),
        (completed(granted(json!({ "course_from": "2021-05", "loan_from": "2021-04" }))), &[]),
        (completed(json!({ "course_until": "2021-05", "loan": "refused", "loan_from": "2021-04" })), &[]),
        (json!({ "course": "ongoing", "loan": "refused" }), &[]),
        // Several at once, in their order.
        (
            granted(json!({
                "course": "stopped", "course_until": "2021-05", "loan_from": "2021-04", "result": "other", "result_from": "2021-03",
            })),
            &["loan_without_course", "result_before_loan", "loan_before_course_ends"],
        ),
        (granted(json!({ "result": "other" })), &["loan_without_course", "result_without_course"]),
        (json!({ "subsidy": true, "result": "other" }), &["subsidy_without_loan", "result_without_course"]),
    ];
    for (outcome, expected) in rows {
        let expected: Vec<String> = expected.iter().map(|code| format!("0 {code}")).collect();
        assert_eq!(findings(&[jobparat(outcome.clone())]), expected, "{outcome}");
    }
}

#[test]
fn somebody_younger_than_eighteen_is_found() {
    let ages = [json!({ "age": 18 }), json!({ "age": 17 }), json!({ "age": 0 }), json!({}), json!({ "age": 19 })];
    let cases: Vec<Value> = ages.into_iter().map(|answers| case(answers, json!({}))).collect();
    assert_eq!(findings(&cases), ["1 under_18", "2 under_18"]);
}

#[test]
fn a_file_that_says_the_same_as_one_before_it_is_found() {
    let loan = |amount: Value| jobparat(json!({ "course": "completed", "loan": "granted", "loan_amount": amount }));
    let mut cases = vec![loan(json!("45000")), jobparat(json!({ "course": "stopped" })), loan(json!(45_000))];
    cases.push(json!({ "format": "mikrolaan-case/2" }));
    cases.extend([loan(json!("45000.00")), loan(json!("45000.01")), jobparat(json!({ "course": "stopped" }))]);
    assert_eq!(findings(&cases), ["2 same_file_twice 0", "4 same_file_twice 0", "6 same_file_twice 1"]);
    let minor = case(json!({ "age": 17 }), json!({ "subsidy": true }));
    assert_eq!(
        findings(&[minor.clone(), minor])[2..],
        ["1 subsidy_without_loan", "1 same_file_twice 0", "1 under_18"],
        "in the order of the codes"
    );
}

/// What a file says is the same whether or not what holds anyway stands in it.
#[test]
fn a_default_that_is_written_says_nothing_of_its_own() {
    let plain = json!({ "format": "mikrolaan-case/1", "as_of": "2026-11", "scenarios": [{ "start": "2027-01" }] });
    let same: [&dyn Fn(&mut Value); 6] = [
        &|case| case["scheme"] = json!("viderefoert"),
        &|case| case["answers"] = json!({}),
        &|case| case["outcome"] = json!({}),
        &|case| case["scenarios"][0]["months"] = json!(36),
        &|case| case["scenarios"][0]["business"] = json!(null),
        &|case| case["scenarios"][0]["name"] = json!("Scenarie 1"),
    ];
    for (number, change) in same.iter().enumerate() {
        let mut changed = plain.clone();
        change(&mut changed);
        assert_eq!(findings(&[plain.clone(), changed]), ["1 same_file_twice 0"], "change {number}");
    }
    let other: [&dyn Fn(&mut Value); 5] = [
        &|case| case["as_of"] = json!("2026-12"),
        &|case| case["scheme"] = json!("frikommune"),
        &|case| case["answers"] = json!({ "age": 40 }),
        &|case| case["outcome"] = json!({ "subsidy": false }),
        &|case| case["scenarios"][0]["months"] = json!(35),
    ];
    for (number, change) in other.iter().enumerate() {
        let mut changed = plain.clone();
        change(&mut changed);
        assert!(findings(&[plain.clone(), changed]).is_empty(), "change {number}");
    }
}

/// Every count the evaluation has, of these people.
fn counts(evaluation: &Evaluation) -> Vec<(CountOf, usize)> {
    let results = |count: &dyn Fn(Option<ResultOutcome>) -> CountOf, results: &OtherResults| {
        vec![
            (count(Some(ResultOutcome::OrdinaryJob)), results.ordinary_job),
            (count(Some(ResultOutcome::OrdinaryEffort)), results.ordinary_effort),
            (count(Some(ResultOutcome::Education)), results.education),
            (count(Some(ResultOutcome::OnSupport)), results.on_support),
            (count(Some(ResultOutcome::Other)), results.other),
            (count(None), results.unknown),
        ]
    };
    let own = Some(ResultOutcome::SelfSupporting);
    let rows = evaluation.groups.iter().map(|group| (Some(group.group), group.row)).chain([(None, evaluation.total)]);
    let mut all = vec![
        (CountOf::WithoutOutcome, evaluation.without_outcome),
        (CountOf::LoansWithAmount, evaluation.money.loans_with_amount),
        (CountOf::CourseWithoutLoan(own), evaluation.course_without_loan.self_supporting),
    ];
    all.extend(results(&CountOf::CourseWithoutLoan, &evaluation.course_without_loan.others));
    all.extend(results(&CountOf::LoanWithoutSelfSupport, &evaluation.loan_without_self_support));
    for (group, row) in rows {
        let column = |column| CountOf::Table(group, column);
        all.push((column(Column::Reached(Milestone::Course)), row.course));
        all.push((column(Column::Reached(Milestone::Loan)), row.loan));
        all.push((column(Column::Reached(Milestone::SelfSupporting)), row.self_supporting));
        all.push((column(Column::Result(own)), row.results.self_supporting));
        all.extend(results(&|result| column(Column::Result(result)), &row.results.others));
    }
    let dated = evaluation.timeline.iter().map(|row| (Some(row.half_year), row.counts));
    for (half_year, row) in dated.chain([(None, evaluation.undated)]) {
        let count = |milestone| half_year.map_or(CountOf::Undated(milestone), |it| CountOf::Dated(it, milestone));
        all.push((count(Milestone::Course), row.courses));
        all.push((count(Milestone::Loan), row.loans));
        all.push((count(Milestone::SelfSupporting), row.self_supporting));
    }
    all
}

#[test]
fn every_count_leads_to_its_files() {
    let people = read(&the_evaluations_own_files());
    let files = |count| people.who(count).map(|person| person.file).collect::<Vec<_>>();
    let of_group = |group, milestone| files(CountOf::Table(Some(group), Column::Reached(milestone)));
    assert_eq!(of_group(Support::Uddannelsesparat, Milestone::Loan), [0, 1, 2]);
    assert_eq!(of_group(Support::Selvforsoergende, Milestone::Course), [7]);
    assert_eq!(files(CountOf::LoanWithoutSelfSupport(Some(ResultOutcome::OnSupport))), [14, 15, 16, 17, 18]);
    assert_eq!(files(CountOf::CourseWithoutLoan(Some(ResultOutcome::OrdinaryEffort))), [3, 4, 5, 6, 7, 19]);
    assert_eq!(files(CountOf::WithoutOutcome), [20]);
}

/// What became of somebody, most of it known, in months close to each other.
fn outcome() -> impl Strategy<Value = Value> {
    let word = |words: &[&'static str]| option::weighted(0.8, prop::sample::select(words.to_vec()));
    let month = || option::weighted(0.8, 0_u32..30);
    let course = (word(&["completed", "completed", "ongoing", "stopped", "none"]), month(), month());
    let loan = (word(&["granted", "granted", "refused", "not_applied"]), month(), option::of(0_u32..400));
    let results =
        ["self_supporting", "ordinary_job", "ordinary_effort", "education", "on_support", "other", "self_supporting"];
    (course, loan, option::of(any::<bool>()), word(&results), month()).prop_map(
        |((course, from, until), (loan, loan_from, oere), subsidy, result, result_from)| {
            let written = |month: Option<u32>| month.map(|it| json!(format!("{}-{:02}", 2020 + it / 12, it % 12 + 1)));
            let until = from.map_or(until, |from| until.map(|until| until.max(from)));
            let amount = oere.map(|oere| json!(format!("{}.{:02}", oere / 100, oere % 100)));
            let text = |word: Option<&str>| word.map(|word| json!(word));
            let members = [
                ("course", text(course)),
                ("course_from", written(from)),
                ("course_until", written(until)),
                ("loan", text(loan)),
                ("loan_from", written(loan_from)),
                ("loan_amount", amount),
                ("subsidy", subsidy.map(|is_so| json!(is_so))),
                ("result", text(result)),
                ("result_from", written(result_from)),
            ];
            members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
        },
    )
}

/// Some people, some of them twice.
fn cases() -> impl Strategy<Value = Vec<Value>> {
    let support = prop_oneof![
        3 => prop::sample::select(vec!["kontanthjaelp_jobparat", "uddannelsesparat", "selvforsoergende"]),
        1 => prop::sample::select(Support::IDS),
    ];
    let answers = (option::weighted(0.9, support), option::of(16..20)).prop_map(|(support, age)| {
        let members = [("support", support.map(|it| json!(it))), ("age", age.map(|it| json!(it)))];
        members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect::<Value>()
    });
    let outcome = prop_oneof![8 => outcome().prop_map(Some), 1 => Just(Some(json!({}))), 1 => Just(None)];
    let one = (answers, outcome).prop_map(|(answers, outcome)| {
        let mut one = json!({ "format": "mikrolaan-case/1", "as_of": "2026-11", "answers": answers });
        outcome.into_iter().for_each(|outcome| one["outcome"] = outcome);
        one
    });
    (prop::collection::vec(one, 0..30), prop::collection::vec(any::<prop::sample::Index>(), 0..4)).prop_map(
        |(mut cases, again)| {
            let again: Vec<Value> =
                again.iter().filter(|_| !cases.is_empty()).map(|it| it.get(&cases).clone()).collect();
            cases.extend(again);
            cases
        },
    )
}

/// The evaluation without the places of files.
fn without_places(mut evaluation: Evaluation) -> Evaluation {
    evaluation.findings.clear();
    evaluation.unreadable.clear();
    evaluation
}

proptest! {
    #![proptest_config(random(200))]

    #[test]
    fn a_second_count_finds_the_same(cases in cases()) {
        prop_assert_eq!(evaluated(&cases), second_count::evaluation(&cases));
    }

    #[test]
    fn groups_add_up_to_the_total_and_results_to_the_people(cases in cases()) {
        let people = read(&cases);
        let found = Evaluation::of(&people);
        let sum = |of: &dyn Fn(&TotalRow) -> usize| -> (usize, usize) {
            (found.groups.iter().map(|group| of(&group.row)).sum(), of(&found.total))
        };
        let all = |results: &OtherResults| {
            results.ordinary_job + results.ordinary_effort + results.education + results.on_support + results.other
                + results.unknown
        };
        for (groups, total) in [
            sum(&|row| row.course),
            sum(&|row| row.loan),
            sum(&|row| row.self_supporting),
            sum(&|row| row.results.self_supporting),
            sum(&|row| all(&row.results.others)),
        ] {
            prop_assert_eq!(groups, total);
        }
        let (total, without_loan) = (found.total, found.course_without_loan);
        let counted = total.results.self_supporting + all(&total.results.others);
        prop_assert_eq!(counted, total.loan + without_loan.self_supporting + all(&without_loan.others));
        prop_assert_eq!(total.loan, total.self_supporting + all(&found.loan_without_self_support));
        let halves: Vec<_> = found.timeline.iter().map(|row| row.counts).chain([found.undated]).collect();
        prop_assert_eq!(halves.iter().map(|row| row.courses).sum::<usize>(), total.course);
        prop_assert_eq!(halves.iter().map(|row| row.loans).sum::<usize>(), total.loan);
        prop_assert_eq!(halves.iter().map(|row| row.self_supporting).sum::<usize>(), total.self_supporting);
    }

    #[test]
    fn every_count_is_the_length_of_its_list(cases in cases()) {
        let people = read(&cases);
        for (count, counted) in counts(&Evaluation::of(&people)) {
            let files: BTreeSet<usize> = people.who(count).map(|person| person.file).collect();
            prop_assert_eq!(files.len(), counted, "{:?}", count);
        }
    }

    /// Also when a file of them cannot be read.
    #[test]
    fn the_order_of_the_files_changes_no_count(
        (cases, shuffled) in cases().prop_flat_map(|cases| (Just(cases.clone()), Just(cases).prop_shuffle())),
        place in any::<prop::sample::Index>(),
    ) {
        let with_a_bad_one = |cases: &[Value], at: usize| {
            let mut read: Vec<Result<Case, Vec<Problem>>> =
                cases.iter().map(|case| parse(case.to_string().as_bytes())).collect();
            read.insert(at, parse(b"{}"));
            without_places(Evaluation::of(&People::of(read)))
        };
        let at = place.index(cases.len() + 1);
        prop_assert_eq!(with_a_bad_one(&cases, 0), with_a_bad_one(&shuffled, at));
    }

    /// A finding is said and nothing else follows from it: who has one is counted like who is alike but for it.
    #[test]
    fn findings_change_no_count(cases in cases()) {
        let grown_up: Vec<Value> = cases.iter().enumerate().map(|(number, case)| {
            let mut case = case.clone();
            // Nobody is young, and nobody says the same as another.
            case["answers"]["age"] = json!(20 + number);
            case
        }).collect();
        let (found, others) = (Evaluation::of(&read(&cases)), Evaluation::of(&read(&grown_up)));
        prop_assert_eq!(without_places(found), without_places(others));
    }
}

/// The paths of everything that is written, with `RESULT` for each result.
fn paths(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) if members.contains_key("ordinary_job") => {
            found.insert(format!("{path}.RESULT"));
        }
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            paths(member, &if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, found);
        }),
        Value::Array(items) => items.iter().for_each(|item| paths(item, &format!("{path}[]"), found)),
        _ => {
            found.insert(path.to_owned());
        }
    }
}

#[test]
fn the_document_lists_every_key_and_every_finding_and_no_other() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/evaluate.md");
    let text = fs::read_to_string(path).expect("docs/evaluate.md");
    let listed = |heading: &str| -> Vec<String> {
        let part = text.split("\n## ").find(|part| part.starts_with(heading)).expect("the heading");
        part.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned())).collect()
    };
    let codes: Vec<&str> = FindingCode::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(listed("Findings"), codes);
    let same = jobparat(json!({ "course": "completed", "course_from": "2021-02" }));
    let found = evaluated(&[same.clone(), same, case(json!({ "age": 121 }), json!({}))]);
    let mut written = BTreeSet::new();
    paths(&found, "", &mut written);
    assert_eq!(listed("What is written").into_iter().collect::<BTreeSet<_>>(), written);
}
