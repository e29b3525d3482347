//! What would help when money is missing, of two kinds that are never mixed: *nok hver måned*, after which no
//! shortage is left anywhere, and *hjælper, men er ikke nok*, which says what is still missing.

use crate::locale::language::Text;
use mikrolaan_engine::insight::feasible::{has_helped, is_feasible, most_feasible};
use mikrolaan_engine::insight::goal_seek::{Found, Goal, Question, seek, with};
use mikrolaan_engine::insight::variants::job_wage;
use mikrolaan_engine::quantity::{Money, WeeklyHours};
use mikrolaan_engine::simulation::{Simulation, SmallJob, simulate};

use super::View;
use super::headlines::{is_goal_reached, unwritten};
use crate::locale::argument::{Amount, Hours, MonthOf, Percent};
use crate::locale::texts::offers as o;
use crate::rulebook::RULEBOOK;

/// What would help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// After any one of these no shortage is left.
    pub sufficient: Vec<String>,
    /// These help, and say what is still missing.
    pub helps: Vec<String>,
    /// What the hours are paid with.
    pub wage: String,
}

/// What helps in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferList {
    /// How far it helps.
    pub title: Text,
    /// What is said of all of it.
    pub lead: Option<Text>,
    /// The offers, one sentence each.
    pub sentences: Vec<String>,
}

impl Offers {
    /// What is enough alone, then what helps and says what is still missing; none where nothing helps.
    pub fn lists(&self) -> Vec<OfferList> {
        let lead = (self.sufficient.len() > 1).then(o::enough_lead);
        let lists = [(o::enough(), lead, &self.sufficient), (o::helps(), None, &self.helps)];
        let lists = lists.map(|(title, lead, sentences)| OfferList { title, lead, sentences: sentences.clone() });
        lists.into_iter().filter(|list| !list.sentences.is_empty()).collect()
    }

    /// What would be enough, for who listens; empty where nothing is.
    pub fn sufficient_text(&self) -> String {
        if self.sufficient.is_empty() {
            String::new()
        } else {
            [&o::enough(), ": ", &self.sufficient.join(" ")].concat()
        }
    }
}

/// What would help; `None` when nothing is missing, or a figure is not written yet.
pub(super) fn offers(view: &View<'_>) -> Option<Offers> {
    if unwritten(view).is_some() || is_goal_reached(view) {
        return None;
    }
    let mut offers = Offers { wage: wage_said(view), ..Offers::default() };
    let job = Question::JobHours(wage(view));
    for question in [job, Question::LivingCostsCut, Question::RevenueFactor, Question::ExtraSavings] {
        if let Some(found) = sought(view, question, Goal::EnoughEveryMonth) {
            offers.sufficient.push(sentence(view, found));
        } else if let Some(found) = most(view, question) {
            offers.helps.extend(helps(view, question, found));
        }
    }
    Some(offers)
}

/// The least that reaches the goal, if that can be done.
fn sought(view: &View<'_>, question: Question, goal: Goal) -> Option<Found> {
    let found = seek(&RULEBOOK, view.plan, question, goal).ok()??;
    is_feasible(view.plan, found).then_some(found)
}

/// The most that can be done of it; of savings what keeps the account from going below zero.
fn most(view: &View<'_>, question: Question) -> Option<Found> {
    match question {
        Question::ExtraSavings => sought(view, question, Goal::HouseholdNeverNegative),
        _ => most_feasible(view.plan, question),
    }
}

/// What helps, and what is still missing then; nothing when it helps nothing.
fn helps(view: &View<'_>, question: Question, found: Found) -> Option<String> {
    let scenario = with(view.plan, question, found)?;
    let then = simulate(&RULEBOOK, &view.plan.trying(&scenario)).ok()?;
    let still = still_missing(&then);
    let better = has_helped(view.simulation, &then);
    better.then(|| [&sentence(view, found), " ", &still].concat())
}

/// What is missing after all: on the account, on the business's, or between what comes in and what goes out.
fn still_missing(then: &Simulation) -> String {
    let figures = &then.key_figures;
    let business = figures.lowest_business.filter(|low| low.balance.is_negative());
    match (figures.deepest_shortfall, business) {
        (missing, _) if missing.is_positive() => o::still_missing(Amount::Whole(missing)),
        (_, Some(low)) => o::still_missing_business(Amount::Whole(low.balance.abs())),
        _ => o::still_minus().to_owned(),
    }
}

fn sentence(view: &View<'_>, found: Found) -> String {
    match found {
        Found::JobHours(found) => {
            let words = if has_job(view) { o::job_more } else { o::job };
            words(Hours(found), MonthOf(view.plan.timeline().after_support()))
        }
        Found::LivingCostsCut(cut) => o::cut(Amount::Whole(cut)),
        Found::RevenueFactor(factor) => o::revenue(Percent::Whole(factor.percent_above_one())),
        Found::ExtraSavings(savings) | Found::Principal(savings) => o::savings(Amount::Whole(savings)),
    }
}

// ── what can be done

fn has_job(view: &View<'_>) -> bool {
    paid_jobs(view).next().is_some()
}

/// The jobs one has when the support has ended.
fn paid_jobs<'a>(view: &View<'a>) -> impl Iterator<Item = &'a SmallJob> + use<'a> {
    let from = view.plan.timeline().after_support();
    let paid = |job: &&SmallJob| job.hours_per_week > WeeklyHours::default();
    view.plan.scenario.small_jobs.iter().filter(paid).filter(move |job| job.until.is_none_or(|until| until >= from))
}

/// What the hours are paid with.
fn wage(view: &View<'_>) -> Money {
    job_wage(&RULEBOOK, view.plan).unwrap_or_default()
}

fn wage_said(view: &View<'_>) -> String {
    let words = if view.simulation.before_tax { o::wage_before_tax } else { o::wage };
    words(Amount::Exact(wage(view)))
}

#[cfg(test)]
#[path = "offers_tests.rs"]
mod tests;
