"""What the words about one place tell of one another, and how weighty that leaves each.

1. Who takes a place and leaves it on one day by one report did not leave it: the loser did.
2. Who is found in a place was there some days before, unless somebody tells how the party took it lately.
3. A state told in one sentence with its end, by a rival's taking or the own leaving, is the state before; so is a state
   of no certain day that is told soon after a firm taking by a rival, but not by the party itself.
4. Who besieges a place does not hold it by the same sentence.
5. A party that admits having left was not there afterwards, as it or others said before it admitted it.
6. A party's own word that it took the place counts for more where nobody else is told there on that day or later, and
   nobody denies it: what was told before is not against it.  Where others left just before, it is not its word alone.
7. What a report recalls of the weeks before another's taking is not the last of the place.
8. A state told in whole months ends with a rival's taking in its last month.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from fogline.control.bearing import comes_after, is_passive
from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.rules import rules
from fogline.control.testimony import NOBODY, ONE_DAY, Says, Testimony, is_own
from fogline.control.weights import is_named, weight_of
from fogline.records import Anchor, Basis, ClaimType, Status
from fogline.records.sources import Sources

Camp = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Alone:
    """What is told beside the states of one camp: whether several origins have it, when rivals and leavers came."""

    several: bool
    rival: date | None
    left: date | None


@dataclass(slots=True)
class _Words:
    """The words that bear on others, by what they are looked up by: each camp once, so that no two words are compared.

    A report may have thousands of words of one place.
    """

    by_anchor: dict[Anchor, list[Testimony]] = field(default_factory=dict)  # who came, stayed or left
    took: dict[tuple[str, date], set[Camp]] = field(default_factory=dict)  # by report and day
    last: dict[str, dict[Camp, date]] = field(default_factory=dict)  # the last day that a report tells of each camp
    takings: dict[date, dict[Camp, date]] = field(default_factory=dict)  # of a day, firm ones, and when first told
    named: dict[date, set[Camp]] = field(default_factory=dict)  # those of them whose takers are not inferred
    taken: dict[Camp, list[date]] = field(default_factory=dict)  # the days of the firm takings of each, in order
    camps: dict[Camp, dict[str, date]] = field(default_factory=dict)  # who is told there, in which reports, since when
    left: dict[Camp, date] = field(default_factory=dict)  # when each was first told leaving
    alone: dict[Camp, _Alone] = field(default_factory=dict)
    latest: dict[Camp, date] = field(default_factory=dict)  # the last day on which each is told there, no history
    denied: dict[Camp, date] = field(default_factory=dict)  # and is told not to be
    gone: dict[Camp, date] = field(default_factory=dict)  # when each was last told leaving

    @classmethod
    def of(cls, words: Sequence[Testimony]) -> _Words:
        """Look-ups over these words."""
        found = cls()
        for t in words:
            if t.says in (Says.TOOK, Says.KEEPS, Says.LEFT):
                found._add(t)
            elif t.says is Says.NOT:
                found.denied[t.parties] = max(t.last or t.first, found.denied.get(t.parties, date.min))
        for days in found.taken.values():
            days.sort()
        return found

    def _add(self, t: Testimony) -> None:
        report = t.claim.anchor.report_id
        self.by_anchor.setdefault(t.claim.anchor, []).append(t)
        last = self.last.setdefault(report, {})
        last[t.parties] = max(t.first, last.get(t.parties, date.min))
        if t.says is Says.LEFT:
            self.left[t.parties] = min(t.first, self.left.get(t.parties, date.max))
            self.gone[t.parties] = max(t.first, self.gone.get(t.parties, date.min))
        elif not t.former and not (t.says is Says.TOOK and t.last):  # no history
            since = self.camps.setdefault(t.parties, {})
            since[report] = min(t.first, since.get(report, date.max))
            self.latest[t.parties] = max(t.speaks_at(t.told), self.latest.get(t.parties, date.min))
        if t.says is Says.TOOK:
            self.took.setdefault((report, t.first), set()).add(t.parties)
            if not t.faint:
                self._add_firm(t)

    def _add_firm(self, t: Testimony) -> None:
        told = self.takings.setdefault(t.first, {})
        told[t.parties] = min(t.told, told.get(t.parties, date.max))
        self.taken.setdefault(t.parties, []).append(t.first)
        if not t.inferred:
            self.named.setdefault(t.first, set()).add(t.parties)


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
        kept = self._admitted(kept)
        took = _last_takings(kept)
        kept = [t for t in kept if not t.lately or not _came_lately(t, took)]
        words = _Words.of(kept)
        return tuple(self._weighed(self._before(self._overtaken(t, words), words), words) for t in kept)

    def _admitted(self, found: Sequence[Testimony]) -> list[Testimony]:
        """The words without those states of a party that it has itself ended since: it admits having left before."""
        own = (t for t in found if t.says is Says.LEFT and t.parties and self.sources.is_own_word(t.claim))
        left = {(t.parties, t.first, t.told) for t in own}  # few, however many words there are
        return [t for t in found if not any(self._is_over(t, *each) for each in left)]

    def _is_over(self, word: Testimony, camp: Camp, gone: date, told: date) -> bool:
        """Whether it is a state of the camp on the day on which that left or later, told before its leaving was."""
        if word.says is not Says.KEEPS or word.former or word.told > told or word.speaks_at(word.told) < gone:
            return False
        return self.parties.allied(camp, word.parties)

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
        """A state of the day of a rival's taking of which only later reports know, as the state until then.

        So is one of whole months ("held it from May to December") in the last of which a rival took the place.
        """
        if word.says is not Says.KEEPS or word.former:
            return word
        if word.last is not None:
            took = self._taken_in_its_last_month(word, words) if word.told > word.last else None
            return word if took is None else replace(word, last=took - ONE_DAY)
        spoke = max(word.first, word.told)
        takings = words.takings.get(spoke, {})
        told = [first for camp, first in takings.items() if not self.parties.may_share(camp, word.parties)]
        if not told or min(told) <= word.told:
            return word
        return replace(word, first=min(word.first, spoke - ONE_DAY), last=spoke - ONE_DAY)

    def _taken_in_its_last_month(self, word: Testimony, words: _Words) -> date | None:
        """The day of a rival's first firm taking in the month with whose last day a state ends."""
        last = word.last
        if last is None or (last + ONE_DAY).day != 1 or word.first >= last.replace(day=1):
            return None
        rivals = (days for camp, days in words.taken.items() if not self.parties.may_share(camp, word.parties))
        return min((day for days in rivals for day in days if last.replace(day=1) <= day <= last), default=None)

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
        """The days of what ended the state that this word tells of: of each camp's takings the first."""
        for other in words.by_anchor.get(word.claim.anchor, ()):
            left = other.says is Says.LEFT and bool(other.parties & word.parties)
            taken = other.claim.type in rules().takes and other.says in (Says.TOOK, Says.LEFT)
            if left or (taken and not self._is_friendly(other, word)):
                yield other.first
        if word.faint and not self.sources.is_own_word(word.claim):
            late = timedelta(days=rules().stale_days)
            for camp, days in words.taken.items():
                at = bisect_right(days, word.first - late)
                if at < len(days) and days[at] <= word.first and not self.parties.may_share(camp, word.parties):
                    yield days[at]

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
        last = words.last.get(word.claim.anchor.report_id, {})
        continued = any(day > word.first and camp != word.parties for camp, day in last.items())
        continued = continued or self._is_recalled(word, words)
        return replace(word, sure=sure, weight=sure * self._part(word, words), continued=continued)

    def _is_recalled(self, word: Testimony, words: _Words) -> bool:
        """Whether a taking is told long after its day, and another party is told taking the place in between."""
        if word.says is not Says.TOOK or word.told - word.first <= timedelta(days=rules().news_days):
            return False
        return any(
            bisect_right(days, word.told) > bisect_right(days, word.first)
            for camp, days in words.taken.items()
            if not self.parties.may_share(camp, word.parties)
        )

    def _is_alone(self, word: Testimony, words: _Words) -> bool:
        """Whether a state is told by one report alone, another party was told there, and nobody tells of a change.

        A party that says that it has the place itself answers who said otherwise.
        """
        if word.says is not Says.KEEPS or word.former or self.sources.is_own_word(word.claim):
            return False
        if word.parties not in words.alone:
            words.alone[word.parties] = self._beside(word.parties, words)
        known = words.alone[word.parties]
        if known.several or known.rival is None or known.rival >= word.first:
            return False
        return known.left is None or known.left > word.first

    def _beside(self, camp: Camp, words: _Words) -> _Alone:
        """What is told beside the states of a camp."""
        friends = {other for other in words.camps if self.parties.may_share(other, camp)}
        origins = {self.sources.origins.get(report, report) for other in friends for report in words.camps[other]}
        rivals = [first for other, told in words.camps.items() if other not in friends for first in told.values()]
        left = [first for other, first in words.left.items() if not self.parties.may_share(other, camp)]
        return _Alone(len(origins) > 1, min(rivals, default=None), min(left, default=None))

    def _is_unanswered(self, word: Testimony, words: _Words) -> bool:
        """Whether nobody else is told there on its day or later, nor leaving after it, and nobody denies it since."""
        others = (d for camp, d in words.latest.items() if not self.parties.may_share(camp, word.parties))
        denials = (d for camp, d in words.denied.items() if not camp or self.parties.allied(camp, word.parties))
        gone = (
            d - ONE_DAY for camp, d in words.gone.items() if camp and not self.parties.may_share(camp, word.parties)
        )
        return all(day < word.first for day in (*others, *denials, *gone))

    def _is_made_way_for(self, word: Testimony, words: _Words) -> bool:
        """Whether others are told leaving the place in the days before: then it is not its word alone."""
        since = word.first - timedelta(days=rules().news_days)
        left = (d for camp, d in words.gone.items() if camp and not self.parties.may_share(camp, word.parties))
        return any(since <= day <= word.first for day in left)

    def _part(self, word: Testimony, words: _Words) -> float:
        """What part of its claim's weight counts for this holder on these days."""
        table = rules().weight
        undated = word.claim.period is None or word.claim.period.basis is Basis.PUBLISHED
        part = table.faint if undated or (word.faint and not word.former) else 1.0
        part *= table.former if word.former else 1.0
        if word.inferred:
            lost = word.says is Says.TOOK and any(is_named(name, word.claim.anchor) for name in word.claim.targets)
            part *= table.inferred_foe if lost else table.inferred
        if word.says is Says.LEFT or not is_own(word, self.sources):  # who owns to having left says no good of itself
            return part
        if word.says is not Says.TOOK or not self._is_unanswered(word, words):
            return part * table.own_word
        return part * (1.0 if self._is_made_way_for(word, words) else table.own_unanswered)


def _came_lately(word: Testimony, took: Mapping[str, date]) -> bool:
    """Whether a party of it is told taking the place in the weeks before it is found there."""
    since = word.first - timedelta(days=rules().before_days)
    return any(took.get(party, date.min) >= since for party in word.parties)


def _last_takings(words: Iterable[Testimony]) -> dict[str, date]:
    """On which day each party is last told taking the place."""
    found: dict[str, date] = {}
    for word in words:
        if word.says is Says.TOOK:
            found.update((party, max(word.first, found.get(party, date.min))) for party in word.parties)
    return found


def _besiegers(words: Iterable[Testimony]) -> dict[Anchor, frozenset[str]]:
    """Who besieges the place, by the sentence that tells it; not where a place "is hemmed in" by nobody named."""
    found: dict[Anchor, frozenset[str]] = {}
    for word in words:
        besieges = word.says is Says.CONTESTS and word.claim.type is ClaimType.BESIEGE
        if besieges and (word.claim.targets or not is_passive(word.claim)):
            found[word.claim.anchor] = found.get(word.claim.anchor, NOBODY) | word.parties
    return found


def _is_slip(leaving: Testimony, words: _Words) -> bool:
    """Whether who is said to leave takes the place on that day, by the same report or, unnamed here, by any.

    "Took it, then left it" is no slip.
    """
    if leaving.says is not Says.LEFT or comes_after(leaving.claim):
        return False
    if any(camp & leaving.parties for camp in words.took.get((leaving.claim.anchor.report_id, leaving.first), ())):
        return True
    if any(is_named(name, leaving.claim.anchor) for name in leaving.names):
        return False
    return any(camp & leaving.parties for camp in words.named.get(leaving.first, ()))
