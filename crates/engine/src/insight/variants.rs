//! Ready-made variants of a scenario: the same plan with one thing otherwise.
//!
//! Each is a scenario of its own, so it is worked out, explained and compared like any other.

use super::scaled;
use crate::choice::choice;
use crate::quantity::{Money, Month, Rate, WeeklyHours};
use crate::rulebook::{Rulebook, figure};
use crate::simulation::{AfterClosure, Plan, Scenario, SmallJob, Subsidy, Timeline};

choice! {
    /// A variant of a scenario.
    Variant {
        /// No small jobs at all.
        WithoutSmallJob = "without_small_job",
        /// From the day the support ends, a small job of 5 hours a week instead of what is planned.
        SmallJob5 = "small_job_5",
        /// The same with 10 hours.
        SmallJob10 = "small_job_10",
        /// The same with 15 hours.
        SmallJob15 = "small_job_15",
        /// A fifth less is sold.
        Cautious = "cautious",
        /// A fifth more is sold.
        Good = "good",
        /// The business account takes four months longer.
        AccountLater = "account_later",
        /// The subsidy lasts three months only.
        ShortSupport = "short_support",
        /// The business closes after nine months, and the ordinary benefit comes back.
        Closes = "closes",
        /// An ordinary full-time job from the start instead of the business.
        OrdinaryJob = "ordinary_job",
        /// Neither business nor job.
        StayOnBenefit = "stay_on_benefit",
    }
}

const LESS: Rate = Rate::from_millionths(800_000);
const MORE: Rate = Rate::from_millionths(1_200_000);
/// How much longer the account takes.
const LATER_MONTHS: u32 = 4;
/// How long the short support lasts.
const SHORT_SUPPORT_MONTHS: u32 = 3;
/// How many months the business is open before it closes.
const OPEN_MONTHS: i32 = 9;
/// A full-time week.
const FULL_TIME: WeeklyHours = WeeklyHours::from_hundredths(3_700);

/// The variant of a scenario; `None` where it does not apply or would be the scenario itself. The
/// case's bounds are not looked at: [`Case::variant`](crate::case::Case::variant) does.
#[must_use]
pub fn make(rulebook: &Rulebook, scenario: &Scenario, variant: Variant) -> Option<Scenario> {
    let made = match variant {
        Variant::WithoutSmallJob => Some(without_jobs(scenario)),
        Variant::SmallJob5 => small_job(rulebook, scenario, 500),
        Variant::SmallJob10 => small_job(rulebook, scenario, 1_000),
        Variant::SmallJob15 => small_job(rulebook, scenario, 1_500),
        Variant::Cautious => revenue(scenario, LESS),
        Variant::Good => revenue(scenario, MORE),
        Variant::AccountLater => account_later(scenario),
        Variant::ShortSupport => short_support(scenario),
        Variant::Closes => closes(scenario),
        Variant::OrdinaryJob => ordinary_job(rulebook, scenario),
        Variant::StayOnBenefit => Some(without_jobs(&without_business(scenario))),
    };
    made.filter(|made| made != scenario)
}

fn without_jobs(scenario: &Scenario) -> Scenario {
    Scenario { small_jobs: Vec::new(), ..scenario.clone() }
}

/// The jobs of the plan to the end of the support, then one of these hours at the planned wage.
fn small_job(rulebook: &Rulebook, scenario: &Scenario, hundredths: i64) -> Option<Scenario> {
    let timeline = Timeline::of(scenario);
    let opens = timeline.opening().is_some();
    let from = Some(timeline.after_support()).filter(|_| opens && timeline.support_is_over_within())?;
    let hourly_wage = planned_wage(scenario, from).or_else(|| usual_wage(rulebook, from))?;
    let mut small_jobs = until(&scenario.small_jobs, from.plus(-1));
    let hours_per_week = WeeklyHours::from_hundredths(hundredths);
    small_jobs.push(SmallJob { from, until: None, hours_per_week, hourly_wage });
    Some(Scenario { small_jobs, ..scenario.clone() })
}

/// The wage of the job planned for the month, or else of the first job of the plan.
fn planned_wage(scenario: &Scenario, month: Month) -> Option<Money> {
    let jobs = &scenario.small_jobs;
    jobs.iter().find(|job| job.covers(month)).or(jobs.first()).map(|job| job.hourly_wage)
}

fn usual_wage(rulebook: &Rulebook, month: Month) -> Option<Money> {
    figure::SMAAJOB_TIMELOEN.at(rulebook, month).map(|found| found.value)
}

/// The jobs as far as they go to `last`.
fn until(jobs: &[SmallJob], last: Month) -> Vec<SmallJob> {
    let begun = jobs.iter().filter(|job| job.from <= last);
    begun.map(|job| SmallJob { until: Some(job.until.map_or(last, |until| until.min(last))), ..job.clone() }).collect()
}

fn revenue(scenario: &Scenario, factor: Rate) -> Option<Scenario> {
    let mut made = scenario.clone();
    let revenue = &mut made.business.as_mut()?.revenue;
    revenue.first_month = scaled(revenue.first_month, factor);
    revenue.full_month = scaled(revenue.full_month, factor);
    Some(made)
}

/// Everything else stays where it is in the calendar, a planned closing too.
fn account_later(scenario: &Scenario) -> Option<Scenario> {
    let closes = scenario.business.as_ref()?.closes;
    let account_wait_months = scenario.account_wait_months.saturating_add(LATER_MONTHS);
    let made = Scenario { account_wait_months, ..scenario.clone() };
    let opening = Timeline::of(&made).opening()?;
    closes.is_none_or(|closes| closes > opening).then_some(made)
}

fn short_support(scenario: &Scenario) -> Option<Scenario> {
    let months = scenario.subsidy.months.min(SHORT_SUPPORT_MONTHS);
    let subsidy = Subsidy { months, ..scenario.subsidy.clone() };
    scenario.business.is_some().then(|| Scenario { subsidy, ..scenario.clone() })
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
fn without_business(scenario: &Scenario) -> Scenario {
    Scenario {
        business: None,
        loan: None,
        course_months: Plan::COURSE_MONTHS,
        account_wait_months: Plan::ACCOUNT_WAIT_MONTHS,
        subsidy: Subsidy::default(),
        after_closure: AfterClosure::Benefit,
        ..scenario.clone()
    }
}

fn ordinary_job(rulebook: &Rulebook, scenario: &Scenario) -> Option<Scenario> {
    let from = scenario.start;
    let hourly_wage = ordinary_wage(rulebook, from)?;
    let small_jobs = vec![SmallJob { from, until: None, hours_per_week: FULL_TIME, hourly_wage }];
    Some(Scenario { small_jobs, ..without_business(scenario) })
}

/// The minimum wage of the industrial agreement, the only published hourly wage; before it is known,
/// the usual wage of a small job (an assumption).
fn ordinary_wage(rulebook: &Rulebook, month: Month) -> Option<Money> {
    let agreed = figure::OVERENSKOMST_MINIMALLOEN.at(rulebook, month).map(|found| found.value);
    agreed.or_else(|| usual_wage(rulebook, month))
}
