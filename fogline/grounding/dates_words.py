"""The words of date expressions, from data/datewords.toml, and the pieces of patterns that are made of them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def date_words() -> dict[str, Any]:
    """The tables of the data file by section."""
    text = files("fogline.grounding").joinpath("data/datewords.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def pieces() -> dict[str, str]:
    """Pieces of patterns by name, for `str.format`: MONTH, WEEKDAY, DAY, YEAR, PART, NUMBER, UNIT, SEASON, NEAR."""
    words = date_words()
    months = words["months"]
    return {
        "MONTH": "(?:"
        + "|".join([m for m in months if len(m) > 4] + [rf"{m}\.?" for m in months if len(m) <= 4])
        + r")(?![a-z])",
        "WEEKDAY": "(?:" + "|".join(words["weekdays"]) + ")",
        "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|,\d{3}|\.\d)",
        "YEAR": r"(?:19|20)\d\d(?![\d,.]\d|\d)",
        "PART": "(?:" + "|".join(words["parts"]["words"]) + ")",
        "NUMBER": r"(?:\d{1,4}|" + "|".join(sorted(words["numbers"], key=len, reverse=True)) + r")(?: of)?",
        "UNIT": "(?:" + "|".join(words["units"]) + ")s?",
        "ORDINAL": "(?:" + "|".join(sorted(words["ordinals"], key=len, reverse=True)) + ")",
        "THAT": r"(?: of (?:that|the same|last|this) year)",
        "SEASON": "(?:" + "|".join(words["seasons"]) + ")",
        "NEAR": r"(?:very |the )?(?:early|late|mid|earlier|later|first thing|shortly|just)(?: on| in|-| this)?",
    }


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
    bare = word.lower().removesuffix(" of")
    return int(bare) if bare.isdigit() else int(date_words()["numbers"][bare])


def day_number(word: str) -> int:
    """The number of a day of the month, in digits with or without an ending, or as a word."""
    ordinal = date_words()["ordinals"].get(word.lower())
    return int(ordinal) if ordinal else int("".join(c for c in word if c.isdigit()))


def unit_of(word: str) -> str:
    """A unit's name in the singular."""
    return word.lower().removesuffix("s")
