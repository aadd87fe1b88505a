"""What a person decided of kin and origins, in place of what was found.

Judgements are applied one after the other, the oldest first, so that a later one wins.  A report moves with those that
derive from it, for they tell the same original.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from fogline.lineage.families import Family, Kindred
from fogline.records import Basis, Judgement, Kinship, Origin, Reading, Relation, ReportDay, Verdict

Relate = Callable[[str, str], Relation]  # how the first report derives from the second, as the program sees it


def redate(readings: Iterable[Reading], judgements: Iterable[Judgement]) -> tuple[Reading, ...]:
    """The readings with the days that were judged."""
    days = {
        j.subjects[0]: ReportDay(date.fromisoformat(j.value), Basis.JUDGED, j.judgement_id)
        for j in judgements
        if j.verdict is Verdict.REDATE and j.value and "/" not in j.value  # with a slash it is of a claim
    }
    return tuple(replace(r, day=days[r.report_id]) if r.report_id in days else r for r in readings)


@dataclass
class Rulings:
    """Kinships by report and source, and origins by number, as they stand after the judgements that were applied."""

    kin: dict[tuple[str, str], Kinship]
    home: dict[str, int]
    agencies: dict[int, str | None]
    relate: Relate
    _next: int = field(init=False)

    def __post_init__(self) -> None:
        self._next = len(self.agencies)

    @classmethod
    def of(cls, kin: Iterable[Kinship], origins: Sequence[Origin], relate: Relate) -> Rulings:
        """As lineage found them."""
        home = {r: number for number, origin in enumerate(origins) for r in origin.report_ids}
        agencies = {number: origin.agency for number, origin in enumerate(origins)}
        return cls({(k.report_id, k.source): k for k in kin}, home, agencies, relate)

    def apply(self, judgement: Judgement) -> None:
        """Apply one.  Judgements on other matters, and on reports that the record does not hold, change nothing."""
        subjects = [s for s in dict.fromkeys(judgement.subjects) if s in self.home]
        if judgement.verdict is Verdict.KIN and len(subjects) == 2:
            self._tie(subjects[0], subjects[1], judgement)
        elif judgement.verdict is Verdict.NOT_KIN and len(subjects) == 2:
            self._untie(*subjects)
        elif judgement.verdict is Verdict.ORIGIN and subjects:
            self._unite(subjects, judgement.value)
        elif judgement.verdict is Verdict.OWN_ORIGIN and subjects:
            self._leave(subjects[0])

    def origins(self) -> tuple[Origin, ...]:
        """Every report in its origin, by the first report's id."""
        groups: dict[int, list[str]] = {}
        for report_id, number in self.home.items():
            groups.setdefault(number, []).append(report_id)
        found = (Origin(tuple(sorted(ids)), self.agencies[number]) for number, ids in groups.items())
        return tuple(sorted(found, key=lambda origin: origin.report_ids))

    def _tie(self, report: str, source: str, judgement: Judgement) -> None:
        relation = Relation(judgement.value) if judgement.value else self.relate(report, source)
        if self._goes_back(source, report):
            self._drop(source)  # the direction is turned round
        line = self._line(report)
        self._drop(report)
        self.kin[report, source] = Kinship(report, source, relation, 1.0, (said(judgement),))
        self._move(line, self._new() if relation is Relation.UPDATE else self.home[source])

    def _untie(self, one: str, other: str) -> None:
        for report, source in ((one, other), (other, one)):
            if self.kin.pop((report, source), None) and not any(told == report for told, _ in self.kin):
                self._leave(report)
        if self.home[one] == self.home[other]:
            self._leave(other if other in self._line(one) else one)

    def _leave(self, report: str) -> None:
        """The report, and what derives from it, becomes an origin of its own."""
        self._drop(report)
        line = self._line(report)
        if line != {r for r, number in self.home.items() if number == self.home[report]}:
            self._move(line, self._new())

    def _drop(self, report: str) -> None:
        """Nothing is said any more of what a report derives from."""
        self.kin = {pair: row for pair, row in self.kin.items() if pair[0] != report}

    def _unite(self, reports: Sequence[str], agency: str | None) -> None:
        numbers = sorted({self.home[r] for r in reports}, key=lambda n: min(r for r, h in self.home.items() if h == n))
        named = [a for n in numbers if (a := self.agencies[n])]
        self._move({r for r, number in self.home.items() if number in numbers}, numbers[0])
        self.agencies[numbers[0]] = agency or next(iter(named), None)

    def _line(self, report: str) -> set[str]:
        """The report and all of its origin that derives from it."""
        line, before = {report}, 0
        while before != len(line):
            before = len(line)
            line |= {
                k.report_id
                for k in self.kin.values()
                if k.source in line and self.home[k.report_id] == self.home[report]
            }
        return line

    def _goes_back(self, report: str, source: str) -> bool:
        """Whether a report derives from a source, by however many steps and through other origins too."""
        back, before = {report}, 0
        while before != len(back):
            before = len(back)
            back |= {k.source for k in self.kin.values() if k.report_id in back}
        return source in back

    def _new(self) -> int:
        self._next += 1
        self.agencies[self._next] = None
        return self._next

    def _move(self, reports: Iterable[str], number: int) -> None:
        self.home.update(dict.fromkeys(reports, number))


def said(judgement: Judgement) -> str:
    """Who judged, and why, as the reason of a row."""
    return f"judged by {judgement.who}: {judgement.why} ({judgement.judgement_id})"


def regroup(
    kindred: Kindred, families: Sequence[Family], origins: Sequence[Origin], kin: Sequence[Kinship]
) -> tuple[Family, ...]:
    """The families that these origins are, the likeliest source first; those that stayed as they were as they are."""
    telling = kindred.tellings.numbers
    rank = {member: at for at, member in enumerate(m for family in families for m in family.members)}
    as_found = {frozenset(family.members): family for family in families}
    derived = {k.report_id for k in kin}
    made = []
    for origin in origins:
        told = [(r in derived, rank[telling[r]], telling[r]) for r in origin.report_ids if r in telling]
        members = tuple(dict.fromkeys(member for _, _, member in sorted(told)))
        same = as_found.get(frozenset(members))
        if members:
            made.append(replace(same, agency=origin.agency) if same else Family(members, origin.agency))
    return tuple(made)
