"""Learn the judge of kin: `python -m training.lineage.learn [--write]` (a minute).

Two logistic regressions over the features of `fogline.lineage.features`, on the pairs of reports within each story of
the half `look`: whether the two are kin, and whether kin tell one original.  Prints how each does on stories that it
did not learn from, and writes fogline/lineage/data/kin.toml.
Source: docs/decisions/0026-the-judge-of-kin.md
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.families import Gold, Pair, Story, iter_stories
from fogline.lineage import kin
from fogline.lineage.alignment import compare
from fogline.lineage.features import Traits, features
from fogline.lineage.tellings import read_tellings
from fogline.records import Reading
from training.lineage.told import HALVES

SHIPPED = Path(kin.__file__).parent / "data" / kin.TABLE
FOLDS = 8
PULL = 1.0  # on the weight of a feature of spread one, towards nothing
STEPS = 25
SIBLING = 0.5  # the weight of a pair that is kin through a third
OUTSIDE = frozenset({"days", "house"})  # what the words do not tell: it says nothing of whether two are kin
HEADS = {"kin": OUTSIDE, "retold": frozenset()}  # without which features
HEADER = """\
# How likely two reports are kin, and how likely kin tell one original rather than the one updating the other: log odds,
# the weight of each feature times how far it is from its mean, summed on top of `start`.
# Written by `python -m training.lineage.learn --write` from the stories of training/lineage/data; do not edit.
# docs/decisions/0026-the-judge-of-kin.md
"""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of reports with its features; `weight` is less than 1 where they are kin through a third.

    `retold` is `None` where they are not kin.
    """

    story: str
    pair: Pair
    features: Mapping[str, float]
    kin: bool
    retold: bool | None
    weight: float


@dataclass(frozen=True, slots=True)
class Head:
    """A regression over these features.  Shapes: mean, weights [K]."""

    names: tuple[str, ...]
    start: float
    mean: Array
    weights: Array

    def odds(self, example: Example) -> float:
        """The log odds of a pair."""
        return self.start + float((_row(example, self.names) - self.mean) @ self.weights)


def _row(example: Example, names: Sequence[str]) -> Array:
    return np.array([example.features[name] for name in names])


def iter_examples(stories: Iterable[Story]) -> Iterator[Example]:
    """Every pair within each story that gold knows as kin or as apart."""
    for story in stories:
        telling = {r: t for t in read_tellings(story.readings) for r in t.report_ids}
        traits = {r: Traits.of(t) for r, t in telling.items()}
        read = {r.report_id: r for r in story.readings}
        for left, right in combinations(story.ids, 2):
            pair = frozenset({left, right})
            retold = label(story.gold, pair)
            if (retold is None and pair not in story.gold.apart) or telling[left] is telling[right]:
                continue
            direct = any(frozenset(derivation) == pair for derivation in story.gold.kin)
            weight = 1.0 if direct or retold is None else SIBLING
            days, same_house = _apart(read[left], read[right])
            likeness = compare(telling[left], telling[right])
            found = features(likeness, traits[left], traits[right], days=days, same_house=same_house)
            yield Example(story.name, pair, found, retold is not None, retold, weight)


def _apart(one: Reading, other: Reading) -> tuple[int, bool]:
    """How many days two reports are apart, and whether one house has both."""
    days = abs((one.day.day - other.day.day).days) if one.day and other.day else 0
    return days, one.outlet is not None and one.outlet == other.outlet


def label(gold: Gold, pair: Pair) -> bool | None:
    """Whether kin tell one original (true) or only draw on it (false); `None` where they are no kin."""
    if pair in gold.origins:
        return True
    one, other = sorted(pair)
    return False if _stock(gold, one) & _stock(gold, other) else None


def _stock(gold: Gold, report: str) -> set[str]:
    """The report, what it derives from, and all that tell the same original as these."""
    near = {report} | {source for name, source in gold.kin if name == report}
    return near | {i for pair in gold.origins if pair & near for i in pair}


def fit(names: tuple[str, ...], seen: Array, true: Array, weight: Array) -> Head:
    """A logistic regression by Newton's steps.  Shapes: seen [N, K]; true [N], 0 or 1; weight [N]."""
    mean, spread = seen.mean(0), np.maximum(seen.std(0), 1e-6)
    rows = np.hstack([np.ones((len(seen), 1)), (seen - mean) / spread])
    pull = np.diag([0.0, *[PULL] * seen.shape[1]])
    values = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ values, -30, 30)))
        slope = rows.T @ (weight * (chance - true)) + pull @ values
        bend = (rows * (weight * np.maximum(chance * (1 - chance), 1e-6))[:, None]).T @ rows + pull
        values -= np.linalg.solve(bend, slope)
    return Head(names, float(values[0]), mean, values[1:] / spread)


def learn(examples: Sequence[Example]) -> dict[str, Head]:
    """Both heads.  Whether two are kin is learned from those that are so directly."""
    heads = {}
    for name, without in HEADS.items():
        rows = [e for e in examples if getattr(e, name) is not None and (name != "kin" or e.weight == 1.0)]
        names = tuple(n for n in examples[0].features if n not in without)
        true = np.array([float(getattr(e, name)) for e in rows])
        heads[name] = fit(names, np.array([_row(e, names) for e in rows]), true, np.array([e.weight for e in rows]))
    return heads


def across(examples: Sequence[Example]) -> Iterator[str]:
    """How each head does on stories left out, in lines."""
    stories = sorted({e.story for e in examples})
    told: dict[str, list[tuple[float, Example]]] = {name: [] for name in HEADS}
    for fold in range(FOLDS):
        out = set(stories[fold::FOLDS])
        heads = learn([e for e in examples if e.story not in out])
        for name, head in heads.items():
            rows = [e for e in examples if e.story in out and getattr(e, name) is not None]
            told[name] += [(head.odds(e), e) for e in rows]
    for name, rows in told.items():
        direct = [(odds, bool(getattr(e, name))) for odds, e in rows if e.weight == 1.0]
        yes = [odds for odds, true in direct if true]
        no = [odds for odds, true in direct if not true]
        wrong = sum(o <= 0 for o in yes), sum(o > 0 for o in no)
        yield f"{name}: {wrong[0]} of {len(yes)} missed, {wrong[1]} of {len(no)} taken for it, each story left out"
        for odds, e in sorted(rows, key=lambda row: row[0]):
            if e.weight == 1.0 and (odds > 0) != bool(getattr(e, name)):
                yield f"  {e.story}: {' and '.join(sorted(e.pair))} {odds:+.1f}"


def written(heads: Mapping[str, Head]) -> str:
    """The file, as text."""
    lines = [HEADER]
    for name, head in heads.items():
        lines += [f"[{name}]", f"start = {head.start:.3f}", ""]
        for part, values in (("mean", head.mean), ("weight", head.weights)):
            lines += [f"[{name}.{part}]", *(f'"{n}" = {v:.4f}' for n, v in zip(head.names, values, strict=True)), ""]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Learn, say how well, write."""
    parser = argparse.ArgumentParser(prog="python -m training.lineage.learn", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {SHIPPED.name} of the program")
    options = parser.parse_args(argv)
    examples = list(iter_examples(story for story in iter_stories() if story.half == HALVES[0]))
    print("\n".join(across(examples)), file=sys.stderr)
    text = written(learn(examples))
    if options.write:
        SHIPPED.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
