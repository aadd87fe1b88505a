"""Who took a place, where a report says only that it fell or was lost: the party that everything else points to.

Evidence is what the record tells of parties in those days: who took other places, weighing the nearer more, and who
fought at the place itself.  The loser and its friends are out of the question.  One side must have most of the weight,
or nobody is named.  The rule and its weights stand in `data/rules.toml`, `[taker]`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from fogline.control.bearing import is_agentless, is_apart, is_beside
from fogline.control.holders import Holders
from fogline.control.parties import NOBODY, Parties
from fogline.control.places import Line
from fogline.control.rules import rules
from fogline.control.weights import is_named
from fogline.records import Anchor, Claim, Name, Place, PlaceKind, Status
from fogline.records.sources import Sources

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class _Sign:
    """That a party took a place, or fought at it."""

    side: str
    name: Name
    line: str
    place: Place | None
    report: str
    day: date
    took: bool
    named: bool  # in the sentence, or by a pronoun


@dataclass(slots=True)
class _Record:
    """The days, in order, on which one side took one place or fought at it; those of takings also by report.

    `named` are those of takings of which the sentence names the taker.
    """

    place: Place | None
    named: list[date] = field(default_factory=list)
    took: list[date] = field(default_factory=list)
    fought: list[date] = field(default_factory=list)
    told: dict[str, list[date]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """Who took a place by a day; or, where `flows`, who takes places around it in those days, whoever lost it.

    `losers` did not take it, `theirs` are those of them that the claim itself names; `role` is of which sort the
    claim's party is (see `Holders.role`), and `named` whether it has one.
    """

    line: str
    day: date
    report: str
    losers: frozenset[str] = NOBODY
    theirs: frozenset[str] = NOBODY
    role: bool | None = None
    named: bool = False
    flows: bool = False


Taking = tuple[str, Place | None, bool]  # a line, its place, and whether the side took it; else it fought there
Turns = dict[str, list[Taking]]  # what each side did in the days around one


@dataclass(slots=True)
class _Stays:
    """The sides that are told leaving a place, and those told holding it: by their first day, and by sentence."""

    left: set[str] = field(default_factory=set)
    since: dict[date, set[str]] = field(default_factory=dict)
    anchored: dict[Anchor, set[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Takers:
    """Everything that the record tells of who takes places."""

    signs: tuple[_Sign, ...]
    holders: Holders
    sources: Sources
    parties: Parties
    records: dict[str, dict[str, _Record]]  # a side -> a line -> what it did there
    known: dict[Question, Name | None] = field(default_factory=dict)  # questions answered before
    stays: dict[str, _Stays] = field(default_factory=dict)  # a line -> who was there
    turns: dict[date, Turns] = field(default_factory=dict)  # by the day that was asked for
    nearness: dict[tuple[int, int], bool | None] | None = None  # of places as held; not over watched tables

    @classmethod
    def of(cls, lines: Iterable[Line], holders: Holders, sources: Sources, parties: Parties) -> Takers:
        """Collect the signs of all lines."""
        found = [sign for line in lines for claim in line.claims for sign in _signs(claim, line, holders, sources)]
        ordered = sorted(set(found), key=lambda s: (s.side, s.line, s.day, s.report, s.took, s.name, s.named))
        return cls(tuple(ordered), holders, sources, parties, _records(ordered))

    def taker(self, claim: Claim, line: Line, day: date) -> Name | None:
        """Who took the line's place by that day, most probably; `None` where nothing points to one side."""
        return self.answer(self.question(claim, line, day), line.place)

    def question(self, claim: Claim, line: Line, day: date) -> Question:
        """Who took the line's place by that day, as a claim leaves it open."""
        losers, theirs = self._losers(claim, line, day), self._named_losers(claim, line)
        role, named = self.holders.role(claim.actors), bool(claim.actors)
        return Question(line.key, day, claim.anchor.report_id, losers, theirs, role, named)

    def answer(self, question: Question, place: Place | None) -> Name | None:
        """The answer to a question about a line, whose place is given."""
        if question not in self.known:
            self.known[question] = self._answer(question, place)
        return self.known[question]

    def _answer(self, asked: Question, place: Place | None) -> Name | None:
        if asked.flows:
            return self._likeliest(self.records, asked, place)
        regular = self.holders.regular
        meant = [side for side in self.records if asked.role is None or asked.role == (side in regular)]
        told = None if asked.named else self._told(meant, asked)
        sides = [side for side in meant if not self.parties.may_share([side], asked.losers)]
        return told or self._likeliest(sides, asked, place)

    def _told(self, sides: Iterable[str], asked: Question) -> Name | None:
        """Who is told by name taking this very place about that day: a fall to nobody named is that taking."""
        slack = timedelta(days=rules().meet_days)
        took = [
            side for side in sides
            if not self.parties.may_share([side], asked.theirs)
            and (record := self.records[side].get(asked.line))
            and _within(record.named, asked.day - slack, asked.day + slack)
        ]  # fmt: skip
        if not took or not all(self.parties.may_share([took[0]], [other]) for other in took):
            return None
        return self._name(took[0])

    def in_the_flow(self, claim: Claim, line: Line, day: date) -> Name | None:
        """Who takes places around there in those days, whoever may have lost it; `None` where it is not one side."""
        return self.answer(Question(line.key, day, claim.anchor.report_id, flows=True), line.place)

    def _likeliest(self, sides: Iterable[str], asked: Question, place: Place | None) -> Name | None:
        table = rules().taker
        turns = self._turns(asked.day)
        found = {side: sum(sorted(self._weights(side, turns.get(side, ()), asked, place))) for side in sides}
        totals = {side: weight * self._part(side, asked.losers) for side, weight in found.items() if weight}
        best = min(totals, key=lambda side: (-totals[side], side), default=None)
        if best is None or found[best] < table.least:
            return None
        rivals = sorted(w for side, w in totals.items() if not self.parties.may_share([side], [best]))
        if totals[best] < table.share * (totals[best] + sum(rivals)):
            return None
        return self._name(best)

    def _turns(self, day: date) -> Turns:
        """What each side did in the days around that one, and where, in the order of the records."""
        if day not in self.turns:
            first, last = _days_around(day)
            found: Turns = {}
            for side, records in self.records.items():
                for key, record in records.items():
                    if (took := _within(record.took, first, last)) or _within(record.fought, first, last):
                        found.setdefault(side, []).append((key, record.place, took))
            self.turns[day] = found
        return self.turns[day]

    def _part(self, side: str, losers: frozenset[str]) -> float:
        """What part of its weight counts for a side: less for one that is not told fighting the losers."""
        third = bool(losers) and not self.parties.hostile([side], losers)
        return rules().taker.third if third else 1.0

    def told_at(self, line: Line) -> frozenset[str]:
        """The sides that are told leaving, holding or having taken the place."""
        stays = self._stays_at(line)
        return frozenset().union(stays.left, *stays.anchored.values(), *stays.since.values())

    def _stays_at(self, line: Line) -> _Stays:
        if line.key not in self.stays:
            self.stays[line.key] = self._stays_of(line)
        return self.stays[line.key]

    def _losers(self, claim: Claim, line: Line, day: date) -> frozenset[str]:
        """Who lost it: the claim's target; else who is told leaving, holding or having taken the place up to then."""
        if claim.type not in rules().takes:
            return frozenset()
        if claim.targets:
            return self._named_losers(claim, line)
        stays = self._stays_at(line)
        told = [stays.anchored.get(claim.anchor, ()), *(sides for first, sides in stays.since.items() if first <= day)]
        return frozenset().union(stays.left, *told)

    def _named_losers(self, claim: Claim, line: Line) -> frozenset[str]:
        return self.sources.sides_of(self.holders.able(claim.targets, line.country))

    def _stays_of(self, line: Line) -> _Stays:
        found = _Stays()
        table = rules()
        for claim in line.claims:
            if claim.status is not Status.ASSERTED or claim.type not in table.leaves | table.keeps | table.takes:
                continue
            named = [name for name in self.holders.able(claim.actors, line.country) if is_named(name, claim.anchor)]
            sides = self.sources.sides_of(named)
            if claim.type in table.leaves:
                found.left.update(sides)
            elif claim.type in table.keeps:
                found.anchored.setdefault(claim.anchor, set()).update(sides)
            if claim.type in table.keeps and claim.period:
                found.since.setdefault(claim.period.first, set()).update(sides)
            elif claim.type in table.takes and claim.period:
                found.since.setdefault(claim.period.last + timedelta(days=table.meet_days + 1), set()).update(sides)
        return found

    def _weights(self, side: str, turns: Iterable[Taking], asked: Question, here: Place | None) -> Iterator[float]:
        """What each place at which the side took part in those days says for it."""
        table = rules().taker
        first, last = _days_around(asked.day)
        for key, place, took in turns:
            if not took and key != asked.line:
                continue
            near = self._nearness(place, here)
            if near is None:
                continue
            if key == asked.line:
                record = self.records[side][key]
                named = _within(record.named, first, last)
                if named or _within(record.fought, first, last):
                    yield table.here if named else table.here / 2
            elif near:
                yield table.near
            else:
                told = self.records[side][key].told.get(asked.report, ())
                yield table.told if _within(told, first, last) else table.far

    def _nearness(self, one: Place | None, other: Place | None) -> bool | None:
        """Whether two places are near each other; `None` where they lie in different countries."""
        if self.nearness is None:
            return None if _is_abroad(one, other) else self._are_near(one, other)
        pair = id(one), id(other)
        if pair not in self.nearness:
            self.nearness[pair] = None if _is_abroad(one, other) else self._are_near(one, other)
        return self.nearness[pair]

    def _are_near(self, one: Place | None, other: Place | None) -> bool:
        """Whether two places are within `near_km`, or lie in one province."""
        if one is None or other is None:
            return False
        around = self.holders.places.get(one.within or "")
        if around is not None and around.kind is PlaceKind.PROVINCE and one.within == other.within:
            return True
        return _km(one, other) <= rules().taker.near_km

    def _name(self, side: str) -> Name:
        """The name of the side's takers: that of the side where several of its groups took places."""
        names = {s.name.key: s.name for s in reversed(self.signs) if s.side == side and s.took}
        names = names or {s.name.key: s.name for s in reversed(self.signs) if s.side == side}
        own = self.holders.actors.get(side)
        if len(names) > 1 and own is not None:
            return Name(own.name, side)
        return min(names.values())


def _records(signs: Iterable[_Sign]) -> dict[str, dict[str, _Record]]:
    """The signs by side and line; those of one side and line come in the order of their days."""
    records: dict[str, dict[str, _Record]] = {}
    for sign in signs:
        record = records.setdefault(sign.side, {}).setdefault(sign.line, _Record(sign.place))
        if sign.took:
            record.took.append(sign.day)
            record.named += [sign.day] if sign.named else []
            record.told.setdefault(sign.report, []).append(sign.day)
        else:
            record.fought.append(sign.day)
    return records


def _days_around(day: date) -> tuple[date, date]:
    """The days that are looked at for a taking of that day."""
    table = rules().taker
    return day - timedelta(days=table.days_before), day + timedelta(days=table.days_after)


def _within(days: Sequence[date], first: date, last: date) -> bool:
    """Whether one of these days, in order, lies between the two."""
    at = bisect_left(days, first)
    return at < len(days) and days[at] <= last


def _signs(claim: Claim, line: Line, holders: Holders, sources: Sources) -> Iterable[_Sign]:
    table = rules()
    took = claim.type in table.takes
    day = claim.period.last if claim.period else sources.report_day(claim)
    if claim.status is not Status.ASSERTED or day is None or not (took or claim.type in table.taker.fights):
        return
    if is_beside(claim) if took else is_apart(claim):
        return
    losers = sources.sides_of(claim.targets) if took else frozenset()
    filled = took and is_agentless(claim)
    for name in holders.able(claim.actors, line.country):
        named = is_named(name, claim.anchor) or not filled
        if holders.is_armed(name) and sources.side(name) not in losers:
            yield _Sign(sources.side(name), name, line.key, line.place, claim.anchor.report_id, day, took, named)


def _is_abroad(one: Place | None, other: Place | None) -> bool:
    """Whether the two are known to lie in different countries."""
    countries = {place.country for place in (one, other) if place is not None and place.country is not None}
    return len(countries) > 1


def _km(one: Place, other: Place) -> float:
    """The great-circle distance; infinite where one is not located."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    lat, other_lat = radians(one.lat), radians(other.lat)
    across = sin((other_lat - lat) / 2) ** 2
    along = cos(lat) * cos(other_lat) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(across + along)))
