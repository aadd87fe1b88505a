"""Since when a holding is told to last: whether the words are as wide as the claims that it begins with, no closer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from evaluation.brief_facts import days
from evaluation.brief_words import DAY, MONTH
from fogline.records import Claim, Holding, Period

SINCE = rf"(?:a day between {DAY} and {DAY}|some time in \d{{4}} to \d{{4}}|{DAY}|{MONTH} \d{{4}}|\d{{4}})"
_TURNS = ("capture", "withdraw")
_NAMED_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")


def since(told: str | None, row: Holding, supports: Sequence[Claim]) -> Iterator[str]:
    """What is wrong with the words behind "since", or with their absence."""
    if told is None:
        if row.since:
            yield "since when is left out"
        return
    period = _period(told)
    if row.since is None or period is None or period.first != row.since:
        yield f"day: since {told} is not the row's"
        return
    if not any(c.period and c.period.first <= row.since <= c.period.last for c in supports):
        yield f"day: since {told} is no claim's"
        return
    widths = [_width(c, row.since) for c in supports if c.period and c.period.first == row.since]
    if widths and period.last not in widths:
        yield f"day: since {told}, and no claim tells it so closely or so widely"
    if widths and period.last > min(widths):
        yield f"day: since {told}, and a claim tells it more closely"


def _period(told: str) -> Period | None:
    if found := re.fullmatch(rf"({MONTH}) (\d{{4}})", told):
        first = datetime.strptime(f"1 {told}", "%d %B %Y").date()
        return Period(first, _month_end(first))
    if found := re.fullmatch(r"(?:some time in )?(\d{4})(?: to (\d{4}))?", told):
        return Period(date(int(found[1]), 1, 1), date(int(found[2] or found[1]), 12, 31))
    return days(told)


def _width(claim: Claim, day: date) -> date:
    """The last day on which it can have begun by this claim."""
    assert claim.period is not None
    if claim.type in _TURNS:
        return claim.period.last
    text = re.sub(r"\b\d{4}\b", "", claim.when.text) if claim.when else ""
    if _NAMED_DAY.search(text) or day.day != 1:
        return day
    if re.search(r"month\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", text):
        return _month_end(day)
    yearly = claim.when is not None and re.search(r"year\b|\b\d{4}\b", claim.when.text)
    return date(day.year, 12, 31) if yearly and day.month == 1 else day


def _month_end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
