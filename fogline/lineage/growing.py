"""Lineage of a record that grows: only the circles that are others now are traced."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from fogline.lineage.anchors import anchors_key
from fogline.lineage.circles import find_circles
from fogline.lineage.days_beside import Known
from fogline.lineage.families import Kindred
from fogline.lineage.gist import gist_key
from fogline.lineage.held import Pairs
from fogline.lineage.seeds import Kin
from fogline.lineage.standing import Rest, Traced
from fogline.lineage.tied import Ties, changes
from fogline.lineage.tracing import Found
from fogline.records import Judgement, Origin, ReportDay
from fogline.records.kept_lineage import KeptLineage


class Growing:
    """What is kept of the circles of a record, brought to those that it has now."""

    def __init__(self, kindred: Kindred, pairs: Pairs, judged: Sequence[Judgement], kept: KeptLineage) -> None:
        self._kindred, self._kept = kindred, kept
        noted = kept.ties()
        ties = Ties(kindred, pairs, noted)
        kept.note_ties(*changes(noted, ties.to_note()))
        self._before = {name: Traced.of(text) for name, text in kept.circles().items()}
        self.circles = find_circles(kindred, pairs, ties.pairs(), judged)
        self._standing = {c.name for c in self.circles if (was := self._before.get(c.name)) and not was.asking}
        self._fresh = [circle for circle in self.circles if circle.name not in self._standing]
        self.rest = Rest.of((self._before[name] for name in sorted(self._standing)), kindred.tellings)
        self._begin(pairs)

    def _begin(self, pairs: Pairs) -> None:
        """Have those circles worked out that are others now."""
        members = sorted(telling for circle in self._fresh for telling in circle.tellings)
        self._kindred.reckoned.load(self._kindred.tellings.marks[telling] for telling in members)
        home = {telling: number for number, circle in enumerate(self.circles) for telling in circle.tellings}
        numbers = frozenset(home[telling] for telling in members)
        report_ids = sorted(report_id for circle in self._fresh for report_id in circle.report_ids)
        self._kindred.work_out(members, report_ids, pairs.among(home, numbers))

    @property
    def standing(self) -> frozenset[str]:
        """The reports of which all stands as it was found before."""
        fresh = {report_id for circle in self._fresh for report_id in circle.report_ids}
        return frozenset(self._kindred.readings.keys() - fresh)

    def keep(self, found: Found) -> None:
        """Keep what was found."""
        traced = {c.name: one for c, one in zip(self._fresh, self._by_circle(found), strict=True)}
        gone = sorted(self._before.keys() - self._standing)
        self._kept.replace_circles(gone, {name: one.to_text() for name, one in traced.items()})
        asking = {name for name, one in traced.items() if one.asking}
        left = {body for name in gone for body in self._before[name].bodies}
        self._keep_reckoned(asking, left.difference(self._kindred.tellings.marks))

    def _by_circle(self, found: Found) -> list[Traced]:
        asked = found.dating.asked
        home = {report_id: number for number, circle in enumerate(self._fresh) for report_id in circle.report_ids}
        marks = self._kindred.tellings.marks
        origins: list[list[Origin]] = [[] for _ in self._fresh]
        kin: list[list[Kin]] = [[] for _ in self._fresh]
        days: list[dict[str, ReportDay]] = [{} for _ in self._fresh]
        stated: list[list[Known]] = [[] for _ in self._fresh]
        for origin in found.origins:
            origins[home[origin.report_ids[0]]].append(origin)
        for row in found.kin:
            kin[home[row.report_id]].append((row.report_id, row.source))
        for report_id, day in found.days.items():
            days[home[report_id]][report_id] = day
        for known in found.dating.stated.values():
            stated[home[known.report_id]].append(known)
        return [
            Traced(
                tuple(origins[at]),
                tuple(kin[at]),
                days[at],
                tuple(stated[at]),
                tuple(marks[telling] for telling in circle.tellings),
                not asked.isdisjoint(circle.report_ids),
            )
            for at, circle in enumerate(self._fresh)
        ]

    def _keep_reckoned(self, asking: Set[str], left: Collection[str]) -> None:
        """Keep what was reckoned of the circles; what lies between two, only where one asks for it each time."""
        reckoned, marks = self._kindred.reckoned, self._kindred.tellings.marks
        home = {marks[telling]: circle.name for circle in self.circles for telling in circle.tellings}
        fresh = []
        for row, bodies in reckoned.fresh():
            circles = {home[body] for body in bodies if body in home}
            if len(circles) < 2 or circles & asking:
                fresh.append(row)
        owners = [marks[telling] for telling in self._kindred.members]
        gone = [*left, *map(gist_key, left), *map(anchors_key, left)]
        self._kept.replace_reckonings(reckoned.unused(owners), gone, fresh)
