//! Ready-made variants of a scenario: the same plan with one thing otherwise.
//!
//! Each is a scenario of its own, so it is worked out, explained and compared like any other.

use super::goal_seek::{Found, Goal, Question, seek, with};
use super::scaled;
use crate::quantity::{Money, Month, Rate, WeeklyHours};
use crate::rulebook::{Rulebook, figure};
use crate::simulation::{
    AfterClosure, Benefit, MonthRow, Phase, Plan, Scenario, SmallJob, Subsidy, Timeline, Vat, defaults, simulate,
};
use crate::string_enum::string_enum;

string_enum! {
    /// A variant of a scenario. Rows keep their places for good, because links name them by number: a new one comes last.
    Variant {
        /// One small job more from the day the support ends: of the fewest hours with which there is enough
        /// every month, or else of the hours that help most.
        EnoughJob = "enough_job",
        /// No small jobs at all.
        WithoutSmallJob = "without_small_job",
        /// From the day the support ends, 5 hours a week more than planned.
        SmallJob5 = "small_job_5",
        /// The same with 10 hours.
        SmallJob10 = "small_job_10",
        /// The same with 15 hours.
        SmallJob15 = "small_job_15",
        /// A fifth less is sold.
        Cautious = "cautious",
        /// A fifth more is sold.
        Good = "good",
        /// The business account takes four months longer, and everything from the opening on is as much later.
        AccountLater = "account_later",
        /// The subsidy lasts three months less.
        ShortSupport = "short_support",
        /// The business closes after nine months, and the ordinary benefit comes back.
        Closes = "closes",
        /// An ordinary full-time job from the start instead of the business.
        OrdinaryJob = "ordinary_job",
        /// Neither business nor job: the ordinary benefit, for who has one.
        StayOnBenefit = "stay_on_benefit",
        /// Customers pay no more when the business must register for VAT.
        VatAbsorbed = "vat_absorbed",
    }
}

/// What a small job is enough for.
pub const ENOUGH: Goal = Goal::EnoughEveryMonth;

const LESS: Rate = Rate::from_millionths(800_000);
const MORE: Rate = Rate::from_millionths(1_200_000);
/// How much longer the account takes.
const LATER_MONTHS: u32 = 4;
/// How much shorter the short support is.
const SHORTER_MONTHS: u32 = 3;
/// How many months the business is open before it closes.
const OPEN_MONTHS: i32 = 9;
/// A full-time week: no more hours than that are added up.
const FULL_TIME: WeeklyHours = WeeklyHours::from_hundredths(3_700);
/// Half an hour.
const HOURS_STEP: usize = 50;

/// The variant of a plan; `None` where it does not apply, where no month would be otherwise, and where the
/// plan cannot be worked out. The case's bounds are not looked at: [`Case::variant`](crate::case::Case::variant)
/// does.
#[must_use]
pub fn make(rulebook: &Rulebook, plan: &Plan<'_>, variant: Variant) -> Option<Scenario> {
    let scenario = plan.scenario;
    let made = match variant {
        Variant::EnoughJob => enough_job(rulebook, plan),
        Variant::WithoutSmallJob => Some(without_jobs(scenario)),
        Variant::SmallJob5 => more_hours(rulebook, plan, 500),
        Variant::SmallJob10 => more_hours(rulebook, plan, 1_000),
        Variant::SmallJob15 => more_hours(rulebook, plan, 1_500),
        Variant::Cautious => revenue(scenario, LESS),
        Variant::Good => revenue(scenario, MORE),
        Variant::AccountLater => account_later(scenario),
        Variant::VatAbsorbed => vat_absorbed(scenario),
        Variant::ShortSupport => short_support(scenario),
        Variant::Closes => closes(scenario),
        Variant::OrdinaryJob => ordinary_job(rulebook, plan),
        Variant::StayOnBenefit => has_benefit(plan).then(|| without_jobs(&without_business(rulebook, plan))),
    }?;
    (months(rulebook, plan, &made)? != months(rulebook, plan, scenario)?).then_some(made)
}

/// The months of another scenario in the place of the plan's.
fn months(rulebook: &Rulebook, plan: &Plan<'_>, scenario: &Scenario) -> Option<Vec<MonthRow>> {
    simulate(rulebook, &plan.trying(scenario)).ok().map(|found| found.months)
}

fn without_jobs(scenario: &Scenario) -> Scenario {
    Scenario { small_jobs: Vec::new(), ..scenario.clone() }
}

/// One small job more from the first month after the support to the end, beside those of the plan; nobody
/// works more than full time.
fn more_hours(rulebook: &Rulebook, plan: &Plan<'_>, hundredths: i64) -> Option<Scenario> {
    let hours = WeeklyHours::from_hundredths(hundredths);
    let question = Question::JobHours(job_wage(rulebook, plan)?);
    let fits = is_followed(&plan.timeline()) && hours <= hours_left(plan);
    fits.then(|| with(plan, question, Found::JobHours(hours))).flatten()
}

/// A business opens, and months on one's own follow the support within the horizon.
fn is_followed(timeline: &Timeline) -> bool {
    timeline.opening().is_some() && timeline.support_is_over_within()
}

fn enough_job(rulebook: &Rulebook, plan: &Plan<'_>) -> Option<Scenario> {
    let found = seek(rulebook, plan, Question::JobHours(job_wage(rulebook, plan)?), ENOUGH).ok()?;
    let enough = match found {
        Some(Found::JobHours(hours)) => more_hours(rulebook, plan, hours.hundredths()),
        _ => None,
    };
    enough.or_else(|| {
        let steps = (0..=hours_left(plan).hundredths()).step_by(HOURS_STEP);
        let made = steps.filter_map(|hours| more_hours(rulebook, plan, hours));
        made.min_by_key(|made| months(rulebook, plan, made).map(|months| missing(&months)))
    })
}

/// How short a plan is: how far below zero the account gets, what is below zero in all months together, and
/// what the months on one's own take in too little. Less is better.
fn missing(months: &[MonthRow]) -> [Money; 3] {
    let mut missing = [Money::ZERO; 3];
    for MonthRow { household: lines, phase, .. } in months {
        let below = (-lines.closing).at_least_zero();
        missing[0] = missing[0].max(below);
        missing[1] += below;
        if *phase == Phase::OnOwn {
            missing[2] += (lines.outgoings() - lines.own_income()).at_least_zero();
        }
    }
    missing
}

/// How many hours a week, in half hours, a full-time week leaves beside the plan's jobs when the support has
/// ended.
#[must_use]
pub fn hours_left(plan: &Plan<'_>) -> WeeklyHours {
    let timeline = plan.timeline();
    let mut left = FULL_TIME.hundredths();
    for month in timeline.months().filter(|&month| month >= timeline.after_support()) {
        let jobs = plan.scenario.small_jobs.iter().filter(|job| job.covers(month));
        left = left.min(FULL_TIME.hundredths() - jobs.map(|job| job.hours_per_week.hundredths()).sum::<i64>());
    }
    let left = left.max(0);
    WeeklyHours::from_hundredths(left - left % HOURS_STEP as i64)
}

/// What one small job more pays an hour: as the job planned for the first month after the support, else as the
/// first job of the plan, else what is usual; `None` before that is known.
#[must_use]
pub fn job_wage(rulebook: &Rulebook, plan: &Plan<'_>) -> Option<Money> {
    let from = plan.timeline().after_support();
    let jobs = &plan.scenario.small_jobs;
    let planned = jobs.iter().find(|job| job.covers(from)).or(jobs.first());
    planned.map(|job| job.hourly_wage).or_else(|| usual_wage(rulebook, from))
}

fn usual_wage(rulebook: &Rulebook, month: Month) -> Option<Money> {
    figure::SMAAJOB_TIMELOEN.at(rulebook, month).map(|found| found.value)
}

fn revenue(scenario: &Scenario, factor: Rate) -> Option<Scenario> {
    let mut made = scenario.clone();
    let revenue = &mut made.business.as_mut()?.revenue;
    revenue.first_month = scaled(revenue.first_month, factor);
    revenue.full_month = scaled(revenue.full_month, factor);
    Some(made)
}

/// The same plan, only that the business opens later: what the plan has from the opening on, jobs and a
/// closing too, comes as much later, so that nothing else is otherwise.
fn account_later(scenario: &Scenario) -> Option<Scenario> {
    let timeline = Timeline::of(scenario);
    let opening = timeline.opening().filter(|_| is_followed(&timeline))?;
    let mut made = scenario.clone();
    made.account_wait_months = made.account_wait_months.saturating_add(LATER_MONTHS);
    let later = |month: Month| if month >= opening { month.plus(LATER_MONTHS.cast_signed()) } else { month };
    for job in &mut made.small_jobs {
        job.from = later(job.from);
        job.until = job.until.map(later);
    }
    if let Some(business) = &mut made.business {
        business.closes = business.closes.map(later);
    }
    Some(made)
}

fn vat_absorbed(scenario: &Scenario) -> Option<Scenario> {
    let mut made = scenario.clone();
    made.business.as_mut()?.vat = Vat::Absorbed;
    Some(made)
}

fn short_support(scenario: &Scenario) -> Option<Scenario> {
    let months = scenario.subsidy.months.checked_sub(SHORTER_MONTHS).filter(|&months| months > 0)?;
    let subsidy = Subsidy { months, ..scenario.subsidy.clone() };
    is_followed(&Timeline::of(scenario)).then(|| Scenario { subsidy, ..scenario.clone() })
}

/// Only where it changes something within the horizon: the plan does not close before.
fn closes(scenario: &Scenario) -> Option<Scenario> {
    let timeline = Timeline::of(scenario);
    let month = timeline.opening()?.plus(OPEN_MONTHS);
    let mut made = Scenario { after_closure: AfterClosure::Benefit, ..scenario.clone() };
    let business = made.business.as_mut()?;
    let is_earlier = business.closes.is_none_or(|planned| month < planned) && month <= timeline.last();
    business.closes = Some(month);
    is_earlier.then_some(made)
}

/// What only a business has, at its default: it would have no effect.
fn without_business(rulebook: &Rulebook, plan: &Plan<'_>) -> Scenario {
    Scenario {
        business: None,
        loan: None,
        course_months: defaults::COURSE_MONTHS,
        account_wait_months: plan.resolved.usual_account_wait,
        subsidy: Subsidy::usual(rulebook),
        after_closure: AfterClosure::Benefit,
        ..plan.scenario.clone()
    }
}

/// What the person lives on is a benefit.
fn has_benefit(plan: &Plan<'_>) -> bool {
    !matches!(&plan.resolved.benefit, Benefit::Own { monthly, .. } if monthly.is_zero())
}

fn ordinary_job(rulebook: &Rulebook, plan: &Plan<'_>) -> Option<Scenario> {
    let from = plan.scenario.start;
    let hourly_wage = ordinary_wage(rulebook, from)?;
    let small_jobs = vec![SmallJob { from, until: None, hours_per_week: FULL_TIME, hourly_wage }];
    Some(Scenario { small_jobs, ..without_business(rulebook, plan) })
}

/// The minimum wage of one agreement for unskilled work, the only published hourly wage; before it is known, the usual wage
/// of a small job (an assumption).
fn ordinary_wage(rulebook: &Rulebook, month: Month) -> Option<Money> {
    let agreed = figure::OVERENSKOMST_MINIMALLOEN.at(rulebook, month).map(|found| found.value);
    agreed.or_else(|| usual_wage(rulebook, month))
}
