"""Families: the tellings of one story, which of them came first, and from whom each derives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from fogline.lineage.agencies import Credit, Role, credits_of, is_agency, same_agency
from fogline.lineage.alignment import Likeness, compare
from fogline.lineage.fingerprints import name_pairs, near_copies, paraphrases
from fogline.lineage.kin import BOUND, DAYS_APART, FEWEST_KEYS, FEWEST_UNDATED, KIN, Tie, judge
from fogline.lineage.tellings import Telling, read_tellings
from fogline.records import Reading

Pair = tuple[int, int]
CLOSER = 0.15  # by so much nearer must another member be than the root, to be taken for the source


@dataclass(frozen=True, slots=True)
class Family:
    """The tellings of one origin, the likeliest source first; `agency` is the author whose own report is not held."""

    members: tuple[int, ...]
    agency: str | None


class Kindred:
    """The tellings of a corpus and what each pair of them was judged to be.

    Everything is a function of the set of readings: tellings stand in the order of their ids.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings: Mapping[str, Reading] = {r.report_id: r for r in readings}
        self.tellings: tuple[Telling, ...] = read_tellings(readings)
        self._carriers = tuple(self._rank(telling) for telling in self.tellings)
        self._days = tuple(min((r.day.day for r in reports if r.day), default=None) for reports in self._carriers)
        self._likeness: dict[Pair, Likeness] = {}
        self._neighbours: dict[int, set[int]] = {}
        self.retold: dict[Pair, Likeness] = {}
        self.updated: dict[Pair, Likeness] = {}
        self._reworded: dict[Pair, Likeness] = {}
        self._search()

    def likeness(self, first: int, second: int) -> Likeness:
        """The likeness of two tellings, seen from the first; computed once."""
        low, high = min(first, second), max(first, second)
        if (low, high) not in self._likeness:
            self._likeness[low, high] = compare(self.tellings[low], self.tellings[high])
        found = self._likeness[low, high]
        return found if first == low else found.turned()

    def reports(self, telling: int) -> tuple[Reading, ...]:
        """The reports that carry a telling, the likeliest original first: agencies, then by day, then by id."""
        return self._carriers[telling]

    def _rank(self, telling: Telling) -> tuple[Reading, ...]:
        carriers = [self.readings[i] for i in telling.report_ids]
        return tuple(sorted(carriers, key=lambda r: (not _own(r), r.day.day if r.day else date.max, r.report_id)))

    def original(self, telling: int) -> Reading:
        """The likeliest original among the reports of a telling."""
        return self.reports(telling)[0]

    def day(self, telling: int) -> date | None:
        """The first known day of a telling."""
        return self._days[telling]

    def _search(self) -> None:
        """Judge every candidate pair; of close copies one stands for all when paraphrases are looked for."""
        copies = near_copies(self.tellings)
        self._judge(copies)
        groups = join(range(len(self.tellings)), (pair for pair in copies if pair in self.retold))
        heads = [max(group, key=lambda i: (self.tellings[i].length, -i)) for group in groups]
        self._judge(paraphrases(self.tellings, sorted(heads)))
        self._settle()

    def _judge(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            likeness = self.likeness(*pair)
            tie = judge(likeness, first_is_older=_older(self.day(pair[0]), self.day(pair[1])))
            if tie is Tie.RETOLD and (likeness.keeps_text or self._may_follow(*pair)):
                self._retell(pair, likeness)
            elif tie is Tie.REWORDED and self._may_follow(*pair) and self._has_same_facts(*pair):
                self._reworded[pair] = likeness
            elif tie is not Tie.NONE and likeness.strength >= KIN:
                self.updated[pair] = likeness

    def _retell(self, pair: Pair, likeness: Likeness) -> None:
        self.retold[pair] = likeness
        for one, other in (pair, pair[::-1]):
            self._neighbours.setdefault(one, set()).add(other)

    def _has_same_facts(self, first: int, second: int) -> bool:
        """Whether two tellings join the same names and numbers, and have enough in common."""
        left, right = self.tellings[first], self.tellings[second]
        one, other = name_pairs(left).keys(), name_pairs(right).keys()
        bound = len(one & other) >= BOUND * max(1, min(len(one), len(other)))
        dated = self.day(first) is not None and self.day(second) is not None
        return bound and len(left.keys & right.keys) >= (FEWEST_KEYS if dated else FEWEST_UNDATED)

    def _may_follow(self, first: int, second: int) -> bool:
        """Whether the one may retell the other in words of its own.

        That is done within days, and by another house: what a house writes itself on another day is news.
        """
        one, other = self.day(first), self.day(second)
        apart = abs((one - other).days) if one and other else 0
        houses = [{r.outlet for r in self.reports(telling)} - {None} for telling in (first, second)]
        return apart == 0 or (apart <= DAYS_APART and not houses[0] & houses[1])

    def _settle(self) -> None:
        """Take reworded pairs for retellings, save where the one carries text over from another retelling of the other.

        The latter is an update: it is like the rewrite of a story whose background it keeps.
        """
        tellers = _ties(pair for low, high in (*self.retold, *self._reworded) for pair in ((low, high), (high, low)))
        sources = _ties(
            (late, early)
            for (low, high), likeness in self.updated.items()
            for late, early in ((low, high), (high, low))
            if likeness.keeps_text and not _older(self.day(late), self.day(early))
        )
        for (low, high), likeness in self._reworded.items():
            update = any(sources.get(a, set()) & tellers.get(b, set()) for a, b in ((low, high), (high, low)))
            if not update:
                self._retell((low, high), likeness)
            elif likeness.strength >= KIN:
                self.updated[low, high] = likeness

    def families(self) -> tuple[Family, ...]:
        """Every telling in its family, by the first member's index."""
        groups = join(range(len(self.tellings)), self.retold)
        return tuple(self._family(sorted(group)) for group in groups)

    def _family(self, members: Sequence[int]) -> Family:
        """Order the members: an agency's own report that others credit, then an agency's, the earliest, the fullest."""
        named = Counter(c for i in members for r in self.reports(i) for c in credits_of(r))
        telling_much = self._centrality(members)
        first_day = min((d for d in map(self.day, members) if d), default=None)

        def rank(index: int) -> tuple[bool, bool, bool, float, int, int]:
            report, day = self.original(index), self.day(index)
            credited = any(same_agency(credit.agency, report.outlet) for credit in named)
            late = day is not None and first_day is not None and day > first_day
            return (
                not credited, not _own(report), late, -telling_much[index], -self.tellings[index].length, index,
            )  # fmt: skip

        ordered = tuple(sorted(members, key=rank))
        return Family(ordered, self._absent(ordered, named))

    def _absent(self, ordered: Sequence[int], named: Mapping[Credit, int]) -> str | None:
        """The agency that the family's story is from, where no report of its own is held: the one credited most.

        A report that stands alone owes its text to an agency only if its dateline, byline or sign-off says so.
        """
        carriers = [r for i in ordered for r in self.reports(i)]
        owed = {Role.AUTHOR, Role.SOURCE} if len(carriers) > 1 else {Role.AUTHOR}
        absent = [c for c in named if c.role in owed and not any(same_agency(c.agency, r.outlet) for r in carriers)]
        if not absent or _own(self.original(ordered[0])):
            return None
        return min(absent, key=lambda c: (c.role is not Role.AUTHOR, -named[c], c.agency)).agency

    def _centrality(self, members: Sequence[int]) -> dict[int, float]:
        """How much of the others each member tells, summed over the pairs that were judged to be one story."""
        return {
            member: round(
                sum(self.likeness(o, member).first.aligned for o in sorted(self._neighbours.get(member, ()))), 2
            )
            for member in members
        }

    def source_of(self, member: int, before: Set[int], root: int) -> int:
        """Which of the members before it a telling derives from: the root, unless another is clearly closer."""

        def closeness(other: int) -> float:
            view = self.likeness(member, other).first
            return round((view.aligned + view.copied) / 2, 2)

        near = sorted(before & self._neighbours.get(member, set()))
        best = max(near, key=lambda o: (closeness(o), -o), default=root)
        return best if closeness(best) >= closeness(root) + CLOSER else root


def join(items: Iterable[int], pairs: Iterable[Pair]) -> list[list[int]]:
    """The groups that the pairs tie together, each sorted, by their first item."""
    parent = {item: item for item in items}

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in pairs:
        low, high = sorted((find(left), find(right)))
        parent[high] = low
    groups: dict[int, list[int]] = {}
    for item in sorted(parent):
        groups.setdefault(find(item), []).append(item)
    return list(groups.values())


def _ties(pairs: Iterable[Pair]) -> dict[int, set[int]]:
    """What each first item is paired with."""
    found: dict[int, set[int]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return found


def _own(report: Reading) -> bool:
    """Whether a report is an agency's own."""
    named = any(same_agency(credit, report.outlet) for credit in report.credits or ())
    authors = [c for c in credits_of(report) if c.role is Role.AUTHOR]
    return (named or is_agency(report.outlet)) and not authors


def _older(first: date | None, second: date | None) -> bool | None:
    """Whether the first day is before the second; `None` where they are the same or one is unknown."""
    return None if first is None or second is None or first == second else first < second
