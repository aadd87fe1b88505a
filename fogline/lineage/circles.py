"""Circles: reports that hang together, directly or through others.  What a circle is made of tells its lineage.

A report's kin, its origin, what it altered, and its day as far as kin tell it, follow from the reports of its circle:
from their words, days and houses, from which of them are laid side by side, and from the judgements on them.  A name
stands for all of that.  Where a circle of this name was traced before, it need not be traced again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fogline.lineage.agencies import short_name
from fogline.lineage.families import Kindred
from fogline.lineage.gathering import Pair
from fogline.lineage.groups import Groups
from fogline.lineage.held import Pairs
from fogline.lineage.witnesses import happened
from fogline.records import Judgement, Reading, Verdict
from fogline.records.ids import content_id
from fogline.records.release import release

RULES = ("lineage", "language", "records")  # the parts of the program that lineage follows from
RULED = frozenset({Verdict.KIN, Verdict.NOT_KIN, Verdict.ORIGIN, Verdict.OWN_ORIGIN})  # on kin and origins


@dataclass(frozen=True, slots=True)
class Circle:
    """Reports that hang together, by id, and their tellings; `name` stands for all that their lineage follows from."""

    name: str
    report_ids: tuple[str, ...]
    tellings: tuple[int, ...]


def find_circles(
    kindred: Kindred, pairs: Pairs, tied: Iterable[Pair], judgements: Sequence[Judgement]
) -> tuple[Circle, ...]:
    """Every report in its circle.  Reports hang together by `tied` tellings, by judgements, and by an agency's name
    that is also the id of a report."""
    tellings = kindred.tellings
    nodes = dict(tellings.numbers)
    bare = sorted(kindred.readings.keys() - nodes.keys())
    nodes |= {report_id: number for number, report_id in enumerate(bare, len(tellings))}
    groups = Groups(range(len(tellings) + len(bare)))
    for one, other in (*tied, *_judged(judgements, nodes), *_named(kindred.readings.values(), nodes)):
        groups.tie(one, other)
    home = [groups.find(node) for node in range(len(tellings) + len(bare))]
    own = _laid(pairs, home)
    ruled = defaultdict(list)
    for judgement in judgements:
        if judgement.verdict in RULED:
            for number in sorted({home[nodes[subject]] for subject in judgement.subjects if subject in nodes}):
                ruled[number].append(judgement.judgement_id)
    reports: dict[int, list[str]] = defaultdict(list)
    for report_id in sorted(nodes):
        reports[home[nodes[report_id]]].append(report_id)
    found = []
    for number, ids in reports.items():
        numbers = tuple(dict.fromkeys(tellings.numbers[r] for r in ids if r in tellings.numbers))
        told = [*map(kindred.readings.__getitem__, ids)]
        rank = {telling: at for at, telling in enumerate(sorted(numbers))}
        laid = [(kind, rank[low], rank[high]) for kind, (low, high) in own.get(number, ())]
        name = content_id("circle", release(*RULES), *map(_face, told), laid, *ruled.get(number, ()))
        found.append(Circle(name, tuple(ids), tuple(sorted(numbers))))
    return tuple(found)


def _judged(judgements: Iterable[Judgement], nodes: Mapping[str, int]) -> Iterable[Pair]:
    for judgement in judgements:
        if judgement.verdict in RULED:
            there = [nodes[subject] for subject in judgement.subjects if subject in nodes]
            yield from pairwise(there)


def _named(readings: Iterable[Reading], nodes: Mapping[str, int]) -> Iterable[Pair]:
    """Reports that credit an agency, and the report whose id is that agency's name."""
    known: dict[str, int | None] = {}
    for reading in readings:
        for name in reading.credits or ():
            if name not in known:
                known[name] = nodes.get(short_name(name))
            if (number := known[name]) is not None:
                yield nodes[reading.report_id], number


def _laid(pairs: Pairs, home: Sequence[int]) -> Mapping[int, list[tuple[int, Pair]]]:
    """The pairs of each circle, each behind the number of its kind."""
    found: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    for kind, laid in enumerate((pairs.copies, pairs.links, pairs.facts)):
        for pair in laid:
            if home[pair[0]] == home[pair[1]]:
                found[home[pair[0]]].append((kind, pair))
    return found


def _face(reading: Reading) -> str:
    """All of a report that lineage may ask for."""
    spans = ",".join(f"{span.kind}{span.start}-{span.end}" for span in reading.spans or ())
    days = [day and (str(day.day), str(day.basis), day.ground) for day in (reading.day, reading.published)]
    told = None if reading.claims is None else [*happened(reading)]
    return "\x1e".join(map(str, (reading.report_id, reading.outlet, days, reading.credits, told, spans, reading.raw)))
