//! What to look out for. A flag never changes the verdict.

use super::{
    AnswerKey, Answers, BusinessAccount, CarriedNote, LoanPurpose, NotRelevant, QuestionFlow, Setting, Support,
    Verdict, YesNo,
};
use crate::rulebook::{BasisStatus, Scheme, figure};
use crate::string_enum::string_enum;

string_enum! {
    /// How much a flag weighs.
    Severity {
        /// Good to know.
        Info = "info",
        /// Do something first.
        Warning = "warning",
    }
}

string_enum! {
    /// Something to look out for, in the order of the ids.
    FlagId {
        /// The bank said no; since January 2025 there is a right to a basic business account.
        AccountRefused = "account_refused",
        /// Opening a business account takes time.
        AccountTakesTime = "account_takes_time",
        /// A business that runs can end the benefit where the scheme does not protect the person, and all income must be
        /// reported.
        BusinessMayEndBenefit = "business_may_end_benefit",
        /// A payout to one's own account can be taken for public debt.
        DebtMayTakeThePayout = "debt_may_take_the_payout",
        /// Find out about public debt first.
        DebtUnknown = "debt_unknown",
        /// In the trial participants were exempt from uddannelsespålæg.
        EducationDuty = "education_duty",
        /// Housing benefit follows income.
        HousingBenefitFollowsIncome = "housing_benefit_follows_income",
        /// A loan above the wealth limit can count as wealth.
        LoanCountsAsWealth = "loan_counts_as_wealth",
        /// No act carries the trial on.
        SchemeHasNoKnownBasis = "scheme_has_no_known_basis",
        /// The scheme is not in force in this month.
        SchemeNotInForce = "scheme_not_in_force",
        /// The municipality may take security in what is bought.
        SecurityMayBeTaken = "security_may_be_taken",
        /// The spouse's income and wealth can lower or end the benefit.
        SpouseCounts = "spouse_counts",
        /// The trial ended in December 2022.
        TrialHasEnded = "trial_has_ended",
        /// Wealth above the limit can stop the benefit.
        WealthMayStopBenefit = "wealth_may_stop_benefit",
    }
}

impl FlagId {
    /// How much the flag weighs.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            FlagId::AccountRefused
            | FlagId::BusinessMayEndBenefit
            | FlagId::DebtMayTakeThePayout
            | FlagId::SchemeHasNoKnownBasis
            | FlagId::SchemeNotInForce
            | FlagId::SpouseCounts
            | FlagId::TrialHasEnded
            | FlagId::WealthMayStopBenefit => Severity::Warning,
            FlagId::AccountTakesTime
            | FlagId::DebtUnknown
            | FlagId::EducationDuty
            | FlagId::HousingBenefitFollowsIncome
            | FlagId::LoanCountsAsWealth
            | FlagId::SecurityMayBeTaken => Severity::Info,
        }
    }
}

/// The flags in the order they are shown: what can end the benefit, debt and the business account first, what is said of
/// the scheme last.
const SHOWN: [FlagId; 14] = [
    FlagId::BusinessMayEndBenefit,
    FlagId::DebtMayTakeThePayout,
    FlagId::AccountRefused,
    FlagId::SpouseCounts,
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

impl FlagId {
    /// The flags in the order they are shown.
    pub const IN_ORDER: &'static [FlagId] = &SHOWN;

    /// How firmly what the flag says stands.
    #[must_use]
    pub const fn status(self) -> BasisStatus {
        match self {
            FlagId::DebtMayTakeThePayout | FlagId::DebtUnknown | FlagId::AccountTakesTime => {
                BasisStatus::MunicipalExperience
            }
            FlagId::AccountRefused
            | FlagId::BusinessMayEndBenefit
            | FlagId::EducationDuty
            | FlagId::HousingBenefitFollowsIncome
            | FlagId::LoanCountsAsWealth
            | FlagId::SchemeHasNoKnownBasis
            | FlagId::SecurityMayBeTaken
            | FlagId::SpouseCounts
            | FlagId::TrialHasEnded
            | FlagId::WealthMayStopBenefit => BasisStatus::Law,
            FlagId::SchemeNotInForce => BasisStatus::Assumption,
        }
    }

    /// The question the flag comes from; `None` for what is said of the scheme itself.
    #[must_use]
    pub const fn question(self) -> Option<AnswerKey> {
        match self {
            FlagId::DebtMayTakeThePayout | FlagId::DebtUnknown => Some(AnswerKey::PublicDebt),
            FlagId::AccountTakesTime | FlagId::AccountRefused => Some(AnswerKey::BusinessAccount),
            FlagId::WealthMayStopBenefit => Some(AnswerKey::WealthOverLimit),
            FlagId::LoanCountsAsWealth => Some(AnswerKey::LoanAmount),
            FlagId::HousingBenefitFollowsIncome => Some(AnswerKey::HousingBenefit),
            FlagId::BusinessMayEndBenefit | FlagId::EducationDuty => Some(AnswerKey::Support),
            FlagId::SpouseCounts => Some(AnswerKey::Married),
            FlagId::SecurityMayBeTaken => Some(AnswerKey::LoanPurposes),
            FlagId::SchemeHasNoKnownBasis | FlagId::TrialHasEnded | FlagId::SchemeNotInForce => None,
        }
    }

    /// Is the flag about the loan, and so without meaning for somebody the scheme does not fit?
    #[must_use]
    pub const fn is_about_the_loan(self) -> bool {
        matches!(
            self,
            FlagId::DebtMayTakeThePayout
                | FlagId::DebtUnknown
                | FlagId::LoanCountsAsWealth
                | FlagId::SecurityMayBeTaken
        )
    }

    /// Does the answer behind the flag still mean something? To somebody outside it does, unless the flag is
    /// about the loan.
    #[must_use]
    pub fn is_relevant(self, flow: &QuestionFlow) -> bool {
        match self.question().and_then(|key| flow.not_relevant(key)) {
            None => true,
            Some(NotRelevant::Outside) => !self.is_about_the_loan(),
            Some(_) => false,
        }
    }
}

/// A flag that is up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Flag {
    /// Which.
    pub flag: FlagId,
    /// How much it weighs.
    pub severity: Severity,
}

/// The flags that are up, by id, and the wealth limit's note when it was carried.
pub(super) fn flags(setting: Setting<'_>, verdict: Verdict, answers: &Answers) -> (Vec<Flag>, Option<CarriedNote>) {
    let (loan_is_wealth, carried) = loan_counts_as_wealth(setting, answers);
    let up = |&flag: &FlagId| match flag {
        FlagId::LoanCountsAsWealth => loan_is_wealth,
        FlagId::BusinessMayEndBenefit => may_end_benefit(setting, verdict, answers),
        FlagId::SchemeHasNoKnownBasis | FlagId::SchemeNotInForce | FlagId::TrialHasEnded => scheme_flag(flag, setting),
        _ => answer_flag(flag, answers),
    };
    let flags = FlagId::ALL.iter().copied().filter(up).map(|flag| Flag { flag, severity: flag.severity() }).collect();
    (flags, carried)
}

fn answer_flag(flag: FlagId, answers: &Answers) -> bool {
    let account = answers.business_account;
    let purposes = answers.loan_purposes.as_deref().unwrap_or_default();
    match flag {
        FlagId::AccountRefused => account == Some(BusinessAccount::Refused),
        FlagId::AccountTakesTime => {
            matches!(account, Some(BusinessAccount::None | BusinessAccount::Applied | BusinessAccount::Unknown))
        }
        FlagId::DebtMayTakeThePayout => {
            answers.public_debt == Some(YesNo::Yes) && account != Some(BusinessAccount::Open)
        }
        FlagId::DebtUnknown => answers.public_debt == Some(YesNo::Unknown),
        FlagId::EducationDuty => answers.support == Some(Support::Uddannelsesparat),
        FlagId::HousingBenefitFollowsIncome => answers.housing_benefit == Some(YesNo::Yes),
        FlagId::SecurityMayBeTaken => {
            purposes.iter().any(|purpose| matches!(purpose, LoanPurpose::Vehicle | LoanPurpose::Equipment))
        }
        FlagId::SpouseCounts => answers.has_spouse() && has_wealth_limit(answers),
        FlagId::WealthMayStopBenefit => answers.wealth_over_limit == Some(YesNo::Yes),
        _ => false,
    }
}

fn scheme_flag(flag: FlagId, setting: Setting<'_>) -> bool {
    let Setting { scheme, as_of, .. } = setting;
    match (flag, scheme) {
        (FlagId::SchemeHasNoKnownBasis, Scheme::Viderefoert) => true,
        (FlagId::TrialHasEnded, Scheme::Frikommune) | (FlagId::SchemeNotInForce, Scheme::Revalidering) => {
            !scheme.is_in_force(as_of)
        }
        (FlagId::SchemeNotInForce, Scheme::Viderefoert) => as_of < scheme.rules().from,
        _ => false,
    }
}

/// An active business normally ends kontanthjælp; the scheme protects only those it takes in, while it is in force.
fn may_end_benefit(setting: Setting<'_>, verdict: Verdict, answers: &Answers) -> bool {
    let is_protected = setting.scheme.is_in_force(setting.as_of) && verdict != Verdict::NotInTargetGroup;
    has_wealth_limit(answers) && !is_protected
}

/// Is the support kontanthjælp, or one of the benefits that became part of it?
fn has_wealth_limit(answers: &Answers) -> bool {
    answers.support.is_some_and(Support::has_wealth_limit)
}

/// Is the loan above the wealth limit of a benefit that has one?
fn loan_counts_as_wealth(setting: Setting<'_>, answers: &Answers) -> (bool, Option<CarriedNote>) {
    let (Some(loan), true) = (answers.loan_amount, has_wealth_limit(answers)) else {
        return (false, None);
    };
    let Some(limit) = figure::FORMUE_ENLIG.at(setting.rulebook, setting.as_of) else {
        return (false, None);
    };
    let note = CarriedNote { note: "rates_carried", figure: figure::FORMUE_ENLIG.id(), from: setting.as_of };
    (loan > limit.value, limit.carried.then_some(note))
}
