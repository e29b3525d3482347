//! What a question says.

use crate::locale::language::Text;
use mikrolaan_engine::quantity::Month;
use mikrolaan_engine::rulebook::figure;
use mikrolaan_engine::screening::AnswerKey;

use crate::locale::argument::Amount;
use crate::locale::texts as t;
use crate::rulebook::RULEBOOK;

/// The words of a question page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionWords {
    /// The question.
    pub title: String,
    /// How to answer it.
    pub hint: Text,
    /// Why it is asked.
    pub why: Text,
    /// More about why.
    pub why_more: Option<Text>,
    /// Where the answer is written.
    pub where_text: Option<Text>,
    /// What happens with *Ved ikke*.
    pub unknown_hint: Text,
    /// What to do when nothing is answered.
    pub error: Text,
}

macro_rules! words {
    ($key:ident) => {
        words!($key, t::question::$key::title().to_owned())
    };
    ($key:ident, $title:expr) => {
        QuestionWords {
            title: $title,
            hint: t::question::$key::hint(),
            why: t::question::$key::why(),
            why_more: None,
            where_text: None,
            unknown_hint: t::question::$key::unknown_hint(),
            error: t::question::$key::error(),
        }
    };
}

/// The words of a question, asked in this month.
pub fn words(key: AnswerKey, as_of: Month) -> QuestionWords {
    match key {
        AnswerKey::Age => words!(age),
        AnswerKey::Municipality => words!(municipality),
        AnswerKey::Support => QuestionWords { where_text: Some(t::question::support::where_text()), ..words!(support) },
        AnswerKey::BusinessStarted => words!(business_started),
        AnswerKey::Idea | AnswerKey::Plan => {
            QuestionWords { why_more: Some(t::question::idea::why_plan()), ..words!(idea) }
        }
        AnswerKey::TradeSkills => words!(trade_skills),
        AnswerKey::BusinessSkills => words!(business_skills),
        AnswerKey::JobOrEducationClose => words!(job_or_education_close),
        AnswerKey::WillTakeCourse => words!(will_take_course),
        AnswerKey::LoanAmount => {
            QuestionWords { why_more: Some(t::question::loan_amount::why_debt()), ..words!(loan_amount) }
        }
        AnswerKey::LoanPurposes => words!(loan_purposes),
        AnswerKey::PublicDebt => {
            QuestionWords { where_text: Some(t::question::public_debt::where_text()), ..words!(public_debt) }
        }
        AnswerKey::BusinessAccount => words!(business_account),
        AnswerKey::WealthOverLimit => {
            words!(wealth_over_limit, t::question::wealth_over_limit::title(wealth_limit(as_of)))
        }
        AnswerKey::HousingBenefit => words!(housing_benefit),
        AnswerKey::Single => words!(single),
        AnswerKey::Children => words!(children),
        AnswerKey::LivesWithParents => words!(lives_with_parents),
        AnswerKey::ResidenceAndWorkMet => words!(residence_and_work_met),
        AnswerKey::WorkedTwoAndAHalfYears => words!(worked_two_and_a_half_years),
        AnswerKey::ChildrenAtHome => words!(children_at_home),
        AnswerKey::Married => words!(married),
        AnswerKey::LivedAbroad => words!(lived_abroad),
    }
}

/// How much one may own before it can stop the benefit.
pub fn wealth_limit(as_of: Month) -> Amount {
    Amount::Exact(figure::FORMUE_ENLIG.at(&RULEBOOK, as_of).map(|limit| limit.value).unwrap_or_default())
}
