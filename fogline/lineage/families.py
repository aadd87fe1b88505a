"""Families: the tellings of one story, which of them came first, and from whom each derives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import combinations

from fogline.lineage.agencies import Credit, Role, credits_of, is_agency, same_agency
from fogline.lineage.alignment import Likeness
from fogline.lineage.anchors import Anchors
from fogline.lineage.comparisons import Comparison, Comparisons
from fogline.lineage.coverage import covered
from fogline.lineage.features import passing
from fogline.lineage.gathering import Pair, gather
from fogline.lineage.gist import Gists
from fogline.lineage.groups import Groups
from fogline.lineage.held import Pairs, find_pairs
from fogline.lineage.kin import COPIED, ORDERLY, Judged, Tie, judge
from fogline.lineage.tellings import Tellings
from fogline.records import Reading
from fogline.records.reckoned import Reckoned

CLOSER = 0.15  # by so much nearer must another member be than the root, to be taken for the source
BOUND = 0.33  # share of the pairs of names and numbers in one sentence that both join, where no sentence is kept
LOOSELY_BOUND = 0.20  # the same where the judge is surer than `SURER`, in log odds
SURER = 3.0
KEPT_RUNS = 0.5  # share of the shorter's runs of three words, quotations left out, that is text of the other
FEWEST_KEYS = 25  # that both must have: two short items on one kind of happening are alike by their kind
MIXED = 0.7  # of a report that two others tell: from here on, it may draw on both
ADDED = 0.28  # of it, that each of the two tells and the other does not: story and update reach 0.26, two origins 0.30
STRANGERS = -6.0  # log odds at most that the two are kin
NEAREST = 12  # kin of a report that are looked at for two origins
DAYS_APART = 3  # within which a rewording follows; later, the like is told of another happening
SUREST = 4.0  # log odds; more than this no pair has to say on how a group is made up
UNLIKE = 0.25  # as much at most speaks against one origin where two are no kin: both may be kin through a third


class Tied(IntEnum):
    """How two tellings hang together."""

    NOT = 0
    KIN = 1  # kin, or one may draw on the other
    COPY = 2  # kin in the same words


@dataclass(frozen=True, slots=True)
class Family:
    """The tellings of one origin, the likeliest source first; `agency` is the author whose own report is not held."""

    members: tuple[int, ...]
    agency: str | None


class Kindred:
    """The tellings of a corpus and what each pair of them was judged to be.

    Everything is a function of the set of readings: tellings stand in the order of their ids.  Where the tellings are
    given, nothing is judged before it is asked for, and only `members`, with the reports `report_ids`, are worked out.
    """

    def __init__(
        self, readings: Sequence[Reading], reckoned: Reckoned | None = None, tellings: Tellings | None = None
    ) -> None:
        self.readings: Mapping[str, Reading] = {r.report_id: r for r in readings}
        self.tellings = Tellings(readings) if tellings is None else tellings
        self.members: Sequence[int] = ()
        self.report_ids: Sequence[str] = ()
        self._carriers: dict[int, tuple[Reading, ...]] = {}
        self._days: dict[int, date | None] = {}
        self.reckoned = reckoned if reckoned is not None else Reckoned()
        self._comparisons = Comparisons(self.tellings, self.reckoned)
        self.gists = Gists(self.tellings, self.reckoned)
        self.anchors = Anchors(self.tellings, self.reckoned)
        self.ties: dict[Pair, Judged] = {}  # of kin alone
        self._evidence: dict[Pair, float] = {}  # for one origin, of every pair that was laid side by side
        self._neighbours: dict[int, set[int]] = {}
        self._perhaps: dict[int, set[int]] = {}  # kin by the judge, with too little in common to be taken at its word
        if tellings is None:
            self.work_out(range(self.count), sorted(self.readings), find_pairs(self.tellings))

    def likeness(self, first: int, second: int) -> Likeness:
        """The likeness of two tellings, seen from the first; computed once."""
        found = self._comparison(first, second).likeness
        return found if first < second else found.turned()

    def _comparison(self, first: int, second: int) -> Comparison:
        return self._comparisons.of(min(first, second), max(first, second))

    def reports(self, telling: int) -> tuple[Reading, ...]:
        """The reports that carry a telling, the likeliest original first: agencies, then by day, then by id."""
        if telling not in self._carriers:
            self._carriers[telling] = self._rank(self.tellings.report_ids[telling])
        return self._carriers[telling]

    def _rank(self, report_ids: Sequence[str]) -> tuple[Reading, ...]:
        carriers = [self.readings[i] for i in report_ids]
        return tuple(sorted(carriers, key=lambda r: (not _own(r), r.day.day if r.day else date.max, r.report_id)))

    def original(self, telling: int) -> Reading:
        """The likeliest original among the reports of a telling."""
        return self.reports(telling)[0]

    def day(self, telling: int) -> date | None:
        """The first known day of a telling."""
        if telling not in self._days:
            self._days[telling] = min((r.day.day for r in self._told(telling) if r.day), default=None)
        return self._days[telling]

    def _told(self, telling: int) -> Iterator[Reading]:
        """The reports that carry a telling, in the order of their ids."""
        return map(self.readings.__getitem__, self.tellings.report_ids[telling])

    def is_later(self, first: int, second: int) -> bool:
        """Whether the first is known to be of a later day than the second."""
        one, other = self.day(first), self.day(second)
        return one is not None and other is not None and one > other

    def work_out(self, members: Sequence[int], report_ids: Sequence[str], pairs: Pairs) -> None:
        """Judge every pair that is worth it among some tellings, and make these the ones that are worked out.

        What ties a crowd is judged only as far as its two are not of one group yet.
        """
        self.members, self.report_ids = members, report_ids
        groups = Groups(members)
        for pair in pairs.copies:
            if self.tie(pair) is Tied.COPY:
                groups.tie(*pair)
        for pair in pairs.links:
            if groups.find(pair[0]) != groups.find(pair[1]) and self.tie(pair) is Tied.COPY:
                groups.tie(*pair)
        for pair in pairs.facts:
            self.tie(pair)

    def tie(self, pair: Pair) -> Tied:
        """Judge a pair, the lower number first, and say how the two hang together."""
        self._judge(pair)
        if pair in self.ties:
            return Tied.COPY if self.ties[pair].features["least copied"] >= COPIED else Tied.KIN
        return Tied.KIN if pair[1] in self._perhaps.get(pair[0], ()) else Tied.NOT

    @property
    def count(self) -> int:
        """How many tellings there are."""
        return len(self.tellings)

    def judged(self, first: int, second: int) -> Judged:
        """What two tellings were judged to be; those that were never laid side by side are judged now."""
        pair = (min(first, second), max(first, second))
        if pair in self.ties:
            return self.ties[pair]
        return judge(self._features(*pair))

    def _features(self, low: int, high: int) -> dict[str, float]:
        same_house = bool(self._houses(low) & self._houses(high))
        told = passing(days=self._days_apart(low, high), same_house=same_house)
        return {**self._comparison(low, high).features, **told}

    def _days_apart(self, first: int, second: int) -> int:
        one, other = self.day(first), self.day(second)
        return abs((one - other).days) if one and other else 0

    def _judge(self, pair: Pair) -> None:
        if pair in self._evidence:
            return
        low, high = pair
        judged = self.judged(low, high)
        moulded = self._comparison(low, high).one_mould
        if judged.tie is Tie.NONE or moulded or not self._may_be_kin(low, high, judged):
            self._evidence[pair] = max(-UNLIKE, min(judged.kin, 0.0))
            if judged.tie is not Tie.NONE and self._may_follow(low, high):
                _tie(self._perhaps, pair)
            return
        self.ties[pair] = judged
        self._evidence[pair] = max(-SUREST, min(judged.retold, judged.kin, SUREST))
        _tie(self._neighbours, pair)

    def face(self, telling: int) -> str:
        """All that a tie rests on beside the words: the first day, and the houses."""
        return repr((str(self.day(telling)), sorted(self._houses(telling))))

    def _houses(self, telling: int) -> set[str]:
        return {r.outlet for r in self._told(telling) if r.outlet}

    def _may_be_kin(self, first: int, second: int, judged: Judged) -> bool:
        """Whether kept text, or much the same facts, bear a judgement out: items on one kind of happening are alike.

        Text is kept by sentences, or by runs of words where its sentences are cut otherwise.  Who draws on another may
        instead keep the order of what it tells.
        """
        likeness = self.likeness(first, second)
        if likeness.keeps_text or (judged.features["runs"] >= KEPT_RUNS and self._share_much(first, second)):
            return True
        if judged.tie is Tie.DRAWN and likeness.strength >= ORDERLY:
            return True
        least = LOOSELY_BOUND if judged.kin >= SURER else BOUND
        bound = self._comparison(first, second).features["bound"] >= least
        return bound and self._may_follow(first, second) and self._share_much(first, second)

    def _may_follow(self, first: int, second: int) -> bool:
        """Whether the one may tell the other in words of its own throughout.

        That is done within days, and by another house: what a house writes itself on another day is news.
        """
        apart = self._days_apart(first, second)
        return apart == 0 or (apart <= DAYS_APART and not self._houses(first) & self._houses(second))

    def _share_much(self, first: int, second: int) -> bool:
        """Whether they have more in common than their kind."""
        return self._comparison(first, second).common >= FEWEST_KEYS

    def families(self) -> tuple[Family, ...]:
        """Every telling that is worked out in its family, by the first member's index."""
        mixed = {telling for telling in self.members if self._is_mixed(telling)}
        alone = mixed.union(set(range(self.count)).difference(self.members))
        evidence = {pair: weight for pair, weight in self._evidence.items() if alone.isdisjoint(pair)}
        return tuple(self._family(group) for group in gather(self.members, evidence))

    def _is_mixed(self, telling: int) -> bool:
        """Whether two reports that have nothing to do with each other tell most of it: it is of neither's origin."""
        views = {o: self.likeness(telling, o).first for o in self.perhaps_of(telling) if not self.is_later(o, telling)}
        partly = [o for o, view in views.items() if ADDED / 2 <= view.told <= 1 - ADDED / 2]
        nearest = sorted(partly, key=lambda o: (-views[o].told, o))[:NEAREST]
        for one, other in combinations(sorted(nearest), 2):
            both, alone = covered(self.gists[telling], views[one], views[other])
            if both >= MIXED and alone >= ADDED and self.judged(one, other).kin <= STRANGERS:
                return True
        return False

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
                not credited, not _own(report), late, -telling_much[index], -self.gists[index].length, index,
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
        """How much of its kin among the members each one tells, and in their words: these are the original's."""
        among = set(members)
        return {
            member: round(sum(self._closeness(o, member) for o in sorted(self.kin_of(member) & among)), 2)
            for member in members
        }

    def _closeness(self, telling: int, source: int) -> float:
        """How much of a telling another tells, half for the facts and half for the words."""
        view = self.likeness(telling, source).first
        return round((view.aligned + view.copied) / 2, 2)

    def kin_of(self, telling: int) -> Set[int]:
        """The tellings that are kin of one."""
        return self._neighbours.get(telling, frozenset())

    def perhaps_of(self, telling: int) -> Set[int]:
        """The tellings that it may draw on, if another origin tells what these do not; its kin among them."""
        return self.kin_of(telling) | self._perhaps.get(telling, frozenset())

    def precedence(self, member: int, source: int) -> str:
        """Why the source is taken to come before the other, in words."""
        if _own(self.original(source)) and not _own(self.original(member)):
            return "the source is an agency's own report"
        if self.is_later(member, source):
            return "the source is of an earlier day"
        return "the source tells most of what its kin tell"

    def source_of(self, member: int, before: Set[int], root: int) -> int:
        """Which of the members before it a telling derives from: the root, unless another is clearly closer."""
        near = sorted(before & self.kin_of(member))
        best = max(near, key=lambda o: (self._closeness(member, o), -o), default=root)
        return best if self._closeness(member, best) >= self._closeness(member, root) + CLOSER else root


def _tie(neighbours: dict[int, set[int]], pair: Pair) -> None:
    for one, other in (pair, pair[::-1]):
        neighbours.setdefault(one, set()).add(other)


def _own(report: Reading) -> bool:
    """Whether a report is an agency's own."""
    named = any(same_agency(credit, report.outlet) for credit in report.credits or ())
    authors = [c for c in credits_of(report) if c.role is Role.AUTHOR]
    return (named or is_agency(report.outlet)) and not authors
