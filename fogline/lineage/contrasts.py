"""Words that exclude each other ("killed" and "wounded"), and words that mean the same.

Read once from `data/contrasts.toml` and `data/synonyms.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from fogline.lineage.tokens import stem

LONGEST = 3  # words of a phrase


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word or phrase means: the family's number and kind, and the line in it."""

    family: int
    line: int
    kind: str
    anywhere: bool  # whether a contrast counts between sentences that share few words too


@dataclass(frozen=True, slots=True)
class Found:
    """A word or phrase that has a sense, and the place of its first word among the words."""

    at: int
    text: str
    sense: Sense


@cache
def senses() -> dict[tuple[str, ...], tuple[Sense, ...]]:
    """The senses of each phrase of the data."""
    text = resources.files("fogline.lineage").joinpath("data/contrasts.toml").read_text(encoding="utf-8")
    found: dict[tuple[str, ...], list[Sense]] = {}
    for number, family in enumerate(tomllib.loads(text)["family"]):
        for line, phrases in enumerate(family["lines"]):
            sense = Sense(number, line, family["kind"], family.get("anywhere", False))
            for phrase in phrases.split():
                found.setdefault(tuple(phrase.split("_")), []).append(sense)
    return {phrase: tuple(every) for phrase, every in found.items()}


@cache
def _groups() -> dict[str, frozenset[int]]:
    """The groups of synonyms of each stem; a line of a family is a group too."""
    text = resources.files("fogline.lineage").joinpath("data/synonyms.toml").read_text(encoding="utf-8")
    groups = [line.split() for line in tomllib.loads(text)["groups"].strip().splitlines()]
    lines: dict[tuple[int, int], list[str]] = {}
    for phrase, every in senses().items():
        for sense in every:
            lines.setdefault((sense.family, sense.line), []).extend(phrase)
    found: dict[str, set[int]] = {}
    for number, group in enumerate([*groups, *lines.values()]):
        for word in group:
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def mean_the_same(one: str, other: str) -> bool:
    """Whether two folded words stand in one group of synonyms."""
    groups = _groups()
    return stem(one) == stem(other) or bool(groups.get(stem(one), frozenset()) & groups.get(stem(other), frozenset()))


def find_senses(folded: Sequence[str]) -> list[Found]:
    """Every phrase with a sense, in order.  `folded`: the words of a sentence or of a part of it."""
    known = senses()
    return [
        Found(at, " ".join(phrase), sense)
        for at in range(len(folded))
        for length in range(1, LONGEST + 1)
        if (phrase := tuple(folded[at : at + length])) in known and len(phrase) == length
        for sense in known[phrase]
    ]


def contrasts(original: Iterable[Found], altered: Iterable[Found]) -> list[tuple[Found, Found]]:
    """The first pair of each family that exclude each other; a line that both sides hold speaks for neither."""
    gone, new = _lines(original), _lines(altered)
    found: list[tuple[Found, Found]] = []
    for family in gone.keys() & new.keys():
        before = {line: word for line, word in gone[family].items() if line not in new[family]}
        after = {line: word for line, word in new[family].items() if line not in gone[family]}
        if before and after:
            found.append((next(iter(before.values())), next(iter(after.values()))))
    return sorted(found, key=lambda pair: (pair[0].at, pair[0].sense.family))


def _lines(found: Iterable[Found]) -> dict[int, dict[int, Found]]:
    """The first word of each line, by family."""
    lines: dict[int, dict[int, Found]] = {}
    for word in found:
        lines.setdefault(word.sense.family, {}).setdefault(word.sense.line, word)
    return lines
