//! One valid case in which every key of the format is written, to be spoiled.

use serde_json::{Value, json};

/// Every key of the format, the two alternatives of benefit and repayment in two scenarios.
pub(crate) fn whole_case() -> Value {
    json!({
        "format": "mikrolaan-case/1",
        "as_of": "2026-11",
        "scheme": "viderefoert",
        "answers": answers(),
        "scenarios": [first(), second()],
        "outcome": {
            "course": "completed", "course_from": "2026-11", "course_until": "2027-01", "loan": "granted",
            "loan_from": "2027-02", "loan_amount": "45000", "subsidy": true, "result": "self_supporting",
            "result_from": "2027-09",
        },
        "overrides": {
            "largest_loan": "60000", "support_months": 9, "municipal_rate": "0.252", "church_rate": "0.0074",
            "municipality": "aarhus",
        },
        "app": {
            "skipped": ["age", "loan_amount"], "guessed": ["scenarios[0].household.living_costs"],
            "from_example": ["scenarios[0].business.setup_costs[0].label", "scenarios[1].start"],
            "from_answers": ["answers.age", "scenarios[0].small_jobs[5].until"], "example": "hairdresser",
            "compare": ["enough_job", "closes"],
        },
    })
}

fn answers() -> Value {
    json!({
        "age": 34, "municipality": "aalborg", "support": "kontanthjaelp_jobparat", "business_started": "no",
        "idea": "idea", "trade_skills": "yes", "business_skills": "partly", "job_or_education_close": "no",
        "will_take_course": "yes", "plan": "none", "loan_amount": "45000", "loan_purposes": ["equipment", "stock"],
        "public_debt": "no", "business_account": "none", "wealth_over_limit": "no", "housing_benefit": "yes",
        "single": true, "children": true, "lives_with_parents": false, "residence_and_work_met": true,
        "worked_two_and_a_half_years": false, "children_at_home": true, "married": false, "lived_abroad": true,
    })
}

fn first() -> Value {
    json!({
        "name": "Forventet", "start": "2027-01", "months": 36, "course_months": 3, "account_wait_months": 1,
        "household": { "savings": "6000", "living_costs": "12500", "other_income": "2400" },
        "benefit": { "monthly": "14000", "deduction": "kontanthjaelp" },
        "subsidy": { "months": 6, "model": "need_based", "monthly": "9000" },
        "loan": {
            "principal": "45000", "annual_rate": "0.035", "fee": "500", "first_instalment_after_months": 6,
            "repayment": { "instalment": "750" },
        },
        "business": {
            "own_contribution": "0", "setup_costs": [{ "label": "Inventar", "amount": "22000" }],
            "revenue": { "first_month": "5000", "full_month": "24000", "ramp_months": 9 },
            "seasonality": ["0.8", "0.9", "1", "1", "1", "1", "0.8", "1", "1", "1", "1.1", "1.4"],
            "variable_cost_share": "0.2", "fixed_costs": "4500", "account_fee": "300", "account_setup": "2000",
            "buffer": "3000", "vat": "absorbed", "closes": "2029-06",
        },
        "small_jobs": [{ "from": "2027-11", "until": "2028-11", "hours_per_week": "10", "hourly_wage": "145" }],
        "tax": { "mode": "simplified", "municipal_rate": "0.256", "church_rate": "0.0098", "single_parent": true },
        "after_closure": "benefit",
    })
}

fn second() -> Value {
    let mut scenario = first();
    scenario["name"] = json!("Efter satserne");
    scenario["benefit"] = json!({ "profile": {
        "age": 34, "children": true, "single": true, "lives_with_parents": false, "education_help": false,
        "residence_and_work_met": true, "worked_two_and_a_half_years": false, "children_at_home": false,
    } });
    scenario["loan"]["repayment"] = json!({ "term_months": 60 });
    scenario
}
