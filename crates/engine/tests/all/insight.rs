//! Goal seek and sensitivity against plain simulations of the changed plan, over random cases and over
//! plans whose goal comes and goes.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::command::{Command, Options, run};
use mikrolaan_engine::insight::goal_seek::{Goal, Vary};
use mikrolaan_engine::quantity::{Money, Month, Rate, WeeklyHours};
use mikrolaan_engine::rulebook::Rulebook;
use mikrolaan_engine::simulation::{Benefit, MonthRow, NoteId, Phase, Plan, Scenario, Simulation, SmallJob, simulate};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{random, random_case, read};

/// How many random cases each property is tried on.
const CASES: u32 = 24;

/// The first scenario of the case with something changed, worked out.
fn simulated(case: &Case, change: impl FnOnce(&mut Scenario)) -> Simulation {
    let plan = case.plan(0).expect("a plan");
    let mut scenario = plan.scenario.clone();
    change(&mut scenario);
    simulate(&Rulebook::embedded(), &Plan { scenario: &scenario, ..plan }).expect("covered")
}

fn answer(command: Command, question: &Value) -> Option<Value> {
    let text = run(command, Options::default(), question.to_string().as_bytes()).ok()?;
    Some(serde_json::from_str(&text).expect("JSON"))
}

/// How many values a grid has.
fn grid(vary: Vary) -> i64 {
    match vary {
        Vary::JobHours => 75,
        Vary::RevenueFactor => 501,
        Vary::Principal => 101,
        Vary::LivingCostsCut => 201,
        Vary::ExtraSavings => 401,
    }
}

/// A value of the grid as the answer writes it.
fn written(vary: Vary, step: i64) -> String {
    match vary {
        Vary::JobHours => format!("{}.{}", step / 2, step % 2 * 5),
        Vary::RevenueFactor => format!("{}.{:02}", step / 100, step % 100),
        Vary::Principal | Vary::ExtraSavings => format!("{}.00", step * 500),
        Vary::LivingCostsCut => format!("{}.00", step * 100),
    }
}

/// An amount times so many parts of `whole`, to the nearest øre.
fn part(amount: Money, parts: i64, whole: i64) -> Money {
    Money::from_oere((2 * amount.oere() * parts + whole) / (2 * whole))
}

/// The first month after the support, in the specification's words.
fn after_support(scenario: &Scenario) -> Month {
    let months = scenario.course_months + scenario.account_wait_months + scenario.subsidy.months;
    let later = if scenario.business.is_some() { months } else { 0 };
    scenario.start.plus(later.cast_signed())
}

fn vary_to(vary: Vary, step: i64, hourly_wage: Money, scenario: &mut Scenario) {
    match vary {
        Vary::JobHours => {
            let from = after_support(scenario);
            let hours_per_week = WeeklyHours::from_hundredths(step * 50);
            scenario.small_jobs.push(SmallJob { from, until: None, hours_per_week, hourly_wage });
        }
        Vary::RevenueFactor => {
            if let Some(business) = &mut scenario.business {
                business.revenue.first_month = part(business.revenue.first_month, step, 100);
                business.revenue.full_month = part(business.revenue.full_month, step, 100);
            }
        }
        Vary::Principal if step == 0 => scenario.loan = None,
        Vary::Principal => {
            if let Some(loan) = &mut scenario.loan {
                loan.principal = Money::from_kroner(step * 500);
            }
        }
        Vary::LivingCostsCut => {
            let left = scenario.household.living_costs - Money::from_kroner(step * 100);
            scenario.household.living_costs = left.max(Money::ZERO);
        }
        Vary::ExtraSavings => scenario.household.savings += Money::from_kroner(step * 500),
    }
}

/// Does the goal hold, by the months alone?
fn holds(goal: Goal, scenario: &Scenario, result: &Simulation) -> bool {
    let months = &result.months;
    let opening = scenario.start.plus((scenario.course_months + scenario.account_wait_months).cast_signed());
    let from_opening = |row: &&MonthRow| scenario.business.is_none() || row.month >= opening;
    match goal {
        Goal::HouseholdNeverNegative => months.iter().all(|row| row.household.closing >= Money::ZERO),
        Goal::BusinessNeverNegative => months.iter().all(|row| row.business.closing >= Money::ZERO),
        Goal::SelfSupportingByEnd => {
            let counted: Vec<&MonthRow> = months.iter().filter(from_opening).collect();
            counted.len() >= 3 && counted.iter().rev().take(3).all(|row| row.self_supporting)
        }
        Goal::NoGapAfterSupport => {
            let row = months.iter().find(|row| row.phase == Phase::OnOwn).expect("a month on one's own");
            let lines = &row.household;
            let income = lines.job_pay - lines.atp + lines.draw + lines.other_income;
            income >= lines.living_costs + lines.tax + lines.instalment
        }
        Goal::EnoughEveryMonth => months.iter().all(|row| {
            let lines = &row.household;
            let income = lines.job_pay - lines.atp + lines.draw + lines.other_income;
            let enough = row.phase != Phase::OnOwn || lines.living_costs + lines.tax <= income;
            enough && lines.closing >= Money::ZERO && row.business.closing >= Money::ZERO
        }),
    }
}

/// Where on the grid the goal holds.
fn pattern(case: &Case, vary: Vary, goal: Goal, wage: Money) -> Vec<bool> {
    let at = |step| {
        let mut changed = case.scenarios[0].clone();
        let result = simulated(case, |scenario| {
            vary_to(vary, step, wage, scenario);
            changed = scenario.clone();
        });
        holds(goal, &changed, &result)
    };
    (0..grid(vary)).map(at).collect()
}

/// What the command answers; `None` where the question does not fit the scenario.
fn sought(document: &Value, vary: Vary, goal: Goal, wage: Money) -> Option<Value> {
    let question =
        json!({ "case": document, "scenario": 0, "vary": vary, "goal": goal, "hourly_wage": wage.to_string() });
    answer(Command::Seek, &question).map(|found| found["value"].clone())
}

/// The answer is the first value of the grid for which the goal holds.
fn check(document: &Value, vary: Vary, goal: Goal, wage: Money) -> Vec<bool> {
    let pattern = pattern(&read(document), vary, goal, wage);
    let first = pattern.iter().position(|&holds| holds);
    let expected = first.map_or(Value::Null, |step| json!(written(vary, i64::try_from(step).expect("a step"))));
    assert_eq!(sought(document, vary, goal, wage), Some(expected), "{} for {} in {document}", vary.id(), goal.id());
    pattern
}

/// How often the goal comes or goes along the grid.
fn changes(pattern: &[bool]) -> usize {
    pattern.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

proptest! {
    #![proptest_config(random(CASES))]

    /// The answer holds, and no smaller value does.
    #[test]
    fn seek_finds_the_first_value_that_holds(
        document in random_case::case(), vary in prop::sample::select(Vary::ALL.to_vec()),
        goal in prop::sample::select(Goal::ALL.to_vec()), wage in prop_oneof![Just(1_000_i64), 12_000_i64..=20_000],
    ) {
        let wage = Money::from_oere(wage);
        if sought(&document, vary, goal, wage).is_some() {
            check(&document, vary, goal, wage);
        }
    }

    /// Each row is the difference of two plain simulations; the rows stand by the larger change.
    #[test]
    fn sensitivity_is_the_difference_of_two_simulations(document in random_case::case()) {
        let found = answer(Command::Sensitivity, &json!({ "case": document, "scenario": 0 })).expect("rows");
        prop_assert_eq!(&found["rows"], &json!(expected_rows(&read(&document))));
    }
}

/// A plan without tax: one's own benefit, no business, a job from the first month.
fn without_business(benefit: &str, living_costs: &str) -> Value {
    json!({ "format": "mikrolaan-case/1", "as_of": "2026-11", "scenarios": [{
        "start": "2026-01", "months": 6, "benefit": { "monthly": benefit },
        "household": { "living_costs": living_costs }, "tax": { "mode": "none" },
    }] })
}

#[test]
fn a_step_in_atp_takes_more_than_half_an_hour_gives() {
    // 8.5 hours at 10 kr.: 368.33 a month. 9 hours: 390.00 less 33.00 of ATP. 9.5: 411.67 less 33.00.
    let mut document = without_business("0", "360");
    document["scenarios"][0]["benefit"]["deduction"] = json!("none");
    let ten = Money::from_kroner(10);
    let pattern = check(&document, Vary::JobHours, Goal::HouseholdNeverNegative, ten);
    assert_eq!((pattern[16], pattern[17], pattern[18], pattern[19]), (false, true, false, true));
    assert_eq!(sought(&document, Vary::JobHours, Goal::HouseholdNeverNegative, ten), Some(json!("8.5")));
}

#[test]
fn under_the_income_ceiling_only_the_contribution_is_left_of_an_hour() {
    // The benefit is above the ceiling, so it falls by all that counts: 8 % of the wage stays, and ATP takes from that.
    let document = without_business("25000", "25029");
    let ten = Money::from_kroner(10);
    let pattern = check(&document, Vary::JobHours, Goal::HouseholdNeverNegative, ten);
    assert_eq!(sought(&document, Vary::JobHours, Goal::HouseholdNeverNegative, ten), Some(json!("8.5")));
    assert!(!pattern[18] && changes(&pattern) >= 3, "{pattern:?}");
}

/// A business that opens in the first month, with six months of subsidy.
fn with_business() -> Value {
    json!({ "format": "mikrolaan-case/1", "as_of": "2026-11", "scenarios": [{
        "start": "2026-01", "months": 8, "course_months": 0, "account_wait_months": 0, "benefit": { "monthly": "12000" },
        "household": { "living_costs": "11000" }, "tax": { "mode": "none" },
        "business": {
            "revenue": { "first_month": "10000", "full_month": "10000" },
            "account_fee": "0", "account_setup": "0", "buffer": "100000",
        },
    }] })
}

#[test]
fn a_surplus_that_is_not_drawn_takes_the_subsidy_and_gives_it_back_late() {
    // Nothing sold: the subsidy pays the living costs. Some sold: it falls, and the buffer keeps the money. Much sold: drawn.
    let mut document = with_business();
    document["scenarios"][0]["months"] = json!(6);
    document["scenarios"][0]["household"]["savings"] = json!("6000");
    let pattern = check(&document, Vary::RevenueFactor, Goal::HouseholdNeverNegative, Money::from_kroner(1));
    assert!(pattern[0] && !pattern[60], "{pattern:?}");
    document["scenarios"][0]["business"]["buffer"] = json!("0");
    let pattern = check(&document, Vary::RevenueFactor, Goal::HouseholdNeverNegative, Money::from_kroner(1));
    assert_eq!(changes(&pattern), 0, "drawn in full, it only replaces the subsidy");
}

#[test]
fn a_loan_can_be_too_small_and_too_large() {
    let mut document = with_business();
    document["scenarios"][0]["months"] = json!(14);
    document["scenarios"][0]["business"]["setup_costs"] = json!([{ "label": "Maskine", "amount": "20000" }]);
    document["scenarios"][0]["business"]["revenue"] = json!({ "first_month": "0", "full_month": "3000" });
    document["scenarios"][0]["loan"] = json!({ "principal": "1", "annual_rate": "1", "first_instalment_after_months": 1, "repayment": { "term_months": 13 } });
    let pattern = check(&document, Vary::Principal, Goal::BusinessNeverNegative, Money::from_kroner(1));
    // The machine costs 20,000, and 3,000 come in the same month; interest eats what is borrowed beyond need.
    assert_eq!(pattern.iter().position(|&holds| holds), Some(34), "17,000 kr.");
    assert!(changes(&pattern) == 2 && !pattern[100], "{pattern:?}");
}

#[test]
fn registration_for_vat_is_a_note_and_no_edge_of_the_search() {
    let mut document = with_business();
    document["scenarios"][0]["business"]["buffer"] = json!("0");
    document["scenarios"][0]["months"] = json!(12);
    let pattern = check(&document, Vary::RevenueFactor, Goal::NoGapAfterSupport, Money::from_kroner(1));
    assert_eq!(changes(&pattern), 1);
    assert_eq!(
        sought(&document, Vary::RevenueFactor, Goal::NoGapAfterSupport, Money::from_kroner(1)),
        Some(json!("1.10"))
    );
    let at = |step| simulated(&read(&document), |scenario| vary_to(Vary::RevenueFactor, step, Money::ZERO, scenario));
    assert_eq!(at(41).key_figures.turnover_over_vat_threshold, None);
    assert!(at(110).key_figures.turnover_over_vat_threshold.is_some());
}

#[test]
fn what_does_not_fit_the_scenario_is_refused() {
    let refused = |document: &Value, vary: &str, goal: &str| {
        let question = json!({ "case": document, "scenario": 0, "vary": vary, "goal": goal, "hourly_wage": "145" });
        let found = run(Command::Seek, Options::default(), question.to_string().as_bytes()).expect_err("refused");
        found.iter().map(|problem| format!("{} {}", problem.code.id(), problem.path)).collect::<Vec<_>>()
    };
    let alone = without_business("9000", "8000");
    assert_eq!(refused(&alone, "revenue_factor", "household_never_negative"), ["inconsistent vary"]);
    assert_eq!(refused(&alone, "principal", "household_never_negative"), ["inconsistent vary"]);
    assert_eq!(refused(&alone, "job_hours", "business_never_negative"), ["inconsistent goal"]);
    assert_eq!(refused(&alone, "job_hours", "no_gap_after_support"), ["inconsistent goal"]);
    let open = with_business();
    assert_eq!(refused(&open, "principal", "household_never_negative"), ["inconsistent vary"], "there is no loan");
    let months = |months: u32| {
        let mut document = with_business();
        document["scenarios"][0]["months"] = json!(months);
        document
    };
    assert_eq!(refused(&months(6), "job_hours", "household_never_negative"), ["inconsistent vary"]);
    assert_eq!(refused(&months(6), "revenue_factor", "no_gap_after_support"), ["inconsistent goal"]);
    assert!(sought(&months(7), Vary::JobHours, Goal::NoGapAfterSupport, Money::from_kroner(145)).is_some());
    let mut late = months(3);
    late["scenarios"][0]["course_months"] = json!(3);
    assert_eq!(refused(&late, "revenue_factor", "household_never_negative"), ["inconsistent vary"]);
}

/// A change of the plan, where it can be made.
type Change = Box<dyn Fn(&mut Scenario) -> Option<()>>;

/// Less and more of each input, in the specification's order and words.
fn inputs() -> Vec<(&'static str, [Change; 2])> {
    fn both(change: impl Fn(&mut Scenario, bool) -> Option<()> + Copy + 'static) -> [Change; 2] {
        [Box::new(move |scenario| change(scenario, false)), Box::new(move |scenario| change(scenario, true))]
    }
    fn tenths(more: bool) -> i64 {
        if more { 12 } else { 8 }
    }
    fn months(months: &mut u32, more: bool) -> Option<()> {
        if !more && *months == 0 {
            return None;
        }
        *months = if more { *months + 2 } else { months.saturating_sub(2) };
        Some(())
    }
    vec![
        (
            "revenue",
            both(|scenario, more| {
                let revenue = &mut scenario.business.as_mut()?.revenue;
                revenue.first_month = part(revenue.first_month, tenths(more), 10);
                revenue.full_month = part(revenue.full_month, tenths(more), 10);
                Some(())
            }),
        ),
        (
            "variable_cost_share",
            both(|scenario, more| {
                let share = &mut scenario.business.as_mut()?.variable_cost_share;
                *share = Rate::from_millionths(((share.millionths() * tenths(more) * 2 + 10) / 20).min(1_000_000));
                Some(())
            }),
        ),
        (
            "fixed_costs",
            both(|scenario, more| {
                let costs = &mut scenario.business.as_mut()?.fixed_costs;
                *costs = part(*costs, tenths(more), 10);
                Some(())
            }),
        ),
        (
            "living_costs",
            both(|scenario, more| {
                scenario.household.living_costs = part(scenario.household.living_costs, tenths(more), 10);
                Some(())
            }),
        ),
        (
            "small_job_hours",
            both(|scenario, more| {
                for job in &mut scenario.small_jobs {
                    let hundredths = (job.hours_per_week.hundredths() * tenths(more) * 2 + 10) / 20;
                    job.hours_per_week = WeeklyHours::from_hundredths(hundredths);
                }
                Some(())
            }),
        ),
        ("account_wait_months", both(|scenario, more| months(&mut scenario.account_wait_months, more))),
        ("subsidy_months", both(|scenario, more| months(&mut scenario.subsidy.months, more))),
    ]
}

/// Does the scenario have the input, above nothing? The two in months come with a business.
fn has(scenario: &Scenario, input: &str) -> bool {
    let business = scenario.business.as_ref();
    match input {
        "revenue" => {
            business.is_some_and(|b| b.revenue.first_month.is_positive() || b.revenue.full_month.is_positive())
        }
        "variable_cost_share" => business.is_some_and(|b| b.variable_cost_share > Rate::ZERO),
        "fixed_costs" => business.is_some_and(|b| b.fixed_costs.is_positive()),
        "living_costs" => scenario.household.living_costs.is_positive(),
        "small_job_hours" => scenario.small_jobs.iter().any(|job| job.hours_per_week > WeeklyHours::default()),
        _ => business.is_some(),
    }
}

fn expected_rows(case: &Case) -> Vec<Value> {
    let lowest = |result: &Simulation| result.months.iter().map(|row| row.household.closing).min().expect("a month");
    let base = lowest(&simulated(case, |_| {}));
    let side = |change: &Change| -> Option<(Money, Value)> {
        let mut changed = case.scenarios[0].clone();
        change(&mut changed)?;
        let opening = changed.start.plus((changed.course_months + changed.account_wait_months).cast_signed());
        let closes = changed.business.as_ref().and_then(|business| business.closes);
        if closes.is_some_and(|closes| closes <= opening) {
            return None;
        }
        let result = simulated(case, |scenario| *scenario = changed);
        let difference = lowest(&result) - base;
        let from = result.key_figures.self_supporting_from;
        let manages = result.key_figures.manages_from;
        let side =
            json!({ "lowest_household_change": difference, "self_supporting_from": from, "manages_from": manages });
        Some((difference, side))
    };
    let size = |side: &Option<(Money, Value)>| side.as_ref().map_or(0, |(change, _)| change.oere().abs());
    let shown = |side: &Option<(Money, Value)>| side.as_ref().map_or(Value::Null, |(_, value)| value.clone());
    let mut rows: Vec<(i64, Value)> = Vec::new();
    for (input, [less, more]) in inputs().iter().filter(|(input, _)| has(&case.scenarios[0], input)) {
        let (low, high) = (side(less), side(more));
        let row = json!({ "input": input, "low": shown(&low), "high": shown(&high) });
        rows.push((size(&low).max(size(&high)), row));
    }
    rows.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn sensitivity_row(document: &Value, input: &str) -> Option<Value> {
    let found = answer(Command::Sensitivity, &json!({ "case": document, "scenario": 0 })).expect("a result");
    found["rows"].as_array().expect("rows").iter().find(|row| row["input"] == input).cloned()
}

#[test]
fn a_business_that_would_close_before_it_opens_has_no_such_side() {
    // It opens in 2026-01; two months later it would open in 2026-03.
    let mut document = with_business();
    document["scenarios"][0]["small_jobs"] =
        json!([{ "from": "2026-01", "hours_per_week": "0", "hourly_wage": "145" }]);
    let mut later = |closes: &str| {
        document["scenarios"][0]["business"]["closes"] = json!(closes);
        sensitivity_row(&document, "account_wait_months").expect("a row")["high"].clone()
    };
    assert_eq!([later("2026-02"), later("2026-03")], [Value::Null, Value::Null]);
    assert!(later("2026-04").is_object());
    // No hours, nothing to vary.
    assert_eq!(sensitivity_row(&document, "small_job_hours"), None);
}

#[test]
fn a_loss_counts_as_much_as_a_gain() {
    // 1,000 a month is left. With a fifth less sold, 1,400 is missing in each of eight months after the support.
    let mut document = with_business();
    document["scenarios"][0]["months"] = json!(14);
    document["scenarios"][0]["business"]["buffer"] = json!("0");
    document["scenarios"][0]["business"]["revenue"] = json!({ "first_month": "12000", "full_month": "12000" });
    let found = answer(Command::Sensitivity, &json!({ "case": document, "scenario": 0 })).expect("a result");
    let size = |side: &Value| {
        let change = side["lowest_household_change"].as_str().unwrap_or("0").trim_start_matches('-').to_owned();
        Money::parse(&change).expect("an amount")
    };
    let rows = found["rows"].as_array().expect("rows").iter();
    let sizes: Vec<(Money, Money)> = rows.map(|row| (size(&row["low"]), size(&row["high"]))).collect();
    assert!(sizes.is_sorted_by_key(|(low, high)| std::cmp::Reverse(low.max(high).oere())), "{found}");
    assert!(sizes.iter().any(|(low, high)| low > high), "one loses more than it could gain: {found}");
}

#[test]
fn a_benefit_from_the_answers_stays_what_it_is_while_something_is_varied() {
    let mut document = without_business("0", "0");
    document["scenarios"][0].as_object_mut().expect("a scenario").remove("benefit");
    document["answers"] = json!({ "age": 40, "support": "kontanthjaelp_jobparat" });
    assert!(matches!(read(&document).plan(0).expect("a plan").resolved.benefit, Benefit::Profile(_)));
    document["scenarios"][0]["household"]["living_costs"] = json!("14000");
    let wage = Money::from_kroner(145);
    let pattern = check(&document, Vary::JobHours, Goal::HouseholdNeverNegative, wage);
    assert!(!pattern[0] && pattern[74]);
    let notes = simulated(&read(&document), |_| {}).notes;
    assert!(notes.iter().any(|note| note.note == NoteId::AnswerAssumed));
}
