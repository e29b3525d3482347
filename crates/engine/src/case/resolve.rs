//! What a scenario takes from the rest of the case. Here, and nowhere else, screening and simulation meet.

use super::bounds::{BENEFIT_AGE, month};
use super::{Case, Obstacle};
use crate::quantity::Money;
use crate::screening::{Answers, BusinessAccount};
use crate::simulation::{Benefit, Deduction, Plan, Profile, ProfileKey, Scenario, Timeline, defaults};

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
        let (benefit, assumed) = match &scenario.benefit {
            Some(benefit) => (benefit.clone(), Vec::new()),
            None => from_answers(&self.answers).map_err(|obstacle| vec![obstacle])?,
        };
        let written = scenario.business.as_ref().and_then(|business| business.account_setup);
        let is_open = account_is_open(&self.answers);
        let usual = if is_open { Money::ZERO } else { defaults::ACCOUNT_SETUP };
        let account_setup = written.unwrap_or(usual);
        let usual_account_wait = defaults::account_wait_months(is_open);
        Ok(Plan { scenario, index, scheme: self.scheme, benefit, assumed, account_setup, usual_account_wait })
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
pub(super) fn account_is_open(answers: &Answers) -> bool {
    answers.business_account == Some(BusinessAccount::Open)
}

/// The benefit that follows from the answers, and the answers it had to assume.
pub(super) fn from_answers(answers: &Answers) -> Result<(Benefit, Vec<ProfileKey>), Obstacle> {
    match answers.support {
        Some(support) if support.has_computed_benefit() => {
            let age = answers.age.ok_or(Obstacle::NoAge)?;
            if !BENEFIT_AGE.allow(&age) {
                return Err(Obstacle::AgeOutOfRange(age));
            }
            let (profile, assumed) = profile(answers, age, support.is_uddannelse());
            Ok((Benefit::Profile(profile), assumed))
        }
        Some(support) if support.has_no_benefit() => {
            Ok((Benefit::Own { monthly: Money::ZERO, deduction: Deduction::Kontanthjaelp }, Vec::new()))
        }
        _ => Err(Obstacle::NoBenefit),
    }
}

fn profile(answers: &Answers, age: u32, education_help: bool) -> (Profile, Vec<ProfileKey>) {
    let mut profile = Profile { education_help, ..Profile::of_age(age) };
    let mut assumed = Vec::new();
    for &key in ProfileKey::ALL {
        match answer(answers, key) {
            Some(given) => key.set(&mut profile, given),
            None => assumed.push(key),
        }
    }
    (profile, assumed)
}

fn answer(answers: &Answers, key: ProfileKey) -> Option<bool> {
    match key {
        ProfileKey::Children => answers.children,
        ProfileKey::LivesWithParents => answers.lives_with_parents,
        ProfileKey::ResidenceAndWorkMet => answers.residence_and_work_met,
        ProfileKey::Single => answers.single,
        ProfileKey::WorkedTwoAndAHalfYears => answers.worked_two_and_a_half_years,
    }
}
