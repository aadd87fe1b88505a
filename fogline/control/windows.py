"""Who took a place, asked among those who did anything in its country in those months: nobody else bears on the answer.

What is done in another country says nothing of a place (see `turns`); of a place whose country is not known it may.

So a question costs what was told of its days, and not what was told of all years; and what it depends on can be noted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from fogline.control.places import Line
from fogline.control.rules import rules
from fogline.control.takers import Question, Takers
from fogline.control.turns import DaysAround, Records, Sign
from fogline.control.watching import World
from fogline.records import Claim, Name, Place
from fogline.records.ids import content_id
from fogline.records.lookups import BEHIND, Asked

SIGNS, NAMES = "signs", "names"  # tables that are asked: the signs of a month, and the names of the takers of a side
TAKER = "taker"  # the table of who took what: a question that rests on these two, and on what is asked behind it


@dataclass(frozen=True, slots=True)
class Windows:
    """The takers of a record, by months and countries."""

    takers: Takers
    spans: Mapping[str, Mapping[str, frozenset[str]]]  # see `_spans`; a side -> the lines at which it did anything
    _known: dict[tuple[str, ...], Records] = field(default_factory=dict)
    days: dict[str | None, dict[date, DaysAround]] = field(default_factory=dict)  # by country

    @classmethod
    def of(cls, takers: Takers) -> Windows:
        """Cut takers into months and countries.  Of their signs the first by each name is kept: it names a side."""
        spans: dict[str, dict[str, set[str]]] = {}
        first: dict[tuple[str, bool, str | None], Any] = {}
        for sign in takers.signs:
            for span in _spans_of(sign):
                spans.setdefault(span, {}).setdefault(sign.side, set()).add(sign.line)
            first.setdefault((sign.side, sign.took, sign.name.key), sign)
        lines = {span: {side: frozenset(on) for side, on in of.items()} for span, of in spans.items()}
        return cls(replace(takers, signs=tuple(first.values())), lines)

    def about(self, spans: tuple[str, ...]) -> Records:
        """What the sides did at the lines at which they did anything in these months and countries."""
        if spans not in self._known:
            lines: dict[str, set[str]] = {}
            for span in spans:
                for side, on in self.spans.get(span, {}).items():
                    lines.setdefault(side, set()).update(on)
            whole = self.takers.records
            self._known[spans] = {
                side: {line: whole[side][line] for line in sorted(lines[side])} for side in sorted(lines)
            }
        return self._known[spans]

    def signs(self, takers: Takers) -> dict[str, str]:
        """What stands for the signs of each month and country: another one where any of them is.  `takers` have all."""
        told: dict[str, list[str]] = {}
        for sign in takers.signs:
            text = repr(sign)
            for span in _spans_of(sign):
                told.setdefault(span, []).append(text)
        return {span: content_id(SIGNS, *signs) for span, signs in told.items()}

    def names(self) -> dict[str, str]:
        """What stands for the names of each side's takers."""
        told: dict[str, list[str]] = {}
        for sign in self.takers.signs:
            told.setdefault(sign.side, []).append(f"{sign.took} {sign.name!r}")
        return {side: content_id(NAMES, *names) for side, names in told.items()}


@dataclass(frozen=True, slots=True)
class WindowedTakers:
    """What one line asks of the takers; the tables behind them may be watched.

    Only what is named here can be asked, so that nothing is asked without being noted: of a question its words, and
    the tables that its answer rests on.
    """

    windows: Windows
    world: World  # as the line asks it
    behind: World  # the same, as answers ask it
    asked: Asked
    answers: Answers
    _stays: dict[str, Any] = field(default_factory=dict)

    def taker(self, claim: Claim, line: Line, day: date) -> Name | None:
        """See `Takers.taker`."""
        return self._ask(self._here().question(claim, line, day), line.place)

    def in_the_flow(self, claim: Claim, line: Line, day: date) -> Name | None:
        """See `Takers.in_the_flow`."""
        return self._ask(Question(line.key, day, claim.anchor.report_id, flows=True), line.place)

    def told_at(self, line: Line) -> frozenset[str]:
        """See `Takers.told_at`."""
        return self._here().told_at(line)

    def _here(self) -> Takers:
        return _among({}, self.windows, self.world, self._stays)

    def _ask(self, question: Question, place: Place | None) -> Name | None:
        spans = _spans(question.day, place)
        records = self.windows.about(spans)
        self.asked.update(dict.fromkeys((f"{BEHIND}{SIGNS}", span) for span in spans))
        self.asked.update(dict.fromkeys((f"{BEHIND}{NAMES}", side) for side in records))
        words = _words(question)
        self.asked[TAKER, words] = None
        takers = _among(records, self.windows, self.behind, self._stays, _country(place))
        found = takers.answer(question, place)
        self.answers.known[words] = found
        return found


@dataclass(frozen=True, slots=True)
class Answers(Mapping[str, Name | None]):
    """The table of who took what: the answer to a question, by its words."""

    windows: Windows
    world: World
    places: Mapping[str, Place | None]  # of each line
    known: dict[str, Name | None] = field(default_factory=dict)

    def __getitem__(self, words: str) -> Name | None:
        if words not in self.known:
            line, day, report, losers, theirs, role, named, flows = json.loads(words)
            lost = frozenset(losers), frozenset(theirs)
            question = Question(line, date.fromisoformat(day), report, *lost, role, named, flows)
            place = self.places.get(line)
            records = self.windows.about(_spans(question.day, place))
            takers = _among(records, self.windows, self.world, {}, _country(place))
            self.known[words] = takers.answer(question, place)
        return self.known[words]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


def _among(
    records: Records, windows: Windows, world: World, stays: dict[str, Any], country: str | None = None
) -> Takers:
    """The takers of some months and of a country, or of all where it is not known, over the tables of a world."""
    return replace(
        windows.takers, holders=world.holders, sources=world.sources, parties=world.parties,
        records=records, known={}, stays=stays, days=windows.days.setdefault(country, {}),
    )  # fmt: skip


def _words(asked: Question) -> str:
    """A question as text."""
    lost = sorted(asked.losers), sorted(asked.theirs)
    told = [asked.line, asked.day.isoformat(), asked.report, *lost, asked.role, asked.named, asked.flows]
    return json.dumps(told, ensure_ascii=False)


def _months(day: date) -> Iterator[str]:
    """The months in which the days lie that are looked at for a taking of that day."""
    table = rules().taker
    first, last = day - timedelta(days=table.days_before), day + timedelta(days=table.days_after)
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield _month(date(month // 12, month % 12 + 1, 1))


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _country(place: Place | None) -> str | None:
    return place.country if place is not None else None


def _spans(day: date, place: Place | None) -> tuple[str, ...]:
    """The months that are looked at for a taking of that day, with the countries that bear on its place.

    A span is a month with a country ("2020-03 YE"), or with none that is known ("2020-03 "), or of all ("2020-03").
    """
    country = _country(place)
    within = ("",) if country is None else (f" {country}", " ")
    return tuple(f"{month}{where}" for month in _months(day) for where in within)


def _spans_of(sign: Sign) -> tuple[str, str]:
    """The spans that a sign stands in."""
    month = _month(sign.day)
    return month, f"{month} {_country(sign.place) or ''}"
