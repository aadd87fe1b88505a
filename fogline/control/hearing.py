"""Reads the claims of one place as testimony; what each kind of claim says stands in `testimony`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fogline.control.crossreading import CrossReading
from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import Line
from fogline.control.presence import Presence
from fogline.control.rules import rules
from fogline.control.takers import Takers
from fogline.control.testimony import (
    NOBODY,
    ONE_DAY,
    Says,
    Testimony,
    days_of,
    is_background,
    is_faint,
    told_on,
)
from fogline.control.weights import is_named
from fogline.language.words import words
from fogline.records import Basis, Claim, ClaimType, Name, Period, Status
from fogline.records.sources import Sources


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the claims of one place."""

    line: Line
    sources: Sources
    parties: Parties
    holders: Holders
    takers: Takers

    def testify(self) -> tuple[Testimony, ...]:
        """All testimonies of the line's claims, in the order of claim ids."""
        ordered = sorted(self.line.claims, key=lambda claim: claim.claim_id)
        found = [testimony for claim in ordered for testimony in self._read(claim)]
        return CrossReading(self.sources, self.parties, self.holders).compare([*found, *self._of_the_whole()])

    def _of_the_whole(self) -> list[Testimony]:
        """What is said of the town that it is a part of: its takers, holders and leavers are so here too."""
        ordered = sorted(self.line.wider, key=lambda claim: claim.claim_id)
        found = [t for claim in ordered if claim.status is Status.ASSERTED for t in self._read(claim)]
        return [replace(t, inferred=True) for t in found if t.says in (Says.TOOK, Says.KEEPS, Says.LEFT)]

    def _able(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        return self.holders.able(names, self.line.country)

    def _read(self, claim: Claim) -> Iterator[Testimony]:
        table = rules()
        presence = Presence(self.line, self.sources, self.holders)
        if claim.type in table.contests and claim.status in table.contest_statuses:
            yield from presence.contest(claim)
            yield from presence.there(claim, self._came(claim))
        elif claim.type in table.sent | table.beset:
            yield from presence.there(claim, ())
        elif claim.type in table.takes and claim.status in (Status.PLANNED, Status.CONDITIONAL):
            yield from presence.to_come(claim)
        elif claim.type in table.leaves and claim.status is Status.PLANNED:
            yield from presence.leaving_to_come(claim)
        elif claim.type is ClaimType.LINK:
            yield from presence.gateway(claim)
        elif claim.status not in (Status.ASSERTED, Status.DENIED):
            return
        elif claim.type in table.takes:
            yield from self._taking(claim) if claim.status is Status.ASSERTED else self._denial(claim)
        elif claim.type in table.keeps:
            yield from self._keeping(claim) if claim.status is Status.ASSERTED else self._denial(claim)
        elif claim.type in table.leaves:
            yield from self._leaving(claim) if claim.status is Status.ASSERTED else self._keeping(claim)

    def _came(self, claim: Claim) -> tuple[Name, ...]:
        return self._parties(claim, claim.period)[0] if claim.period and claim.type is ClaimType.ADVANCE else ()

    def _own(self, claim: Claim) -> tuple[Name, ...]:
        """Whose "its troops" are: those of the force that speaks."""
        said = claim.anchor.quote.casefold()
        if any(set(words(n.text)) <= rules().anybody and f"its {n.text.casefold()}" in said for n in claim.actors):
            return tuple(n for n in self._able(claim.attribution.speakers) if self.holders.is_armed(n))
        return ()

    def _parties(self, claim: Claim, period: Period) -> tuple[tuple[Name, ...], bool]:
        """The actors that can hold a place; where words say only of what sort they are, who is meant, and true."""
        names = self._own(claim) or self._able(claim.actors)
        if names or self.holders.role(claim.actors) is None:
            return names, False
        meant = self.takers.taker(claim, self.line, period.last)
        return ((meant,) if meant else ()), True

    def _taking(self, claim: Claim) -> Iterator[Testimony]:
        period = claim.period
        if period is None:
            return
        told, background = told_on(claim, self.sources, period), is_background(claim, self.sources, period)
        faint = background or is_faint(period)
        last = period.last + timedelta(days=rules().history_days) if background else None
        names, says, inferred = self._able(claim.actors), Says.TOOK, False
        lost = claim.targets
        if self._is_retaken_from(names, claim, period):
            names, lost = (), names
        if not names and not background:
            asked = replace(claim, actors=(), targets=()) if lost is not claim.targets else claim
            taker = self._turned_about(asked, period) or self.takers.taker(asked, self.line, period.last)
            names, inferred = ((taker,) if taker else ()), taker is not None
        if not names:
            names, says = self._able(lost), Says.LEFT
        parties = self.sources.sides_of(names)
        yield Testimony(says, names, parties, period.last, last, told, claim, faint, period.first, inferred=inferred)
        yield from self._former(claim, lost, period.first - ONE_DAY, told)

    def _is_retaken_from(self, names: tuple[Name, ...], claim: Claim, period: Period) -> bool:
        """Whether a place was retaken and the sentence does not say by whom: not by who was told taking it before."""
        retaken = set(words(claim.act.quote)) & rules().retaken
        if not retaken or not names or any(is_named(name, claim.anchor) for name in names):
            return False
        sides = self.sources.sides_of(names)
        return any(
            other.type in rules().takes
            and other.status is Status.ASSERTED
            and other.period is not None
            and other.period.last < period.first
            and sides & self.sources.sides_of(other.actors)
            for other in self.line.claims
        )

    def _turned_about(self, claim: Claim, period: Period) -> Name | None:
        """The taker where the "loser" is the very side that takes the places around, and was never told here before."""
        losers = self.sources.sides_of(self._able(claim.targets))
        if not losers or losers & self.takers.told_at(self.line):
            return None
        taker = self.takers.taker(replace(claim, targets=()), self.line, period.last)
        return taker if taker and self.sources.side(taker) in losers else None

    def _former(self, claim: Claim, losers: tuple[Name, ...], until: date, told: date) -> Iterator[Testimony]:
        """That who lost the place, or left it, held it before."""
        names = self._able(losers)
        if names and claim.period and claim.period.basis is Basis.PUBLISHED:
            until -= timedelta(days=rules().lately_days)  # told without its day, it may have been some days before
        if names:
            since = until - timedelta(days=rules().before_days - 1)
            parties = self.sources.sides_of(names)
            yield Testimony(Says.KEEPS, names, parties, since, until, told, claim, faint=True, former=True)

    def _keeping(self, claim: Claim) -> Iterator[Testimony]:
        """A state.  One that reaches the report's day goes on after it."""
        period = days_of(claim, self.sources)
        names, inferred = self._parties(claim, period) if period else ((), False)
        if period is None or not names:
            return
        told, parties = told_on(claim, self.sources, period), self.sources.sides_of(names)
        undated = period.basis is Basis.PUBLISHED
        last = None if period.last >= told - timedelta(days=rules().now_days) else period.last
        since = None if undated else period.first
        word = Testimony(Says.KEEPS, names, parties, period.first, last, told, claim, undated, since)
        yield replace(word, inferred=inferred)
        yield from self._lately(claim, names, period, told)

    def _lately(self, claim: Claim, names: tuple[Name, ...], period: Period, told: date) -> Iterator[Testimony]:
        """That who is found in a place today was there some days ago, where the claim does not say since when."""
        if period.days <= 1 + rules().now_days:
            first = period.first - timedelta(days=rules().lately_days)
            until, parties = period.first - ONE_DAY, self.sources.sides_of(names)
            yield Testimony(Says.KEEPS, names, parties, first, until, told, claim, faint=True, former=True, lately=True)

    def _leaving(self, claim: Claim) -> Iterator[Testimony]:
        period, names = claim.period, claim.actors
        if period is None or not names:  # who did not say who left may have spoken of anybody
            return
        parties, told = self.sources.sides_of(names), told_on(claim, self.sources, period)
        yield Testimony(Says.LEFT, names, parties, period.last, None, told, claim, is_faint(period), period.first)
        if not is_background(claim, self.sources, period):
            before = self._former(claim, names, period.first - ONE_DAY, told)
            yield from (replace(word, inferred=True) for word in before)

    def _denial(self, claim: Claim) -> Iterator[Testimony]:
        """That it is not so of its actors; of anybody where it names none."""
        period = days_of(claim, self.sources)
        if period is None:
            return
        told = told_on(claim, self.sources, period)
        if not claim.actors and claim.type in rules().keeps:  # "without a garrison of any kind": nobody holds it
            yield Testimony(Says.LEFT, (), NOBODY, period.last, None, told, claim, since=period.first)
            return
        parties, theirs = self.sources.sides_of(claim.actors), self._able(claim.targets)
        yield Testimony(Says.NOT, claim.actors, parties, period.first, period.last, told, claim)
        if claim.type in rules().takes and theirs:
            losers = self.sources.sides_of(theirs)
            yield Testimony(Says.KEEPS, theirs, losers, period.first, None, told, claim, faint=True, former=True)
