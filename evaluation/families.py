"""The labelled stories that lineage is measured on, as gold and as they are read.

A story is one war in five reports of `training/claims/data` that have the shape asked for (an agency's story, a full
paraphrase of it without credit, an independent report of the same day, a follow-up, an analysis), with the five reports
that `training/lineage/data` adds to most of them.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from fogline.intake import iter_readings
from fogline.records import Reading
from fogline.text import Clean
from training.claims.labelled import DATA as BASES
from training.claims.labelled import Labelled
from training.claims.labelled import read as read_labelled
from training.lineage.told import DATA, Family, Told, base, read

TODAY = date(2026, 1, 1)  # later than every report
SAME_DAY = timedelta(days=1)  # a morning paper carries the evening's story on the next day
FOLLOWING = (timedelta(days=2), timedelta(days=3))
TOLD_AGAIN = frozenset({"copy", "edited copy", "rewrite", "summary"})
Pair = frozenset[str]
Derivation = tuple[str, str]  # a report, and what it derives from


@dataclass(frozen=True, slots=True)
class Gold:
    """What is true of a story's reports.

    `origins`: pairs that tell one original.  Retellings are of their source's origin; an update is one of its own.
    `open`: pairs of a report that draws on two origins with the reports of either.  It may be counted with one of the
    two, and is not asked with which; that it draws on both is asked by `kin`.
    `apart`: pairs of an independent report with whatever it has nothing to do with; `heard`: those of one day.
    """

    kin: dict[Derivation, str] = field(default_factory=dict)
    kinds: dict[Derivation, str] = field(default_factory=dict)  # the same, the relations more finely
    origins: frozenset[Pair] = frozenset()
    open: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    heard: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Story:
    """A story with its gold, and its reports as lineage reads them."""

    name: str
    half: str
    ids: tuple[str, ...]
    gold: Gold
    readings: tuple[Reading, ...]


def iter_stories(families: Iterable[Family] | None = None) -> Iterator[Story]:
    """Every story, by name; by default all files that have the shape."""
    for family in iter_shaped() if families is None else families:
        told = family.reports
        yield Story(family.name, family.half, tuple(r.id for r in told), gold(told), tuple(readings(told)))


def iter_shaped() -> Iterator[Family]:
    """The stories of ten reports, and those of five that have the shape."""
    for path in sorted(BASES.glob("*.txt")):
        more = DATA / path.name
        if more.exists():
            yield read(more)
        elif has_shape(read_labelled(path)):
            yield Family(path.stem, tuple(base(path.stem)))


def has_shape(reports: Sequence[Labelled]) -> bool:
    """Whether these are an agency's story, its rewrite, an independent report, a follow-up and an analysis."""
    if len(reports) != 5:
        return False
    story, rewrite, other, follow_up, _ = reports
    if story.day is None or other.day is None or follow_up.day is None:
        return False
    return (
        story.style in {"agency", "wire"}
        and "rewrite" in rewrite.style
        and (rewrite.day is None or timedelta(0) <= rewrite.day - story.day <= SAME_DAY)
        and "rewrite" not in other.style
        and abs(other.day - story.day) <= SAME_DAY
        and FOLLOWING[0] <= follow_up.day - story.day <= FOLLOWING[1]
    )


def gold(told: Sequence[Told]) -> Gold:
    """The gold of a story's reports; the base's second is a paraphrase in full."""
    kin = {(r.id, source): r.relation or "" for r in told for source in r.sources}
    kinds = dict(kin)
    kinds |= {(told[1].id, source): "paraphrase" for source in told[1].sources}
    kinds |= {(r.id, source): "of two origins" for r in told for source in r.sources if len(r.sources) > 1}
    root = {r.id: r.id for r in told}
    for report in told:
        if report.relation in TOLD_AGAIN and len(report.sources) == 1:
            root[report.id] = root[report.sources[0]]
    groups = [[i for i in root if root[i] == top] for top in dict.fromkeys(root.values())]
    both = [r for r in told if len(r.sources) > 1]
    near = {r.id: {root[source] for source in r.sources} for r in told}
    alone = [r for r in told if r.relation == "independent"]
    touched = {frozenset({r.id, i}) for r in told for i in root if root[i] in near[r.id]}
    apart = {frozenset({r.id, i}) for r in alone for i in root if i != r.id} - touched
    days = {r.id: r.day for r in told}
    return Gold(
        kin,
        kinds,
        frozenset(frozenset(pair) for group in groups for pair in combinations(group, 2)),
        frozenset(frozenset({r.id, i}) for r in both for i in root if root[i] in near[r.id]),
        frozenset(apart),
        frozenset(pair for pair in apart if _same_day(*(days[i] for i in pair))),
    )


def _same_day(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= SAME_DAY


def readings(reports: Iterable[Told]) -> list[Reading]:
    """The reports as lineage reads them: from intake, cleaned, and dated by what intake says, as grounding does."""
    with tempfile.TemporaryDirectory(prefix="fogline-stories-") as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(_row(report)) + "\n" for report in reports), encoding="utf-8")
        clean = Clean()
        read_in = [clean(reading) for reading in iter_readings([path], today=TODAY)]
    return [replace(reading, day=reading.day or reading.published) for reading in read_in]


def _row(report: Told) -> dict[str, str | None]:
    day = report.day.isoformat() if report.day and report.dated else None
    return {"id": report.id, "outlet": report.outlet, "published": day, "text": report.raw}
