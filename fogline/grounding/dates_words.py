"""The words of date expressions, from data/datewords.toml, and the pieces of patterns that are made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

NO_DATES = ("minute", "quarter")  # found as lengths of time only: too fine, or mostly a fourth part of something


@cache
def date_words() -> dict[str, Any]:
    """The tables of the data file by section."""
    text = files("fogline.grounding").joinpath("data/datewords.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def pieces() -> dict[str, str]:
    """Pieces of patterns by name; in a pattern they are written «NAME».  LENGTH: every unit, also the fine ones."""
    words = date_words()
    months = words["months"]
    full = {name for name in months if len(name) > 4 or name in ("may", "june", "july")}
    return {
        "MONTH": rf"(?:{_any(full)}|{_any(m for m in months if m not in full)}\.?)(?![a-z])",
        "FULL_MONTH": rf"{_any(full)}(?![a-z])",
        "WEEKDAY": _any(words["weekdays"]),
        "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|,\d{3}|\.\d)",
        "YEAR": rf"(?:(?:1[89]|20)\d\d(?![\d,.]\d|\d)|{_spoken_year()})",
        "PART": _any(words["parts"]["words"]),
        "NUMBER": _number(),
        "UNIT": _units(unit for unit in words["units"] if unit not in NO_DATES),
        "LENGTH": _units(words["lengths"]),
        "LENGTHS": _units(words["lengths"]).replace("s?", "s"),
        "ORDINAL": _any(words["ordinals"]),
        "THAT": r"(?: of (?:that|the same|last|this) year)",
        "SEASON": _any(words["seasons"]),
        "HOLIDAY": _any(words["holidays"]),
        "CLOCK": r"(?:(?:1[0-2]|[1-9])(?::[0-5]\d)?\s*[ap]\.?m\b\.?|(?:midnight|noon))",
        "ZONE": r"(?:[ECMP][SD]T|GMT|UTC|local\s+time)",
        "DECADE": rf"(?:(?:(?:1[89]|20)?\d|'\d)0s|{_any(words['decades'])})",
    }


@cache
def signs() -> dict[str, tuple[str, ...]]:
    """Letters and digits by the name of a piece, in lower case: one of them stands wherever the piece does.

    ISO: of a day such as "2021-06-03".
    """
    words, digits = date_words(), tuple("0123456789")
    return {
        "DIGIT": digits,
        "ISO": tuple(f"-{digit}" for digit in digits),
        "YEAR": (*digits, *words["spoken"]["centuries"]),
        "MONTH": _shortest(words["months"]),
        "WEEKDAY": _shortest(words["weekdays"]),
        "PART": _shortest(words["parts"]["words"]),
        "UNIT": _shortest(_stem(unit) for unit in (*words["units"], "night") if unit not in NO_DATES),
        "LENGTH": _shortest(map(_stem, words["lengths"])),
        "SEASON": _shortest(words["seasons"]),
        "HOLIDAY": _shortest(words["holidays"]),
        "DECADE": ("0s", *words["decades"]),
        "CLOCK": (*digits, "midnight", "noon"),
    }


def _stem(unit: str) -> str:
    """What the singular and the plural of a unit have in common."""
    return unit.removesuffix("y") if unit.endswith("ury") else unit


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words that hold no other of them."""
    known = tuple(words)
    return tuple(word for word in known if not any(other in word for other in known if other != word))


def _any(words: Iterable[str]) -> str:
    """One of the words, longer ones first."""
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"


def _units(units: Iterable[str]) -> str:
    return "(?:" + "|".join(rf"{u.removesuffix('y')}(?:y|ies)" if u.endswith("ury") else f"{u}s?" for u in units) + ")"


def _below_hundred() -> str:
    numbers = date_words()["numbers"]
    tens = _any(w for w, value in numbers.items() if value >= 20)
    return rf"(?:{tens}(?:[ -]{_any(w for w, value in numbers.items() if 1 <= value < 10)})?|{_any(numbers)})"


def _number() -> str:
    small, multiple = _below_hundred(), _any(date_words()["multiples"])
    return rf"(?:\d{{1,3}},\d{{3}}|\d{{1,4}}|(?:{small}[ -])?{multiple}(?: and {small})?(?: of)?|{small}(?: of)?)"


def _spoken_year() -> str:
    """As in "Nineteen ninety-six"; "two thousand" may count anything, unless it says that it is a year."""
    numbers = date_words()["numbers"]
    tens, ones = (_any(w for w, value in numbers.items() if low <= value < high) for low, high in ((10, 100), (1, 10)))
    return rf"(?:(?:nineteen|eighteen) {tens}(?:[ -]{ones})?|year two thousand(?: and {_any(numbers)})?)"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its pieces put in (written «PIECE»), whole words, in any case."""
    for name, piece in pieces().items():
        pattern = pattern.replace(f"«{name}»", piece)
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE)


def month_of(word: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    found: int = date_words()["months"][word.lower().rstrip(".")]
    return found


def weekday_of(word: str) -> int:
    """0 (Monday) to 6 of a weekday's name."""
    found: int = date_words()["weekdays"][word.lower()]
    return found


def number_of(word: str) -> int:
    """The value of a number in digits or words."""
    bare = word.lower().removesuffix(" of").replace(",", "")
    if bare.isdigit():
        return int(bare)
    total = 0
    for part in bare.replace("-", " ").split():
        if part in date_words()["multiples"]:
            total = max(total, 1) * int(date_words()["multiples"][part])
        elif part != "and":
            total += int(date_words()["numbers"][part])
    return total


def year_number(word: str) -> int:
    """A year in digits or as it is spoken ("nineteen ninety-six")."""
    century, _, rest = word.partition(" ")
    if word.isdigit() or century == "year":
        return number_of(word.removeprefix("year "))
    return 100 * number_of(century) + number_of(rest)


def day_number(word: str) -> int:
    """The number of a day of the month, in digits with or without an ending, or as a word."""
    ordinal = date_words()["ordinals"].get(word.lower())
    return int(ordinal) if ordinal else int("".join(c for c in word if c.isdigit()))


def unit_of(word: str) -> str:
    """A unit's name in the singular."""
    lower = word.lower()
    return f"{lower.removesuffix('ies')}y" if lower.endswith("ies") else lower.removesuffix("s")


def length(number: int | str, unit: str) -> str:
    """A length of time in ISO 8601: "P18M"; with "X" for the number, "PXD": some days."""
    before, times, letter = date_words()["lengths"][unit]
    return f"{before}{number if isinstance(number, str) else number * times}{letter}"
