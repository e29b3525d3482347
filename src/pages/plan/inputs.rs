//! Which figure each field shows.
#![allow(missing_docs, reason = "each one carries its label")]

use mikrolaan_engine::case::{bounds, set_principal};
use mikrolaan_engine::quantity::{Money, Rate};
use mikrolaan_engine::simulation::{Business, Loan, Repayment, Scenario};

use super::fields::{Figure, Input, no_word};
use super::job::{edit_job, job};
use crate::rulebook::RULEBOOK;
use crate::texts::budget as b;
use crate::texts::errors::field as e;
use crate::texts::months::input as short;

pub use super::rows::{COST_AMOUNT, COST_LABEL, SEASON, seasons};

fn business<T: Default>(scenario: &Scenario, read: impl FnOnce(&Business) -> T) -> T {
    scenario.business.as_ref().map(read).unwrap_or_default()
}

pub(super) fn edit_business(scenario: &mut Scenario, edit: impl FnOnce(&mut Business)) {
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

pub static LIVING_COSTS: Input = Input {
    id: "living_costs",
    label: b::household::living_costs,
    short: short::living_costs,
    hint: b::household::living_costs_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| scenario.household.living_costs,
        |scenario, _, money| scenario.household.living_costs = money,
    ),
};

pub static OTHER_INCOME: Input = Input {
    id: "other_income",
    label: b::household::other_income,
    short: short::other_income,
    hint: b::household::other_income_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| scenario.household.other_income,
        |scenario, _, money| scenario.household.other_income = money,
    ),
};

pub static SAVINGS: Input = Input {
    id: "savings",
    label: b::household::savings,
    short: short::savings,
    hint: b::household::savings_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| scenario.household.savings,
        |scenario, _, money| scenario.household.savings = money,
    ),
};

pub static FIRST_MONTH: Input = Input {
    id: "first_month",
    label: b::operating::first_month,
    short: short::first_month,
    hint: b::operating::first_month_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| business(scenario, |business| business.revenue.first_month),
        |scenario, _, money| edit_business(scenario, |business| business.revenue.first_month = money),
    ),
};

pub static FULL_MONTH: Input = Input {
    id: "full_month",
    label: b::operating::full_month,
    short: short::full_month,
    hint: b::operating::full_month_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| business(scenario, |business| business.revenue.full_month),
        |scenario, _, money| edit_business(scenario, |business| business.revenue.full_month = money),
    ),
};

pub static RAMP_MONTHS: Input = Input {
    id: "ramp_months",
    label: b::operating::ramp_months,
    short: short::ramp_months,
    hint: b::operating::ramp_months_hint,
    figure: Figure::Months(
        bounds::RAMP,
        |scenario, _| business(scenario, |business| business.revenue.ramp_months),
        |scenario, _, count| edit_business(scenario, |business| business.revenue.ramp_months = count),
    ),
};

pub static VARIABLE_SHARE: Input = Input {
    id: "variable_share",
    label: b::operating::variable_share,
    short: short::variable_share,
    hint: b::operating::variable_share_hint,
    figure: Figure::Percent(
        bounds::RATE,
        e::percent,
        |scenario, _| business(scenario, |business| business.variable_cost_share),
        |scenario, _, rate| edit_business(scenario, |business| business.variable_cost_share = rate),
    ),
};

pub static FIXED_COSTS: Input = Input {
    id: "fixed_costs",
    label: b::operating::fixed_costs,
    short: short::fixed_costs,
    hint: b::operating::fixed_costs_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| business(scenario, |business| business.fixed_costs),
        |scenario, _, money| edit_business(scenario, |business| business.fixed_costs = money),
    ),
};

pub static ACCOUNT_FEE: Input = Input {
    id: "account_fee",
    label: b::operating::account_fee,
    short: b::operating::account_fee,
    hint: b::operating::account_fee_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| business(scenario, |business| business.account_fee),
        |scenario, _, money| edit_business(scenario, |business| business.account_fee = money),
    ),
};

pub static BUFFER: Input = Input {
    id: "buffer",
    label: b::operating::buffer,
    short: b::operating::buffer,
    hint: b::operating::buffer_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| business(scenario, |business| business.buffer),
        |scenario, _, money| edit_business(scenario, |business| business.buffer = money),
    ),
};

pub static OWN_CONTRIBUTION: Input = Input {
    id: "own_contribution",
    label: b::setup::own_contribution,
    short: b::setup::own_contribution,
    hint: b::setup::own_contribution_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| business(scenario, |business| business.own_contribution),
        |scenario, _, money| edit_business(scenario, |business| business.own_contribution = money),
    ),
};

pub static PRINCIPAL: Input = Input {
    id: "principal",
    label: b::loan::principal,
    short: short::principal,
    hint: b::loan::principal_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| loan(scenario, |loan| loan.principal),
        |scenario, _, money| set_principal(scenario, money),
    ),
};

pub static INSTALMENT: Input = Input {
    id: "instalment",
    label: b::loan::instalment,
    short: short::instalment,
    hint: b::loan::instalment_hint,
    figure: Figure::Amount(
        bounds::POSITIVE_AMOUNT,
        |scenario, _| {
            loan(scenario, |loan| match loan.repayment {
                Repayment::Instalment(amount) => amount,
                Repayment::Term(_) => Money::ZERO,
            })
        },
        |scenario, _, money| edit_loan(scenario, |loan| loan.repayment = Repayment::Instalment(money)),
    ),
};

pub static TERM: Input = Input {
    id: "term",
    label: b::loan::term,
    short: b::loan::term,
    hint: no_word,
    figure: Figure::Months(
        bounds::TERM,
        |scenario, _| {
            loan(scenario, |loan| match loan.repayment {
                Repayment::Term(term) => term,
                Repayment::Instalment(_) => 0,
            })
        },
        |scenario, _, count| edit_loan(scenario, |loan| loan.repayment = Repayment::Term(count)),
    ),
};

pub static FIRST_INSTALMENT: Input = Input {
    id: "first_instalment",
    label: b::loan::first_instalment,
    short: b::loan::first_instalment,
    hint: b::loan::first_instalment_hint,
    figure: Figure::Months(
        bounds::FIRST_INSTALMENT,
        |scenario, _| loan(scenario, |loan| loan.first_instalment_after_months),
        |scenario, _, count| edit_loan(scenario, |loan| loan.first_instalment_after_months = count),
    ),
};

pub static ANNUAL_RATE: Input = Input {
    id: "annual_rate",
    label: b::loan::annual_rate,
    short: b::loan::annual_rate,
    hint: b::loan::annual_rate_hint,
    figure: Figure::Percent(
        bounds::RATE,
        e::percent,
        |scenario, _| loan(scenario, |loan| loan.annual_rate),
        |scenario, _, rate| edit_loan(scenario, |loan| loan.annual_rate = rate),
    ),
};

pub static LOAN_FEE: Input = Input {
    id: "loan_fee",
    label: b::loan::fee,
    short: b::loan::fee,
    hint: b::loan::fee_hint,
    figure: Figure::Amount(
        bounds::AMOUNT,
        |scenario, _| loan(scenario, |loan| loan.fee),
        |scenario, _, money| edit_loan(scenario, |loan| loan.fee = money),
    ),
};

pub static COURSE_MONTHS: Input = Input {
    id: "course_months",
    label: b::course::course_months,
    short: short::course_months,
    hint: b::course::course_months_hint,
    figure: Figure::Months(
        bounds::BEFORE_OPENING,
        |scenario, _| scenario.course_months,
        |scenario, _, count| scenario.course_months = count,
    ),
};

pub static ACCOUNT_WAIT_MONTHS: Input = Input {
    id: "account_wait_months",
    label: b::course::account_wait_months,
    short: short::account_wait_months,
    hint: b::course::account_wait_hint,
    figure: Figure::Months(
        bounds::BEFORE_OPENING,
        |scenario, _| scenario.account_wait_months,
        |scenario, _, count| scenario.account_wait_months = count,
    ),
};

pub static SUBSIDY_MONTHS: Input = Input {
    id: "subsidy_months",
    label: b::course::subsidy_months,
    short: short::subsidy_months,
    hint: b::course::subsidy_months_hint,
    figure: Figure::Months(
        bounds::SUBSIDY_MONTHS,
        |scenario, _| scenario.subsidy.months,
        |scenario, _, count| scenario.subsidy.months = count,
    ),
};

pub static SUBSIDY_MONTHLY: Input = Input {
    id: "subsidy_monthly",
    label: b::course::subsidy_monthly,
    short: b::course::subsidy_monthly,
    hint: b::course::subsidy_monthly_hint,
    figure: Figure::OptionalAmount(
        |scenario, _| scenario.subsidy.monthly,
        |scenario, _, money| scenario.subsidy.monthly = money,
    ),
};

pub static MONTHS: Input = Input {
    id: "months",
    label: b::course::months,
    short: b::course::months,
    hint: b::course::months_hint,
    figure: Figure::Months(bounds::MONTHS, |scenario, _| scenario.months, |scenario, _, count| scenario.months = count),
};

pub static JOB_HOURS: Input = Input {
    id: "job-hours",
    label: b::job::hours,
    short: short::hours,
    hint: no_word,
    figure: Figure::Hours(
        |scenario, at| job(scenario, at).hours_per_week,
        |scenario, at, hours| edit_job(scenario, at, |job| job.hours_per_week = hours),
    ),
};

pub static JOB_WAGE: Input = Input {
    id: "job-wage",
    label: b::job::wage,
    short: short::wage,
    hint: b::job::wage_hint,
    figure: Figure::Amount(
        bounds::HOURLY_WAGE,
        |scenario, at| job(scenario, at).hourly_wage,
        |scenario, at, wage| edit_job(scenario, at, |job| job.hourly_wage = wage),
    ),
};

pub static CHURCH_RATE: Input = Input {
    id: "church_rate",
    label: b::tax::church,
    short: b::tax::church,
    hint: b::tax::church_hint,
    figure: Figure::Percent(
        bounds::LOCAL_TAX_RATE,
        e::tax_percent,
        |scenario, _| scenario.tax.church_rate,
        |scenario, _, rate| scenario.tax.church_rate = rate,
    ),
};

pub static MUNICIPAL_RATE: Input = Input {
    id: "municipal_rate",
    label: b::tax::municipal,
    short: b::tax::municipal,
    hint: b::tax::municipal_hint,
    figure: Figure::Percent(
        bounds::LOCAL_TAX_RATE,
        e::tax_percent,
        |scenario, _| scenario.tax.municipal_rate.or_else(|| usual_municipal_rate(scenario)).unwrap_or_default(),
        |scenario, _, rate| scenario.tax.municipal_rate = Some(rate),
    ),
};

/// The municipality's, until the person writes another.
fn usual_municipal_rate(scenario: &Scenario) -> Option<Rate> {
    Some(RULEBOOK.municipal_rate(scenario.start)?.rate)
}
