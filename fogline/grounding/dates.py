"""Date expressions in English news: where they stand, and which days they mean.

An own small grammar: it knows what news copy says ("early Saturday", "since Friday", "two days earlier") and finds
nothing else ("May said").  `resolve` is pure: the same words, report day and date before give the same period; what it
cannot tell is `None`, never the report's day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from re import Pattern

from fogline.grounding.dates_calendar import Days
from fogline.grounding.dates_forms import Forms
from fogline.grounding.dates_patterns import BARE, DATES, JOINING, RANGES
from fogline.grounding.dates_rules import meaning_of
from fogline.grounding.dates_setting import Length, Setting
from fogline.records import DateExpression, Period

__all__ = ["Days", "Length", "carries_on", "find", "find_every", "meaning", "resolve"]

LONGEST = 120  # characters of an expression

_ASIDES = ("year ago", "year earlier", "year before")

Spans = tuple[tuple[int, int], ...]


def find(text: str) -> Spans:
    """The dates of a sentence that say when, as character spans, in order; of two that overlap the longer.

    Units: code points of `text`, half-open.  Never raises.
    """
    return _chosen(text, _claimed().fitting(text))


def find_every(text: str) -> Spans:
    """Every expression of a day, a period or a length of time, as `find` gives them.

    Also those that only describe ("the 2016 accord", "a three-day siege"); a range as its two ends.
    """
    return _chosen(text, _every().fitting(text))


def meaning(expression: DateExpression, *, day: date, previous: Days | None = None) -> Days | Length | None:
    """What an expression means, with its precision (`Days.value`) and also where it is a mere length of time.

    `previous` is the meaning of the date before it in the text.  Pure.
    """
    return meaning_of(expression.text[:LONGEST], Setting(day, expression.tense, previous))


def carries_on(text: str) -> bool:
    """Whether a narrative goes on from this date: not from a comparison ("a year ago", "the year-earlier period")."""
    return not text.lower().replace("-", " ").endswith(_ASIDES) and "year-" not in text.lower()


def resolve(expression: DateExpression, *, day: date, previous: Period | None = None) -> Period | None:
    """The days that an expression means in a report of `day`; `None` where it cannot be told.

    `previous` is the period of the date before it in the text: "two days later" counts from there.  Pure.  Long periods
    ("since 2011") come as they are: callers decide what is too vague.
    """
    days = meaning(expression, day=day, previous=None if previous is None else Days(previous.first, previous.last))
    return Period(days.first, days.last, expression.basis) if isinstance(days, Days) else None


def _chosen(text: str, patterns: Iterable[Pattern[str]]) -> Spans:
    spans = {(m.start(), m.end()) for pattern in patterns for m in pattern.finditer(text) if _is_date(m.group())}
    chosen: list[tuple[int, int]] = []
    taken = bytearray(len(text))
    for start, end in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if end - start <= LONGEST and not any(taken[start:end]):
            chosen.append((start, end))
            taken[start:end] = b"\x01" * (end - start)
    return tuple(sorted(chosen))


def _is_date(text: str) -> bool:
    """As in "May" and "March" alone are a verb and a walk unless they are written as names."""
    lower = text.lower()
    return all(not (word in lower.split() and word in text.split()) for word in ("may", "march"))


@cache
def _claimed() -> Forms:
    return Forms((*DATES, *JOINING, *RANGES))


@cache
def _every() -> Forms:
    return Forms((*DATES, *BARE))
