"""Key figures of many cases at once, from the lines of their months."""

import numpy as np

from columns import FAR, NONE
from plain_key_figures import SELF_SUPPORTING_MONTHS


def key_figures(run):
    """The key figures as columns, by their names in the result; NONE is none where there can be none."""
    batch, lines = run.batch, run.lines
    last = batch.start + batch.months - 1
    opens = batch.opening <= last
    found = {
        "business_start": np.where(opens, batch.opening, NONE),
        "support_ends": support_ends(batch, last),
        "self_supporting_from": from_then_on(run, run.self_supporting),
        "lowest_household": lowest(batch, lines["household", "closing"]),
        "lowest_business": lowest(batch, np.where(run.open, lines["business", "closing"], FAR)),
        "first_shortfall": first_shortfall(batch, lines),
        "manages_from": from_then_on(run, run.self_supporting & ~short(lines)),
        "lasts_until": lasts_until(batch, lines["household", "closing"]),
        "deepest_shortfall": np.maximum(0, -lines["household", "closing"].min(axis=0)),
        "gap_after_support": gap_after_support(batch, lines, last),
        "loan": loan(run, opens),
        "totals": {
            **{name: lines["household", name].sum(axis=0) for name in ("benefit", "subsidy", "job_pay", "draw", "tax")},
            "surplus": lines["business", "surplus"].sum(axis=0),
        },
        "turnover_over_vat_threshold": run.over_vat_threshold,
    }
    return found


def support_ends(batch, last):
    """The last supported month; none when the horizon cuts the support short."""
    planned = batch.support_over - 1
    ends = np.minimum(np.minimum(planned, batch.closes - 1), last)
    is_known = (batch.opening <= ends) & ~((ends == last) & (planned > last))
    return np.where(is_known, ends, NONE)


def from_then_on(run, holds):
    batch = run.batch
    months = np.arange(batch.start, batch.start + batch.months)[:, None]
    counts = holds & (~batch.has_business | (months >= batch.opening))
    lasting = np.logical_and.accumulate(counts[::-1]).sum(axis=0)
    return np.where(lasting >= SELF_SUPPORTING_MONTHS, batch.start + batch.months - lasting, NONE)


def lowest(batch, closings):
    position = closings.argmin(axis=0)
    balance = closings[position, np.arange(batch.cases)]
    return {"month": np.where(balance == FAR, NONE, batch.start + position), "balance": balance}


def short(lines):
    return (lines["household", "closing"] < 0) | (lines["business", "closing"] < 0)


def lasts_until(batch, closings):
    position, _ = first(closings < 0)
    return np.where(position > 0, batch.start + position - 1, NONE)


def first_shortfall(batch, lines):
    household, business = lines["household", "closing"], lines["business", "closing"]
    position, is_there = first(short(lines))
    case = np.arange(batch.cases)
    return {
        "month": np.where(is_there, batch.start + position, NONE),
        "household": household[position, case],
        "business": business[position, case],
    }


def gap_after_support(batch, lines, last):
    is_there = (batch.support_over <= last) & (batch.support_over < batch.closes)
    position, case = np.where(is_there, batch.support_over - batch.start, 0), np.arange(batch.cases)

    def household(name):
        return lines["household", name][position, case]

    own_income = household("job_pay") - household("atp") + household("draw") + batch.other_income
    gap = batch.living_costs + household("tax") + household("instalment") - own_income
    return np.where(is_there, np.maximum(gap, 0), NONE)


def loan(run, opens):
    batch, lines = run.batch, run.lines
    outstanding, instalment = lines["loan", "outstanding"], lines["loan", "instalment"]
    months = np.arange(batch.start, batch.start + batch.months)[:, None]
    position, is_repaid = first((outstanding == 0) & (months >= batch.opening))
    return {
        "payout": np.where(batch.has_loan & opens, batch.loan["principal"], NONE),
        "total_interest": lines["loan", "interest"].sum(axis=0),
        "total_repaid": instalment.sum(axis=0),
        "outstanding_end": outstanding[-1],
        "instalments": (instalment > 0).sum(axis=0),
        "repaid_in": np.where(is_repaid, batch.start + position, NONE),
    }


def first(mask):
    """The first row in which it holds, and whether there is one."""
    return mask.argmax(axis=0), mask.any(axis=0)


# ── As results of single cases


def by_case(columns):
    """Columns as one dictionary a case."""
    names = list(columns)
    lists = [by_case(column) if isinstance(column, dict) else column.tolist() for column in columns.values()]
    return [dict(zip(names, values, strict=True)) for values in zip(*lists, strict=True)]


def key_figures_by_case(columns):
    """As in the result of a single case: what is none is None."""
    for case in by_case(columns):
        for name in ("business_start", "support_ends", "self_supporting_from", "manages_from", "lasts_until",
                     "gap_after_support", "turnover_over_vat_threshold"):
            case[name] = none_or(case[name])
        for name in ("lowest_household", "lowest_business"):
            case[name] = None if case[name]["month"] == NONE else case[name]
        shortfall, loan = case["first_shortfall"], case["loan"]
        purse = "household" if shortfall["household"] < 0 else "business"
        case["first_shortfall"] = None if shortfall["month"] == NONE else {**shortfall, "purse": purse}
        case["loan"] = None if loan["payout"] == NONE else {**loan, "repaid_in": none_or(loan["repaid_in"])}
        yield case


def none_or(value):
    return None if value == NONE else value


def months_by_case(run):
    """The months of each case as the lines of a single case."""
    months = [month_by_case(run, position) for position in range(run.batch.months)]
    return [list(rows) for rows in zip(*months, strict=True)]


def month_by_case(run, position):
    batch, month = run.batch, run.batch.start + position
    columns = {"household": {}, "business": {}, "loan": {}}
    for (purse, name), amounts in run.lines.items():
        columns[purse][name] = amounts[position]
    columns["household"] |= {"other_income": batch.other_income, "living_costs": batch.living_costs}
    columns["loan"]["paused"] = columns["loan"]["paused"] == 1
    columns["self_supporting"] = run.self_supporting[position]
    phases = np.select(
        [~batch.has_business, month >= batch.closes, month < batch.opening - batch.account_wait_months,
         month < batch.opening, month < batch.support_over],
        ["benefit", "closed", "course", "waiting", "supported"], "on_own")
    columns["phase"] = phases
    return [{"month": month, **case} for case in by_case(columns)]
