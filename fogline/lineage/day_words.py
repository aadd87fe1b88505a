"""The words of days in a text ("yesterday", "on Friday"), and which day they mean once the report's own is known."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.lineage.lexicon import lexicon

WEEK = 7


@dataclass(frozen=True, slots=True)
class DayWord:
    """A weekday (Monday is 0), or how many days from the report's own; the other of the two is `None`."""

    weekday: int | None = None
    offset: int | None = None

    def day(self, written: date) -> date:
        """The day that is meant in a report of the day `written`: of a weekday the latest, the day itself included."""
        if self.offset is not None:
            return written + timedelta(days=self.offset)
        return written - timedelta(days=(written.weekday() - (self.weekday or 0)) % WEEK)


@cache
def day_words() -> dict[str, Any]:
    """The tables of `data/daywords.toml`."""
    return tomllib.loads(files("fogline.lineage").joinpath("data/daywords.toml").read_text("utf-8"))


def find(text: str) -> tuple[DayWord, ...]:
    """The day words of a text in order.  A weekday of another week ("last Friday") is none, nor is "since Friday"."""
    found = []
    for match in _pattern().finditer(text):
        word = re.sub(r"\s+", " ", match["word"].lower())
        if word in day_words()["relative"]:
            found.append(DayWord(offset=day_words()["relative"][word]))
        elif not match["elsewhere"]:
            found.append(DayWord(weekday=lexicon().days[word]))
    return tuple(found)


def weekday_of(text: str) -> tuple[int, str] | None:
    """The report's own weekday and the words that tell it: "today, Monday", or "yesterday, Friday" of a Saturday."""
    match = _joined().search(text)
    if match is None:
        return None
    word, weekday = (match["before"] or match["after"]).lower(), (match["first"] or match["last"]).lower()
    return int(lexicon().days[weekday] - day_words()["relative"][word]) % WEEK, match.group()


def near(weekday: int, day: date) -> date:
    """The day of that weekday that is nearest to a day: three days before it at most, and three after it."""
    ahead = (weekday - day.weekday()) % WEEK
    return day + timedelta(days=ahead if ahead <= WEEK // 2 else ahead - WEEK)


@cache
def _pattern() -> re.Pattern[str]:
    words = _any((*day_words()["relative"], *lexicon().days)).replace(" ", r"\s+")
    elsewhere = _any(day_words()["elsewhere"]["words"].split())
    return re.compile(rf"\b(?:(?P<elsewhere>{elsewhere})\s+)?(?P<word>{words})\b", re.I)


@cache
def _joined() -> re.Pattern[str]:
    weekday, relative = _any(lexicon().days), _any(w for w in day_words()["relative"] if " " not in w)
    return re.compile(
        rf"\b(?P<before>{relative}),?\s+\(?(?P<first>{weekday})\b|\b(?P<last>{weekday}),\s+(?P<after>{relative})\b",
        re.I,
    )


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"
