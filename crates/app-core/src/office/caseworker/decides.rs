//! What an answer decides that changes no money.

use mikrolaan_engine::screening::AnswerKey;

use crate::locale::language::Text;
use crate::locale::texts::office::caseworker::decides as words;

/// What the answer decides, as it stands behind *Afgør*.
pub(super) fn decides(key: AnswerKey) -> Text {
    match key {
        AnswerKey::Age | AnswerKey::Support => words::group_and_benefit(),
        AnswerKey::Municipality
        | AnswerKey::BusinessStarted
        | AnswerKey::Idea
        | AnswerKey::Plan
        | AnswerKey::TradeSkills
        | AnswerKey::BusinessSkills
        | AnswerKey::JobOrEducationClose
        | AnswerKey::WillTakeCourse
        | AnswerKey::LoanPurposes => words::condition(),
        AnswerKey::LoanAmount => words::loan(),
        AnswerKey::PublicDebt => words::debt(),
        AnswerKey::BusinessAccount => words::account(),
        AnswerKey::WealthOverLimit => words::wealth(),
        AnswerKey::HousingBenefit => words::housing_benefit(),
        AnswerKey::Married => words::spouse(),
        AnswerKey::Single
        | AnswerKey::Children
        | AnswerKey::LivesWithParents
        | AnswerKey::ResidenceAndWorkMet
        | AnswerKey::WorkedTwoAndAHalfYears
        | AnswerKey::ChildrenAtHome
        | AnswerKey::LivedAbroad => words::benefit(),
    }
}

/// That it decides nothing in the plan as it is.
pub(super) fn none_here() -> Text {
    words::nothing_here()
}
