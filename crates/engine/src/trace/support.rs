//! How benefit and subsidy came about.

use super::intermediate::Intermediate;
use super::telling::{Telling, TermSource, Terms, answer, formula, same, term};
use super::{Formula, Line, MonthTrace, TermRole};
use crate::rulebook::figure;
use crate::screening::AnswerKey;
use crate::simulation::{
    BaseWorkings, Benefit, BenefitRule, Deduction, FullSupport, InFull, Profile, Reduction, ScenarioField as F,
    SituationKey, SubsidyRule, Taper,
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
        let Benefit::Profile(profile) = &self.plan.resolved.benefit else { return None };
        let Profile { age, education_help, .. } = *profile;
        let (age, education_help) = if self.benefit_is_written() {
            (self.own(F::ProfileAge, age), self.own(F::ProfileEducationHelp, education_help))
        } else {
            (answer(AnswerKey::Age, age, false), of_support(education_help))
        };
        let mut terms = vec![term(TermRole::Age, age), term(TermRole::EducationHelp, education_help)];
        terms.extend(SITUATION.iter().map(|told| self.situation_term(profile, told)));
        Some(terms)
    }

    fn situation_term(&self, profile: &Profile, told: &SituationTold) -> (TermRole, TermSource) {
        let value = (told.of)(profile);
        let source = match &self.plan.resolved.situation {
            None => self.of_profile(told.field, value),
            Some(situation) => {
                let key = situation.decided_by(told.key);
                answer(answer_of(key), value, situation.get(key).is_none())
            }
        };
        term(told.role, source)
    }

    /// What stands in a written situation. Children live with the person where nothing else is written.
    pub(super) fn of_profile(&self, field: F, value: bool) -> TermSource {
        match &self.plan.resolved.benefit {
            Benefit::Profile(profile) if field == F::ProfileChildrenAtHome && value == profile.children => {
                self.unwritten(field, value)
            }
            _ => self.own(field, value),
        }
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

/// Something of the situation the rate is chosen by.
struct SituationTold {
    role: TermRole,
    key: SituationKey,
    field: F,
    of: fn(&Profile) -> bool,
}

const SITUATION: [SituationTold; 6] = [
    told(TermRole::Children, SituationKey::Children, F::ProfileChildren, |profile| profile.children),
    told(TermRole::ChildrenAtHome, SituationKey::ChildrenAtHome, F::ProfileChildrenAtHome, Profile::lives_with_child),
    told(TermRole::LivesWithParents, SituationKey::LivesWithParents, F::ProfileLivesWithParents, |profile| {
        profile.lives_with_parents
    }),
    told(TermRole::ResidenceAndWorkMet, SituationKey::ResidenceAndWorkMet, F::ProfileResidenceAndWorkMet, |profile| {
        profile.residence_and_work_met
    }),
    told(TermRole::Single, SituationKey::Single, F::ProfileSingle, |profile| profile.single),
    told(
        TermRole::WorkedTwoAndAHalfYears,
        SituationKey::WorkedTwoAndAHalfYears,
        F::ProfileWorkedTwoAndAHalfYears,
        |profile| profile.worked_two_and_a_half_years,
    ),
];

const fn told(role: TermRole, key: SituationKey, field: F, of: fn(&Profile) -> bool) -> SituationTold {
    SituationTold { role, key, field, of }
}

/// The question of an answer the rate depends on.
const fn answer_of(key: SituationKey) -> AnswerKey {
    match key {
        SituationKey::Single => AnswerKey::Single,
        SituationKey::Children => AnswerKey::Children,
        SituationKey::LivesWithParents => AnswerKey::LivesWithParents,
        SituationKey::ChildrenAtHome => AnswerKey::ChildrenAtHome,
        SituationKey::LivedAbroad => AnswerKey::LivedAbroad,
        SituationKey::ResidenceAndWorkMet => AnswerKey::ResidenceAndWorkMet,
        SituationKey::WorkedTwoAndAHalfYears => AnswerKey::WorkedTwoAndAHalfYears,
    }
}

/// What follows from the answer about support.
fn of_support(value: impl Into<super::Value>) -> TermSource {
    answer(AnswerKey::Support, value, false)
}
