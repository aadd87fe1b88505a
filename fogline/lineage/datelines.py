"""The day at the head of a text: of a dateline ("ADAN, Jan 26 -", "LONDON, Saturday."), or on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from fogline.lineage.day_words import day_words
from fogline.lineage.lexicon import lexicon
from fogline.records import Reading, SpanKind

REACH = 90  # characters in which a dateline stands
ALONE = 5  # words of a dateline on a line of its own
HEAD_LINES = 4  # in which it may begin: a kicker and a headline may stand before it
STAMP_LINES = 6  # from either end of the page, in which a line with nothing but a date tells when it was published
_ENDS = re.compile(r"\s[-–—]\s|—|[–-]{2}|\.\s+(?=[\"“‘'A-Z])|:\s")
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"


@dataclass(frozen=True, slots=True)
class Stated:
    """A day as a text states it, with its words; what it leaves out is `None`.  Monday and January are 0 and 1."""

    words: str
    month: int | None = None
    number: int | None = None
    year: int | None = None
    weekday: int | None = None

    def day(self, near: date | None) -> date | None:
        """The day: without a year in the one that puts it nearest to `near`; `None` where there is none such."""
        if self.month is None or self.number is None:
            return None
        if self.year is None and near is None:
            return None
        years = (self.year,) if self.year is not None else _years(near)
        days = [d for year in years if (d := _day(year, self.month, self.number))]
        return min(days, key=lambda d: (abs((d - (near or d)).days), d), default=None)


def dateline(report: Reading) -> Stated | None:
    """The dateline of a report's bylines or body; `None` where its first lines have none with a day."""
    bylines = (report.raw[s.start : s.end] for s in report.spans or () if s.kind is SpanKind.BYLINE)
    for line in (*bylines, *report.body_text().splitlines()[:HEAD_LINES]):
        end = _ENDS.search(_unabbreviated(line[: REACH + 1]))
        head = line[: end.start()] if end is not None else _alone(line)
        if (found := _read(head)) and _names_a_place(line, found):
            return found
    return None


def _alone(line: str) -> str:
    """A short line that ends with a weekday, as datelines by themselves do ("Beirut, Thursday (AP)"); or nothing."""
    said = re.sub(r"\([^)]*\)\W*$", "", line).strip().rstrip(".").split()
    return line if 1 < len(said) <= ALONE and said[-1].lower() in lexicon().days else ""


def stamp(report: Reading) -> Stated | None:
    """A full date that stands on a line of its own at either end of the page: "Published: 8 June 2016, 10:15"."""
    lines = [line.strip() for line in report.raw.splitlines() if line.strip()]
    for line in dict.fromkeys((*lines[:STAMP_LINES], *lines[-STAMP_LINES:])):
        found = _read(line) if len(line) <= REACH else None
        if found is not None and found.year is not None and _is_stamp(line, found):
            return found
    return None


def days_in(text: str, near: date) -> list[date]:
    """The days that a text names by month and number, each in the year that puts it nearest to a day."""
    stated = (_stated(found, None) for found in _date().finditer(text))
    return [day for one in stated if (day := one.day(near)) is not None]


def _read(text: str) -> Stated | None:
    """The one day that some words state: a month and a day, or a weekday alone."""
    weekday = re.search(rf"\b({_weekdays()})\b", text, re.I)
    number = lexicon().days[weekday[1].lower()] if weekday else None
    dates = list(_date().finditer(text))
    if len(dates) == 1:
        return _stated(dates[0], number)
    return Stated(weekday.group(), weekday=number) if weekday and not dates else None


def _stated(found: re.Match[str], weekday: int | None) -> Stated:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return Stated(found.group(), month, day, year, weekday)
    name = (found["month"] or found["month_after"]).lower()
    number, told = int(found["day"] or found["day_before"]), found["year"]
    return Stated(found.group(), lexicon().months[name], number, int(told) if told else None, weekday)


def _names_a_place(line: str, found: Stated) -> bool:
    """Whether what stands before the day is a place and no sentence: every word of it begins large."""
    before = re.sub(r"\([^)]*\)", "", line[: line.find(found.words)])
    said = re.findall(r"[^\W\d]+", before)
    return 0 < len(said) <= 9 and sum(w[0].isupper() for w in said) * 2 > len(said) and "," in before


def _unabbreviated(text: str) -> str:
    """The text with the full stops of short months as commas: "Sept. 11" does not end a dateline."""
    return re.sub(rf"\b({_months()})\.", r"\1,", text, flags=re.I)


def _years(near: date | None) -> tuple[int, ...]:
    return (near.year - 1, near.year, near.year + 1) if near else ()


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:  # no such day in that year
        return None


@cache
def _date() -> re.Pattern[str]:
    months, year = _months(), r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    return re.compile(
        rf"\b(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|(?:(?P<month>{months})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|"
        rf"(?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month_after>{months})\b\.?){year})(?!\d)",
        re.I,
    )


def _is_stamp(line: str, found: Stated) -> bool:
    """Whether a line says nothing beside its date but a weekday, a clock, a time zone, or that it was published."""
    rest = re.sub(_CLOCK, " ", line.replace(found.words, " ", 1), flags=re.I)
    said = re.findall(r"[^\W_]+", rest)
    known = {*day_words()["stamp"]["words"].split(), *lexicon().days}
    return all(word.lower() in known or re.fullmatch(r"[A-Z]{2,5}", word) for word in said)


def _months() -> str:
    return "|".join(sorted(lexicon().months, key=lambda w: (-len(w), w)))


def _weekdays() -> str:
    return "|".join(lexicon().days)
