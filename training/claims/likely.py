"""Learn how likely words tell a claim in a report of some sort: `make likely` (minutes).

From the verdicts of readers on claims of the daily press (`evaluation/press.py`; the draw `two` is left out, it
measures): what the reader's chance, a frame that holds, a word of the code book and the claims in a hundred words say
for a claim being told, by logistic regression; and how far the confidence of claims is too high in a report of few.
Writes fogline/claims/data/likely.toml.  Source: docs/decisions/0047-the-press.md
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.press import Asked, read_draw, verdicts
from evaluation.timelines import ORIGIN, TEXTS
from fogline.claims import likely
from fogline.claims.extract import read_propositions, told_in
from fogline.claims.scene import scene_of

OUT = Path(likely.__file__).parent / "data" / "likely.toml"
LEARNT_FROM = ("one", "three", "four")
NAMES = ("constant", "act", "framed", "known", "density")
RIDGE = np.array([0.0, 0.3, 0.3, 0.3, 0.3])
LEAST = 0.5  # asked of a claim: of less, more would be wrong than right
DENSE = 5.0  # claims in a hundred words: nine of ten claims of our own sets are of reports that have as many
STEPS, GRID = 60, np.arange(0.0, 1.5, 0.05)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with its traits, its confidence, and whether it is told, and told of the right party and place."""

    traits: tuple[float, ...]
    confidence: float
    density: float
    told: bool
    core: bool


def main() -> int:
    """Learn and write the table; 2 where the data is missing."""
    folder = Path(os.environ.get("FOGLINE_SOURCES", "")) / TEXTS
    if not folder.is_dir():
        print(f"T17 is missing: put {TEXTS} of {ORIGIN} under FOGLINE_SOURCES", file=sys.stderr)
        return 2
    rows = [row for draw in LEARNT_FROM for row in judged(folder, draw)]
    learnt = dict(
        zip(NAMES, fit(np.array([r.traits for r in rows]), np.array([r.told for r in rows], float)), strict=True)
    )
    table = {**dict(learnt), "least": LEAST, "dense": DENSE, "doubt": doubt(rows)}
    told = "".join(f"{name} = {round(float(value), 3)}\n" for name, value in table.items())
    head = "# Written by `python -m training.claims.likely`; do not edit.  What each is: fogline/claims/likely.py\n"
    OUT.write_text(head + told, encoding="utf-8")
    print(f"{len(rows)} claims, of which {sum(r.told for r in rows)} are told\n{told}", end="")
    return 0


def judged(folder: Path, draw: str) -> Iterator[Judged]:
    """The judged claims of a draw, as they are before anything is asked of them here."""
    known = verdicts()
    for reading in read_draw(folder, draw):
        scene = scene_of(reading)
        claims, seen = told_in(reading, scene, read_propositions([scene])[0])
        density = likely.density_of(len(claims), len(scene.doc))
        for claim in claims:
            verdict = known.get((reading.report_id, Asked(reading, claim).key))
            act = seen.get((claim.act.start, claim.type))
            if verdict is not None and act is not None:
                told = verdict["told"] == "right"
                core = told and verdict["actor"] == verdict["place"] == "right"
                yield Judged((1.0, *likely.traits(act, density)), claim.confidence, density, told, core)


def fit(traits: Floats, told: Floats) -> Floats:
    """The weights of a logistic regression, by Newton's steps."""
    weights = np.zeros(traits.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-traits @ weights))
        slope = traits.T @ (chances - told) + RIDGE * weights
        bend = (traits * (chances * (1 - chances))[:, None]).T @ traits + np.diag(RIDGE + 1e-6)
        weights -= np.linalg.solve(bend, slope)
    return weights


def doubt(rows: list[Judged]) -> float:
    """By how much of the logarithm of their density claims are less sure in sparse reports: the least loss."""
    odds = np.array([log(r.confidence / (1 - r.confidence)) for r in rows])
    short = np.minimum(0.0, np.log([r.density / DENSE for r in rows]))
    core = np.array([r.core for r in rows], float)

    def loss(share: float) -> float:
        chances = 1 / (1 + np.exp(-(odds + share * short)))
        return float(-np.mean(core * np.log(chances) + (1 - core) * np.log(1 - chances)))

    return float(min(GRID, key=loss))


if __name__ == "__main__":
    sys.exit(main())
