"""The word lists of lineage, read once from `data/words.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What lineage knows of English.  Every word is folded."""

    empty: frozenset[str]  # function words and verbs of reporting
    numbers: dict[str, int]
    multipliers: dict[str, int]
    days: dict[str, int]  # Monday is 0
    months: dict[str, int]  # January is 1
    cites_after: frozenset[str]  # verbs that stand behind or before their source
    cites_before: tuple[str, ...]  # patterns that stand before it
    pronouns: frozenset[str]
    clause_openers: frozenset[str]  # a "source" that begins with one is a clause
    generic: frozenset[str]  # words that tell no source from another
    same: dict[str, str]  # word -> the first of its class
    cite_signs: frozenset[str]
    speech: frozenset[str]
    possible: tuple[str, ...]  # patterns
    also_possible: frozenset[str]
    planned: tuple[str, ...]
    also_planned: frozenset[str]
    partial: tuple[str, ...]
    digest: tuple[str, ...]
    also_partial: frozenset[str]
    whole: tuple[str, ...]
    also_whole: frozenset[str]
    units: dict[str, str]  # word of measure -> what it measures


@cache
def lexicon() -> Lexicon:
    """The lists as shipped."""
    text = resources.files("fogline.lineage").joinpath("data/words.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    cites = data["cites"]
    return Lexicon(
        empty=_set(data["words"]["function"]) | _set(data["words"]["reporting"]),
        numbers=data["numbers"],
        multipliers=data["multipliers"],
        days=data["days"],
        months=data["months"],
        cites_after=_set(cites["after"]),
        cites_before=tuple(cites["before"]),
        pronouns=_set(cites["pronouns"]),
        clause_openers=_set(cites["clauses"]),
        generic=_set(cites["generic"]),
        same={word: line.split()[0] for line in cites["same"] for word in line.split()},
        cite_signs=_set(cites["signs"]),
        speech=_set(cites["speech"]),
        possible=tuple(data["certainty"]["possible"]),
        also_possible=_set(data["certainty"]["also_possible"]),
        planned=tuple(data["certainty"]["planned"]),
        also_planned=_set(data["certainty"]["also_planned"]),
        partial=tuple(data["scope"]["partial"]),
        digest=tuple(data["scope"]["digest"]),
        also_partial=_set(data["scope"]["also_partial"]),
        whole=tuple(data["scope"]["whole"]),
        also_whole=_set(data["scope"]["also_whole"]),
        units={word: unit for unit, line in data["units"].items() for word in line.split()},
    )


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())
