"""Key figures of one case, from its months."""

from figures import month_index

VAT_BY_CALENDAR_YEAR = month_index("2025-01")
SELF_SUPPORTING_MONTHS = 3


def key_figures(scenario, opening, months, over_vat_threshold):
    end = scenario.start + scenario.months
    opens = opening is not None and opening < end
    return {
        "business_start": opening if opens else None,
        "support_ends": support_ends(scenario, opening, months),
        "self_supporting_from": from_then_on(opening, months, lambda row: row["self_supporting"]),
        "lowest_household": lowest("household", months),
        "lowest_business": lowest("business", [row for row in months if row["phase"] in ("supported", "on_own")]),
        "first_shortfall": next(filter(None, map(shortfall, months)), None),
        "manages_from": from_then_on(opening, months, lambda row: row["self_supporting"] and shortfall(row) is None),
        "lasts_until": lasts_until(months),
        "deepest_shortfall": max(0, -min(row["household"]["closing"] for row in months)),
        "gap_after_support": next((gap(row["household"]) for row in months if row["phase"] == "on_own"), None),
        "loan": loan_figures(scenario, opening, months) if scenario.loan and opens else None,
        "totals": {
            **{line: sum(row["household"][line] for row in months)
               for line in ("benefit", "subsidy", "job_pay", "draw", "tax")},
            "surplus": sum(row["business"]["surplus"] for row in months),
        },
        "turnover_over_vat_threshold": over_vat_threshold,
    }


def support_ends(scenario, opening, months):
    supported = [row["month"] for row in months if row["phase"] == "supported"]
    if not supported:
        return None
    cut_short = supported[-1] == months[-1]["month"] < opening + scenario.subsidy_months - 1
    return None if cut_short else supported[-1]


def from_then_on(opening, months, holds):
    """The first month from which it holds of every one to the end, if that is at least three of them."""
    first, count = None, 0
    for row in reversed(months):
        if not holds(row) or (opening is not None and row["month"] < opening):
            break
        first, count = row["month"], count + 1
    return first if count >= SELF_SUPPORTING_MONTHS else None


def lasts_until(months):
    """The month before the household is below zero for the first time; none if that is never, or at once."""
    short = next((position for position, row in enumerate(months) if row["household"]["closing"] < 0), 0)
    return months[short - 1]["month"] if short > 0 else None


def lowest(purse, months):
    if not months:
        return None
    row = min(months, key=lambda row: row[purse]["closing"])
    return {"month": row["month"], "balance": row[purse]["closing"]}


def shortfall(row):
    household, business = row["household"]["closing"], row["business"]["closing"]
    if household >= 0 and business >= 0:
        return None
    purse = "household" if household < 0 else "business"
    return {"month": row["month"], "purse": purse, "household": household, "business": business}


def gap(home):
    own_income = home["job_pay"] - home["atp"] + home["draw"] + home["other_income"]
    return max(0, home["living_costs"] + home["tax"] + home["instalment"] - own_income)


def loan_figures(scenario, opening, months):
    loans = [row["loan"] for row in months]
    return {
        "payout": scenario.loan.principal,
        "total_interest": sum(loan["interest"] for loan in loans),
        "total_repaid": sum(loan["instalment"] for loan in loans),
        "outstanding_end": loans[-1]["outstanding"],
        "instalments": sum(loan["instalment"] > 0 for loan in loans),
        "repaid_in": next(
            (row["month"] for row in months if row["month"] >= opening and row["loan"]["outstanding"] == 0), None),
    }
