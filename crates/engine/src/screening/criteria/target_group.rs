//! Lov 658/2017 § 9: "for personer … omfattet af … § 2, nr. 2, bortset fra integrationsydelsesmodtagere,
//! § 2, nr. 10, og § 2, nr. 12, bortset fra integrationsydelsesmodtagere". The evaluation, point 7:
//! people ready for activity only "er … blevet omvisiteret til revalidend eller jobparat".

use super::finding::{Change, CriterionId, Finding, Outcome, Reason};
use crate::rulebook::{BENEFIT_REFORM, RuleId, Scheme};
use crate::screening::{Answers, Setting, Support};

pub(super) fn look(setting: Setting<'_>, answers: &Answers) -> Finding {
    let Some(support) = answers.support else {
        return finding(setting, RuleId::TargetGroup, Outcome::NeedsAnswer, Reason::NotAnswered);
    };
    // The group the trial excluded by name (integrationsydelse and what it was called later) gets kontanthjælp at the lowest
    // rate since the reform. Nobody is on it who has not been abroad.
    let misses_requirements = answers.lived_abroad != Some(false) && answers.residence_and_work_met == Some(false);
    let has_lowest_rate =
        misses_requirements && setting.scheme == Scheme::Viderefoert && setting.as_of >= BENEFIT_REFORM;
    let found = match setting.scheme {
        Scheme::Revalidering => under_general_rule(setting, support),
        Scheme::Frikommune | Scheme::Viderefoert => under_trial(setting, support, has_lowest_rate),
    };
    if found.outcome == Outcome::NotMet { found.changed_by(change(support)) } else { found }
}

fn under_trial(setting: Setting<'_>, support: Support, has_lowest_rate: bool) -> Finding {
    match support {
        Support::KontanthjaelpJobparat | Support::Uddannelsesparat if has_lowest_rate => {
            finding(setting, RuleId::TargetGroup, Outcome::CaseworkerAssesses, Reason::LowestRateGroup)
        }
        Support::KontanthjaelpJobparat | Support::Uddannelsesparat | Support::Selvforsoergende => {
            finding(setting, RuleId::TargetGroup, Outcome::Met, Reason::GroupIsNamed)
        }
        Support::Revalidend if setting.scheme == Scheme::Frikommune => {
            finding(setting, RuleId::TargetGroupRehabilitation, Outcome::Met, Reason::GroupHasGeneralRule)
        }
        Support::Revalidend => finding(
            setting,
            RuleId::TargetGroupRehabilitationAbolished,
            Outcome::CaseworkerAssesses,
            Reason::GroupRuleIsAbolished,
        ),
        Support::Overgangsydelse => overgangsydelse(setting),
        _ => under_any(setting, support),
    }
}

fn under_general_rule(setting: Setting<'_>, support: Support) -> Finding {
    match support {
        Support::Revalidend => finding(setting, RuleId::TargetGroupRehabilitation, Outcome::Met, Reason::GroupIsNamed),
        _ => under_any(setting, support),
    }
}

/// What holds under every scheme for the groups it does not name.
fn under_any(setting: Setting<'_>, support: Support) -> Finding {
    match support {
        Support::KontanthjaelpAktivitetsparat => {
            finding(setting, RuleId::TargetGroupReReferral, Outcome::CaseworkerAssesses, Reason::GroupMayBeReferredAnew)
        }
        Support::Unknown => finding(setting, RuleId::TargetGroup, Outcome::CaseworkerAssesses, Reason::AnsweredUnknown),
        Support::Overgangsydelse => finding(setting, RuleId::TargetGroup, Outcome::NotMet, Reason::GroupIsExcepted),
        _ => finding(setting, RuleId::TargetGroup, Outcome::NotMet, Reason::GroupIsNotNamed),
    }
}

fn overgangsydelse(setting: Setting<'_>) -> Finding {
    let merged = setting.as_of >= BENEFIT_REFORM;
    if setting.scheme == Scheme::Viderefoert && merged {
        finding(setting, RuleId::TargetGroup, Outcome::CaseworkerAssesses, Reason::GroupWasMerged)
    } else {
        under_any(setting, Support::Overgangsydelse)
    }
}

fn change(support: Support) -> Change {
    match support {
        Support::UddannelseAktivitetsparat => Change::ReReferral,
        _ => Change::ChangeOfSupport,
    }
}

fn finding(setting: Setting<'_>, rule: RuleId, outcome: Outcome, reason: Reason) -> Finding {
    Finding::new(setting, CriterionId::TargetGroup, rule, outcome, reason)
}
