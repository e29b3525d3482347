//! What is not certain: first what the person can answer, with what the answer is worth, then what is a guess of ours.

use std::borrow::Cow;

use mikrolaan_engine::simulation::{BenefitRange, ScenarioField as F, SituationKey};

use super::View;
use crate::locale::argument::{Amount, Months};
use crate::locale::texts::named::HighLow;
use crate::locale::texts::{assumption as a, months as m};
use crate::locale::words::answer;

/// So many things are named; all the figures rest on stands behind them.
const NAMED: usize = 3;

/// One thing that is not certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsure {
    /// The question, or what was guessed.
    pub what: Cow<'static, str>,
    /// What hangs on it.
    pub note: Cow<'static, str>,
    /// The id of its field, where it can be answered or put right.
    pub field: &'static str,
    /// It is a question that was not answered.
    pub asked: bool,
}

pub(super) fn unsure(view: &View<'_>) -> Vec<Unsure> {
    let mut all: Vec<Unsure> = view.simulation.benefit_range.iter().flat_map(questions).collect();
    let scenario = view.plan.scenario;
    if scenario.business.is_some() {
        let guess = |what: String, field| Unsure { what: what.into(), note: m::guess().into(), field, asked: false };
        if scenario.account_wait_months > 0 {
            all.push(guess(a::account_wait(Months(scenario.account_wait_months)), F::AccountWaitMonths.key()));
        }
        if scenario.course_months > 0 {
            all.push(guess(a::course_length(Months(scenario.course_months)), F::CourseMonths.key()));
        }
    }
    all.truncate(NAMED);
    all
}

/// The answers the benefit hangs on, each with the other amount.
fn questions(range: &BenefitRange) -> impl Iterator<Item = Unsure> + use<> {
    let (high, low) = (Amount::Whole(range.high), Amount::Whole(range.low));
    let asks = |key| range.open.iter().any(|open| open.key == key);
    let (asks_abroad, asks_children) = (asks(SituationKey::LivedAbroad), asks(SituationKey::Children));
    let keys: Vec<SituationKey> = range.open.iter().map(|open| open.key).collect();
    // What is asked only after another answer is not named before it.
    let is_asked = move |key: &SituationKey| match key {
        SituationKey::ResidenceAndWorkMet => !asks_abroad,
        SituationKey::ChildrenAtHome => !asks_children,
        _ => true,
    };
    keys.into_iter().filter(is_asked).map(move |key| Unsure {
        what: Cow::Borrowed(answer::situation(key).words()),
        note: m::other_benefit(HighLow { high, low }).into(),
        field: key.id(),
        asked: true,
    })
}
