//! Five invented businesses to begin with. Nobody's figures: every place that shows one says so.
//!
//! The trades are those that loan-takers elsewhere had; loans and costs of starting are made up
//! around them, and so are revenue, costs and household.

use super::{Case, starter_scenario};
use crate::quantity::{Money, Month, Rate, WeeklyHours};
use crate::rulebook::{Rulebook, figure};
use crate::screening::{
    Answers, BusinessAccount, CoursePlan, Idea, LoanPurpose, Municipality, Plan, Skill, Support, YesNo,
};
use crate::simulation::{Benefit, Business, Deduction, Household, Repayment, Revenue, Scenario, SetupCost};
use crate::string_enum::string_enum;

string_enum! {
    /// An invented business.
    ExampleId {
        /// A hairdresser who rents a chair.
        Hairdresser = "hairdresser",
        /// A graphic designer.
        GraphicDesigner = "graphic_designer",
        /// Jewellery in a web shop.
        JewelleryWebShop = "jewellery_web_shop",
        /// A courier with a van.
        Courier = "courier",
        /// A copywriter.
        Copywriter = "copywriter",
    }
}

/// What makes one example different from the next. Amounts in kroner.
struct Sketch {
    name: &'static str,
    age: u32,
    support: Support,
    children: bool,
    public_debt: YesNo,
    purposes: &'static [LoanPurpose],
    loan: i64,
    instalment: i64,
    setup_costs: &'static [(&'static str, i64)],
    savings: i64,
    living_costs: i64,
    other_income: i64,
    revenue: (i64, i64, u32),
    goods_percent: i64,
    fixed_costs: i64,
    buffer: i64,
    job_hours: i64,
    /// How many months after the support the job begins.
    job_offset: i32,
}

/// An invented case, looked at in `as_of`; its scenario begins in the month after.
#[must_use]
pub fn example(id: ExampleId, as_of: Month) -> Case {
    let sketch = sketch(id);
    let rulebook = Rulebook::embedded();
    let mut case = Case { answers: answers(&sketch), ..Case::new(as_of) };
    let mut scenario = starter_scenario(&case, &rulebook);
    scenario.name = sketch.name.to_owned();
    scenario.household = Household {
        savings: Money::from_kroner(sketch.savings),
        living_costs: Money::from_kroner(sketch.living_costs),
        other_income: Money::from_kroner(sketch.other_income),
    };
    scenario.benefit = rehabilitation_benefit(sketch.support, as_of, &rulebook);
    if let Some(loan) = &mut scenario.loan {
        loan.repayment = Repayment::Instalment(Money::from_kroner(sketch.instalment));
    }
    if let Some(job) = scenario.small_jobs.first_mut() {
        job.hours_per_week = WeeklyHours::from_hundredths(sketch.job_hours * 100);
        job.from = job.from.plus(sketch.job_offset).max(scenario.start);
    }
    let business = scenario.business.get_or_insert_default();
    trade(business, &sketch);
    business.buffer = Money::from_kroner(sketch.buffer);
    if sketch.job_hours == 0 {
        scenario.small_jobs.clear();
    }
    case.scenarios.push(scenario);
    case
}

/// Fills in the business as the example's: what is sold, what goods and running it cost, how it grows and
/// swings over the year, and what it takes to start. Nothing else, least of all the person's: home,
/// benefit, savings, loan and small job stay as they are.
pub fn fill_business(id: ExampleId, scenario: &mut Scenario) {
    trade(scenario.business.get_or_insert_default(), &sketch(id));
}

fn trade(business: &mut Business, sketch: &Sketch) {
    let (first_month, full_month, ramp_months) = sketch.revenue;
    business.setup_costs = sketch.setup_costs.iter().map(setup_cost).collect();
    business.revenue = Revenue {
        first_month: Money::from_kroner(first_month),
        full_month: Money::from_kroner(full_month),
        ramp_months,
    };
    business.seasonality = None;
    business.variable_cost_share = Rate::from_millionths(sketch.goods_percent * 10_000);
    business.fixed_costs = Money::from_kroner(sketch.fixed_costs);
}

fn setup_cost(&(label, kroner): &(&str, i64)) -> SetupCost {
    SetupCost { label: label.to_owned(), amount: Money::from_kroner(kroner) }
}

fn answers(sketch: &Sketch) -> Answers {
    Answers {
        age: Some(sketch.age),
        municipality: Some(Municipality::Aalborg),
        support: Some(sketch.support),
        business_started: Some(YesNo::No),
        idea: Some(Idea::Idea),
        trade_skills: Some(Skill::Yes),
        business_skills: Some(Skill::Partly),
        job_or_education_close: Some(YesNo::No),
        will_take_course: Some(CoursePlan::Yes),
        plan: Some(Plan::None),
        loan_amount: Some(Money::from_kroner(sketch.loan)),
        loan_purposes: Some(sketch.purposes.to_vec()),
        public_debt: Some(sketch.public_debt),
        business_account: Some(BusinessAccount::None),
        wealth_over_limit: Some(YesNo::No),
        housing_benefit: Some(YesNo::Yes),
        single: Some(true),
        children: Some(sketch.children),
        lives_with_parents: Some(false),
        residence_and_work_met: Some(true),
        worked_two_and_a_half_years: Some(false),
        ..Answers::default()
    }
}

/// Rehabilitation has a benefit of its own, which does not follow from the answers.
fn rehabilitation_benefit(support: Support, as_of: Month, rulebook: &Rulebook) -> Option<Benefit> {
    if support != Support::Revalidend {
        return None;
    }
    let monthly = figure::REVALIDERINGSYDELSE_30.at(rulebook, as_of)?.value;
    Some(Benefit::Own { monthly, deduction: Deduction::None })
}

fn sketch(id: ExampleId) -> Sketch {
    match id {
        ExampleId::Hairdresser => Sketch {
            name: "Frisør med lejet stol",
            age: 34,
            support: Support::KontanthjaelpJobparat,
            children: true,
            public_debt: YesNo::No,
            purposes: &[LoanPurpose::Equipment, LoanPurpose::Stock, LoanPurpose::Marketing, LoanPurpose::Premises],
            loan: 45_000,
            instalment: 750,
            setup_costs: &[("Inventar", 22_000), ("Varer", 8_000), ("Markedsføring", 5_000), ("Depositum", 6_000)],
            savings: 2_000,
            living_costs: 14_400,
            other_income: 2_400,
            revenue: (4_000, 20_000, 9),
            goods_percent: 20,
            fixed_costs: 3_600,
            buffer: 500,
            job_hours: 13,
            job_offset: 3,
        },
        ExampleId::GraphicDesigner => Sketch {
            name: "Grafisk designer",
            age: 26,
            support: Support::Uddannelsesparat,
            children: false,
            public_debt: YesNo::No,
            purposes: &[LoanPurpose::Equipment, LoanPurpose::Marketing],
            loan: 25_000,
            instalment: 500,
            setup_costs: &[("Computer og programmer", 20_000), ("Hjemmeside", 3_000)],
            savings: 4_000,
            living_costs: 8_700,
            other_income: 900,
            revenue: (2_500, 8_500, 10),
            goods_percent: 5,
            fixed_costs: 1_200,
            buffer: 0,
            job_hours: 12,
            job_offset: 1,
        },
        ExampleId::JewelleryWebShop => Sketch {
            name: "Smykker i egen webshop",
            age: 41,
            support: Support::KontanthjaelpJobparat,
            children: false,
            public_debt: YesNo::Yes,
            purposes: &[LoanPurpose::Stock, LoanPurpose::Marketing],
            loan: 30_000,
            instalment: 500,
            setup_costs: &[("Varer", 15_000), ("Foto og webshop", 8_000), ("Messe", 5_000)],
            savings: 2_000,
            living_costs: 11_400,
            other_income: 1_100,
            revenue: (3_000, 8_500, 12),
            goods_percent: 35,
            fixed_costs: 1_500,
            buffer: 0,
            job_hours: 20,
            job_offset: 0,
        },
        ExampleId::Courier => Sketch {
            name: "Kurér med varevogn",
            age: 48,
            support: Support::Revalidend,
            children: false,
            public_debt: YesNo::No,
            purposes: &[
                LoanPurpose::Vehicle,
                LoanPurpose::Insurance,
                LoanPurpose::Equipment,
                LoanPurpose::RunningCosts,
            ],
            loan: 50_000,
            instalment: 850,
            setup_costs: &[("Udbetaling på bil", 35_000), ("Forsikring", 6_000), ("Udstyr", 5_000)],
            savings: 3_000,
            living_costs: 12_000,
            other_income: 0,
            revenue: (8_000, 33_000, 7),
            goods_percent: 22,
            fixed_costs: 6_200,
            buffer: 2_000,
            job_hours: 0,
            job_offset: 0,
        },
        ExampleId::Copywriter => Sketch {
            name: "Tekstforfatter",
            age: 29,
            support: Support::Selvforsoergende,
            children: false,
            public_debt: YesNo::No,
            purposes: &[LoanPurpose::Equipment, LoanPurpose::Account],
            loan: 10_000,
            instalment: 350,
            setup_costs: &[("Computer", 8_000)],
            savings: 25_000,
            living_costs: 8_400,
            other_income: 0,
            revenue: (2_000, 6_000, 8),
            goods_percent: 0,
            fixed_costs: 600,
            buffer: 0,
            job_hours: 15,
            job_offset: -24,
        },
    }
}
