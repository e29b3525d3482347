//! Variants of a plan, each with its figures.

use mikrolaan_engine::case::{Case, parse_whole};
use mikrolaan_engine::insight::goal_seek::{Goal, holds};
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Money, Month, WeeklyHours};
use mikrolaan_engine::rulebook::{FigureStatus, Rulebook, figure};
use mikrolaan_engine::simulation::{AfterClosure, NoteId, Phase, Scenario, Simulation, Vat, vat_costs};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{random_case, read, unmarked, written_scenario::written};

/// Course 3, waiting 1: opens in 2027-05; subsidy 6: on one's own from 2027-11; to 2028-12.
pub(super) fn document() -> Value {
    json!({ "format": "mikrolaan-case/1", "as_of": "2026-11", "answers": { "business_account": "none" }, "scenarios": [{
        "start": "2027-01", "months": 24, "benefit": { "profile": { "age": 34, "single": true } },
        "household": { "savings": "6000", "living_costs": "14800", "other_income": "0" },
        "loan": { "principal": "45000", "repayment": { "instalment": "750" } },
        "business": {
            "setup_costs": [{ "label": "Inventar", "amount": "22000" }],
            "revenue": { "first_month": "5000", "full_month": "20000", "ramp_months": 9 },
            "variable_cost_share": "0.2", "fixed_costs": "4500", "buffer": "3000",
        },
        "small_jobs": [
            { "from": "2027-03", "until": "2027-04", "hours_per_week": "6", "hourly_wage": "139" },
            { "from": "2027-09", "until": null, "hours_per_week": "8", "hourly_wage": "150" },
        ],
        "tax": { "mode": "none" },
    }] })
}

pub(super) fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

fn made(document: &Value, variant: Variant) -> Option<Scenario> {
    read(document).variant(&Rulebook::embedded(), 0, variant)
}

pub(super) fn simulated(case: &Case, scenario: Scenario) -> Simulation {
    let case = Case { scenarios: vec![scenario], ..case.clone() };
    case.simulate(&Rulebook::embedded(), 0).expect("a variant can be worked out")
}

/// The plan and its variant, worked out.
fn both(variant: Variant) -> (Simulation, Simulation) {
    let case = read(&document());
    let scenario = case.variant(&Rulebook::embedded(), 0, variant).expect("it applies");
    (simulated(&case, case.scenarios[0].clone()), simulated(&case, scenario))
}

/// The plan with one path changed.
pub(super) fn changed(path: &str, value: Value) -> Value {
    let mut document = document();
    *document.pointer_mut(&format!("/scenarios/0{path}")).unwrap_or_else(|| panic!("{path}")) = value;
    document
}

pub(super) fn row<'s>(simulation: &'s Simulation, at: &str) -> &'s mikrolaan_engine::simulation::MonthRow {
    simulation.months.iter().find(|row| row.month == month(at)).expect("a month of the plan")
}

pub(super) fn kroner(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

#[test]
fn without_a_small_job_there_is_no_pay() {
    let (base, without) = both(Variant::WithoutSmallJob);
    // 8 × 52/12 × 150 = 5,200 a month from 2027-09, 6 × 52/12 × 139 = 3,614 for two months.
    assert_eq!(base.key_figures.totals.job_pay, kroner(16 * 5_200 + 2 * 3_614));
    assert_eq!(without.key_figures.totals.job_pay, Money::ZERO);
    assert_eq!(made(&changed("/small_jobs", json!([])), Variant::WithoutSmallJob), None);
    let nothing = json!([
        { "from": "2027-11", "until": null, "hours_per_week": "0", "hourly_wage": "145" },
        { "from": "2029-01", "until": null, "hours_per_week": "8", "hourly_wage": "145" },
    ]);
    assert_eq!(made(&changed("/small_jobs", nothing), Variant::WithoutSmallJob), None, "no hours, and after the end");
}

#[test]
fn more_hours_come_on_top_of_the_plan_the_day_the_support_ends() {
    for (variant, hours, pay) in
        [(Variant::SmallJob5, 500, 3_250), (Variant::SmallJob10, 1_000, 6_500), (Variant::SmallJob15, 1_500, 9_750)]
    {
        let plan = read(&document()).scenarios[0].small_jobs.clone();
        let jobs = made(&document(), variant).expect("it applies").small_jobs;
        assert_eq!((&jobs[..2], jobs.len()), (&plan[..], 3), "the plan's jobs stay as they are");
        let job = &jobs[2];
        assert_eq!(
            (job.from, job.until, job.hours_per_week),
            (month("2027-11"), None, WeeklyHours::from_hundredths(hours))
        );
        assert_eq!(job.hourly_wage, kroner(150), "the wage of the job it comes on top of");
        let (base, with) = both(variant);
        assert_eq!(row(&with, "2027-10").household, row(&base, "2027-10").household);
        assert_eq!(row(&with, "2027-11").household.job_pay, kroner(5_200 + pay));
        let lowest = |simulation: &Simulation| simulation.key_figures.lowest_household.map(|low| low.balance);
        assert!(lowest(&with) >= lowest(&base), "more hours are never less money here");
    }
}

#[test]
fn a_planned_job_that_begins_later_stays_and_lends_its_wage() {
    let later = json!([{ "from": "2028-01", "until": null, "hours_per_week": "8", "hourly_wage": "160" }]);
    let jobs = made(&changed("/small_jobs", later), Variant::SmallJob5).expect("it applies").small_jobs;
    assert_eq!((jobs.len(), jobs[0].from), (2, month("2028-01")));
    assert_eq!((jobs[1].from, jobs[1].hourly_wage), (month("2027-11"), kroner(160)));
    // Without a planned job: the usual wage of the rulebook.
    let jobs = made(&changed("/small_jobs", json!([])), Variant::SmallJob5).expect("it applies").small_jobs;
    assert_eq!(jobs[0].hourly_wage, kroner(145));
}

#[test]
fn nobody_works_more_than_full_time() {
    let hours = |hours: &str, variant: Variant| {
        let job = json!([{ "from": "2027-09", "until": null, "hours_per_week": hours, "hourly_wage": "150" }]);
        made(&changed("/small_jobs", job), variant)
    };
    assert!(hours("32", Variant::SmallJob5).is_some() && hours("32.5", Variant::SmallJob5).is_none());
    assert!(hours("27", Variant::SmallJob10).is_some() && hours("27.5", Variant::SmallJob10).is_none());
}

/// The hours of the small job that `enough_job` adds, and what the plan then comes to.
fn enough(document: &Value) -> Option<(i64, Simulation)> {
    let scenario = made(document, Variant::EnoughJob)?;
    let hours = scenario.small_jobs.last().expect("a job").hours_per_week.hundredths();
    Some((hours, simulated(&read(document), scenario)))
}

/// The plan with so many hours more from the end of the support, as `enough_job` adds them.
fn with_hours(document: &Value, hundredths: i64) -> Simulation {
    let mut scenario = made(document, Variant::SmallJob5).expect("it applies");
    scenario.small_jobs.last_mut().expect("a job").hours_per_week = WeeklyHours::from_hundredths(hundredths);
    simulated(&read(document), scenario)
}

#[test]
fn the_job_that_is_enough_has_the_fewest_hours_that_are() {
    let mut document = changed("/household/savings", json!("20000"));
    document["scenarios"][0]["small_jobs"] = json!([]);
    let (hours, with) = enough(&document).expect("the plan is short");
    assert!(holds(Goal::EnoughEveryMonth, &with), "{hours}");
    assert!(with.months.iter().all(|row| !row.is_short()));
    assert!((1..=3_700).contains(&hours), "{hours}");
    assert!(!holds(Goal::EnoughEveryMonth, &with_hours(&document, hours - 50)), "half an hour less is not enough");
    document["scenarios"][0]["household"]["living_costs"] = json!("5000");
    assert!(enough(&document).is_none(), "the plan has enough");
}

#[test]
fn where_no_hours_are_enough_it_has_those_that_help_most() {
    // Short by far: every hour helps, and all 29 that are left of a full-time week are not enough.
    let (hours, with) = enough(&changed("/household/living_costs", json!("60000"))).expect("it helps");
    assert_eq!(hours, 2_900);
    assert!(!holds(Goal::EnoughEveryMonth, &with));
    // Short before the support ends by more than afterwards, and enough again with a job: the deepest stays.
    let mut early = changed("/household/living_costs", json!("14000"));
    early["scenarios"][0]["business"]["own_contribution"] = json!("20000");
    let base = simulated(&read(&early), read(&early).scenarios[0].clone());
    let (_, with) = enough(&early).expect("it helps");
    let below = |simulation: &Simulation| simulation.key_figures.deepest_shortfall;
    assert!(below(&with) <= below(&base) && below(&with) > Money::ZERO);
    for hours in (0..=2_900).step_by(50) {
        assert!(below(&with_hours(&early, hours)) >= below(&with), "{hours}");
    }
}

#[test]
fn a_small_job_that_does_not_fit_is_none() {
    assert_eq!(made(&changed("/months", json!(10)), Variant::SmallJob5), None, "the support lasts to the end");
    assert!(made(&changed("/months", json!(11)), Variant::SmallJob5).is_some());
    let mut without_business = changed("/business", Value::Null);
    without_business["scenarios"][0]["loan"] = Value::Null;
    assert_eq!(made(&without_business, Variant::SmallJob5), None);
    let six = vec![json!({ "from": "2027-03", "until": "2027-04", "hours_per_week": "6", "hourly_wage": "139" }); 6];
    assert_eq!(made(&changed("/small_jobs", json!(six)), Variant::SmallJob5), None, "a seventh is not allowed");
}

#[test]
fn a_fifth_more_or_less_is_sold() {
    for (variant, first, full) in [(Variant::Cautious, 4_000, 16_000), (Variant::Good, 6_000, 24_000)] {
        let (_, with) = both(variant);
        assert_eq!(row(&with, "2027-05").business.revenue, kroner(first));
        assert_eq!(row(&with, "2028-01").business.revenue, kroner(full));
    }
    assert_eq!(
        made(&changed("/business/revenue/full_month", json!("9000000")), Variant::Good),
        None,
        "above the bound"
    );
    assert!(made(&changed("/business/revenue/full_month", json!("9000000")), Variant::Cautious).is_some());
    let nothing = changed("/business/revenue", json!({ "first_month": "0", "full_month": "0" }));
    assert_eq!(made(&nothing, Variant::Cautious), None, "it would be the plan itself");
}

#[test]
fn the_account_takes_four_months_longer() {
    let (base, with) = both(Variant::AccountLater);
    assert_eq!(
        (base.key_figures.business_start, with.key_figures.business_start),
        (Some(month("2027-05")), Some(month("2027-09")))
    );
    assert_eq!(row(&with, "2027-08").phase, Phase::Waiting);
    let wait = |months: u32| {
        let mut document = document();
        document["scenarios"][0]["account_wait_months"] = json!(months);
        made(&document, Variant::AccountLater).map(|scenario| scenario.account_wait_months)
    };
    assert_eq!((wait(8), wait(9)), (Some(12), None));
}

#[test]
fn what_the_plan_has_from_the_opening_on_comes_as_much_later() {
    let mut document = document();
    document["scenarios"][0]["business"]["closes"] = json!("2028-06");
    document["scenarios"][0]["small_jobs"][1]["until"] = json!("2028-02");
    let later = made(&document, Variant::AccountLater).expect("it applies");
    let until: Vec<_> = later.small_jobs.iter().map(|job| (job.from, job.until)).collect();
    assert_eq!(
        until,
        [(month("2027-03"), Some(month("2027-04"))), (month("2028-01"), Some(month("2028-06")))],
        "a job before the opening stays, one after it moves"
    );
    assert_eq!(later.business.and_then(|business| business.closes), Some(month("2028-10")));
    // From before the opening to after it: it begins when it did, and ends as long after.
    document["scenarios"][0]["small_jobs"][0]["until"] = json!("2027-05");
    let later = made(&document, Variant::AccountLater).expect("it applies");
    assert_eq!((later.small_jobs[0].from, later.small_jobs[0].until), (month("2027-03"), Some(month("2027-09"))));
    assert_eq!(made(&changed("/months", json!(10)), Variant::AccountLater), None, "no month on one's own to compare");
    let last = changed("/small_jobs/1/until", json!("2099-12"));
    assert_eq!(made(&last, Variant::AccountLater), None, "later than a case allows");
}

#[test]
fn the_support_lasts_three_months_less() {
    let (base, with) = both(Variant::ShortSupport);
    assert_eq!(
        (base.key_figures.support_ends, with.key_figures.support_ends),
        (Some(month("2027-10")), Some(month("2027-07")))
    );
    assert_eq!(row(&with, "2027-08").phase, Phase::OnOwn);
    let months = |months: u32| {
        let mut document = document();
        document["scenarios"][0]["subsidy"] = json!({ "months": months });
        made(&document, Variant::ShortSupport).map(|scenario| scenario.subsidy.months)
    };
    assert_eq!([2, 3, 4, 9].map(months), [None, None, Some(1), Some(6)]);
    assert_eq!(made(&changed("/months", json!(10)), Variant::ShortSupport), None, "no month on one's own to compare");
}

#[test]
fn without_a_business_nothing_of_one_can_vary() {
    let mut document = document();
    let scenario = document["scenarios"][0].as_object_mut().expect("a scenario");
    scenario.remove("business");
    scenario.remove("loan");
    let of_a_business =
        [Variant::Cautious, Variant::Good, Variant::AccountLater, Variant::ShortSupport, Variant::Closes];
    for variant in of_a_business {
        assert_eq!(made(&document, variant), None, "{}", variant.id());
    }
}

#[test]
fn the_business_closes_after_nine_months_and_the_loan_rests() {
    let (_, with) = both(Variant::Closes);
    assert_eq!(with.months.iter().filter(|row| [Phase::Supported, Phase::OnOwn].contains(&row.phase)).count(), 9);
    let closed = row(&with, "2028-02");
    assert_eq!((row(&with, "2028-01").phase, closed.phase), (Phase::OnOwn, Phase::Closed));
    assert!(closed.loan.paused && closed.household.benefit.is_positive());
    // Nine months from 2027-05, the first instalment after six: three were paid.
    assert_eq!(with.key_figures.loan.map(|loan| loan.outstanding_end), Some(kroner(45_000 - 3 * 750)));
    let mut nothing = document();
    nothing["scenarios"][0]["business"]["closes"] = json!("2028-03");
    nothing["scenarios"][0]["after_closure"] = json!("nothing");
    assert_eq!(made(&nothing, Variant::Closes).map(|scenario| scenario.after_closure), Some(AfterClosure::Benefit));
    nothing["scenarios"][0]["business"]["closes"] = json!("2028-02");
    assert_eq!(made(&nothing, Variant::Closes), None, "the plan closes no later");
    assert_eq!(made(&changed("/months", json!(13)), Variant::Closes), None, "not within the horizon");
    assert!(made(&changed("/months", json!(14)), Variant::Closes).is_some());
}

#[test]
fn an_ordinary_job_is_paid_by_an_agreement() {
    let (_, with) = both(Variant::OrdinaryJob);
    // 37 × 52/12 × 143.35
    assert_eq!(row(&with, "2027-01").household.job_pay, Money::from_oere(2_298_378));
    // E = (22,983.78 − 99) × 0.92 = 21,054.00: so little is left below the ceiling of 22,041.
    assert_eq!(row(&with, "2027-01").household.benefit, kroner(987));
    assert_eq!((with.key_figures.business_start, with.key_figures.loan), (None, None));
    assert!(with.notes.iter().all(|note| note.note != NoteId::Ignored), "{:?}", with.notes);
    let found = figure::OVERENSKOMST_MINIMALLOEN.at(&Rulebook::embedded(), month("2027-01")).expect("a wage");
    assert_eq!(found.period.status, FigureStatus::Published);
    // Before the agreement is known: the usual wage, an assumption.
    let earlier = made(&changed("/start", json!("2020-01")), Variant::OrdinaryJob).expect("it applies");
    assert_eq!(earlier.small_jobs[0].hourly_wage, kroner(130));
}

#[test]
fn staying_on_benefit_leaves_nothing_else() {
    let (_, with) = both(Variant::StayOnBenefit);
    // 13,060 and 1,141 for somebody who lives alone.
    assert!(with.months.iter().all(|row| row.household.benefit == kroner(14_201) && row.phase == Phase::Benefit));
    assert_eq!((with.key_figures.totals.job_pay, with.key_figures.loan), (Money::ZERO, None));
    assert!(with.notes.iter().all(|note| note.note != NoteId::Ignored), "{:?}", with.notes);
    let mut again = document();
    again["scenarios"][0] = written(&made(&document(), Variant::StayOnBenefit).expect("it applies"));
    assert_eq!(made(&again, Variant::StayOnBenefit), None, "it is the plan itself");
    let nobody = changed("/benefit", json!({ "monthly": "0" }));
    assert_eq!(made(&nobody, Variant::StayOnBenefit), None, "there is no benefit to stay on");
    assert!(made(&changed("/benefit", json!({ "monthly": "1" })), Variant::StayOnBenefit).is_some());
}

#[test]
fn without_a_business_nothing_is_left_that_has_no_effect() {
    let mut document = document();
    let plan = &mut document["scenarios"][0];
    (plan["course_months"], plan["account_wait_months"]) = (json!(5), json!(4));
    (plan["subsidy"], plan["after_closure"]) = (json!({ "months": 3 }), json!("nothing"));
    let case = read(&document);
    for variant in [Variant::OrdinaryJob, Variant::StayOnBenefit] {
        let scenario = case.variant(&Rulebook::embedded(), 0, variant).expect("it applies");
        let ignored: Vec<_> =
            simulated(&case, scenario).notes.into_iter().filter(|n| n.note == NoteId::Ignored).collect();
        assert!(ignored.is_empty(), "{}: {ignored:?}", variant.id());
    }
}

#[test]
fn vat_is_taken_out_of_the_price_only_where_the_limit_is_passed_before_an_open_month() {
    let sells = |kroner: i64| {
        let amount = kroner.to_string();
        changed("/business/revenue", json!({ "first_month": amount, "full_month": amount }))
    };
    // Open from 2027-05 to the end of the year: eight months of 4,000 are 32,000, and twelve of the next 48,000.
    assert_eq!(made(&sells(4_000), Variant::VatAbsorbed), None, "the limit is never passed");
    let made_of = made(&sells(20_000), Variant::VatAbsorbed).expect("it applies");
    assert_eq!(made_of.business.as_ref().map(|business| business.vat), Some(Vat::Absorbed));
    let case = read(&sells(20_000));
    let [base, with] = [case.scenarios[0].clone(), made_of].map(|scenario| simulated(&case, scenario));
    let passed = base.key_figures.turnover_over_vat_threshold.expect("passed");
    assert_eq!(with.key_figures.turnover_over_vat_threshold, Some(passed), "the limit is held against what is sold");
    for (before, after) in base.months.iter().zip(&with.months) {
        let is_taken = before.month > passed && !before.business.revenue.is_zero();
        assert_eq!(before.business.revenue != after.business.revenue, is_taken, "{:?}", before.month);
    }
}

#[test]
fn what_vat_costs_in_a_month_is_what_its_variant_has_less_of_a_surplus() {
    let mut closing = changed("/business/revenue", json!({ "first_month": "20000", "full_month": "20000" }));
    closing["scenarios"][0]["business"]["closes"] = json!("2028-06");
    let (case, rulebook) = (read(&closing), Rulebook::embedded());
    let absorbed = made(&closing, Variant::VatAbsorbed).expect("it applies");
    let [base, with] = [case.scenarios[0].clone(), absorbed].map(|scenario| simulated(&case, scenario));
    let plan = case.plan(0).expect("a plan");
    // 20.000 − 16.000 less sold, 4.000 − 3.200 less in goods, 4.500 − 3.600 less in costs.
    assert_eq!(vat_costs(&rulebook, &plan, month("2028-05")), Some(Money::from_kroner(2_300)));
    let passed = base.key_figures.turnover_over_vat_threshold.expect("passed");
    for (before, after) in base.months.iter().zip(&with.months).filter(|(before, _)| before.month > passed) {
        let is_open = before.month < month("2028-06");
        let less = before.business.surplus - after.business.surplus;
        assert_eq!(vat_costs(&rulebook, &plan, before.month), is_open.then_some(less), "{:?}", before.month);
    }
    let never_closes = read(&document());
    let plan = never_closes.plan(0).expect("a plan");
    assert!(vat_costs(&rulebook, &plan, plan.timeline().last()).is_some());
    assert_eq!(vat_costs(&rulebook, &plan, plan.timeline().last().plus(1)), None, "no month after the last");
    assert_eq!(vat_costs(&rulebook, &plan, month("2027-04")), None, "not open yet");
}

#[test]
fn ids_are_stable() {
    let ids: Vec<&str> = Variant::ALL.iter().map(|variant| variant.id()).collect();
    assert_eq!(
        ids,
        [
            "enough_job",
            "without_small_job",
            "small_job_5",
            "small_job_10",
            "small_job_15",
            "cautious",
            "good",
            "account_later",
            "short_support",
            "closes",
            "ordinary_job",
            "stay_on_benefit",
            "vat_absorbed"
        ]
    );
}

#[test]
fn there_is_no_variant_of_no_scenario() {
    assert_eq!(read(&document()).variant(&Rulebook::embedded(), 1, Variant::OrdinaryJob), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every variant of every plan is a plan the format takes, and is another one than the plan itself.
    #[test]
    fn a_variant_is_a_valid_scenario(document in random_case::case()) {
        let whole = read(&document);
        for &variant in Variant::ALL {
            let Some(scenario) = whole.variant(&Rulebook::embedded(), 0, variant) else { continue };
            prop_assert_ne!(&scenario, &whole.scenarios[0]);
            let mut again = document.clone();
            again["scenarios"] = json!([written(&scenario)]);
            let read = parse_whole(again.to_string().as_bytes()).map(|case| case.scenarios);
            let read = read.map(|scenarios| scenarios.into_iter().map(unmarked).collect());
            prop_assert_eq!(read, Ok(vec![unmarked(scenario)]), "{}", variant.id());
        }
    }
}
