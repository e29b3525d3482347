//! Small choices about the plan: months, and ways of doing a thing.

use mikrolaan_engine::case::{Case, FieldKind, FieldValue, usual_small_job};
use mikrolaan_engine::quantity::{Month, Rate};
use mikrolaan_engine::screening::{AnswerKey, YesNo};
use mikrolaan_engine::simulation::{
    Benefit, Deduction, Repayment, Scenario, ScenarioField as F, SmallJob, Timeline, base_benefit,
};

use super::field_props::{FieldProps, Layout};
use super::scope::Scope;
use super::span::{MonthOptions, MonthSpan};
use super::subject::{Subject, has_own_benefit};
use super::{Word, no_word};
use crate::locale::argument::MonthOf;
use crate::locale::texts as t;
use crate::locale::texts::budget as b;
use crate::locale::texts::months::input as short;
use crate::rulebook::RULEBOOK;
use crate::state::answering;
use crate::state::event::{Event, GivenAnswer};

/// A choice about the plan.
pub struct PlanChoice {
    /// What it is about.
    pub of: Subject,
    /// Its label.
    pub label: Word,
    /// Help below the label.
    pub hint: Word,
    /// What there is to choose between.
    pub picks: Picks,
}

/// What there is to choose between.
pub enum Picks {
    /// Always the same few things, as rows: their labels, in the order of the engine's words for them.
    Rows(&'static [Word]),
    /// Months, which depend on the rest of the plan, as a list that folds out.
    Months {
        /// Which.
        span: fn(&Case, &Scenario, usize) -> MonthSpan,
        /// What does not fit with the rest of the plan, in words: decided by the months there are to choose between
        /// and the chosen one.
        misfit: fn(&Scenario, usize) -> Option<String>,
    },
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// The word for it.
    pub value: String,
    /// What a person reads.
    pub label: String,
}

/// One thing to choose.
pub(super) fn pick(value: &str, label: &str) -> SelectOption {
    SelectOption { value: value.to_owned(), label: label.to_owned() }
}

impl PlanChoice {
    /// The words of its field.
    pub fn props(&self, scope: Scope, layout: Layout) -> FieldProps {
        let id = match self.of {
            Subject::Field(F::Benefit) => "benefit_way".to_owned(),
            Subject::Field(field @ F::Seasonality) => field.key().to_owned(),
            of => scope.id(of),
        };
        FieldProps { id, label: (self.label)().to_owned(), hint: (self.hint)(), layout, ..FieldProps::default() }
    }

    /// The rows there are to choose between; none where it is months.
    pub fn rows(&self) -> Vec<SelectOption> {
        let labels = if let Picks::Rows(labels) = self.picks { labels } else { &[] };
        self.words().iter().zip(labels).map(|(word, label)| pick(word, &label())).collect()
    }

    /// Which of the rows is chosen.
    pub fn chosen(&self, case: &Case, at: usize) -> Option<usize> {
        let scenario = case.scenarios.first();
        match self.of {
            Subject::Answer(key) => {
                let chosen = answering::chosen(&case.answers, key)?;
                self.words().iter().position(|word| *word == chosen)
            }
            Subject::Field(F::Benefit) => Some(usize::from(scenario.is_some_and(has_own_benefit))),
            Subject::Field(F::Seasonality) => Some(usize::from(scenario.and_then(seasons).is_some())),
            Subject::Field(field) => match field.read(scenario?, &RULEBOOK, at)? {
                FieldValue::Choice(place) => Some(place),
                _ => None,
            },
        }
    }

    /// A number that differs when the months there are to choose between do, or the chosen one.
    pub fn number(&self, case: &Case, at: usize) -> Option<i64> {
        let Picks::Months { span, .. } = self.picks else { return None };
        Some(span(case, case.scenarios.first()?, at).number())
    }

    /// The months there are to choose between; none where it is rows.
    pub fn months(&self, case: &Case, at: usize) -> MonthOptions {
        match (&self.picks, case.scenarios.first()) {
            (Picks::Months { span, misfit }, Some(scenario)) => {
                MonthOptions { misfit: misfit(scenario, at), ..span(case, scenario, at).list() }
            }
            _ => MonthOptions::default(),
        }
    }

    /// What happens when this is chosen, by its word; none of a list of months is nothing.
    pub fn choose(&self, case: &Case, at: usize, word: &str) -> Option<Event> {
        let field = match self.of {
            Subject::Answer(key) => return Some(Event::Answer(key, GivenAnswer::Chosen(answering::known(key, word)?))),
            Subject::Field(field) => field,
        };
        let mut scenario = case.scenarios.first()?.clone();
        let place = self.words().iter().position(|known| *known == word);
        match field {
            F::Benefit => scenario.benefit = (place == Some(1)).then(|| own_benefit(case)),
            F::Seasonality => {
                let factors = (place == Some(1)).then(|| seasons(&scenario).unwrap_or([Rate::ONE; 12]));
                scenario.business.get_or_insert_default().seasonality = factors;
            }
            _ => {
                let month = || Month::parse(word).map(FieldValue::Month);
                field.write(&mut scenario, &RULEBOOK, at, place.map(FieldValue::Choice).or_else(month));
            }
        }
        Some(Event::Edit(Box::new(scenario)))
    }

    /// The words of the rows.
    fn words(&self) -> &'static [&'static str] {
        match self.of {
            Subject::Answer(_) => YesNo::IDS,
            Subject::Field(F::Benefit) => &["computed", "own"],
            Subject::Field(F::Seasonality) => &["same", "own"],
            Subject::Field(field) => match field.kind() {
                Some(FieldKind::Choice(words)) => words,
                _ => &[],
            },
        }
    }
}

/// The person's own benefit, which begins as the computed one.
fn own_benefit(case: &Case) -> Benefit {
    let computed = case.plan(0).ok().and_then(|plan| base_benefit(&RULEBOOK, &plan));
    Benefit::Own { monthly: computed.unwrap_or_default(), deduction: Deduction::Kontanthjaelp }
}

/// The factors of the months, if they are not all alike.
pub fn seasons(scenario: &Scenario) -> Option<[Rate; 12]> {
    scenario.business.as_ref().and_then(|business| business.seasonality)
}

/// When the business closes, if it does.
pub fn closing(scenario: &Scenario) -> Option<Month> {
    scenario.business.as_ref().and_then(|business| business.closes)
}

/// Is the loan paid back over a number of months? `None` without a loan.
pub fn by_term(scenario: &Scenario) -> Option<bool> {
    scenario.loan.as_ref().map(|loan| matches!(loan.repayment, Repayment::Term(_)))
}

/// A small job, or the usual one when there is none at this place.
fn job(scenario: &Scenario, at: usize) -> SmallJob {
    scenario.small_jobs.get(at).cloned().unwrap_or_else(|| usual_small_job(scenario, &RULEBOOK))
}

// ── what does not fit

/// Fits with everything.
fn fits(_: &Scenario, _: usize) -> Option<String> {
    None
}

fn closes_too_early(scenario: &Scenario, _: usize) -> Option<String> {
    let opening = Timeline::of(scenario).opening()?;
    (closing(scenario)? <= opening).then(|| t::months::closes_too_early(MonthOf(opening)))
}

fn ends_too_early(scenario: &Scenario, at: usize) -> Option<String> {
    let job = scenario.small_jobs.get(at)?;
    (job.until? < job.from).then(|| t::months::until_too_early(MonthOf(job.from)))
}

/// The first thing in a plan that does not fit with the rest of it, in words.
pub fn misfit(scenario: &Scenario) -> Option<String> {
    let jobs = (0..scenario.small_jobs.len()).find_map(|at| ends_too_early(scenario, at));
    closes_too_early(scenario, 0).or(jobs)
}

// ── months

/// How far ahead of today a plan can begin.
const MONTHS_AHEAD: i32 = 24;

/// The first month of the plan.
pub static START: PlanChoice = PlanChoice {
    of: Subject::Field(F::Start),
    label: b::course::start,
    hint: no_word,
    picks: Picks::Months {
        span: |case, scenario, _| MonthSpan {
            none: None,
            from: case.as_of,
            to: case.as_of.plus(MONTHS_AHEAD),
            chosen: Some(scenario.start),
        },
        misfit: fits,
    },
};

/// The first month of a small job.
pub static JOB_FROM: PlanChoice = PlanChoice {
    of: Subject::Field(F::JobFrom),
    label: short::from,
    hint: no_word,
    picks: Picks::Months {
        span: |_, scenario, at| MonthSpan {
            none: None,
            from: scenario.start,
            to: Timeline::of(scenario).last(),
            chosen: Some(job(scenario, at).from),
        },
        misfit: fits,
    },
};

/// The last month of a small job, if it has one.
pub static JOB_UNTIL: PlanChoice = PlanChoice {
    of: Subject::Field(F::JobUntil),
    label: b::job::until,
    hint: no_word,
    picks: Picks::Months {
        span: |_, scenario, at| {
            let job = job(scenario, at);
            let to = Timeline::of(scenario).last();
            MonthSpan { none: Some(b::job::until_open), from: job.from, to, chosen: job.until }
        },
        misfit: ends_too_early,
    },
};

/// The month in which the business closes, if it does: one after that in which it opens.
pub static CLOSES: PlanChoice = PlanChoice {
    of: Subject::Field(F::Closes),
    label: b::operating::closes,
    hint: b::operating::closes_hint,
    picks: Picks::Months {
        span: |_, scenario, _| {
            let timeline = Timeline::of(scenario);
            let from = timeline.opening().map_or(scenario.start, |opening| opening.plus(1));
            MonthSpan { none: Some(b::operating::closes_never), from, to: timeline.last(), chosen: closing(scenario) }
        },
        misfit: closes_too_early,
    },
};

// ── rows

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident = $of:expr, $label:path, $hint:path: $($row:path),+;)+) => {
        $($(#[$doc])* pub static $name: PlanChoice =
            PlanChoice { of: $of, label: $label, hint: $hint, picks: Picks::Rows(&[$($row),+]) };)+

        /// All of them, the months among them.
        pub const ALL: &[&PlanChoice] = &[&START, &JOB_FROM, &JOB_UNTIL, &CLOSES, $(&$name,)+];
    };
}

rows! {
    /// What the person lives on after the business has closed.
    AFTER_CLOSURE = Subject::Field(F::AfterClosure), b::operating::after_closure, no_word:
        b::operating::after_closure_benefit, b::operating::after_closure_nothing;
    /// How the subsidy follows the need.
    SUBSIDY_MODEL = Subject::Field(F::SubsidyModel), b::course::subsidy_model, b::course::subsidy_model_why:
        b::course::subsidy_need_based, b::course::subsidy_full;
    /// How tax is worked out.
    TAX_MODE = Subject::Field(F::TaxMode), b::tax::mode, no_word: b::tax::simplified, b::tax::none;
    /// How the loan is paid back.
    REPAYMENT = Subject::Field(F::Repayment), b::loan::repayment, no_word: b::loan::by_instalment, b::loan::by_term;
    /// Every month alike, or a factor for each.
    SEASONALITY = Subject::Field(F::Seasonality), b::operating::seasonality, no_word:
        b::operating::seasonality_same, b::operating::seasonality_own;
    /// How the benefit is found: computed, or the person's own amount.
    BENEFIT_WAY = Subject::Field(F::Benefit), b::benefit::way, no_word:
        b::benefit::computed_choice, b::benefit::own_choice;
    /// Whether earnings reduce the person's own amount.
    DEDUCTION = Subject::Field(F::BenefitDeduction), b::benefit::deduction, no_word:
        b::benefit::deduction_kontanthjaelp, b::benefit::deduction_none;
    /// Does the person receive housing benefit?
    HOUSING_BENEFIT = Subject::Answer(AnswerKey::HousingBenefit), t::question::housing_benefit::title, t::question::housing_benefit::hint:
        t::common::yes, t::common::no, t::common::dont_know;
    /// Has the person more than the benefit allows? Its label names the amount, see `views::budget`.
    WEALTH = Subject::Answer(AnswerKey::WealthOverLimit), no_word, t::question::wealth_over_limit::hint:
        t::common::yes, t::common::no, t::common::dont_know;
    /// What becomes of VAT.
    VAT = Subject::Field(F::Vat), b::operating::vat, b::operating::vat_hint: b::operating::vat_ignored, b::operating::vat_absorbed;
    /// Does the person live alone?
    SINGLE = Subject::Answer(AnswerKey::Single), t::question::single::title, t::question::single::hint:
        t::common::yes, t::common::no;
    /// Does the person support a child?
    CHILDREN = Subject::Answer(AnswerKey::Children), t::question::children::title, t::question::children::hint:
        t::common::yes, t::common::no;
    /// Does the person live with their parents?
    LIVES_WITH_PARENTS = Subject::Answer(AnswerKey::LivesWithParents),
        t::question::lives_with_parents::title, t::question::lives_with_parents::hint: t::common::yes, t::common::no;
    /// Does one of the children live with the person?
    CHILDREN_AT_HOME = Subject::Answer(AnswerKey::ChildrenAtHome),
        t::question::children_at_home::title, t::question::children_at_home::hint: t::common::yes, t::common::no;
    /// Is the person married?
    MARRIED = Subject::Answer(AnswerKey::Married),
        t::question::married::title, t::question::married::hint: t::common::yes, t::common::no;
    /// Has the person come from abroad?
    LIVED_ABROAD = Subject::Answer(AnswerKey::LivedAbroad),
        t::question::lived_abroad::title, t::question::lived_abroad::hint: t::common::yes, t::common::no;
    /// Does the person meet the residence and employment requirements?
    RESIDENCE_AND_WORK_MET = Subject::Answer(AnswerKey::ResidenceAndWorkMet),
        t::question::residence_and_work_met::title, t::question::residence_and_work_met::hint:
        t::common::yes, t::common::no;
    /// Has the person worked two and a half years?
    WORKED_TWO_AND_A_HALF_YEARS = Subject::Answer(AnswerKey::WorkedTwoAndAHalfYears),
        t::question::worked_two_and_a_half_years::title, t::question::worked_two_and_a_half_years::hint:
        t::common::yes, t::common::no;
}

#[cfg(test)]
#[path = "choices_tests.rs"]
mod tests;
