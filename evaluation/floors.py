"""Quality has a floor.  It is raised when a figure rises, and lowered only with a decision note."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

EPSILON = 0.0005  # of a figure: the noise of rounding
FLOORS = Path(__file__).parent / "floors.json"

Table = Mapping[str, Mapping[str, float]]


class UnknownFigureError(Exception):
    """`floors.json` names a figure that the scorer does not have."""


def regressed(figure: float, floor: float) -> bool:
    """Whether a figure is below its floor by more than noise."""
    return figure < floor - EPSILON


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """The floors: row of the table, then figure, then the least it may be."""
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def below(measured: Table, floors: Table) -> list[str]:
    """One line for each figure below its floor.  Rows that were not measured this time are passed over.

    Raises: UnknownFigureError for a figure that no row has.
    """
    lines = []
    for row, least in floors.items():
        for name, floor in least.items():
            if row not in measured:
                continue
            if name not in measured[row]:
                raise UnknownFigureError(
                    f"evaluation/floors.json: {row} has no figure {name!r}; see evaluation/score.py"
                )
            if regressed(measured[row][name], floor):
                lines.append(f"{row}: {name} is {measured[row][name]:.4f}, its floor {floor:.4f}")
    return lines


def hold(measured: Table, floors: Table) -> int:
    """Say on standard error which rows were not measured and what is below its floor; 1 if anything is, else 0."""
    for row in not_measured(measured, floors):
        print(f"{row}: not measured this time, its floors are not checked", file=sys.stderr)
    fallen = below(measured, floors)
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if fallen else 0


def not_measured(measured: Table, floors: Table) -> list[str]:
    """The rows that have floors and were not measured."""
    return [row for row in floors if row not in measured]
