"""The dated figures, read from the project's rulebook: the same files the engine is built from."""

import functools
import pathlib
import tomllib

RULEBOOK = pathlib.Path(__file__).resolve().parents[2] / "crates/engine/rulebook/figures"


def scaled(text, decimals):
    """A decimal text in whole units: scaled("12.5", 2) is 1250."""
    whole, _, fraction = str(text).partition(".")
    fraction = fraction.rstrip("0")
    if len(fraction) > decimals:
        raise ValueError(f"{text} has more than {decimals} decimals")
    return int(whole + fraction.ljust(decimals, "0"))


def month_index(text):
    """Months since year 0, so that months can be counted and compared."""
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def month_text(index):
    return f"{index // 12:04}-{index % 12 + 1:02}"


# Amounts in øre, percentages in millionths, the rest as it stands.
DECIMALS = {"percent": 4, "hours/month": 0, "months": 0, "index (2010=100)": 1}


class Figures:
    """Every figure by month. After its last period a figure's last value is carried on."""

    def __init__(self, folder=RULEBOOK):
        self.periods = {}
        for file in sorted(folder.glob("*.toml")):
            for name, figure in tomllib.loads(file.read_text(encoding="utf-8")).items():
                decimals = DECIMALS.get(figure["unit"], 2)
                self.periods[name] = [
                    (month_index(period["from"]), scaled(period["value"], decimals)) for period in figure["values"]
                ]

    @functools.cache
    def of_month(self, month):
        """All figures in one month, by name. A figure that does not reach back to it is not there."""
        values = {}
        for name, periods in self.periods.items():
            for begins, value in periods:
                if begins <= month:
                    values[name] = value
        return values
