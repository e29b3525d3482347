//! What would be enough: the hours or the revenue that close the hole the first key sentence names.

use mikrolaan_engine::insight::goal_seek::{Found, Goal, Question, seek};
use mikrolaan_engine::quantity::{Money, WeeklyHours};
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::simulation::{Purse, SmallJob};

use super::View;
use super::keys::{Key, unwritten};
use crate::danish::write::{amount, hours, month_year, whole};
use crate::rulebook::RULEBOOK;
use crate::texts as t;
use crate::texts::enough as e;

/// The most hours a week that are tried: a full-time job.
const MOST_HOURS: WeeklyHours = WeeklyHours::from_hundredths(3_700);

/// What would be enough; `None` when nothing is missing, or a figure is not written yet.
pub(super) fn enough(view: &View<'_>) -> Option<Key> {
    let goal = goal(view)?;
    let revenue = revenue(view, goal);
    if goal == Goal::BusinessNeverNegative {
        return Some(Key::new(business(revenue?), e::business_job()));
    }
    Some(by_job(view, goal, revenue))
}

/// The goal that the first sentence is about.
fn goal(view: &View<'_>) -> Option<Goal> {
    if unwritten(view).is_some() {
        return None;
    }
    let figures = &view.simulation.key_figures;
    match figures.first_shortfall {
        Some(short) if short.purse == Purse::Household => Some(Goal::HouseholdNeverNegative),
        Some(_) => Some(Goal::BusinessNeverNegative),
        None => figures.gap_after_support.filter(|gap| gap.rounded_kroner() > 0).map(|_| Goal::NoGapAfterSupport),
    }
}

/// How much more revenue is enough: in percent, or never.
enum Revenue {
    More(i64),
    Never,
}

/// `None` where the question cannot be asked, or where more revenue is not what helps.
fn revenue(view: &View<'_>, goal: Goal) -> Option<Revenue> {
    match seek(&RULEBOOK, view.plan, Question::RevenueFactor, goal).ok()? {
        Some(Found::RevenueFactor(factor)) => {
            let more = factor.millionths() / 10_000 - 100;
            (more > 0).then_some(Revenue::More(more))
        }
        _ => Some(Revenue::Never),
    }
}

fn percent(more: i64) -> String {
    t::unit::percent_value(&whole(more))
}

fn business(revenue: Revenue) -> String {
    match revenue {
        Revenue::More(more) => e::revenue(&percent(more)),
        Revenue::Never => e::revenue_never().to_owned(),
    }
}

/// One extra small job from the day the support ends, or more revenue.
fn by_job(view: &View<'_>, goal: Goal, revenue: Option<Revenue>) -> Key {
    if comes_too_late(view) {
        let note = [e::job_late_note(), " ", &instead(revenue)].concat();
        return Key::new(e::job_late(), note.trim_end().to_owned());
    }
    let wage = wage(view);
    let found = seek(&RULEBOOK, view.plan, Question::JobHours(wage), goal).ok().flatten();
    let (fact, revenue) = match found {
        Some(Found::JobHours(found)) => (job(view, found, [e::job, e::job_extra]), or(revenue)),
        _ => (job(view, MOST_HOURS, [e::job_never, e::job_never_extra]), instead(revenue)),
    };
    let wage_said = if view.simulation.before_tax { e::wage_before_tax } else { e::wage };
    let note = [&revenue, " ", &wage_said(&amount(wage))].concat();
    Key::new(fact, note.trim_start().to_owned())
}

/// A job that begins when the support has ended cannot close a hole before that.
fn comes_too_late(view: &View<'_>) -> bool {
    let short = view.simulation.key_figures.first_shortfall;
    short.is_some_and(|short| short.month < view.plan.timeline().after_support())
}

fn or(revenue: Option<Revenue>) -> String {
    match revenue {
        Some(Revenue::More(more)) => e::revenue_or(&percent(more)),
        Some(Revenue::Never) => e::revenue_alone().to_owned(),
        None => String::new(),
    }
}

fn instead(revenue: Option<Revenue>) -> String {
    match revenue {
        Some(Revenue::More(more)) => e::revenue_instead(&percent(more)),
        Some(Revenue::Never) => e::revenue_never().to_owned(),
        None => String::new(),
    }
}

/// The sentence about the hours; another one for who has a small job by then: these come on top.
fn job(view: &View<'_>, found: WeeklyHours, [new, extra]: [fn(&str, &str) -> String; 2]) -> String {
    let from = view.plan.timeline().after_support();
    let number = hours(found);
    let number = if found.hundredths() < 200 { e::hours_one(&number) } else { e::hours_many(&number) };
    let has_one = paid_jobs(view).any(|job| job.until.is_none_or(|until| until >= from));
    let sentence = if has_one { extra } else { new };
    sentence(&number, &month_year(from))
}

fn paid_jobs<'a>(view: &View<'a>) -> impl Iterator<Item = &'a SmallJob> + use<'a> {
    view.plan.scenario.small_jobs.iter().filter(|job| job.hours_per_week > WeeklyHours::default())
}

/// The wage of the person's own small job, else the usual one.
fn wage(view: &View<'_>) -> Money {
    let own = view.plan.scenario.small_jobs.first().map(|job| job.hourly_wage);
    let usual = || figure::SMAAJOB_TIMELOEN.at(&RULEBOOK, view.plan.timeline().after_support());
    own.filter(|wage| wage.is_positive()).or_else(|| usual().map(|found| found.value)).unwrap_or_default()
}

#[cfg(test)]
#[path = "enough_tests.rs"]
mod tests;
