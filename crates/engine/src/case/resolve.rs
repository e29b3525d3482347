//! What a scenario takes from the rest of the case. Here, and nowhere else, screening and simulation meet.

use super::bounds::{BENEFIT_AGE, month};
use super::{Case, Obstacle};
use crate::quantity::Money;
use crate::rulebook::Rulebook;
use crate::screening::{Answers, BusinessAccount};
use crate::simulation::{
    Benefit, BenefitRange, Deduction, Plan, Resolved, Scenario, SingleParent, Situation, SituationKey, Timeline,
    defaults,
};

impl Case {
    /// The scenario at `index`, with its benefit and the price of its account.
    ///
    /// # Errors
    /// Every [`Obstacle`]: there is no such scenario, its months do not fit together, or its benefit follows
    /// neither from itself nor from the answers.
    pub fn plan(&self, index: usize) -> Result<Plan<'_>, Vec<Obstacle>> {
        let Some(scenario) = self.scenarios.get(index) else {
            return Err(vec![Obstacle::NoScenario]);
        };
        let misfits = misfits(scenario);
        if !misfits.is_empty() {
            return Err(misfits);
        }
        let (benefit, situation) = match &scenario.benefit {
            Some(benefit) => (benefit.clone(), None),
            None => from_answers(&self.answers).map_err(|obstacle| vec![obstacle])?,
        };
        let single_parent = single_parent(scenario, &self.answers);
        let has_spouse = self.answers.has_spouse();
        let written = scenario.business.as_ref().and_then(|business| business.account_setup);
        let is_open = account_is_open(&self.answers);
        let usual = if is_open { Money::ZERO } else { defaults::ACCOUNT_SETUP };
        let account_setup = written.unwrap_or(usual);
        let usual_account_wait = defaults::account_wait_months(is_open);
        let scheme = self.scheme;
        let resolved = Resolved {
            index,
            scheme,
            benefit,
            situation,
            has_spouse,
            single_parent,
            account_setup,
            usual_account_wait,
        };
        Ok(Plan { scenario, resolved })
    }

    /// The scenario at `index` as [`plan`](Case::plan) gives it, with the least its benefit can be while answers are missing
    /// that decide it: what is concluded from that holds whatever they turn out to be.
    ///
    /// # Errors
    /// As for [`plan`](Case::plan).
    pub fn cautious_plan(&self, rulebook: &Rulebook, index: usize) -> Result<Plan<'_>, Vec<Obstacle>> {
        let mut plan = self.plan(index)?;
        // A rate that is not covered is told where the months are worked out.
        if let Ok(Some(range)) = BenefitRange::of(rulebook, &plan) {
            plan.resolved.benefit = Benefit::Profile(range.lowest);
        }
        Ok(plan)
    }
}

/// The months of a scenario that do not fit together: a business that closes before it has opened, a job
/// that ends before it begins, months beyond what can be counted. The reader takes no such scenario, but
/// one that is being written comes to it.
fn misfits(scenario: &Scenario) -> Vec<Obstacle> {
    let timeline = Timeline::of(scenario);
    let mut found = Vec::new();
    let closes = scenario.business.as_ref().and_then(|business| business.closes);
    if let (Some(closes), Some(opening)) = (closes, timeline.opening())
        && closes <= opening
    {
        found.push(Obstacle::ClosesTooEarly { closes, opening });
    }
    for (position, job) in scenario.small_jobs.iter().enumerate() {
        if let Some(until) = job.until.filter(|&until| until < job.from) {
            found.push(Obstacle::JobEndsTooEarly { job: position, from: job.from, until });
        }
    }
    let last = timeline.last();
    if last > month().max {
        found.push(Obstacle::TooFar { last });
    }
    found
}

/// Do the answers say that the business account is open? Then there is nothing to wait or pay for.
#[must_use]
pub fn account_is_open(answers: &Answers) -> bool {
    answers.business_account == Some(BusinessAccount::Open)
}

/// The benefit that follows from the answers, and the situation it is that of.
pub(super) fn from_answers(answers: &Answers) -> Result<(Benefit, Option<Situation>), Obstacle> {
    match answers.support {
        Some(support) if support.has_computed_benefit() => {
            let age = answers.age.ok_or(Obstacle::NoAge)?;
            if !BENEFIT_AGE.allow(&age) {
                return Err(Obstacle::AgeOutOfRange(age));
            }
            let situation = situation(answers, age, support.is_uddannelse());
            Ok((Benefit::Profile(situation.profile()), Some(situation)))
        }
        Some(support) if support.has_no_benefit() => {
            Ok((Benefit::Own { monthly: Money::ZERO, deduction: Deduction::Kontanthjaelp }, None))
        }
        _ => Err(Obstacle::NoBenefit),
    }
}

fn situation(answers: &Answers, age: u32, education_help: bool) -> Situation {
    let none = Situation::of_age(age, education_help);
    SituationKey::ALL.iter().fold(none, |situation, &key| situation.with(key, answer(answers, key)))
}

fn answer(answers: &Answers, key: SituationKey) -> Option<bool> {
    match key {
        SituationKey::Single => answers.single,
        SituationKey::Children => answers.children,
        SituationKey::LivesWithParents => answers.lives_with_parents,
        SituationKey::ChildrenAtHome => answers.children_at_home,
        SituationKey::LivedAbroad => answers.lived_abroad,
        SituationKey::ResidenceAndWorkMet => answers.residence_and_work_met,
        SituationKey::WorkedTwoAndAHalfYears => answers.worked_two_and_a_half_years,
    }
}

/// As the scenario's tax says, else the situation its benefit follows from, else the answers, where all three must be
/// given: the deduction is for who has a right to the extra child allowance (ligningsloven § 9 J, stk. 4; that living
/// alone with a child gives it is an assumption).
fn single_parent(scenario: &Scenario, answers: &Answers) -> SingleParent {
    match (scenario.tax.single_parent, &scenario.benefit) {
        (Some(written), _) => SingleParent::Written(written),
        (None, Some(Benefit::Profile(profile))) => SingleParent::Profile(profile.is_single_parent()),
        (None, _) => {
            let all = [answers.single, answers.children, answers.children_at_home];
            SingleParent::Answers(all == [Some(true); 3])
        }
    }
}
