"""Claims that contradict the same others, so that one of each class speaks for all; and what hangs together."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.records import Claim


@dataclass(frozen=True, slots=True)
class Alike:
    """Classes of claims that differ in nothing but their sentences; the first of each is its head.

    No two of one class contradict each other: they are one voice in one report.
    """

    classes: tuple[tuple[Claim, ...], ...]
    heads: tuple[Claim, ...]

    @classmethod
    def of(cls, claims: Iterable[Claim], also: Callable[[Claim], object] = lambda _: None) -> Alike:
        """Class the claims by everything that a contradiction looks at, and by what `also` gives."""
        found: dict[tuple[object, ...], list[Claim]] = {}
        for c in claims:
            said = (c.type, c.status, c.actors, c.targets, c.place, c.period)
            found.setdefault((*said, c.anchor.report_id, c.attribution.speakers, also(c)), []).append(c)
        return cls(tuple(map(tuple, found.values())), tuple(claims[0] for claims in found.values()))

    @classmethod
    def known(cls, claims: Mapping[str, Claim], classes: Iterable[Sequence[str]]) -> Alike:
        """The same for claims in the order of their ids, of which it is known which classes have more than one."""
        several = {ids[0]: tuple(claims[claim_id] for claim_id in ids) for ids in classes}
        beside = {claim.claim_id for members in several.values() for claim in members[1:]}
        found = [several.get(i, (claim,)) for i, claim in claims.items() if i not in beside]
        return cls(tuple(found), tuple(members[0] for members in found))

    def members(self, numbers: Iterable[int]) -> list[Claim]:
        """The claims of the classes of these numbers, in the order of their ids."""
        found = {claim.claim_id: claim for number in numbers for claim in self.classes[number]}
        return [found[claim_id] for claim_id in sorted(found)]


def components(edges: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """The sets of numbers that hang together by edges, each sorted, in the order of their first."""
    parent: dict[int, int] = {}

    def root(item: int) -> int:
        while parent.setdefault(item, item) != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, other in edges:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    groups: dict[int, list[int]] = {}
    for item in sorted(parent):
        groups.setdefault(root(item), []).append(item)
    yield from groups.values()


def part(
    group: Iterable[int], edges: Iterable[tuple[int, int]], agree: Callable[[int, Counter[int]], int]
) -> list[list[int]]:
    """The nodes of one component, parted so that no edge lies inside a part.

    From the most contradicted on outwards, each node takes the part in which it contradicts nothing and with which it
    agrees best, the first of several; a part of its own where it would stand against all.  `agree` weighs a node
    against the nodes of a part, which are counted.
    """
    beside: dict[int, set[int]] = {node: set() for node in group}
    for one, other in edges:
        beside[one].add(other)
        beside[other].add(one)
    parts: list[Counter[int]] = []
    placed: dict[int, int] = {}
    waiting = deque([min(beside, key=lambda node: (-len(beside[node]), node))])
    while waiting:
        node = waiting.popleft()
        if node in placed:
            continue
        barred = {placed[other] for other in beside[node] if other in placed}
        scores = [(-agree(node, inside), number) for number, inside in enumerate(parts) if number not in barred]
        best = min(scores, default=(1, 0))
        placed[node] = best[1] if best[0] <= 0 else len(parts)
        if placed[node] == len(parts):
            parts.append(Counter())
        parts[placed[node]][node] += 1
        waiting += sorted(beside[node] - placed.keys(), key=lambda other: (-len(beside[other]), other))
    return [sorted(inside) for inside in parts]
