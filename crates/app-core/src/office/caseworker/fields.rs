//! Which fields stand on the caseworker's screen, by group: every answer of the screening, and the values of the plan that are
//! used most.

use mikrolaan_engine::screening::AnswerKey;
use mikrolaan_engine::simulation::ScenarioField as F;

use crate::forms::choices::{self, PlanChoice};
use crate::forms::inputs::{self, FigureInput};
use crate::locale::language::Text;
use crate::locale::texts::office::caseworker::group as titles;
use crate::locale::texts::office::caseworker::label as short;

/// What a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseFieldId {
    /// An answer of the screening.
    Answer(AnswerKey),
    /// A value of the plan.
    Plan(F),
    /// What is borrowed: the answer and the value of the plan in one.
    Borrowed,
    /// The benefit before tax: computed, until an amount is written.
    Benefit,
}

/// A group of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldGroup {
    /// Who the person is and what they live on.
    Person,
    /// Idea, skills and course.
    Idea,
    /// Account, debt, wealth.
    Account,
    /// The money at home.
    Home,
    /// What the business sells and costs.
    Business,
    /// The loan and how long everything takes.
    Loan,
}

impl FieldGroup {
    /// The groups, in the order they are read.
    pub const ALL: [FieldGroup; 6] = [
        FieldGroup::Person,
        FieldGroup::Idea,
        FieldGroup::Account,
        FieldGroup::Home,
        FieldGroup::Business,
        FieldGroup::Loan,
    ];

    /// Its heading.
    pub fn title(self) -> Text {
        match self {
            FieldGroup::Person => titles::person(),
            FieldGroup::Idea => titles::idea(),
            FieldGroup::Account => titles::account(),
            FieldGroup::Home => titles::home(),
            FieldGroup::Business => titles::business(),
            FieldGroup::Loan => titles::loan(),
        }
    }

    /// Its fields, in their order.
    pub const fn fields(self) -> &'static [CaseFieldId] {
        use AnswerKey as A;
        use CaseFieldId::{Answer, Benefit, Borrowed, Plan};
        match self {
            FieldGroup::Person => &[
                Answer(A::Age),
                Answer(A::Children),
                Answer(A::Municipality),
                Answer(A::Support),
                Benefit,
                Answer(A::Single),
                Answer(A::Married),
                Answer(A::ChildrenAtHome),
                Answer(A::LivesWithParents),
                Answer(A::LivedAbroad),
                Answer(A::ResidenceAndWorkMet),
                Answer(A::WorkedTwoAndAHalfYears),
            ],
            FieldGroup::Idea => &[
                Answer(A::BusinessStarted),
                Answer(A::Idea),
                Answer(A::TradeSkills),
                Answer(A::BusinessSkills),
                Answer(A::JobOrEducationClose),
                Answer(A::WillTakeCourse),
            ],
            FieldGroup::Account => &[Answer(A::PublicDebt), Answer(A::BusinessAccount), Answer(A::WealthOverLimit)],
            FieldGroup::Home => {
                &[Plan(F::LivingCosts), Answer(A::HousingBenefit), Plan(F::OtherIncome), Plan(F::Savings)]
            }
            FieldGroup::Business => &[
                Plan(F::FirstMonth),
                Plan(F::FullMonth),
                Plan(F::RampMonths),
                Plan(F::VariableCostShare),
                Plan(F::FixedCosts),
            ],
            FieldGroup::Loan => &[
                Borrowed,
                Plan(F::Instalment),
                Answer(A::LoanPurposes),
                Plan(F::Start),
                Plan(F::CourseMonths),
                Plan(F::AccountWaitMonths),
                Plan(F::SubsidyMonths),
            ],
        }
    }
}

impl CaseFieldId {
    /// The words it is called by where it stands; its whole name is for who listens.
    pub fn label(self) -> Text {
        match self {
            CaseFieldId::Answer(key) => of_answer(key),
            CaseFieldId::Borrowed => short::principal(),
            CaseFieldId::Benefit => short::benefit(),
            CaseFieldId::Plan(field) => of_plan(field),
        }
    }

    /// The figure of the citizen's pages it is, if it is one.
    pub(super) fn figure(self) -> Option<&'static FigureInput> {
        Some(match self {
            CaseFieldId::Benefit => &inputs::BENEFIT_MONTHLY,
            CaseFieldId::Borrowed => &inputs::PRINCIPAL,
            CaseFieldId::Plan(F::LivingCosts) => &inputs::LIVING_COSTS,
            CaseFieldId::Plan(F::OtherIncome) => &inputs::OTHER_INCOME,
            CaseFieldId::Plan(F::Savings) => &inputs::SAVINGS,
            CaseFieldId::Plan(F::FirstMonth) => &inputs::FIRST_MONTH,
            CaseFieldId::Plan(F::FullMonth) => &inputs::FULL_MONTH,
            CaseFieldId::Plan(F::RampMonths) => &inputs::RAMP_MONTHS,
            CaseFieldId::Plan(F::VariableCostShare) => &inputs::VARIABLE_SHARE,
            CaseFieldId::Plan(F::FixedCosts) => &inputs::FIXED_COSTS,
            CaseFieldId::Plan(F::Instalment) => &inputs::INSTALMENT,
            CaseFieldId::Plan(F::CourseMonths) => &inputs::COURSE_MONTHS,
            CaseFieldId::Plan(F::AccountWaitMonths) => &inputs::ACCOUNT_WAIT_MONTHS,
            CaseFieldId::Plan(F::SubsidyMonths) => &inputs::SUBSIDY_MONTHS,
            CaseFieldId::Plan(F::JobHours) => &inputs::JOB_HOURS,
            CaseFieldId::Answer(AnswerKey::Age) => &inputs::AGE,
            _ => return None,
        })
    }

    /// The list of months it is, if it is one.
    pub(super) fn months(self) -> Option<&'static PlanChoice> {
        (self == CaseFieldId::Plan(F::Start)).then_some(&choices::START)
    }
}

fn of_answer(key: AnswerKey) -> Text {
    match key {
        AnswerKey::Age => short::age(),
        AnswerKey::Municipality => short::municipality(),
        AnswerKey::Support => short::support(),
        AnswerKey::BusinessStarted => short::business_started(),
        AnswerKey::Idea | AnswerKey::Plan => short::idea(),
        AnswerKey::TradeSkills => short::trade_skills(),
        AnswerKey::BusinessSkills => short::business_skills(),
        AnswerKey::JobOrEducationClose => short::job_or_education_close(),
        AnswerKey::WillTakeCourse => short::will_take_course(),
        AnswerKey::LoanAmount => short::principal(),
        AnswerKey::LoanPurposes => short::loan_purposes(),
        AnswerKey::PublicDebt => short::public_debt(),
        AnswerKey::BusinessAccount => short::business_account(),
        AnswerKey::WealthOverLimit => short::wealth_over_limit(),
        AnswerKey::HousingBenefit => short::housing_benefit(),
        AnswerKey::Single => short::single(),
        AnswerKey::Children => short::children(),
        AnswerKey::LivesWithParents => short::lives_with_parents(),
        AnswerKey::ResidenceAndWorkMet => short::residence_and_work_met(),
        AnswerKey::WorkedTwoAndAHalfYears => short::worked_two_and_a_half_years(),
        AnswerKey::ChildrenAtHome => short::children_at_home(),
        AnswerKey::Married => short::married(),
        AnswerKey::LivedAbroad => short::lived_abroad(),
    }
}

fn of_plan(field: F) -> Text {
    match field {
        F::LivingCosts => short::living_costs(),
        F::OtherIncome => short::other_income(),
        F::Savings => short::savings(),
        F::FirstMonth => short::first_month(),
        F::FullMonth => short::full_month(),
        F::RampMonths => short::ramp_months(),
        F::VariableCostShare => short::variable_cost_share(),
        F::FixedCosts => short::fixed_costs(),
        F::Instalment => short::instalment(),
        F::Start => short::start(),
        F::CourseMonths => short::course_months(),
        F::AccountWaitMonths => short::account_wait_months(),
        F::SubsidyMonths => short::subsidy_months(),
        F::JobHours => short::hours(),
        _ => Text::NONE,
    }
}
