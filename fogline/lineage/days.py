"""The days of undated reports: from the page and the dateline, from their kin, and from the story they belong to.

Whatever tells a day is a witness, and the day taken is the one that all of them together make surest.  File times are
never looked at.  Source: docs/decisions, the day of a report
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from fogline.lineage.datelines import dateline, stamp
from fogline.lineage.day_words import near, weekday_of
from fogline.lineage.days_beside import Known, known_days
from fogline.lineage.days_of_kin import Relatives
from fogline.lineage.days_of_story import Stories
from fogline.lineage.families import Family, Kindred
from fogline.records import Basis, DayWitness, Kinship, Origin, Reading, ReportDay, WitnessKind, confidence

SURE = 0.3  # a day that is less sure than this is left open
STATED = {WitnessKind.DATA, WitnessKind.DATELINE}


@dataclass(frozen=True, slots=True)
class Dating:
    """The days found for undated reports by their ids, and for each undated report all that speaks for any day.

    `stated` are the tellings that state their own day; `asked` are the reports that were asked beside others than kin,
    and `clues` the names and numbers by which they were: whoever has none of these bears on none of them.
    """

    days: dict[str, ReportDay] = field(default_factory=dict)
    witnesses: Mapping[str, tuple[DayWitness, ...]] = field(default_factory=dict)
    stated: Mapping[int, Known] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    clues: frozenset[int] = frozenset()


def infer_days(
    kindred: Kindred,
    families: Sequence[Family],
    kin: Sequence[Kinship],
    origins: Sequence[Origin],
    stated: Mapping[int, Known],
) -> Dating:
    """A day for each undated report that is worked out and that something tells, with the report it was taken from.

    Reports that have a day are left out; those whose day nothing tells surely enough have only witnesses.  Reports
    whose own text states their day are found first: the others are asked beside them, too.  `origins` are those of all
    reports, and `stated` are the tellings that are not worked out and were found to state their day.
    """
    undated = [(r, i) for i in kindred.members for r in kindred.reports(i) if r.day is None]
    if not undated:
        return Dating()
    known, asked, clues = known_days(kindred), set[str](), set[int]()
    relatives, stories = partial(Relatives.of, kindred, families, kin), partial(Stories, kindred, origins)
    ask = partial(_ask, relatives_of=relatives, stories_of=stories, asked=asked, clues=clues)
    told = ask(undated, known)
    own = {i: day for report, i in undated if (day := _stated(told[report.report_id])) and i not in known}
    if own or stated:
        rest = [(r, i) for r, i in undated if _stated(told[r.report_id]) is None]
        told |= ask(rest, {**known, **stated, **own})
    found = ((report_id, choose(said)) for report_id, said in sorted(told.items()))
    return Dating(
        {report_id: day for report_id, day in found if day is not None}, told, own, frozenset(asked), frozenset(clues)
    )


def choose(told: Sequence[DayWitness]) -> ReportDay | None:
    """The day that the witnesses make surest, the earlier of equals, and whence it is; `None` where none is sure."""
    best = _about(told)
    if best is None or confidence(best, told) < SURE:
        return None
    surest = max((w for w in told if w.day == best), key=lambda w: (confidence(best, [w]), w.kind, w.ground))
    return ReportDay(best, Basis.STATED if surest.kind in STATED else Basis.INFERRED, surest.ground)


def _ask(
    undated: Sequence[tuple[Reading, int]],
    known: Mapping[int, Known],
    *,
    relatives_of: Callable[[Mapping[int, Known]], Relatives],
    stories_of: Callable[[Mapping[int, Known]], Stories],
    asked: set[str],
    clues: set[int],
) -> dict[str, tuple[DayWitness, ...]]:
    """All that tells the day of each of these reports: its kin, else its story, and what it states itself.

    Into `asked` go those whose story was asked, and into `clues` what by.
    """
    relatives = relatives_of(known)
    stories: Stories | None = None
    found: dict[str, tuple[DayWitness, ...]] = {}
    for report, member in undated:
        told = list(relatives.witnesses(report.report_id, member))
        about = _about(told)
        if about is None:
            asked.add(report.report_id)
            stories = stories or stories_of(known)
            told = list(stories.witnesses(report.report_id, member))
            clues |= stories.clues(member)
            about = _about(told) or stories.about(member)
        found[report.report_id] = tuple(sorted({*told, *stated(report, about), *weekdays(report, _about(told))}))
    return found


def _stated(told: Sequence[DayWitness]) -> Known | None:
    """The day that a report itself states, where it is also the one taken."""
    day = choose(told)
    report_id = told[0].report_id if told else ""
    return Known(day.day, report_id) if day is not None and day.basis is Basis.STATED else None


def _about(told: Sequence[DayWitness]) -> date | None:
    """The day that is surest by some witnesses, the earlier of equals."""
    days = {witness.day for witness in told}
    return max(days, key=lambda day: (confidence(day, told), -day.toordinal()), default=None)


def stated(report: Reading, near_day: date | None) -> Iterator[DayWitness]:
    """The full date on a line of the page, and the dateline, in the year that puts it nearest to a day."""
    for kind, ground, found in (
        (WitnessKind.DATA, "page", stamp(report)),
        (WitnessKind.DATELINE, "dateline", dateline(report)),
    ):
        day = found.day(near_day) if found else None
        if found is not None and day is not None:
            yield DayWitness(report.report_id, kind, day, ground, found.words)


def weekdays(report: Reading, near_day: date | None) -> Iterator[DayWitness]:
    """The report's own weekday as its dateline or its text tells it, near a day."""
    if near_day is None:
        return
    line = dateline(report)
    if line is not None and line.weekday is not None and line.month is None:
        day = near(line.weekday, near_day)
        yield DayWitness(report.report_id, WitnessKind.WEEKDAY, day, "dateline", line.words)
    own = weekday_of(report.body_text())
    if own is not None:
        weekday, said = own
        yield DayWitness(report.report_id, WitnessKind.OWN, near(weekday, near_day), "its own words", said)
