"""Who took a place, where a report says only that it fell or was lost: the party that everything else points to.

Evidence is what the record tells of parties in those days: who took other places, weighing the nearer more, and who
fought at the place itself.  The loser and its friends are out of the question.  One side must have most of the weight,
or nobody is named.  The rule and its weights stand in `data/rules.toml`, `[taker]`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import Line
from fogline.control.rules import rules
from fogline.records import Claim, Name, Place, PlaceKind, Status
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


@dataclass(frozen=True, slots=True)
class Takers:
    """Everything that the record tells of who takes places."""

    signs: tuple[_Sign, ...]
    holders: Holders
    sources: Sources
    parties: Parties

    @classmethod
    def of(cls, lines: Iterable[Line], holders: Holders, sources: Sources, parties: Parties) -> Takers:
        """Collect the signs of all lines."""
        found = [sign for line in lines for claim in line.claims for sign in _signs(claim, line, holders, sources)]
        ordered = sorted(set(found), key=lambda s: (s.side, s.line, s.day, s.report, s.took, s.name))
        return cls(tuple(ordered), holders, sources, parties)

    def taker(self, claim: Claim, line: Line, day: date) -> Name | None:
        """Who took the line's place by that day, most probably; `None` where nothing points to one side."""
        table = rules().taker
        losers = self._losers(claim, line, day)
        weights: dict[str, dict[str, float]] = {}
        for sign in self.signs:
            after = sign.day - day
            if not -timedelta(days=table.days_before) <= after <= timedelta(days=table.days_after):
                continue
            if _is_abroad(sign.place, line.place):
                continue
            if self.parties.may_share([sign.side], losers) or not self.holders.may_be(sign.side, claim.actors):
                continue
            weight = self._weight(sign, claim, line)
            of_side = weights.setdefault(sign.side, {})
            of_side[sign.line] = max(of_side.get(sign.line, 0.0), weight)
        totals = {side: sum(sorted(of_side.values())) for side, of_side in weights.items()}
        best = min(totals, key=lambda side: (-totals[side], side), default=None)
        if best is None or totals[best] < table.least:
            return None
        rivals = sorted(w for side, w in totals.items() if not self.parties.may_share([side], [best]))
        if totals[best] < table.share * (totals[best] + sum(rivals)):
            return None
        return self._name(best)

    def _losers(self, claim: Claim, line: Line, day: date) -> frozenset[str]:
        """Who lost it: the claim's target; else who is told leaving or holding the place up to then."""
        if claim.type not in rules().takes:
            return frozenset()
        told = [claim.targets] if claim.targets else [
            c.actors for c in line.claims
            if c.status is Status.ASSERTED and c.type in rules().leaves | rules().keeps
            and (c.type in rules().leaves or c.anchor == claim.anchor or (c.period and c.period.first <= day))
        ]  # fmt: skip
        country = line.country
        return frozenset(s for names in told for s in self.sources.sides_of(self.holders.able(names, country)))

    def _weight(self, sign: _Sign, claim: Claim, line: Line) -> float:
        table = rules().taker
        if sign.line == line.key:
            return table.here if sign.took else table.here / 2
        if not sign.took:
            return 0.0
        if self._are_near(sign.place, line.place):
            return table.near
        return table.told if sign.report == claim.anchor.report_id else table.far

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


def _signs(claim: Claim, line: Line, holders: Holders, sources: Sources) -> Iterable[_Sign]:
    table = rules()
    took = claim.type in table.takes
    day = claim.period.last if claim.period else sources.report_day(claim)
    if claim.status is not Status.ASSERTED or day is None or not (took or claim.type in table.taker.fights):
        return
    for name in holders.able(claim.actors, line.country):
        if holders.is_armed(name):
            yield _Sign(sources.side(name), name, line.key, line.place, claim.anchor.report_id, day, took)


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
