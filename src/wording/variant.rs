//! The words of the ready-made changes of a plan.

use mikrolaan_engine::simulation::Scenario;

use crate::danish::write::{amount, hours, month_year};
use crate::story::compare::variant::Variant;
use crate::texts::variant as v;

/// Its name.
pub fn title(variant: Variant) -> &'static str {
    match variant {
        Variant::WithoutJob => v::without_job::title(),
        Variant::Job5 => v::job_5::title(),
        Variant::Job10 => v::job_10::title(),
        Variant::Job15 => v::job_15::title(),
        Variant::Cautious => v::cautious::title(),
        Variant::Good => v::good::title(),
        Variant::LateAccount => v::late_account::title(),
        Variant::ShortSupport => v::short_support::title(),
        Variant::Closes => v::closes::title(),
        Variant::FullTimeJob => v::full_time_job::title(),
        Variant::Benefit => v::benefit::title(),
    }
}

/// How a sentence about it begins; the verb comes next.
pub fn phrase(variant: Variant) -> &'static str {
    match variant {
        Variant::WithoutJob => v::without_job::phrase(),
        Variant::Job5 => v::job_5::phrase(),
        Variant::Job10 => v::job_10::phrase(),
        Variant::Job15 => v::job_15::phrase(),
        Variant::Cautious => v::cautious::phrase(),
        Variant::Good => v::good::phrase(),
        Variant::LateAccount => v::late_account::phrase(),
        Variant::ShortSupport => v::short_support::phrase(),
        Variant::Closes => v::closes::phrase(),
        Variant::FullTimeJob => v::full_time_job::phrase(),
        Variant::Benefit => v::benefit::phrase(),
    }
}

/// What is different, with its months.
pub fn hint(variant: Variant, scenario: &Scenario) -> String {
    match variant {
        Variant::Job5 | Variant::Job10 | Variant::Job15 => of_job(scenario, v::job_hint),
        Variant::FullTimeJob => of_job(scenario, v::full_time_job::hint),
        Variant::Benefit => v::benefit::hint().to_owned(),
        Variant::Closes => {
            let closes = scenario.business.as_ref().and_then(|business| business.closes);
            closes.map(|month| v::closes::hint(&month_year(month))).unwrap_or_default()
        }
        Variant::WithoutJob | Variant::Cautious | Variant::Good | Variant::LateAccount | Variant::ShortSupport => {
            v::rest().to_owned()
        }
    }
}

fn of_job(scenario: &Scenario, words: fn(&str, &str, &str) -> String) -> String {
    let job = scenario.small_jobs.last();
    job.map(|job| words(&hours(job.hours_per_week), &month_year(job.from), &amount(job.hourly_wage)))
        .unwrap_or_default()
}
