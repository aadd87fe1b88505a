"""The dateline of a news story ("KARSIN, Aug 14 (XYZ) -") and the report's own day, where the text makes it certain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from fogline.grounding import dates_calendar as cal
from fogline.grounding.dates_words import compiled, day_number, month_of

HEAD = 400  # characters in which a dateline stands
_PLACE = r"(?P<place>[A-Z][A-Z'’.\- ]{2,30}(?:, [A-Z][\w'’. ]{2,25}?)?)"
_DASH = r"\s*(?:\([^)]{2,60}\)\s*)?(?:[-–—:]|--)"
_LABELLED = r"(?:published|updated|posted|date|issued)(?: on)?:?\s+(?:«WEEKDAY»,?\s+)?"
_WRITTEN = r"(?:(?P<day>«DAY») (?P<month>«MONTH»)|(?P<month2>«MONTH») (?P<day2>«DAY»))(?:,? (?P<year>«YEAR»))?"


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and on which day a story says it was filed; `year` is mostly not said."""

    place: str | None
    month: int
    day: int
    year: int | None


def find_dateline(raw_head: str) -> Dateline | None:
    """The dateline, or the labelled date ("Published: 14 August 2021"), at the head of a report; else `None`."""
    head = " ".join(raw_head[:HEAD].split())
    iso = re.search(rf"^(?:date|published|updated)\W+{_ISO}", head, re.IGNORECASE)
    if iso:
        return _checked(None, iso["month"], iso["day"], iso["year"])
    for pattern in _patterns():
        found = pattern.search(head)
        if found:
            month = month_of(found["month"] or found["month2"])
            place = found.groupdict().get("place")
            if place is None or place.split(",")[0].isupper():
                return _checked(place, month, day_number(found["day"] or found["day2"]), found["year"])
    return None


def infer_day(text: str, *, near: date | None = None) -> date | None:
    """The report's own day by its dateline; `None` unless it is certain.

    A dateline without a year needs `near`, a day known otherwise (of a file, of a kin report): the occurrence nearest
    to it is taken.
    """
    line = find_dateline(text)
    if line is None:
        return None
    if line.year is not None:
        return date(line.year, line.month, line.day)
    if near is None:
        return None
    options = [cal.near_date(line.month, line.day, near, weekday=None, future=side) for side in (False, True)]
    return min((d.first for d in options if d), key=lambda d: (abs((d - near).days), d), default=None)


_ISO = r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"


def _checked(place: str | None, month: int | str, day: int | str, year: str | None) -> Dateline | None:
    """A dateline if there is such a day."""
    line = Dateline(place, int(month), int(day), int(year) if year else None)
    try:
        date(line.year or 2000, line.month, line.day)
    except ValueError:
        return None
    return line


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return compiled(rf"{_PLACE},? {_WRITTEN}{_DASH}"[: -len(_DASH)] + r"(?=" + _DASH + ")"), compiled(
        _LABELLED + _WRITTEN
    )
