//! Lov 658/2017 § 9: "for personer … omfattet af … § 2, nr. 2, bortset fra integrationsydelsesmodtagere,
//! § 2, nr. 10, og § 2, nr. 12, bortset fra integrationsydelsesmodtagere". The evaluation, point 7:
//! people ready for activity only "er … blevet omvisiteret til revalidend eller jobparat".

use super::finding::{Change, CriterionId, Finding, Outcome, Reason};
use crate::rulebook::{BENEFIT_REFORM, RuleId, Scheme};
use crate::screening::{Answers, Setting, Support};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let Some(support) = answers.support else {
        return finding(RuleId::TargetGroup, Outcome::NeedsAnswer, Reason::NotAnswered);
    };
    let found = match setting.scheme {
        Scheme::Revalidering => under_general_rule(support),
        Scheme::Frikommune | Scheme::Viderefoert => under_trial(setting, support),
    };
    if found.outcome == Outcome::NotMet { found.changed_by(change(support)) } else { found }
}

fn under_trial(setting: Setting<'_>, support: Support) -> Finding {
    match support {
        Support::KontanthjaelpJobparat | Support::Uddannelsesparat | Support::Selvforsoergende => {
            finding(RuleId::TargetGroup, Outcome::Met, Reason::GroupIsNamed)
        }
        Support::Revalidend if setting.scheme == Scheme::Frikommune => {
            finding(RuleId::TargetGroupRehabilitation, Outcome::Met, Reason::GroupHasGeneralRule)
        }
        Support::Revalidend => finding(
            RuleId::TargetGroupRehabilitationAbolished,
            Outcome::CaseworkerAssesses,
            Reason::GroupRuleIsAbolished,
        ),
        Support::Overgangsydelse => overgangsydelse(setting),
        _ => under_any(support),
    }
}

fn under_general_rule(support: Support) -> Finding {
    match support {
        Support::Revalidend => finding(RuleId::TargetGroupRehabilitation, Outcome::Met, Reason::GroupIsNamed),
        _ => under_any(support),
    }
}

/// What holds under every scheme for the groups it does not name.
fn under_any(support: Support) -> Finding {
    match support {
        Support::KontanthjaelpAktivitetsparat => {
            finding(RuleId::TargetGroupReReferral, Outcome::CaseworkerAssesses, Reason::GroupMayBeReferredAnew)
        }
        Support::Unknown => finding(RuleId::TargetGroup, Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
        Support::Overgangsydelse => finding(RuleId::TargetGroup, Outcome::NotMet, Reason::GroupIsExcepted),
        _ => finding(RuleId::TargetGroup, Outcome::NotMet, Reason::GroupIsNotNamed),
    }
}

fn overgangsydelse(setting: Setting<'_>) -> Finding {
    let merged = setting.as_of >= BENEFIT_REFORM;
    if setting.scheme == Scheme::Viderefoert && merged {
        finding(RuleId::TargetGroup, Outcome::CaseworkerAssesses, Reason::GroupWasMerged)
    } else {
        under_any(Support::Overgangsydelse)
    }
}

fn change(support: Support) -> Change {
    match support {
        Support::UddannelseAktivitetsparat => Change::ReReferral,
        _ => Change::ChangeOfSupport,
    }
}

fn finding(rule: RuleId, outcome: Outcome, reason: Reason) -> Finding {
    Finding::new(CriterionId::TargetGroup, rule, outcome, reason)
}
