//! The twelve criteria, one file each, with the sentence each one stands on above it.

mod adult;
mod better_than_other_help;
mod business_skills;
mod course;
mod finding;
mod loan_within_maximum;
mod municipality;
mod not_started;
mod purpose;
mod realistic_idea;
mod sound_plan;
mod target_group;
mod trade_skills;

pub use adult::ADULT_AGE;
pub use finding::{Change, Compared, CriterionId, Finding, Outcome, Reason};

use super::{Answers, Setting};

/// Every finding, in the order of the criteria.
pub(super) fn findings(setting: Setting<'_>, answers: &Answers) -> Vec<Finding> {
    vec![
        adult::look(setting, answers),
        municipality::look(setting, answers),
        target_group::look(setting, answers),
        not_started::look(setting, answers),
        realistic_idea::look(setting, answers),
        trade_skills::look(setting, answers),
        business_skills::look(setting, answers),
        better_than_other_help::look(setting, answers),
        course::look(setting, answers),
        sound_plan::look(setting, answers),
        loan_within_maximum::look(setting, answers),
        purpose::look(setting, answers),
    ]
}
