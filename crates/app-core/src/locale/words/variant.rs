//! The words of the ready-made changes of a plan.

use crate::locale::language::Text;
use mikrolaan_engine::insight::variants::Variant;
use mikrolaan_engine::simulation::{Phase, Scenario, Simulation};

use crate::locale::argument::{Amount, Hours, MonthOf};
use crate::locale::texts::variant as v;

/// Its name; a small job's says whether it is `enough`.
pub fn title(variant: Variant, enough: bool) -> Text {
    match variant {
        Variant::EnoughJob if enough => v::enough_job::title(),
        Variant::EnoughJob => v::enough_job::title_not(),
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
        Variant::VatAbsorbed => v::vat_absorbed::title(),
    }
}

/// What is different, with its months.
pub fn hint(variant: Variant, scenario: &Scenario, simulation: &Simulation) -> String {
    match variant {
        Variant::EnoughJob | Variant::SmallJob5 | Variant::SmallJob10 | Variant::SmallJob15 => {
            of_job(scenario, v::job_hint)
        }
        Variant::OrdinaryJob => of_job(scenario, v::ordinary_job::hint),
        Variant::StayOnBenefit => v::stay_on_benefit::hint().to_owned(),
        Variant::VatAbsorbed => v::vat_absorbed::hint().to_owned(),
        Variant::AccountLater => v::account_later::hint().to_owned(),
        Variant::Closes => closes(simulation),
        Variant::WithoutSmallJob | Variant::Cautious | Variant::Good | Variant::ShortSupport => v::rest().to_owned(),
    }
}

/// The month it closes, and whether there is a benefit to come back to.
fn closes(simulation: &Simulation) -> String {
    let closed = simulation.months.iter().find(|row| row.phase == Phase::Closed);
    closed.map_or_else(String::new, |row| {
        let words = if row.household.benefit.is_zero() { v::closes::hint_nothing } else { v::closes::hint };
        words(MonthOf(row.month))
    })
}

fn of_job(scenario: &Scenario, words: fn(&str, MonthOf, Amount) -> String) -> String {
    let Some(job) = scenario.small_jobs.last() else { return String::new() };
    words(&v::hours(Hours(job.hours_per_week)), MonthOf(job.from), Amount::Exact(job.hourly_wage))
}
