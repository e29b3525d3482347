//! Plans bent in every way that has words of its own: what the months say, what helps, and how far a change is from it.

use mikrolaan_app_core::rulebook::RULEBOOK;
use mikrolaan_app_core::views::budget::budget;
use mikrolaan_app_core::views::compare::CompareView;
use mikrolaan_app_core::views::offers::Levers;
use mikrolaan_engine::case::Case;
use mikrolaan_engine::case::examples::{ExampleId, example};
use mikrolaan_engine::evaluate::evaluate;
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::quantity::{Money, Rate, WeeklyHours};
use mikrolaan_engine::simulation::{
    AfterClosure, Benefit, Deduction, Repayment, Scenario, SetupCost, SubsidyModel, TaxMode,
};

use crate::outline::outline;
use crate::record::Record;
use crate::{AS_OF, compared, said};

/// What is bent, and how.
type Bent = (&'static str, fn(&mut Scenario));

fn kr(kroner: i64) -> Money {
    Money::from_kroner(kroner)
}

fn closes(scenario: &mut Scenario, months: i32) {
    let closes = scenario.start.plus(months);
    scenario.business.as_mut().expect("a business").closes = Some(closes);
}

const BENT: &[Bent] = &[
    ("short in the first month", |plan| plan.household.living_costs = kr(40_000)),
    ("short after a while", |plan| plan.household.living_costs = kr(15_000)),
    ("short for good", |plan| plan.household.living_costs = kr(17_000)),
    ("enough every month", |plan| plan.household.savings = kr(120_000)),
    ("a gap that the savings cover", |plan| {
        plan.household.savings = kr(40_000);
        plan.small_jobs.clear();
    }),
    ("a business without money", |plan| {
        let business = plan.business.as_mut().expect("a business");
        business.setup_costs.push(SetupCost { label: "Skilt".to_owned(), amount: kr(2_000) });
    }),
    ("a business far from money", |plan| {
        let business = plan.business.as_mut().expect("a business");
        business.setup_costs.push(SetupCost { label: "Bil".to_owned(), amount: kr(90_000) });
    }),
    ("no support", |plan| plan.subsidy.months = 0),
    ("one month of support", |plan| plan.subsidy.months = 1),
    ("all of the support", |plan| plan.subsidy.model = SubsidyModel::Full),
    ("support longer than normal", |plan| plan.subsidy.months = 20),
    ("support beyond the horizon", |plan| plan.months = 8),
    ("opens beyond the horizon", |plan| plan.months = 3),
    ("ten years", |plan| plan.months = 120),
    ("no course, no wait", |plan| (plan.course_months, plan.account_wait_months) = (0, 0)),
    ("a long wait", |plan| (plan.course_months, plan.account_wait_months) = (1, 12)),
    ("closes and owes", |plan| {
        plan.business.as_mut().expect("a business").revenue.full_month = kr(1_000);
        closes(plan, 14);
    }),
    ("closes and comes back to benefit", |plan| closes(plan, 12)),
    ("closes and has nothing", |plan| {
        closes(plan, 5);
        plan.after_closure = AfterClosure::Nothing;
    }),
    ("no loan", |plan| plan.loan = None),
    ("a loan above the most", |plan| plan.loan.as_mut().expect("a loan").principal = kr(80_000)),
    ("a loan by its term", |plan| plan.loan.as_mut().expect("a loan").repayment = Repayment::Term(12)),
    ("a loan that grows", |plan| {
        let loan = plan.loan.as_mut().expect("a loan");
        loan.annual_rate = Rate::from_millionths(240_000);
        loan.repayment = Repayment::Instalment(kr(100));
    }),
    ("no business", |plan| (plan.business, plan.loan) = (None, None)),
    ("a business above the VAT limit", |plan| {
        plan.business.as_mut().expect("a business").revenue.full_month = kr(30_000);
    }),
    ("above the limit of wealth", |plan| plan.household.savings = kr(200_000)),
    ("before tax", |plan| plan.tax.mode = TaxMode::None),
    ("a municipal rate of one's own", |plan| plan.tax.municipal_rate = Some(Rate::from_millionths(250_000))),
    ("a benefit of one's own", |plan| {
        plan.benefit = Some(Benefit::Own { monthly: kr(14_000), deduction: Deduction::None });
    }),
    ("a benefit with a deduction", |plan| {
        plan.benefit = Some(Benefit::Own { monthly: kr(14_000), deduction: Deduction::Kontanthjaelp });
    }),
    ("income beside it", |plan| plan.household.other_income = kr(2_000)),
    ("a job from the beginning", |plan| {
        for job in &mut plan.small_jobs {
            (job.from, job.hours_per_week) = (plan.start, WeeklyHours::from_hundredths(1_200));
        }
    }),
    ("a job that has ended", |plan| {
        for job in &mut plan.small_jobs {
            (job.from, job.until) = (plan.start, Some(plan.start));
        }
    }),
    ("no job", |plan| plan.small_jobs.clear()),
    ("no revenue yet", |plan| {
        let revenue = &mut plan.business.as_mut().expect("a business").revenue;
        (revenue.first_month, revenue.full_month) = (Money::ZERO, Money::ZERO);
    }),
    ("seasons", |plan| {
        let factors = std::array::from_fn(|month| if month < 6 { Rate::ZERO } else { Rate::ONE });
        plan.business.as_mut().expect("a business").seasonality = Some(factors);
    }),
];

fn bent(id: ExampleId, change: fn(&mut Scenario)) -> Case {
    let mut case = example(id, AS_OF);
    change(case.scenarios.first_mut().expect("an example has a scenario"));
    case
}

/// What is said of a plan and not of the one that is as it is.
#[test]
fn what_bent_plans_say() {
    let mut record = Record::new("bent");
    let of = |case: &Case| {
        let own = evaluate(case, &RULEBOOK, 0);
        let page = budget(case, own.as_ref().ok());
        outline(&(own.map(|own| (said(&own), Levers::of(case))), page))
    };
    for id in [ExampleId::Hairdresser, ExampleId::Courier] {
        let before = of(&example(id, AS_OF));
        for (how, change) in BENT {
            record.new_lines(&format!("{}, {how}", id.id()), &of(&bent(id, *change)), &before);
        }
    }
    record.check();
}

/// What is said of a plan beside changes of it, and not of the one that is as it is.
#[test]
fn what_bent_plans_are_beside_changes_of_them() {
    let mut record = Record::new("bent-compare");
    let of = |case: &Case, chosen: &[Variant]| match CompareView::of(case, &evaluate(case, &RULEBOOK, 0), chosen) {
        CompareView::Compared(view) => outline(&compared(&view)),
        other => outline(&other),
    };
    let chosen = [Variant::EnoughJob, Variant::StayOnBenefit, Variant::AccountLater];
    let before = of(&example(ExampleId::Courier, AS_OF), &chosen);
    for (how, change) in BENT {
        record.new_lines(how, &of(&bent(ExampleId::Courier, *change), &chosen), &before);
    }
    record.check();
}
