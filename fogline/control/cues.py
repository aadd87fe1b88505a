"""Words by which one sentence contradicts another: `data/cues.toml`, typed and ready to be looked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from fogline.language.words import fold


@dataclass(frozen=True, slots=True)
class Cues:
    """What is looked for in the folded words of a sentence."""

    denial: re.Pattern[str]
    reply: re.Pattern[str]
    charge: re.Pattern[str]
    contrast: re.Pattern[str]
    speech: re.Pattern[str]
    counting: re.Pattern[str]
    goes_on: re.Pattern[str]
    whole: re.Pattern[str]
    soft: re.Pattern[str]
    few: re.Pattern[str]
    total: re.Pattern[str]
    plan: re.Pattern[str]
    sorts: Mapping[str, re.Pattern[str]]
    people: Mapping[str, re.Pattern[str]]
    numerals: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    measures: frozenset[str]
    months: frozenset[str]
    part_of: tuple[str, ...]
    definite: frozenset[str]
    tolls: tuple[str, ...]
    few_less_than: int
    reply_within: int
    within_words: int
    plan_within: int
    sort_words: int
    near: float
    ordinals: tuple[str, ...]
    denial_words: tuple[str, ...]
    denial_whole: frozenset[str]
    several: re.Pattern[str]
    accuse_words: tuple[str, ...]
    largest: tuple[str, ...]


@cache
def cues() -> Cues:
    """The table of this release, read once."""
    table = tomllib.loads(files("fogline.control").joinpath("data/cues.toml").read_text(encoding="utf-8"))
    numbers = table["numbers"]
    return Cues(
        **{name: _any_of(table[name]["words"]) for name in _PLAIN},
        sorts={name: _any_of(listed) for name, listed in table["sorts"].items()},
        people={name: _any_of(listed) for name, listed in table["people"].items()},
        plan_within=table["plan"]["within_words"],
        numerals=table["numerals"],
        vague={word: (low, high) for word, (low, high) in table["vague"].items()},
        measures=frozenset(table["measures"]["words"]),
        months=frozenset(table["measures"]["months"]),
        part_of=tuple(table["measures"]["part_of"]),
        definite=frozenset(table["measures"]["definite"]),
        tolls=tuple(table["measures"]["told"]),
        few_less_than=table["few"]["less_than"],
        reply_within=table["reply"]["within_words"],
        within_words=numbers["within_words"],
        sort_words=numbers["sort_words"],
        near=numbers["near"],
        denial_words=tuple(table["denial"]["stems"]),
        denial_whole=frozenset(table["denial"]["whole"]),
        several=_any_of(table["reply"]["several"]),
        accuse_words=tuple(table["charge"]["stems"]),
        ordinals=tuple(table["ranks"]["ordinals"]),
        largest=tuple(table["ranks"]["largest"]),
    )


_PLAIN = (
    "denial", "reply", "charge", "contrast", "speech", "counting", "goes_on", "whole", "soft", "few", "total", "plan"
)  # fmt: skip


def _any_of(listed: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these words or phrases; `*` at the end of a word stands for any ending."""
    return re.compile(r"\b(?:" + "|".join(re.sub(r"(?<=[a-z])\*", r"\\w*", phrase) for phrase in listed) + r")\b")


@lru_cache(maxsize=50_000)
def folded(sentence: str) -> str:
    """The folded words of a sentence, kept: one sentence is asked for many times."""
    return fold(sentence)


def says(cue: re.Pattern[str], sentence: str) -> bool:
    """Whether one of the cue's words stands in the sentence."""
    return cue.search(folded(sentence)) is not None
