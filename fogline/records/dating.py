"""What speaks for which day of a report, and how sure its day is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import prod


class WitnessKind(StrEnum):
    """What tells a report's day.  Source: docs/reference/days.md"""

    JUDGEMENT = "judgement"  # a person said so
    DATA = "data"  # what came with the report: a field, its page, its first line, the user's option
    DATELINE = "dateline"  # "ADAN, Jan 26 -"
    WEEKDAY = "weekday"  # "LONDON, Saturday -": the day of writing, maybe of the next morning's paper
    NEWS = "news"  # the weekday on which most of what the report tells happened
    OWN = "own words"  # "yesterday, Friday": it is of a Saturday
    WORDS = "day words"  # its "yesterday" where its kin says "on Saturday"
    SINCE = "since"  # "on the third day of the offensive": so many days after what its story tells
    NEXT = "next"  # the day after its source's, which the report names or calls yesterday; or before its first kin's
    KIN = "kin"  # the day of the report that it derives from, or that derives from it
    STORY = "story"  # the day of other reports of the same happenings
    UNSAID = "unsaid"  # the same, where the report names no day at all


# How often each is right: docs/reference/days.md.
RELIABILITY = {
    WitnessKind.JUDGEMENT: 0.999,
    WitnessKind.DATA: 0.97,
    WitnessKind.DATELINE: 0.97,
    WitnessKind.OWN: 0.95,
    WitnessKind.WORDS: 0.85,
    WitnessKind.SINCE: 0.6,
    WitnessKind.NEXT: 0.55,
    WitnessKind.KIN: 0.55,
    WitnessKind.NEWS: 0.5,
    WitnessKind.STORY: 0.45,
    WitnessKind.WEEKDAY: 0.4,
    WitnessKind.UNSAID: 0.2,
}
DAYS = 8  # that are thought possible


@dataclass(frozen=True, slots=True, order=True)
class DayWitness:
    """One thing that speaks for `day` as the day of a report.

    `ground` is where it was found: the report itself ("field", "page", "dateline"), the id of another report, or of a
    judgement.  `words` are the report's own, "" where it is not told in words.
    """

    report_id: str
    kind: WitnessKind
    day: date
    ground: str
    words: str = ""


def confidence(day: date, witnesses: Iterable[DayWitness]) -> float:
    """How sure it is that `day` is the report's, 0 to 1; 0 where nothing speaks for any day.

    Bayes' rule over eight days that were as likely before: each witness names the right one as often as its kind does,
    and else any of the others.  Witnesses of one kind count once for each day.
    """
    named = sorted({(w.kind, w.day) for w in witnesses})
    if not named:
        return 0.0
    days = {told for _, told in named} | {day}
    likely = {d: _likelihood(d, named) for d in days}
    others = max(0, DAYS - len(days)) * _likelihood(None, named)
    return round(likely[day] / (sum(likely.values()) + others), 2)


def _likelihood(day: date | None, named: Iterable[tuple[WitnessKind, date]]) -> float:
    return prod(RELIABILITY[kind] if told == day else (1 - RELIABILITY[kind]) / (DAYS - 1) for kind, told in named)
