"""Stories: reports that follow one developing story, kin or not.

Reports that are kin follow one story.  Such groups are joined, the likest first, by the names, numbers and words that
they share, each weighed by its rarity, and by how near their days are.  Everything is a function of the set of reports:
groups stand in the order of their ids, and of pairs that are equally like the first is joined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush, nsmallest
from itertools import combinations, count
from math import exp, log, sqrt

from fogline.lineage.families import Kindred
from fogline.lineage.gist import WORD, Gist
from fogline.lineage.groups import join
from fogline.records import Judgement, Name, Origin, Reading, ReportDay, Story, Verdict

SAME = 0.13  # likeness from which two groups follow one story
FADING_DAYS = 30.0  # in which likeness falls to 37 of 100
COMMON = 100.0  # reports that are thought of beside those of the record, so that a small record can be judged
NAMES = 3.0  # how much more a name or number tells of a story than another word
RAREST = 40  # keys of a group by which others are looked for
CROWD = 60  # groups; a key that more of them share is no clue
KEPT = 100  # keys of a group, the weightiest
GLIMPSE = 0.03  # likeness by those keys alone, from which two groups are compared
NEAREST = 12  # others that a group is compared with
MOST_ABOUT = 4  # names that a story is called by
Kin = tuple[str, str]  # a report and its source
WEIGHT_OF_ONE = 3  # the most that a report says for a name, however often it has it


def find_stories(
    kindred: Kindred,
    origins: Sequence[Origin],
    kin: Iterable[Kin],
    days: Mapping[str, ReportDay],
    judgements: Iterable[Judgement] = (),
) -> tuple[Story, ...]:
    """Every report in its story, alone or with others, by the first report's id.

    `kin` are the reports that derive from one another; `days` are the inferred ones.
    """
    dated = {r.report_id: found.day for r in kindred.readings.values() if (found := days.get(r.report_id) or r.day)}
    groups = gather(_seeds(kindred, origins, kin, dated))
    together = [set(group.reports) for group in groups]
    for judgement in judgements:
        together = _judged(together, judgement)
    named = _names(kindred.readings.values())
    stories = []
    for reports in together:
        known = sorted(dated[r] for r in reports if r in dated)
        ids = tuple(sorted(reports))
        stories.append(Story(ids, _about(ids, named), *((known[0], known[-1]) if known else (None, None))))
    return tuple(sorted(stories, key=lambda story: story.report_ids))


def _seeds(kindred: Kindred, origins: Sequence[Origin], kin: Iterable[Kin], dated: Mapping[str, date]) -> list[Group]:
    """What kin hold together, updates with them.  Copies weigh no more than one report."""
    number = {r: n for n, r in enumerate(sorted(kindred.readings))}
    names = sorted(kindred.readings)
    pairs = [(number[o.report_ids[0]], number[r]) for o in origins for r in o.report_ids]
    pairs += [(number[report], number[source]) for report, source in kin if source in number]
    kindred.gists.load()
    told = weigh([kindred.gists[at] for at in range(kindred.count)])
    weights = {ids[0]: own for ids, own in zip(kindred.tellings.report_ids, told, strict=True)}
    found = []
    for members in join(number.values(), pairs):
        reports = tuple(names[n] for n in members)
        known = [dated[r] for r in reports if r in dated]
        mean: Counter[str] = Counter()
        for report in reports:
            mean.update(weights.get(report, {}))
        found.append(Group(reports, _unit(mean), 1, min(known, default=None), max(known, default=None)))
    return found


def _judged(together: Sequence[set[str]], judgement: Judgement) -> list[set[str]]:
    """The groups after a judgement on stories; they keep all reports."""
    subjects = set(judgement.subjects)
    if judgement.verdict is Verdict.STORY:
        joined = [group for group in together if group & subjects]
        others = [group for group in together if not group & subjects]
        return [*others, set().union(*joined)] if joined else list(together)
    if judgement.verdict is Verdict.OWN_STORY:
        left = [group - subjects for group in together]
        alone = [{r} for group in together for r in sorted(group & subjects)]
        return [group for group in left if group] + alone
    return list(together)


def _names(readings: Iterable[Reading]) -> dict[str, Counter[Name]]:
    """How often each report's claims name each place."""
    return {r.report_id: Counter(c.place for c in r.claims or () if c.place is not None) for r in readings}


def _about(reports: Sequence[str], named: Mapping[str, Counter[Name]]) -> tuple[str, ...]:
    """The places that a story's reports name most, each as most of them spell it; one report has little weight."""
    weight: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = {}
    for report in reports:
        here: Counter[str] = Counter()
        for name, times in named.get(report, {}).items():
            key = name.key or name.text
            here[key] += times
            spelt.setdefault(key, Counter())[name.text] += times
        weight.update({key: min(times, WEIGHT_OF_ONE) for key, times in here.items()})
    chosen = sorted(weight, key=lambda key: (-weight[key], key))[:MOST_ABOUT]
    return tuple(min(spelt[key], key=lambda text: (-spelt[key][text], text)) for key in chosen)


@dataclass(slots=True)
class Group:
    """Reports that are taken to follow one story.  `weights` is the sum over `units` groups of unit length."""

    reports: tuple[str, ...]
    weights: dict[str, float]
    units: int
    first: date | None
    last: date | None

    def likeness(self, other: Group) -> float:
        """The mean likeness of their units, 0 to 1, less the farther their days are apart."""
        few, many = sorted((self.weights, other.weights), key=len)
        shared = sum(weight * many[key] for key, weight in few.items() if key in many)
        return round(shared / (self.units * other.units) * exp(-self._apart_days(other) / FADING_DAYS), 6)

    def _apart_days(self, other: Group) -> int:
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0
        return max(0, (max(self.first, other.first) - min(self.last, other.last)).days)

    def joined(self, other: Group) -> Group:
        """Both as one."""
        weights = Counter(self.weights)
        weights.update(other.weights)
        days = [d for d in (self.first, self.last, other.first, other.last) if d]
        return Group(
            tuple(sorted(self.reports + other.reports)), dict(weights), self.units + other.units,
            min(days, default=None), max(days, default=None),
        )  # fmt: skip


def gather(groups: Sequence[Group]) -> list[Group]:
    """Join groups for as long as two are like enough."""
    alive: dict[int, Group] = dict(enumerate(groups))
    numbers = count(len(groups))
    near: dict[int, set[int]] = {}
    heap: list[tuple[float, tuple[str, ...], tuple[str, ...], int, int]] = []

    def put(one: int, other: int) -> None:
        likeness = alive[one].likeness(alive[other])
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
        if likeness >= SAME:
            low, high = sorted((one, other), key=lambda n: alive[n].reports)
            heap.append((-likeness, alive[low].reports, alive[high].reports, low, high))

    for one, other in _candidates(groups):
        put(one, other)
    heapify(heap)
    while heap:
        *_, one, other = heappop(heap)
        if one not in alive or other not in alive:
            continue
        number = next(numbers)
        alive[number] = alive.pop(one).joined(alive.pop(other))
        for third in sorted((near.pop(one) | near.pop(other)) - {one, other}):
            near[third] -= {one, other}
            likeness = alive[number].likeness(alive[third])
            near.setdefault(number, set()).add(third)
            near[third].add(number)
            if likeness >= SAME:
                low, high = sorted((number, third), key=lambda n: alive[n].reports)
                heappush(heap, (-likeness, alive[low].reports, alive[high].reports, low, high))
    return sorted(alive.values(), key=lambda group: group.reports)


def _candidates(groups: Sequence[Group]) -> list[tuple[int, int]]:
    """Pairs of groups that are alike by their weightiest keys; of each group the nearest."""
    holders: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for _, key in sorted((-weight, key) for key, weight in group.weights.items())[:RAREST]:
            holders.setdefault(key, []).append(number)
    near: dict[int, dict[int, float]] = {}
    for key, members in holders.items():
        if len(members) <= CROWD:
            for one, other in combinations(members, 2):
                row = near.setdefault(one, {})
                row[other] = row.get(other, 0.0) + groups[one].weights[key] * groups[other].weights[key]
    ranked: dict[int, list[tuple[float, int, int]]] = {}
    for one, row in near.items():
        for other, likeness in row.items():
            if likeness >= GLIMPSE:
                for number in (one, other):
                    ranked.setdefault(number, []).append((-round(likeness, 6), one, other))
    return sorted({(one, other) for rows in ranked.values() for _, one, other in nsmallest(NEAREST, rows)})


def weigh(gists: Sequence[Gist]) -> list[dict[str, float]]:
    """The weights of the keys of each telling, of length one.

    A key weighs by how often it stands there, by its kind, and by how few tellings of the record hold it.
    """
    held: Counter[str] = Counter()
    for gist in gists:
        held.update(gist.keys.keys())
    total = len(gists) + COMMON
    rarity = {key: log(total / many) for key, many in held.items()}
    often = [0.0, *(1 + log(n) for n in range(1, 1 + max((max(g.keys.values(), default=0) for g in gists), default=0)))]
    return [_unit({key: often[n] * _factor(key) * rarity[key] for key, n in gist.keys.items()}) for gist in gists]


def _factor(key: str) -> float:
    return 1.0 if key.startswith(WORD) else NAMES


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The weightiest keys, in the order of their names, with weights of length one."""
    kept = sorted(sorted(weights.items(), key=lambda row: (-row[1], row[0]))[:KEPT])
    length = sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    return {key: weight / length for key, weight in kept}
