"""Case files as Python objects: amounts in øre, rates in millionths, hours in hundredths, months counted.

The engine has found the case valid before it comes here, so nothing is checked but this: a key that is not
known is refused, so that nothing in a case can be left out of the calculation unseen.
"""

import dataclasses
import json

from figures import month_index, scaled

MILLION = 1_000_000


class NotCovered(Exception):
    """Something in a case that the Python programs of the benchmark do not calculate."""


@dataclasses.dataclass(frozen=True, slots=True)
class Profile:
    age: int
    children: bool = False
    single: bool = False
    lives_with_parents: bool = False
    education_help: bool = False
    residence_and_work_met: bool = True
    worked_two_and_a_half_years: bool = False
    children_at_home: bool | None = None

    @property
    def alone_with_child(self):
        return self.single and self.children and self.children_at_home is not False


@dataclasses.dataclass(frozen=True, slots=True)
class OwnBenefit:
    monthly: int
    deducted: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class Loan:
    principal: int
    annual_rate: int
    fee: int
    first_instalment_after_months: int
    instalment: int | None
    term_months: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class Business:
    own_contribution: int
    setup_costs: int
    account_setup: int
    first_month: int
    full_month: int
    ramp_months: int
    seasonality: tuple
    variable_cost_share: int
    fixed_costs: int
    account_fee: int
    buffer: int
    closes: int | None
    vat_absorbed: bool


@dataclasses.dataclass(frozen=True, slots=True)
class SmallJob:
    begins: int
    until: int | None
    hours_per_week: int
    hourly_wage: int


@dataclasses.dataclass(frozen=True, slots=True)
class Scenario:
    start: int
    months: int
    course_months: int
    account_wait_months: int
    savings: int
    living_costs: int
    other_income: int
    benefit: Profile | OwnBenefit
    subsidy_months: int
    subsidy_need_based: bool
    subsidy_monthly: int | None
    loan: Loan | None
    business: Business | None
    small_jobs: tuple
    taxed: bool
    municipal_rate: int | None
    church_rate: int
    single_parent: bool
    benefit_after_closure: bool


class Table:
    """An object of the case file, taken key by key; what is left over at the end is refused."""

    def __init__(self, values, where):
        self.values, self.where = dict(values), where

    def take(self, key, usual=None):
        return self.values.pop(key, usual)

    def amount(self, key, usual=None):
        value = self.take(key, usual)
        return None if value is None else scaled(value, 2)

    def rate(self, key, usual=None):
        value = self.take(key, usual)
        return None if value is None else scaled(value, 6)

    def month(self, key):
        value = self.take(key)
        return None if value is None else month_index(value)

    def table(self, key):
        return Table(self.take(key) or {}, f"{self.where}.{key}")

    def end(self):
        if self.values:
            raise NotCovered(f"{self.where} has {', '.join(self.values)}, which is not calculated here")


def read(line):
    """The scenarios of a case."""
    case = json.loads(line)
    answers = case.get("answers", {})
    return [scenario(Table(values, "scenario"), answers) for values in case.get("scenarios", [])]


def scenario(table, answers):
    household, subsidy, tax = table.table("household"), table.table("subsidy"), table.table("tax")
    single_parent = tax.take("single_parent", is_single_parent(table.values.get("benefit", {}), answers))
    table.take("name")
    found = Scenario(
        start=table.month("start"),
        months=table.take("months", 36),
        course_months=table.take("course_months", 3),
        account_wait_months=table.take("account_wait_months", 1),
        savings=household.amount("savings", 0),
        living_costs=household.amount("living_costs", 0),
        other_income=household.amount("other_income", 0),
        benefit=benefit(table.table("benefit"), answers),
        subsidy_months=subsidy.take("months", 6),
        subsidy_need_based=subsidy.take("model", "need_based") == "need_based",
        subsidy_monthly=subsidy.amount("monthly"),
        loan=loan(table.table("loan")),
        business=business(table.table("business"), answers),
        small_jobs=tuple(small_job(Table(job, "small_jobs")) for job in table.take("small_jobs", [])),
        taxed=tax.take("mode", "simplified") == "simplified",
        municipal_rate=tax.rate("municipal_rate"),
        church_rate=tax.rate("church_rate", 0),
        single_parent=single_parent,
        benefit_after_closure=table.take("after_closure", "benefit") == "benefit",
    )
    for part in (household, subsidy, tax, table):
        part.end()
    return found


def is_single_parent(benefit, answers):
    """As the situation that is written, else as all three answers together."""
    if "profile" in benefit:
        return Profile(**benefit["profile"]).alone_with_child
    return all(answers.get(key) is True for key in ("single", "children", "children_at_home"))


def benefit(table, answers):
    if not table.values:
        return benefit_from_answers(answers)
    profile = table.take("profile")
    if profile is not None:
        table.end()
        return Profile(**profile)
    found = OwnBenefit(table.amount("monthly"), table.take("deduction", "kontanthjaelp") == "kontanthjaelp")
    table.end()
    return found


def benefit_from_answers(answers):
    support = answers.get("support", "")
    if support in ("selvforsoergende", "employed"):
        return OwnBenefit(0)
    if not support.startswith(("kontanthjaelp_", "uddannelse")):
        raise NotCovered(f"no benefit follows from the support {support!r}")
    keys = ("age", "children", "single", "lives_with_parents", "residence_and_work_met", "worked_two_and_a_half_years")
    answered = {key: answers[key] for key in keys if key in answers}
    if answers.get("children"):
        answered["children_at_home"] = answers.get("children_at_home")
    if answers.get("lived_abroad") is False:
        answered["residence_and_work_met"] = True
    return Profile(education_help=support.startswith("uddannelse"), **answered)


def loan(table):
    if not table.values:
        return None
    repayment = table.table("repayment")
    found = Loan(
        principal=table.amount("principal"),
        annual_rate=table.rate("annual_rate", 0),
        fee=table.amount("fee", 0),
        first_instalment_after_months=table.take("first_instalment_after_months", 6),
        instalment=repayment.amount("instalment"),
        term_months=repayment.take("term_months"),
    )
    repayment.end()
    table.end()
    return found


def business(table, answers):
    if not table.values:
        return None
    revenue = table.table("revenue")
    usual_setup = 0 if answers.get("business_account") == "open" else 2_000
    found = Business(
        own_contribution=table.amount("own_contribution", 0),
        setup_costs=sum(scaled(cost["amount"], 2) for cost in table.take("setup_costs", [])),
        account_setup=table.amount("account_setup", usual_setup),
        first_month=revenue.amount("first_month"),
        full_month=revenue.amount("full_month"),
        ramp_months=revenue.take("ramp_months", 1),
        seasonality=tuple(scaled(factor, 3) for factor in table.take("seasonality", ["1"] * 12)),
        variable_cost_share=table.rate("variable_cost_share", 0),
        fixed_costs=table.amount("fixed_costs", 0),
        account_fee=table.amount("account_fee", 300),
        buffer=table.amount("buffer", 0),
        closes=table.month("closes"),
        vat_absorbed=table.take("vat", "ignored") == "absorbed",
    )
    revenue.end()
    table.end()
    return found


def small_job(table):
    found = SmallJob(
        begins=table.month("from"),
        until=table.month("until"),
        hours_per_week=table.amount("hours_per_week"),
        hourly_wage=table.amount("hourly_wage"),
    )
    table.end()
    return found
