"""Who took a place, asked among those who did anything in those months: nobody else bears on the answer.

So a question costs what was told of its days, and not what was told of all years; and what it depends on can be noted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from fogline.control.holders import Holders
from fogline.control.lookups import Asked
from fogline.control.parties import Parties
from fogline.control.places import Line
from fogline.control.rules import rules
from fogline.control.takers import Takers
from fogline.records import Claim, Name
from fogline.records.ids import content_id
from fogline.records.sources import Sources

SIGNS, NAMES = "signs", "names"  # tables that are asked: the signs of a month, and the names of the takers of a side
Records = dict[str, dict[str, Any]]  # a side -> a line -> what it did there, as takers have it


@dataclass(frozen=True, slots=True)
class Windows:
    """The takers of a record, month by month."""

    takers: Takers
    months: Mapping[str, Mapping[str, frozenset[str]]]  # a month -> a side -> the lines at which it did anything
    _known: dict[tuple[str, ...], Records] = field(default_factory=dict)

    @classmethod
    def of(cls, takers: Takers) -> Windows:
        """Cut takers into months.  Of their signs the first by each name is kept: sides are named by them."""
        months: dict[str, dict[str, set[str]]] = {}
        first: dict[tuple[str, bool, str | None], Any] = {}
        for sign in takers.signs:
            months.setdefault(_month(sign.day), {}).setdefault(sign.side, set()).add(sign.line)
            first.setdefault((sign.side, sign.took, sign.name.key), sign)
        lines = {month: {side: frozenset(on) for side, on in of.items()} for month, of in months.items()}
        return cls(replace(takers, signs=tuple(first.values())), lines)

    def about(self, months: tuple[str, ...]) -> Records:
        """What the sides did at the lines at which they did anything in these months."""
        if months not in self._known:
            lines: dict[str, set[str]] = {}
            for month in months:
                for side, on in self.months.get(month, {}).items():
                    lines.setdefault(side, set()).update(on)
            whole = self.takers.records
            self._known[months] = {
                side: {line: whole[side][line] for line in sorted(lines[side])} for side in sorted(lines)
            }
        return self._known[months]

    def signs(self, takers: Takers) -> dict[str, str]:
        """What stands for the signs of each month: it is another one where any of them is.  `takers` have all signs."""
        told: dict[str, list[str]] = {}
        for sign in takers.signs:
            told.setdefault(_month(sign.day), []).append(repr(sign))
        return {month: content_id(SIGNS, *signs) for month, signs in told.items()}

    def names(self) -> dict[str, str]:
        """What stands for the names of each side's takers."""
        told: dict[str, list[str]] = {}
        for sign in self.takers.signs:
            told.setdefault(sign.side, []).append(f"{sign.took} {sign.name!r}")
        return {side: content_id(NAMES, *names) for side, names in told.items()}


@dataclass(frozen=True, slots=True)
class WindowedTakers:
    """What one line asks of the takers; the tables behind them may be watched.

    Only what is named here can be asked, so that nothing is asked without being noted.
    """

    windows: Windows
    sources: Sources
    parties: Parties
    holders: Holders
    asked: Asked
    _known: dict[Any, Name | None] = field(default_factory=dict)
    _stays: dict[str, Any] = field(default_factory=dict)

    def taker(self, claim: Claim, line: Line, day: date) -> Name | None:
        """See `Takers.taker`."""
        return self._about(day).taker(claim, line, day)

    def in_the_flow(self, claim: Claim, line: Line, day: date) -> Name | None:
        """See `Takers.in_the_flow`."""
        return self._about(day).in_the_flow(claim, line, day)

    def told_at(self, line: Line) -> frozenset[str]:
        """See `Takers.told_at`."""
        return self._among({}).told_at(line)

    def _about(self, day: date) -> Takers:
        months = tuple(_months(day))
        records = self.windows.about(months)
        self.asked.update(dict.fromkeys((SIGNS, month) for month in months))
        self.asked.update(dict.fromkeys((NAMES, side) for side in records))
        return self._among(records)

    def _among(self, records: Records) -> Takers:
        return replace(
            self.windows.takers, holders=self.holders, sources=self.sources, parties=self.parties,
            records=records, known=self._known, stays=self._stays,
        )  # fmt: skip


def _months(day: date) -> Iterator[str]:
    """The months in which the days lie that are looked at for a taking of that day."""
    table = rules().taker
    first, last = day - timedelta(days=table.days_before), day + timedelta(days=table.days_after)
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield _month(date(month // 12, month % 12 + 1, 1))


def _month(day: date) -> str:
    return day.isoformat()[:7]
