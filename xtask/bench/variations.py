"""Cases in which everything a result depends on varies, so that agreement on them means something.

Always the same ones: a difference that was found is found again.
"""

import copy
import json
import pathlib
import random

from figures import month_index, month_text

BENCHMARK = pathlib.Path(__file__).with_name("sixty-months.json")
EACH = 200

# Young, on education help to June 2025 and by the new rates after it; the loan is repaid at a fixed instalment.
ACROSS_THE_REFORM = {
    "start": "2024-10", "months": 30, "course_months": 2, "account_wait_months": 1,
    "household": {"savings": "4000", "living_costs": "9100"},
    "benefit": {"profile": {"age": 26, "single": True, "education_help": True}},
    "loan": {"principal": "30000", "fee": "300", "repayment": {"instalment": "950"}},
    "business": {"revenue": {"first_month": "3000", "full_month": "19000.50", "ramp_months": 8}, "fixed_costs": "3100"},
    "small_jobs": [{"from": "2024-10", "hours_per_week": "11.25", "hourly_wage": "141.30"}],
}

# The business closes, and the loan is paused while there is benefit.
CLOSES = {
    "start": "2026-03", "months": 40,
    "household": {"savings": "15000", "living_costs": "11800", "other_income": "900"},
    "benefit": {"monthly": "12326"},
    "loan": {"principal": "50000", "annual_rate": "0.0725", "first_instalment_after_months": 3,
             "repayment": {"term_months": 30}},
    "business": {
        "setup_costs": [{"label": "Varer", "amount": "31000"}], "variable_cost_share": "0.4", "fixed_costs": "6200",
        "revenue": {"first_month": "2000", "full_month": "13000", "ramp_months": 12}, "closes": "2027-04",
    },
    "small_jobs": [{"from": "2027-08", "hours_per_week": "20", "hourly_wage": "150"}],
}

# No business: an ordinary job to compare with.
WITHOUT_BUSINESS = {
    "start": "2025-01", "months": 18,
    "household": {"living_costs": "10000"},
    "benefit": {"profile": {"age": 44, "children": True}},
    "small_jobs": [{"from": "2025-04", "hours_per_week": "37", "hourly_wage": "145"}],
}

# Open from the first month and before 2025: twelve months' turnover stays below the limit for VAT, thirteen would not.
# The loan's last instalment is the debt as it stands, two øre more than the level payment.
SMALL = {
    "start": "2021-03", "months": 24, "course_months": 0, "account_wait_months": 0,
    "household": {"living_costs": "7000"},
    "benefit": {"profile": {"age": 31, "lives_with_parents": True}},
    "subsidy": {"months": 6, "model": "full"},
    "loan": {"principal": "10350", "annual_rate": "0.03", "first_instalment_after_months": 1,
             "repayment": {"term_months": 12}},
    "business": {"revenue": {"first_month": "4000", "full_month": "4000"}},
}


def lines():
    """One case a line: each template as it stands, then varied."""
    chance = random.Random(20270201)
    for template in templates():
        yield json.dumps(template)
        for _ in range(EACH):
            case = copy.deepcopy(template)
            vary(case, chance)
            yield json.dumps(case)


def templates():
    yield json.loads(BENCHMARK.read_text(encoding="utf-8").replace("REVENUE", "21500"))
    for scenario in (ACROSS_THE_REFORM, CLOSES, WITHOUT_BUSINESS, SMALL):
        yield {"format": "mikrolaan-case/1", "as_of": "2026-11", "scenarios": [scenario]}


def vary(case, chance):
    """Changes about half of what can be changed."""
    if "answers" in case:
        case["answers"]["support"] = chance.choice(["kontanthjaelp_jobparat", "uddannelsesparat", "selvforsoergende"])
        case["answers"].update(without_education_help(profile(chance)))
        if chance.random() < 0.7:
            case["answers"]["lived_abroad"] = chance.random() < 0.5
    scenario = case["scenarios"][0]
    vary_frame(scenario, chance)
    vary_support(scenario, "answers" in case, chance)
    if "business" in scenario:
        vary_business(scenario, chance)
        scenario["loan"] = loan(chance) if chance.random() < 0.9 else None
    vary_jobs(scenario, chance)


def vary_frame(scenario, chance):
    earliest, latest = month_index("2017-07"), month_index("2028-06")
    around_the_reform = month_index("2025-07") - chance.randrange(30)
    scenario["start"] = month_text(chance.choice([around_the_reform, chance.randint(earliest, latest)]))
    scenario["months"] = chance.choice([1, 12, 36, 60, chance.randint(2, 120)])
    scenario["course_months"] = chance.randint(0, 4)
    scenario["account_wait_months"] = chance.randint(0, 3)
    scenario["household"] = {
        "savings": amount(chance, 40_000), "living_costs": amount(chance, 18_000),
        "other_income": amount(chance, 5_000),
    }
    scenario["tax"] = chance.choice([
        {}, {}, {"mode": "none"}, {"municipal_rate": "0.2630", "church_rate": "0.0098"}, {"municipal_rate": "0.234567"},
    ])
    if chance.random() < 0.3:
        scenario["tax"] = {**scenario["tax"], "single_parent": chance.random() < 0.5}
    scenario["after_closure"] = chance.choice(["benefit", "nothing"])


def vary_support(scenario, has_answers, chance):
    own = {"monthly": amount(chance, 30_000), "deduction": chance.choice(["kontanthjaelp", "none"])}
    scenario["benefit"] = chance.choice([own, {"profile": profile(chance)}, {"profile": profile(chance)}])
    if has_answers and chance.random() < 0.7:
        del scenario["benefit"]
    model = chance.choice(["need_based", "need_based", "full"])
    scenario["subsidy"] = {"months": chance.randint(0, 12), "model": model}
    if chance.random() < 0.2:
        scenario["subsidy"]["monthly"] = amount(chance, 15_000)


def profile(chance):
    truths = ("children", "single", "lives_with_parents", "education_help", "residence_and_work_met",
              "worked_two_and_a_half_years")
    found = {"age": chance.choice([19, 24, 25, 29, 30, 45, 66]), **{key: chance.random() < 0.5 for key in truths}}
    if found["children"] and chance.random() < 0.6:
        found["children_at_home"] = chance.random() < 0.5
    return found


def without_education_help(profile):
    """As answers have it: there the support says whether it is education help."""
    return {key: value for key, value in profile.items() if key != "education_help"}


def vary_business(scenario, chance):
    business = scenario["business"]
    # The smaller ones come near the limit for VAT only after a year.
    business["revenue"] = {
        "first_month": amount(chance, chance.choice([5_000, 12_000])),
        "full_month": amount(chance, chance.choice([6_000, 30_000, 60_000])),
        "ramp_months": chance.choice([1, 2, 9, 24]),
    }
    business["variable_cost_share"] = f"{chance.choice([0, 0.22, chance.random()]):.6f}"
    business["fixed_costs"] = amount(chance, 7_000)
    business["buffer"] = amount(chance, 6_000)
    business["own_contribution"] = amount(chance, 5_000)
    if chance.random() < 0.5:
        business["seasonality"] = [f"{chance.uniform(0, 2):.3f}" for _ in range(12)]
    opening = month_index(scenario["start"]) + scenario["course_months"] + scenario["account_wait_months"]
    closes = opening + chance.randint(1, 30)
    business["vat"] = chance.choice(["ignored", "absorbed"])
    business["closes"] = month_text(closes) if chance.random() < 0.4 else None


def loan(chance):
    repayment = chance.choice([
        {"instalment": amount(chance, 2_500, least=1)},
        {"term_months": chance.randint(1, 8)},
        {"term_months": chance.randint(1, 360)},
    ])
    return {
        "principal": amount(chance, 60_000, least=1), "fee": amount(chance, 1_000),
        "annual_rate": chance.choice(["0", "0.03", f"{chance.random():.6f}"]),
        "first_instalment_after_months": chance.randint(1, 12), "repayment": repayment,
    }


def vary_jobs(scenario, chance):
    start = month_index(scenario["start"])
    scenario["small_jobs"] = []
    for _ in range(chance.randint(0, 3)):
        begins = max(month_index("2017-07"), start + chance.randint(-3, 30))
        until = chance.choice([None, month_text(begins + chance.randint(0, 24))])
        hours = chance.choice(["8.99", "9", "18", "27", f"{chance.uniform(0, 40):.2f}"])
        # Below a krone an hour the pay is less than its ATP.
        wage = chance.choice(["0.50", f"{chance.uniform(110, 220):.2f}", f"{chance.uniform(110, 220):.2f}"])
        job = {"from": month_text(begins), "until": until, "hours_per_week": hours, "hourly_wage": wage}
        scenario["small_jobs"].append(job)


def amount(chance, most, least=0):
    """Kroner; now and then nothing, often with øre."""
    oere = chance.choice([least, 100 * chance.randint(1, most), chance.randint(least, 100 * most)])
    return f"{oere // 100}.{oere % 100:02}"
