//! A scenario with everything it takes from the rest of the case.

use super::scenario::{Benefit, Scenario};
use super::timeline::Timeline;
use crate::quantity::Money;
use crate::rulebook::{ADULT_RATE_AGE, BENEFIT_REFORM, Scheme, WORK_EXPERIENCE_AGE};
use crate::string_enum::string_enum;

string_enum! {
    /// A yes-or-no answer the benefit's rate can depend on, by its key in the answers.
    ProfileKey {
        /// Supports a child at home.
        Children = "children",
        /// Lives with parents.
        LivesWithParents = "lives_with_parents",
        /// Meets the residence and employment requirements.
        ResidenceAndWorkMet = "residence_and_work_met",
        /// Lives alone.
        Single = "single",
        /// Has worked two and a half years full time.
        WorkedTwoAndAHalfYears = "worked_two_and_a_half_years",
    }
}

/// Where the price of opening the business account is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccountSetup {
    /// It stands in the scenario.
    Written,
    /// There is none: it was answered that the account is open already.
    OpenAlready,
    /// It is the usual price.
    Usual,
}

/// A scenario, ready to be worked out.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its position in the case, for the paths of notes.
    pub index: usize,
    /// The set of rules.
    pub scheme: Scheme,
    /// The ordinary benefit: the scenario's own, or what follows from the answers.
    pub benefit: Benefit,
    /// Answers that were not given and counted as their default.
    pub assumed: Vec<ProfileKey>,
    /// What opening the business account costs.
    pub account_setup: Money,
    /// How long the business account takes where the scenario does not say: nothing when it is open already.
    pub usual_account_wait: u32,
}

impl Plan<'_> {
    /// When what happens.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        Timeline::of(self.scenario)
    }

    /// Does the business account take as long as it does where the scenario does not say?
    pub(crate) fn has_usual_account_wait(&self) -> bool {
        self.scenario.account_wait_months == self.usual_account_wait
    }

    /// Where the price of opening the business account is from.
    pub(crate) fn account_setup_is(&self) -> AccountSetup {
        let written = self.scenario.business.as_ref().and_then(|business| business.account_setup);
        match written {
            Some(_) => AccountSetup::Written,
            None if self.account_setup.is_zero() => AccountSetup::OpenAlready,
            None => AccountSetup::Usual,
        }
    }

    /// Is the benefit of the first month kontanthjælp? Before the reform uddannelseshjælp was another; an own
    /// amount can be anything.
    #[must_use]
    pub fn is_kontanthjaelp(&self) -> bool {
        match &self.benefit {
            Benefit::Profile(profile) => self.scenario.start >= BENEFIT_REFORM || !profile.education_help,
            Benefit::Own { .. } => false,
        }
    }
}

impl ProfileKey {
    /// The place of the answer in the case.
    pub(super) fn path(self) -> String {
        ["answers.", self.id()].concat()
    }

    /// Can the answer change the benefit of somebody of this age, in whole years? As long as the age is not
    /// known, what only young people are asked is not asked.
    #[must_use]
    pub fn matters_at(self, age: Option<u32>) -> bool {
        match self {
            ProfileKey::LivesWithParents => age.is_some_and(|age| age < ADULT_RATE_AGE),
            ProfileKey::WorkedTwoAndAHalfYears => {
                age.is_some_and(|age| (WORK_EXPERIENCE_AGE..ADULT_RATE_AGE).contains(&age))
            }
            ProfileKey::Children | ProfileKey::ResidenceAndWorkMet | ProfileKey::Single => true,
        }
    }

    /// The answer as it stands in a profile.
    #[must_use]
    pub fn get(self, profile: &super::Profile) -> bool {
        match self {
            ProfileKey::Children => profile.children,
            ProfileKey::LivesWithParents => profile.lives_with_parents,
            ProfileKey::ResidenceAndWorkMet => profile.residence_and_work_met,
            ProfileKey::Single => profile.single,
            ProfileKey::WorkedTwoAndAHalfYears => profile.worked_two_and_a_half_years,
        }
    }

    /// Puts the answer into a profile.
    pub fn set(self, profile: &mut super::Profile, answer: bool) {
        let place = match self {
            ProfileKey::Children => &mut profile.children,
            ProfileKey::LivesWithParents => &mut profile.lives_with_parents,
            ProfileKey::ResidenceAndWorkMet => &mut profile.residence_and_work_met,
            ProfileKey::Single => &mut profile.single,
            ProfileKey::WorkedTwoAndAHalfYears => &mut profile.worked_two_and_a_half_years,
        };
        *place = answer;
    }
}
