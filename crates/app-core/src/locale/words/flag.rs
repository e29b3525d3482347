//! What to look out for, in words.

use crate::locale::language::Text;
use mikrolaan_engine::rulebook::BasisStatus;
use mikrolaan_engine::screening::FlagId;

use crate::locale::argument::Amount;
use crate::locale::texts as t;

/// The words of a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagWords {
    /// What it is about.
    pub title: Text,
    /// What may happen.
    pub text: String,
    /// What to do.
    pub action: Text,
    /// Where it is from.
    pub source: Text,
    /// How firmly that stands.
    pub status: BasisStatus,
}

macro_rules! words {
    ($id:ident, $flag:ident) => {
        words!($id, $flag, t::flag::$flag::text().to_owned())
    };
    ($id:ident, $flag:ident, $text:expr) => {
        FlagWords {
            title: t::flag::$flag::title(),
            text: $text,
            action: t::flag::$flag::action(),
            source: t::flag::$flag::source(),
            status: $id.status(),
        }
    };
}

/// The words of a flag; `limit` is how much one may own.
pub fn words(flag: FlagId, limit: Amount) -> FlagWords {
    match flag {
        FlagId::BusinessMayEndBenefit => words!(flag, business_may_end_benefit),
        FlagId::SpouseCounts => words!(flag, spouse_counts),
        FlagId::DebtMayTakeThePayout => words!(flag, debt_may_take_the_payout),
        FlagId::DebtUnknown => words!(flag, debt_unknown),
        FlagId::AccountTakesTime => words!(flag, account_takes_time),
        FlagId::AccountRefused => words!(flag, account_refused),
        FlagId::WealthMayStopBenefit => words!(flag, wealth_may_stop_benefit),
        FlagId::LoanCountsAsWealth => words!(flag, loan_counts_as_wealth, t::flag::loan_counts_as_wealth::text(limit)),
        FlagId::HousingBenefitFollowsIncome => words!(flag, housing_benefit_follows_income),
        FlagId::EducationDuty => words!(flag, education_duty),
        FlagId::SecurityMayBeTaken => words!(flag, security_may_be_taken),
        FlagId::SchemeHasNoKnownBasis => words!(flag, scheme_has_no_known_basis),
        FlagId::TrialHasEnded => words!(flag, trial_has_ended),
        FlagId::SchemeNotInForce => words!(flag, scheme_not_in_force),
    }
}
