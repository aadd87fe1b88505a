"""What a claim testifies about the holder of its place: that a party took, keeps or left it, or that it is fought over.

| claim | testifies |
| --- | --- |
| asserted `capture` | the actor took the place by the last day of the period; the target kept it until the day before |
| asserted `hold`, denied `withdraw` | the actor keeps it on those days, and on, where they reach the report's own day |
| asserted `withdraw`; a capture whose taker is not named | the party left: nobody is named who holds the place now |
| denied `capture` or `hold` | it is not so; and the target of the denied capture keeps the place |
| asserted `advance` by who entered, `deploy` in the own country | the actor is there, where nothing else is known |
| asserted `attack` or `besiege` of a force in its own country | the target is there, where nothing else is known |
| asserted or possible `clash`, `advance`, `besiege` | the place is contested by those parties on those days |

An `attack` (a strike, shelling, an assault) shows no force of the attacker there and contests nothing.  What is
planned, conditional or possible founds nothing.  A claim without a day founds something only as a state, on its
report's day, and faintly; so does what only the report's own day is known of, or a period too wide to tell one day, or
that lies years before its report.  Faint testimony gives way to any firm one.  Who is said to hold a place in the very
sentence that tells of its taking by another held it before.  Names that can hold no place (see `holders`) count as
none; who took a place where nobody is named is inferred where the record points to one party (see `takers`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import Line
from fogline.control.rules import rules
from fogline.control.takers import Takers
from fogline.language.words import words
from fogline.records import Basis, Claim, ClaimType, Name, Period, Status
from fogline.records.sources import Sources

ONE_DAY = timedelta(days=1)
NOBODY: frozenset[str] = frozenset()


class Says(StrEnum):
    """What a testimony says of its parties."""

    TOOK = "took"
    KEEPS = "keeps"
    LEFT = "left"
    NOT = "not"
    CONTESTS = "contests"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Testimony:
    """What a claim says of a place's holder.  `last` is `None` where it goes on; `told` is the day of the report."""

    says: Says
    names: tuple[Name, ...]
    parties: frozenset[str]
    first: date
    last: date | None
    told: date
    claim: Claim
    faint: bool = False
    since: date | None = None
    former: bool = False  # follows from what is said of a later day, not said outright
    inferred: bool = False  # the report does not name the party: the record points to it
    lately: bool = False  # and that only because nothing else is known of how the party came there

    def covers(self, day: date) -> bool:
        """Whether it speaks of that day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def speaks_at(self, day: date) -> date:
        """The latest day, up to `day`, of which it says something."""
        if self.says in (Says.TOOK, Says.LEFT, Says.PRESENT):
            return min(day, self.first)
        return min(day, self.last or max(self.first, self.told))


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
        taken = [t for t in found if t.says is Says.TOOK]
        kept = [t for t in found if not t.lately or not any(t.parties & other.parties for other in taken)]
        return tuple(self._before(t, kept) for t in kept)

    def _before(self, word: Testimony, found: Sequence[Testimony]) -> Testimony:
        """A state told in one sentence with its end is the state before; any other word as it is."""
        if word.says is not Says.KEEPS or word.former or word.claim.status is not Status.ASSERTED:
            return word
        ends = [t.first for t in found if self._took_over(t, word)]
        if not ends:
            return word
        until = min(ends) - ONE_DAY
        first = min(word.first, until - timedelta(days=rules().before_days - 1))
        return replace(word, first=first, last=until, since=None, faint=True, former=True)

    def _took_over(self, taking: Testimony, word: Testimony) -> bool:
        if taking.claim.type not in rules().takes or taking.says not in (Says.TOOK, Says.LEFT):
            return False
        if taking.says is Says.TOOK and self.parties.may_share(taking.parties, word.parties):
            return False
        if taking.claim.anchor == word.claim.anchor:
            return True
        late = timedelta(days=rules().stale_days)
        return word.faint and not taking.faint and taking.says is Says.TOOK and (
            timedelta(0) <= word.first - taking.first < late
        )  # fmt: skip

    def _able(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        return self.holders.able(names, self.line.country)

    def _read(self, claim: Claim) -> Iterator[Testimony]:
        table = rules()
        if claim.type in table.contests and claim.status in table.contest_statuses:
            yield from self._contest(claim)
            yield from self._presence(claim)
        elif claim.type in table.sent | table.beset:
            yield from self._presence(claim)
        elif claim.status not in (Status.ASSERTED, Status.DENIED):
            return
        elif claim.type in table.takes:
            yield from self._taking(claim) if claim.status is Status.ASSERTED else self._denial(claim)
        elif claim.type in table.keeps:
            yield from self._keeping(claim) if claim.status is Status.ASSERTED else self._denial(claim)
        elif claim.type in table.leaves:
            yield from self._leaving(claim) if claim.status is Status.ASSERTED else self._keeping(claim)

    def _contest(self, claim: Claim) -> Iterator[Testimony]:
        """That the place is fought over or approached, by whoever it is."""
        if claim.period is None:
            return
        said = claim.actors + (claim.targets if claim.type is ClaimType.CLASH else ())
        names = self._able(said)
        if said and not names and claim.type is ClaimType.ADVANCE:
            return  # of whom it is not told whether they come as foes or as friends
        told, parties = _told(claim, self.sources, claim.period), self.sources.sides_of(names)
        yield Testimony(Says.CONTESTS, names, parties, claim.period.first, claim.period.last, told, claim)

    def _presence(self, claim: Claim) -> Iterator[Testimony]:
        """That who entered a place is there; in its own country also who was sent, besieged or attacked there."""
        period = claim.period
        if period is None or claim.status is not Status.ASSERTED or self._is_background(claim, period):
            return
        names: tuple[Name, ...] = ()
        if claim.type is ClaimType.ADVANCE and set(words(claim.act.quote)) & rules().entered:
            names, _ = self._parties(claim, period)
        elif claim.type in rules().sent:
            names = self.holders.at_home(claim.actors, self.line.country)
        elif claim.type in rules().beset:
            names = self.holders.at_home(claim.targets, self.line.country)
        if names:
            told, parties = _told(claim, self.sources, period), self.sources.sides_of(names)
            last = max(told, period.last) + timedelta(days=rules().present_days)
            yield Testimony(Says.PRESENT, names, parties, period.last, last, told, claim, True, inferred=True)

    def _parties(self, claim: Claim, period: Period) -> tuple[tuple[Name, ...], bool]:
        """The actors that can hold a place; where words say only of what sort they are, who is meant, and true."""
        names = self._able(claim.actors)
        if names or self.holders.role(claim.actors) is None:
            return names, False
        meant = self.takers.taker(claim, self.line, period.last)
        return ((meant,) if meant else ()), True

    def _taking(self, claim: Claim) -> Iterator[Testimony]:
        period = claim.period
        if period is None:
            return
        told, background = _told(claim, self.sources, period), self._is_background(claim, period)
        faint = background or _is_faint(period)
        last = period.last + timedelta(days=rules().history_days) if background else None
        names, says, inferred = self._able(claim.actors), Says.TOOK, False
        if not names and not background:
            taker = self.takers.taker(claim, self.line, period.last)
            names, inferred = ((taker,) if taker else ()), taker is not None
        if not names:
            names, says = self._able(claim.targets), Says.LEFT
        parties = self.sources.sides_of(names)
        yield Testimony(says, names, parties, period.last, last, told, claim, faint, period.first, inferred=inferred)
        yield from self._former(claim, period.first - ONE_DAY, told)

    def _is_background(self, claim: Claim, period: Period) -> bool:
        return _told(claim, self.sources, period) - period.last > timedelta(days=rules().history_days)

    def _former(self, claim: Claim, until: date, told: date) -> Iterator[Testimony]:
        """That the loser held the place before."""
        names = self._able(claim.targets)
        if names:
            since = until - timedelta(days=rules().before_days - 1)
            parties = self.sources.sides_of(names)
            yield Testimony(Says.KEEPS, names, parties, since, until, told, claim, faint=True, former=True)

    def _keeping(self, claim: Claim) -> Iterator[Testimony]:
        """A state.  One that reaches the report's day goes on after it."""
        period = _days(claim, self.sources)
        names, inferred = self._parties(claim, period) if period else ((), False)
        if period is None or not names:
            return
        told, parties = _told(claim, self.sources, period), self.sources.sides_of(names)
        undated = period.basis is Basis.PUBLISHED
        last = None if period.last >= told - timedelta(days=rules().now_days) else period.last
        since = None if undated else period.first
        word = Testimony(Says.KEEPS, names, parties, period.first, last, told, claim, undated, since)
        yield replace(word, inferred=inferred)
        if claim.period is not None:
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
        parties, told = self.sources.sides_of(names), _told(claim, self.sources, period)
        yield Testimony(Says.LEFT, names, parties, period.last, None, told, claim, _is_faint(period), period.first)

    def _denial(self, claim: Claim) -> Iterator[Testimony]:
        """That it is not so of its actors; of anybody where it names none."""
        period = _days(claim, self.sources)
        if period is None:
            return
        told = _told(claim, self.sources, period)
        if not claim.actors and claim.type in rules().keeps:  # "without a garrison of any kind": nobody holds it
            yield Testimony(Says.LEFT, (), NOBODY, period.last, None, told, claim, since=period.first)
            return
        parties, theirs = self.sources.sides_of(claim.actors), self._able(claim.targets)
        yield Testimony(Says.NOT, claim.actors, parties, period.first, period.last, told, claim)
        if claim.type in rules().takes and theirs:
            losers = self.sources.sides_of(theirs)
            yield Testimony(Says.KEEPS, theirs, losers, period.first, None, told, claim, faint=True, former=True)


def _days(claim: Claim, sources: Sources) -> Period | None:
    """The claim's period, else its report's day, marked as such; `None` where neither is known."""
    day = sources.report_day(claim)
    return claim.period or (Period(day, day, Basis.PUBLISHED) if day else None)


def _told(claim: Claim, sources: Sources, period: Period) -> date:
    """The day of the report; where it is unknown, the last day that the claim speaks of."""
    return sources.report_day(claim) or period.last


def _is_faint(period: Period) -> bool:
    return period.basis is Basis.PUBLISHED or period.days > rules().window_days
