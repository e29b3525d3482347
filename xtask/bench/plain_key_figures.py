"""Key figures of one case, from its months."""

from figures import month_index

VAT_BY_CALENDAR_YEAR = month_index("2025-01")
SELF_SUPPORTING_MONTHS = 3


def key_figures(scenario, opening, months, figures):
    end = scenario.start + scenario.months
    opens = opening is not None and opening < end
    return {
        "business_start": opening if opens else None,
        "support_ends": support_ends(scenario, opening, months),
        "self_supporting_from": self_supporting_from(opening, months),
        "lowest_household": lowest("household", months),
        "lowest_business": lowest("business", [row for row in months if row["phase"] in ("supported", "on_own")]),
        "first_shortfall": next(filter(None, map(shortfall, months)), None),
        "gap_after_support": next((gap(row["household"]) for row in months if row["phase"] == "on_own"), None),
        "loan": loan_figures(scenario, opening, months) if scenario.loan and opens else None,
        "totals": {
            **{line: sum(row["household"][line] for row in months)
               for line in ("benefit", "subsidy", "job_pay", "draw", "tax")},
            "surplus": sum(row["business"]["surplus"] for row in months),
        },
        "turnover_over_vat_threshold": turnover_over_vat_threshold(months, figures),
    }


def support_ends(scenario, opening, months):
    supported = [row["month"] for row in months if row["phase"] == "supported"]
    if not supported:
        return None
    cut_short = supported[-1] == months[-1]["month"] < opening + scenario.subsidy_months - 1
    return None if cut_short else supported[-1]


def self_supporting_from(opening, months):
    """The first month from which every one to the end is, if that is at least three of them."""
    first, count = None, 0
    for row in reversed(months):
        if not row["self_supporting"] or (opening is not None and row["month"] < opening):
            break
        first, count = row["month"], count + 1
    return first if count >= SELF_SUPPORTING_MONTHS else None


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


def turnover_over_vat_threshold(months, figures):
    """By calendar year from 2025, before it over the last twelve months."""
    for position, row in enumerate(months):
        month = row["month"]
        counted = month % 12 + 1 if month >= VAT_BY_CALENDAR_YEAR else 12
        window = months[max(0, position + 1 - counted):position + 1]
        if sum(other["business"]["revenue"] for other in window) > figures.of_month(month)["moms_graense"]:
            return month
    return None
