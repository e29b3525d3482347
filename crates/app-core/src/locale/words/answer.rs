//! A given answer, as it is read back.

use crate::locale::language::Text;
use mikrolaan_engine::screening::{AnswerKey, Answers};
use mikrolaan_engine::simulation::SituationKey;

use super::options;
use crate::locale::texts as t;
use crate::locale::write;
use crate::state::answering::{self, UNKNOWN};
use mikrolaan_engine::screening::NotRelevant;

/// An answer in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// *Ved ikke*.
    Unknown,
    /// An answer.
    Words(String),
}

/// The answer to a question; `None` when there is none.
pub fn given(answers: &Answers, key: AnswerKey) -> Option<Given> {
    let words = match key {
        AnswerKey::Age => t::answers::age(answers.age?.into()),
        AnswerKey::LoanAmount => write::amount(answers.loan_amount?),
        AnswerKey::LoanPurposes => purposes(answers)?,
        _ => return chosen(answers, key),
    };
    Some(Given::Words(words))
}

fn purposes(answers: &Answers) -> Option<String> {
    let chosen = answers.loan_purposes.as_deref()?;
    let words: Vec<&str> = chosen.iter().map(|&purpose| options::purpose(purpose).words()).collect();
    Some(words.join(" · "))
}

/// Idea and plan as they were put together by a case that was not answered here.
fn idea_and_plan(answers: &Answers) -> Option<Given> {
    let both = [options::idea(answers.idea?).words(), options::plan(answers.plan?).words()];
    Some(Given::Words(both.join(" · ")))
}

fn chosen(answers: &Answers, key: AnswerKey) -> Option<Given> {
    let id = match answering::chosen(answers, key) {
        None if key == AnswerKey::Idea => return idea_and_plan(answers),
        chosen => chosen?,
    };
    if id == UNKNOWN {
        return Some(Given::Unknown);
    }
    let mut offered = options::of(key).into_iter().flat_map(|group| group.choices);
    offered.find(|choice| choice.id == id).map(|choice| Given::Words(choice.label.to_owned()))
}

/// Why an answer no longer matters.
pub fn why_void(why: NotRelevant) -> Text {
    match why {
        NotRelevant::Outside => t::answers::void_outside(),
        NotRelevant::NoLoan => t::answers::void_no_loan(),
        NotRelevant::LoanNotKnown => t::answers::void_loan_not_known(),
        NotRelevant::OtherSupport => t::answers::void_not_benefit(),
        NotRelevant::NotAbroad => t::answers::void_not_abroad(),
    }
}

/// The question behind an answer the benefit depends on.
pub fn situation(key: SituationKey) -> Text {
    use t::question as q;
    match key {
        SituationKey::Single => q::single::title(),
        SituationKey::Children => q::children::title(),
        SituationKey::LivesWithParents => q::lives_with_parents::title(),
        SituationKey::ChildrenAtHome => q::children_at_home::title(),
        SituationKey::LivedAbroad => q::lived_abroad::title(),
        SituationKey::ResidenceAndWorkMet => q::residence_and_work_met::title(),
        SituationKey::WorkedTwoAndAHalfYears => q::worked_two_and_a_half_years::title(),
    }
}
