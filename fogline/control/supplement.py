"""Crossings that general knowledge has: which states each joins, and the towns on its road.  Source: data/crossings.csv

An entry says that a way is there, never that it is open, nor who holds it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.language.words import fold


@dataclass(frozen=True, slots=True)
class Crossing:
    """An entry.  `names`: folded, its own first; `places`: folded names of towns; `countries`: ISO 3166 codes."""

    name: str
    names: tuple[str, ...]
    countries: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def entry(self) -> str:
        """How evidence cites it."""
        return f"{self.name} ({'-'.join(self.countries)})"


@cache
def crossings() -> tuple[Crossing, ...]:
    """The entries of this release, in the order of the file."""
    lines = files("fogline.control").joinpath("data/crossings.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return tuple(
        Crossing(
            row["name"],
            tuple(dict.fromkeys(fold(n) for n in (row["name"], *row["spellings"].split(";")) if n)),
            tuple(row["countries"].split(";")),
            tuple(fold(p) for p in row["places"].split(";") if p),
        )
        for row in rows
    )


@cache
def by_name() -> dict[str, Crossing]:
    """The entry of each folded name, with and without "crossing" behind it."""
    found: dict[str, Crossing] = {}
    for crossing in crossings():
        for name in crossing.names:
            found.setdefault(name, crossing)
            found.setdefault(f"{name.removesuffix(' crossing')} crossing", crossing)
    return found
