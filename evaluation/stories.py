"""Measure lineage on stories of our own that no threshold was chosen on: `python -m evaluation.stories`.

Each file of `training/claims/data` that has the shape asked for holds one war in five reports: an agency's story, a
rewrite of it without credit, an independent report of the same day, a follow-up and an analysis.  Asked: the story and
its rewrite are kin, the rewrite derives from the story; the independent report is kin to neither; reports of different
files are no kin.  Whether the follow-up or the analysis reuses anything is not asked.  Each file is read alone, and all
files of a half together.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from evaluation.tally import Tally, share
from fogline.intake import iter_readings
from fogline.lineage import trace
from fogline.records import Corpus, Lineage, Reading, Relation
from fogline.text import Clean
from training.claims.labelled import DATA, Labelled, read

TODAY = date(2026, 1, 1)  # later than every report
HALVES = ("look", "held")
SAME_DAY = timedelta(days=1)  # a morning paper carries the evening's story on the next day
FOLLOWING = (timedelta(days=2), timedelta(days=3))
Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """The five reports of one war by their ids in order, and as they are read."""

    name: str
    ids: tuple[str, str, str, str, str]
    readings: tuple[Reading, ...]

    @property
    def half(self) -> str:
        """ "look", which may be read while building, or "held", which only measures: fixed by the name alone."""
        return HALVES[hashlib.sha256(self.name.encode()).digest()[0] % 2]

    @property
    def told_twice(self) -> tuple[str, str]:
        """The story and its rewrite."""
        return self.ids[:2]

    @property
    def heard_apart(self) -> tuple[Pair, Pair]:
        """The pairs that tell of the same day independently."""
        return frozenset({self.ids[0], self.ids[2]}), frozenset({self.ids[1], self.ids[2]})


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.stories", description=__doc__)
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--missed", action="store_true", help="name what went wrong in the half that may be read")
    options = parser.parse_args(argv)
    told = list(stories())
    if not told:
        print(f"no file of {DATA} has the shape asked for", file=sys.stderr)
        return 2
    parts = {half: [story for story in told if story.half == half] for half in HALVES}
    measured = {half: measure(part) for half, part in parts.items() if part}
    print(json.dumps(measured, indent=1) if options.format == "json" else _table(measured))
    if options.missed:
        print("\n".join(missed(parts[HALVES[0]])))
    return 0


def stories(folder: Path = DATA) -> Iterator[Story]:
    """The stories of a folder's files, by name; files of another shape are passed over."""
    for path in sorted(folder.glob("*.txt")):
        reports = read(path)
        if has_shape(reports):
            first, second, third, fourth, fifth = (report.id for report in reports)
            yield Story(path.stem, (first, second, third, fourth, fifth), tuple(readings(reports)))


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


def readings(reports: Iterable[Labelled]) -> list[Reading]:
    """The reports as lineage reads them: from intake, cleaned, and dated by what intake says, as grounding does."""
    with tempfile.TemporaryDirectory(prefix="fogline-stories-") as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(_row(report)) + "\n" for report in reports), encoding="utf-8")
        clean = Clean()
        read_in = [clean(reading) for reading in iter_readings([path], today=TODAY)]
    return [replace(reading, day=reading.day or reading.published) for reading in read_in]


def _row(report: Labelled) -> dict[str, str | None]:
    text = ""
    for sentence in report.sentences:
        text += ("\n" if sentence.opens and text else " " if text else "") + sentence.text
    day = report.day.isoformat() if report.day else None
    return {"id": report.id, "outlet": report.outlet, "published": day, "text": text}


def measure(told: Sequence[Story]) -> dict[str, float]:
    """The figures over some stories, each read alone, then all of them as one record."""
    alone = [(story, trace(Corpus(story.readings))) for story in told]
    together = trace(Corpus(tuple(r for story in told for r in story.readings)))
    figures = {"stories": float(len(told))}
    figures |= {f"alone, {name}": value for name, value in _figures(alone).items()}
    figures |= {f"together, {name}": value for name, value in _figures([(s, together) for s in told]).items()}
    return figures | {f"together, {name}": value for name, value in _strangers(told, together).items()}


def _figures(traced: Sequence[tuple[Story, Lineage]]) -> dict[str, float]:
    """What became of the pairs within the stories."""
    count = len(traced)
    found = sum(frozenset(story.told_twice) in origin_pairs(lineage) for story, lineage in traced)
    derived = [_derivation(story, lineage) for story, lineage in traced]
    apart = [(pair, lineage) for story, lineage in traced for pair in story.heard_apart]
    joined = sum(pair in origin_pairs(lineage) for pair, lineage in apart)
    taken = sum(pair in origin_pairs(lineage) | kin_pairs(lineage) for pair, lineage in apart)
    pairs = Tally(found, count, found + joined)
    return {
        "rewrites found": share(found, count),
        "from the story": share(sum(row is not None for row in derived), count),
        "relation right": share(sum(row is Relation.REWRITE for row in derived), count),
        "independent taken for kin": share(taken, len(apart)),
        "origin pairs, precision": pairs.precision,
        "origin pairs, recall": pairs.recall,
    }


def _derivation(story: Story, lineage: Lineage) -> Relation | None:
    """How the rewrite was said to derive from its story; `None` where it was not."""
    source, report = story.told_twice
    return next((k.relation for k in lineage.kin if (k.report_id, k.source) == (report, source)), None)


def _strangers(told: Sequence[Story], lineage: Lineage) -> dict[str, float]:
    """How many pairs of reports of different wars were taken for kin."""
    home = {report: story.name for story in told for report in story.ids}
    given = [sorted(pair) for pair in origin_pairs(lineage) | kin_pairs(lineage)]
    return {"pairs of different wars taken for kin": float(sum(home[a] != home[b] for a, b in given if b in home))}


def origin_pairs(lineage: Lineage) -> set[Pair]:
    """The pairs of reports that share an origin."""
    return {frozenset(pair) for origin in lineage.origins for pair in combinations(origin.report_ids, 2)}


def kin_pairs(lineage: Lineage) -> set[Pair]:
    """The pairs of a report and what it derives from, a report or an agency."""
    return {frozenset({row.report_id, row.source}) for row in lineage.kin}


def missed(told: Sequence[Story]) -> Iterator[str]:
    """One line for every answer that is wrong where a story is read alone."""
    for story in told:
        lineage = trace(Corpus(story.readings))
        if frozenset(story.told_twice) not in origin_pairs(lineage):
            yield f"{story.name}: the rewrite was not found"
        elif _derivation(story, lineage) is not Relation.REWRITE:
            yield f"{story.name}: the rewrite was found, and taken for {_derivation(story, lineage) or 'a source'}"
        for pair in story.heard_apart:
            if pair in origin_pairs(lineage) | kin_pairs(lineage):
                yield f"{story.name}: {' and '.join(sorted(pair))} were taken for kin"


def _table(measured: Mapping[str, Mapping[str, float]]) -> str:
    rows = next(iter(measured.values()))
    lines = [" " * 48 + "".join(f"{half:>10}" for half in measured)]
    for name in rows:
        cells = (f"{figures[name]:>10.4g}" for figures in measured.values())
        lines.append(f"{name:<48}" + "".join(cells))
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
