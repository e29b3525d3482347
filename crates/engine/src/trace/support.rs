//! How benefit and subsidy came about.

use super::intermediate::Intermediate;
use super::telling::{Telling, TermSource, Terms, answer, formula, same, term};
use super::{Formula, Line, MonthTrace, TermRole};
use crate::rulebook::figure;
use crate::screening::AnswerKey;
use crate::simulation::{
    BaseWorkings, BenefitRule, Deduction, FullSupport, InFull, Profile, ProfileKey, Reduction, ScenarioField as F,
    SubsidyRule, Taper,
};

impl MonthTrace<'_> {
    pub(super) fn benefit(&self, line: Line) -> Option<Telling> {
        let base = || term(TermRole::Base, Intermediate::Base);
        let earnings = || term(TermRole::CountableEarnings, Intermediate::CountableEarnings);
        let taper = || term(TermRole::Taper, Intermediate::Taper);
        let (by, terms) = match self.workings.benefit.rule {
            BenefitRule::NothingInPhase => return self.line_without(line),
            BenefitRule::InFull(reason) => {
                let none = || self.own(F::BenefitDeduction, Deduction::None.id());
                let reason = match reason {
                    InFull::NotReduced => Some(term(TermRole::Deduction, none())),
                    InFull::NoEarnings => Some(earnings()),
                    InFull::NothingToReduce => None,
                };
                (Formula::BenefitInFull, [base()].into_iter().chain(reason).collect())
            }
            BenefitRule::HourlyDisregard { .. } => {
                let disregard = term(TermRole::HourlyDisregard, Intermediate::HourlyDisregard);
                (Formula::BenefitAfterHourlyDisregard, vec![base(), earnings(), disregard])
            }
            BenefitRule::Taper(_) => (Formula::BenefitAfterTaper, vec![base(), taper()]),
            BenefitRule::TaperAndCeiling { ceiling, .. } => {
                let ceiling = term(TermRole::Ceiling, self.figure(ceiling)?);
                (Formula::BenefitAfterTaperAndCeiling, vec![base(), taper(), ceiling, earnings()])
            }
        };
        self.line_by(line, by, terms)
    }

    pub(super) fn hourly_disregard(&self) -> Option<Telling> {
        let BenefitRule::HourlyDisregard { disregard } = self.workings.benefit.rule else { return None };
        let terms = vec![
            term(TermRole::Hours, Intermediate::Hours),
            term(TermRole::MostHours, self.figure(figure::TIMEFRADRAG_MAX_TIMER)?),
            term(TermRole::DisregardAnHour, self.figure(figure::TIMEFRADRAG)?),
        ];
        formula(Formula::HourlyDisregard, disregard, terms)
    }

    pub(super) fn taper(&self) -> Option<Telling> {
        let (BenefitRule::Taper(taper) | BenefitRule::TaperAndCeiling { taper, .. }) = self.workings.benefit.rule
        else {
            return None;
        };
        let Taper { disregard, counted } = taper;
        let terms = vec![
            term(TermRole::CountableEarnings, Intermediate::CountableEarnings),
            term(TermRole::Disregard, self.figure(disregard)?),
            term(TermRole::TaperRate, self.figure(figure::AFTRAPNING)?),
        ];
        formula(Formula::Taper, counted, terms)
    }

    pub(super) fn base(&self) -> Option<Telling> {
        let FullSupport::Base(base) = self.workings.full_support else { return None };
        match base {
            BaseWorkings::Own { monthly, .. } => {
                same(if self.benefit_is_written() { self.own(F::BenefitMonthly, monthly) } else { of_support(monthly) })
            }
            BaseWorkings::Rates { rates, sum } => {
                let mut terms = vec![term(TermRole::Rate, self.figure(rates.rate)?)];
                for supplement in rates.supplements.into_iter().flatten() {
                    terms.push(term(TermRole::Supplement, self.figure(supplement)?));
                }
                terms.extend(self.situation()?);
                formula(Formula::BenefitRate, sum, terms)
            }
        }
    }

    /// What the rate is chosen by: as the scenario says, or as answered.
    fn situation(&self) -> Option<Terms> {
        let crate::simulation::Benefit::Profile(profile) = &self.plan.benefit else { return None };
        let Profile { age, education_help, .. } = *profile;
        let (age, education_help) = if self.benefit_is_written() {
            (self.own(F::ProfileAge, age), self.own(F::ProfileEducationHelp, education_help))
        } else {
            (answer(AnswerKey::Age, age, false), of_support(education_help))
        };
        let mut terms = vec![term(TermRole::Age, age), term(TermRole::EducationHelp, education_help)];
        terms.extend(ProfileKey::ALL.iter().map(|&key| self.profile_term(profile, key)));
        Some(terms)
    }

    fn profile_term(&self, profile: &Profile, key: ProfileKey) -> (TermRole, TermSource) {
        let (role, field, answered) = match key {
            ProfileKey::Children => (TermRole::Children, F::ProfileChildren, AnswerKey::Children),
            ProfileKey::LivesWithParents => {
                (TermRole::LivesWithParents, F::ProfileLivesWithParents, AnswerKey::LivesWithParents)
            }
            ProfileKey::ResidenceAndWorkMet => {
                (TermRole::ResidenceAndWorkMet, F::ProfileResidenceAndWorkMet, AnswerKey::ResidenceAndWorkMet)
            }
            ProfileKey::Single => (TermRole::Single, F::ProfileSingle, AnswerKey::Single),
            ProfileKey::WorkedTwoAndAHalfYears => {
                (TermRole::WorkedTwoAndAHalfYears, F::ProfileWorkedTwoAndAHalfYears, AnswerKey::WorkedTwoAndAHalfYears)
            }
        };
        let value = key.get(profile);
        let is_assumed = self.plan.assumed.contains(&key);
        let source =
            if self.benefit_is_written() { self.own(field, value) } else { answer(answered, value, is_assumed) };
        term(role, source)
    }

    fn benefit_is_written(&self) -> bool {
        self.plan.scenario.benefit.is_some()
    }

    pub(super) fn subsidy(&self, line: Line) -> Option<Telling> {
        let full = term(TermRole::FullSubsidy, Intermediate::FullSubsidy);
        let (by, terms) = match self.workings.subsidy.rule {
            SubsidyRule::NothingInPhase => return self.line_without(line),
            SubsidyRule::Full => (Formula::SubsidyInFull, vec![full]),
            SubsidyRule::NeedBased(reduction) => {
                let mut terms = vec![full];
                match reduction {
                    Reduction::SurplusAndEarnings => terms.extend([
                        term(TermRole::Surplus, Line::BusinessSurplus),
                        term(TermRole::CountableEarnings, Intermediate::CountableEarnings),
                    ]),
                    // Nothing is taken from nothing, so nothing is worked out that could be.
                    Reduction::NothingToReduce => {}
                }
                (Formula::SubsidyByNeed, terms)
            }
        };
        self.line_by(line, by, terms)
    }

    pub(super) fn full_subsidy(&self) -> Option<Telling> {
        match self.workings.full_support {
            FullSupport::Nothing => None,
            FullSupport::OwnSubsidy(monthly) => same(self.own(F::SubsidyMonthly, monthly)),
            FullSupport::Base(_) => same(Intermediate::Base),
        }
    }
}

/// What follows from the answer about support.
fn of_support(value: impl Into<super::Value>) -> TermSource {
    answer(AnswerKey::Support, value, false)
}
