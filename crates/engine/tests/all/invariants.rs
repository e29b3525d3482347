//! What is always true, on random valid cases over the whole format.
//!
//! `PROPTEST_CASES=5000 cargo test -p mikrolaan-engine --test all invariants` tries more of them.

use std::collections::BTreeSet;

use mikrolaan_engine::case::command::{Command, Options, run};
use mikrolaan_engine::case::{Case, ErrorCode, parse_whole};
use mikrolaan_engine::quantity::{Money, Month, Rate};
use mikrolaan_engine::rulebook::{FigureId, Rulebook};
use mikrolaan_engine::simulation::{
    AfterClosure, KeyFigures, MonthRow, NoteId, Phase, Repayment, Simulation, SubsidyModel,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;

use crate::support::{random, random_case, read};

/// How many cases each property is tried on.
const CASES: u32 = 300;

fn simulations(case: &Case) -> Vec<Simulation> {
    let rulebook = Rulebook::embedded();
    let simulated = (0..case.scenarios.len()).map(|index| case.simulate(&rulebook, index));
    simulated.collect::<Result<_, _>>().expect("every valid case can be worked out")
}

/// Both cases worked out, scenario by scenario and month by month.
fn pairs<'r>(one: &'r [Simulation], other: &'r [Simulation]) -> impl Iterator<Item = (&'r MonthRow, &'r MonthRow)> {
    one.iter().zip(other).flat_map(|(one, other)| one.months.iter().zip(&other.months))
}

/// The case with every scenario changed.
fn with(case: &Case, change: impl Fn(&mut mikrolaan_engine::simulation::Scenario)) -> Case {
    let mut changed = case.clone();
    changed.scenarios.iter_mut().for_each(change);
    changed
}

proptest! {
    #![proptest_config(random(CASES))]

    /// 1: what a purse or a debt ends with is what it begins the next month with.
    #[test]
    fn closing_is_the_next_opening(case in random_case::case()) {
        let case = read(&case);
        for (scenario, simulation) in case.scenarios.iter().zip(simulations(&case)) {
            let months = &simulation.months;
            prop_assert_eq!(months.len(), scenario.months as usize);
            let first = &months[0];
            prop_assert_eq!(first.household.opening, scenario.household.savings);
            prop_assert_eq!(first.business.opening, Money::ZERO);
            for (before, after) in months.iter().zip(&months[1..]) {
                prop_assert_eq!(after.month, before.month.plus(1));
                prop_assert_eq!(after.household.opening, before.household.closing);
                prop_assert_eq!(after.business.opening, before.business.closing);
                if Some(after.month) != simulation.key_figures.business_start {
                    prop_assert_eq!(after.loan.opening, before.loan.outstanding);
                }
            }
        }
    }

    /// 2: nothing is created and nothing is lost.
    #[test]
    fn every_month_balances(case in random_case::case()) {
        for simulation in simulations(&read(&case)) {
            let start = simulation.key_figures.business_start;
            for month in &simulation.months {
                balances(month, start)?;
            }
        }
    }

    /// 3: without interest, what is paid back is what was borrowed, to the øre.
    #[test]
    fn instalments_sum_to_the_principal(case in random_case::case()) {
        let case = with(&read(&case), |scenario| {
            if let Some(loan) = &mut scenario.loan {
                loan.annual_rate = Rate::ZERO;
            }
        });
        for simulation in simulations(&case) {
            let Some(loan) = simulation.key_figures.loan else { continue };
            prop_assert_eq!(loan.total_interest, Money::ZERO);
            prop_assert_eq!(loan.total_repaid + loan.outstanding_end, loan.payout);
            if loan.repaid_in.is_some() {
                prop_assert_eq!(loan.total_repaid, loan.payout);
            }
        }
    }

    /// 3: a level payment repays the debt within its term, and with no instalment too small for that.
    #[test]
    fn a_level_payment_ends_within_its_term(case in random_case::case()) {
        let case = read(&case);
        for (scenario, simulation) in case.scenarios.iter().zip(simulations(&case)) {
            let (Some(loan), Some(opens)) = (&scenario.loan, simulation.key_figures.business_start) else { continue };
            let Repayment::Term(term) = loan.repayment else { continue };
            let first_due = opens.plus(loan.first_instalment_after_months.cast_signed());
            let due = simulation.months.iter().filter(|month| month.month >= first_due && !month.loan.paused);
            let due: Vec<&MonthRow> = due.collect();
            let Some(first) = due.first() else { continue };
            let level = first.loan.instalment.oere();
            prop_assert!(level * i64::from(term) >= first.loan.opening.oere(), "{first:?}");
            for (number, month) in (1..).zip(&due) {
                prop_assert!(number < term || month.loan.outstanding.is_zero(), "{month:?}");
            }
        }
    }

    /// 4: nothing that cannot be negative is.
    #[test]
    fn lines_keep_within_their_bounds(case in random_case::case()) {
        let case = read(&case);
        let without_jobs = simulations(&with(&case, |scenario| scenario.small_jobs.clear()));
        let full = simulations(&with(&case, |scenario| scenario.subsidy.model = SubsidyModel::Full));
        let found = simulations(&case);
        for month in found.iter().flat_map(|simulation| &simulation.months) {
            let (household, loan) = (&month.household, &month.loan);
            let am = household.job_pay - household.atp;
            let earnings = am - am.times(Rate::from_millionths(80_000)).round();
            let never_negative = [
                earnings, household.tax, household.subsidy, household.benefit, household.draw, household.atp,
                household.job_pay, household.living_costs, household.instalment, loan.interest, loan.instalment,
                loan.outstanding, month.business.revenue, month.business.variable_costs,
            ];
            for amount in never_negative {
                prop_assert!(!amount.is_negative(), "{amount} in {month:?}");
            }
            prop_assert!(household.atp <= household.job_pay);
        }
        // Earnings only ever lower a benefit: without a job it is the base.
        for (month, base) in pairs(&found, &without_jobs) {
            prop_assert!(month.household.benefit <= base.household.benefit, "{month:?}");
        }
        // The full subsidy is the base of the need-based one.
        for (month, base) in pairs(&found, &full) {
            prop_assert!(month.household.subsidy <= base.household.subsidy, "{month:?}");
        }
    }

    /// 5: a figure is listed as used exactly when its value can matter: without it the scenario cannot
    /// be worked out, and without any other the result is the same.
    #[test]
    fn the_figures_used_are_the_figures_needed(case in random_case::case()) {
        let case = read(&case);
        for (index, whole) in simulations(&case).iter().enumerate() {
            let used: BTreeSet<FigureId> = whole.figures_used.iter().map(|used| used.figure).collect();
            for &figure in FigureId::ALL {
                let cut = Rulebook::embedded().without_before(figure, month(9999, 12));
                match case.simulate(&cut, index) {
                    Ok(result) => {
                        prop_assert!(!used.contains(&figure), "{} is used for nothing", figure.id());
                        prop_assert_eq!(&result, whole);
                    }
                    Err(problems) => {
                        // What a benefit could be with another answer is looked up, too, and enters nothing.
                        let is_rate = ["kth_", "udh_", "ny_"].iter().any(|kind| figure.id().starts_with(kind));
                        let of_range = is_rate && case.scenarios[index].benefit.is_none();
                        prop_assert!(of_range || used.contains(&figure), "{} is used unsaid", figure.id());
                        prop_assert_eq!(problems[0].code(), ErrorCode::NotCovered);
                        prop_assert!(problems[0].problem(0).message.contains(figure.id()));
                    }
                }
            }
        }
    }

    /// 5: a figure whose last known value was carried forward is said to be, from a month after that value's
    /// period; one that was not, is not.
    #[test]
    fn carried_figures_are_said_to_be_carried(case in random_case::case()) {
        for simulation in simulations(&read(&case)) {
            let (first, last) = (simulation.months[0].month, simulation.months[simulation.months.len() - 1].month);
            for note in simulation.notes.iter().filter(|note| note.note == NoteId::RatesCarried) {
                let (figure, from) = (note.figure.expect("a figure"), note.from.expect("a month"));
                let used = simulation.figures_used.iter().rfind(|used| used.figure == figure).expect("it was used");
                prop_assert!(used.period.to().is_some_and(|to| from > to), "{} is in force", figure.id());
                prop_assert!(first <= from && from <= last);
            }
            // A period that ends before the scenario begins can only have been carried into it.
            for used in simulation.figures_used.iter().filter(|used| used.period.to().is_some_and(|to| to < first)) {
                let noted = simulation.notes.iter().any(|note| note.figure == Some(used.figure));
                prop_assert!(noted, "{} is carried unsaid", used.figure.id());
            }
            prop_assert!(simulation.figures_used.iter().all(|used| used.period.from() <= last));
        }
    }

    /// 6: the same case and the same rulebook give the same bytes, whatever the order of the keys.
    #[test]
    fn the_same_case_gives_the_same_bytes(case in random_case::case()) {
        let text = case.to_string();
        for command in [Command::Simulate, Command::Screen] {
            let once = run(command, Options::default(), text.as_bytes());
            prop_assert!(once.is_ok());
            prop_assert_eq!(&once, &run(command, Options::default(), text.as_bytes()));
            prop_assert_eq!(&once, &run(command, Options::default(), reversed(&case).as_bytes()));
        }
    }

    /// 7: a line that does not apply is zero.
    #[test]
    fn lines_that_do_not_apply_are_zero(case in random_case::case()) {
        let case = read(&case);
        for (scenario, simulation) in case.scenarios.iter().zip(simulations(&case)) {
            for month in &simulation.months {
                nothing_where_nothing_applies(month, simulation.key_figures.business_start)?;
                if month.phase == Phase::Closed && scenario.after_closure == AfterClosure::Nothing {
                    prop_assert_eq!(month.household.benefit, Money::ZERO);
                    prop_assert!(!month.loan.paused);
                }
            }
        }
    }

    /// 7: and never absent: every month has the same keys, and every amount is one.
    #[test]
    fn every_line_is_always_there(case in random_case::case()) {
        let text = run(Command::Simulate, Options::default(), case.to_string().as_bytes()).expect("a result");
        let result: Value = serde_json::from_str(&text).expect("JSON");
        let months: Vec<&Value> = result["scenarios"].as_array().into_iter().flatten()
            .flat_map(|scenario| scenario["months"].as_array().into_iter().flatten()).collect();
        let keys = key_paths(months[0]);
        prop_assert_eq!(keys.len(), 2 + 13 + 15 + 5 + 1);
        for month in months {
            prop_assert_eq!(&key_paths(month), &keys);
            for purse in ["household", "business"] {
                for amount in month[purse].as_object().expect("a purse").values() {
                    prop_assert!(is_amount(amount), "{amount}");
                }
            }
        }
    }

    /// 8: more living costs never raise a household balance; more savings never lower one.
    #[test]
    fn more_costs_never_help_and_more_savings_never_hurt(case in random_case::case(), more in 1_i64..=2_000_000) {
        let (case, more) = (read(&case), Money::from_oere(more));
        let found = simulations(&case);
        let dearer = simulations(&with(&case, |scenario| scenario.household.living_costs += more));
        let richer = simulations(&with(&case, |scenario| scenario.household.savings += more));
        for (month, dearer) in pairs(&found, &dearer) {
            prop_assert!(dearer.household.closing <= month.household.closing);
            prop_assert_eq!(dearer.business, month.business);
        }
        for (month, richer) in pairs(&found, &richer) {
            prop_assert!(richer.household.closing >= month.household.closing);
        }
    }

    /// The key figures are those of the months.
    #[test]
    fn key_figures_follow_from_the_months(case in random_case::case()) {
        for simulation in simulations(&read(&case)) {
            let (months, key) = (&simulation.months, &simulation.key_figures);
            let lowest = key.lowest_household.expect("a month");
            prop_assert!(months.iter().all(|row| row.household.closing >= lowest.balance));
            prop_assert!(months.iter().all(|row| row.month >= lowest.month || row.household.closing > lowest.balance));
            let below = |row: &&MonthRow| row.household.closing.is_negative() || row.business.closing.is_negative();
            prop_assert_eq!(key.first_shortfall.map(|found| found.month), months.iter().find(below).map(|row| row.month));
            prop_assert_eq!(key.totals.draw, months.iter().map(|row| row.business.draw).sum::<Money>());
            prop_assert_eq!(key.totals.tax, months.iter().map(|row| row.household.tax).sum::<Money>());
            if let Some(from) = key.self_supporting_from {
                prop_assert!(months.iter().filter(|row| row.month >= from).count() >= 3);
                prop_assert!(months.iter().filter(|row| row.month >= from).all(|row| row.self_supporting));
            }
            prop_assert!(months.iter().all(|row| !(row.self_supporting && row.household.has_public_support())));
            prop_assert!(months.iter().all(|row| !(row.self_supporting && row.household.living_costs.is_zero())));
            managing_follows_from_the_months(months, key)?;
        }
    }

    /// The amounts stay far from where addition would stop being exact.
    #[test]
    fn amounts_stay_far_from_the_edge(case in random_case::case()) {
        for month in simulations(&read(&case)).iter().flat_map(|simulation| &simulation.months) {
            prop_assert!(largest(month) < FAR_FROM_THE_EDGE, "{month:?}");
        }
    }
}

/// What may be said to comfort holds in every month it speaks of, and what is missing is how far the account is
/// below zero.
fn managing_follows_from_the_months(months: &[MonthRow], key: &KeyFigures) -> TestCaseResult {
    let manages = |row: &MonthRow| {
        row.self_supporting && !row.household.closing.is_negative() && !row.business.closing.is_negative()
    };
    match key.manages_from {
        Some(from) => {
            let then_on: Vec<&MonthRow> = months.iter().filter(|row| row.month >= from).collect();
            prop_assert!(then_on.len() >= 3 && then_on.iter().all(|row| manages(row)));
            prop_assert!(key.self_supporting_from.is_some_and(|first| first <= from));
        }
        None => prop_assert!(
            months.len() < 3
                || !months.iter().rev().take(3).all(manages)
                || months.iter().rev().take(3).any(|row| matches!(row.phase, Phase::Course | Phase::Waiting))
        ),
    }
    let short = months.iter().find(|row| row.household.closing.is_negative());
    let before = short.map(|row| row.month.plus(-1)).filter(|&month| month >= months[0].month);
    prop_assert_eq!(key.lasts_until, before);
    let deepest = months.iter().map(|row| -row.household.closing).max().unwrap_or_default().max(Money::ZERO);
    prop_assert_eq!(key.deepest_shortfall, deepest);
    Ok(())
}

/// 10¹⁴ øre, ninety thousand times below the largest amount.
const FAR_FROM_THE_EDGE: i64 = 100_000_000_000_000;

fn month(year: i32, number: u32) -> Month {
    Month::new(year, number).expect("a month")
}

fn balances(month: &MonthRow, opening_month: Option<Month>) -> TestCaseResult {
    let (household, business, loan) = (&month.household, &month.business, &month.loan);
    let before = if opening_month == Some(month.month) { Money::ZERO } else { loan.opening };
    let change =
        household.closing - household.opening + business.closing - business.opening - (loan.outstanding - before);
    let flows = household.benefit + household.subsidy + household.job_pay - household.atp
        + household.other_income
        + business.surplus
        - business.setup_costs
        - business.account_setup
        - business.loan_fee
        - household.tax
        - household.living_costs
        - loan.interest;
    prop_assert_eq!(change, flows, "{:?}", month);

    let surplus = business.revenue - business.variable_costs - business.fixed_costs - business.account_fee;
    prop_assert_eq!(business.surplus, surplus);
    prop_assert_eq!(loan.outstanding, loan.opening + loan.interest - loan.instalment);
    prop_assert_eq!(household.instalment + business.instalment, loan.instalment);
    prop_assert_eq!(household.draw, business.draw);
    prop_assert_eq!(household.wound_up, business.wound_up);
    prop_assert_eq!(household.own_contribution, business.own_contribution);
    let business_closing = business.opening + business.own_contribution + business.payout + business.surplus
        - business.loan_fee
        - business.setup_costs
        - business.account_setup
        - business.instalment
        - business.draw
        - business.wound_up;
    prop_assert_eq!(business.closing, business_closing);
    Ok(())
}

fn nothing_where_nothing_applies(month: &MonthRow, opens: Option<Month>) -> TestCaseResult {
    let (household, business, loan) = (&month.household, &month.business, &month.loan);
    let is_open = month.phase != Phase::Closed && opens.is_some_and(|opens| month.month >= opens);
    if !is_open {
        let lines = [
            business.own_contribution,
            business.payout,
            business.loan_fee,
            business.setup_costs,
            business.account_setup,
            business.revenue,
            business.variable_costs,
            business.fixed_costs,
            business.account_fee,
            business.surplus,
            business.instalment,
            business.draw,
            business.closing,
        ];
        prop_assert!(lines.iter().all(|line| line.is_zero()), "{:?}", business);
    }
    if opens.is_none_or(|opens| month.month < opens) {
        prop_assert_eq!(*loan, Default::default());
        prop_assert_eq!(*business, Default::default());
    }
    if opens.is_some_and(|opens| month.month > opens) {
        let once = [
            business.payout,
            business.loan_fee,
            business.setup_costs,
            business.account_setup,
            business.own_contribution,
        ];
        prop_assert!(once.iter().all(|line| line.is_zero()), "{:?}", business);
    }
    match month.phase {
        Phase::Course | Phase::Waiting | Phase::Benefit => prop_assert_eq!(household.subsidy, Money::ZERO),
        Phase::Supported => prop_assert_eq!(household.benefit, Money::ZERO),
        Phase::OnOwn => prop_assert!(!household.has_public_support()),
        Phase::Closed => prop_assert_eq!(household.subsidy, Money::ZERO),
    }
    if month.phase != Phase::Closed {
        prop_assert_eq!(household.wound_up, Money::ZERO);
        prop_assert!(!loan.paused);
        prop_assert_eq!(household.instalment, Money::ZERO);
    }
    if loan.paused {
        prop_assert!(loan.interest.is_zero() && loan.instalment.is_zero() && loan.opening.is_positive());
    }
    Ok(())
}

/// The case with the keys of every object in the opposite order.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .rev()
                .map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), reversed(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(reversed).collect::<Vec<_>>().join(",")),
        leaf => leaf.to_string(),
    }
}

fn key_paths(month: &Value) -> Vec<String> {
    let members = month.as_object().expect("a month");
    members
        .iter()
        .flat_map(|(key, value)| match value.as_object() {
            Some(lines) => lines.keys().map(|line| format!("{key}.{line}")).collect(),
            None => vec![key.clone()],
        })
        .collect()
}

/// A string with exactly two decimals.
fn is_amount(value: &Value) -> bool {
    let Some((kroner, oere)) = value.as_str().and_then(|text| text.split_once('.')) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(kroner.strip_prefix('-').unwrap_or(kroner)) && digits(oere) && oere.len() == 2
}

fn largest(month: &MonthRow) -> i64 {
    let (household, business, loan) = (&month.household, &month.business, &month.loan);
    let amounts = [
        household.opening,
        household.closing,
        household.wound_up,
        household.tax,
        household.instalment,
        business.opening,
        business.closing,
        business.revenue,
        business.surplus,
        business.draw,
        loan.outstanding,
        loan.interest,
    ];
    amounts.iter().map(|amount| amount.oere().saturating_abs()).max().unwrap_or(0)
}

/// Every bound of the format at its end at once, ten years of it: the debt at 100 % a year grows most.
#[test]
fn the_extremes_of_the_format_stay_far_from_the_edge() {
    let scenario = |repayment: &str, revenue: &str, costs: &str| {
        format!(
            r#"{{"start":"2027-01","months":120,"course_months":0,"account_wait_months":0,
            "household":{{"savings":10000000,"living_costs":{costs},"other_income":10000000}},
            "benefit":{{"monthly":10000000}},"subsidy":{{"months":24,"model":"full","monthly":10000000}},
            "loan":{{"principal":10000000,"annual_rate":"1","fee":10000000,"first_instalment_after_months":60,"repayment":{repayment}}},
            "business":{{"own_contribution":10000000,"setup_costs":[{}],"revenue":{{"first_month":{revenue},"full_month":{revenue}}},
            "seasonality":["10","10","10","10","10","10","10","10","10","10","10","10"],"fixed_costs":{costs},
            "account_fee":{costs},"account_setup":10000000,"buffer":0}},
            "small_jobs":[{}],"tax":{{"municipal_rate":"0.40","church_rate":"0.40"}}}}"#,
            vec![r#"{"label":"x","amount":10000000}"#; 40].join(","),
            [r#"{"from":"2027-01","hours_per_week":60,"hourly_wage":2000}"#; 6].join(","),
        )
    };
    let mut worst = 0;
    for repayment in
        [r#"{"instalment":"0.01"}"#, r#"{"term_months":1}"#, r#"{"term_months":360}"#, r#"{"instalment":10000000}"#]
    {
        for (revenue, costs) in [("10000000", "0"), ("0", "10000000"), ("10000000", "10000000")] {
            let scenario = scenario(repayment, revenue, costs);
            let case = format!(r#"{{"format":"mikrolaan-case/1","as_of":"2026-11","scenarios":[{scenario}]}}"#);
            let case = parse_whole(case.as_bytes()).expect("a valid case");
            let months = simulations(&case).remove(0).months;
            worst = months.iter().map(largest).fold(worst, i64::max);
        }
    }
    println!("the largest amount at the extremes of the format: {} kr.", Money::from_oere(worst));
    assert!(worst > 1_000_000_000_000, "the extremes are reached");
    assert!(worst < FAR_FROM_THE_EDGE);
}
