//! What is answered about a person's situation, and the benefit it comes to while answers are missing.

use super::benefit::BaseWorkings;
use super::figures::{Figures, NotCovered};
use super::plan::Plan;
use super::scenario::{Benefit, Profile};
use crate::quantity::{Money, Month};
use crate::rulebook::Rulebook;
use crate::string_enum::string_enum;

string_enum! {
    /// A yes-or-no answer the benefit's rate can depend on, by its key in the answers.
    SituationKey {
        /// Lives alone.
        Single = "single",
        /// Supports a child, wherever it lives.
        Children = "children",
        /// Lives with parents.
        LivesWithParents = "lives_with_parents",
        /// One of the children lives with the person.
        ChildrenAtHome = "children_at_home",
        /// Moved to Denmark from another country, or lived abroad for twelve months in a row.
        LivedAbroad = "lived_abroad",
        /// Meets the residence and employment requirements.
        ResidenceAndWorkMet = "residence_and_work_met",
        /// Has worked two and a half years full time.
        WorkedTwoAndAHalfYears = "worked_two_and_a_half_years",
    }
}

impl SituationKey {
    /// The place of the answer in the case.
    pub(super) fn path(self) -> String {
        ["answers.", self.id()].concat()
    }
}

/// What is answered about the situation that decides the rate of the benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    age: u32,
    education_help: bool,
    answers: [Option<bool>; SituationKey::ALL.len()],
}

impl Situation {
    /// Somebody of this age, in whole years, of whom nothing is answered yet; `education_help` = uddannelseshjælp
    /// rather than kontanthjælp (to June 2025).
    #[must_use]
    pub const fn of_age(age: u32, education_help: bool) -> Self {
        Situation { age, education_help, answers: [None; SituationKey::ALL.len()] }
    }

    /// With this answer, or with none.
    #[must_use]
    pub fn with(mut self, key: SituationKey, answer: Option<bool>) -> Self {
        if let Some(place) = self.answers.get_mut(key as usize) {
            *place = answer;
        }
        self
    }

    /// The answer; `None` = not answered.
    #[must_use]
    pub fn get(&self, key: SituationKey) -> Option<bool> {
        self.answers.get(key as usize).copied().flatten()
    }

    /// The profile it comes to: what is not answered counts as its default. A child can only live with somebody who
    /// supports one; who has not been away meets the requirements of residence and work, because they are made of those
    /// who came, or came back, from abroad.
    #[must_use]
    pub fn profile(&self) -> Profile {
        let usual = Profile::of_age(self.age);
        let or = |key, usual| self.get(key).unwrap_or(usual);
        let children = or(SituationKey::Children, usual.children);
        Profile {
            age: self.age,
            education_help: self.education_help,
            children,
            children_at_home: self.get(SituationKey::ChildrenAtHome).filter(|_| children),
            single: or(SituationKey::Single, usual.single),
            lives_with_parents: or(SituationKey::LivesWithParents, usual.lives_with_parents),
            residence_and_work_met: self.get(SituationKey::LivedAbroad) == Some(false)
                || or(SituationKey::ResidenceAndWorkMet, usual.residence_and_work_met),
            worked_two_and_a_half_years: or(SituationKey::WorkedTwoAndAHalfYears, usual.worked_two_and_a_half_years),
        }
    }

    /// The answer that something of the profile follows from. The children's home is an answer of its own only for who has
    /// children, and the residence requirements only for who has been away; as long as neither is answered, the one to ask
    /// about is being away.
    pub(crate) fn decided_by(&self, key: SituationKey) -> SituationKey {
        let [abroad, met] = [SituationKey::LivedAbroad, SituationKey::ResidenceAndWorkMet].map(|key| self.get(key));
        match key {
            SituationKey::ChildrenAtHome if self.get(SituationKey::Children) != Some(true) => SituationKey::Children,
            SituationKey::ResidenceAndWorkMet if abroad == Some(false) || (abroad, met) == (None, None) => {
                SituationKey::LivedAbroad
            }
            _ => key,
        }
    }
}

/// What the benefit can be while answers are missing that decide it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenefitRange {
    /// The first month it is paid in, or a subsidy based on it.
    pub month: Month,
    /// The least it can be before any deduction, a month.
    pub low: Money,
    /// The most.
    pub high: Money,
    /// The missing answers it hangs on.
    pub open: Vec<OpenAnswer>,
    /// What every answer must be for the least.
    #[serde(skip)]
    pub lowest: Profile,
}

/// A missing answer the benefit hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenAnswer {
    /// Which.
    #[serde(rename = "path", serialize_with = "as_path")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub key: SituationKey,
    /// The benefit with *yes*, all else that is missing at its default.
    pub if_true: Money,
    /// The benefit with *no*.
    pub if_false: Money,
}

fn as_path<S: serde::Serializer>(key: &SituationKey, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&key.path())
}

/// How many ways all the answers can be given in.
const COMPLETIONS: usize = 1 << SituationKey::ALL.len();

impl BenefitRange {
    /// The range of a plan's benefit; `None` where nothing that is missing can change it.
    ///
    /// # Errors
    /// [`NotCovered`] when the month lies before the first period of a rate it can be.
    pub fn of(rulebook: &Rulebook, plan: &Plan<'_>) -> Result<Option<Self>, NotCovered> {
        let Some(situation) = plan.resolved.situation else { return Ok(None) };
        let missing: usize =
            SituationKey::ALL.iter().filter(|&&key| situation.get(key).is_none()).map(|&key| bit(key)).sum();
        let Some(month) = plan.months_with_base().next().filter(|_| missing != 0) else { return Ok(None) };
        // What is looked up for the range enters no line, so it is not among the figures used.
        let mut figures = Figures::new(rulebook);
        let mut base = |situation: Situation| {
            BaseWorkings::of(&Benefit::Profile(situation.profile()), month, &mut figures).map(|base| base.amount())
        };
        let mut amounts = [Money::ZERO; COMPLETIONS];
        for (completion, amount) in amounts.iter_mut().enumerate().filter(|(completion, _)| completion & !missing == 0)
        {
            *amount = base(situation.completed(missing, completion))?;
        }
        let possible = |completion: &usize| completion & !missing == 0;
        let amount = |completion: usize| amounts.get(completion).copied().unwrap_or_default();
        let all = || (0..COMPLETIONS).filter(possible).map(|completion| (amount(completion), completion));
        let (Some((low, lowest)), Some((high, _))) = (all().min(), all().max()) else { return Ok(None) };
        let lowest = situation.completed(missing, lowest).profile();
        let mut open = Vec::new();
        for &key in SituationKey::ALL.iter().filter(|&&key| missing & bit(key) != 0) {
            let mut completions = (0..COMPLETIONS).filter(possible);
            if completions.any(|completion| amount(completion) != amount(completion ^ bit(key))) {
                let asked = situation.with_what_asks_for(key);
                let [if_true, if_false] = [true, false].map(|answer| base(asked.with(key, Some(answer))));
                open.push(OpenAnswer { key, if_true: if_true?, if_false: if_false? });
            }
        }
        Ok((!open.is_empty()).then_some(BenefitRange { month, low, high, open, lowest }))
    }
}

/// The place of an answer in a completion.
const fn bit(key: SituationKey) -> usize {
    1 << key as usize
}

impl Situation {
    /// With every missing answer given: *yes* where its bit is set in `completion`.
    fn completed(self, missing: usize, completion: usize) -> Self {
        let open = SituationKey::ALL.iter().filter(|&&key| missing & bit(key) != 0);
        open.fold(self, |situation, &key| situation.with(key, Some(completion & bit(key) != 0)))
    }

    /// With the answer that makes a question one that is asked.
    fn with_what_asks_for(self, key: SituationKey) -> Self {
        match key {
            SituationKey::ChildrenAtHome => self.with(SituationKey::Children, Some(true)),
            SituationKey::ResidenceAndWorkMet => self.with(SituationKey::LivedAbroad, Some(true)),
            _ => self,
        }
    }
}
