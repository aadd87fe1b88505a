"""Who is told to be at a place, or on the way to it, though nobody says that they hold it.

It is the least of all testimony (see `state`): it counts where nobody is told holding the place or leaving it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from fogline.control.bearing import is_beside
from fogline.control.foes import foe_of
from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import Line
from fogline.control.rules import rules
from fogline.control.spots import denies_a_plan
from fogline.control.testimony import NOBODY, Says, Testimony, days_of, is_background, told_on
from fogline.control.weights import is_named
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Name, Period, PlaceKind, Status
from fogline.records.sources import Sources

_STEM = 4  # letters in which the words for a land and its people agree
_GATEWAY = r"(?:[a-z]+ ){0,3}(?:gateway|access|outlet|lifeline|exit|way|route|crossing|corridor|link)\b"


@dataclass(frozen=True, slots=True)
class Presence:
    """Reads presence off the claims of one place."""

    line: Line
    sources: Sources
    holders: Holders
    parties: Parties

    def contest(self, claim: Claim) -> Iterator[Testimony]:
        """That the place is fought over, or reached by an advance; one that is still on its way contests nothing."""
        if claim.period is None or (claim.type is ClaimType.ADVANCE and not _is_there(claim)):
            return
        if claim.type in rules().comes and claim.status is Status.POSSIBLE:
            return
        said = claim.actors + (claim.targets if claim.type is ClaimType.CLASH else ())
        names = self.holders.able(said, self.line.country)
        if said and not names and claim.type is ClaimType.ADVANCE:
            return  # of whom it is not told whether they come as foes or as friends
        told, parties = told_on(claim, self.sources, claim.period), self.sources.sides_of(names)
        yield Testimony(Says.CONTESTS, names, parties, claim.period.first, claim.period.last, told, claim)

    def there(self, claim: Claim, came: tuple[Name, ...]) -> Iterator[Testimony]:
        """That who came or was sent to a place is there; in its own country also who was fought with, or closed it."""
        period = claim.period
        if period is None or claim.status is not Status.ASSERTED or is_background(claim, self.sources, period):
            return
        names: tuple[Name, ...] = ()
        if claim.type is ClaimType.ADVANCE:
            alone = any(self.holders.travels(name, self.line.country) for name in claim.actors)
            names = came if not alone and _entered(claim) else ()
        elif claim.type in rules().bars:
            names = self._of_the_country(claim.actors)
        elif claim.type in rules().sent:
            names = self._at_home(claim.actors) or self._armed(claim.actors)
        elif claim.type in rules().beset and not is_beside(claim):  # "positions near K" are not in K
            names = self._at_home(claim.targets) or self._dug_in(claim) or self._beset(claim)
        if names:
            told, parties = told_on(claim, self.sources, period), self.sources.sides_of(names)
            last = period.last + timedelta(days=rules().present_days)
            besieged = claim.type is ClaimType.BESIEGE and bool(claim.targets)
            says = Says.KEEPS if besieged else Says.PRESENT
            yield Testimony(says, names, parties, period.last, last, told, claim, True, inferred=True)

    def awaiting(self, claim: Claim) -> Iterator[Testimony]:
        """That the foe of who is on the way to the place is there, unless the way is a retreat."""
        advances = claim.type is ClaimType.ADVANCE and claim.status is Status.ASSERTED
        if advances and not _is_there(claim) and not set(words(claim.anchor.quote)) & rules().gone:
            yield from self._still_there(claim, self._foe_of(self.holders.able(claim.actors, self.line.country)))

    def not_come(self, claim: Claim) -> Iterator[Testimony]:
        """That the foe of who "had yet to enter" the place is there, where others than who did not come say so.

        Who "had not entered" it has not taken it.
        """
        if not self.sources.is_own_word(claim) and not denies_a_plan(claim):
            yield from self._not_in(claim)
            yield from self._still_there(claim, self._foe_of(self.holders.able(claim.actors, self.line.country)))

    def _not_in(self, claim: Claim) -> Iterator[Testimony]:
        period = days_of(claim, self.sources)
        if period is None or not set(words(claim.act.quote)) & rules().entered:
            return
        names = self.holders.able(claim.actors, self.line.country)
        told, parties = told_on(claim, self.sources, period), self.sources.sides_of(names)
        yield Testimony(Says.NOT, names, parties, period.first, period.last, told, claim)

    def unknown(self, claim: Claim) -> Iterator[Testimony]:
        """That something is told of the place that bears on who holds it, and nobody is told there."""
        period = claim.period
        if period is None or claim.status is not Status.ASSERTED or is_background(claim, self.sources, period):
            return
        way = self.line.place is not None and self.line.place.kind is PlaceKind.ROAD
        if claim.type in rules().beset | rules().bars and not way and not is_beside(claim):
            told = told_on(claim, self.sources, period)
            yield Testimony(Says.OPEN, (), NOBODY, period.last, None, told, claim, True)

    def _dug_in(self, claim: Claim) -> tuple[Name, ...]:
        """Who has positions there by the sentence ("struck Norland lines at K"), wherever it is from."""
        before = _positions().findall(claim.anchor.quote.casefold())
        whose = {word[:_STEM] for word in before}
        able = self.holders.able(claim.targets, self.line.country)
        return tuple(n for n in able if whose & {word[:_STEM] for word in words(n.text) if len(word) >= _STEM})

    def _beset(self, claim: Claim) -> tuple[Name, ...]:
        """Where no target is told: who fights there is there, and the foe of who besieges it."""
        if claim.type is ClaimType.CLASH:
            return self._at_home(claim.actors)
        return self._foe_of(claim.actors) if claim.type is ClaimType.BESIEGE else ()

    def came(self, claim: Claim, names: tuple[Name, ...], period: Period) -> Iterator[Testimony]:
        """That who fell back to the place is there from then on."""
        if names and not is_background(claim, self.sources, period):
            told, parties = told_on(claim, self.sources, period), self.sources.sides_of(names)
            last = max(told, period.last) + timedelta(days=rules().present_days)
            yield Testimony(Says.PRESENT, names, parties, period.last, last, told, claim, True, inferred=True)

    def to_come(self, claim: Claim) -> Iterator[Testimony]:
        """That the place was not taken by them when the report was written, since it says that they may take it.

        Where taker and loser are of one side, it is the loser if only the loser is named, else the taker.
        """
        told, takers, losers = self.sources.report_day(claim), claim.actors, claim.targets
        shared = self.sources.sides_of(takers) & self.sources.sides_of(losers)
        if shared and _are_named(losers, claim) and not _are_named(takers, claim):
            takers = ()
        losers = tuple(name for name in losers if self.sources.side(name) not in self.sources.sides_of(takers))
        names = self.holders.able(takers, self.line.country)
        if told is not None and names:
            first = told - timedelta(days=rules().lately_days)
            yield Testimony(Says.SPARED, names, self.sources.sides_of(names), first, told, told, claim)
        yield from self._still_there(claim, self._at_home(losers) or self._foe_of(names))

    def leaving_to_come(self, claim: Claim) -> Iterator[Testimony]:
        """That who is said to leave in time to come is there when the report is written: also a force from abroad."""
        yield from self._still_there(claim, self._armed(claim.actors))

    def gateway(self, link: Claim) -> Iterator[Testimony]:
        """That a party is where the sentence has its gateway ("the army's only way out")."""
        said = link.anchor.quote.casefold()
        beside = sorted(self.holders.beside.get(link.anchor, ()))
        whose = [n for n in beside if re.search(rf"{re.escape(n.text.casefold())}['’]s? {_GATEWAY}", said)]
        yield from self._still_there(link, self.holders.able(whose, self.line.country))

    def _still_there(self, claim: Claim, names: tuple[Name, ...]) -> Iterator[Testimony]:
        told = self.sources.report_day(claim)
        if told is not None and names:
            last = told + timedelta(days=rules().present_days)
            first, parties = told - timedelta(days=rules().lately_days), self.sources.sides_of(names)
            yield Testimony(Says.PRESENT, names, parties, first, last, told, claim, True, inferred=True)

    def _foe_of(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        return foe_of(names, self.line.country, self.holders, self.parties, self.sources)

    def _armed(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        """Forces of other states: where they were sent to, they are, if nobody is told holding the place."""
        return tuple(name for name in self.holders.able(names, self.line.country) if self.holders.is_armed(name))

    def _of_the_country(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        """A state or force in its own country: what it closes or opens there is in its hand."""
        where = self.line.country
        known = [(name, self.holders.actors.get(name.key or "")) for name in self.holders.able(names, where)]
        return tuple(name for name, actor in known if actor is not None and where and actor.country == where)

    def _at_home(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        return self.holders.at_home(names, self.line.country)


@cache
def _positions() -> re.Pattern[str]:
    """The word before one for positions: "Norland lines"."""
    return re.compile(rf"\b(\w+?)(?:['’]s?)? (?:{'|'.join(sorted(rules().positions))})\b")


def _are_named(names: tuple[Name, ...], claim: Claim) -> bool:
    return any(is_named(name, claim.anchor) for name in names)


def _is_there(advance: Claim) -> bool:
    return _entered(advance) or bool(set(words(advance.act.quote)) & rules().at_the_gates)


def _entered(advance: Claim) -> bool:
    """Whether the act is one of coming in: "entered", "drove into", "moved in", "have returned to the town"."""
    behind = [word.strip(",.;") for word in advance.anchor.quote[advance.act.end - advance.anchor.start :].split()[:2]]
    came = set(words(advance.act.quote))
    back = "returned" in came and behind[:1] == ["to"]
    return bool(came & rules().entered) or "into" in behind or behind[:1] == ["in"] or back
