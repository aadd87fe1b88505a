"""How seeds come together as stories: what each weighs, which are alike, and the parts in which they hang together.

How rare a key is goes by powers of four of how many groups of kin hold it, and of how many there are: so what two
groups are to one another follows from the two and from the levels of their keys, and does not move with each report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import combinations, count
from math import exp, sqrt

from fogline.lineage.groups import join
from fogline.lineage.seeds import Seed

SAME = 0.13  # likeness from which two groups follow one story
FADING_DAYS = 30.0  # in which likeness falls to 37 of 100
COMMON = 100  # groups that are thought of beside those of the record, so that a small record can be judged
BASE = 4  # of the powers that rarity goes by
CLUE = 3  # a key below this level is a clue: fewer than `BASE ** CLUE` groups hold it
CROWD = BASE**CLUE
SHARED = 3  # clues that two groups must share to be compared
KEPT = 100  # keys of a group, the weightiest
Pair = tuple[int, int]


def level(holders: int) -> int:
    """The power of four that so many come to."""
    found = 0
    while holders >= BASE:
        holders //= BASE
        found += 1
    return found


@dataclass(frozen=True, slots=True)
class Rarity:
    """The levels of keys, and that of a record of so many groups."""

    top: int
    levels: Mapping[int, int]

    @classmethod
    def of(cls, groups: int, holders: Mapping[int, int]) -> Rarity:
        """By how many groups there are, and how many hold each key."""
        return cls(top_of(groups), {key: level(held) for key, held in holders.items()})

    @classmethod
    def among(cls, seeds: Sequence[Seed]) -> Rarity:
        """Of seeds that are all there are."""
        held: Counter[int] = Counter()
        for seed in seeds:
            held.update(seed.keys.keys())
        return cls.of(len(seeds), held)

    def weigh(self, seed: Seed) -> dict[int, float]:
        """The weights of the keys of a seed, of length one: the weightiest, in the order of the keys."""
        weights = {key: found for key, own in seed.keys.items() if (found := own * (self.top - self.levels[key])) > 0}
        kept = sorted(sorted(weights.items(), key=lambda row: (-row[1], row[0]))[:KEPT])
        length = sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        return {key: weight / length for key, weight in kept}

    def clues(self, seed: Seed) -> list[int]:
        """The keys by which others are looked for."""
        return [key for key in seed.keys if self.levels[key] < CLUE]


def top_of(groups: int) -> int:
    """The level of a record of so many groups."""
    return level(groups + COMMON)


@dataclass(slots=True)
class Group:
    """Seeds that are taken to follow one story.  `weights` is the sum over `units` seeds of unit length."""

    reports: tuple[str, ...]
    seeds: tuple[int, ...]
    weights: dict[int, float]
    first: date | None
    last: date | None

    def likeness(self, other: Group) -> float:
        """The mean likeness of their seeds, 0 to 1, less the farther their days are apart."""
        few, many = sorted((self.weights, other.weights), key=len)
        shared = sum(weight * many[key] for key, weight in few.items() if key in many)
        mean = shared / (len(self.seeds) * len(other.seeds))
        return round(mean * exp(-self._apart_days(other) / FADING_DAYS), 6)

    def _apart_days(self, other: Group) -> int:
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0
        return max(0, (max(self.first, other.first) - min(self.last, other.last)).days)

    def joined(self, other: Group) -> Group:
        """Both as one."""
        one, two = sorted((self, other), key=lambda group: group.reports)
        weights = Counter(one.weights)
        weights.update(two.weights)
        days = [day for day in (one.first, one.last, two.first, two.last) if day]
        return Group(
            tuple(sorted(one.reports + two.reports)), one.seeds + two.seeds, dict(weights),
            min(days, default=None), max(days, default=None),
        )  # fmt: skip


def group(seed: Seed, rarity: Rarity, number: int = 0) -> Group:
    """A seed as a group of its own."""
    return Group(seed.reports, (number,), rarity.weigh(seed), seed.first, seed.last)


def find_parts(seeds: Sequence[Seed], rarity: Rarity) -> Iterator[tuple[tuple[int, ...], list[tuple[int, ...]]]]:
    """The parts in which seeds hang together, directly or through others, each with its stories; all as numbers.

    Seeds hang together that are alike; stories are made within a part.  What a part comes to follows from its own.
    """
    groups = [group(seed, rarity, number) for number, seed in enumerate(seeds)]
    pairs = _candidates(seeds, rarity)
    alike = (pair for pair in pairs if groups[pair[0]].likeness(groups[pair[1]]) >= SAME)
    parts = join(range(len(seeds)), alike)
    home = {number: at for at, members in enumerate(parts) for number in members}
    own: list[list[Pair]] = [[] for _ in parts]
    for one, other in pairs:
        if home[one] == home[other]:
            own[home[one]].append((one, other))
    for members, near in zip(parts, own, strict=True):
        yield tuple(members), [found.seeds for found in gather({n: groups[n] for n in members}, near)]


def _candidates(seeds: Sequence[Seed], rarity: Rarity) -> list[Pair]:
    """The pairs of seeds that share clues enough."""
    holders: dict[int, list[int]] = {}
    for number, seed in enumerate(seeds):
        for key in rarity.clues(seed):
            holders.setdefault(key, []).append(number)
    shared = Counter(pair for numbers in holders.values() for pair in combinations(numbers, 2))
    return sorted(pair for pair, clues in shared.items() if clues >= SHARED)


def gather(groups: Mapping[int, Group], pairs: Iterable[Pair]) -> list[Group]:
    """Join groups, the likest first, for as long as two are like enough; by their reports."""
    alive = dict(groups)
    numbers = count(max(alive) + 1)
    near: dict[int, set[int]] = {number: set() for number in alive}
    heap: list[tuple[float, tuple[str, ...], tuple[str, ...], int, int]] = []

    def rank(one: int, other: int) -> Iterator[tuple[float, tuple[str, ...], tuple[str, ...], int, int]]:
        near[one].add(other)
        near[other].add(one)
        likeness = alive[one].likeness(alive[other])
        if likeness >= SAME:
            low, high = sorted((one, other), key=lambda n: alive[n].reports)
            yield (-likeness, alive[low].reports, alive[high].reports, low, high)

    heap = [row for pair in pairs for row in rank(*pair)]
    heapify(heap)
    while heap:
        *_, one, other = heappop(heap)
        if one not in alive or other not in alive:
            continue
        number = next(numbers)
        alive[number] = alive.pop(one).joined(alive.pop(other))
        thirds = sorted((near.pop(one) | near.pop(other)) - {one, other})
        near[number] = set()
        for third in thirds:
            near[third] -= {one, other}
            for row in rank(number, third):
                heappush(heap, row)
    return sorted(alive.values(), key=lambda found: found.reports)
