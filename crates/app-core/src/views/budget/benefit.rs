//! The ordinary benefit: what follows from the answers, or the person's own amount.

use crate::locale::language::Text;
use mikrolaan_engine::case::{Case, bounds};
use mikrolaan_engine::evaluate::Evaluated;
use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::base_benefit;

use crate::forms::PlanChoice;
use crate::forms::choices as asked;
use crate::forms::subject::has_own_benefit;
use crate::locale::argument::{Amount, MonthOf};
use crate::locale::texts as t;
use crate::locale::texts::budget::benefit as b;
use crate::locale::texts::named::HighLow;
use crate::rulebook::RULEBOOK;

/// The ordinary benefit on the page of the budgets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenefitView {
    /// How it is found.
    pub way: BenefitSource,
    /// What it is computed to come to, or why that is not known; empty where it is not computed.
    pub sum: String,
    /// What that follows from; empty while it is not known.
    pub from: Text,
    /// Which of [`ASKED`] it depends on and are answered.
    pub asked: Vec<usize>,
    /// Which of [`ASKED`] it depends on and are not.
    pub missing: Vec<usize>,
}

/// How the benefit is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenefitSource {
    /// From age and household.
    Computed,
    /// There is none, and that follows from the answers.
    Nothing,
    /// The person writes it, and could let it be computed.
    Own,
    /// The person has to write it.
    MustEnter,
}

/// The yes-or-no answers the rate can depend on, each with its choice; in the order of [`AnswerKey::OF_BENEFIT`].
pub static ASKED: [(AnswerKey, &PlanChoice); 8] = [
    (AnswerKey::Single, &asked::SINGLE),
    (AnswerKey::Children, &asked::CHILDREN),
    (AnswerKey::ChildrenAtHome, &asked::CHILDREN_AT_HOME),
    (AnswerKey::LivesWithParents, &asked::LIVES_WITH_PARENTS),
    (AnswerKey::Married, &asked::MARRIED),
    (AnswerKey::LivedAbroad, &asked::LIVED_ABROAD),
    (AnswerKey::ResidenceAndWorkMet, &asked::RESIDENCE_AND_WORK_MET),
    (AnswerKey::WorkedTwoAndAHalfYears, &asked::WORKED_TWO_AND_A_HALF_YEARS),
];

pub(super) fn benefit(case: &Case, evaluated: Option<&Evaluated>) -> BenefitView {
    let way = way(case);
    if way != BenefitSource::Computed {
        return BenefitView { way, sum: String::new(), from: Text::NONE, asked: Vec::new(), missing: Vec::new() };
    }
    let base = evaluated.and_then(|evaluated| base_benefit(&RULEBOOK, &evaluated.plan()));
    let range = evaluated.and_then(|evaluated| evaluated.simulation.benefit_range.as_ref());
    let (sum, from) = match base {
        Some(_) if let Some(range) = range => {
            (b::range(HighLow { high: Amount::Whole(range.high), low: Amount::Whole(range.low) }), b::range_from())
        }
        Some(base) => (b::computed(Amount::Whole(base)), b::computed_from()),
        None => (unknown(case), Text::NONE),
    };
    let depends = |at: &usize| ASKED.get(*at).is_some_and(|(key, _)| key.matters_for_benefit(&case.answers));
    let is_answered = |at: &usize| ASKED.get(*at).is_some_and(|(key, _)| case.answers.has(*key));
    let (asked, missing) = (0..ASKED.len()).filter(depends).partition(is_answered);
    BenefitView { way, sum, from, asked, missing }
}

fn way(case: &Case) -> BenefitSource {
    let Some(support) = case.answers.support else { return BenefitSource::MustEnter };
    let is_computed = support.has_computed_benefit();
    if !is_computed && !support.has_no_benefit() {
        BenefitSource::MustEnter
    } else if case.scenarios.first().is_some_and(has_own_benefit) {
        BenefitSource::Own
    } else if is_computed {
        BenefitSource::Computed
    } else {
        BenefitSource::Nothing
    }
}

/// Why the benefit is not known although it follows from the answers.
fn unknown(case: &Case) -> String {
    match case.answers.age {
        None => b::needs_age().to_owned(),
        Some(age) if !bounds::BENEFIT_AGE.allow(&age) => t::errors::field::benefit_age().to_owned(),
        Some(_) => {
            let start = case.scenarios.first().map(|scenario| MonthOf(scenario.start));
            start.map(t::months::not_covered).unwrap_or_default()
        }
    }
}
