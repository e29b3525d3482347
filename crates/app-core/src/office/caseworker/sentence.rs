//! The first sentence of the money: how long it lasts and what is missing first. It says no more than the figures bear: what it
//! holds under stands with it.

use mikrolaan_engine::case::Case;
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::insight::goal_seek::holds;
use mikrolaan_engine::insight::variants::{ENOUGH, Variant};
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::simulation::{Purse, Shortfall};
use mikrolaan_engine::trace::Line;

use super::tracing::TracedFigure;
use super::worked::{WorkedCase, rulebook_of};
use crate::locale::argument::{Amount, DateOf, Hours, MonthOf, Months};
use crate::locale::texts::headline as h;
use crate::locale::texts::named::AmountHoursMonthWage;
use crate::locale::texts::office::caseworker::sentence as words;
use crate::locale::write;
use crate::views::View;
use crate::views::decisive::condition;
use crate::views::headlines::named_gap;
use mikrolaan_engine::evaluate::evaluate;

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentencePart {
    /// Words.
    Words(String),
    /// A figure that leads to where it comes from.
    Figure(String, TracedFigure),
}

/// The sentence, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneySentence {
    /// The sentence.
    pub parts: Vec<SentencePart>,
    /// Money is missing.
    pub is_short: bool,
    /// What it holds under, while what is spent or sold is a guess; empty where it is not, and of an invented case.
    pub condition: String,
    /// What else it rests on: answers that are missing, and where support ends.
    pub notes: Vec<String>,
}

impl MoneySentence {
    /// Of a plan that can be worked out and has its figures.
    pub fn of(case: &Case, evaluated: &Evaluated, column: usize, is_invented: bool) -> Self {
        let (text, figure) = said(evaluated);
        let figures = &evaluated.simulation.key_figures;
        let lowest = evaluated.simulation.benefit_range.as_ref().map(|_| words::lowest().to_owned());
        let ends = figures.support_ends.map(|month| h::support_ends::fact(DateOf::last_of(month)));
        MoneySentence {
            parts: parts(&text, figure, column),
            is_short: figures.first_shortfall.is_some(),
            condition: if is_invented { String::new() } else { condition(case) },
            notes: lowest.into_iter().chain(ends).collect(),
        }
    }

    /// The sentence as one text.
    pub fn text(&self) -> String {
        let part = |part: &SentencePart| match part {
            SentencePart::Words(words) | SentencePart::Figure(words, _) => words.clone(),
        };
        self.parts.iter().map(part).collect()
    }
}

/// A figure of the sentence as it is written, its month, and its line.
type SaidFigure = (String, Month, Line);

/// The sentence, and the figure in it that can be asked about.
fn said(evaluated: &Evaluated) -> (String, Option<SaidFigure>) {
    let (plan, simulation) = (evaluated.plan(), &evaluated.simulation);
    let figures = &simulation.key_figures;
    let view = View { plan: &plan, simulation };
    if let Some(short) = figures.first_shortfall {
        let month = MonthOf(short.month);
        return if short.purse == Purse::Business {
            let amount = short.business.abs();
            let figure = (write::kroner(amount), short.month, Line::BusinessClosing);
            (h::shortfall_business::fact(Amount::Whole(amount), month), Some(figure))
        } else {
            let amount = short.household.abs();
            let until = figures.lasts_until.map(|month| words::lasts_until(MonthOf(month)));
            let first = words::first_missing(Amount::Whole(amount), month);
            let figure = (write::kroner(amount), short.month, Line::HouseholdClosing);
            (until.into_iter().chain([first]).collect::<Vec<_>>().join(" "), Some(figure))
        };
    }
    if let Some(gap) = named_gap(&view).filter(|_| !holds(ENOUGH, simulation)) {
        let figure = (write::kroner(gap.gap()), gap.month, Line::HouseholdClosing);
        return (h::gap_covered::fact(Amount::Whole(gap.gap()), MonthOf(gap.month)), Some(figure));
    }
    let all = words::enough(Months(plan.scenario.months));
    match figures.lowest_household {
        Some(low) => {
            let least = words::least(Amount::Whole(low.balance), MonthOf(low.month));
            let figure = (write::kroner(low.balance), low.month, Line::HouseholdClosing);
            ([all, least].join(" "), Some(figure))
        }
        None => (all, None),
    }
}

fn parts(text: &str, figure: Option<SaidFigure>, column: usize) -> Vec<SentencePart> {
    let words = |words: &str| SentencePart::Words(words.to_owned());
    let found =
        figure.and_then(|(written, month, line)| Some((text.rsplit_once(&written)?, written.clone(), month, line)));
    let Some(((before, after), written, month, line)) = found else { return vec![words(text)] };
    let traced = TracedFigure { column: Some(column), month, line: Some(line) };
    let parts = [words(before), SentencePart::Figure(written, traced), words(after)];
    parts.into_iter().filter(|part| *part != words("")).collect()
}

/// What one small job from the end of the support is worth: the fewest hours with which there is enough, or what they leave short.
/// Sought by simulating; that takes longer than a keystroke may. `None` where nothing is missing, or a job changes nothing.
pub fn small_job(worked: &WorkedCase) -> Option<String> {
    let (case, outcome) = worked.plan()?;
    let own = outcome.as_ref().ok()?;
    // Hours of a job fill no hole of the business's.
    let of_business = |short: Shortfall| short.purse == Purse::Business;
    if holds(ENOUGH, &own.simulation) || own.simulation.key_figures.first_shortfall.is_some_and(of_business) {
        return None;
    }
    let rulebook = rulebook_of(case);
    let made = case.variant(&rulebook, 0, Variant::EnoughJob)?;
    let job = made.small_jobs.last()?.clone();
    let with = Case { scenarios: vec![made], ..case.clone() };
    let evaluated = evaluate(&with, &rulebook, 0).ok()?;
    let (hours, month, wage) = (Hours(job.hours_per_week), MonthOf(job.from), Amount::Exact(job.hourly_wage));
    Some(match evaluated.simulation.key_figures.first_shortfall {
        _ if holds(ENOUGH, &evaluated.simulation) => words::job_enough(hours, month, wage),
        Some(_) => {
            let amount = Amount::Whole(evaluated.simulation.key_figures.deepest_shortfall);
            words::job_short(AmountHoursMonthWage { amount, hours, month, wage })
        }
        None => words::job_helps(hours, month, wage),
    })
}
