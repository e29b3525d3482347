"""Cases as columns: one NumPy array an input, one number a case."""

import collections

import numpy as np

import plain
from case import MILLION, OwnBenefit, Profile

# Later than every month and more than every amount, and still harmless when multiplied by a million.
FAR = 10**12
NONE = -1
YEAR = 12 * MILLION
# More than this at a time is not faster, only larger.
LARGEST_BATCH = 4_000


def rounded(numerator, denominator):
    """To the nearest whole number. Nothing negative is ever rounded here, and no denominator is odd."""
    return (numerator + denominator // 2) // denominator


def positive(amounts):
    return np.maximum(amounts, 0)


class Batch:
    """Cases with the same start and number of months, one array an input."""

    def __init__(self, scenarios):
        def column(take):
            return np.array([take(scenario) for scenario in scenarios], dtype=np.int64)

        def of(part, name, usual=0):
            def take(scenario):
                value = getattr(getattr(scenario, part), name, usual)
                return usual if value is None else value

            return column(take)

        self.cases = len(scenarios)
        self.start, self.months = scenarios[0].start, scenarios[0].months
        self.savings = column(lambda case: case.savings)
        self.living_costs = column(lambda case: case.living_costs)
        self.other_income = column(lambda case: case.other_income)

        self.has_business = column(lambda case: case.business is not None) == 1
        self.account_wait_months = column(lambda case: case.account_wait_months)
        before_opening = column(lambda case: case.course_months) + self.account_wait_months
        self.opening = np.where(self.has_business, self.start + before_opening, FAR)
        self.closes = of("business", "closes", FAR)
        self.after_closure = column(lambda case: case.benefit_after_closure) == 1
        self.support_over = self.opening + column(lambda case: case.subsidy_months)
        self.business = {
            name: of("business", name)
            for name in ("own_contribution", "setup_costs", "account_setup", "variable_cost_share", "fixed_costs",
                         "account_fee", "buffer", "full_month")
        }
        # A business at full speed from the first month begins at its full revenue.
        ramp = of("business", "ramp_months", 1)
        self.ramp_steps = np.maximum(ramp - 1, 1)
        self.first_month = np.where(ramp > 1, of("business", "first_month"), self.business["full_month"])
        seasons = [case.business.seasonality if case.business else (0,) * 12 for case in scenarios]
        self.seasons = np.array(seasons, dtype=np.int64).T.copy()

        terms = ("principal", "annual_rate", "fee", "instalment", "term_months")
        self.loan = {name: of("loan", name) for name in terms}
        self.has_loan = column(lambda case: case.loan is not None) == 1
        self.first_instalment = self.opening + of("loan", "first_instalment_after_months")

        self.benefit = Benefits([case.benefit for case in scenarios])
        self.need_based = column(lambda case: case.subsidy_need_based) == 1
        self.own_subsidy = column(lambda case: NONE if case.subsidy_monthly is None else case.subsidy_monthly)
        most_jobs = max(len(case.small_jobs) for case in scenarios)
        self.jobs = [Jobs([case.small_jobs[place:place + 1] for case in scenarios]) for place in range(most_jobs)]

        self.taxed = column(lambda case: case.taxed) == 1
        self.municipal_rate = column(lambda case: NONE if case.municipal_rate is None else case.municipal_rate)
        self.church_rate = column(lambda case: case.church_rate)
        self.single_parent = column(lambda case: case.single_parent) == 1
        self.vat_absorbed = of("business", "vat_absorbed") == 1


class Jobs:
    """One small job a case, or none."""

    def __init__(self, jobs):
        def column(take):
            return np.array([take(job[0]) if job else 0 for job in jobs], dtype=np.int64)

        self.begins = np.array([job[0].begins if job else FAR for job in jobs], dtype=np.int64)
        self.until = column(lambda job: FAR if job.until is None else job.until)
        self.hours = column(lambda job: 52 * job.hours_per_week)
        self.pay = rounded(self.hours * column(lambda job: job.hourly_wage), plain.HOUR)
        self.atp_class = np.searchsorted(np.array([39, 78, 117]) * plain.HOUR, self.hours, side="right")


class Benefits:
    """The benefit of each case: an own amount, or one of the profiles that occur."""

    def __init__(self, benefits):
        self.profiles = list({benefit for benefit in benefits if isinstance(benefit, Profile)})
        position = {profile: place for place, profile in enumerate(self.profiles)}
        # Own amounts come after the profiles, as one more kind whose base is in `own`.
        self.kind = np.array([position.get(benefit, len(position)) for benefit in benefits])
        self.own = np.array([getattr(benefit, "monthly", 0) for benefit in benefits], dtype=np.int64)
        self.deducted = np.array([getattr(benefit, "deducted", True) for benefit in benefits])

    def base(self, month, now):
        amounts = [plain.base_of(profile, month, now) for profile in self.profiles]
        return np.array([*amounts, 0], dtype=np.int64)[self.kind] + self.own

    def limits(self, now):
        """Disregard and ceiling by the rules of July 2025."""
        names = [plain.limits_of(benefit) for benefit in [*self.profiles, OwnBenefit(0)]]
        disregards = np.array([now[disregard] for disregard, _ in names])
        ceilings = np.array([FAR if ceiling is None else now[ceiling] for _, ceiling in names])
        return disregards[self.kind], ceilings[self.kind]


def batches(scenarios):
    """The cases in batches, each with the positions its cases had."""
    together = collections.defaultdict(list)
    for position, scenario in enumerate(scenarios):
        together[scenario.start, scenario.months].append(position)
    for positions in together.values():
        for first in range(0, len(positions), LARGEST_BATCH):
            part = positions[first:first + LARGEST_BATCH]
            yield part, Batch([scenarios[position] for position in part])
