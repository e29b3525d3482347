//! The rules of the calculation, in words.

use crate::locale::language::Text;
use mikrolaan_engine::rulebook::RuleId;

use crate::locale::texts as t;

/// What a rule is called, or, where nothing is published, what is assumed instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// A rule with a source: its title.
    Titled(Text),
    /// An assumption of our own: what is assumed.
    Assumed(Text),
}

/// The words of a rule.
pub fn words(rule: RuleId) -> Words {
    use t::rules::{assumed, rule as title};
    match rule {
        RuleId::Adult => Words::Assumed(assumed::minimum_age()),
        RuleId::NotStarted => Words::Assumed(assumed::not_started()),
        RuleId::RuleCourse => Words::Assumed(assumed::course()),
        RuleId::RuleAccountCost => Words::Assumed(assumed::account()),
        RuleId::RuleSubsidyNeed => Words::Assumed(assumed::subsidy()),
        RuleId::RuleInstalment => Words::Assumed(assumed::grace()),
        RuleId::RulePause => Words::Assumed(assumed::pause()),
        RuleId::RuleWaiver => Words::Assumed(assumed::waiver()),
        RuleId::RuleTax => Words::Assumed(assumed::tax_monthly()),
        RuleId::RuleDraw => Words::Assumed(assumed::draw()),
        RuleId::RuleSelfSupporting => Words::Assumed(assumed::self_supporting()),
        RuleId::Municipality => Words::Titled(title::municipality()),
        RuleId::TargetGroup => Words::Titled(title::target_group()),
        RuleId::TargetGroupReReferral => Words::Titled(title::target_group_re_referral()),
        RuleId::TargetGroupRehabilitation => Words::Titled(title::target_group_rehabilitation()),
        RuleId::TargetGroupRehabilitationAbolished => Words::Titled(title::target_group_rehabilitation_abolished()),
        RuleId::RealisticIdea => Words::Titled(title::realistic_idea()),
        RuleId::TradeSkills => Words::Titled(title::trade_skills()),
        RuleId::BusinessSkills => Words::Titled(title::business_skills()),
        RuleId::BetterThanOtherHelp => Words::Titled(title::better_than_other_help()),
        RuleId::Course => Words::Titled(title::course()),
        RuleId::SoundPlan => Words::Titled(title::sound_plan()),
        RuleId::LoanWithinMaximum => Words::Titled(title::loan_within_maximum()),
        RuleId::Purpose => Words::Titled(title::purpose()),
        RuleId::RuleAccountRight => Words::Titled(title::account_right()),
        RuleId::RuleAccountWait => Words::Titled(title::account_wait()),
        RuleId::RuleBenefitFrom202507 => Words::Titled(title::benefit_from_2025_07()),
        RuleId::RuleBenefitUntil202506 => Words::Titled(title::benefit_until_2025_06()),
        RuleId::RuleEarnings => Words::Titled(title::earnings()),
        RuleId::RuleGuidance => Words::Titled(title::guidance()),
        RuleId::RuleIncomeCeiling => Words::Titled(title::income_ceiling()),
        RuleId::RuleInterestFree => Words::Titled(title::interest_free()),
        RuleId::RulePayoutAtRisk => Words::Titled(title::payout_at_risk()),
        RuleId::RuleSmallJob => Words::Titled(title::small_job()),
        RuleId::RuleSubsidyAmount => Words::Titled(title::subsidy_amount()),
        RuleId::RuleSubsidyMonths => Words::Titled(title::subsidy_months()),
        RuleId::RuleVatFrom2025 => Words::Titled(title::vat_from_2025()),
        RuleId::RuleVatUntil2024 => Words::Titled(title::vat_until_2024()),
        RuleId::RuleWealth => Words::Titled(title::wealth()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, words};
    use crate::rulebook::RULEBOOK;
    use mikrolaan_engine::rulebook::BasisStatus;

    #[test]
    fn what_is_assumed_is_said_to_be_so() {
        for basis in RULEBOOK.rules() {
            let assumed = matches!(words(basis.rule), Words::Assumed(_));
            assert_eq!(assumed, basis.status == BasisStatus::Assumption, "{:?}", basis.rule);
        }
    }
}
