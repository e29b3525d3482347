//! The starter scenario: a first one worked out from the answers, for the person to change.

use super::format_scenario::default_name;
use super::resolve::account_is_open;
use super::{Case, set_principal};
use crate::quantity::{Money, Rate, WeeklyHours};
use crate::rulebook::{Rulebook, figure};
use crate::screening::{Answers, CoursePlan};
use crate::simulation::{Business, Loan, Repayment, Scenario, SmallJob, Subsidy, Timeline, defaults};

/// How many months the starter scenario shows.
const SHOWN_MONTHS: u32 = 24;

/// A scenario to start from. It begins next month: the course, the loan that was asked for, and a small job of no
/// hours from the day the support ends, at the usual wage. Amounts only the person knows are zero.
#[must_use]
pub fn starter_scenario(case: &Case, rulebook: &Rulebook) -> Scenario {
    let values = StarterValues::of(&case.answers);
    let mut scenario = Scenario {
        months: SHOWN_MONTHS,
        course_months: values.course_months,
        account_wait_months: values.account_wait_months,
        subsidy: Subsidy::usual(rulebook),
        loan: values.loan.map(starting_loan),
        business: Some(Business { account_fee: defaults::ACCOUNT_FEE, ..Business::default() }),
        ..Scenario::begun(case.as_of.plus(1), default_name(0))
    };
    scenario.small_jobs.push(usual_small_job(&scenario, rulebook));
    scenario
}

/// What the answers put into a plan.
#[derive(Clone, Copy, PartialEq, Eq)]
struct StarterValues {
    loan: Option<Money>,
    course_months: u32,
    account_wait_months: u32,
}

impl StarterValues {
    fn of(answers: &Answers) -> Self {
        let course_is_done = answers.will_take_course == Some(CoursePlan::Done);
        StarterValues {
            loan: answers.loan_amount.filter(|amount| amount.is_positive()),
            course_months: if course_is_done { 0 } else { defaults::COURSE_MONTHS },
            account_wait_months: defaults::account_wait_months(account_is_open(answers)),
        }
    }
}

/// Puts the values of changed answers into a scenario that began as the [`starter_scenario`] of the answers `before`:
/// the loan, the months of the course, the wait for the account. A value that somebody has written over is left alone.
pub fn apply_changed_answers(scenario: &mut Scenario, before: &Answers, after: &Answers) {
    let (before, after) = (StarterValues::of(before), StarterValues::of(after));
    if scenario.course_months == before.course_months {
        scenario.course_months = after.course_months;
    }
    if scenario.account_wait_months == before.account_wait_months {
        scenario.account_wait_months = after.account_wait_months;
    }
    if scenario.loan.as_ref().map(|loan| loan.principal) == before.loan {
        set_principal(scenario, after.loan.unwrap_or_default());
    }
}

/// The scheme's loan before anybody has written anything about it: no interest, paid back in sixty
/// instalments, the first six months after the payout.
#[must_use]
pub fn starting_loan(principal: Money) -> Loan {
    Loan {
        principal,
        annual_rate: Rate::ZERO,
        fee: Money::ZERO,
        first_instalment_after_months: defaults::FIRST_INSTALMENT,
        repayment: Repayment::Term(60),
    }
}

/// A small job of no hours from the month after the support, or from the first month without a business, at
/// the usual wage.
#[must_use]
pub fn usual_small_job(scenario: &Scenario, rulebook: &Rulebook) -> SmallJob {
    let from = Timeline::of(scenario).after_support();
    let hourly_wage = figure::SMAAJOB_TIMELOEN.at(rulebook, from).map(|found| found.value).unwrap_or_default();
    SmallJob { from, until: None, hours_per_week: WeeklyHours::default(), hourly_wage }
}
