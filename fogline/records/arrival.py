"""When each report came into the record, which version of which report it is, and what is known at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from fogline.records.judgement import Judgement, Verdict


class Clock(StrEnum):
    """By which clock a report becomes known.  Source: docs/decisions/0039-time-twice.md"""

    PUBLISHED = "published"  # from its own day on
    READ = "read"  # from the moment on at which it came into the record


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report as a row of the record, without its text.

    `stated` is its day as it was read, `day` the one that it has by all that is known now.  `arrived` is `None` where
    it came in before the record kept moments.  `version_of` is the report that it is a later version of, and `number`
    counts the versions as they came, from 1.
    """

    report_id: str
    stated: date | None = None
    day: date | None = None
    arrived: datetime | None = None
    version_of: str | None = None
    number: int = 1

    @property
    def report(self) -> str:
        """The id that all its versions share."""
        return self.version_of or self.report_id


@dataclass(frozen=True, slots=True)
class Known:
    """A moment of the past, and the clock that says what was known by then.  `moment` has a time zone."""

    moment: datetime
    by: Clock = Clock.PUBLISHED

    def has(self, arrival: Arrival) -> bool:
        """Whether the report was known.  By publication, one without a day is known at no moment."""
        if self.by is Clock.READ:
            return arrival.arrived is None or arrival.arrived <= self.moment
        return arrival.day is not None and arrival.day <= self.moment.date()

    def hears(self, judgement: Judgement) -> bool:
        """Whether the judgement counts.

        By reading, those that were made by then do.  By publication all do, for they say what the reports are, and
        not when that came out; but not a withdrawal that was published later.
        """
        if self.by is Clock.READ:
            return judgement.moment <= self.moment
        published = judgement.value if judgement.verdict is Verdict.WITHDRAW else None
        return published is None or date.fromisoformat(published) <= self.moment.date()


class AsideReason(StrEnum):
    """Why a report's claims count for nothing."""

    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Aside:
    """A report that is kept, and whose claims count for nothing.

    `by` is the id of the version that supersedes it, or of the judgement that withdraws it; `why` is the judgement's.
    """

    report_id: str
    reason: AsideReason
    by: str
    why: str = ""


def latest_versions(arrivals: Iterable[Arrival]) -> dict[str, Arrival]:
    """The version of each report that counts: the one of the latest day, of one day the one that came last.

    A version that states no day is of the latest day of those that came before it.
    """
    found: dict[str, Arrival] = {}
    latest: dict[str, date] = {}
    for arrival in sorted(arrivals, key=lambda a: (a.report, a.number, a.report_id)):
        before = latest.get(arrival.report, date.min)
        day = arrival.stated or before
        if arrival.report not in found or day >= before:
            found[arrival.report] = arrival
        latest[arrival.report] = max(day, before)
    return found


def set_aside(arrivals: Iterable[Arrival], judgements: Iterable[Judgement]) -> Mapping[str, Aside]:
    """The reports whose claims count for nothing, by id: superseded by a version, or withdrawn by a judgement.

    A report whose latest version is withdrawn is withdrawn: no earlier version takes its place.
    """
    rows = list(arrivals)
    latest = latest_versions(rows)
    found = {
        a.report_id: Aside(a.report_id, AsideReason.SUPERSEDED, latest[a.report].report_id)
        for a in rows
        if latest[a.report] != a
    }
    held = {a.report_id for a in rows} - found.keys()
    for judgement in judgements:
        if judgement.verdict is Verdict.WITHDRAW:
            for report in held.intersection(judgement.subjects):
                found[report] = Aside(report, AsideReason.WITHDRAWN, judgement.judgement_id, judgement.why)
    return dict(sorted(found.items()))
