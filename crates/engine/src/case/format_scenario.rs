//! The format of a scenario: one function an object, its members in their order.

use super::Obstacle;
use super::bounds::{self, Bounds, SCENARIOS};
use super::resolve::from_answers;
use super::value::{CaseValue as _, nullable_month, optional, optional_choice, or, or_choice, presence_of, required};
use super::walk::{Leaf, Need, Presence, RateLimits, Walk, Wrong};
use crate::quantity::{Money, Month, Rate};
use crate::screening::Answers;
use crate::simulation::{
    AfterClosure, Benefit, Business, Deduction, FieldsWritten, Household, Loan, Profile, Repayment, Revenue, Scenario,
    ScenarioField as F, SetupCost, SmallJob, Subsidy, Tax, TaxMode, Vat, defaults,
};

/// What a scenario takes from the rest of its case.
#[derive(Clone, Copy)]
pub(super) struct Context<'c> {
    /// Its position.
    pub(super) index: usize,
    /// The answers its benefit may follow from; `None` = not asked for.
    pub(super) answers: Option<&'c Answers>,
    /// How long the business account takes where nothing is written.
    pub(super) usual_account_wait: u32,
}

const RATE: RateLimits = RateLimits { decimals: 6, bounds: bounds::RATE };
pub(super) const LOCAL_TAX: RateLimits = RateLimits { decimals: 6, bounds: bounds::LOCAL_TAX_RATE };
const SEASON: RateLimits = RateLimits { decimals: 3, bounds: bounds::SEASON };
const TWELVE: Bounds<u32> = Bounds { min: 12, max: 12 };

/// The name of a scenario nobody has named, by its position.
pub(super) fn default_name(index: usize) -> String {
    const NAMES: [&str; SCENARIOS.max as usize] = [
        "Scenarie 1",
        "Scenarie 2",
        "Scenarie 3",
        "Scenarie 4",
        "Scenarie 5",
        "Scenarie 6",
        "Scenarie 7",
        "Scenarie 8",
    ];
    NAMES.get(index).copied().unwrap_or_default().to_owned()
}

pub(super) fn scenario(walk: &mut dyn Walk, scenario: &mut Scenario, context: Context<'_>) {
    let written = &mut scenario.written;
    let name = default_name(context.index);
    or(walk, (F::Name, written), &mut scenario.name, bounds::NAME, name);
    let start = required(walk, F::Start.key(), &mut scenario.start, bounds::month());
    let months = or(walk, (F::Months, written), &mut scenario.months, bounds::MONTHS, defaults::MONTHS);
    let course_months = &mut scenario.course_months;
    let course = or(walk, (F::CourseMonths, written), course_months, bounds::BEFORE_OPENING, defaults::COURSE_MONTHS);
    let (wait_months, usual) = (&mut scenario.account_wait_months, context.usual_account_wait);
    let wait = or(walk, (F::AccountWaitMonths, written), wait_months, bounds::BEFORE_OPENING, usual);
    defaulted(walk, (F::Household, written), &mut scenario.household, household);
    let has_benefit = benefit_member(walk, written, &mut scenario.benefit);
    defaulted(walk, (F::Subsidy, written), &mut scenario.subsidy, subsidy);
    let loan_there = nullable(walk, (F::Loan, written), &mut scenario.loan, blank_loan, loan);
    let before = i32::try_from(scenario.course_months + scenario.account_wait_months).unwrap_or(i32::MAX);
    let opening = (start && course && wait).then(|| scenario.start.plus(before));
    let mut with_opening = |walk: &mut dyn Walk, one: &mut Business, written: &mut FieldsWritten| {
        business(walk, one, written, opening);
    };
    let business_there =
        nullable(walk, (F::Business, written), &mut scenario.business, Business::default, &mut with_opening);
    small_jobs(walk, written, &mut scenario.small_jobs);
    defaulted(walk, (F::Tax, written), &mut scenario.tax, tax);
    or_choice(walk, (F::AfterClosure, written), &mut scenario.after_closure, AfterClosure::Benefit);
    if start && months {
        check_horizon(walk, scenario);
    }
    if loan_there.object && !business_there.something {
        walk.wrong(F::Loan.key(), Wrong::LoanWithoutBusiness);
    }
    if let (Some(answers), false) = (context.answers, has_benefit)
        && let Err(obstacle) = from_answers(answers)
    {
        let is_age = matches!(obstacle, Obstacle::NoAge | Obstacle::AgeOutOfRange(_));
        let field = if is_age { F::ProfileAge } else { F::Benefit };
        walk.wrong(field.id(), Wrong::NoBenefit(obstacle));
    }
}

fn check_horizon(walk: &mut dyn Walk, scenario: &Scenario) {
    let last = scenario.start.plus(i32::try_from(scenario.months).unwrap_or(i32::MAX).saturating_sub(1));
    if last > bounds::month().max {
        let is_written = scenario.written.has(F::Months);
        let key = if is_written { F::Months } else { F::Start }.key();
        walk.wrong(key, Wrong::TooFar(last));
    }
}

/// An object of which every member has a default.
fn defaulted<T: Default + PartialEq>(
    walk: &mut dyn Walk,
    (field, written): (F, &mut FieldsWritten),
    place: &mut T,
    members: fn(&mut dyn Walk, &mut T, &mut FieldsWritten),
) {
    let mut presence = Presence::of(written.has(field) || *place != T::default());
    walk.object(field.key(), Need::Optional(&mut presence), &mut |walk| members(walk, place, written));
    written.note(field, presence.is_there());
}

/// What stands under the key of an object that may be left out or `null`.
struct Stands {
    /// Something other than `null`.
    something: bool,
    /// An object, readable or not.
    object: bool,
}

/// An object that may be left out or `null`.
fn nullable<T>(
    walk: &mut dyn Walk,
    (field, written): (F, &mut FieldsWritten),
    place: &mut Option<T>,
    blank: fn() -> T,
    mut members: impl FnMut(&mut dyn Walk, &mut T, &mut FieldsWritten),
) -> Stands {
    let mut presence = presence_of(place.is_some(), written.has(field));
    let mut part = place.take().unwrap_or_else(blank);
    let mut is_object = false;
    walk.object(field.key(), Need::Nullable(&mut presence), &mut |walk| {
        is_object = true;
        members(walk, &mut part, written);
    });
    *place = presence.is_there().then_some(part);
    written.note(field, presence == Presence::Null);
    Stands { something: presence.is_there(), object: is_object }
}

fn household(walk: &mut dyn Walk, household: &mut Household, written: &mut FieldsWritten) {
    or(walk, (F::Savings, written), &mut household.savings, bounds::AMOUNT, Money::ZERO);
    or(walk, (F::LivingCosts, written), &mut household.living_costs, bounds::AMOUNT, Money::ZERO);
    or(walk, (F::OtherIncome, written), &mut household.other_income, bounds::AMOUNT, Money::ZERO);
}

/// The benefit: an amount, or the situation its rate follows from. Says whether it stands there.
fn benefit_member(walk: &mut dyn Walk, written: &mut FieldsWritten, place: &mut Option<Benefit>) -> bool {
    let mut presence = Presence::of(place.is_some());
    walk.object(F::Benefit.key(), Need::Optional(&mut presence), &mut |walk| benefit(walk, written, place));
    presence.is_there()
}

fn benefit(walk: &mut dyn Walk, written: &mut FieldsWritten, place: &mut Option<Benefit>) {
    let (mut monthly, mut deduction, mut profile) = match place.take() {
        Some(Benefit::Own { monthly, deduction }) => {
            let is_written = deduction != Deduction::Kontanthjaelp || written.has(F::BenefitDeduction);
            (Some(monthly), is_written.then_some(deduction), None)
        }
        Some(Benefit::Profile(profile)) => (None, None, Some(profile)),
        None => (None, None, None),
    };
    optional(walk, F::BenefitMonthly.key(), &mut monthly, bounds::AMOUNT);
    optional_choice(walk, F::BenefitDeduction.key(), &mut deduction);
    let mut presence = Presence::of(profile.is_some());
    let mut situation = profile.take().unwrap_or(Profile::of_age(Profile::LEAST_AGE));
    walk.object(F::Profile.key(), Need::Optional(&mut presence), &mut |walk| {
        profile_members(walk, &mut situation, written);
    });
    written.note(F::BenefitDeduction, deduction.is_some());
    match (monthly, presence.is_there(), deduction) {
        (Some(monthly), false, deduction) => {
            *place = Some(Benefit::Own { monthly, deduction: deduction.unwrap_or(Deduction::Kontanthjaelp) });
        }
        (None, true, None) => *place = Some(Benefit::Profile(situation)),
        (None, true, Some(_)) => {
            walk.wrong(F::BenefitDeduction.key(), Wrong::DeductionOfProfile);
        }
        (monthly, ..) => one_of(walk, monthly.is_some(), [F::BenefitMonthly, F::Profile]),
    }
}

/// Of two alternatives both are written, or none.
fn one_of(walk: &mut dyn Walk, both: bool, [first, second]: [F; 2]) {
    let keys = [first.key(), second.key()];
    walk.wrong("", if both { Wrong::Both(keys) } else { Wrong::Neither(keys) });
}

fn profile_members(walk: &mut dyn Walk, profile: &mut Profile, written: &mut FieldsWritten) {
    required(walk, F::ProfileAge.key(), &mut profile.age, bounds::BENEFIT_AGE);
    let usual = Profile::of_age(profile.age);
    let children = or(walk, (F::ProfileChildren, written), &mut profile.children, (), usual.children);
    or(walk, (F::ProfileSingle, written), &mut profile.single, (), usual.single);
    let with_parents = &mut profile.lives_with_parents;
    or(walk, (F::ProfileLivesWithParents, written), with_parents, (), usual.lives_with_parents);
    or(walk, (F::ProfileEducationHelp, written), &mut profile.education_help, (), usual.education_help);
    optional(walk, F::ProfileChildrenAtHome.key(), &mut profile.children_at_home, ());
    if children && profile.children_at_home == Some(true) && !profile.children {
        walk.wrong(F::ProfileChildrenAtHome.key(), Wrong::ChildAtHome);
    }
    let residence = &mut profile.residence_and_work_met;
    or(walk, (F::ProfileResidenceAndWorkMet, written), residence, (), usual.residence_and_work_met);
    let worked = &mut profile.worked_two_and_a_half_years;
    or(walk, (F::ProfileWorkedTwoAndAHalfYears, written), worked, (), usual.worked_two_and_a_half_years);
}

fn subsidy(walk: &mut dyn Walk, subsidy: &mut Subsidy, written: &mut FieldsWritten) {
    let usual = Subsidy::default();
    or(walk, (F::SubsidyMonths, written), &mut subsidy.months, bounds::SUBSIDY_MONTHS, usual.months);
    or_choice(walk, (F::SubsidyModel, written), &mut subsidy.model, usual.model);
    optional(walk, F::SubsidyMonthly.key(), &mut subsidy.monthly, bounds::AMOUNT);
}

fn blank_loan() -> Loan {
    Loan {
        principal: Money::ZERO,
        annual_rate: Rate::ZERO,
        fee: Money::ZERO,
        first_instalment_after_months: defaults::FIRST_INSTALMENT,
        repayment: Repayment::Term(0),
    }
}

fn loan(walk: &mut dyn Walk, loan: &mut Loan, written: &mut FieldsWritten) {
    required(walk, F::Principal.key(), &mut loan.principal, bounds::POSITIVE_AMOUNT);
    or(walk, (F::AnnualRate, written), &mut loan.annual_rate, RATE, Rate::ZERO);
    or(walk, (F::LoanFee, written), &mut loan.fee, bounds::AMOUNT, Money::ZERO);
    let first = &mut loan.first_instalment_after_months;
    or(walk, (F::FirstInstalment, written), first, bounds::FIRST_INSTALMENT, defaults::FIRST_INSTALMENT);
    let place = &mut loan.repayment;
    walk.object(F::Repayment.key(), Need::Required, &mut |walk| repayment(walk, place));
}

fn repayment(walk: &mut dyn Walk, place: &mut Repayment) {
    let (mut instalment, mut term) = match *place {
        Repayment::Instalment(amount) => (Some(amount), None),
        Repayment::Term(0) => (None, None),
        Repayment::Term(term) => (None, Some(term)),
    };
    optional(walk, F::Instalment.key(), &mut instalment, bounds::POSITIVE_AMOUNT);
    optional(walk, F::TermMonths.key(), &mut term, bounds::TERM);
    match (instalment, term) {
        (Some(amount), None) => *place = Repayment::Instalment(amount),
        (None, Some(term)) => *place = Repayment::Term(term),
        (instalment, _) => one_of(walk, instalment.is_some(), [F::Instalment, F::TermMonths]),
    }
}

fn business(walk: &mut dyn Walk, business: &mut Business, written: &mut FieldsWritten, opening: Option<Month>) {
    or(walk, (F::OwnContribution, written), &mut business.own_contribution, bounds::AMOUNT, Money::ZERO);
    setup_costs(walk, written, &mut business.setup_costs);
    let revenue = &mut business.revenue;
    walk.object(F::Revenue.key(), Need::Required, &mut |walk| revenue_members(walk, revenue, written));
    seasonality(walk, &mut business.seasonality);
    or(walk, (F::VariableCostShare, written), &mut business.variable_cost_share, RATE, Rate::ZERO);
    or(walk, (F::FixedCosts, written), &mut business.fixed_costs, bounds::AMOUNT, Money::ZERO);
    or(walk, (F::AccountFee, written), &mut business.account_fee, bounds::AMOUNT, defaults::ACCOUNT_FEE);
    optional(walk, F::AccountSetup.key(), &mut business.account_setup, bounds::AMOUNT);
    or(walk, (F::Buffer, written), &mut business.buffer, bounds::AMOUNT, Money::ZERO);
    or_choice(walk, (F::Vat, written), &mut business.vat, Vat::Ignored);
    let mut is_null = written.has(F::Closes);
    let read = nullable_month(walk, F::Closes.key(), &mut business.closes, &mut is_null, bounds::month());
    written.note(F::Closes, is_null);
    if let (Some(closes), Some(opening), true) = (business.closes, opening, read)
        && closes <= opening
    {
        walk.wrong(F::Closes.key(), Wrong::ClosesTooEarly(opening));
    }
}

fn setup_costs(walk: &mut dyn Walk, written: &mut FieldsWritten, costs: &mut Vec<SetupCost>) {
    let mut presence = Presence::of(written.has(F::SetupCosts) || !costs.is_empty());
    let length = costs.len();
    walk.list(F::SetupCosts.key(), Need::Optional(&mut presence), bounds::SETUP_COSTS, length, &mut |at, item| {
        if at == costs.len() {
            costs.push(SetupCost { label: String::new(), amount: Money::ZERO });
        }
        if let Some(cost) = costs.get_mut(at) {
            item.object(&mut |walk| {
                required(walk, F::SetupCostLabel.key(), &mut cost.label, bounds::NAME);
                required(walk, F::SetupCostAmount.key(), &mut cost.amount, bounds::AMOUNT);
            });
        }
    });
    written.note(F::SetupCosts, presence.is_there());
}

fn revenue_members(walk: &mut dyn Walk, revenue: &mut Revenue, written: &mut FieldsWritten) {
    required(walk, F::FirstMonth.key(), &mut revenue.first_month, bounds::AMOUNT);
    required(walk, F::FullMonth.key(), &mut revenue.full_month, bounds::AMOUNT);
    or(walk, (F::RampMonths, written), &mut revenue.ramp_months, bounds::RAMP, defaults::RAMP_MONTHS);
}

fn seasonality(walk: &mut dyn Walk, place: &mut Option<[Rate; 12]>) {
    let mut presence = Presence::of(place.is_some());
    let mut factors = place.take().unwrap_or([Rate::ZERO; 12]);
    let need = Need::Optional(&mut presence);
    walk.list(F::Seasonality.key(), need, TWELVE, factors.len(), &mut |month, item| {
        let mut more = Rate::ZERO;
        item.leaf(Leaf::Rate(factors.get_mut(month).unwrap_or(&mut more), SEASON));
    });
    *place = presence.is_there().then_some(factors);
}

fn small_jobs(walk: &mut dyn Walk, written: &mut FieldsWritten, jobs: &mut Vec<SmallJob>) {
    let mut presence = Presence::of(written.has(F::SmallJobs) || !jobs.is_empty());
    let length = jobs.len();
    walk.list(F::SmallJobs.key(), Need::Optional(&mut presence), bounds::SMALL_JOBS, length, &mut |at, item| {
        if at == jobs.len() {
            let (from, hours_per_week) = (Month::blank(), Default::default());
            jobs.push(SmallJob { from, until: None, hours_per_week, hourly_wage: Money::ZERO });
        }
        if let Some(job) = jobs.get_mut(at) {
            let mut is_null = written.has_open_end(at);
            item.object(&mut |walk| small_job(walk, job, &mut is_null));
            written.note_open_end(at, is_null);
        }
    });
    written.note(F::SmallJobs, presence.is_there());
}

fn small_job(walk: &mut dyn Walk, job: &mut SmallJob, is_null: &mut bool) {
    let from = required(walk, F::JobFrom.key(), &mut job.from, bounds::month());
    let until = nullable_month(walk, F::JobUntil.key(), &mut job.until, is_null, bounds::month());
    required(walk, F::JobHours.key(), &mut job.hours_per_week, bounds::HOURS);
    required(walk, F::JobWage.key(), &mut job.hourly_wage, bounds::HOURLY_WAGE);
    if let (Some(last), true) = (job.until, from && until)
        && last < job.from
    {
        walk.wrong(F::JobUntil.key(), Wrong::JobEndsTooEarly(job.from));
    }
}

fn tax(walk: &mut dyn Walk, tax: &mut Tax, written: &mut FieldsWritten) {
    or_choice(walk, (F::TaxMode, written), &mut tax.mode, TaxMode::Simplified);
    optional(walk, F::MunicipalRate.key(), &mut tax.municipal_rate, LOCAL_TAX);
    or(walk, (F::ChurchRate, written), &mut tax.church_rate, LOCAL_TAX, Rate::ZERO);
    optional(walk, F::SingleParent.key(), &mut tax.single_parent, ());
}
