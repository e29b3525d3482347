//! Lov 658/2017 § 9: "kommunalbestyrelsen i en frikommune … kan give støtte". The trial was Aalborg's.

use super::finding::{Change, CriterionId, Finding, Outcome, Reason};
use crate::rulebook::RuleId;
use crate::screening::{Answers, Municipality};

pub(super) fn look(answers: &Answers) -> Finding {
    let finding = |outcome, reason| Finding::new(CriterionId::Municipality, RuleId::Municipality, outcome, reason);
    match answers.municipality {
        None => finding(Outcome::NeedsAnswer, Reason::NotAnswered),
        Some(Municipality::Aalborg) => finding(Outcome::Met, Reason::LivesInAalborg),
        Some(Municipality::Other) => {
            finding(Outcome::NotMet, Reason::LivesElsewhere).changed_by(Change::MoveOrAskOwnMunicipality)
        }
        Some(Municipality::Unknown) => finding(Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
    }
}
