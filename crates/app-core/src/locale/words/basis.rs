//! What something stands on, in a few words.

use crate::locale::language::Text;
use mikrolaan_engine::rulebook::{BasisStatus, FigureStatus, RuleId};
use mikrolaan_engine::screening::Finding;

use crate::locale::texts as t;

/// The tag of a rule.
pub fn tag(status: BasisStatus) -> Text {
    match status {
        BasisStatus::Law => t::tag::law(),
        BasisStatus::MunicipalExperience => t::tag::municipal_experience(),
        BasisStatus::Press => t::tag::press(),
        BasisStatus::Assumption => t::tag::assumption(),
    }
}

/// How a figure is known.
pub fn standing(status: FigureStatus) -> Text {
    match status {
        FigureStatus::Published => t::rules::standing::published(),
        FigureStatus::Derived => t::rules::standing::derived(),
        FigureStatus::Assumption => t::rules::standing::assumption(),
        FigureStatus::Municipality => t::rules::standing::municipality(),
    }
}

/// The source of a finding, short; the full title where there is no short one.
pub fn source(finding: &Finding) -> String {
    let short = match finding.rule {
        RuleId::Adult => t::criterion::adult::source(),
        RuleId::Municipality => t::criterion::municipality::source(),
        RuleId::TargetGroup => t::criterion::target_group::source(),
        RuleId::TargetGroupReReferral => t::criterion::target_group::source_experience(),
        RuleId::NotStarted => t::criterion::not_started::source(),
        RuleId::RealisticIdea => t::criterion::realistic_idea::source(),
        RuleId::TradeSkills => t::criterion::trade_skills::source(),
        RuleId::BusinessSkills => t::criterion::business_skills::source(),
        RuleId::BetterThanOtherHelp => t::criterion::better_than_other_help::source(),
        RuleId::Course => t::criterion::course::source(),
        RuleId::SoundPlan => t::criterion::sound_plan::source(),
        RuleId::LoanWithinMaximum => t::criterion::loan_within_maximum::source(),
        RuleId::Purpose => t::criterion::purpose::source(),
        _ => return finding.source.clone().unwrap_or_default(),
    };
    short.to_owned()
}
