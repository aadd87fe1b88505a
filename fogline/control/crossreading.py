"""What the words about one place tell of one another, and how weighty that leaves each.

1. Who takes a place and leaves it on one day by one report did not leave it: the loser did.
2. Who is found in a place was there some days before, unless somebody tells how the party took it.
3. A state told in one sentence with its end, by a rival's taking or the own leaving, is the state before; so is a state
   of no certain day that is told soon after a firm taking by a rival.
4. Who besieges a place does not hold it by the same sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.rules import rules
from fogline.control.testimony import NOBODY, ONE_DAY, Says, Testimony, is_own
from fogline.control.weights import is_named, weight_of
from fogline.records import Anchor, Basis, ClaimType, Status
from fogline.records.sources import Sources


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that bear on others, by what they are looked up by."""

    by_report: dict[str, list[Testimony]]  # who came, stayed or left
    by_anchor: dict[Anchor, list[Testimony]]  # the same
    takings: list[Testimony]  # firm ones, in the order of their days
    taken: list[date]  # the days of these
    camps: dict[frozenset[str], dict[str, date]]  # who is told there, in which reports, and from when on
    left: list[Testimony]

    @classmethod
    def of(cls, words: Sequence[Testimony]) -> _Words:
        """Look-ups over these words."""
        there = [t for t in words if t.says in (Says.TOOK, Says.KEEPS, Says.LEFT)]
        takings = sorted((t for t in there if t.says is Says.TOOK and not t.faint), key=lambda t: t.first)
        by_report = _grouped(there, lambda t: t.claim.anchor.report_id)
        camps: dict[frozenset[str], dict[str, date]] = {}
        for t in there:
            if t.says is not Says.LEFT and not t.former and not (t.says is Says.TOOK and t.last):  # no history
                told, report = camps.setdefault(t.parties, {}), t.claim.anchor.report_id
                told[report] = min(t.first, told.get(report, date.max))
        left = [t for t in there if t.says is Says.LEFT]
        by_anchor = _grouped(there, lambda t: t.claim.anchor)
        return cls(by_report, by_anchor, takings, [t.first for t in takings], camps, left)


@dataclass(frozen=True, slots=True)
class CrossReading:
    """Compares the words of one place."""

    sources: Sources
    parties: Parties
    holders: Holders

    def compare(self, found: Sequence[Testimony]) -> tuple[Testimony, ...]:
        """The words that stand, each as it stands, in their order."""
        words = _Words.of(found)
        besieged = _besiegers(found)
        kept = [t for t in found if not _is_slip(t, words) and not self._is_long_over(t, words)]
        kept = [t for t in kept if t.says is not Says.KEEPS or not t.parties & besieged.get(t.claim.anchor, NOBODY)]
        takers = {party for t in kept if t.says is Says.TOOK for party in t.parties}
        kept = [t for t in kept if not t.lately or not t.parties & takers]
        words = _Words.of(kept)
        return tuple(self._weighed(self._before(self._overtaken(t, words), words), words) for t in kept)

    def _is_long_over(self, word: Testimony, words: _Words) -> bool:
        """Whether a taking of some day in weeks is told in one sentence with a rival's state that goes on.

        "K has changed hands three times since May, and the rebels hold it": theirs is the last.
        """
        period = word.claim.period
        if word.says is not Says.TOOK or period is None or period.days <= rules().news_days:
            return False
        return any(
            t.says is Says.KEEPS
            and not t.former
            and t.last is None
            and not self.parties.may_share(t.parties, word.parties)
            for t in words.by_anchor.get(word.claim.anchor, ())
        )

    def _overtaken(self, word: Testimony, words: _Words) -> Testimony:
        """A state of the day of a rival's taking of which only later reports know, as the state until then."""
        if word.says is not Says.KEEPS or word.former or word.last is not None:
            return word
        spoke = max(word.first, word.told)
        since, until = bisect_left(words.taken, spoke), bisect_right(words.taken, spoke)
        takings = [t for t in words.takings[since:until] if not self._is_friendly(t, word)]
        if not takings or any(t.told <= word.told for t in takings):
            return word
        return replace(word, first=min(word.first, spoke - ONE_DAY), last=spoke - ONE_DAY)

    def _before(self, word: Testimony, words: _Words) -> Testimony:
        """A state told with its end as the state before; any other word as it is."""
        if word.says is not Says.KEEPS or word.former or word.claim.status is not Status.ASSERTED:
            return word
        ends = min(self._ends(word, words), default=None)
        if ends is None:
            return word
        until = ends - ONE_DAY
        first = min(word.first, until - timedelta(days=rules().before_days - 1))
        return replace(word, first=first, last=until, since=None, faint=True, former=True)

    def _ends(self, word: Testimony, words: _Words) -> Iterator[date]:
        """The days of what ended the state that this word tells of."""
        for other in words.by_anchor.get(word.claim.anchor, ()):
            left = other.says is Says.LEFT and bool(other.parties & word.parties)
            taken = other.claim.type in rules().takes and other.says in (Says.TOOK, Says.LEFT)
            if left or (taken and not self._is_friendly(other, word)):
                yield other.first
        if word.faint:
            late = timedelta(days=rules().stale_days)
            since, until = bisect_right(words.taken, word.first - late), bisect_right(words.taken, word.first)
            yield from (t.first for t in words.takings[since:until] if not self._is_friendly(t, word))

    def _is_friendly(self, taking: Testimony, word: Testimony) -> bool:
        return taking.says is Says.TOOK and self.parties.may_share(taking.parties, word.parties)

    def _weighed(self, word: Testimony, words: _Words) -> Testimony:
        """The word with its weight, and whether its report tells what came after."""
        names = () if word.inferred and word.says is not Says.PRESENT else word.names
        sure = weight_of(word.claim, names, listed=any(map(self.holders.is_listed, names)))
        foes = self.parties.hostile(self.sources.sides_of(word.claim.attribution.speakers), word.parties)
        if foes and names and not any(is_named(name, word.claim.anchor) for name in names):
            sure *= rules().weight.told_by_foe
        if self._is_alone(word, words):
            sure *= rules().weight.alone
        later = (t for t in words.by_report.get(word.claim.anchor.report_id, ()) if t.first > word.first)
        continued = any(t.parties != word.parties for t in later)
        return replace(word, sure=sure, weight=sure * self._part(word), continued=continued)

    def _is_alone(self, word: Testimony, words: _Words) -> bool:
        """Whether a state is told by one report alone, another party was told there, and nobody tells of a change."""
        if word.says is not Says.KEEPS or word.former:
            return False
        friends = {camp for camp in words.camps if self.parties.may_share(camp, word.parties)}
        origins = {self.sources.origins.get(report, report) for camp in friends for report in words.camps[camp]}
        rivals = [first for camp, told in words.camps.items() if camp not in friends for first in told.values()]
        if len(origins) > 1 or min(rivals, default=word.first) >= word.first:
            return False
        return not any(
            t.first <= word.first and not self.parties.may_share(t.parties, word.parties) for t in words.left
        )

    def _part(self, word: Testimony) -> float:
        """What part of its claim's weight counts for this holder on these days."""
        table = rules().weight
        undated = word.claim.period is None or word.claim.period.basis is Basis.PUBLISHED
        part = table.faint if undated or (word.faint and not word.former) else 1.0
        part *= table.former if word.former else 1.0
        part *= table.inferred if word.inferred else 1.0
        return part * (table.own_word if is_own(word, self.sources) else 1.0)


def _besiegers(words: Iterable[Testimony]) -> dict[Anchor, frozenset[str]]:
    """Who besieges the place, by the sentence that tells it."""
    found: dict[Anchor, frozenset[str]] = {}
    for word in words:
        if word.says is Says.CONTESTS and word.claim.type is ClaimType.BESIEGE:
            found[word.claim.anchor] = found.get(word.claim.anchor, NOBODY) | word.parties
    return found


def _is_slip(leaving: Testimony, words: _Words) -> bool:
    """Whether who is said to leave takes the place on that day, by the same report or, unnamed here, by any."""
    if leaving.says is not Says.LEFT:
        return False
    same = words.by_report.get(leaving.claim.anchor.report_id, ())
    if any(t.says is Says.TOOK and t.first == leaving.first and t.parties & leaving.parties for t in same):
        return True
    if any(is_named(name, leaving.claim.anchor) for name in leaving.names):
        return False
    since, until = bisect_left(words.taken, leaving.first), bisect_right(words.taken, leaving.first)
    return any(t.parties & leaving.parties and not t.inferred for t in words.takings[since:until])


def _grouped(words: Iterable[Testimony], key: Callable[[Testimony], Any]) -> dict[Any, list[Testimony]]:
    found: dict[Any, list[Testimony]] = {}
    for word in words:
        found.setdefault(key(word), []).append(word)
    return found
