"""Numbers that a sentence gives with a claim: how many killed, sent, struck."""

from __future__ import annotations

import re

from spacy.tokens import Token

from fogline.language.parsed import lemma
from fogline.records import Quantity

UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_DIGITS = re.compile(r"^\d{1,3}(?:[, ]\d{3})+$|^\d+$")


def number(text: str) -> int | None:
    """The whole number that a word or numeral says: "2,000", "fourteen"; `None` where it says none."""
    if _DIGITS.match(text):
        return int(re.sub(r"\D", "", text))
    return UNITS.get(text.lower())


def quantities_of(head: Token) -> tuple[Quantity, ...]:
    """The number that counts a noun: "at least 14 civilians", "a dozen fighters", "two or three drivers"."""
    found: list[int] = []
    for child in head.children:
        if child.dep_ == "nummod" or child.pos_ == "NUM":
            found += _values(child)
    value = number(head.text)
    if value is not None:
        found.append(value)
    if not found:
        return ()
    return (Quantity(min(found), max(found), _unit(head)),)


def _values(numeral: Token) -> list[int]:
    value = number(numeral.text)
    scale = SCALES.get(lemma(numeral))
    if scale:
        factor = next((number(c.text) for c in numeral.children if number(c.text) is not None), 1) or 1
        return [factor * scale]
    near = [number(c.text) for c in numeral.children if c.dep_ == "conj"]
    return [v for v in (value, *near) if v is not None]


def _unit(head: Token) -> str:
    if number(head.text) is None:
        return lemma(head)
    inside = next((c for c in head.children if c.dep_ == "nmod"), None)
    return lemma(inside) if inside is not None else "people"
