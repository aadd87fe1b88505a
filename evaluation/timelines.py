"""Measure timelines on those of journalists: `python -m evaluation.timelines`.

T17: the news of a topic over months, and timelines of it that newspapers wrote.  Each topic is read as a record, which
is kept in the folder given by `--records`, for reading takes minutes.  Asked of it is a timeline of as many days as a
newspaper's has, with as many sentences a day, between its first day and its last.  The figures are those of the field:
the F1 of days, and AR1, the overlap of words of days aligned with one another (many to one), by `tilse`, which is no
part of the project: `pip install tilse` beside it.

Measured only: nothing of the articles is in the project.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import fmean

from fogline.language import words
from fogline.ledger import open_ledger
from fogline.products.digest import digest
from fogline.products.timeline import timeline
from fogline.runs import ReadOptions, read_into

TEXTS, GOLD = Path("T17"), Path("gold-timelines")
ORIGIN = "DaivikSojitra/Timeline-Summarization-in-the-Era-of-LLMs and julmaxi/Abstractive-Timeline-Summarization"
LONGEST = 10**8  # characters of a field
PEER = {"date_f1": 0.544, "ar1": 0.120}  # Datewise (Gholipour Ghalandari and Ifrim, 2020)
_MARKS = {"-LRB- ": "(", " -RRB-": ")", "`` ": '"', " ''": '"', "` ": "'", "\\/": "/", "\\*": "*"}
_PARTS = re.compile(r" (n't|'s|'re|'ve|'ll|'m|'d|')\b")
_STOPS = re.compile(r" ([,.;:?!%)])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Days = Mapping[date, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """How one timeline compares with a newspaper's."""

    name: str
    date_f1: float
    ar1: float


def plain(text: str) -> str:
    """A text as a newspaper prints it: the marks of a treebank taken away."""
    for mark, printed in _MARKS.items():
        text = text.replace(mark, printed)
    return _STOPS.sub(r"\1", _PARTS.sub(r"\1", text))


def read_gold(path: Path) -> Days:
    """A newspaper's timeline: for each day its sentences."""
    found: dict[date, list[str]] = {}
    day: list[str] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if match := _DAY.match(line):
            day = found.setdefault(date.fromisoformat(match[0]), [])
        elif line.strip() and not line.startswith("---"):
            day.append(line.strip())
    return {when: said for when, said in found.items() if said}


def date_f1(given: Days, asked: Days) -> float:
    """F1 of the days of two timelines; 0 where one has none."""
    return 2 * len(given.keys() & asked.keys()) / (len(given) + len(asked)) if given and asked else 0.0


def ar1(given: Days, asked: Days) -> float:
    """The overlap of words of aligned days, by tilse.  Raises: ImportError where that is not installed."""
    from tilse.data import timelines  # type: ignore[import-not-found,unused-ignore]
    from tilse.evaluation import rouge  # type: ignore[import-not-found,unused-ignore]

    evaluator = rouge.TimelineRougeEvaluator(measures=["rouge_1"], rouge_computation="reimpl")
    told, gold = (
        timelines.Timeline({day: [_split(s) for s in said] for day, said in t.items()}) for t in (given, asked)
    )
    scores = evaluator.evaluate_align_date_content_costs_many_to_one(told, timelines.GroundTruth([gold]))
    return float(scores["rouge_1"]["f_score"])


def _split(sentence: str) -> str:
    return " ".join(words(sentence))


def read_topic(folder: Path, record: Path) -> None:
    """Read the articles of a topic into a record, unless it is there."""
    if record.exists():
        return
    texts = record.with_suffix(".jsonl")
    csv.field_size_limit(LONGEST)
    with (folder / "outputwithpub.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        rows = [
            {"id": f"{folder.name}-{i:04}", "published": row["date"], "text": plain(row["text"])}
            for i, row in enumerate(csv.DictReader(file))
        ]
    texts.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with open_ledger(record, create=True) as ledger:
        read_into(ledger, [texts], options=ReadOptions())


def measure(record: Path, gold: Path) -> Iterator[Score]:
    """The scores of a topic's record against each timeline of a folder."""
    with open_ledger(record) as ledger:
        corpus, views = ledger.corpus(derived=True), ledger.views()
    for path in sorted(gold.glob("*.txt")):
        asked = read_gold(path)
        each = max(1, round(fmean(len(said) for said in asked.values())))
        entries = timeline(corpus, views, until=max(asked))
        told = digest(entries, corpus, days=len(asked), each=each, first=min(asked))
        given: dict[date, list[str]] = {}
        for one in told:
            given.setdefault(one.entry.first, []).append(one.claim.anchor.quote)
        yield Score(f"{gold.name} {path.stem}", date_f1(given, asked), ar1(given, asked))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures; 2 where the data or tilse is missing."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.timelines", description=__doc__)
    parser.add_argument("--records", type=Path, required=True, metavar="DIR", help="where the records are kept")
    parser.add_argument("--topic", action="append", metavar="NAME", help="only this topic (may be repeated)")
    options = parser.parse_args(argv)
    sources = Path(os.environ.get("FOGLINE_SOURCES", ""))
    if not (sources / TEXTS).is_dir() or not (sources / GOLD).is_dir():
        print(f"T17 is missing: put {TEXTS} and {GOLD} of {ORIGIN} under FOGLINE_SOURCES", file=sys.stderr)
        return 2
    options.records.mkdir(parents=True, exist_ok=True)
    scores: list[Score] = []
    for folder in sorted(path for path in (sources / TEXTS).iterdir() if path.is_dir()):
        if options.topic and folder.name not in options.topic:
            continue
        record = options.records / f"{folder.name}.db"
        read_topic(folder, record)
        for score in measure(record, sources / GOLD / f"tl17-{folder.name}"):
            print(f"{score.name:60} date F1 {score.date_f1:.3f}  AR1 {score.ar1:.3f}", flush=True)
            scores.append(score)
    f1, overlap = fmean(s.date_f1 for s in scores), fmean(s.ar1 for s in scores)
    print(f"{'mean of ' + str(len(scores)):60} date F1 {f1:.3f}  AR1 {overlap:.3f}")
    print(f"{'Datewise, in the literature, on 19 timelines':60} date F1 {PEER['date_f1']:.3f}  AR1 {PEER['ar1']:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
