"""What a claim testifies about the holder of its place: that a party took, keeps or left it, or that it is fought over.

| claim | testifies |
| --- | --- |
| asserted `capture` | the actor took the place by the last day of the period; the target kept it until the day before |
| asserted `hold`, denied `withdraw` | the actor keeps it on those days, and on, where they reach the report's own day |
| asserted `withdraw`; a capture whose taker is not named | the party left, and was there before |
| asserted `withdraw` that ends at the place ("fell back to K") | the party is there, where nothing else is known |
| denied `capture` or `hold` | it is not so; and the target of the denied capture, or who denies it, keeps the place |
| planned or conditional `capture`, `advance`, `besiege` | on its report's day the actor was not there; its foe was |
| denied `advance`, not by who did not come | its foe is there, where nothing else is known |
| planned `withdraw`, an asserted one of a part ("a column left") | the actor is there, where nothing else is known |
| asserted `advance` by who entered, `deploy` in the own country | the actor is there, where nothing else is known |
| asserted `close` or `reopen` by a state or force of the country | the actor is there, the same |
| asserted `attack`, `besiege` or `clash` with a force in its own country | the target is there, the same |
| asserted `clash` with nobody named, by a force in its own country | the actor is there, the same |
| asserted `besiege` of nobody named, `advance` on its way | the one side it fights in the country is there, the same |
| asserted `link` that is called a party's gateway | the party is there, the same |
| asserted `attack`, `besiege`, `clash`, `close` or `reopen` that tells nobody there | who is there is not known |
| asserted or possible `clash`, asserted `besiege`, an `advance` that came there | it is contested on those days |

An `attack` (a strike, shelling, an assault) shows no force of the attacker there and contests nothing. What has not
happened makes nobody a new holder. A claim without a day founds something only as a state, on its report's day, and
faintly, and so does a capture without one, for its actor; so does what only the report's own day is known of, or a
period too wide to tell one day, or that lies years before its report. Faint testimony weighs less. Who is said to hold
a place in the very sentence that tells of its taking by another, or of the own leaving, held it before. Names that can
hold no place (see `holders`) count as none; who took a place where nobody is named is inferred where the record points
to one party (see `takings`, `takers`). What lies beside a place ("a village near K") says nothing of it (see
`bearing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Basis, Claim, Name, Period
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
    OPEN = "open"  # struck, fought over, closed or opened, and nobody is told there
    SPARED = "spared"  # told as still to come: its parties have not taken the place by the day of the report


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
    continued: bool = False  # its report tells what became of the place afterwards
    sure: float = 1.0  # how far its claim can be relied on, 0 to 1; see `weights`
    weight: float = 1.0  # how far for this holder on these days

    def covers(self, day: date) -> bool:
        """Whether it speaks of that day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def speaks_at(self, day: date) -> date:
        """The latest day, up to `day`, of which it says something."""
        if self.says in (Says.TOOK, Says.LEFT, Says.PRESENT):
            return min(day, self.first)
        return min(day, self.last or max(self.first, self.told))


def days_of(claim: Claim, sources: Sources) -> Period | None:
    """The claim's period, else its report's day, marked as such; `None` where neither is known."""
    day = sources.report_day(claim)
    return claim.period or (Period(day, day, Basis.PUBLISHED) if day else None)


def told_on(claim: Claim, sources: Sources, period: Period) -> date:
    """The day of the report; where it is unknown, the last day that the claim speaks of."""
    return sources.report_day(claim) or period.last


def is_background(claim: Claim, sources: Sources, period: Period) -> bool:
    """Whether it lies years before its report."""
    return told_on(claim, sources, period) - period.last > timedelta(days=rules().history_days)


def is_faint(period: Period) -> bool:
    """Whether it does not tell one day."""
    return period.basis is Basis.PUBLISHED or period.days > rules().window_days


def is_own(word: Testimony, sources: Sources) -> bool:
    """Whether only the acting party vouches for it ("claimed the town"), or the party that it is taken to mean."""
    claim, speakers = word.claim, word.claim.attribution.speakers
    if sources.is_own_word(claim):
        return True
    if not speakers and set(words(claim.act.quote)) & rules().claimed:
        return claim.type in rules().takes | rules().keeps
    return word.inferred and bool(speakers) and frozenset(sources.cited(word.claim)) <= word.parties
