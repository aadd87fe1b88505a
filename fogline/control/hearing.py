"""Reads the claims of one place as testimony; what each kind of claim says stands in `testimony`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fogline.control.bearing import (
    goes_on,
    is_agentless,
    is_destination,
    is_elsewhere,
    is_former,
    is_of_a_part,
    is_of_a_share,
)
from fogline.control.crossreading import CrossReading
from fogline.control.foes import foe_of
from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import Line
from fogline.control.presence import Presence
from fogline.control.rules import rules
from fogline.control.spots import denies_a_plan
from fogline.control.takers import Takers
from fogline.control.takings import Takings
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
from fogline.records import ActorKind, Basis, Claim, ClaimType, Name, Period, PlaceKind, Status
from fogline.records.sources import Sources

_WIDE = frozenset({PlaceKind.PROVINCE, PlaceKind.REGION})
_OF_A_STATE = frozenset({ActorKind.STATE, ActorKind.MILITARY})


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
        told = {t.claim.claim_id for t in found}
        presence = Presence(self.line, self.sources, self.holders, self.parties)
        found += [t for claim in ordered if claim.claim_id not in told for t in presence.unknown(claim)]
        return CrossReading(self.sources, self.parties, self.holders).compare([*found, *self._of_the_whole()])

    def _of_the_whole(self) -> list[Testimony]:
        """What is said of the town that it is a part of: its takers, holders and leavers are so here too."""
        ordered = sorted(self.line.wider, key=lambda claim: claim.claim_id)
        found = [t for claim in ordered if claim.status is Status.ASSERTED for t in self._read(claim)]
        return [replace(t, inferred=True) for t in found if t.says in (Says.TOOK, Says.KEEPS, Says.LEFT)]

    def _able(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        able = self.holders.able(names, self.line.country)
        return able or (tuple(n for n in names if self.holders.keeps_peace(n)) if self._is_camp() else ())

    def _is_camp(self) -> bool:
        """Whether it is a place that blue helmets may have for themselves."""
        place = self.line.place
        is_base = place is not None and place.kind is PlaceKind.BASE
        return is_base or bool(set(words(self.line.name.text)) & rules().camps)

    def _read(self, claim: Claim) -> Iterator[Testimony]:
        table = rules()
        presence = Presence(self.line, self.sources, self.holders, self.parties)
        if is_elsewhere(claim) or is_former(claim):
            return
        if claim.type in table.contests and claim.status in table.contest_statuses:
            yield from presence.contest(claim)
            yield from presence.there(claim, self._came(claim))
            yield from presence.awaiting(claim)
        elif claim.type in table.sent | table.beset | table.bars:
            yield from presence.there(claim, ())
        elif claim.type in table.takes | table.comes and claim.status in (Status.PLANNED, Status.CONDITIONAL):
            yield from presence.to_come(claim)
        elif claim.type is ClaimType.ADVANCE and claim.status is Status.DENIED:
            yield from presence.not_come(claim)
        elif claim.type in table.leaves and claim.status is Status.PLANNED:
            yield from presence.leaving_to_come(claim)
        elif claim.type is ClaimType.LINK:
            yield from presence.gateway(claim)
        elif claim.status not in (Status.ASSERTED, Status.DENIED):
            return
        elif claim.status is Status.ASSERTED and is_of_a_share(claim):
            yield from presence.contest(claim)
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

    def _denier(self, claim: Claim) -> tuple[Name, ...]:
        """Who denies, if it is a party to the war: nobody denies its foe's leaving, nor its foe's loss of a place."""
        return tuple(n for n in self._able(claim.attribution.speakers) if self.holders.is_listed(n))

    def _parties(self, claim: Claim, period: Period) -> tuple[tuple[Name, ...], bool]:
        """The actors that can hold a place; where words say only of what sort they are, who is meant, and true."""
        names = self._own(claim) or self._able(claim.actors)
        if not names and claim.type in rules().keeps and set(words(claim.act.quote)) & rules().in_hand:
            names = self.holders.peacekeepers(claim)
        if claim.type in rules().leaves and not any(is_named(n, claim.anchor) for n in names):
            names = self._denier(claim) or names
        if names or self.holders.role(claim.actors) is None:
            return names, False
        meant = self.takers.taker(claim, self.line, period.last)
        return ((meant,) if meant else ()), True

    def _taking(self, claim: Claim) -> Iterator[Testimony]:
        period = claim.period
        if period is None:  # of some day or other: by the day of its report they have it
            yield from self._keeping(claim)
            return
        told, background = told_on(claim, self.sources, period), is_background(claim, self.sources, period)
        faint = background or is_faint(period)
        last = period.last + timedelta(days=rules().history_days) if background else None
        taking = Takings(self.line, self.sources, self.parties, self.holders, self.takers).read(
            claim, period, background
        )
        names, lost, says = taking.takers, taking.losers, Says.TOOK
        if not names:
            names, says = self._able(lost), Says.LEFT
        parties = self.sources.sides_of(names)
        inferred = taking.inferred and says is Says.TOOK
        yield Testimony(says, names, parties, period.last, last, told, claim, faint, period.first, inferred=inferred)
        yield from self._former(claim, lost, period.first - ONE_DAY, told)
        theirs = any(self.holders.keeps_peace(name) for name in lost)
        if names and not (theirs or self._able(lost)) and says is Says.TOOK and not background:
            foe = foe_of(names, self.line.country, self.holders, self.parties, self.sources)
            before = self._former(claim, foe, period.first - ONE_DAY, told)
            yield from (replace(word, inferred=True) for word in before)

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
        if self._are_guests(names):
            return
        told, parties = told_on(claim, self.sources, period), self.sources.sides_of(names)
        undated = period.basis is Basis.PUBLISHED
        last = None if period.last >= told - timedelta(days=rules().now_days) else period.last
        since = None if undated else period.first
        word = Testimony(Says.KEEPS, names, parties, period.first, last, told, claim, undated, since)
        yield replace(word, inferred=inferred)
        yield from self._lately(claim, names, period, told)

    def _are_guests(self, names: tuple[Name, ...]) -> bool:
        """Whether all are forces of other states, told having men somewhere in a province: they hold none of it."""
        place = self.line.place
        if place is None or place.kind not in _WIDE:
            return False
        known = [self.holders.actors.get(name.key or "") for name in names]
        states = [actor.country for actor in known if actor is not None and actor.kind in _OF_A_STATE]
        return len(states) == len(known) and not {None, place.country} & set(states)

    def _lately(self, claim: Claim, names: tuple[Name, ...], period: Period, told: date) -> Iterator[Testimony]:
        """That who is found in a place today was there some days ago, where the claim does not say since when.

        Who "still" holds it was there as long before as one who lost it.
        """
        if period.days <= 1 + rules().now_days:
            days = rules().before_days if goes_on(claim) else rules().lately_days
            first = period.first - timedelta(days=days)
            until, parties = period.first - ONE_DAY, self.sources.sides_of(names)
            yield Testimony(Says.KEEPS, names, parties, first, until, told, claim, faint=True, former=True, lately=True)

    def _leaving(self, claim: Claim) -> Iterator[Testimony]:
        """That a force left; who "fell back to" the place went there."""
        here = self.holders.of_here(claim.actors, self.line.country)
        period, names = claim.period, tuple(name for name in here if not self.holders.keeps_peace(name))
        if period is None or not names:  # who did not say who left may have spoken of anybody
            return
        told = told_on(claim, self.sources, period)
        if is_of_a_part(claim):
            yield from Presence(self.line, self.sources, self.holders, self.parties).leaving_to_come(claim)
            return
        if is_destination(claim):
            yield from Presence(self.line, self.sources, self.holders, self.parties).came(
                claim, self._able(names), period
            )
            return
        unnamed = is_agentless(claim) and not any(is_named(name, claim.anchor) for name in names)
        if unnamed and self._advance(names, claim, period):
            yield Testimony(Says.LEFT, (), NOBODY, period.last, None, told, claim, is_faint(period), period.first)
            return
        parties = self._leavers(names)
        yield Testimony(Says.LEFT, names, parties, period.last, None, told, claim, is_faint(period), period.first)
        if not is_background(claim, self.sources, period):
            before = self._former(claim, names, period.first - ONE_DAY, told)
            yield from (replace(word, inferred=True) for word in before)

    def _advance(self, names: tuple[Name, ...], claim: Claim, period: Period) -> bool:
        """Whether those who are said to leave are who takes the places around in those days: another was meant."""
        taker = self.takers.in_the_flow(claim, self.line, period.last)
        return taker is not None and self.sources.side(taker) in self.sources.sides_of(names)

    def _leavers(self, names: tuple[Name, ...]) -> frozenset[str]:
        """The sides of those who left; of words for anybody that no list knows, those that are told being here."""
        if any(self.holders.is_listed(name) or not set(words(name.text)) <= rules().anybody for name in names):
            return self.sources.sides_of(names)
        here = self.takers.told_at(self.line) if self.holders.role(names) is not None else frozenset()
        return frozenset(s for s in here if self.holders.may_be(s, names)) or self.sources.sides_of(names)

    def _denied(self, claim: Claim) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
        """Who did not take a place by a denial, and who did not lose it: the loser that is told, or who denies.

        Who denies that a place "fell" denies its foe's taking, whoever was read as the taker.
        """
        takers, theirs, deniers = claim.actors, self._able(claim.targets), self._denier(claim)
        fell = bool(set(words(claim.act.quote)) & rules().lost)
        if claim.type not in rules().takes or not deniers or not (takers or fell):
            return takers, theirs
        own = self.sources.sides_of(deniers)
        if own & self.sources.sides_of(takers):
            if not fell:
                return takers, theirs
            takers = foe_of(deniers, self.line.country, self.holders, self.parties, self.sources)
        return takers, theirs if own & self.sources.sides_of(theirs) else deniers

    def _denial(self, claim: Claim) -> Iterator[Testimony]:
        """That it is not so of its actors; of anybody where it names none."""
        period = days_of(claim, self.sources)
        if period is None or denies_a_plan(claim):
            return
        told = told_on(claim, self.sources, period)
        if not claim.actors and claim.type in rules().keeps:  # "without a garrison of any kind": nobody holds it
            yield Testimony(Says.LEFT, (), NOBODY, period.last, None, told, claim, since=period.first)
            return
        takers, theirs = self._denied(claim)
        parties = self.sources.sides_of(takers)
        yield Testimony(Says.NOT, takers, parties, period.first, period.last, told, claim)
        if claim.type in rules().takes and theirs:
            losers = self.sources.sides_of(theirs)
            yield Testimony(Says.KEEPS, theirs, losers, period.first, None, told, claim, faint=True, former=True)
