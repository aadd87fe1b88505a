"""Who most probably holds a place on a day, by weighing all that is said of it in the order of its days.

Every word shifts the belief by its weight (see `weights`): a taking, and a state, move that share of it to their party;
a leaving moves that share of the party's to nobody; a denial, or a taking said to be still to come, takes that share
from the party and gives it back to the others.  A report that tells a taking and nothing later of the place takes it
to last: on its own day that counts as a faint state.  Of one origin the weightiest word of a kind counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from math import prod
from typing import NamedTuple

from fogline.control.parties import Parties
from fogline.control.rules import rules
from fogline.control.testimony import Says, Testimony
from fogline.records.sources import Sources

Camp = frozenset[str]
NOBODY: Camp = frozenset()
_MOST = 0.95  # no word is surer
# In which order what is said of one day is weighed.
_STATE, _LEFT, _SPARED, _HERE, _MADE_WAY, _NOT, _FORMER, _RETOLD = range(8)
_MOVES = (_STATE, _HERE, _FORMER, _RETOLD)


@dataclass(slots=True)
class Belief:
    """The share of each camp, and of nobody; what is left of 1 is not known."""

    parties: Parties
    shares: dict[Camp, float] = field(default_factory=dict)
    nobody: float = 0.0

    @property
    def open(self) -> float:
        """The share of which nothing is known."""
        return max(0.0, 1.0 - self.nobody - sum(self.shares.values()))

    def leaders(self) -> list[Camp]:
        """The camps, that with the largest share first."""
        return sorted(self.shares, key=lambda camp: (-self.of(camp), sorted(camp)))

    def of(self, camp: Camp) -> float:
        """The share of a camp with those who may hold a place together with it."""
        return sum(share for other, share in self.shares.items() if self.parties.may_share(camp, other))

    def move_to(self, weights: Mapping[Camp, Sequence[float]], *, from_nobody: bool) -> None:
        """Give each camp its part of everybody's share, or of all but nobody's: the more, the weightier its words."""
        kept = {camp: prod(1 - weight for weight in found) for camp, found in weights.items()}
        left = prod(kept.values())
        told = sum(1 - share for share in kept.values())
        if not told:
            return
        moved = (1 - left) * (1.0 if from_nobody else 1 - self.nobody)
        self._scale(self.shares, left)
        self.nobody *= left if from_nobody else 1.0
        for camp, share in kept.items():
            self.shares[camp] = self.shares.get(camp, 0.0) + moved * (1 - share) / told

    def leave(self, camps: Iterable[Camp], weight: float) -> None:
        """Give nobody so much of the share of these camps, and of what is not known."""
        gone = [camp for camp in camps if camp in self.shares]
        if not gone and self.shares:
            return
        self.nobody += weight * (self.open + sum(self.shares[camp] for camp in gone))
        self._scale(gone, 1 - weight)

    def yield_to(self, came: Iterable[Camp], camps: Iterable[Camp], weight: float) -> None:
        """Give so much of the share of these camps to those who took the place lately, in proportion to theirs."""
        takers, gone = list(came), [camp for camp in camps if camp in self.shares]
        lost = weight * sum(self.shares[camp] for camp in gone)
        total = sum(self.shares[camp] for camp in takers)
        self._scale(gone, 1 - weight)
        if total:
            self._scale(takers, 1 + lost / total)

    def deny(self, camps: Iterable[Camp], weight: float) -> None:
        """Take so much of the share of these camps, and give it to the rest in proportion."""
        gone = [camp for camp in camps if camp in self.shares]
        lost = weight * sum(self.shares[camp] for camp in gone)
        rest = 1.0 - sum(self.shares[camp] for camp in gone)
        self._scale(gone, 1 - weight)
        if rest > 0:
            self._scale([camp for camp in self.shares if camp not in gone], 1 + lost / rest)
            self.nobody *= 1 + lost / rest

    def _scale(self, camps: Iterable[Camp], factor: float) -> None:
        for camp in list(camps):
            self.shares[camp] *= factor


class _Step(NamedTuple):
    """A kind of word of one origin, on the day that it is weighed for."""

    day: date
    order: int
    camp: tuple[str, ...]
    since: date
    origin: str
    took: bool = False
    fell: bool = False  # a taking by nobody named, and not that nobody is there


def believe(words: Sequence[Testimony], day: date, sources: Sources, parties: Parties) -> Belief:
    """The belief on a day by all these words; the order in which they come changes nothing."""
    steps: dict[_Step, float] = {}
    for word in words:
        if word.first <= day:
            for step, weight in _steps(word, day, sources):
                steps[step] = max(steps.get(step, 0.0), min(weight, _MOST))
    ordered = sorted(steps)
    taken: dict[Camp, date] = {}
    for step in ordered:
        if step.took:
            camp = frozenset(step.camp)
            taken[camp] = max(taken.get(camp, date.min), step.day)
    belief = Belief(parties)
    weighed = {_in_turn(step, taken, parties): steps[step] for step in ordered}
    for (_, order), found in groupby(sorted(weighed), key=lambda step: (step.day, step.order)):
        _take(belief, order, {step: weighed[step] for step in found}, taken)
    return belief


def _in_turn(step: _Step, taken: Mapping[Camp, date], parties: Parties) -> _Step:
    """A leaving on the day on which others took the place comes after their taking: it made way for them."""
    if step.order != _LEFT or not step.camp:
        return step
    others = (camp for camp, day in taken.items() if day == step.day and not parties.may_share(camp, step.camp))
    return step._replace(order=_MADE_WAY) if any(others) else step


def _take(belief: Belief, order: int, steps: Mapping[_Step, float], taken: Mapping[Camp, date]) -> None:
    """Let the belief be shifted by all words of one kind and day."""
    if order in _MOVES:
        weights: dict[Camp, list[float]] = {}
        for step, weight in steps.items():
            weights.setdefault(frozenset(step.camp), []).append(weight)
        belief.move_to(weights, from_nobody=order != _RETOLD)
        return
    for step, weight in steps.items():
        camp = frozenset(step.camp)
        meant = [other for other in belief.shares if not camp or belief.parties.allied(other, camp)]
        if order in (_NOT, _SPARED):
            belief.deny(meant, weight)
        else:
            # A taking whose taker is not named may be the very taking that others name.
            slack = timedelta(days=rules().turn_days if step.fell else 1)
            left = [c for c in meant if camp or step.since > taken.get(c, date.min) + slack]
            came = _successors(belief, meant, step.day, taken)
            came = came if camp else [c for c in meant if step.fell and c not in left]
            if came:
                belief.yield_to(came, left, weight)
            else:
                belief.leave(left, weight)


def _successors(belief: Belief, left: Sequence[Camp], day: date, taken: Mapping[Camp, date]) -> list[Camp]:
    """Who is told taking the place in the days before others left it, and not before these took it themselves."""
    since = max([day - timedelta(days=rules().news_days), *(taken.get(camp, date.min) for camp in left)])
    return [camp for camp in belief.shares if camp not in left and since <= taken.get(camp, date.min) <= day]


def _steps(word: Testimony, day: date, sources: Sources) -> Iterator[tuple[_Step, float]]:
    """What a word says, by day and kind, and how weighty it is."""
    weight = word.weight
    camp, origin, spoke = tuple(sorted(word.parties)), sources.origin(word.claim), word.speaks_at(day)
    since = word.since or word.first
    if word.says is Says.KEEPS:
        order = _FORMER if word.former and word.last is not None else _HERE if word.first == spoke else _STATE
        yield _Step(spoke, order, camp, date.min, origin), weight
    elif word.says is Says.LEFT:
        fell = not camp and word.claim.type in rules().takes
        yield _Step(spoke, _LEFT, camp, since, origin, fell=fell), weight
    elif word.says is Says.SPARED:
        yield _Step(spoke, _SPARED if spoke == word.told else _NOT, camp, date.min, origin), weight
    elif word.says is Says.NOT:
        yield _Step(spoke, _NOT, camp, date.min, origin), weight * rules().weight.denial
    elif word.says is Says.TOOK:
        yield _Step(spoke, _HERE, camp, date.min, origin, True), weight
        if word.told > word.first and not word.continued:
            yield _Step(min(word.told, day), _RETOLD, camp, date.min, origin), weight * rules().weight.retold
