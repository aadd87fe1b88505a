"""States: their names, adjectives and capitals, from data/demonyms.csv.  Cheap: two dictionaries, no gazetteer.

A form that the data writes in capitals ("US", "UK", "CAR") counts only where the text has capitals too, any other only
with a capital first letter: "us" and "polish" are no countries.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.language.words import fold


@dataclass(frozen=True, slots=True)
class State:
    """One row of the data: code, name, other names, adjectives (the first is the plain one), capital, metonyms."""

    iso: str
    name: str
    alternates: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    seats: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """All states and territories of the data, in the order of the file."""
    text = files("fogline.language").joinpath("data/demonyms.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        State(
            row["iso"],
            row["name"],
            _parts(row["alternates"]),
            _parts(row["demonyms"]),
            row["capital"] or None,
            _parts(row["seats"]),
        )
        for row in rows
    )


def demonym_country(word: str) -> str | None:
    """The ISO 3166 code of a nationality or adjective ("Syrian", "Malians", "U.S."), else `None`."""
    return _look_up(_tables()["demonyms"], word)


def named_country(name: str) -> str | None:
    """The ISO 3166 code of a country's name ("Chad", "the Netherlands", "DRC"), else `None`."""
    return _look_up(_tables()["names"], name)


def capital_country(name: str) -> str | None:
    """The ISO 3166 code of the state that a capital or palace stands for ("Moscow", "the Kremlin"), else `None`."""
    return _look_up(_tables()["capitals"], name)


def country_name(iso: str) -> str | None:
    """The usual English name of a state by its code, else `None`."""
    state = _by_code().get(iso)
    return state.name if state else None


def capital_of(iso: str | None) -> str | None:
    """The capital of a state by its code ("Damascus" for SY), else `None`."""
    state = _by_code().get(iso or "")
    return state.capital if state else None


def adjective(iso: str | None) -> str | None:
    """The plain adjective of a state by its code ("Syrian" for SY), else `None`."""
    state = _by_code().get(iso or "")
    return state.demonyms[0] if state and state.demonyms else None


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(p for p in cell.split(";") if p)


@cache
def _by_code() -> dict[str, State]:
    return {s.iso: s for s in states()}


@cache
def _tables() -> dict[str, dict[str, tuple[str, bool]]]:
    return {
        "names": _table((s.iso, (s.name, *s.alternates)) for s in states()),
        "demonyms": _table((s.iso, s.demonyms) for s in states()),
        "capitals": _table((s.iso, ((s.capital,) if s.capital else ()) + s.seats) for s in states()),
    }


def _table(rows: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, bool]]:
    table: dict[str, tuple[str, bool]] = {}
    for iso, forms in rows:
        for form in forms:
            table.setdefault(_key(form), (iso, form.isupper()))
    return table


def _key(form: str) -> str:
    return fold(form).removeprefix("the ")


def _look_up(table: dict[str, tuple[str, bool]], word: str) -> str | None:
    found = table.get(_key(word)) if word else None
    if found is None:
        return None
    iso, capitals = found
    bare = word.strip().removeprefix("the ").removeprefix("The ")
    proper = bare.isupper() if capitals else bare[:1].isupper()
    return iso if proper else None
