"""The word lists of lineage, read once from `data/words.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
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
    part: re.Pattern[str]  # what keeps a statement to a part, in a part of a sentence
    all: re.Pattern[str]  # what makes it of the whole
    portion: re.Pattern[str]  # words for a part of a place or of a number, up to "of"
    portions: frozenset[str]  # adjectives for a part of a place
    clauses: dict[str, frozenset[str]]  # kind of alteration -> words of a clause that limits in that way
    small: dict[str, tuple[str, int]]  # function words -> kind of alteration, number of its group of like words
    denials: frozenset[str]
    units: dict[str, tuple[str, float]]  # word of measure -> what it measures, and how much of the base unit it is
    bounds: dict[str, tuple[str, ...]]  # "least", "most" or "round" -> phrases before a number
    titles: frozenset[str]  # ranks and the like, which stand before a name
    place_before: frozenset[str]  # words behind which a place stands
    attempts: re.Pattern[str]  # what was tried, wanted or promised, not done
    held_back: re.Pattern[str]  # what holds a statement back, in a part of a sentence

    def holds_back(self, text: str) -> str | None:
        """The first words of a part of a sentence, in lower case, that hold it back."""
        found = self.held_back.search(text)
        return found.group() if found else None


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
        part=_pattern(data["scope"]["part"]),
        all=_pattern(data["scope"]["all"]),
        portion=_pattern(data["scope"]["portion"]),
        portions=_set(data["scope"]["portions"]),
        clauses={kind: _set(text) for kind, text in data["clauses"].items()},
        small=_grouped(data["small"]),
        denials=_set(data["certainty"]["denials"]),
        units={word: (unit, factor) for word, (unit, factor) in data["units"].items()},
        bounds={kind: tuple(phrases) for kind, phrases in data["bounds"].items()},
        titles=_set(data["names"]["titles"]),
        place_before=_set(data["names"]["place_before"]),
        attempts=_pattern(data["certainty"]["attempts"]),
        held_back=_pattern([*data["certainty"]["possible"], *data["certainty"]["edited"]]),
    )


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


def _grouped(lines: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, int]]:
    """Each word with the kind that it stands under and the number of its line there."""
    return {
        word: (kind, number)
        for kind, groups in lines.items()
        for number, line in enumerate(groups)
        for word in line.split()
    }


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())
