"""Numbers that a sentence gives with a claim: how many killed, sent, struck.  The words are in data/numbers.toml.

A range has its ends for low and high ("10 to 15", "between 20 and 30", "two or three").  So has a word that gives no
number, by convention: "dozens" is 24 to 99.  A bound or an estimate ("at least 14", "more than 20", "up to 30", "some
400") is the number that stands in it, low and high: with an open end no figure could contradict another, and the
highest figure of an event would be one that nobody gave.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.claims.scene import case_of
from fogline.language.plain import Word
from fogline.records import Quantity

COUNTING = frozenset({"nummod", "compound", "amod", "det", "nummod:gov"})
_DIGITS = re.compile(r"^\d{1,3}(?:[, ]\d{3})+$|^\d+$")
_DECIMAL = re.compile(r"^\d{1,6}\.\d{1,3}$")

Span = tuple[int, int]  # low, high


@dataclass(frozen=True, slots=True)
class Numbers:
    """The words of numbers."""

    units: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, Span]
    words: Mapping[str, frozenset[str]]


@cache
def numbers() -> Numbers:
    """The words of numbers as shipped."""
    table = tomllib.loads(files("fogline.claims").joinpath("data/numbers.toml").read_text(encoding="utf-8"))
    vague = {word: (low, high) for word, (low, high) in table["vague"].items()}
    words = {name: frozenset(listed) for name, listed in table["words"].items()}
    return Numbers(table["units"], table["scales"], vague, words)


def number(text: str) -> int | None:
    """The whole number that a word or numeral says: "2,000", "fourteen"; `None` where it says none."""
    if _DIGITS.match(text):
        return int(re.sub(r"\D", "", text))
    return numbers().units.get(text.lower())


def quantities_of(head: Word) -> tuple[Quantity, ...]:
    """The number that counts a noun: "at least 14 civilians", "a dozen fighters", "dozens of drivers"."""
    before = (child for child in head.children if child.i < head.i)
    told = [_span(child) for child in before if child.dep_ in COUNTING]
    found = [span for span in (*told, _span(head)) if span is not None]
    if not found:
        return ()
    return (Quantity(min(low for low, _ in found), max(high for _, high in found), _unit(head)),)


def _span(token: Word) -> Span | None:
    """The lowest and the highest number that a numeral with the words that belong to it says; `None` for none."""
    vague = numbers().vague.get(token.lower_)
    if vague is not None:
        return _multiplied(token, vague)
    told = _value(token)
    if told is None:
        return None
    low, high = told
    for child in token.children:
        further = _value(child) if child.i > token.i and child.pos_ == "NUM" else None
        if further is None:
            continue
        if child.dep_ == "conj" and _is_added(token, child, further):
            low, high = low + further[0], high + further[1]
        elif child.dep_ == "conj" or (child.dep_ == "nmod" and case_of(child) in numbers().words["range"]):
            low, high = min(low, further[0]), max(high, further[1])
    return low, high


def _multiplied(token: Word, vague: Span) -> Span:
    """As in "tens of thousands"."""
    for child in token.children:
        scale = numbers().scales.get(child.lemma) if child.lower_ in numbers().vague else None
        if child.dep_ == "nmod" and scale:
            return vague[0] * scale, (vague[1] + 1) * scale - 1
    return vague


def _is_added(token: Word, child: Word, further: Span) -> bool:
    """As the "fifty" of "two hundred and fifty"."""
    scale = numbers().scales.get(token.lemma, 0)
    joined = any(c.lower_ == "and" for c in child.children)
    return joined and further[1] < scale and not case_of(token)


def _value(numeral: Word) -> Span | None:
    scale = numbers().scales.get(numeral.lemma)
    if scale and numeral.tag_ != "NNS":
        return _scaled(numeral, scale)
    value = number(numeral.text)
    if value is None:
        return None
    for child in numeral.children:  # "twenty-five"
        tens = number(child.text) if child.dep_ == "compound" else None
        if tens is not None and tens >= 20 and value < 10:
            value += tens
    return value, value


def _scaled(numeral: Word, scale: int) -> Span:
    """As in "two dozen", "half a million", "several hundred", "a thousand"."""
    for child in numeral.children:
        if child.i > numeral.i:
            continue
        if child.lower_ in numbers().words["some"] and (span := numbers().vague.get(f"{numeral.lemma}s")):
            return span
        if child.lower_ == "half":
            return scale // 2, scale // 2
        if (factor := _factor(child.text)) is not None:
            further = [f for c in child.children if c.dep_ == "conj" and (f := _factor(c.text)) is not None]
            return round(min([factor, *further]) * scale), round(max([factor, *further]) * scale)
    return scale, scale


def _factor(text: str) -> float | None:
    return float(text) if _DECIMAL.match(text) else number(text)


def _unit(head: Word) -> str:
    for inner in _counted(head):
        word = inner.lemma
        return "people" if word in numbers().words["anyone"] else word
    return "people"


def _counted(head: Word) -> Iterator[Word]:
    """The noun that is counted: the head, or what stands behind the number that the head is: "dozens of drivers"."""
    if number(head.text) is None and head.lower_ not in numbers().vague and head.lemma not in numbers().scales:
        yield head
        return
    for child in head.children:
        if child.dep_ == "nmod" and case_of(child) == "of":
            yield from _counted(child)
