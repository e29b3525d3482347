//! The case format's own promises: defaults, forms of a value, what a scenario takes from the answers.
//!
//! Everything that is refused stands in `tests/bad_input.rs`.

use super::command::{Command, Options, run};
use super::{Case, ErrorCode, Obstacle, apply_changed_answers, parse, parse_whole, starter_scenario, starting_loan};
use crate::quantity::{Money, Month, Rate};
use crate::rulebook::{FigureId, Rulebook, Scheme};
use crate::screening::{Answers, BusinessAccount, CoursePlan, Support};
use crate::simulation::{AfterClosure, Benefit, Deduction, Loan, Repayment, Scenario, SubsidyModel, TaxMode};

fn case(rest: &str) -> Case {
    let text = format!(r#"{{"format":"mikrolaan-case/1","as_of":"2026-11"{rest}}}"#);
    parse(text.as_bytes()).unwrap_or_else(|problems| panic!("{text}: {problems:?}"))
}

fn scenario(rest: &str) -> Scenario {
    case(&format!(r#","scenarios":[{{"start":"2027-01"{rest}}}]"#)).scenarios.remove(0)
}

#[test]
fn a_case_needs_only_format_and_month() {
    let case = case("");
    assert_eq!(case, Case::new(Month::new(2026, 11).expect("a month")));
    assert_eq!(case.scheme, Scheme::Viderefoert);
    assert_eq!(case.answers, Answers::default());
}

#[test]
fn a_scenario_needs_only_its_start() {
    let scenario = scenario("");
    assert_eq!(scenario.name, "Scenarie 1");
    assert_eq!((scenario.months, scenario.course_months, scenario.account_wait_months), (36, 3, 1));
    assert_eq!((scenario.subsidy.months, scenario.subsidy.model), (6, SubsidyModel::NeedBased));
    assert_eq!((scenario.subsidy.monthly, scenario.loan, scenario.business), (None, None, None));
    assert_eq!((scenario.tax.mode, scenario.tax.municipal_rate), (TaxMode::Simplified, None));
    assert_eq!((scenario.after_closure, scenario.benefit), (AfterClosure::Benefit, None));
    assert!(scenario.small_jobs.is_empty());
}

#[test]
fn scenarios_without_a_name_are_numbered() {
    let case = case(r#","scenarios":[{"start":"2027-01"},{"name":"B","start":"2027-01"},{"start":"2027-01"}]"#);
    let names: Vec<&str> = case.scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
    assert_eq!(names, ["Scenarie 1", "B", "Scenarie 3"]);
}

#[test]
fn a_business_and_a_loan_have_defaults() {
    let scenario = scenario(
        r#","business":{"revenue":{"first_month":1,"full_month":2}},"loan":{"principal":"1","repayment":{"term_months":3}}"#,
    );
    let business = scenario.business.expect("a business");
    assert_eq!((business.revenue.ramp_months, business.account_fee), (1, Money::from_kroner(300)));
    assert_eq!((business.account_setup, business.closes, business.seasonality), (None, None, None));
    let loan = scenario.loan.expect("a loan");
    assert_eq!((loan.annual_rate, loan.fee, loan.first_instalment_after_months), (Rate::ZERO, Money::ZERO, 6));
    assert_eq!(loan.repayment, Repayment::Term(3));
}

#[test]
fn an_amount_has_four_forms() {
    for (written, oere) in
        [(r#""12345""#, 1_234_500), (r#""12345.5""#, 1_234_550), (r#""12345.50""#, 1_234_550), ("12345", 1_234_500)]
    {
        let scenario = scenario(&format!(r#","household":{{"savings":{written}}}"#));
        assert_eq!(scenario.household.savings, Money::from_oere(oere), "{written}");
    }
    for zero in [r#""-0""#, r#""-0.00""#, "-0", r#""000""#] {
        assert_eq!(scenario(&format!(r#","household":{{"savings":{zero}}}"#)).household.savings, Money::ZERO, "{zero}");
    }
}

#[test]
fn null_is_nothing_where_it_may_stand() {
    let scenario = scenario(
        r#","loan":null,"business":null,"small_jobs":[{"from":"2027-01","until":null,"hours_per_week":1,"hourly_wage":1}]"#,
    );
    assert_eq!((scenario.loan, scenario.business), (None, None));
    assert_eq!(scenario.small_jobs[0].until, None);
}

#[test]
fn names_count_characters_not_bytes() {
    let name = "🙂".repeat(60);
    assert_eq!(scenario(&format!(r#","name":"{name}""#)).name, name);
}

#[test]
fn escapes_in_keys_and_values_are_read() {
    let case = parse(br#"{"\u0066ormat":"mikrolaan\u002dcase/1","as_of":"2026\u002d11"}"#).expect("a case");
    assert_eq!(case.as_of.to_string(), "2026-11");
}

#[test]
fn the_order_of_keys_carries_no_meaning() {
    let one = parse(br#"{"format":"mikrolaan-case/1","as_of":"2026-11","answers":{"age":34,"idea":"plan"}}"#);
    let other = parse(br#"{"answers":{"idea":"plan","age":34},"as_of":"2026-11","format":"mikrolaan-case/1"}"#);
    assert_eq!(one, other);
}

#[test]
fn an_own_benefit_is_deducted_from_unless_it_is_said_otherwise() {
    let own = |deduction| Some(Benefit::Own { monthly: Money::from_kroner(9_000), deduction });
    assert_eq!(scenario(r#","benefit":{"monthly":9000}"#).benefit, own(Deduction::Kontanthjaelp));
    assert_eq!(scenario(r#","benefit":{"monthly":9000,"deduction":"none"}"#).benefit, own(Deduction::None));
}

#[test]
fn screening_does_not_ask_for_a_benefit_and_simulating_does() {
    let text = br#"{"format":"mikrolaan-case/1","as_of":"2026-11","scenarios":[{"start":"2027-01"}]}"#;
    assert!(parse(text).is_ok());
    assert!(run(Command::Screen, Options::default(), text).is_ok());
    let problems = parse_whole(text).expect_err("no benefit");
    let found: Vec<(&str, ErrorCode)> = problems.iter().map(|problem| (problem.path.as_str(), problem.code)).collect();
    assert_eq!(found, [("scenarios[0].benefit", ErrorCode::Missing)]);
    assert_eq!(run(Command::Check, Options::default(), text).as_ref(), Err(&problems));
    assert_eq!(run(Command::Simulate, Options::default(), text), Err(problems));
}

#[test]
fn a_scenario_that_does_not_exist_is_a_problem_and_no_panic() {
    let problems = case("").simulate(&Rulebook::embedded(), 7).expect_err("no scenario");
    assert_eq!(problems, [Obstacle::NoScenario]);
    assert_eq!(problems[0].problem(7).path, "scenario");
}

#[test]
fn a_cut_rulebook_refuses_the_scenario_with_figure_and_month() {
    let rulebook = Rulebook::embedded().without_before(FigureId::Personfradrag, Month::new(2027, 6).expect("a month"));
    let case = case(r#","scenarios":[{"start":"2027-01","benefit":{"monthly":9000}}]"#);
    let problems = case.simulate(&rulebook, 0).expect_err("not covered");
    let problem = problems[0].problem(0);
    assert_eq!((problem.path.as_str(), problem.code), ("scenarios[0].start", ErrorCode::NotCovered));
    assert!(problem.message.contains("personfradrag") && problem.message.contains("2027-01"));
}

#[test]
fn key_figures_leave_out_the_months_and_nothing_else() {
    let text = br#"{"format":"mikrolaan-case/1","as_of":"2026-11","scenarios":[{"start":"2027-01","benefit":{"monthly":9000}}]}"#;
    let whole = run(Command::Simulate, Options::default(), text).expect("a result");
    let short =
        run(Command::Simulate, Options { key_figures_only: true, ..Options::default() }, text).expect("a result");
    let (mut whole, short): (serde_json::Value, serde_json::Value) =
        (serde_json::from_str(&whole).expect("JSON"), serde_json::from_str(&short).expect("JSON"));
    let months = whole["scenarios"][0].as_object_mut().expect("a scenario").remove("months").expect("months");
    assert_eq!(months.as_array().map(Vec::len), Some(36));
    assert_eq!(whole, short);
}

#[test]
fn the_starter_scenario_is_made_of_the_answers() {
    let rulebook = Rulebook::embedded();
    let mut case = case(r#","answers":{"loan_amount":"45000"}"#);
    let starter = starter_scenario(&case, &rulebook);
    assert_eq!((starter.start.to_string().as_str(), starter.course_months), ("2026-12", 3));
    assert_eq!(starter.loan.as_ref().map(|loan| loan.principal), Some(Money::from_kroner(45_000)));
    // Course 3, waiting 1, subsidy 6: the job begins in the month after.
    assert_eq!(starter.small_jobs[0].from.to_string(), "2027-10");
    case.answers.will_take_course = Some(CoursePlan::Done);
    case.answers.loan_amount = Some(Money::ZERO);
    let starter = starter_scenario(&case, &rulebook);
    assert_eq!((starter.course_months, starter.account_wait_months, starter.loan), (0, 1, None));
    case.answers.business_account = Some(BusinessAccount::Open);
    assert_eq!(starter_scenario(&case, &rulebook).account_wait_months, 0);
}

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

#[test]
fn an_age_the_benefit_is_not_known_for_is_told_with_the_ages_it_is() {
    let problem = Obstacle::AgeOutOfRange(17).problem(2);
    assert_eq!(problem.path, "scenarios[2].benefit.profile.age");
    assert_eq!((problem.min.as_deref(), problem.max.as_deref()), (Some("18"), Some("66")));
    let problem = Obstacle::NoAge.problem(0);
    assert_eq!((problem.min, problem.max), (None, None));
}

fn with_a_scenario(change: impl FnOnce(&mut Scenario)) -> Case {
    let mut case = Case::new(month("2026-11"));
    case.answers.support = Some(Support::Selvforsoergende);
    case.scenarios.push(starter_scenario(&case, &Rulebook::embedded()));
    change(&mut case.scenarios[0]);
    case
}

#[test]
fn months_that_do_not_fit_together_are_named_where_they_stand() {
    // It begins in December, so it opens in April 2027.
    let problems = |change: fn(&mut Scenario)| -> Vec<String> {
        let found = with_a_scenario(change).plan(0).map(|_| ()).err().unwrap_or_default();
        let problems = Obstacle::problems(&found, 0);
        problems.into_iter().map(|problem| format!("{} {}", problem.code.id(), problem.path)).collect()
    };
    let closing = |scenario: &mut Scenario, text: &str| {
        scenario.business.as_mut().expect("a business").closes = Some(month(text));
    };
    assert!(problems(|_| {}).is_empty());
    assert_eq!(
        problems(|scenario| {
            scenario.business.as_mut().expect("a business").closes = Some(month("2027-04"));
            scenario.small_jobs[0].until = Some(scenario.small_jobs[0].from.plus(-1));
        }),
        ["inconsistent scenarios[0].business.closes", "inconsistent scenarios[0].small_jobs[0].until"]
    );
    assert_eq!(
        problems(|scenario| (scenario.start, scenario.months) = (month("2099-01"), 13)),
        ["inconsistent scenarios[0].months"]
    );
    let mut fits = with_a_scenario(|scenario| {
        scenario.small_jobs[0].until = Some(scenario.small_jobs[0].from);
        (scenario.start, scenario.months) = (month("2099-01"), 12);
    });
    closing(&mut fits.scenarios[0], "2099-06");
    assert!(
        fits.plan(0).is_ok(),
        "the month after the opening, in the last month of a job, and the last month there is"
    );
}

#[test]
fn what_an_answer_put_into_a_plan_follows_it_until_somebody_writes_over_it() {
    let kroner = Money::from_kroner;
    let before = Answers { loan_amount: Some(kroner(30_000)), ..Answers::default() };
    let mut case = Case { answers: before.clone(), ..Case::new(month("2026-11")) };
    let starter = starter_scenario(&case, &Rulebook::embedded());
    let after = Answers {
        loan_amount: Some(kroner(10_000)),
        will_take_course: Some(CoursePlan::Done),
        business_account: Some(BusinessAccount::Open),
        ..before.clone()
    };
    let mut followed = starter.clone();
    apply_changed_answers(&mut followed, &before, &after);
    assert_eq!(followed.loan, Some(starting_loan(kroner(10_000))));
    assert_eq!((followed.course_months, followed.account_wait_months), (0, 0));
    apply_changed_answers(&mut followed, &after, &before);
    assert_eq!(followed, starter, "and back again");
    // Written over: it stays. What was written about the loan besides its size stays with it.
    let mut written = starter.clone();
    (written.course_months, written.account_wait_months) = (5, 2);
    written.loan.as_mut().expect("a loan").principal = kroner(20_000);
    let kept = written.clone();
    apply_changed_answers(&mut written, &before, &after);
    assert_eq!(written, kept);
    let mut dear = starter.clone();
    dear.loan.as_mut().expect("a loan").fee = kroner(500);
    apply_changed_answers(&mut dear, &before, &after);
    assert_eq!(dear.loan, Some(Loan { fee: kroner(500), ..starting_loan(kroner(10_000)) }));
    // A plan from answers that say so already.
    case.answers = after;
    let starter = starter_scenario(&case, &Rulebook::embedded());
    assert_eq!((starter.course_months, starter.account_wait_months), (0, 0));
}

#[test]
fn the_loan_of_the_scheme_is_paid_back_in_sixty_instalments() {
    let loan = starting_loan(Money::from_kroner(45_000));
    assert_eq!((loan.repayment, loan.first_instalment_after_months), (Repayment::Term(60), 6));
    assert_eq!((loan.annual_rate, loan.fee), (Rate::ZERO, Money::ZERO));
}
