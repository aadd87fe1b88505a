"""What a claim testifies about the holder of its place: that a party took, keeps or left it, or that it is fought over.

| claim | testifies |
| --- | --- |
| asserted `capture` | the actor took the place by the last day of the period; the target kept it until the day before |
| asserted `hold`, denied `withdraw` | the actor keeps it on those days, and on, where they reach the report's own day |
| asserted `withdraw`; a capture whose taker is not named | the party left: nobody is named who holds the place now |
| denied `capture` or `hold` | it is not so; and the target of the denied capture keeps the place |
| asserted or possible `clash`, `advance`, `besiege` | the place is contested by those parties on those days |

An `attack` (a strike, shelling, an assault) shows no force at the place and contests nothing.  What is planned,
conditional or possible founds nothing.  A claim without a day founds something only as a state, on its report's day,
and faintly; so does a taking or leaving of which only the report's day is known, or a period too wide to tell one day,
or that lies years before its report.  Faint testimony gives way to any firm one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fogline.control.rules import rules
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
    lately: bool = False  # and that only because nothing else is known of how the party came there

    def covers(self, day: date) -> bool:
        """Whether it speaks of that day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def speaks_at(self, day: date) -> date:
        """The latest day, up to `day`, of which it says something."""
        if self.says in (Says.TOOK, Says.LEFT):
            return min(day, self.first)
        return min(day, self.last or max(self.first, self.told))


def testify(claims: Iterable[Claim], sources: Sources) -> tuple[Testimony, ...]:
    """All testimonies of these claims, in the order of claim ids."""
    ordered = sorted(claims, key=lambda claim: claim.claim_id)
    found = [testimony for claim in ordered for testimony in _read(claim, sources)]
    taken = [t for t in found if t.says is Says.TOOK]
    return tuple(t for t in found if not t.lately or not any(t.parties & other.parties for other in taken))


def _read(claim: Claim, sources: Sources) -> Iterator[Testimony]:
    table = rules()
    if claim.type in table.contests and claim.status in table.contest_statuses:
        yield from _contest(claim, sources)
    elif claim.status not in (Status.ASSERTED, Status.DENIED):
        return
    elif claim.type in table.takes:
        yield from _taking(claim, sources) if claim.status is Status.ASSERTED else _denial(claim, sources)
    elif claim.type in table.keeps:
        yield from _keeping(claim, sources) if claim.status is Status.ASSERTED else _denial(claim, sources)
    elif claim.type in table.leaves:
        yield from _leaving(claim, sources) if claim.status is Status.ASSERTED else _keeping(claim, sources)


def _taking(claim: Claim, sources: Sources) -> Iterator[Testimony]:
    period = claim.period
    if period is None:
        return
    told, history = _told(claim, sources, period), timedelta(days=rules().history_days)
    background = told - period.last > history
    faint, last = background or _is_faint(period), period.last + history if background else None
    names, says = (claim.actors, Says.TOOK) if claim.actors else (claim.targets, Says.LEFT)
    yield Testimony(says, names, sources.sides_of(names), period.last, last, told, claim, faint, period.first)
    yield from _former(claim, sources, period.first - ONE_DAY, told)


def _former(claim: Claim, sources: Sources, until: date, told: date) -> Iterator[Testimony]:
    """That the loser held the place before."""
    if claim.targets:
        since = until - timedelta(days=rules().before_days - 1)
        parties = sources.sides_of(claim.targets)
        yield Testimony(Says.KEEPS, claim.targets, parties, since, until, told, claim, faint=True, former=True)


def _keeping(claim: Claim, sources: Sources) -> Iterator[Testimony]:
    """A state.  One that reaches the report's day goes on after it."""
    period = _days(claim, sources)
    if period is None or not claim.actors:
        return
    told, parties, undated = _told(claim, sources, period), sources.sides_of(claim.actors), claim.period is None
    last = None if period.last >= told - timedelta(days=rules().now_days) else period.last
    since = None if period.basis is Basis.PUBLISHED else period.first
    yield Testimony(Says.KEEPS, claim.actors, parties, period.first, last, told, claim, undated, since)
    if not undated:
        yield from _lately(claim, parties, period, told)


def _lately(claim: Claim, parties: frozenset[str], period: Period, told: date) -> Iterator[Testimony]:
    """That who is found in a place today was there some days ago, where the claim does not say since when."""
    if period.days <= 1 + rules().now_days:
        first = period.first - timedelta(days=rules().lately_days)
        until = period.first - ONE_DAY
        yield Testimony(
            Says.KEEPS, claim.actors, parties, first, until, told, claim, faint=True, former=True, lately=True
        )


def _leaving(claim: Claim, sources: Sources) -> Iterator[Testimony]:
    period = claim.period
    if period is not None and claim.actors:  # who did not say who left may have spoken of anybody
        parties, told = sources.sides_of(claim.actors), _told(claim, sources, period)
        yield Testimony(
            Says.LEFT, claim.actors, parties, period.last, None, told, claim, _is_faint(period), period.first
        )


def _denial(claim: Claim, sources: Sources) -> Iterator[Testimony]:
    period = _days(claim, sources)
    if period is None:
        return
    told, parties = _told(claim, sources, period), sources.sides_of(claim.actors)
    if not claim.actors and claim.type in rules().keeps:  # "without a garrison of any kind": nobody holds it
        yield Testimony(Says.LEFT, (), NOBODY, period.last, None, told, claim, since=period.first)
        return
    yield Testimony(Says.NOT, claim.actors, parties, period.first, period.last, told, claim)
    if claim.type in rules().takes and claim.targets:
        theirs = sources.sides_of(claim.targets)
        yield Testimony(Says.KEEPS, claim.targets, theirs, period.first, None, told, claim, faint=True, former=True)


def _contest(claim: Claim, sources: Sources) -> Iterator[Testimony]:
    if claim.period is None:
        return
    names = claim.actors + (claim.targets if claim.type is ClaimType.CLASH else ())
    told = _told(claim, sources, claim.period)
    parties = sources.sides_of(names)
    yield Testimony(Says.CONTESTS, names, parties, claim.period.first, claim.period.last, told, claim)


def _days(claim: Claim, sources: Sources) -> Period | None:
    """The claim's period, else its report's day, marked as such; `None` where neither is known."""
    day = sources.report_day(claim)
    return claim.period or (Period(day, day, Basis.PUBLISHED) if day else None)


def _told(claim: Claim, sources: Sources, period: Period) -> date:
    """The day of the report; where it is unknown, the last day that the claim speaks of."""
    return sources.report_day(claim) or period.last


def _is_faint(period: Period) -> bool:
    return period.basis is Basis.PUBLISHED or period.days > rules().window_days
