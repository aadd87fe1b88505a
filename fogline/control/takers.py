"""Who took a place, where a report says only that it fell or was lost: the party that everything else points to.

Evidence is what the record tells of parties in those days: who took other places, weighing the nearer more, and who
fought at the place itself.  The loser and its friends are out of the question.  One side must have most of the weight,
or nobody is named.  The rule and its weights stand in `data/rules.toml`, `[taker]`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from fogline.control.bearing import is_agentless, is_apart, is_beside
from fogline.control.holders import Holders
from fogline.control.parties import NOBODY, Parties
from fogline.control.places import Line
from fogline.control.rules import rules
from fogline.control.turns import DaysAround, Records, Sign, records_of, within
from fogline.control.weights import is_named
from fogline.records import Anchor, Claim, Name, Place, PlaceKind, Status
from fogline.records.sources import Sources


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


@dataclass(slots=True)
class _Stays:
    """The sides that are told leaving a place, and those told holding it: by their first day, and by sentence."""

    left: set[str] = field(default_factory=set)
    since: dict[date, set[str]] = field(default_factory=dict)
    anchored: dict[Anchor, set[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Takers:
    """Everything that the record tells of who takes places."""

    signs: tuple[Sign, ...]
    holders: Holders
    sources: Sources
    parties: Parties
    records: Records
    known: dict[Question, Name | None] = field(default_factory=dict)  # questions answered before
    stays: dict[str, _Stays] = field(default_factory=dict)  # a line -> who was there
    days: dict[date, DaysAround] = field(default_factory=dict)  # by the day that was asked for

    @classmethod
    def of(cls, lines: Iterable[Line], holders: Holders, sources: Sources, parties: Parties) -> Takers:
        """Collect the signs of all lines."""
        found = [sign for line in lines for claim in line.claims for sign in _signs(claim, line, holders, sources)]
        ordered = sorted(set(found), key=lambda s: (s.side, s.line, s.day, s.report, s.took, s.name, s.named))
        return cls(tuple(ordered), holders, sources, parties, records_of(ordered))

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
        told = None if asked.named or asked.flows else self._told(asked)
        return told or self._likeliest(asked, place)

    def _is_meant(self, side: str, asked: Question) -> bool:
        """Whether a side is of the sort that the claim's party is."""
        return asked.role is None or asked.role == (side in self.holders.regular)

    def _told(self, asked: Question) -> Name | None:
        """Who is told by name taking this very place about that day: a fall to nobody named is that taking."""
        slack = timedelta(days=rules().meet_days)
        took = [
            side for side, records in self.records.items()
            if (record := records.get(asked.line))
            and within(record.named, asked.day - slack, asked.day + slack)
            and self._is_meant(side, asked)
            and not self.parties.may_share([side], asked.theirs)
        ]  # fmt: skip
        if not took or not all(self.parties.may_share([took[0]], [other]) for other in took):
            return None
        return self._name(took[0])

    def in_the_flow(self, claim: Claim, line: Line, day: date) -> Name | None:
        """Who takes places around there in those days, whoever may have lost it; `None` where it is not one side."""
        return self.answer(Question(line.key, day, claim.anchor.report_id, flows=True), line.place)

    def _likeliest(self, asked: Question, place: Place | None) -> Name | None:
        table = rules().taker
        found = {
            side: weight for side, weight in self._weights(asked, place).items()
            if asked.flows or (self._is_meant(side, asked) and not self.parties.may_share([side], asked.losers))
        }  # fmt: skip
        totals = {side: weight * self._part(side, asked.losers) for side, weight in found.items()}
        best = min(totals, key=lambda side: (-totals[side], side), default=None)
        if best is None or found[best] < table.least:
            return None
        rivals = sorted(w for side, w in totals.items() if not self.parties.may_share([side], [best]))
        if totals[best] < table.share * (totals[best] + sum(rivals)):
            return None
        return self._name(best)

    def _weights(self, asked: Question, place: Place | None) -> dict[str, float]:
        if asked.day not in self.days:
            self.days[asked.day] = DaysAround.of(asked.day, self.records)
        return self.days[asked.day].weights(asked.line, place, asked.report)

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

    def _name(self, side: str) -> Name:
        """The name of the side's takers: that of the side where several of its groups took places."""
        names = {s.name.key: s.name for s in reversed(self.signs) if s.side == side and s.took}
        names = names or {s.name.key: s.name for s in reversed(self.signs) if s.side == side}
        own = self.holders.actors.get(side)
        if len(names) > 1 and own is not None:
            return Name(own.name, side)
        return min(names.values())


def _signs(claim: Claim, line: Line, holders: Holders, sources: Sources) -> Iterable[Sign]:
    table = rules()
    took = claim.type in table.takes
    day = claim.period.last if claim.period else sources.report_day(claim)
    if claim.status is not Status.ASSERTED or day is None or not (took or claim.type in table.taker.fights):
        return
    if is_beside(claim) if took else is_apart(claim):
        return
    losers = sources.sides_of(claim.targets) if took else frozenset()
    filled = took and is_agentless(claim)
    around_id = line.place.within if line.place else None
    around = holders.places.get(around_id or "")
    province = around_id if around is not None and around.kind is PlaceKind.PROVINCE else None
    for name in holders.able(claim.actors, line.country):
        named = is_named(name, claim.anchor) or not filled
        if holders.is_armed(name) and sources.side(name) not in losers:
            report = claim.anchor.report_id
            yield Sign(sources.side(name), name, line.key, line.place, report, day, took, named, province)
