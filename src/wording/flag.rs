//! What to look out for, in words.

use mikrolaan_engine::rulebook::BasisStatus;
use mikrolaan_engine::screening::{AnswerKey, FlagId};

use crate::texts as t;

/// The words of a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What it is about.
    pub title: &'static str,
    /// What may happen.
    pub text: String,
    /// What to do.
    pub action: &'static str,
    /// Where it is from.
    pub source: &'static str,
    /// How firmly that stands.
    pub status: BasisStatus,
}

macro_rules! words {
    ($flag:ident, $status:ident) => {
        words!($flag, $status, t::flag::$flag::text().to_owned())
    };
    ($flag:ident, $status:ident, $text:expr) => {
        Words {
            title: t::flag::$flag::title(),
            text: $text,
            action: t::flag::$flag::action(),
            source: t::flag::$flag::source(),
            status: BasisStatus::$status,
        }
    };
}

/// The words of a flag; `limit` is how much one may own: "16.000 kr.".
pub fn words(flag: FlagId, limit: &str) -> Words {
    match flag {
        FlagId::DebtMayTakeThePayout => words!(debt_may_take_the_payout, MunicipalExperience),
        FlagId::DebtUnknown => words!(debt_unknown, MunicipalExperience),
        FlagId::AccountTakesTime => words!(account_takes_time, MunicipalExperience),
        FlagId::AccountRefused => words!(account_refused, Law),
        FlagId::WealthMayStopBenefit => words!(wealth_may_stop_benefit, Law),
        FlagId::LoanCountsAsWealth => words!(loan_counts_as_wealth, Law, t::flag::loan_counts_as_wealth::text(limit)),
        FlagId::HousingBenefitFollowsIncome => words!(housing_benefit_follows_income, Law),
        FlagId::EducationDuty => words!(education_duty, Law),
        FlagId::SecurityMayBeTaken => words!(security_may_be_taken, Law),
        FlagId::SchemeHasNoKnownBasis => words!(scheme_has_no_known_basis, Law),
        FlagId::TrialHasEnded => words!(trial_has_ended, Law),
        FlagId::SchemeNotInForce => words!(scheme_not_in_force, Assumption),
    }
}

/// The question a flag comes from; `None` for what is said of the scheme itself.
pub const fn question(flag: FlagId) -> Option<AnswerKey> {
    match flag {
        FlagId::DebtMayTakeThePayout | FlagId::DebtUnknown => Some(AnswerKey::PublicDebt),
        FlagId::AccountTakesTime | FlagId::AccountRefused => Some(AnswerKey::BusinessAccount),
        FlagId::WealthMayStopBenefit => Some(AnswerKey::WealthOverLimit),
        FlagId::LoanCountsAsWealth => Some(AnswerKey::LoanAmount),
        FlagId::HousingBenefitFollowsIncome => Some(AnswerKey::HousingBenefit),
        FlagId::EducationDuty => Some(AnswerKey::Support),
        FlagId::SecurityMayBeTaken => Some(AnswerKey::LoanPurposes),
        FlagId::SchemeHasNoKnownBasis | FlagId::TrialHasEnded | FlagId::SchemeNotInForce => None,
    }
}

/// Is the flag about the loan, and so without meaning for somebody the scheme does not fit?
pub const fn is_about_the_loan(flag: FlagId) -> bool {
    matches!(
        flag,
        FlagId::DebtMayTakeThePayout | FlagId::DebtUnknown | FlagId::LoanCountsAsWealth | FlagId::SecurityMayBeTaken
    )
}

/// The flags as they are shown: debt and the business account first, what is said of the scheme last.
pub const ORDER: [FlagId; 12] = [
    FlagId::DebtMayTakeThePayout,
    FlagId::AccountRefused,
    FlagId::WealthMayStopBenefit,
    FlagId::TrialHasEnded,
    FlagId::SchemeNotInForce,
    FlagId::DebtUnknown,
    FlagId::AccountTakesTime,
    FlagId::LoanCountsAsWealth,
    FlagId::HousingBenefitFollowsIncome,
    FlagId::SecurityMayBeTaken,
    FlagId::EducationDuty,
    FlagId::SchemeHasNoKnownBasis,
];

#[cfg(test)]
mod tests {
    use super::ORDER;
    use mikrolaan_engine::screening::{FlagId, Severity};

    #[test]
    fn every_flag_has_its_place() {
        for flag in FlagId::ALL {
            assert_eq!(ORDER.iter().filter(|placed| *placed == flag).count(), 1, "{flag:?}");
        }
    }

    #[test]
    fn warnings_about_the_person_stand_before_what_is_good_to_know() {
        let said_of_person = ORDER.iter().take_while(|flag| **flag != FlagId::SchemeHasNoKnownBasis);
        let severities: Vec<Severity> = said_of_person.map(|flag| flag.severity()).collect();
        assert!(severities.is_sorted_by(|before, after| before >= after), "{severities:?}");
    }
}
