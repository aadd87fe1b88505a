"""Common nouns that stand for places and actors, from data/nouns.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.records import PlaceKind


@dataclass(frozen=True, slots=True)
class Nouns:
    """The word lists by section; see the data file for what each means."""

    after_name: dict[str, PlaceKind]
    before_of: dict[str, frozenset[str]]
    regions: dict[str, frozenset[str]]
    definite_place: dict[str, frozenset[str]]
    actors: dict[str, frozenset[str]]
    speakers: frozenset[str]
    seats: frozenset[str]
    visiting: frozenset[str]
    onlookers: dict[str, frozenset[str]]
    unknown_place: dict[str, frozenset[str]]
    facilities: dict[str, frozenset[str]]
    ways: dict[str, frozenset[str]]
    titles: frozenset[str]
    not_names: frozenset[str]

    def is_force(self, lemma: str) -> bool:
        """Whether a noun heads a phrase that names an armed party or a government."""
        return any(lemma in self.actors[name] for name in ("government", "rebel", "neutral", "state"))


@cache
def nouns() -> Nouns:
    """The lists as shipped."""
    table: dict[str, Any] = tomllib.loads(files("fogline.grounding").joinpath("data/nouns.toml").read_text("utf-8"))
    return Nouns(
        after_name={word: PlaceKind(kind) for word, kind in table["after_name"].items()},
        before_of=_sets(table["before_of"]),
        regions=_sets(table["regions"]),
        definite_place=_sets(table["definite_place"]),
        actors=_sets(table["actors"]),
        speakers=frozenset(table["people"]["speakers"]),
        seats=frozenset(table["people"]["seats"]),
        visiting=frozenset(table["people"]["visiting"]),
        onlookers=_sets(table["onlookers"]),
        unknown_place=_sets(table["unknown_place"]),
        facilities=_sets(table["facilities"]),
        ways=_sets(table["ways"]),
        titles=frozenset(table["names"]["titles"]),
        not_names=frozenset(table["names"]["not_names"]),
    )


def _sets(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table.items()}
