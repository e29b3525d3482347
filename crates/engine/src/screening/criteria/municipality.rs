//! Lov 658/2017 § 9: "kommunalbestyrelsen i en frikommune … kan give støtte". The trial was Aalborg's.

use super::finding::{Change, CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, Municipality, Setting};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let finding =
        |outcome, reason| Finding::new(setting, CriterionId::Municipality, RuleId::Municipality, outcome, reason);
    match answers.municipality {
        None => finding(Outcome::NeedsAnswer, Reason::NotAnswered),
        Some(Municipality::Aalborg) if setting.rulebook.is_here(Municipality::Aalborg.id()) => {
            finding(Outcome::Met, Reason::LivesInAalborg)
        }
        Some(Municipality::Aalborg | Municipality::Other) => {
            finding(Outcome::NotMet, Reason::LivesElsewhere).changed_by(Change::MoveOrAskOwnMunicipality)
        }
        Some(Municipality::Unknown) => finding(Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
    }
}
