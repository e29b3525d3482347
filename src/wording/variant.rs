//! The words of the ready-made changes of a plan.

use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::simulation::Scenario;

use crate::danish::write::{amount, hours, month_year};
use crate::texts::variant as v;

/// Its name.
pub fn title(variant: Variant) -> &'static str {
    match variant {
        Variant::WithoutSmallJob => v::without_small_job::title(),
        Variant::SmallJob5 => v::small_job_5::title(),
        Variant::SmallJob10 => v::small_job_10::title(),
        Variant::SmallJob15 => v::small_job_15::title(),
        Variant::Cautious => v::cautious::title(),
        Variant::Good => v::good::title(),
        Variant::AccountLater => v::account_later::title(),
        Variant::ShortSupport => v::short_support::title(),
        Variant::Closes => v::closes::title(),
        Variant::OrdinaryJob => v::ordinary_job::title(),
        Variant::StayOnBenefit => v::stay_on_benefit::title(),
    }
}

/// How a sentence about it begins; the verb comes next.
pub fn phrase(variant: Variant) -> &'static str {
    match variant {
        Variant::WithoutSmallJob => v::without_small_job::phrase(),
        Variant::SmallJob5 => v::small_job_5::phrase(),
        Variant::SmallJob10 => v::small_job_10::phrase(),
        Variant::SmallJob15 => v::small_job_15::phrase(),
        Variant::Cautious => v::cautious::phrase(),
        Variant::Good => v::good::phrase(),
        Variant::AccountLater => v::account_later::phrase(),
        Variant::ShortSupport => v::short_support::phrase(),
        Variant::Closes => v::closes::phrase(),
        Variant::OrdinaryJob => v::ordinary_job::phrase(),
        Variant::StayOnBenefit => v::stay_on_benefit::phrase(),
    }
}

/// What is different, with its months.
pub fn hint(variant: Variant, scenario: &Scenario) -> String {
    match variant {
        Variant::SmallJob5 | Variant::SmallJob10 | Variant::SmallJob15 => of_job(scenario, v::job_hint),
        Variant::OrdinaryJob => of_job(scenario, v::ordinary_job::hint),
        Variant::StayOnBenefit => v::stay_on_benefit::hint().to_owned(),
        Variant::Closes => {
            let closes = scenario.business.as_ref().and_then(|business| business.closes);
            closes.map(|month| v::closes::hint(&month_year(month))).unwrap_or_default()
        }
        Variant::WithoutSmallJob
        | Variant::Cautious
        | Variant::Good
        | Variant::AccountLater
        | Variant::ShortSupport => v::rest().to_owned(),
    }
}

fn of_job(scenario: &Scenario, words: fn(&str, &str, &str) -> String) -> String {
    let job = scenario.small_jobs.last();
    job.map(|job| words(&hours(job.hours_per_week), &month_year(job.from), &amount(job.hourly_wage)))
        .unwrap_or_default()
}
