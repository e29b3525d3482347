//! The words of each field: its label on its own, its label in the panel beside the months, and help. What a field
//! holds and where it stands is the engine's table ([`ScenarioField`]).

use mikrolaan_engine::simulation::ScenarioField as F;

use super::fields::{Input, no_word};
use mikrolaan_app_core::locale::texts::budget as b;
use mikrolaan_app_core::locale::texts::months::input as short;

macro_rules! inputs {
    ($($name:ident = $field:ident: $label:path, $short:path, $hint:path;)+) => {
        $(
            #[doc = concat!("`", stringify!($field), "`")]
            pub static $name: Input = Input { field: F::$field, label: $label, short: $short, hint: $hint };
        )+

        /// All of them.
        #[cfg(test)]
        pub const ALL: &[&Input] = &[$(&$name,)+];
    };
}

inputs! {
    LIVING_COSTS = LivingCosts: b::household::living_costs, short::living_costs, b::household::living_costs_hint;
    OTHER_INCOME = OtherIncome: b::household::other_income, short::other_income, b::household::other_income_hint;
    SAVINGS = Savings: b::household::savings, short::savings, b::household::savings_hint;
    FIRST_MONTH = FirstMonth: b::operating::first_month, short::first_month, b::operating::first_month_hint;
    FULL_MONTH = FullMonth: b::operating::full_month, short::full_month, b::operating::full_month_hint;
    RAMP_MONTHS = RampMonths: b::operating::ramp_months, short::ramp_months, b::operating::ramp_months_hint;
    VARIABLE_SHARE = VariableCostShare: b::operating::variable_share, short::variable_share, b::operating::variable_share_hint;
    FIXED_COSTS = FixedCosts: b::operating::fixed_costs, short::fixed_costs, b::operating::fixed_costs_hint;
    ACCOUNT_FEE = AccountFee: b::operating::account_fee, b::operating::account_fee, b::operating::account_fee_hint;
    BUFFER = Buffer: b::operating::buffer, b::operating::buffer, b::operating::buffer_hint;
    OWN_CONTRIBUTION = OwnContribution: b::setup::own_contribution, b::setup::own_contribution, b::setup::own_contribution_hint;
    PRINCIPAL = Principal: b::loan::principal, short::principal, b::loan::principal_hint;
    INSTALMENT = Instalment: b::loan::instalment, short::instalment, b::loan::instalment_hint;
    TERM = TermMonths: b::loan::term, b::loan::term, no_word;
    FIRST_INSTALMENT = FirstInstalment: b::loan::first_instalment, b::loan::first_instalment, b::loan::first_instalment_hint;
    ANNUAL_RATE = AnnualRate: b::loan::annual_rate, b::loan::annual_rate, b::loan::annual_rate_hint;
    LOAN_FEE = LoanFee: b::loan::fee, b::loan::fee, b::loan::fee_hint;
    COURSE_MONTHS = CourseMonths: b::course::course_months, short::course_months, b::course::course_months_hint;
    ACCOUNT_WAIT_MONTHS = AccountWaitMonths: b::course::account_wait_months, short::account_wait_months, b::course::account_wait_hint;
    SUBSIDY_MONTHS = SubsidyMonths: b::course::subsidy_months, short::subsidy_months, b::course::subsidy_months_hint;
    SUBSIDY_MONTHLY = SubsidyMonthly: b::course::subsidy_monthly, b::course::subsidy_monthly, b::course::subsidy_monthly_hint;
    MONTHS = Months: b::course::months, b::course::months, b::course::months_hint;
    JOB_HOURS = JobHours: b::job::hours, short::hours, no_word;
    JOB_WAGE = JobWage: b::job::wage, short::wage, b::job::wage_hint;
    CHURCH_RATE = ChurchRate: b::tax::church, b::tax::church, b::tax::church_hint;
    MUNICIPAL_RATE = MunicipalRate: b::tax::municipal, b::tax::municipal, b::tax::municipal_hint;
    COST_LABEL = SetupCostLabel: b::setup::label, b::setup::label, no_word;
    COST_AMOUNT = SetupCostAmount: b::setup::amount, b::setup::amount, no_word;
    SEASON = Seasonality: b::operating::seasonality, b::operating::seasonality, no_word;
    BENEFIT_MONTHLY = BenefitMonthly: b::benefit::monthly, b::benefit::monthly, b::benefit::monthly_hint;
}
