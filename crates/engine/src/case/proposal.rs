//! A first scenario from the answers, for the person to change.

use super::Case;
use crate::quantity::{Money, Month, Rate, WeeklyHours};
use crate::rulebook::{Rulebook, figure};
use crate::screening::CoursePlan;
use crate::simulation::{AfterClosure, Business, Household, Loan, Plan, Repayment, Scenario, SmallJob, Subsidy, Tax};

/// How many months a proposed scenario shows.
const MONTHS: u32 = 24;

/// A scenario that begins next month: the course, the loan that was asked for, and a small job of no
/// hours from the day the support ends, at the usual wage. Amounts only the person knows are zero.
#[must_use]
pub fn propose(case: &Case, rulebook: &Rulebook) -> Scenario {
    let start = case.as_of.plus(1);
    let course_months = if case.answers.will_take_course == Some(CoursePlan::Done) { 0 } else { Plan::COURSE_MONTHS };
    let mut scenario = Scenario {
        name: "Scenarie 1".to_owned(),
        start,
        months: MONTHS,
        course_months,
        account_wait_months: Plan::ACCOUNT_WAIT_MONTHS,
        household: Household::default(),
        benefit: None,
        subsidy: Subsidy::default(),
        loan: case.answers.loan_amount.filter(|amount| amount.is_positive()).map(interest_free),
        business: Some(Business { account_fee: Plan::ACCOUNT_FEE, ..Business::default() }),
        small_jobs: Vec::new(),
        tax: Tax::default(),
        after_closure: AfterClosure::Benefit,
    };
    scenario.small_jobs.push(small_job(rulebook, after_support(&scenario)));
    scenario
}

/// The first month after the support.
fn after_support(scenario: &Scenario) -> Month {
    let months = scenario.course_months + scenario.account_wait_months + scenario.subsidy.months;
    scenario.start.plus(i32::try_from(months).unwrap_or(0))
}

/// The scheme's loan: no interest, repaid by as much a month as makes five years of it.
fn interest_free(principal: Money) -> Loan {
    Loan {
        principal,
        annual_rate: Rate::ZERO,
        fee: Money::ZERO,
        first_instalment_after_months: 6,
        repayment: Repayment::Term(60),
    }
}

fn small_job(rulebook: &Rulebook, from: Month) -> SmallJob {
    let hourly_wage = figure::SMAAJOB_TIMELOEN.at(rulebook, from).map(|found| found.value).unwrap_or_default();
    SmallJob { from, until: None, hours_per_week: WeeklyHours::default(), hourly_wage }
}
