//! Where the person is in the questions, and what the answers come to so far.

use mikrolaan_engine::screening::{QuestionFlow, Screening};

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

    /// The same, where the screening is there already.
    pub fn flow_of(&self, screening: &Screening) -> QuestionFlow {
        QuestionFlow::of(&self.case.answers, &self.skipped, screening)
    }
}
