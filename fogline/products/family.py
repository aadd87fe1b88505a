"""Families: which report came from which, as trees, with what was changed on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.products.lookup import Lookup
from fogline.products.wording import day_words
from fogline.records import Alteration, Kinship, Relation

DERIVED = {Relation.COPY: 0, Relation.EDITED_COPY: 1, Relation.REWRITE: 2, Relation.SUMMARY: 3, Relation.UPDATE: 4}


@dataclass(frozen=True, slots=True)
class Member:
    """A report in its family, with those that derive from it.

    `held` is false for an agency whose own report the record does not hold: it has no id, only a name.
    `kin` is how it derives from the report above it; `None` at the top.  `also` are further sources, in words.
    """

    name: str
    report_id: str | None
    day: str
    kin: Kinship | None
    changes: tuple[Alteration, ...]
    below: tuple[Member, ...]
    also: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether the record holds this report."""
        return self.report_id is not None

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Member]]:
        """This one and all below it with their depth, from top to bottom."""
        yield depth, self
        for member in self.below:
            yield from member.walk(depth + 1)


@dataclass(frozen=True, slots=True)
class Family:
    """Trees of reports that hang together by kin or origin.  `reports` counts those that the record holds.

    `origins` counts the originals that they tell: an update of a story tells one of its own.
    """

    agency: str | None
    roots: tuple[Member, ...]
    reports: tuple[str, ...]
    origins: int

    @property
    def members(self) -> tuple[tuple[int, Member], ...]:
        """Every member with its depth, from top to bottom."""
        return tuple(row for root in self.roots for row in root.walk())


def families(lookup: Lookup) -> tuple[Family, ...]:
    """The families of more than one report, the largest first; reports without kin have none.

    An agency's report that is not held stands at the top of those that owe their text to it.
    """
    found = lookup.views.lineage
    home = {r: number for number, origin in enumerate(found.origins) for r in origin.report_ids}
    groups = _together(home, [(k.report_id, k.source) for k in found.kin if k.source in home])
    rows: dict[str, list[Kinship]] = {}
    for row in sorted(found.kin):
        rows.setdefault(row.report_id, []).append(row)
    changes: dict[str, list[Alteration]] = {}
    for change in found.alterations:
        changes.setdefault(change.report_id, []).append(change)
    made = (_family(lookup, ids, home, _Kin(rows, changes)) for ids in groups)
    return tuple(sorted((f for f in made if len(f.members) > 1), key=lambda f: (-len(f.reports), f.reports)))


@dataclass(frozen=True, slots=True)
class _Kin:
    """What lineage found of each report, by its id: its kinships in order, and what it altered."""

    rows: Mapping[str, list[Kinship]]
    changes: Mapping[str, list[Alteration]]


def _family(lookup: Lookup, ids: Sequence[str], home: Mapping[str, int], kin: _Kin) -> Family:
    found, rows = lookup.views.lineage, kin.rows
    below: dict[
        tuple[str, int | None], list[str]
    ] = {}  # a report, or an agency with its origin -> what derives from it
    for report_id in ids:
        for row in rows.get(report_id, [])[:1]:
            held = row.source in home
            below.setdefault((row.source, None if held else home[report_id]), []).append(report_id)
    tree = _Tree(lookup, kin, below)
    tops = [(r, None) for r in ids if r not in rows] + [key for key in below if key[1] is not None]
    roots = tuple(tree.member(*top, None) for top in sorted(tops, key=lambda top: tree.rank(top[0])))
    numbers = {home[r] for r in ids}
    agencies = [a for number in sorted(numbers) if (a := found.origins[number].agency)]
    return Family(next(iter(agencies), None), roots, tuple(sorted(ids)), len(numbers))


@dataclass(frozen=True, slots=True)
class _Tree:
    lookup: Lookup
    kin: _Kin
    below: Mapping[tuple[str, int | None], list[str]]

    def member(self, key: str, origin: int | None, kin: Kinship | None) -> Member:
        """A report, or the agency `key` of the origin of this number."""
        children = sorted(self.below.get((key, origin), ()), key=lambda r: (self._relation(r), self.rank(r)))
        below = tuple(self.member(r, None, self.kin.rows[r][0]) for r in children)
        if origin is not None:
            return Member(key, None, "", kin, (), below)
        reading = self.lookup.readings[key]
        day = f"{day_words(reading.day.day)}{_basis(reading.day.basis)}" if reading.day else "day not known"
        changes = self.kin.changes.get(key, [])
        also = tuple(f"also {k.relation} of {self._name(k.source)}" for k in self.kin.rows.get(key, [])[1:])
        order = sorted(changes, key=lambda a: (reading.raw.find(a.sentence), a.kind, a.original, a.altered))
        return Member(reading.outlet or key, key, day, kin, tuple(order), below, also)

    def rank(self, report_id: str) -> tuple[int, str]:
        """Reports stand by day; an agency that is not held before all."""
        return (self.lookup.numbers.get(report_id, 0), report_id)

    def _relation(self, report_id: str) -> int:
        return DERIVED[self.kin.rows[report_id][0].relation]

    def _name(self, report_id: str) -> str:
        return self.lookup.label(report_id)


def _basis(basis: str) -> str:
    return f" ({basis})" if basis in ("inferred", "judged") else ""


def _together(home: Mapping[str, int], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The groups of reports that origins and kin tie together, each sorted."""
    parent = {number: number for number in home.values()}

    def top(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for one, other in pairs:
        low, high = sorted((top(home[one]), top(home[other])))
        parent[high] = low
    groups: dict[int, list[str]] = {}
    for report_id in sorted(home):
        groups.setdefault(top(home[report_id]), []).append(report_id)
    return list(groups.values())
