"""The simulation in NumPy: many cases at once, one month after the other.

Every line of a month is an array with one number a case. Cases are put together by start and length, so that the
calendar, and with it every dated figure, is the same for a whole array; what happens in some of the cases only is
worked out for all of them and chosen with a mask, and left out where it happens in none.

All numbers are int64 and exact. What the format allows stays far below 9.2 × 10¹⁸, the largest: an amount is at most
10⁹ øre, times a season 10¹⁰, times a rate in millionths 10¹⁶, in twelve-millionths of an øre 2 × 10¹⁷. Two products are
not bounded by the format and are treated where they stand: tax of an amount in twelve-millionths (taken apart) and
interest of a debt that has grown for years (refused). Nothing wraps around.

    python3 vectorised.py ENGINE CASES       (see measure.py)
"""

import functools

import numpy as np

import plain
from case import MILLION, NotCovered
from columns import LARGEST_BATCH, NONE, YEAR, batches, positive, rounded
from plain_key_figures import VAT_BY_CALENDAR_YEAR
from vectorised_key_figures import key_figures, key_figures_by_case, months_by_case

HOUSEHOLD = ("opening", "benefit", "subsidy", "job_pay", "atp", "draw", "wound_up", "own_contribution", "tax",
             "instalment", "closing")
BUSINESS = ("opening", "own_contribution", "payout", "loan_fee", "setup_costs", "account_setup", "revenue",
            "variable_costs", "fixed_costs", "account_fee", "surplus", "instalment", "draw", "wound_up", "closing")
LOAN = ("opening", "interest", "instalment", "paused", "outstanding")


@functools.lru_cache(maxsize=4)
def empty_lines(months, cases):
    """Room for the lines of a batch, used again for the next one of its shape: fresh memory takes longer than sums."""
    purses = (("household", HOUSEHOLD), ("business", BUSINESS), ("loan", LOAN))
    lines = {(purse, name): np.empty((months, cases), dtype=np.int64) for purse, names in purses for name in names}
    return lines, np.empty((months, cases), dtype=bool), np.empty((months, cases), dtype=bool)


class Run:
    """A batch on its way through the months; `lines` has a row a month and a column a case.

    They are good until the next batch.
    """

    def __init__(self, batch, figures):
        self.batch, self.figures = batch, figures
        self.lines, self.self_supporting, self.open = empty_lines(batch.months, batch.cases)
        nothing = np.zeros(batch.cases, dtype=np.int64)
        self.household, self.business, self.debt = batch.savings, nothing, nothing
        self.level, self.instalments_due, self.carried_loss = nothing.copy(), nothing, nothing
        self.sold = np.zeros((12, batch.cases), dtype=np.int64)
        self.over_vat_threshold = nothing + NONE
        for position in range(batch.months):
            self.month(position)

    def month(self, position):
        batch, month = self.batch, self.batch.start + position
        now = self.figures.of_month(month)
        closed = month >= batch.closes
        is_open = (month >= batch.opening) & ~closed
        pay, hours, atp = self.small_jobs(month, now)
        am = rounded((pay - atp) * now["am_bidrag"], MILLION)
        trade = self.trade(month, is_open, now)
        benefit, subsidy = self.support(month, now, closed, is_open, pay - atp - am, hours, trade["surplus"])
        loan = self.loan(month, closed, benefit)
        shop = self.shop(month, is_open, trade, loan)
        profit = self.profit(is_open, shop)
        tax = self.tax(now, benefit + subsidy, pay - atp, am, profit)

        instalment = np.where(is_open, 0, loan["instalment"])
        own_income = pay - atp + shop["draw"] + batch.other_income
        outgoings = batch.living_costs + tax + instalment
        between_purses = shop["wound_up"] - shop["own_contribution"]
        closing = self.household + benefit + subsidy + own_income + between_purses - outgoings
        home = {
            "opening": self.household, "benefit": benefit, "subsidy": subsidy, "job_pay": pay, "atp": atp,
            "draw": shop["draw"], "wound_up": shop["wound_up"], "own_contribution": shop["own_contribution"],
            "tax": tax, "instalment": instalment, "closing": closing,
        }
        for purse, lines in (("household", home), ("business", shop), ("loan", loan)):
            for name, amounts in lines.items():
                self.lines[purse, name][position] = amounts
        self.open[position] = is_open
        self.self_supporting[position] = (
            (batch.living_costs > 0) & (benefit == 0) & (subsidy == 0) & (shop["closing"] >= 0) & (own_income >= outgoings)
        )
        self.household, self.business = closing, shop["closing"]

    def small_jobs(self, month, now):
        pay = hours = atp = np.zeros(self.batch.cases, dtype=np.int64)
        contributions = np.array([0, now["atp_39"], now["atp_78"], now["atp_117"]])
        for jobs in self.batch.jobs:
            at_work = (jobs.begins <= month) & (month <= jobs.until)
            if at_work.any():
                pay = pay + at_work * jobs.pay
                hours = hours + at_work * jobs.hours
                atp = atp + at_work * np.minimum(jobs.pay, contributions[jobs.atp_class])
        return pay, hours, atp

    def trade(self, month, is_open, now):
        business, steps = self.batch.business, self.batch.ramp_steps
        done = np.clip(month - self.batch.opening, 0, steps)
        base = self.batch.first_month * (steps - done) + business["full_month"] * done
        sold = is_open * rounded(base * self.batch.seasons[month % 12], 1000 * steps)
        vat = np.where(self.batch.vat_absorbed & (self.over_vat_threshold != NONE), now["moms_sats"], 0)
        self.watch_turnover(sold, month, now)
        revenue = without_vat(sold, vat)
        variable_costs = rounded(revenue * business["variable_cost_share"], MILLION)
        fixed_costs, account_fee = is_open * without_vat(business["fixed_costs"], vat), is_open * business["account_fee"]
        return {
            "revenue": revenue, "variable_costs": variable_costs, "fixed_costs": fixed_costs,
            "account_fee": account_fee, "surplus": revenue - variable_costs - fixed_costs - account_fee,
        }

    def support(self, month, now, closed, is_open, earnings, hours, surplus):
        """Ordinary benefit and subsistence subsidy."""
        batch = self.batch
        on_benefit = (month < batch.opening) | (closed & batch.after_closure)
        supported = is_open & (month < batch.support_over)
        benefit = subsidy = np.zeros(batch.cases, dtype=np.int64)
        if on_benefit.any() or supported.any():
            base = batch.benefit.base(month, now)
        if on_benefit.any():
            reduced = self.tapered if month >= plain.NEW_RULES else self.by_the_hour
            benefit = on_benefit * np.where(batch.benefit.deducted, reduced(base, earnings, hours, now), base)
        if supported.any():
            full = np.where(batch.own_subsidy == NONE, base, batch.own_subsidy)
            subsidy = supported * np.where(batch.need_based, positive(full - positive(surplus) - earnings), full)
        return benefit, subsidy

    def by_the_hour(self, base, earnings, hours, now):
        hours = np.minimum(hours, now["timefradrag_max_timer"] * plain.HOUR)
        counted = positive(earnings * plain.HOUR - now["timefradrag"] * hours)
        return rounded(positive(base * plain.HOUR - counted), plain.HOUR)

    def tapered(self, base, earnings, _hours, now):
        disregard, ceiling = self.batch.benefit.limits(now)
        tapered = base * MILLION - now["aftrapning"] * positive(earnings - disregard)
        room = (np.maximum(base, ceiling) - earnings) * MILLION
        return rounded(positive(np.minimum(tapered, room)), MILLION)

    def loan(self, month, closed, benefit):
        batch, terms = self.batch, self.batch.loan
        opening = np.where(month == batch.opening, terms["principal"], self.debt)
        if not opening.any():
            return dict.fromkeys(LOAN, opening)
        paused = (self.debt > 0) & closed & (benefit > 0)
        running = (self.debt > 0) & ~paused
        if int(self.debt.max()) * int(terms["annual_rate"].max()) >= 2**62:
            raise NotCovered("a debt grows so large that its interest does not fit 64 bits")
        interest = running * rounded(self.debt * terms["annual_rate"], YEAR)
        owed = self.debt + interest
        due = running & (month >= batch.first_instalment)
        instalment = due * self.instalment(due, owed)
        self.debt = np.where(month == batch.opening, terms["principal"], owed - instalment)
        return {"opening": opening, "interest": interest, "instalment": instalment, "paused": paused,
                "outstanding": self.debt}

    def instalment(self, due, owed):
        terms = self.batch.loan
        by_term = due & (terms["term_months"] > 0)
        first = by_term & (self.level == 0)
        if first.any():
            self.fix_levels(np.flatnonzero(first))
        self.instalments_due = self.instalments_due + by_term
        last = self.instalments_due == terms["term_months"]
        fixed = np.where(by_term, self.level, terms["instalment"])
        return np.where(by_term & last, owed, np.minimum(fixed, owed))

    def fix_levels(self, places):
        """Level payments need longer numbers than NumPy has: once for each loan that occurs."""
        terms = self.batch.loan
        columns = (self.debt, terms["annual_rate"], terms["term_months"])
        loans = list(zip(*(column[places].tolist() for column in columns), strict=True))
        payments = {loan: plain.level_payment(*loan) for loan in set(loans)}
        self.level[places] = [payments[loan] for loan in loans]

    def shop(self, month, is_open, trade, loan):
        """The business's lines, from its opening balance to its closing one."""
        batch = self.batch
        shop = {"opening": self.business, **trade}
        first = month == batch.opening
        for name, amounts in (
            ("own_contribution", batch.business["own_contribution"]), ("payout", batch.loan["principal"]),
            ("loan_fee", batch.loan["fee"]), ("setup_costs", batch.business["setup_costs"]),
            ("account_setup", batch.business["account_setup"]),
        ):
            shop[name] = first * amounts
        shop["instalment"] = is_open * loan["instalment"]
        shop["wound_up"] = np.where(month == batch.closes, self.business, 0)
        before_draw = (
            self.business + shop["own_contribution"] + shop["payout"] + shop["surplus"] - shop["loan_fee"]
            - shop["setup_costs"] - shop["account_setup"] - shop["instalment"] - shop["wound_up"]
        )
        above_buffer = positive(before_draw - batch.business["buffer"])
        earned = positive(shop["surplus"] - shop["instalment"])
        shop["draw"] = is_open * np.where(loan["outstanding"] > 0, np.minimum(earned, above_buffer), above_buffer)
        shop["closing"] = before_draw - shop["draw"]
        return shop

    def profit(self, is_open, shop):
        """The taxable profit; losses are carried forward."""
        result = shop["surplus"] - shop["setup_costs"] - shop["account_setup"] - shop["loan_fee"]
        profit = is_open * positive(result - self.carried_loss)
        self.carried_loss = np.where(is_open, positive(self.carried_loss - result), self.carried_loss)
        return profit

    def tax(self, now, public, wage, am, profit):
        batch = self.batch
        am_of_profit = rounded(profit * now["am_bidrag"], MILLION)
        work = wage + profit
        income = public + wage - am + profit - am_of_profit
        above_threshold = positive(12 * work - now["jobfradrag_bund"])
        deduction = np.minimum(12 * work * now["besk_fradrag_sats"], now["besk_fradrag_max"] * MILLION)
        deduction = deduction + np.minimum(above_threshold * now["jobfradrag_sats"], now["jobfradrag_max"] * MILLION)
        of_single_parent = np.minimum(12 * work * now["besk_fradrag_enlig_sats"], now["besk_fradrag_enlig_max"] * MILLION)
        deduction = deduction + batch.single_parent * of_single_parent
        municipal = np.where(batch.municipal_rate == NONE, now["kommuneskat_aalborg"], batch.municipal_rate)
        local_rate = municipal + batch.church_rate + now["sundhedsbidrag"]
        state = rounded(positive(12 * income - now["personfradrag"]) * now["bundskat"], YEAR)
        # Twelve-millionths times a rate would not fit. Whole øre and the rest of one do, each for itself; what is
        # lost in the rest is less than a millionth of an øre and cannot change a rounding to whole ones.
        whole, rest = np.divmod(positive(income * YEAR - deduction - now["personfradrag"] * MILLION), YEAR)
        local = rounded(whole * local_rate + rest * local_rate // YEAR, MILLION)
        return batch.taxed * (am + am_of_profit + state + local)

    def watch_turnover(self, sold, month, now):
        """By calendar year from 2025, before it over the last twelve months."""
        self.sold[month % 12] = sold
        counted = month % 12 + 1 if month >= VAT_BY_CALENDAR_YEAR else 12
        first = (self.over_vat_threshold == NONE) & (self.sold[:counted].sum(axis=0) > now["moms_graense"])
        self.over_vat_threshold = np.where(first, month, self.over_vat_threshold)


def without_vat(amounts, vat):
    """What is in the amounts of VAT is taken out; with no rate they stay as they are."""
    taxed = 2 * (MILLION + vat)
    return (2 * amounts * MILLION + MILLION + vat) // taxed


# ── For measure.py


def compute(prepared, figures):
    """All the arithmetic, months and key figures, and nothing kept."""
    for _, batch in prepared:
        key_figures(Run(batch, figures))


def each(prepared, figures, with_months):
    """A result for each case, in the order in which they came."""
    results = {}
    for positions, batch in prepared:
        run = Run(batch, figures)
        months = months_by_case(run) if with_months else positions
        for position, rows, found in zip(positions, months, key_figures_by_case(key_figures(run)), strict=True):
            results[position] = {"months": rows, "key_figures": found}
    return (results[position] for position in sorted(results))


if __name__ == "__main__":
    import measure

    measure.run(lambda scenarios: list(batches(scenarios)), compute, each, together=LARGEST_BATCH)
