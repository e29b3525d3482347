//! Which figure each field shows.
#![allow(missing_docs, reason = "each one carries its label")]

use mikrolaan_engine::quantity::{Money, Rate, WeeklyHours};
use mikrolaan_engine::simulation::{Business, Loan, Repayment, Scenario};

use super::fields::Input;
use super::job::{edit_job, job};
use super::repayment::set_principal;
use crate::texts::budget as b;
use crate::texts::months::input as short;

fn business<T: Default>(scenario: &Scenario, read: impl FnOnce(&Business) -> T) -> T {
    scenario.business.as_ref().map(read).unwrap_or_default()
}

fn edit_business(scenario: &mut Scenario, edit: impl FnOnce(&mut Business)) {
    edit(scenario.business.get_or_insert_default());
}

fn loan<T: Default>(scenario: &Scenario, read: impl FnOnce(&Loan) -> T) -> T {
    scenario.loan.as_ref().map(read).unwrap_or_default()
}

fn edit_loan(scenario: &mut Scenario, edit: impl FnOnce(&mut Loan)) {
    if let Some(loan) = &mut scenario.loan {
        edit(loan);
    }
}

pub const LIVING_COSTS: Input<Money> = Input {
    id: "living_costs",
    label: b::household::living_costs,
    short: short::living_costs,
    hint: Some(b::household::living_costs_hint),
    get: |scenario| scenario.household.living_costs,
    set: |scenario, money| scenario.household.living_costs = money,
};

pub const OTHER_INCOME: Input<Money> = Input {
    id: "other_income",
    label: b::household::other_income,
    short: short::other_income,
    hint: Some(b::household::other_income_hint),
    get: |scenario| scenario.household.other_income,
    set: |scenario, money| scenario.household.other_income = money,
};

pub const SAVINGS: Input<Money> = Input {
    id: "savings",
    label: b::household::savings,
    short: short::savings,
    hint: Some(b::household::savings_hint),
    get: |scenario| scenario.household.savings,
    set: |scenario, money| scenario.household.savings = money,
};

pub const FIRST_MONTH: Input<Money> = Input {
    id: "first_month",
    label: b::operating::first_month,
    short: short::first_month,
    hint: Some(b::operating::first_month_hint),
    get: |scenario| business(scenario, |business| business.revenue.first_month),
    set: |scenario, money| edit_business(scenario, |business| business.revenue.first_month = money),
};

pub const FULL_MONTH: Input<Money> = Input {
    id: "full_month",
    label: b::operating::full_month,
    short: short::full_month,
    hint: Some(b::operating::full_month_hint),
    get: |scenario| business(scenario, |business| business.revenue.full_month),
    set: |scenario, money| edit_business(scenario, |business| business.revenue.full_month = money),
};

pub const RAMP_MONTHS: Input<u32> = Input {
    id: "ramp_months",
    label: b::operating::ramp_months,
    short: short::ramp_months,
    hint: Some(b::operating::ramp_months_hint),
    get: |scenario| business(scenario, |business| business.revenue.ramp_months),
    set: |scenario, count| edit_business(scenario, |business| business.revenue.ramp_months = count),
};

pub const VARIABLE_SHARE: Input<Rate> = Input {
    id: "variable_share",
    label: b::operating::variable_share,
    short: short::variable_share,
    hint: Some(b::operating::variable_share_hint),
    get: |scenario| business(scenario, |business| business.variable_cost_share),
    set: |scenario, rate| edit_business(scenario, |business| business.variable_cost_share = rate),
};

pub const FIXED_COSTS: Input<Money> = Input {
    id: "fixed_costs",
    label: b::operating::fixed_costs,
    short: short::fixed_costs,
    hint: Some(b::operating::fixed_costs_hint),
    get: |scenario| business(scenario, |business| business.fixed_costs),
    set: |scenario, money| edit_business(scenario, |business| business.fixed_costs = money),
};

pub const ACCOUNT_FEE: Input<Money> = Input {
    id: "account_fee",
    label: b::operating::account_fee,
    short: b::operating::account_fee,
    hint: Some(b::operating::account_fee_hint),
    get: |scenario| business(scenario, |business| business.account_fee),
    set: |scenario, money| edit_business(scenario, |business| business.account_fee = money),
};

pub const BUFFER: Input<Money> = Input {
    id: "buffer",
    label: b::operating::buffer,
    short: b::operating::buffer,
    hint: Some(b::operating::buffer_hint),
    get: |scenario| business(scenario, |business| business.buffer),
    set: |scenario, money| edit_business(scenario, |business| business.buffer = money),
};

pub const OWN_CONTRIBUTION: Input<Money> = Input {
    id: "own_contribution",
    label: b::setup::own_contribution,
    short: b::setup::own_contribution,
    hint: Some(b::setup::own_contribution_hint),
    get: |scenario| business(scenario, |business| business.own_contribution),
    set: |scenario, money| edit_business(scenario, |business| business.own_contribution = money),
};

pub const PRINCIPAL: Input<Money> = Input {
    id: "principal",
    label: b::loan::principal,
    short: short::principal,
    hint: Some(b::loan::principal_hint),
    get: |scenario| loan(scenario, |loan| loan.principal),
    set: set_principal,
};

pub const INSTALMENT: Input<Money> = Input {
    id: "instalment",
    label: b::loan::instalment,
    short: short::instalment,
    hint: Some(b::loan::instalment_hint),
    get: |scenario| {
        loan(scenario, |loan| match loan.repayment {
            Repayment::Instalment(amount) => amount,
            Repayment::Term(_) => Money::ZERO,
        })
    },
    set: |scenario, money| edit_loan(scenario, |loan| loan.repayment = Repayment::Instalment(money)),
};

pub const TERM: Input<u32> = Input {
    id: "term",
    label: b::loan::term,
    short: b::loan::term,
    hint: None,
    get: |scenario| {
        loan(scenario, |loan| match loan.repayment {
            Repayment::Term(term) => term,
            Repayment::Instalment(_) => 0,
        })
    },
    set: |scenario, count| edit_loan(scenario, |loan| loan.repayment = Repayment::Term(count)),
};

pub const FIRST_INSTALMENT: Input<u32> = Input {
    id: "first_instalment",
    label: b::loan::first_instalment,
    short: b::loan::first_instalment,
    hint: Some(b::loan::first_instalment_hint),
    get: |scenario| loan(scenario, |loan| loan.first_instalment_after_months),
    set: |scenario, count| edit_loan(scenario, |loan| loan.first_instalment_after_months = count),
};

pub const ANNUAL_RATE: Input<Rate> = Input {
    id: "annual_rate",
    label: b::loan::annual_rate,
    short: b::loan::annual_rate,
    hint: Some(b::loan::annual_rate_hint),
    get: |scenario| loan(scenario, |loan| loan.annual_rate),
    set: |scenario, rate| edit_loan(scenario, |loan| loan.annual_rate = rate),
};

pub const LOAN_FEE: Input<Money> = Input {
    id: "loan_fee",
    label: b::loan::fee,
    short: b::loan::fee,
    hint: Some(b::loan::fee_hint),
    get: |scenario| loan(scenario, |loan| loan.fee),
    set: |scenario, money| edit_loan(scenario, |loan| loan.fee = money),
};

pub const COURSE_MONTHS: Input<u32> = Input {
    id: "course_months",
    label: b::course::course_months,
    short: short::course_months,
    hint: Some(b::course::course_months_hint),
    get: |scenario| scenario.course_months,
    set: |scenario, count| scenario.course_months = count,
};

pub const ACCOUNT_WAIT_MONTHS: Input<u32> = Input {
    id: "account_wait_months",
    label: b::course::account_wait_months,
    short: short::account_wait_months,
    hint: Some(b::course::account_wait_hint),
    get: |scenario| scenario.account_wait_months,
    set: |scenario, count| scenario.account_wait_months = count,
};

pub const SUBSIDY_MONTHS: Input<u32> = Input {
    id: "subsidy_months",
    label: b::course::subsidy_months,
    short: short::subsidy_months,
    hint: Some(b::course::subsidy_months_hint),
    get: |scenario| scenario.subsidy.months,
    set: |scenario, count| scenario.subsidy.months = count,
};

pub const SUBSIDY_MONTHLY: Input<Option<Money>> = Input {
    id: "subsidy_monthly",
    label: b::course::subsidy_monthly,
    short: b::course::subsidy_monthly,
    hint: Some(b::course::subsidy_monthly_hint),
    get: |scenario| scenario.subsidy.monthly,
    set: |scenario, money| scenario.subsidy.monthly = money,
};

pub const MONTHS: Input<u32> = Input {
    id: "months",
    label: b::course::months,
    short: b::course::months,
    hint: Some(b::course::months_hint),
    get: |scenario| scenario.months,
    set: |scenario, count| scenario.months = count,
};

pub const JOB_HOURS: Input<WeeklyHours> = Input {
    id: "job_hours",
    label: b::job::hours,
    short: short::hours,
    hint: None,
    get: |scenario| job(scenario, 0).hours_per_week,
    set: |scenario, hours| edit_job(scenario, 0, |job| job.hours_per_week = hours),
};

pub const JOB_WAGE: Input<Money> = Input {
    id: "job_wage",
    label: b::job::wage,
    short: short::wage,
    hint: None,
    get: |scenario| job(scenario, 0).hourly_wage,
    set: |scenario, wage| edit_job(scenario, 0, |job| job.hourly_wage = wage),
};

pub const CHURCH_RATE: Input<Rate> = Input {
    id: "church_rate",
    label: b::tax::church,
    short: b::tax::church,
    hint: Some(b::tax::church_hint),
    get: |scenario| scenario.tax.church_rate,
    set: |scenario, rate| scenario.tax.church_rate = rate,
};
