"""The simulation in plain Python: the calculation of the engine, one case and one month at a time.

Written to be read, with whole numbers throughout (øre and fractions of one), which is also the fastest that plain
Python has for exact amounts. It covers every case the format allows, but not the notes and the list of figures
used, which the engine gives with every result.

    python3 plain.py ENGINE CASES       (see measure.py)
"""

from case import MILLION, OwnBenefit
from figures import month_index
from plain_key_figures import VAT_BY_CALENDAR_YEAR, key_figures

NEW_RULES = month_index("2025-07")
# An hour a month in the unit in which a hundredth of an hour a week, 52/12 × 1/100, is whole.
HOUR = 1200


def rounded(numerator, denominator):
    """To the nearest whole number, halves away from zero. The denominator is positive."""
    whole = (2 * abs(numerator) + denominator) // (2 * denominator)
    return whole if numerator >= 0 else -whole


def simulate(scenario, figures):
    """The months and the key figures of a scenario."""
    opening = opening_month(scenario)
    household, business = scenario.savings, 0
    debt = Debt(scenario.loan)
    carried_loss = 0
    turnover = Turnover()
    months = []
    for month in range(scenario.start, scenario.start + scenario.months):
        now = figures.of_month(month)
        phase = phase_of(scenario, opening, month)
        is_open = phase in ("supported", "on_own")

        job = small_jobs(scenario.small_jobs, month, now)
        vat = now["moms_sats"] if is_open and scenario.business.vat_absorbed and turnover.passed else 0
        trade = business_month(scenario, opening, month, vat) if is_open else NO_BUSINESS
        turnover.month(month, revenue_of(scenario.business, month, month - opening) if is_open else 0, now)
        benefit = benefit_of(scenario, phase, month, job, now)
        subsidy = subsidy_of(scenario, month, trade["surplus"], job, now) if phase == "supported" else 0
        loan = debt.step(month, opening, paused_if_owed=phase == "closed" and benefit > 0)
        if is_open:
            shop = open_business(business, trade, loan, scenario.business.buffer)
        else:
            winds_up = phase == "closed" and month == scenario.business.closes
            shop = no_open_business(business, winds_up)

        profit = 0
        if is_open:
            result = shop["surplus"] - shop["setup_costs"] - shop["account_setup"] - shop["loan_fee"]
            profit = max(0, result - carried_loss)
            carried_loss = max(0, carried_loss - result)
        tax = tax_of(scenario, benefit + subsidy, job, profit, now) if scenario.taxed else 0
        instalment = 0 if is_open else loan["instalment"]
        home = household_lines(scenario, household, benefit, subsidy, job, shop, tax, instalment)
        months.append({
            "month": month,
            "phase": phase,
            "household": home,
            "business": shop,
            "loan": loan,
            "self_supporting": is_self_supporting(home, shop),
        })
        household, business = home["closing"], shop["closing"]
    return {"months": months, "key_figures": key_figures(scenario, opening, months, turnover.passed)}


# ── The two purses


def open_business(balance, trade, loan, buffer):
    """The business's lines while it is open, the owner's draw among them."""
    instalment = loan["instalment"]
    before_draw = (
        balance + trade["own_contribution"] + trade["payout"] + trade["surplus"]
        - trade["loan_fee"] - trade["setup_costs"] - trade["account_setup"] - instalment
    )
    draw = max(0, before_draw - buffer)
    if loan["outstanding"] > 0:
        draw = min(draw, max(0, trade["surplus"] - instalment))
    closing = before_draw - draw
    return {**trade, "opening": balance, "instalment": instalment, "draw": draw, "wound_up": 0, "closing": closing}


def no_open_business(balance, winds_up):
    """Before it opens, and after it has closed; in the first closed month the household takes over what there is."""
    wound_up = balance if winds_up else 0
    return {
        **NO_BUSINESS, "opening": balance, "instalment": 0, "draw": 0, "wound_up": wound_up,
        "closing": balance - wound_up,
    }


def household_lines(scenario, balance, benefit, subsidy, job, shop, tax, instalment):
    comes_in = benefit + subsidy + job.pay - job.atp + shop["draw"] + shop["wound_up"] + scenario.other_income
    goes_out = shop["own_contribution"] + tax + scenario.living_costs + instalment
    return {
        "opening": balance,
        "benefit": benefit,
        "subsidy": subsidy,
        "job_pay": job.pay,
        "atp": job.atp,
        "draw": shop["draw"],
        "wound_up": shop["wound_up"],
        "other_income": scenario.other_income,
        "own_contribution": shop["own_contribution"],
        "tax": tax,
        "living_costs": scenario.living_costs,
        "instalment": instalment,
        "closing": balance + comes_in - goes_out,
    }


def is_self_supporting(home, shop):
    own_income = home["job_pay"] - home["atp"] + home["draw"] + home["other_income"]
    return (
        home["living_costs"] > 0
        and home["benefit"] == home["subsidy"] == 0
        and shop["closing"] >= 0
        and own_income - home["tax"] - home["instalment"] >= home["living_costs"]
    )


# ── When what happens


def opening_month(scenario):
    """The month the business opens and the loan is paid out; None without a business."""
    if scenario.business is None:
        return None
    return scenario.start + scenario.course_months + scenario.account_wait_months


def phase_of(scenario, opening, month):
    if opening is None:
        return "benefit"
    if scenario.business.closes is not None and month >= scenario.business.closes:
        return "closed"
    if month < scenario.start + scenario.course_months:
        return "course"
    if month < opening:
        return "waiting"
    return "supported" if month < opening + scenario.subsidy_months else "on_own"


# ── Small jobs


class JobMonth:
    """The small jobs of a month together."""

    def __init__(self, pay, hours, atp, am):
        self.pay, self.hours, self.atp, self.am = pay, hours, atp, am
        self.wage = pay - atp
        self.countable = self.wage - am


def small_jobs(jobs, month, now):
    pay = hours = atp = 0
    for job in jobs:
        if job.begins <= month and (job.until is None or month <= job.until):
            job_hours = 52 * job.hours_per_week
            job_pay = rounded(job_hours * job.hourly_wage, HOUR)
            hours += job_hours
            pay += job_pay
            atp += min(job_pay, employee_atp(job_hours, now))
    return JobMonth(pay, hours, atp, am=rounded((pay - atp) * now["am_bidrag"], MILLION))


def employee_atp(hours, now):
    for limit in (117, 78, 39):
        if hours >= limit * HOUR:
            return now[f"atp_{limit}"]
    return 0


# ── The business

NO_BUSINESS = dict.fromkeys(
    ("own_contribution", "payout", "loan_fee", "setup_costs", "account_setup", "revenue", "variable_costs",
     "fixed_costs", "account_fee", "surplus"), 0)


class Turnover:
    """What was sold, whatever VAT is taken out of it: by calendar year from 2025, before it over the last twelve months."""

    def __init__(self):
        self.months, self.passed = {}, None

    def month(self, month, sold, now):
        self.months[month] = sold
        counted = month % 12 + 1 if month >= VAT_BY_CALENDAR_YEAR else 12
        turnover = sum(self.months.get(month - back, 0) for back in range(counted))
        if self.passed is None and turnover > now["moms_graense"]:
            self.passed = month


def without_vat(amount, vat):
    return rounded(amount * MILLION, MILLION + vat)


def business_month(scenario, opening, month, vat):
    business, loan = scenario.business, scenario.loan
    revenue = without_vat(revenue_of(business, month, month - opening), vat)
    fixed_costs = without_vat(business.fixed_costs, vat)
    variable_costs = rounded(revenue * business.variable_cost_share, MILLION)
    first = month == opening
    return {
        "own_contribution": business.own_contribution if first else 0,
        "payout": loan.principal if first and loan else 0,
        "loan_fee": loan.fee if first and loan else 0,
        "setup_costs": business.setup_costs if first else 0,
        "account_setup": business.account_setup if first else 0,
        "revenue": revenue,
        "variable_costs": variable_costs,
        "fixed_costs": fixed_costs,
        "account_fee": business.account_fee,
        "surplus": revenue - variable_costs - fixed_costs - business.account_fee,
    }


def revenue_of(business, month, months_open):
    """A straight line from the first month to the full one, times the season, rounded once."""
    season = business.seasonality[month % 12]
    steps = business.ramp_months - 1
    if months_open >= steps:
        return rounded(business.full_month * season, 1000)
    base = business.first_month * steps + (business.full_month - business.first_month) * months_open
    return rounded(base * season, 1000 * steps)


# ── Benefit and subsidy


def benefit_of(scenario, phase, month, job, now):
    """The ordinary benefit paid in a month."""
    after_closure = phase == "closed" and scenario.benefit_after_closure
    if phase not in ("course", "waiting", "benefit") and not after_closure:
        return 0
    benefit, earnings = scenario.benefit, job.countable
    base = base_of(benefit, month, now)
    if isinstance(benefit, OwnBenefit) and not benefit.deducted:
        return base
    if month < NEW_RULES:
        hours = min(job.hours, now["timefradrag_max_timer"] * HOUR)
        counted = max(0, earnings * HOUR - now["timefradrag"] * hours)
        return rounded(max(0, base * HOUR - counted), HOUR)
    disregard, ceiling = limits_of(benefit)
    tapered = base * MILLION - now["aftrapning"] * max(0, earnings - now[disregard])
    if ceiling is not None:
        tapered = min(tapered, (max(base, now[ceiling]) - earnings) * MILLION)
    return rounded(max(0, tapered), MILLION)


def subsidy_of(scenario, month, surplus, job, now):
    full = scenario.subsidy_monthly
    if full is None:
        full = base_of(scenario.benefit, month, now)
    return max(0, full - max(0, surplus) - job.countable) if scenario.subsidy_need_based else full


def base_of(benefit, month, now):
    """The benefit before anything reduces it."""
    if isinstance(benefit, OwnBenefit):
        return benefit.monthly
    return sum(now[name] for name in (new_rates(benefit) if month >= NEW_RULES else [old_rate(benefit)]))


def limits_of(benefit):
    """The disregard and the ceiling of the rate a person is on, by name."""
    rate = "ny_forhoejet_sats" if isinstance(benefit, OwnBenefit) else new_rates(benefit)[0]
    if rate == "ny_hjemmeboende":
        return "fribeloeb_hjemmeboende", None
    if rate == "ny_forhoejet_sats":
        return "fribeloeb_forhoejet", "indkomstloft_forhoejet"
    return "fribeloeb_grund_mindste", "indkomstloft_grund_mindste"


def new_rates(profile):
    """From July 2025: the rate and its supplements."""
    if profile.age < 30 and profile.lives_with_parents and not profile.children:
        return ["ny_hjemmeboende"]
    if not profile.residence_and_work_met:
        rate = "ny_mindstesats"
    elif profile.age >= 30 or (profile.age >= 25 and profile.worked_two_and_a_half_years):
        rate = "ny_forhoejet_sats"
    else:
        rate = "ny_grundsats"
    rates = [rate]
    if profile.children:
        rates.append("ny_boernetillaeg")
    if profile.alone_with_child and rate != "ny_forhoejet_sats":
        rates.append("ny_enlig_forsoerger")
    if profile.single and not profile.children and rate != "ny_mindstesats":
        rates.append("ny_enlig_ikke_forsoerger")
    return rates


def old_rate(profile):
    """To June 2025."""
    at_home = "hjemmeboende" if profile.lives_with_parents else "udeboende"
    supporter = "enlig_forsoerger" if profile.alone_with_child else "forsoerger"
    if profile.education_help:
        return f"udh_{supporter if profile.children else at_home}"
    if profile.age >= 30:
        return "kth_30_forsoerger" if profile.children else "kth_30_andre"
    return f"kth_u30_{supporter if profile.children else at_home}"


# ── The loan


class Debt:
    """What is owed, from month to month."""

    def __init__(self, loan):
        self.loan, self.outstanding, self.level, self.instalments_due = loan, 0, None, 0

    def step(self, month, opening, paused_if_owed):
        owed_before, interest, instalment, paused = self.outstanding, 0, 0, False
        if self.loan is not None and month == opening:
            owed_before = self.outstanding = self.loan.principal
        elif owed_before > 0 and paused_if_owed:
            paused = True
        elif owed_before > 0:
            interest = rounded(owed_before * self.loan.annual_rate, 12 * MILLION)
            if month >= opening + self.loan.first_instalment_after_months:
                instalment = self.instalment(owed_before, owed_before + interest)
            self.outstanding = owed_before + interest - instalment
        return {
            "opening": owed_before,
            "interest": interest,
            "instalment": instalment,
            "paused": paused,
            "outstanding": self.outstanding,
        }

    def instalment(self, owed_before, owed):
        if self.loan.instalment is not None:
            return min(self.loan.instalment, owed)
        if self.level is None:
            self.level = level_payment(owed_before, self.loan.annual_rate, self.loan.term_months)
        self.instalments_due += 1
        return owed if self.instalments_due == self.loan.term_months else min(self.level, owed)


def level_payment(debt, annual_rate, term):
    """⌈P·r / (1 − (1+r)^−T)⌉ with r a twelfth of the rate, exact; ⌈P / T⌉ without interest."""
    if annual_rate == 0:
        return -(-debt // term)
    year = 12 * MILLION
    grown = (year + annual_rate) ** term
    return -(-debt * annual_rate * grown // (year * (grown - year**term)))


# ── Tax


def tax_of(scenario, public, job, profit, now):
    """Simplified, month by month; labour-market contribution included."""
    am_of_profit = rounded(profit * now["am_bidrag"], MILLION)
    work = job.wage + profit
    income = public + job.wage - job.am + profit - am_of_profit
    # From here in twelve-millionths of an øre: amounts a year by twelve, amounts times a rate.
    unit = 12 * MILLION
    allowance = now["personfradrag"] * MILLION
    above_threshold = max(0, 12 * work - now["jobfradrag_bund"])
    deduction = min(12 * work * now["besk_fradrag_sats"], now["besk_fradrag_max"] * MILLION)
    deduction += min(above_threshold * now["jobfradrag_sats"], now["jobfradrag_max"] * MILLION)
    if scenario.single_parent:
        deduction += min(12 * work * now["besk_fradrag_enlig_sats"], now["besk_fradrag_enlig_max"] * MILLION)
    municipal = now["kommuneskat_aalborg"] if scenario.municipal_rate is None else scenario.municipal_rate
    local_rate = municipal + scenario.church_rate + now["sundhedsbidrag"]
    state = rounded(now["bundskat"] * max(0, income * unit - allowance), unit * MILLION)
    local = rounded(local_rate * max(0, income * unit - deduction - allowance), unit * MILLION)
    return job.am + am_of_profit + state + local


# ── For measure.py


def compute(scenarios, figures):
    """All the arithmetic, and nothing kept."""
    for scenario in scenarios:
        simulate(scenario, figures)


def each(scenarios, figures, _with_months):
    """A result for each case."""
    return (simulate(scenario, figures) for scenario in scenarios)


if __name__ == "__main__":
    import measure

    measure.run(list, compute, each, together=1)
