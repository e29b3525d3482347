//! Where the answers and the plan say different things, because somebody has written over what an answer had
//! put into the plan, or has answered anew.

use super::set_principal;
use crate::quantity::Money;
use crate::screening::{AnswerKey, Answers, BusinessAccount, CoursePlan};
use crate::simulation::{Scenario, defaults};

/// An answer and a figure of the plan that cannot both hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// What was answered is to be borrowed, and what the plan borrows; zero = no loan.
    Loan {
        /// In the answers.
        answered: Money,
        /// In the plan.
        planned: Money,
    },
    /// The answer is that the course is done, and the plan has so many months of it; or that it will be taken,
    /// and the plan has none.
    Course {
        /// In the plan, in months.
        planned: u32,
    },
    /// The answer is that the business account is open, and the plan waits so many months for it; or that it is
    /// not, and the plan does not wait.
    Account {
        /// In the plan, in months.
        planned: u32,
    },
}

/// What holds where the answers and the plan say different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictSide {
    /// The answer: the plan becomes what it says.
    Answer,
    /// The plan: the answer becomes what it says.
    Plan,
}

impl Conflict {
    /// The question whose answer it is.
    #[must_use]
    pub const fn question(self) -> AnswerKey {
        match self {
            Conflict::Loan { .. } => AnswerKey::LoanAmount,
            Conflict::Course { .. } => AnswerKey::WillTakeCourse,
            Conflict::Account { .. } => AnswerKey::BusinessAccount,
        }
    }

    /// Lets one side hold, and changes the other to say the same. An answer with no figure of its own puts the
    /// usual one into the plan.
    pub fn resolve(self, holds: ConflictSide, answers: &mut Answers, scenario: &mut Scenario) {
        match (self, holds) {
            (Conflict::Loan { answered, .. }, ConflictSide::Answer) => set_principal(scenario, answered),
            (Conflict::Loan { planned, .. }, ConflictSide::Plan) => answers.loan_amount = Some(planned),
            (Conflict::Course { planned }, ConflictSide::Answer) => {
                scenario.course_months = if planned > 0 { 0 } else { defaults::COURSE_MONTHS };
            }
            (Conflict::Course { planned }, ConflictSide::Plan) => {
                answers.will_take_course = Some(if planned > 0 { CoursePlan::Yes } else { CoursePlan::Done });
            }
            (Conflict::Account { planned }, ConflictSide::Answer) => {
                scenario.account_wait_months = defaults::account_wait_months(planned > 0);
            }
            (Conflict::Account { planned }, ConflictSide::Plan) => {
                let account = if planned > 0 { BusinessAccount::Applied } else { BusinessAccount::Open };
                answers.business_account = Some(account);
            }
        }
    }
}

/// Every answer that says something else than the plan. An answer that is not there, or *unknown*, says nothing.
#[must_use]
pub fn conflicts(answers: &Answers, scenario: &Scenario) -> Vec<Conflict> {
    [loan(answers, scenario), course(answers, scenario), account(answers, scenario)].into_iter().flatten().collect()
}

fn loan(answers: &Answers, scenario: &Scenario) -> Option<Conflict> {
    let answered = answers.loan_amount?;
    let planned = scenario.loan.as_ref().map(|loan| loan.principal).unwrap_or_default();
    (answered != planned).then_some(Conflict::Loan { answered, planned })
}

fn course(answers: &Answers, scenario: &Scenario) -> Option<Conflict> {
    let planned = scenario.course_months;
    let differs = match answers.will_take_course? {
        CoursePlan::Done => planned > 0,
        CoursePlan::Yes => planned == 0,
        CoursePlan::No | CoursePlan::Unknown => false,
    };
    differs.then_some(Conflict::Course { planned })
}

fn account(answers: &Answers, scenario: &Scenario) -> Option<Conflict> {
    let planned = scenario.account_wait_months;
    let differs = match answers.business_account? {
        BusinessAccount::Open => planned > 0,
        BusinessAccount::None | BusinessAccount::Applied | BusinessAccount::Refused => planned == 0,
        BusinessAccount::Unknown => false,
    };
    differs.then_some(Conflict::Account { planned })
}

#[cfg(test)]
#[path = "conflicts_tests.rs"]
mod tests;
