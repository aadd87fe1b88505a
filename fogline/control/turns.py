"""What sides did in the days around one, and what that says for each of them as the taker of some place.

A taking of a near place says more than that of a far one, and one that the same report tells more than another's.  The
weights stand in `data/rules.toml`, `[taker]`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from fogline.control.rules import rules
from fogline.records import Name, Place

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Sign:
    """That a party took a place, or fought at it."""

    side: str
    name: Name
    line: str
    place: Place | None
    report: str
    day: date
    took: bool
    named: bool  # in the sentence, or by a pronoun
    around: str | None = None  # the province that its place lies in


@dataclass(slots=True)
class Record:
    """The days, in order, on which one side took one place or fought at it; those of takings also by report.

    `named` are those of takings of which the sentence names the taker; `around` is the province of the place.
    """

    place: Place | None
    around: str | None = None
    named: list[date] = field(default_factory=list)
    took: list[date] = field(default_factory=list)
    fought: list[date] = field(default_factory=list)
    told: dict[str, list[date]] = field(default_factory=dict)

    def lies_near(self, here: Place | None) -> bool | None:
        """Whether its place lies within `near_km` of another, or in one province; `None` in another country."""
        there = self.place
        if there is None or here is None:
            return False
        if there.country != here.country and there.country is not None and here.country is not None:
            return None
        return (self.around is not None and self.around == here.within) or _are_close(there, here)


Records = dict[str, dict[str, Record]]  # a side -> a line -> what it did there


def records_of(signs: Iterable[Sign]) -> Records:
    """The signs by side and line; those of one side and line come in the order of their days."""
    records: Records = {}
    for sign in signs:
        record = records.setdefault(sign.side, {}).setdefault(sign.line, Record(sign.place, sign.around))
        if sign.took:
            record.took.append(sign.day)
            record.named += [sign.day] if sign.named else []
            record.told.setdefault(sign.report, []).append(sign.day)
        else:
            record.fought.append(sign.day)
    return records


@dataclass(slots=True)
class _Tally:
    """What a side did in some days, seen from one place: how often it took places that lie near or far.

    `here`: the weight of what it did at the place itself.
    """

    here: float = 0.0
    near: int = 0
    far: int = 0

    def weight(self, told: int) -> float:
        """What it says for the side, where so many of the far ones are told in the report that asks."""
        table = rules().taker
        return self.here + table.near * self.near + table.far * (self.far - told) + table.told * told


@dataclass(frozen=True, slots=True)
class DaysAround:
    """What sides did in the days around one, by their `records`.

    `takings`: a side, a line, and what the side did there, where it took the place in these days.  `told`: the same by
    the report that tells it, a side and a line.  What the days say of a place is tallied once.
    """

    day: date
    records: Records
    takings: Sequence[tuple[str, str, Record]]
    told: dict[str, list[tuple[str, str]]]
    _tallies: dict[str, dict[str, _Tally]] = field(default_factory=dict)

    @classmethod
    def of(cls, day: date, records: Records) -> DaysAround:
        """Those around a day."""
        first, last = _days_around(day)
        takings = []
        told: dict[str, list[tuple[str, str]]] = {}
        for side, lines in records.items():
            for line, record in lines.items():
                if within(record.took, first, last):
                    takings.append((side, line, record))
                    for report in (report for report, days in record.told.items() if within(days, first, last)):
                        told.setdefault(report, []).append((side, line))
        return cls(day, records, takings, told)

    def weights(self, at: str, here: Place | None, report: str) -> dict[str, float]:
        """What these days say for each side as the taker of a line's place, `here`, where a report asks for him.

        Sides that did nothing to the purpose are left out.
        """
        if at not in self._tallies:
            self._tallies[at] = self._tally(at, here)
        told = Counter(
            side for side, line in self.told.get(report, ())
            if line != at and self.records[side][line].lies_near(here) is False
        )  # fmt: skip
        return {side: tally.weight(told[side]) for side, tally in self._tallies[at].items()}

    def _tally(self, at: str, here: Place | None) -> dict[str, _Tally]:
        found = {
            side: _Tally(self._weight_here(record)) for side, lines in self.records.items() if (record := lines.get(at))
        }
        for side, line, record in self.takings:
            near = record.lies_near(here) if line != at else None
            if near is not None:
                tally = found.setdefault(side, _Tally())
                tally.near += near
                tally.far += not near
        return {side: tally for side, tally in found.items() if tally != _Tally()}

    def _weight_here(self, record: Record) -> float:
        """The weight of what a side did at the place itself: of a taking by name, or of fighting (half)."""
        first, last = _days_around(self.day)
        if within(record.named, first, last):
            return rules().taker.here
        return rules().taker.here / 2 if within(record.fought, first, last) else 0.0


def within(days: Sequence[date], first: date, last: date) -> bool:
    """Whether one of these days, in order, lies between the two."""
    at = bisect_left(days, first)
    return at < len(days) and days[at] <= last


def _days_around(day: date) -> tuple[date, date]:
    """The days that are looked at for a taking of that day."""
    table = rules().taker
    return day - timedelta(days=table.days_before), day + timedelta(days=table.days_after)


def _are_close(one: Place, other: Place) -> bool:
    """Whether two located places are within `near_km` of each other, on the great circle."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    near_km, north = rules().taker.near_km, radians(abs(other.lat - one.lat))
    if _EARTH_KM * north > near_km:  # most are farther apart by their latitudes alone
        return False
    along = cos(radians(one.lat)) * cos(radians(other.lat)) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(sin(north / 2) ** 2 + along))) <= near_km
