//! The rules of the calculation, in words.

use crate::locale::language::Text;
use mikrolaan_engine::rulebook::RuleId;

use crate::locale::texts as t;

/// What a rule is called, or, where nothing is published, what is assumed instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleWords {
    /// A rule with a source: its title.
    Titled(Text),
    /// An assumption of our own: what is assumed.
    Assumed(Text),
}

/// The words of a rule.
pub fn words(rule: RuleId) -> RuleWords {
    use t::rules::{assumed, rule as title};
    match rule {
        RuleId::Adult => RuleWords::Assumed(assumed::minimum_age()),
        RuleId::NotStarted => RuleWords::Assumed(assumed::not_started()),
        RuleId::RuleCourse => RuleWords::Assumed(assumed::course()),
        RuleId::RuleAccountCost => RuleWords::Assumed(assumed::account()),
        RuleId::RuleSubsidyNeed => RuleWords::Assumed(assumed::subsidy()),
        RuleId::RuleInstalment => RuleWords::Assumed(assumed::grace()),
        RuleId::RulePause => RuleWords::Assumed(assumed::pause()),
        RuleId::RuleWaiver => RuleWords::Assumed(assumed::waiver()),
        RuleId::RuleTax => RuleWords::Assumed(assumed::tax_monthly()),
        RuleId::RuleDraw => RuleWords::Assumed(assumed::draw()),
        RuleId::RuleSelfSupporting => RuleWords::Assumed(assumed::self_supporting()),
        RuleId::Municipality => RuleWords::Titled(title::municipality()),
        RuleId::TargetGroup => RuleWords::Titled(title::target_group()),
        RuleId::TargetGroupReReferral => RuleWords::Titled(title::target_group_re_referral()),
        RuleId::TargetGroupRehabilitation => RuleWords::Titled(title::target_group_rehabilitation()),
        RuleId::TargetGroupRehabilitationAbolished => RuleWords::Titled(title::target_group_rehabilitation_abolished()),
        RuleId::RealisticIdea => RuleWords::Titled(title::realistic_idea()),
        RuleId::TradeSkills => RuleWords::Titled(title::trade_skills()),
        RuleId::BusinessSkills => RuleWords::Titled(title::business_skills()),
        RuleId::BetterThanOtherHelp => RuleWords::Titled(title::better_than_other_help()),
        RuleId::Course => RuleWords::Titled(title::course()),
        RuleId::SoundPlan => RuleWords::Titled(title::sound_plan()),
        RuleId::LoanWithinMaximum => RuleWords::Titled(title::loan_within_maximum()),
        RuleId::Purpose => RuleWords::Titled(title::purpose()),
        RuleId::RuleAccountRight => RuleWords::Titled(title::account_right()),
        RuleId::RuleAccountWait => RuleWords::Titled(title::account_wait()),
        RuleId::RuleBenefitFrom202507 => RuleWords::Titled(title::benefit_from_2025_07()),
        RuleId::RuleBenefitUntil202506 => RuleWords::Titled(title::benefit_until_2025_06()),
        RuleId::RuleEarnings => RuleWords::Titled(title::earnings()),
        RuleId::RuleGuidance => RuleWords::Titled(title::guidance()),
        RuleId::RuleIncomeCeiling => RuleWords::Titled(title::income_ceiling()),
        RuleId::RuleInterestFree => RuleWords::Titled(title::interest_free()),
        RuleId::RulePayoutAtRisk => RuleWords::Titled(title::payout_at_risk()),
        RuleId::RuleSmallJob => RuleWords::Titled(title::small_job()),
        RuleId::RuleSubsidyAmount => RuleWords::Titled(title::subsidy_amount()),
        RuleId::RuleSubsidyMonths => RuleWords::Titled(title::subsidy_months()),
        RuleId::RuleVatFrom2025 => RuleWords::Titled(title::vat_from_2025()),
        RuleId::RuleVatUntil2024 => RuleWords::Titled(title::vat_until_2024()),
        RuleId::RuleWealth => RuleWords::Titled(title::wealth()),
    }
}

#[cfg(test)]
mod tests {
    use super::{RuleWords, words};
    use crate::rulebook::RULEBOOK;
    use mikrolaan_engine::rulebook::BasisStatus;

    #[test]
    fn what_is_assumed_is_said_to_be_so() {
        for basis in RULEBOOK.rules() {
            let assumed = matches!(words(basis.rule), RuleWords::Assumed(_));
            assert_eq!(assumed, basis.status == BasisStatus::Assumption, "{:?}", basis.rule);
        }
    }
}
