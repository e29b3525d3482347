//! Where the person is in the questions, and what the answers come to so far.

use mikrolaan_engine::screening::{AnswerKey, QuestionFlow, Screening};

use super::State;
use crate::rulebook::RULEBOOK;

impl State {
    /// Who the scheme is for, by the answers so far.
    pub fn screening(&self) -> Screening {
        self.case.screen(&RULEBOOK)
    }

    /// Which questions are asked, how far each has come, and which is next.
    pub fn flow(&self) -> QuestionFlow {
        self.flow_of(&self.screening())
    }

    /// Does the person only want to see the months?
    pub fn is_short(&self) -> bool {
        self.is_short
    }

    /// The way this question is part of: the short one where the person took that, and the question is on it.
    pub fn way_of(&self, key: AnswerKey) -> QuestionFlow {
        if self.is_short && AnswerKey::FOR_THE_MONTHS.contains(&key) {
            QuestionFlow::of_money(&self.case.answers, &self.skipped)
        } else {
            self.flow()
        }
    }

    /// The same, where the screening is there already.
    pub fn flow_of(&self, screening: &Screening) -> QuestionFlow {
        QuestionFlow::of(&self.case.answers, &self.skipped, screening)
    }
}
