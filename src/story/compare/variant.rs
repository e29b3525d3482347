//! Ready-made changes of a plan.

use mikrolaan_engine::quantity::{Rate, WeeklyHours};
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::simulation::{AfterClosure, Scenario, SmallJob, Timeline};

use crate::session::RULEBOOK;

/// A ready-made change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    WithoutJob,
    Job5,
    Job10,
    Job15,
    Cautious,
    Good,
    LateAccount,
    ShortSupport,
    Closes,
    FullTimeJob,
    Benefit,
}

impl Variant {
    pub const ALL: &'static [Variant] = &[
        Variant::WithoutJob,
        Variant::Job5,
        Variant::Job10,
        Variant::Job15,
        Variant::Cautious,
        Variant::Good,
        Variant::LateAccount,
        Variant::ShortSupport,
        Variant::Closes,
        Variant::FullTimeJob,
        Variant::Benefit,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Variant::WithoutJob => "without_small_job",
            Variant::Job5 => "small_job_5",
            Variant::Job10 => "small_job_10",
            Variant::Job15 => "small_job_15",
            Variant::Cautious => "cautious",
            Variant::Good => "good",
            Variant::LateAccount => "account_late",
            Variant::ShortSupport => "short_support",
            Variant::Closes => "closes",
            Variant::FullTimeJob => "full_time_job",
            Variant::Benefit => "benefit",
        }
    }

    /// The plan with the change; `None` where there is nothing to change.
    pub fn of(self, base: &Scenario) -> Option<Scenario> {
        let mut scenario = base.clone();
        let timeline = Timeline::of(base);
        let has_job = base.small_jobs.iter().any(|job| job.hours_per_week > WeeklyHours::default());
        let job = |from, hours: i64| {
            let own = base.small_jobs.first().map(|job| job.hourly_wage);
            let usual = figure::SMAAJOB_TIMELOEN.at(&RULEBOOK, from)?.value;
            let hours_per_week = WeeklyHours::from_hundredths(hours * 100);
            Some(vec![SmallJob { from, until: None, hours_per_week, hourly_wage: own.unwrap_or(usual) }])
        };
        match self {
            Variant::WithoutJob if !has_job => return None,
            Variant::WithoutJob => scenario.small_jobs.clear(),
            Variant::Job5 => scenario.small_jobs = job(timeline.after_support(), 5)?,
            Variant::Job10 => scenario.small_jobs = job(timeline.after_support(), 10)?,
            Variant::Job15 => scenario.small_jobs = job(timeline.after_support(), 15)?,
            Variant::Cautious | Variant::Good => {
                let factor = Rate::from_millionths(if self == Variant::Good { 1_200_000 } else { 800_000 });
                let revenue = &mut scenario.business.as_mut()?.revenue;
                revenue.first_month = revenue.first_month.times(factor).round();
                revenue.full_month = revenue.full_month.times(factor).round();
            }
            Variant::LateAccount => scenario.account_wait_months += 4,
            Variant::ShortSupport if scenario.subsidy.months <= 3 => return None,
            Variant::ShortSupport => scenario.subsidy.months = 3,
            Variant::Closes => {
                scenario.business.as_mut()?.closes = Some(timeline.opening()?.plus(9));
                scenario.after_closure = AfterClosure::Benefit;
            }
            Variant::FullTimeJob | Variant::Benefit => {
                scenario.business = None;
                scenario.loan = None;
                let hours = if self == Variant::Benefit { 0 } else { 37 };
                scenario.small_jobs = job(scenario.start, hours)?;
            }
        }
        Some(scenario)
    }
}
