"""Holds a simulation in Python against the engine, to the øre, and then times it.

    python3 plain.py ENGINE CASES
    python3 vectorised.py ENGINE CASES

ENGINE is the command `mikrolaan`, CASES a file with one case a line. First every case of the file, and every case of
variations.py, is calculated by both: their months and key figures must be equal, or the program ends with what
differs. Then the cases of the file are timed:

* `arithmetic`: from cases in the program's own form (objects, or columns) to months and key figures;
* `lines`: from lines of JSON to the key figures as lines of JSON.

Printed are microseconds a case. Each piece of the work (a case; for NumPy a batch) is timed by itself and counts with
its fastest round, so that a moment in which the machine does something else does not count.
"""

import argparse
import itertools
import json
import pathlib
import subprocess
import sys
import time

import case
import variations
from figures import Figures, month_text

# At least so many rounds, and for at least so many seconds.
ROUNDS, SECONDS = 3, 3
# So many cases are checked at a time: the engine's months are kept no longer than that.
BATCH = 500

MONTHS = {"month", "business_start", "support_ends", "self_supporting_from", "manages_from", "lasts_until", "repaid_in",
          "turnover_over_vat_threshold"}


def run(prepare, compute, each, together):
    """Checks and times a program, which comes as three functions.

    `prepare` puts scenarios into the program's own form; `compute` works out months and key figures of all of them and
    keeps nothing; `each` gives the result of each, in order, its months only where they are asked for. `together` is how
    many cases the program does best at a time.
    """
    arguments = argparse.ArgumentParser()
    arguments.add_argument("engine")
    arguments.add_argument("cases")
    arguments = arguments.parse_args()
    figures = Figures()

    def results(scenarios, with_months=True):
        return each(prepare(scenarios), figures, with_months)

    with open(arguments.cases, encoding="utf-8") as file:
        lines = file.read().splitlines()
    try:
        checked = check([*lines, *variations.lines()], arguments.engine, results)
    except (case.NotCovered, Difference) as problem:
        sys.exit(str(problem))
    print("checked", checked)
    pieces = [lines[first:first + together] for first in range(0, len(lines), together)]
    prepared = [prepare(scenarios_of(piece)) for piece in pieces]
    print("arithmetic", fastest(prepared, lambda piece: compute(piece, figures)) / len(lines))
    print("lines", fastest(pieces, lambda piece: answer(piece, results)) / len(lines))


# ── Check


class Difference(Exception):
    """The engine and this program do not agree."""


def scenarios_of(lines):
    return [scenario for line in lines for scenario in case.read(line)]


def check(lines, engine, results):
    """How many scenarios are equal; the first that is not ends the program."""
    checked = 0
    for first in range(0, len(lines), BATCH):
        batch = lines[first:first + BATCH]
        expected = ask(engine, batch)
        scenarios = scenarios_of(batch)
        if len(expected) != len(scenarios):
            raise Difference(f"the engine answers {len(expected)} scenarios, {len(scenarios)} were asked")
        for theirs, ours, scenario in zip(expected, results(scenarios), scenarios, strict=True):
            compare(theirs, ours, scenario)
            checked += 1
    return checked


def ask(engine, lines):
    """The engine's results for these cases."""
    command = [engine, "simulate", "--lines"]
    asked = "".join(line + "\n" for line in lines)
    done = subprocess.run(command, input=asked, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    answers = [json.loads(answer) for answer in done.stdout.splitlines()]
    for line, answer in zip(lines, answers, strict=True):
        if "error" in answer:
            raise Difference(f"the engine refuses a case: {answer['error']}\n{line}")
    return [scenario for answer in answers for scenario in answer["scenarios"]]


def compare(theirs, ours, scenario):
    for theirs_here, ours_here in itertools.zip_longest(theirs["months"], ours["months"], fillvalue={}):
        same(theirs_here, written(ours_here), theirs_here.get("month", "months"), scenario)
    same(without_apr(theirs["key_figures"]), written(ours["key_figures"]), "key_figures", scenario)


def without_apr(key_figures):
    """A loan's yearly cost is no part of the simulation: the command adds it, and other tests hold it."""
    loan = key_figures["loan"]
    kept = None if loan is None else {key: value for key, value in loan.items() if key != "apr"}
    return {**key_figures, "loan": kept}


def same(theirs, ours, where, scenario):
    if theirs == ours:
        return
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for key in [*theirs, *ours]:
            same(theirs.get(key, "nothing"), ours.get(key, "nothing"), f"{where}.{key}", scenario)
    program = pathlib.Path(sys.argv[0]).name
    what = f"{where}: {ours} is not the engine's {theirs}"
    raise Difference(f"{program} and the engine differ. {what}. The case:\n{scenario}")


# ── Results as the engine writes them


def written(value, key=None):
    if isinstance(value, dict):
        return {key: written(inner, key) for key, inner in value.items()}
    if value is None or isinstance(value, (str, bool)) or key == "instalments":
        return value
    return month_text(value) if key in MONTHS else kroner(value)


def kroner(oere):
    sign = "-" if oere < 0 else ""
    return f"{sign}{abs(oere) // 100}.{abs(oere) % 100:02}"


# ── Time


def answer(lines, results):
    """From lines to lines; what is written goes nowhere."""
    for result in results(scenarios_of(lines), with_months=False):
        json.dumps(written(result["key_figures"]))


def fastest(pieces, work):
    """Microseconds for all pieces, each in its fastest round."""
    times = [float("inf")] * len(pieces)
    begun, rounds = time.perf_counter(), 0
    while rounds < ROUNDS or time.perf_counter() - begun < SECONDS:
        for position, piece in enumerate(pieces):
            before = time.perf_counter()
            work(piece)
            times[position] = min(times[position], time.perf_counter() - before)
        rounds += 1
    return sum(times) * 1e6
