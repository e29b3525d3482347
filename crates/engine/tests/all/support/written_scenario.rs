//! A scenario as the case file writes it, every key written.

use mikrolaan_engine::simulation::{Benefit, Business, Loan, Profile, Repayment, Scenario, SmallJob};
use serde_json::{Value, json};

pub(crate) fn written(scenario: &Scenario) -> Value {
    let mut value = json!({
        "name": scenario.name, "start": scenario.start, "months": scenario.months,
        "course_months": scenario.course_months, "account_wait_months": scenario.account_wait_months,
        "household": {
            "savings": scenario.household.savings, "living_costs": scenario.household.living_costs,
            "other_income": scenario.household.other_income,
        },
        "subsidy": { "months": scenario.subsidy.months, "model": scenario.subsidy.model },
        "loan": scenario.loan.as_ref().map(loan), "business": scenario.business.as_ref().map(business),
        "small_jobs": scenario.small_jobs.iter().map(small_job).collect::<Vec<_>>(),
        "tax": { "mode": scenario.tax.mode, "church_rate": scenario.tax.church_rate.to_string() },
        "after_closure": scenario.after_closure,
    });
    if let Some(given) = &scenario.benefit {
        value["benefit"] = benefit(given);
    }
    if let Some(monthly) = scenario.subsidy.monthly {
        value["subsidy"]["monthly"] = json!(monthly);
    }
    if let Some(rate) = scenario.tax.municipal_rate {
        value["tax"]["municipal_rate"] = json!(rate.to_string());
    }
    if let Some(is_single_parent) = scenario.tax.single_parent {
        value["tax"]["single_parent"] = json!(is_single_parent);
    }
    value
}

fn benefit(benefit: &Benefit) -> Value {
    match benefit {
        Benefit::Own { monthly, deduction } => json!({ "monthly": monthly, "deduction": deduction }),
        Benefit::Profile(profile) => json!({ "profile": situation(profile) }),
    }
}

fn situation(profile: &Profile) -> Value {
    let mut value = json!({
        "age": profile.age, "children": profile.children, "single": profile.single,
        "lives_with_parents": profile.lives_with_parents, "education_help": profile.education_help,
        "residence_and_work_met": profile.residence_and_work_met,
        "worked_two_and_a_half_years": profile.worked_two_and_a_half_years,
    });
    if let Some(at_home) = profile.children_at_home {
        value["children_at_home"] = json!(at_home);
    }
    value
}

fn loan(loan: &Loan) -> Value {
    let repayment = match loan.repayment {
        Repayment::Instalment(amount) => json!({ "instalment": amount }),
        Repayment::Term(months) => json!({ "term_months": months }),
    };
    json!({
        "principal": loan.principal, "annual_rate": loan.annual_rate.to_string(), "fee": loan.fee,
        "first_instalment_after_months": loan.first_instalment_after_months, "repayment": repayment,
    })
}

fn business(business: &Business) -> Value {
    let costs = business.setup_costs.iter().map(|cost| json!({ "label": cost.label, "amount": cost.amount }));
    let revenue = &business.revenue;
    let mut value = json!({
        "own_contribution": business.own_contribution, "setup_costs": costs.collect::<Vec<_>>(),
        "revenue": {
            "first_month": revenue.first_month, "full_month": revenue.full_month, "ramp_months": revenue.ramp_months,
        },
        "variable_cost_share": business.variable_cost_share.to_string(), "fixed_costs": business.fixed_costs,
        "account_fee": business.account_fee, "buffer": business.buffer, "closes": business.closes, "vat": business.vat,
    });
    if let Some(price) = business.account_setup {
        value["account_setup"] = json!(price);
    }
    if let Some(factors) = business.seasonality {
        value["seasonality"] = factors.iter().map(|factor| json!(factor.to_string())).collect();
    }
    value
}

fn small_job(job: &SmallJob) -> Value {
    json!({
        "from": job.from, "until": job.until, "hours_per_week": job.hours_per_week.to_string(),
        "hourly_wage": job.hourly_wage,
    })
}
