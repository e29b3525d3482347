//! What a scenario takes from the rest of the case. Here, and nowhere else, screening and simulation meet.

use super::bounds::{BENEFIT_AGE, month};
use super::{Case, ErrorCode, Problem};
use crate::quantity::Money;
use crate::screening::{Answers, BusinessAccount};
use crate::simulation::{Benefit, Deduction, Plan, Profile, ProfileKey, Scenario, Timeline, defaults};

impl Case {
    /// The scenario at `index`, with its benefit and the price of its account.
    ///
    /// # Errors
    /// A [`Problem`] when there is no such scenario, when its months do not fit together, or when its
    /// benefit follows neither from itself nor from the answers.
    pub fn plan(&self, index: usize) -> Result<Plan<'_>, Vec<Problem>> {
        let Some(scenario) = self.scenarios.get(index) else {
            let message = format!("there is no scenario {index}");
            return Err(vec![Problem::new("scenario", ErrorCode::Inconsistent, message)]);
        };
        let misfits = misfits(scenario, index);
        if !misfits.is_empty() {
            return Err(misfits);
        }
        let (benefit, assumed) = match &scenario.benefit {
            Some(benefit) => (benefit.clone(), Vec::new()),
            None => from_answers(&self.answers, index).map_err(|problem| vec![problem])?,
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
fn misfits(scenario: &Scenario, index: usize) -> Vec<Problem> {
    let problem = |key: &str, message: String| {
        Problem::new(format!("scenarios[{index}].{key}"), ErrorCode::Inconsistent, message)
    };
    let timeline = Timeline::of(scenario);
    let mut problems = Vec::new();
    let closes = scenario.business.as_ref().and_then(|business| business.closes);
    if let (Some(closes), Some(opening)) = (closes, timeline.opening())
        && closes <= opening
    {
        problems.push(problem("business.closes", format!("{closes} is not after the opening month {opening}")));
    }
    for (position, job) in scenario.small_jobs.iter().enumerate() {
        if let Some(until) = job.until.filter(|&until| until < job.from) {
            let key = format!("small_jobs[{position}].until");
            problems.push(problem(&key, format!("{until} is before {}", job.from)));
        }
    }
    let end = month().max;
    if timeline.last() > end {
        problems.push(problem("months", format!("the last month would be {}, after {end}", timeline.last())));
    }
    problems
}

/// Do the answers say that the business account is open? Then there is nothing to wait or pay for.
pub(super) fn account_is_open(answers: &Answers) -> bool {
    answers.business_account == Some(BusinessAccount::Open)
}

/// The benefit that follows from the answers, and the answers it had to assume.
pub(super) fn from_answers(answers: &Answers, index: usize) -> Result<(Benefit, Vec<ProfileKey>), Problem> {
    let path = format!("scenarios[{index}].benefit");
    match answers.support {
        Some(support) if support.has_computed_benefit() => {
            let age = benefit_age(answers, &path)?;
            let (profile, assumed) = profile(answers, age, support.is_uddannelse());
            Ok((Benefit::Profile(profile), assumed))
        }
        Some(support) if support.has_no_benefit() => {
            Ok((Benefit::Own { monthly: Money::ZERO, deduction: Deduction::Kontanthjaelp }, Vec::new()))
        }
        _ => Err(Problem::new(
            path,
            ErrorCode::Missing,
            "the benefit does not follow from the answers: write what is received",
        )),
    }
}

fn benefit_age(answers: &Answers, path: &str) -> Result<u32, Problem> {
    let path = format!("{path}.profile.age");
    let age =
        answers.age.ok_or_else(|| Problem::new(path.clone(), ErrorCode::Missing, "the benefit depends on the age"))?;
    if BENEFIT_AGE.allow(&age) {
        return Ok(age);
    }
    let message = format!("read {age}; the benefit is known for ages {} to {}", BENEFIT_AGE.min, BENEFIT_AGE.max);
    Err(Problem::new(path, ErrorCode::OutOfRange, message).between(BENEFIT_AGE.min, BENEFIT_AGE.max))
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
