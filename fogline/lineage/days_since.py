"""What a report counts days from: "on the third day of the offensive", "two days after the fall of the town"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from fogline.language import words
from fogline.lineage.datelines import days_in
from fogline.lineage.day_words import DayWord, day_words, find
from fogline.lineage.lexicon import lexicon

ABOUT = 6  # words behind a count that tell what it counts from
LEAST = 4  # letters of such a word
WHOLE = 5  # such words make a sentence: a dateline may stand before the first


@dataclass(frozen=True, slots=True)
class Count:
    """How many days have passed, one or the other of these; the words that tell since what; and where it stands."""

    passed: tuple[int, ...]
    about: frozenset[str]
    sentence: str


@dataclass(frozen=True, slots=True)
class Start:
    """A day on which something happened or began, the words that tell of it, and the report that has them."""

    day: date
    told: frozenset[str]
    ground: str


def counts(sentences: Sequence[str]) -> Iterator[Count]:
    """The counts of days in some sentences."""
    numbers = {**lexicon().numbers, "a": 1}
    for sentence in sentences:
        for match in _pattern().finditer(sentence):
            behind = frozenset(_telling(sentence[match.end() :])[:ABOUT])
            if match["which"]:
                yield Count((_which()[match["which"].lower()] - 1,), behind, sentence)
            else:
                number = match["number"].lower()
                passed = int(number) if number.isdigit() else int(numbers[number])
                into = match["link"].lower() == "into"
                yield Count((passed - 1, passed) if into else (passed,), behind, sentence)


def starts(sentences: Sequence[str], day: date, ground: str) -> Iterator[Start]:
    """What a report of a day tells to have happened on that day, by its first sentence; and to have begun, and when."""
    lead = next((sentence for sentence in sentences if len(_telling(sentence)) >= WHOLE), None)
    if lead is not None:
        yield Start(day, frozenset(_telling(lead)), ground)
    yield from begun(sentences, day, ground)


def begun(sentences: Sequence[str], day: date, ground: str) -> Iterator[Start]:
    """What is told to have begun, and when, in a report of about that day."""
    for sentence in sentences:
        told = frozenset(_telling(sentence))
        if not told.isdisjoint(day_words()["since"]["begun"].split()):
            dated = [word.day(day) for word in find(sentence) if word.weekday is not None]
            for told_day in (*dated, *days_in(sentence, day)):
                yield Start(told_day, told, ground)


def since(sentences: Sequence[str], known: Sequence[Start], near: date) -> Iterator[tuple[date, str, str]]:
    """The days that a report's counts come to, each with its ground and the words; `near` tells the year of a date.

    What is counted from is the day of those words that share most with the words of the count.  A day counts only if it
    is of a weekday that the report names, or if it names none.
    """
    said = [word for sentence in sentences for word in find(sentence)]
    weekdays = {word.weekday for word in said if word.weekday is not None}
    own = list(begun(sentences, near, "its own words"))
    for count in counts(sentences):
        shared = [(len(count.about & start.told), start) for start in (*known, *own)]
        most = max((common for common, _ in shared), default=0)
        nearest = [start for common, start in shared if common == most > 0]
        found = {(start.day + timedelta(days=passed), start.ground) for start in nearest for passed in count.passed}
        days = {day for day, _ in found if not weekdays or day.weekday() in weekdays}
        if len(days) == 1:
            (day,) = days
            late = _is_of_the_day_before(count.sentence, said, day)
            ground = min(ground for told, ground in found if told == day)
            yield day + timedelta(days=late), ground, count.sentence


def _is_of_the_day_before(sentence: str, said: Sequence[DayWord], day: date) -> bool:
    """Whether the count dates what happened on a weekday that its sentence names, and the report calls yesterday."""
    named = any(word.weekday == day.weekday() for word in find(sentence))
    return named and any(word.offset == -1 for word in said)


def _telling(text: str) -> list[str]:
    return [word for word in words(text) if len(word) >= LEAST and word not in lexicon().empty | lexicon().days.keys()]


@cache
def _which() -> dict[str, int]:
    return {word: place for place, word in enumerate(day_words()["since"]["which"].split(), 1)}


@cache
def _pattern() -> re.Pattern[str]:
    which, numbers = "|".join(_which()), "|".join([*sorted(lexicon().numbers, key=len, reverse=True), "a", r"\d{1,2}"])
    return re.compile(
        rf"\b(?P<which>{which})\s+day\s+of\b|\b(?P<number>{numbers})\s+days?\s+(?P<link>after|into|since)\b", re.I
    )
