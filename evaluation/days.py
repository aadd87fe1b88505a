"""Measure how the days of undated reports are found: `python -m evaluation.days`.

"undated" are the reports whose page tells no day and whose true one is known: of the labelled stories of
`training/lineage`, ten reports each, of the seeds, and of the stories of `training/lineage/days`, whose undated reports
are dated as desks do it ("desks").  "masked" is every dated report of these stories and of the
gold sets, its day hidden in turn, one of each story at a time: a larger measure of the same kind, though nothing was
put into these texts for their day to be found by.  Reports come through intake and cleaning.  Each story is read alone,
and all stories of a half as one record.  Counted: dated to the day, one day off, further off, and left open; and to the
day of those that each kind of witness dated.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from evaluation import days_page, floors
from evaluation.families import TODAY
from evaluation.gold import SEEDS, load_sets, load_split
from evaluation.tally import share
from fogline.intake import iter_readings
from fogline.lineage import trace
from fogline.records import Corpus, DayWitness, Lineage, Reading, ReportDay, WitnessKind, confidence
from fogline.text import Clean
from training.lineage.told import DATED, HALVES, Family, iter_families

TRUTHS = Path(__file__).with_suffix(".toml")
COUNTED = ("to the day", "one day off", "wrong", "open")
MASKS = ("undated", "masked")
STEPS = (0.0, 0.3, 0.5, 0.7, 0.85, 0.95)  # of confidence
Days = tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Some reports as they are read, and the days that undated ones of them are known to be of."""

    readings: tuple[Reading, ...]
    undated: Mapping[str, Days]


@dataclass(slots=True)
class Count:
    """What became of some reports: by outcome; by kind of witness and by confidence those to the day, and all."""

    outcomes: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def add(self, report_id: str, truth: Days, lineage: Lineage) -> None:
        """Count one report that is of any of these days."""
        found = lineage.days.get(report_id)
        outcome = _outcome(truth, found.day if found else None)
        self.outcomes[outcome] += 1
        told = [w for w in lineage.witnesses if w.report_id == report_id]
        for kind, day in sorted({(w.kind, w.day) for w in told}):
            self._add_share(day in truth, f"witness {WitnessKind(kind)}")
        if found is not None:
            self._add_share(found.day in truth, f"by {_kind(found, told)}")
            sure = confidence(found.day, told)
            self._add_share(found.day in truth, f"sure from {max(s for s in STEPS if sure >= s):.2f}")
        if outcome != "to the day":
            said = ", ".join(f"{w.kind} {w.day} {w.ground}" for w in told)
            self.missed.append(f"{report_id} is of {truth[0]}, given {found.day if found else 'none'}: {said}")

    def _add_share(self, right: bool, what: str) -> None:
        self.asked[what] += 1
        self.right[what] += right

    def figures(self) -> dict[str, float]:
        """Shares of all reports, and for each kind its reports and the share of them that is right."""
        total = sum(self.outcomes.values())
        figures = {"reports": float(total)}
        figures |= {name: share(self.outcomes[name], total) for name in COUNTED}
        figures["within one day"] = figures["to the day"] + figures["one day off"]
        for name in sorted(self.asked):
            figures |= {f"{name}, reports": float(self.asked[name])}
            figures |= {f"{name}, right": share(self.right[name], self.asked[name])}
        return figures


def _outcome(truth: Days, found: date | None) -> str:
    if found is None:
        return "open"
    apart = min(abs((found - day).days) for day in truth)
    return "to the day" if apart == 0 else "one day off" if apart == 1 else "wrong"


def _kind(found: ReportDay, told: Iterable[DayWitness]) -> str:
    """The surest kind of witness that names the day."""
    named = [w for w in told if w.day == found.day]
    best = max(named, key=lambda w: confidence(found.day, [w]), default=None)
    return str(WitnessKind(best.kind)) if best else str(found.basis)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures, and hold them against the floors; 1 where one is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.days", description=__doc__)
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--half", choices=HALVES, action="append", help="only this half")
    parser.add_argument("--alone", action="store_true", help="leave out the halves as one record")
    parser.add_argument("--missed", action="store_true", help="name what went wrong in the half that may be read")
    parser.add_argument("--write-docs", action="store_true", help=f"write the figures into {days_page.PAGE.name}")
    options = parser.parse_args(argv)
    if options.write_docs and (options.half or options.alone):
        parser.error("--write-docs needs every row: leave out --half and --alone")
    counts = measure(options.half or HALVES, together=not options.alone)
    measured = {row: count.figures() for row, count in counts.items()}
    print(json.dumps(measured, indent=1) if options.format == "json" else table(measured))
    if options.missed:
        for row, count in counts.items():
            print(*(f"{row}: {line}" for line in count.missed if f" {HALVES[1]}" not in row), sep="\n")
    if options.write_docs:
        days_page.write(measured)
    least = {row: f for row, f in floors.read_floors().items() if row.startswith("days ")}
    return floors.hold(measured, least)


def measure(halves: Iterable[str] = HALVES, *, together: bool = True) -> dict[str, Count]:
    """The counts of the seeds, of the sets and of the labelled stories, by row of the table."""
    counts: dict[str, Count] = {}
    clean = Clean()
    for half in halves:
        told = [story_of(f, clean) for f in iter_families() if f.half == half]
        groups = {"alone": [[story] for story in told]} | ({"together": [told]} if together else {})
        for how, stories in groups.items():
            counts |= counts_of(f"days {half} {how}", stories)
        more = [story_of(f, clean) for f in iter_families(DATED) if f.half == half]
        counts |= counts_of(f"days {half} desks", [[story] for story in more])
        counts |= counts_of(f"days {half} sets", [[story] for story in sets(half, clean)])
    return {row: count for row, count in counts.items() if count.outcomes}


def counts_of(row: str, groups: Iterable[Sequence[Story]]) -> dict[str, Count]:
    """The undated reports of some stories that are read together, and the masked ones, one of each story at a time."""
    undated, masked = Count(), Count()
    for group in groups:
        lineage = trace(Corpus(tuple(r for story in group for r in story.readings)))
        for story in group:
            for report_id, truth in story.undated.items():
                undated.add(report_id, truth, lineage)
        dated = [[r for r in story.readings if r.day is not None] for story in group]
        for turn in range(max(map(len, dated), default=0)):
            hidden = {rs[turn].report_id: rs[turn].day for rs in dated if turn < len(rs)}
            rest = (
                replace(r, day=None, published=None) if r.report_id in hidden else r for s in group for r in s.readings
            )
            found = trace(Corpus(tuple(rest)))
            for report_id, known in hidden.items():
                if known is not None:
                    masked.add(report_id, (known.day,), found)
    return {f"{row} {mask}": count for mask, count in zip(MASKS, (undated, masked), strict=True)}


def story_of(family: Family, clean: Clean) -> Story:
    """A labelled story as it is read."""
    undated = {r.id: (r.day,) for r in family.reports if not r.dated and r.day is not None}
    with tempfile.TemporaryDirectory(prefix="fogline-days-") as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in _rows(family)), encoding="utf-8")
        return Story(readings(path, clean), undated)


def _rows(family: Family) -> Iterator[dict[str, str | None]]:
    for report in family.reports:
        day = report.day.isoformat() if report.dated and report.day else None
        yield {"id": report.id, "outlet": report.outlet, "published": day, "text": report.raw}


def sets(half: str, clean: Clean) -> Iterator[Story]:
    """The gold sets of a half, the seeds with those that may be looked at."""
    look = {SEEDS, *load_split().look}
    truths = tomllib.loads(TRUTHS.read_text(encoding="utf-8"))
    for gold in load_sets():
        if (gold.name in look) == (half == HALVES[0]):
            undated = {report: tuple(days) for report, days in truths.get(gold.name, {}).items()}
            yield Story(readings(gold.reports, clean), undated)


def readings(path: Path, clean: Clean) -> tuple[Reading, ...]:
    """The reports as lineage reads them: from intake, cleaned, dated by what intake says."""
    read_in = (clean(reading) for reading in iter_readings([path], today=TODAY))
    return tuple(replace(reading, day=reading.day or reading.published) for reading in read_in)


def table(measured: Mapping[str, Mapping[str, float]]) -> str:
    """The figures as lines."""
    lines = []
    for row, figures in measured.items():
        lines.append(row)
        lines += [f"    {name:<34}{value:>10.4g}" for name, value in figures.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
