"""Since when a place is held, as it was told: a day, a month, a year, or the days on one of which it began.

A row's `since` is the first day that can be meant.  "Since January" begins on the first of it and does not say so:
shown is the whole of what was told.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from fogline.products.lookup import Lookup
from fogline.products.wording import day_words
from fogline.records import Claim, ClaimType, Holding, Period

_TURNS = (ClaimType.CAPTURE, ClaimType.WITHDRAW)  # told of the day on which it began; a state is told since then
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?\b"
)
_LAST_MONTH = re.compile(r"\b(?:last|this|previous|past) month\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\b(?:last|this|previous|past) year\b", re.IGNORECASE)


def since_told(lookup: Lookup, holding: Holding) -> Period | None:
    """The days on one of which it began, by the claim for it that begins on its first day and tells it most closely.

    `None` where the row gives no day.  A day that no claim of its own gives is a day.
    """
    day = holding.since
    if day is None:
        return None
    begun = [c for c in lookup.known(holding.supports) if c.period is not None and c.period.first == day]
    return min((_begun(c, day) for c in begun), key=lambda p: (p.days, p), default=Period(day, day))


def _begun(claim: Claim, day: date) -> Period:
    if claim.type in _TURNS and claim.period is not None:
        return Period(day, claim.period.last)
    told = claim.when.text if claim.when else ""
    if _LAST_MONTH.search(told) or (_MONTH.search(told) and not _NUMBER.search(_YEAR.sub("", told))):
        return _month(day) if day.day == 1 else Period(day, day)
    if day == date(day.year, 1, 1) and (_LAST_YEAR.search(told) or _is_year(told)):
        return Period(day, date(day.year, 12, 31))
    return Period(day, day)


def _is_year(told: str) -> bool:
    """Whether only a year is named: "since 2017"."""
    return bool(_YEAR.search(told)) and not _MONTH.search(told) and not _NUMBER.search(_YEAR.sub("", told))


def _month(day: date) -> Period:
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def since_words(period: Period | None) -> str:
    """Since when, behind a clause: " since 6 May 2024", " since May 2024"; "" where it is not known."""
    return f" since {_days(period)}" if period else ""


def _days(period: Period) -> str:
    first, last = period.first, period.last
    if first == last:
        return day_words(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"some time in {first.year} to {last.year}"
    if period == _month(first):
        return f"{first:%B} {first.year}"
    return f"a day between {day_words(first, year=first.year != last.year)} and {day_words(last)}"


def in_short(first: str, last: str) -> str:
    """Days in ISO form as a table shows them: "2025-01-16", "2025-01" for a month, "2025", or from ... to ..."""
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    if first == last:
        return first
    if period == Period(date(period.first.year, 1, 1), date(period.first.year, 12, 31)):
        return first[:4]
    return first[:7] if period == _month(period.first) else f"{first} to {last}"
