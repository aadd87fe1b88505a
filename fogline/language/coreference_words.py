"""The word lists and weights of coreference, from data/coreference.toml, and the states and their capitals."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.language.countries import states
from fogline.language.words import fold

Table = Mapping[str, frozenset[str]]
Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Lists:
    """Words of each sort, in lower case: lemmas for nouns and verbs, forms for pronouns and names."""

    pronouns: Table
    nouns: Table
    names: Table
    verbs: Table


@cache
def lists() -> Lists:
    """The word lists, read once a process."""
    table = _table()
    return Lists(
        **{part: {k: frozenset(v) for k, v in table[part].items()} for part in ("pronouns", "nouns", "names", "verbs")}
    )


@cache
def weights() -> Weights:
    """The weight of each feature, one table for each sort of pronoun."""
    found: Weights = _table().get("weights", {})
    return found


@cache
def priors() -> Weights:
    """What each weight is before any fitting, where it is not nought: what news of war has and a treebank lacks."""
    found: Weights = _table()["priors"]
    return found


@cache
def limits() -> Mapping[str, Mapping[str, float]]:
    """How sure a choice has to be: `least`, its chance, and `margin`, how far the next must be behind."""
    found: Mapping[str, Mapping[str, float]] = _table()["limits"]
    return found


@cache
def countries() -> frozenset[str]:
    """The names of states, folded."""
    return frozenset(fold(name) for state in states() for name in (state.name, *state.alternates))


@cache
def capitals() -> frozenset[str]:
    """The names of the capitals of states, folded."""
    return frozenset(fold(state.capital) for state in states() if state.capital)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("fogline.language").joinpath("data/coreference.toml").read_text(encoding="utf-8"))
