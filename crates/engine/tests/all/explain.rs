//! Every value of every explanation, worked out again from what the explanation shows.
//!
//! `PROPTEST_CASES=2000 cargo test -p mikrolaan-engine --test all explain` tries more cases.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use mikrolaan_engine::case::command::{Command, Options, run};
use mikrolaan_engine::case::{Case, parse_whole};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::{FigureId, Lookup, Rulebook, Unit};
use mikrolaan_engine::simulation::Simulation;
use mikrolaan_engine::trace::{Formula, Line, TermRole, ValueKind, explain};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{
    case_file,
    formulas::{self, Inputs, Worth},
    fraction, random, random_case, read,
};

/// How many cases are tried.
const CASES: u32 = 16;
/// How many months of each scenario are explained.
const MONTHS: usize = 6;

/// The formulas seen, each with the roles of its inputs.
type Seen = BTreeMap<String, BTreeSet<String>>;

/// A case with everything worked out that an explanation is held against.
struct Whole {
    document: Value,
    case: Case,
    rulebook: Rulebook,
    simulations: Vec<Simulation>,
}

impl Whole {
    fn of(document: Value) -> Self {
        let case = read(&document);
        let rulebook = Rulebook::embedded();
        let simulated = (0..case.scenarios.len()).map(|index| case.simulate(&rulebook, index).expect("a result"));
        let simulations = simulated.collect();
        Whole { document, case, rulebook, simulations }
    }

    fn months(&self, scenario: usize) -> Vec<Month> {
        self.simulations[scenario].months.iter().map(|row| row.month).collect()
    }

    fn tree(&self, scenario: usize, month: Month, line: Line) -> Value {
        let plan = self.case.plan(scenario).expect("a plan");
        let found = explain(&self.rulebook, &plan, month, line).expect("covered").expect("a month of the scenario");
        serde_json::to_value(found).expect("JSON")
    }

    /// Every line of a month, checked to the last leaf.
    fn check_month(&self, scenario: usize, month: Month, seen: &mut Seen) {
        let explanation = self.case.explain(&self.rulebook, scenario, month).expect("covered").expect("a month");
        let row = self.simulations[scenario].months.iter().find(|row| row.month == month).expect("a row");
        assert_eq!(explanation.row, *row, "the month is the one of the simulation");
        let written = serde_json::to_value(row).expect("JSON");
        for &line in Line::ALL {
            let found = explanation.line(line).unwrap_or_else(|| panic!("nothing is told about {}", line.id()));
            let in_month = line.in_month(row);
            let in_result = written.pointer(&format!("/{}", line.id().replace('.', "/")));
            assert_eq!(in_month.map(|value| json!(value)).as_ref(), in_result, "{} in {month}", line.id());
            if let Some(value) = in_month {
                assert_eq!(found.value, value, "{} in {month}", line.id());
            }
            let tree = serde_json::to_value(found).expect("JSON");
            self.check(scenario, month, &tree, seen);
        }
    }

    fn check(&self, scenario: usize, month: Month, node: &Value, seen: &mut Seen) {
        self.check_line(scenario, month, node);
        if let Some(formula) = node["formula"].as_str() {
            self.check_formula(scenario, month, formula, node, seen);
        } else if node["rate"].is_object() {
            self.check_rate(month, node);
        } else if node["entry"].is_object() {
            self.check_entry(scenario, node);
        } else if node["reference"].is_object() {
            self.check_reference(scenario, month, node);
        } else {
            assert_eq!((&node["given"], &node["value"]), (&json!(true), &json!(month.to_string())));
        }
    }

    /// A value that says which line it is has that line's value.
    fn check_line(&self, scenario: usize, month: Month, node: &Value) {
        let Some(line) = node["line"].as_str() else { return };
        let row = self.simulations[scenario].months.iter().find(|row| row.month == month).expect("a row");
        if let Some(value) = Line::from_id(line).expect("a line").in_month(row) {
            assert_eq!(node["value"], json!(value), "{line} in {month}");
        }
    }

    fn check_formula(&self, scenario: usize, month: Month, formula: &str, node: &Value, seen: &mut Seen) {
        let inputs = Inputs::of(node);
        let expected = formulas::value(formula, &inputs);
        let nothing = expected == Worth::Number(fraction::Fraction::ZERO) && node["value"] == json!(false);
        assert!(nothing || Worth::shown(node) == expected, "{formula} gives {expected:?}: {node}");
        assert!(inputs.unused().is_empty(), "{formula} has no use for {:?}", inputs.unused());
        let roles = node["inputs"].as_array().into_iter().flatten().filter_map(|input| input["role"].as_str());
        seen.entry(formula.to_owned()).or_default().extend(roles.map(str::to_owned));
        for input in node["inputs"].as_array().expect("inputs") {
            self.check(scenario, month, input, seen);
        }
    }

    /// A rate is what the rulebook says of the month.
    fn check_rate(&self, month: Month, node: &Value) {
        let rate = &node["rate"];
        let figure = FigureId::from_id(rate["figure"].as_str().expect("an id")).expect("a figure");
        let dated = self.rulebook.dated(figure);
        let (period, carried) = match dated.at(month) {
            Lookup::InForce(_, period) => (period, false),
            Lookup::Carried(_, period) => (period, true),
            Lookup::NotCovered => panic!("{} is not covered", figure.id()),
        };
        let expected = json!({
            "figure": figure.id(), "from": period.from(), "to": period.to(), "published": period.published(), "unit": dated.unit,
            "carried": carried, "status": period.status, "law": period.law(),
            "source": { "title": period.source.title(), "url": period.source.url(), "id": period.source.id() },
        });
        assert_eq!(*rate, expected);
        let published = fraction::Fraction::parse(&period.published());
        let unit = fraction::Fraction::new(1, if dated.unit == Unit::Percent { 100 } else { 1 });
        assert_eq!(Worth::shown(node), Worth::Number(published * unit), "{node}");
    }

    /// An entry is what stands in the case; where nothing stands, the format's default.
    fn check_entry(&self, scenario: usize, node: &Value) {
        let path = node["entry"]["path"].as_str().expect("a path");
        let inside = path.strip_prefix(&format!("scenarios[{scenario}].")).unwrap_or(path);
        assert!(inside != path || path.starts_with("answers."), "{path} is no path of scenario {scenario}");
        let shown = Worth::shown(node);
        // With an account that is open nobody waits for one.
        let account_is_open = self.document["answers"]["business_account"] == "open";
        let no_wait = Worth::Number(fraction::Fraction::ZERO);
        let children = written(&self.document, &path.replace("children_at_home", "children"));
        let default = match inside {
            "account_wait_months" if account_is_open => Some(no_wait),
            // A child lives with the person unless somebody says otherwise.
            "benefit.profile.children_at_home" | "answers.children_at_home" => {
                Some(Worth::Truth(children == Some(&json!(true))))
            }
            _ => default(inside),
        };
        match (inside, written(&self.document, path)) {
            ("answers.support", Some(support)) => assert_eq!(shown, of_support(node, support), "{node}"),
            ("answers.business_account", Some(account)) => {
                assert_eq!((account, shown), (&json!("open"), Worth::Number(fraction::Fraction::ZERO)));
            }
            // Who has not been away meets the requirements.
            ("answers.lived_abroad", Some(abroad)) => assert_eq!((abroad, shown), (&json!(false), Worth::Truth(true))),
            (_, Some(entered)) => {
                assert_eq!(shown, entered_worth(node, entered), "{path}");
                // An answer that is given is nobody's default.
                let is_default = default == Some(shown) && !inside.starts_with("answers.");
                assert_eq!(node["entry"]["default"], json!(is_default), "{node}");
            }
            (_, None) => {
                assert_eq!(Some(shown), default, "{node}");
                assert_eq!(node["entry"]["default"], json!(true), "{node}");
            }
        }
    }

    /// A reference is the line it names.
    fn check_reference(&self, scenario: usize, month: Month, node: &Value) {
        let line = Line::from_id(node["reference"]["line"].as_str().expect("an id")).expect("a line");
        let named = Month::parse(node["reference"]["month"].as_str().expect("a month")).expect("a month");
        assert!(named < month, "a value is carried forward: {node}");
        let row = self.simulations[scenario].months.iter().find(|row| row.month == named).expect("a month before");
        match line.in_month(row) {
            Some(value) => assert_eq!(node["value"], serde_json::to_value(value).expect("JSON"), "{node}"),
            None => assert_eq!(node["value"], self.tree(scenario, named, line)["value"], "{node}"),
        }
    }
}

/// What stands at a path of the case.
fn written<'v>(document: &'v Value, path: &str) -> Option<&'v Value> {
    path.split(['.', '[', ']']).filter(|step| !step.is_empty()).try_fold(document, |value, step| {
        step.parse::<usize>().map_or_else(|_| value.get(step), |index| value.get(index))
    })
}

/// What an entry of the case is worth, read as the kind the tree says it is.
fn entered_worth(node: &Value, entered: &Value) -> Worth {
    match (entered, node["kind"].as_str()) {
        (Value::Bool(truth), _) => Worth::Truth(*truth),
        (Value::Number(number), _) => Worth::Number(fraction::Fraction::parse(&number.to_string())),
        (Value::String(text), Some("month")) => Worth::Month(formulas::month(text)),
        (Value::String(text), Some("word")) => Worth::Word(text.clone()),
        (Value::String(text), _) => Worth::Number(fraction::Fraction::parse(text)),
        other => panic!("{other:?} is no entry"),
    }
}

/// What follows from the answer about support: whether it is uddannelseshjælp, or an own amount of nothing.
fn of_support(node: &Value, support: &Value) -> Worth {
    let support = support.as_str().expect("a word");
    if node["kind"] == "truth" {
        return Worth::Truth(support.starts_with("uddannelse"));
    }
    assert!(["selvforsoergende", "employed"].contains(&support), "{support}");
    Worth::Number(fraction::Fraction::ZERO)
}

/// The defaults of the case format, from its own table.
fn default(path: &str) -> Option<Worth> {
    let number = |text| Some(Worth::Number(fraction::Fraction::parse(text)));
    let word = |word: &str| Some(Worth::Word(word.to_owned()));
    match path {
        "course_months" => number("3"),
        "account_wait_months" | "business.revenue.ramp_months" | "business.seasonality" => number("1"),
        "household.savings" | "household.living_costs" | "household.other_income" => number("0"),
        "benefit.deduction" => word("kontanthjaelp"),
        "benefit.profile.residence_and_work_met" | "answers.residence_and_work_met" | "answers.lived_abroad" => {
            Some(Worth::Truth(true))
        }
        "benefit.profile.children"
        | "benefit.profile.single"
        | "benefit.profile.lives_with_parents"
        | "benefit.profile.education_help"
        | "benefit.profile.worked_two_and_a_half_years"
        | "answers.children"
        | "answers.single"
        | "answers.lives_with_parents"
        | "answers.worked_two_and_a_half_years" => Some(Worth::Truth(false)),
        "subsidy.months" | "loan.first_instalment_after_months" => number("6"),
        "loan.annual_rate" | "loan.fee" | "tax.church_rate" => number("0"),
        "business.own_contribution" | "business.fixed_costs" | "business.buffer" => number("0"),
        "business.variable_cost_share" => number("0"),
        "business.account_fee" => number("300"),
        "business.account_setup" => number("2000"),
        "tax.mode" => word("simplified"),
        "after_closure" => word("benefit"),
        _ => None,
    }
}

proptest! {
    #![proptest_config(random(CASES))]

    #[test]
    fn every_value_follows_from_its_inputs(document in random_case::case(), first in 0_usize..1_000) {
        let whole = Whole::of(document);
        for scenario in 0..whole.simulations.len() {
            let months = whole.months(scenario);
            let step = (months.len() / MONTHS).max(1);
            for &month in months.iter().skip(first % step).step_by(step) {
                whole.check_month(scenario, month, &mut Seen::new());
            }
        }
    }
}

/// Everything the case files of the simulation show, explained.
fn explained_case_files() -> Seen {
    let mut seen = Seen::new();
    for file in case_file::all().iter().filter(|file| file.command == case_file::Command::Simulate) {
        println!("{}", file.path);
        for row in file.rows.iter().filter(|row| parse_whole(row.case.to_string().as_bytes()).is_ok()) {
            let whole = Whole::of(row.case.clone());
            for scenario in 0..whole.simulations.len() {
                let months = whole.months(scenario);
                for &month in months.iter().step_by((months.len() / MONTHS).max(1)) {
                    whole.check_month(scenario, month, &mut seen);
                }
            }
        }
    }
    seen
}

/// The rows of the table below a heading of `docs/explain.md`: the words in backticks of each cell.
fn documented(heading: &str) -> BTreeMap<String, Vec<Vec<String>>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/explain.md");
    let text = fs::read_to_string(path).expect("docs/explain.md");
    let section = text.split(&format!("\n## {heading}\n")).nth(1).unwrap_or_else(|| panic!("no section {heading}"));
    let section = section.split("\n## ").next().unwrap_or_default();
    let words = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<String>>();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| {
        let (id, rest) = row.split_once('`').expect("an id");
        (id.to_owned(), rest.split('|').skip(1).map(words).collect())
    })
    .collect()
}

fn ids<T: Copy>(all: &[T], id: fn(T) -> &'static str) -> BTreeSet<String> {
    all.iter().map(|&one| id(one).to_owned()).collect()
}

fn first_column(heading: &str) -> BTreeSet<String> {
    documented(heading).into_keys().collect()
}

#[test]
fn the_document_lists_every_formula_role_line_and_kind() {
    assert_eq!(first_column("Formulas"), ids(Formula::ALL, Formula::id));
    assert_eq!(first_column("Roles"), ids(TermRole::ALL, TermRole::id));
    assert_eq!(first_column("Lines"), ids(Line::ALL, Line::id));
    assert_eq!(first_column("Kinds of values"), ids(ValueKind::ALL, ValueKind::id));
}

#[test]
fn the_case_files_show_every_formula_with_the_inputs_the_document_names() {
    let seen = explained_case_files();
    let shown: BTreeMap<String, BTreeSet<String>> = documented("Formulas")
        .into_iter()
        .map(|(formula, cells)| (formula, cells.into_iter().next().unwrap_or_default().into_iter().collect()))
        .collect();
    for &formula in Formula::ALL {
        let found = seen.get(formula.id());
        assert!(found.is_some(), "no case file shows {}", formula.id());
        assert_eq!(found, shown.get(formula.id()), "the inputs of {}", formula.id());
    }
    let roles: BTreeSet<String> = seen.into_values().flatten().collect();
    assert_eq!(roles, ids(TermRole::ALL, TermRole::id), "every role is played");
}

fn question(month: &str, line: &str, scenario: u32) -> Value {
    json!({
        "case": { "format": "mikrolaan-case/1", "as_of": "2026-11", "scenarios": [{
            "start": "2027-01", "months": 12, "benefit": { "monthly": "9000" },
            "household": { "living_costs": "8000" },
        }] },
        "scenario": scenario, "month": month, "line": line,
    })
}

fn answer(question: &Value) -> Result<Value, Vec<String>> {
    let answer = run(Command::Explain, Options::default(), question.to_string().as_bytes());
    let words = |found: Vec<mikrolaan_engine::case::Problem>| -> Vec<String> {
        found.iter().map(|problem| format!("{} {}", problem.code.id(), problem.path)).collect()
    };
    answer.map(|text| serde_json::from_str(&text).expect("JSON")).map_err(words)
}

#[test]
fn an_answer_names_what_was_asked_and_shows_the_tree() {
    let found = answer(&question("2027-03", "household.living_costs", 0)).expect("a tree");
    assert_eq!((&found["month"], &found["line"]), (&json!("2027-03"), &json!("household.living_costs")));
    assert_eq!(
        found["tree"],
        json!({ "value": "8000.00", "kind": "money", "line": "household.living_costs",
                "entry": { "path": "scenarios[0].household.living_costs", "default": false } })
    );
    let found = answer(&question("2027-03", "household.opening", 0)).expect("a tree");
    assert_eq!(found["tree"]["reference"], json!({ "month": "2027-02", "line": "household.closing" }));
}

#[test]
fn a_wrong_question_is_refused_with_all_that_is_wrong() {
    let refused = |question: Value| answer(&question).expect_err("refused");
    assert_eq!(refused(question("2027-03", "household.rent", 0)), ["unknown_value line"]);
    assert_eq!(refused(question("2026-12", "household.tax", 0)), ["out_of_range month"]);
    assert_eq!(refused(question("2028-01", "household.tax", 0)), ["out_of_range month"]);
    assert_eq!(
        refused(question("2028", "tax", 1)),
        ["unknown_value line", "not_a_month month", "out_of_range scenario"]
    );
    let mut wrong = question("2030-01", "household.tax", 0);
    wrong["case"]["scenarios"][0]["months"] = json!(0);
    wrong["more"] = json!(1);
    assert_eq!(refused(wrong), ["out_of_range case.scenarios[0].months", "unknown_key more"]);
    let missing = json!({ "case": question("2027-01", "household.tax", 0)["case"] });
    assert_eq!(refused(missing), ["missing scenario", "missing month", "missing line"]);
}

#[test]
fn a_month_outside_the_scenario_is_told_its_first_and_last() {
    let text = question("2028-01", "household.tax", 0).to_string();
    let problems = run(Command::Explain, Options::default(), text.as_bytes()).expect_err("refused");
    let bounds = (problems[0].min.as_deref(), problems[0].max.as_deref());
    assert_eq!(bounds, (Some("2027-01"), Some("2027-12")));
}

#[test]
fn a_cut_rulebook_is_said_not_to_cover() {
    let month = |text| Month::parse(text).expect("a month");
    let case = read(&question("2027-03", "household.tax", 0)["case"]);
    let cut = Rulebook::embedded().without_before(FigureId::Personfradrag, month("2027-02"));
    let plan = case.plan(0).expect("a plan");
    let missing = explain(&cut, &plan, month("2027-03"), Line::HouseholdTax).expect_err("not covered");
    assert_eq!((missing.figure, missing.month), (FigureId::Personfradrag, month("2027-01")));
    assert_eq!(explain(&Rulebook::embedded(), &plan, month("2028-01"), Line::HouseholdTax), Ok(None));
    let problems = case.explain(&cut, 0, month("2027-03")).expect_err("not covered");
    let problem = problems[0].problem(0);
    assert_eq!((problem.code.id(), problem.path.as_str()), ("not_covered", "scenarios[0].start"));
}
