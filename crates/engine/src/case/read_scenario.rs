//! A scenario of a case file, one function an object. Defaults stand where the key is read.

use super::bounds::{self, Bounds};
use super::decode::{RateLimits, Read, list};
use super::node::Node;
use super::object::Object;
use super::problems::{Path, Problems};
use super::resolve::from_answers;
use crate::quantity::{Money, Month, Rate};
use crate::screening::Answers;
use crate::simulation::{
    AfterClosure, Benefit, Business, Deduction, Household, Loan, Plan, Profile, Repayment, Revenue, Scenario,
    SetupCost, SmallJob, Subsidy, SubsidyModel, Tax, TaxMode,
};

/// Where a scenario stands, and the answers its benefit may follow from (`None`: not asked for).
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    /// Where its case stands.
    pub(super) case: Path<'p>,
    pub(super) path: Path<'p>,
    pub(super) index: usize,
    pub(super) answers: Option<&'p Answers>,
    /// How long the business account takes where nothing is written: it follows from the answers.
    pub(super) usual_account_wait: u32,
}

const RATE: RateLimits = RateLimits { decimals: 6, bounds: bounds::RATE };
const LOCAL_TAX: RateLimits = RateLimits { decimals: 6, bounds: bounds::LOCAL_TAX_RATE };
const SEASON: RateLimits = RateLimits { decimals: 3, bounds: bounds::SEASON };
const TWELVE: Bounds<u32> = Bounds { min: 12, max: 12 };

const SCENARIO_KEYS: [&str; 13] = [
    "name",
    "start",
    "months",
    "course_months",
    "account_wait_months",
    "household",
    "benefit",
    "subsidy",
    "loan",
    "business",
    "small_jobs",
    "tax",
    "after_closure",
];

pub(super) fn scenario(node: &Node<'_>, place: Place<'_>, problems: &mut Problems) -> Option<Scenario> {
    let mut object = Object::of(node, place.path, &SCENARIO_KEYS, problems)?;
    let name = object.or("name", bounds::NAME, format!("Scenarie {}", place.index + 1));
    let start = object.required("start", bounds::month());
    let months = object.or("months", bounds::MONTHS, 36);
    let course_months = object.or("course_months", bounds::BEFORE_OPENING, Plan::COURSE_MONTHS);
    let account_wait_months = object.or("account_wait_months", bounds::BEFORE_OPENING, place.usual_account_wait);
    let household = object.object("household", Household::default(), household);
    let benefit = object.object("benefit", None, |node, path, problems| benefit(node, path, problems).map(Some));
    let subsidy = object.object("subsidy", Subsidy::default(), subsidy);
    let loan = nullable_object(&mut object, "loan", loan);
    let opening = opening(start, course_months, account_wait_months);
    let business =
        nullable_object(&mut object, "business", |node, path, problems| business(node, path, opening, problems));
    let small_jobs = small_jobs(&mut object);
    let tax = object.object("tax", Tax::default(), tax);
    let after_closure = object.choice("after_closure", (AfterClosure::ALL, AfterClosure::id), AfterClosure::Benefit);
    check_horizon(&mut object, start, months);
    check_loan_has_business(&mut object);
    check_benefit_follows(&mut object, place);
    Some(Scenario {
        name: name?,
        start: start?,
        months: months?,
        course_months: course_months?,
        account_wait_months: account_wait_months?,
        household: household?,
        benefit: benefit?,
        subsidy: subsidy?,
        loan: loan?,
        business: business?,
        small_jobs: small_jobs?,
        tax: tax?,
        after_closure: after_closure?,
    })
}

fn nullable_object<T>(
    object: &mut Object<'_, '_, '_, '_>,
    key: &str,
    read: impl FnOnce(&Node<'_>, Path<'_>, &mut Problems) -> Option<T>,
) -> Option<Option<T>> {
    match object.fields.get_nullable(key) {
        Some(node) => read(node, object.path.key(key), object.problems).map(Some),
        None => Some(None),
    }
}

fn small_jobs(object: &mut Object<'_, '_, '_, '_>) -> Option<Vec<SmallJob>> {
    let Some(node) = object.fields.get("small_jobs") else {
        return Some(Vec::new());
    };
    list(node, object.path.key("small_jobs"), bounds::SMALL_JOBS, object.problems, |_, node, path, problems| {
        small_job(node, path, problems)
    })
}

/// The month the business opens, where its parts could be read.
fn opening(start: Option<Month>, course_months: Option<u32>, account_wait_months: Option<u32>) -> Option<Month> {
    let months = course_months?.checked_add(account_wait_months?)?;
    Some(start?.plus(i32::try_from(months).ok()?))
}

fn check_horizon(object: &mut Object<'_, '_, '_, '_>, start: Option<Month>, months: Option<u32>) {
    let (Some(start), Some(months)) = (start, months) else {
        return;
    };
    let last = start.plus(i32::try_from(months).unwrap_or(i32::MAX).saturating_sub(1));
    let end = bounds::month().max;
    if last > end {
        let key = if object.fields.get("months").is_some() { "months" } else { "start" };
        object.inconsistent(key, &format!("the last month would be {last}, after {end}"));
    }
}

fn check_loan_has_business(object: &mut Object<'_, '_, '_, '_>) {
    if object.fields.get_object("loan").is_some() && object.fields.get_nullable("business").is_none() {
        object.inconsistent("loan", "a loan needs a business");
    }
}

fn check_benefit_follows(object: &mut Object<'_, '_, '_, '_>, place: Place<'_>) {
    let (Some(answers), None) = (place.answers, object.fields.get("benefit")) else {
        return;
    };
    if let Err(mut problem) = from_answers(answers, place.index) {
        problem.path = place.case.relative(&problem.path);
        object.problems.push(object.node.order, problem);
    }
}

fn household(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Household> {
    let mut object = Object::of(node, path, &["savings", "living_costs", "other_income"], problems)?;
    let savings = object.or("savings", bounds::AMOUNT, Money::ZERO);
    let living_costs = object.or("living_costs", bounds::AMOUNT, Money::ZERO);
    let other_income = object.or("other_income", bounds::AMOUNT, Money::ZERO);
    Some(Household { savings: savings?, living_costs: living_costs?, other_income: other_income? })
}

fn benefit(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Benefit> {
    let mut object = Object::of(node, path, &["monthly", "deduction", "profile"], problems)?;
    let monthly = object.optional("monthly", bounds::AMOUNT);
    let profile = object.object("profile", None, |node, path, problems| profile(node, path, problems).map(Some));
    let deduction = object.choice("deduction", (Deduction::ALL, Deduction::id), Deduction::Kontanthjaelp);
    let written = |key| object.fields.get(key).is_some();
    match (written("monthly"), written("profile"), written("deduction")) {
        (true, false, _) => Some(Benefit::Own { monthly: monthly??, deduction: deduction? }),
        (false, true, false) => Some(Benefit::Profile(profile??)),
        (false, true, true) => {
            object.inconsistent("deduction", "a profile brings its own deduction");
            None
        }
        _ => {
            object.one_of("monthly", "profile");
            None
        }
    }
}

fn profile(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Profile> {
    let known = [
        "age",
        "children",
        "single",
        "lives_with_parents",
        "education_help",
        "residence_and_work_met",
        "worked_two_and_a_half_years",
    ];
    let mut object = Object::of(node, path, &known, problems)?;
    let age = object.required("age", bounds::BENEFIT_AGE);
    let children = object.or("children", (), false);
    let single = object.or("single", (), false);
    let lives_with_parents = object.or("lives_with_parents", (), false);
    let education_help = object.or("education_help", (), false);
    let residence_and_work_met = object.or("residence_and_work_met", (), true);
    let worked_two_and_a_half_years = object.or("worked_two_and_a_half_years", (), false);
    Some(Profile {
        age: age?,
        children: children?,
        single: single?,
        lives_with_parents: lives_with_parents?,
        education_help: education_help?,
        residence_and_work_met: residence_and_work_met?,
        worked_two_and_a_half_years: worked_two_and_a_half_years?,
    })
}

fn subsidy(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Subsidy> {
    let mut object = Object::of(node, path, &["months", "model", "monthly"], problems)?;
    let default = Subsidy::default();
    let months = object.or("months", bounds::SUBSIDY_MONTHS, default.months);
    let model = object.choice("model", (SubsidyModel::ALL, SubsidyModel::id), default.model);
    let monthly = object.optional("monthly", bounds::AMOUNT);
    Some(Subsidy { months: months?, model: model?, monthly: monthly? })
}

fn loan(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Loan> {
    let known = ["principal", "annual_rate", "fee", "first_instalment_after_months", "repayment"];
    let mut object = Object::of(node, path, &known, problems)?;
    let principal = object.required("principal", bounds::POSITIVE_AMOUNT);
    let annual_rate = object.or("annual_rate", RATE, Rate::ZERO);
    let fee = object.or("fee", bounds::AMOUNT, Money::ZERO);
    let first_instalment_after_months = object.or("first_instalment_after_months", bounds::FIRST_INSTALMENT, 6);
    let repayment = object
        .fields
        .require("repayment", path, object.problems)
        .and_then(|node| repayment(node, path.key("repayment"), object.problems));
    Some(Loan {
        principal: principal?,
        annual_rate: annual_rate?,
        fee: fee?,
        first_instalment_after_months: first_instalment_after_months?,
        repayment: repayment?,
    })
}

fn repayment(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Repayment> {
    let mut object = Object::of(node, path, &["instalment", "term_months"], problems)?;
    let instalment = object.optional("instalment", bounds::POSITIVE_AMOUNT);
    let term = object.optional("term_months", bounds::TERM);
    let written = |key| object.fields.get(key).is_some();
    match (written("instalment"), written("term_months")) {
        (true, false) => instalment.flatten().map(Repayment::Instalment),
        (false, true) => term.flatten().map(Repayment::Term),
        _ => {
            object.one_of("instalment", "term_months");
            None
        }
    }
}

fn business(node: &Node<'_>, path: Path<'_>, opening: Option<Month>, problems: &mut Problems) -> Option<Business> {
    let known = [
        "own_contribution",
        "setup_costs",
        "revenue",
        "seasonality",
        "variable_cost_share",
        "fixed_costs",
        "account_fee",
        "account_setup",
        "buffer",
        "closes",
    ];
    let mut object = Object::of(node, path, &known, problems)?;
    let own_contribution = object.or("own_contribution", bounds::AMOUNT, Money::ZERO);
    let setup_costs = object.object("setup_costs", Vec::new(), |node, path, problems| {
        list(node, path, bounds::SETUP_COSTS, problems, |_, node, path, problems| setup_cost(node, path, problems))
    });
    let revenue = object
        .fields
        .require("revenue", path, object.problems)
        .and_then(|node| revenue(node, path.key("revenue"), object.problems));
    let seasonality =
        object.object("seasonality", None, |node, path, problems| seasonality(node, path, problems).map(Some));
    let variable_cost_share = object.or("variable_cost_share", RATE, Rate::ZERO);
    let fixed_costs = object.or("fixed_costs", bounds::AMOUNT, Money::ZERO);
    let account_fee = object.or("account_fee", bounds::AMOUNT, Plan::ACCOUNT_FEE);
    let account_setup = object.optional("account_setup", bounds::AMOUNT);
    let buffer = object.or("buffer", bounds::AMOUNT, Money::ZERO);
    let closes = object.nullable::<Month>("closes", bounds::month());
    if let (Some(Some(closes)), Some(opening)) = (closes, opening)
        && closes <= opening
    {
        object.inconsistent("closes", &format!("the business opens in {opening} and can only close later"));
    }
    Some(Business {
        own_contribution: own_contribution?,
        setup_costs: setup_costs?,
        revenue: revenue?,
        seasonality: seasonality?,
        variable_cost_share: variable_cost_share?,
        fixed_costs: fixed_costs?,
        account_fee: account_fee?,
        account_setup: account_setup?,
        buffer: buffer?,
        closes: closes?,
    })
}

fn setup_cost(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<SetupCost> {
    let mut object = Object::of(node, path, &["label", "amount"], problems)?;
    let label = object.required("label", bounds::NAME);
    let amount = object.required("amount", bounds::AMOUNT);
    Some(SetupCost { label: label?, amount: amount? })
}

fn revenue(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Revenue> {
    let mut object = Object::of(node, path, &["first_month", "full_month", "ramp_months"], problems)?;
    let first_month = object.required("first_month", bounds::AMOUNT);
    let full_month = object.required("full_month", bounds::AMOUNT);
    let ramp_months = object.or("ramp_months", bounds::RAMP, 1);
    Some(Revenue { first_month: first_month?, full_month: full_month?, ramp_months: ramp_months? })
}

fn seasonality(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<[Rate; 12]> {
    let factors =
        list(node, path, TWELVE, problems, |_, node, path, problems| Rate::read(node, path, SEASON, problems))?;
    factors.try_into().ok()
}

fn small_job(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<SmallJob> {
    let mut object = Object::of(node, path, &["from", "until", "hours_per_week", "hourly_wage"], problems)?;
    let from = object.required::<Month>("from", bounds::month());
    let until = object.nullable::<Month>("until", bounds::month());
    let hours_per_week = object.required("hours_per_week", bounds::HOURS);
    let hourly_wage = object.required("hourly_wage", bounds::HOURLY_WAGE);
    if let (Some(from), Some(Some(until))) = (from, until)
        && until < from
    {
        object.inconsistent("until", &format!("the job begins in {from} and cannot end before"));
    }
    Some(SmallJob { from: from?, until: until?, hours_per_week: hours_per_week?, hourly_wage: hourly_wage? })
}

fn tax(node: &Node<'_>, path: Path<'_>, problems: &mut Problems) -> Option<Tax> {
    let mut object = Object::of(node, path, &["mode", "municipal_rate", "church_rate"], problems)?;
    let mode = object.choice("mode", (TaxMode::ALL, TaxMode::id), TaxMode::Simplified);
    let municipal_rate = object.optional("municipal_rate", LOCAL_TAX);
    let church_rate = object.or("church_rate", LOCAL_TAX, Rate::ZERO);
    Some(Tax { mode: mode?, municipal_rate: municipal_rate?, church_rate: church_rate? })
}
