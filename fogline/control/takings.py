"""Who took a place and who lost it, by a claim of a taking: what it says; where that cannot be, what the record says.

1. Nobody takes a place from its own side: where taker and loser are of one side, one of both was misread.  It is the
   taker where another side takes the places around, or where nobody does and the place "was lost"; else the loser.
2. A place that "was retaken" by somebody whom the sentence does not name was by the state, if the record knows one
   government of the country and the state is not who took it last; and not by who was told taking it before.
3. A taker whom the sentence does not name was filled in from the sentences around; where all that the record tells of
   those days points to a foe of it, it was the foe (see `takers`).
4. Where it "was lost", and others are told taking it in those days, these took it; so did who has had it "since its
   capture", to whose control it "was restored", and with whom it "remains".
5. Where nobody is named, it was the one force that is cited for it, if it does not say that the place fell; else the
   party to which the record points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from fogline.control.bearing import goes_on, is_agentless
from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import Line
from fogline.control.rules import rules
from fogline.control.takers import Takers
from fogline.control.weights import is_named
from fogline.language.words import words
from fogline.records import Claim, Name, Period, Status
from fogline.records.sources import Sources

Names = tuple[Name, ...]
_RESTORED = re.compile(r" (?:back )?(?:in)?to (?:the )?(?:[\w'’-]+ ){1,4}(?:control|hands|rule)\b")
_SINCE = re.compile(r"\bsince(?: \w+){0,2} $")


@dataclass(frozen=True, slots=True)
class Taking:
    """Who took a place, and who lost it; `inferred` where the takers follow from what else is told."""

    takers: Names
    losers: Names
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Takings:
    """Reads the takings of one place."""

    line: Line
    sources: Sources
    parties: Parties
    holders: Holders
    takers: Takers

    def read(self, claim: Claim, period: Period, background: bool) -> Taking:
        """The taking that an asserted claim tells of; of one long ago nothing is inferred."""
        names, lost, asked = self._able(claim.actors), claim.targets, claim
        if not names and (blue := self.holders.peacekeepers(claim)):
            return Taking(blue, lost)
        if not background and (state := self._retaken_by_the_state(names, claim)):
            side = self.sources.side(state)
            return Taking((state,), lost or tuple(n for n in names if self.sources.side(n) != side), True)
        if self._is_retaken_from(names, claim):
            names, lost, asked = (), names, replace(claim, actors=(), targets=())
        elif self._held_before(names, claim):
            names, lost, asked = (), names, replace(claim, actors=(), targets=names)
        elif shared := self._shared(names or claim.actors, lost):
            names, lost = self._parted(claim, names, shared, period)
            asked = replace(claim, actors=names, targets=lost)
        if meant := self._told_by_others(claim, names, period) or self._keepers(claim, names):
            ours = self.sources.sides_of(meant)
            return Taking(meant, tuple(n for n in lost if self.sources.side(n) not in ours))
        if names and not background and is_agentless(claim) and not _are_named(names, claim):
            names, inferred = self._in_the_flow(claim, names, lost, period)
            return Taking(names, lost, inferred)
        if names or background:
            return Taking(names, lost)
        own = self._announced(claim)
        if own:
            return Taking(own, lost)
        taker = self._turned_about(asked, period) or self.takers.taker(asked, self.line, period.last)
        return Taking((taker,) if taker else (), lost, taker is not None)

    def _able(self, names: Names) -> Names:
        return self.holders.able(names, self.line.country)

    def _held_before(self, names: Names, claim: Claim) -> bool:
        """Whether the sentence tells the takers as who had the place that was lost: "K, their last base, fell"."""
        if not names or not set(words(claim.act.quote)) & rules().lost:
            return False
        ours = self.sources.sides_of(names)
        return any(
            other.anchor == claim.anchor and other.type in rules().keeps and other.status is Status.ASSERTED
            and other.act.start < claim.act.start and ours & self.sources.sides_of(other.actors)
            for other in self.line.claims
        )  # fmt: skip

    def _told_by_others(self, claim: Claim, names: Names, period: Period) -> Names:
        """Who is told taking a place that "was lost" in those days, where another was read as its taker."""
        if not names or not set(words(claim.act.quote)) & rules().lost or not is_agentless(claim):
            return ()
        slack = timedelta(days=rules().meet_days)
        told = [
            took for other in self.line.claims
            if other.type in rules().takes and other.status is Status.ASSERTED and other.period is not None
            and other.anchor != claim.anchor and period.first - slack <= other.period.last <= period.last + slack
            and not set(words(other.act.quote)) & rules().lost
            and (took := self._able(other.actors)) and _are_named(took, other)
        ]  # fmt: skip
        ours = self.sources.sides_of(names)
        rivals = told and all(self.parties.hostile(ours, self.sources.sides_of(took)) for took in told)
        return min(told) if rivals else ()

    def _shared(self, names: Names, lost: Names) -> Names:
        """The losers of the takers' own side, where all takers are of a loser's side."""
        ours = self.sources.sides_of(names)
        shared = tuple(name for name in lost if self.sources.side(name) in ours)
        return shared if ours <= self.sources.sides_of(shared) else ()

    def _parted(self, claim: Claim, names: Names, shared: Names, period: Period) -> tuple[Names, Names]:
        """The losers alone, where another side takes places in those days, or nobody does and it "was lost"."""
        taker = self.takers.in_the_flow(claim, self.line, period.last)
        lost = bool(set(words(claim.act.quote)) & rules().lost)
        if (self.sources.side(taker) not in self.sources.sides_of(shared)) if taker else lost:
            return (), shared
        return names, tuple(name for name in claim.targets if name not in shared)

    def _announced(self, claim: Claim) -> Names:
        """The one force that tells of a taking by nobody named: "the rebels announced its capture" speaks of theirs."""
        spoke = tuple(n for n in self._able(claim.attribution.speakers) if self.holders.is_listed(n))
        if len(spoke) != 1 or not self.holders.is_armed(spoke[0]) or set(words(claim.act.quote)) & rules().lost:
            return ()
        losers = self.sources.sides_of(self._able(claim.targets))
        return () if self.sources.side(spoke[0]) in losers else spoke

    def _keepers(self, claim: Claim, names: Names) -> Names:
        """Who has had the place since then by the same sentence: "the army's base since its capture in May"."""
        if not is_agentless(claim):
            return ()
        if not _SINCE.search(claim.anchor.quote[: claim.act.start - claim.anchor.start].casefold()):
            return () if _are_named(names, claim) else self._restored(claim)
        return next(
            (
                names for other in self.line.claims
                if other.anchor == claim.anchor and other.type in rules().keeps and other.status is Status.ASSERTED
                and other.period is not None and claim.period is not None
                and other.period.first == claim.period.last and (names := self._able(other.actors))
            ),
            (),
        )  # fmt: skip

    def _restored(self, claim: Claim) -> Names:
        """To whose control a place came: "was restored to government control", "cleared in May, remains with them"."""
        rest = claim.anchor.quote[claim.act.end - claim.anchor.start :]
        restored = _RESTORED.match(rest)
        if not restored and not set(words(rest)) & rules().goes_on:
            return ()
        return next(
            (
                names for other in self.line.claims
                if other.anchor == claim.anchor and other.type in rules().keeps and other.status is Status.ASSERTED
                and other.act.start > claim.act.start and (restored or goes_on(other))
                and (names := self._able(other.actors)) and _are_named(names, other)
            ),
            (),
        )  # fmt: skip

    def _in_the_flow(self, claim: Claim, names: Names, lost: Names, period: Period) -> tuple[Names, bool]:
        taker = self.takers.taker(replace(claim, actors=(), targets=lost), self.line, period.last)
        if taker is None or self.parties.may_share([self.sources.side(taker)], self.sources.sides_of(names)):
            return names, False
        return (taker,), True

    def _retaken_by_the_state(self, names: Names, claim: Claim) -> Name | None:
        """Who retook a place where the sentence names nobody: it was the taker's before, and at first the state's.

        `None` where the country has several governments or none, or where the government is who lost it.
        """
        if not self._says_retaken(claim) or _are_named(names, claim) or not is_agentless(claim):
            return None
        state = self.holders.state_of(self.line.country)
        if state is None or self._took_before(self.sources.sides_of([state]), claim, named=True):
            return None
        return state if self.sources.side(state) not in self.sources.sides_of(self._able(claim.targets)) else None

    def _took_before(self, sides: frozenset[str], claim: Claim, *, named: bool) -> bool:
        """Whether the last who are told taking the place before, or told so by name, are of these sides."""
        first = claim.period.first if claim.period else None
        told = [
            (other.period.last, bool(sides & self.sources.sides_of(other.actors)))
            for other in self.line.claims
            if other.type in rules().takes and other.status is Status.ASSERTED
            and (_are_named(other.actors, other) if named else other.actors)
            and other.period is not None and first is not None and other.period.last < first
        ]  # fmt: skip
        last = max((day for day, _ in told), default=None)
        return any(theirs for day, theirs in told if day == last)

    def _says_retaken(self, claim: Claim) -> bool:
        return bool(set(words(claim.act.quote)) & rules().retaken)

    def _is_retaken_from(self, names: Names, claim: Claim) -> bool:
        """Whether a place was retaken and the sentence does not say by whom: not by who was told taking it before."""
        if not self._says_retaken(claim) or not names or _are_named(names, claim):
            return False
        return self._took_before(self.sources.sides_of(names), claim, named=False)

    def _turned_about(self, claim: Claim, period: Period) -> Name | None:
        """The taker where the "loser" is the very side that takes the places around, and was never told here before."""
        losers = self.sources.sides_of(self._able(claim.targets))
        if not losers or losers & self.takers.told_at(self.line):
            return None
        taker = self.takers.taker(replace(claim, targets=()), self.line, period.last)
        return taker if taker and self.sources.side(taker) in losers else None


def _are_named(names: Iterable[Name], claim: Claim) -> bool:
    return any(is_named(name, claim.anchor) for name in names)
